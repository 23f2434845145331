"""Where each fact that offers ask about is known from: the person's own words.

Read in the events of the conversation: what a message changed was said by that message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

SLOT_OF_FACT: Mapping[str, str] = {
    "has_licence_b": "licence",
    "has_worked": "past_jobs",
    "home_in_ile_de_france": "commune",
    "lives_overseas": "commune",
}
"""Facts that the interview tells; the others are kept one by one in `circumstances`."""
TOLD = "circumstances"


def words_of_facts(events: Iterable[Mapping[str, Any]], facts: Sequence[str]) -> Mapping[str, str]:
    """Fact -> the words that told it, as the person wrote or pressed them; those that follow from
    other facts, or that nobody told, are absent."""
    by_slot, by_fact = _told(events)
    found = {fact: by_fact.get(fact) or by_slot.get(SLOT_OF_FACT.get(fact, "")) for fact in facts}
    return {fact: words for fact, words in found.items() if words}


def _told(events: Iterable[Mapping[str, Any]]) -> tuple[dict[str, str], dict[str, str]]:
    """Slot -> words, fact -> words: those of the last message that changed it."""
    words = ""
    slots: dict[str, Any] = {}
    by_slot: dict[str, str] = {}
    by_fact: dict[str, str] = {}
    for event in events:
        if event.get("event") == "user":
            words = str(event.get("text") or "").strip()
        elif event.get("event") == "slot":
            name, value = str(event["name"]), event.get("value")
            if value != slots.get(name):
                by_slot[name] = words
                by_fact.update({fact: words for fact in _changed(name, slots.get(name), value)})
            slots[name] = value
    return by_slot, by_fact


def _changed(name: str, before: Any, after: Any) -> list[str]:
    if name != TOLD or not isinstance(after, Mapping):
        return []
    was = before if isinstance(before, Mapping) else {}
    return [fact for fact, value in after.items() if was.get(fact) != value]
