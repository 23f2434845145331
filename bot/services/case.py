"""What is understood of one conversation, out of what Rasa recalls of it: for an advisor's eyes."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.reading_words import EASY
from bot.services.profile import profile_from_slots
from bot.services.unlock import Person


@dataclass(frozen=True)
class Case:
    """slots, events: as Rasa keeps them. kept, proposed, shown: ROME codes, in their order.

    question: the slot that waits for an answer; None when none does.
    """

    conversation_id: str
    slots: Mapping[str, Any]
    events: Sequence[Mapping[str, Any]]
    person: Person
    kept: tuple[str, ...]
    proposed: tuple[str, ...]
    shown: tuple[str, ...]
    question: str | None


def case_of(conversation_id: str, recalled: Mapping[str, Any], today: datetime.date) -> Case:
    """The case as it stands on a day: `recalled` has the `slots` now and all `events`."""
    slots = recalled["slots"]
    person = Person(
        profile_from_slots(slots),
        read_circumstances(slots.get("circumstances") or {}),
        today,
        seed_of(conversation_id),
        slots.get("reading") == EASY,
    )
    kept, proposed, shown = (tuple(slots.get(name) or ()) for name in _CODES)
    question = slots.get("requested_slot")
    return Case(conversation_id, slots, recalled["events"], person, kept, proposed, shown, question)


_CODES = ("kept", "proposed", "shown")


def seed_of(conversation_id: str) -> int:
    """The seed of a conversation: the same list for the same answers, whenever it is asked."""
    return int.from_bytes(conversation_id.encode()[:8], "big")
