"""What a trial reads of a conversation: its length, its last words, what was not understood."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.adapters.sql.sessions import Turn
from bot.web.trial_talk import MOST_SAID, Talk

AT = datetime(2026, 11, 27)


def turn(number: int, you: str | None, *texts: str) -> Turn:
    messages = [{"type": "text", "text": text} for text in texts]
    return Turn(number, f"m{number}", you, None, AT, messages)


@pytest.mark.parametrize(
    ("text", "is_lost"),
    [
        ("Je n’ai pas compris. Vous pouvez aussi toucher un bouton.", True),
        ("Pardon, je n’ai pas compris.\nDites-le avec d’autres mots.", True),
        ("Je n’ai pas trouvé cette ville.\nÉcrivez son nom en entier.\n"
         "Vous pouvez aussi écrire le code postal.", True),
        ("Bonjour, je suis Déclic.", False),
        ("", False),
    ],
)  # fmt: skip
def test_what_was_not_understood_is_known_by_what_declic_said(text: str, is_lost: bool) -> None:
    talk = Talk((turn(1, None, "Bonjour"), turn(2, "blorp", text)))
    assert talk.misunderstood(0) == int(is_lost)
    assert talk.misunderstood(1) == 0, "told in a task before"


def test_the_welcome_is_no_word_of_the_person() -> None:
    assert Talk((turn(1, None, "Bonjour"),)).length == 0
    assert Talk(()).length == 0 and Talk(()).last_words is None and Talk(()).last_answer == ""


def test_the_last_answer_is_its_texts_and_cards_and_not_endless() -> None:
    cards = {"type": "cards", "cards": [{"title": "Boulanger"}, {"title": "Facteur"}]}
    last = Turn(2, "m2", "oui", None, AT, [{"type": "text", "text": "Voilà"}, cards])
    talk = Talk((turn(1, None, "Bonjour"), last))
    assert talk.last_answer == "Voilà\nBoulanger\nFacteur"
    assert (talk.last_turn, talk.last_words) == (2, "oui")
    assert len(Talk((turn(1, None, "x" * 5000),)).last_answer) == MOST_SAID
