"""What people read is typeset as French is."""

import pytest

from bot.orientation.typography import french


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("C'est l'été", "C’est l’été"),
        ("Ça va ?", "Ça va\u202f?"),
        ("Bravo !", "Bravo\u202f!"),
        ("Trois choix : oui", "Trois choix\u00a0: oui"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("«\u00a0oui\u00a0»", "«\u00a0oui\u00a0»"),
        ("à 8:30", "à 8:30"),
        ("https://exemple.fr/?a=b", "https://exemple.fr/?a=b"),
        ("un 'mot' cité", "un 'mot' cité"),
    ],
)
def test_signs_and_apostrophes(typed: str, shown: str) -> None:
    assert french(typed) == shown
    assert french(shown) == shown
