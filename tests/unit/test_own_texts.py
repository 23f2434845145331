"""The author's name in a file that leaves: replaced where it stands, whatever YAML it is in."""

from __future__ import annotations

import pytest

from bot.replay.own_texts import _signed

TEXTS = {
    "plain": ("auteur: Léa Été", 'auteur: "L’équipe d’ici"'),
    "comment": ("auteur: Léa  # elle", 'auteur: "L’équipe d’ici"  # elle'),
    "single quotes": ("auteur: 'Léa : Été'", 'auteur: "L’équipe d’ici"'),
    "block": ("auteur: >-\n  Léa\n  Été", 'auteur: "L’équipe d’ici"'),
    "two lines": ("auteur: Léa\n  Été", 'auteur: "L’équipe d’ici"'),
    "list": ("auteur: [Léa, Élu]", 'auteur: "L’équipe d’ici"'),
}


@pytest.mark.parametrize(("written", "signed"), TEXTS.values(), ids=TEXTS)
def test_the_author_is_replaced_and_nothing_else_moves(written: str, signed: str) -> None:
    text = "# é\nhistoire: à\n{}\ndate: 2026-11-27\n"
    assert _signed(text.format(written).encode(), "L’équipe d’ici").decode() == text.format(signed)


@pytest.mark.parametrize("content", [b"\xff", b"histoire: x\n", b"- a\n", b": :"], ids=repr)
def test_a_file_without_an_author_or_unreadable_stays_to_be_judged(content: bytes) -> None:
    assert _signed(content, "Nous") == content
