"""A set of job cards, as the chat channel sends it: the cards, and the words around their facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.orientation.phrases import say

LABELS = (
    "list",
    "declic",
    "declic_hint",
    "kept",
    "reasons",
    "summary",
    "hiring",
    "vacancies",
    "vacancies_link",
    "travel",
    "training",
    "cautions",
    "first_step",
    "more",
    "source",
)
"""Headings of a card, each the phrase "card.<name>"."""


def jobs_message(cards: Sequence[Mapping[str, Any]], easy: bool = False) -> dict[str, Any]:
    """The message of cards made by card_as_dict; each also gets its place in the list (`place`)
    and where its figure comes from (`origin`)."""
    numbered = enumerate(cards, 1)
    told = [
        {**card, "place": _place(number, len(cards), easy), "origin": _origin(card["hiring"], easy)}
        for number, card in numbered
    ]
    labels = {name: say(f"card.{name}", easy) for name in LABELS}
    return {"type": "cards", "labels": labels, "cards": told}


def _place(number: int, total: int, easy: bool) -> str:
    return say("card.place", easy, number=number, total=total)


def _origin(hiring: Mapping[str, Any], easy: bool) -> str:
    """The source of a figure, its basin and its year, as far as they are known."""
    known = [name for name in ("basin", "year") if hiring[name] is not None]
    parts = [say(f"card.origin.{name}", easy, **{name: hiring[name]}) for name in known]
    return " ".join([f"{hiring['source'].rstrip('. ')}.", *parts])
