"""Ways to reach a person leave what they write to the team; other numbers stay."""

from __future__ import annotations

import pytest

from bot.orientation.contact_words import EMAIL, NUMBER, PHONE, without_contacts


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("appelez-moi au 06 12 34 56 78 merci", f"appelez-moi au {PHONE} merci"),
        ("0612345678", PHONE),
        ("07.12.34.56.78.", f"{PHONE}."),
        ("+33 6 12 34 56 78", PHONE),
        ("0033612345678", PHONE),
        ("jean.dupont+emploi@exemple.fr", EMAIL),
        ("jean arobase exemple.fr", EMAIL),
        ("1 84 12 76 451 089 46", NUMBER),
    ],
)
def test_what_reaches_a_person_is_taken_out(text: str, kept: str) -> None:
    assert without_contacts(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "le 39 49 ou le 115",
        "le 0800 123 456 ne répond pas",
        "de 2024 à 2025, 12 000 euros",
        "code postal 38300",
        "",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_contacts(text) == text
