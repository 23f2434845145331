"""Where each fact that offers ask about is known from: the person's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.services.told_when import Trace, traces

SLOT_OF_FACT: Mapping[str, str] = {
    "has_licence_b": "licence",
    "has_worked": "past_jobs",
    "home_in_ile_de_france": "commune",
    "lives_overseas": "commune",
}
"""Facts that the interview tells; the others are kept one by one in `circumstances`."""


def words_of_facts(events: Iterable[Mapping[str, Any]], facts: Sequence[str]) -> Mapping[str, str]:
    """Fact -> the words that told it, as the person wrote or pressed them; those that follow from
    other facts, or that nobody told, are absent."""
    known = traces(events)
    found = {fact: _trace(known, fact) for fact in facts}
    return {fact: one.last.text for fact, one in found.items() if one and one.last}


def _trace(known: Mapping[str, Trace], fact: str) -> Trace | None:
    told = known.get(f"circumstances.{fact}")
    slot = SLOT_OF_FACT.get(fact)
    if told or slot is None:
        return told
    return next((one for name, one in known.items() if name.split(".")[0] == slot), None)
