"""Which sentence made each fact of a person: found by walking the events that Rasa recalls.

A fact is named as in fact_words.py. What was guessed and then confirmed (a job in somebody's words,
a commune among several) comes from two sentences: the words, and the choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.services.fact_words import FACT_SLOTS
from bot.services.questions import SKIPPED

Event = Mapping[str, Any]
GUESSED = {"commune_candidates": "commune", "past_job_candidates": "past_jobs"}
"""Slots of what waits to be confirmed -> the slot that it fills then."""


@dataclass(frozen=True)
class Said:
    """One message: words that were typed or spoken, or the title of what was pressed.

    question: the slot that waited for an answer then; None: none did. number: the place among the
    messages, from 1. author: None is the person; else who accompanies them.
    """

    text: str = field(repr=False)
    is_pressed: bool
    question: str | None
    number: int
    message_id: str | None = None
    author: str | None = None


@dataclass(frozen=True)
class Trace:
    """value: as the slot holds it. said: the messages that made it, the deciding one last; empty
    when no message did. before: the value that the last one replaced; None: there was none."""

    value: Any = field(repr=False)
    said: tuple[Said, ...] = ()
    before: Any = field(default=None, repr=False)

    @property
    def last(self) -> Said | None:
        return self.said[-1] if self.said else None


def traces(events: Iterable[Event]) -> dict[str, Trace]:
    """Every fact as it stands after the events, in the order in which facts first came."""
    walk = _Walk()
    for event in events:
        _STEPS.get(event.get("event", ""), _Walk.pass_by)(walk, event)
    return walk.facts


def said_of(event: Event, number: int, question: str | None) -> Said:
    """The message of a user event of Rasa."""
    parsed = (event.get("parse_data") or {}).get("text") or event.get("text") or ""
    author = (event.get("metadata") or {}).get("author")
    text = event.get("text") or ""
    return Said(text, parsed.startswith("/"), question, number, event.get("message_id"), author)


@dataclass
class _Walk:
    facts: dict[str, Trace] = field(default_factory=dict)
    slots: dict[str, Any] = field(default_factory=dict)
    guesses: dict[str, Said] = field(default_factory=dict)
    gone: dict[str, Any] = field(default_factory=dict)
    current: Said | None = None
    messages: int = 0

    def pass_by(self, event: Event) -> None:
        """An event that tells nothing of the person."""

    def hear(self, event: Event) -> None:
        self.messages += 1
        self.current = said_of(event, self.messages, self.slots.get("requested_slot"))

    def forget(self, event: Event) -> None:
        """One starts over."""
        for seen in (self.facts, self.slots, self.guesses, self.gone):
            seen.clear()

    def fill(self, event: Event) -> None:
        name, value = event["name"], event.get("value")
        if name in FACT_SLOTS:
            self._compare(name, value)
        elif name in GUESSED and self.current is not None:
            self.guesses |= {fact: self.current for fact in _guessed(GUESSED[name], value)}
        self.slots[name] = value

    def _compare(self, slot: str, value: Any) -> None:
        before = dict(entries(slot, self.slots.get(slot)))
        after = dict(entries(slot, value))
        for fact in before.keys() - after.keys():
            self.gone[fact] = self.facts.pop(fact).value
        for fact, now in after.items():
            if fact not in before or before[fact] != now:
                self.facts[fact] = self._trace(slot, fact, now)

    def _trace(self, slot: str, fact: str, value: Any) -> Trace:
        old = self.facts.get(fact)
        before = old.value if old else self.gone.get(fact)
        said = (*self._words(slot, fact, value), *((self.current,) if self.current else ()))
        if old and _grows(old.value, value):
            said = (*(one for one in old.said if one not in said), *said)
        return Trace(value, said, None if before == value else before)

    def _words(self, slot: str, fact: str, value: Any) -> tuple[Said, ...]:
        """The words that were confirmed by the current message."""
        guess = self.guesses.get(f"{fact}.{value}" if slot == "commune" else fact)
        return (guess,) if guess and guess != self.current else ()


_STEPS = {
    "user": _Walk.hear,
    "slot": _Walk.fill,
    "reset_slots": _Walk.forget,
    "restart": _Walk.forget,
}


def entries(slot: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The facts that a slot holds; a question that was not asked tells none."""
    if value is None or value == SKIPPED:
        return
    if slot in ("statements", "circumstances"):
        yield from ((f"{slot}.{key}", one) for key, one in value.items())
    elif slot == "choices":
        yield from ((f"{slot}.{one['kind']}:{one['source_id']}", one) for one in value)
    elif slot == "past_jobs":
        yield from ((f"{slot}.{one['rome_code']}", one) for one in value)
    elif slot == "refusals":
        yield from ((f"{slot}.{one['rome_code']}", one["reason"]) for one in value)
    elif slot == "kept":
        yield from ((f"{slot}.{one}", slot) for one in value)
    else:
        yield slot, value


def _grows(old: Any, new: Any) -> bool:
    """Whether a list of boxes keeps something of what it was: both messages made it."""
    return isinstance(old, list) and isinstance(new, list) and bool(set(old) & set(new))


def _guessed(slot: str, value: Any) -> Iterator[str]:
    for one in value or ():
        yield f"{slot}.{one['rome_code'] if isinstance(one, Mapping) else one}"
