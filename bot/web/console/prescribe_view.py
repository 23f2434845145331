"""Prescriptions as the console shows them: steps in words, what is due, what may come next."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.adapters.sql.prescriptions import Prescription
from bot.orientation.prescription import (
    PROPOSED,
    Delays,
    Step,
    day_of,
    delays,
    last_to_undo,
    next_steps,
    reminder_of,
    standing,
    state_of,
    waiting_days,
)


@dataclass(frozen=True)
class Followed:
    """One prescription on a day. since: of its state. due: 10 or 30, the reminder; None: none.

    waiting: days since the asking, without an answer; None: nothing is waited for.
    """

    prescription_id: str
    offer_id: str
    name: str
    state: str
    since: datetime.date
    waiting: int | None
    due: int | None
    next_steps: tuple[str, ...]
    history: tuple[Step, ...]
    undo: Step | None
    note: str | None


def followed(prescriptions: Iterable[Prescription], today: datetime.date) -> tuple[Followed, ...]:
    """Those that are not wholly taken back: what is due first, then the newest."""
    found = [_followed(one, today) for one in prescriptions if one.state is not None]
    return tuple(sorted(found, key=lambda one: (-(one.due or 0), -one.since.toordinal())))


def withdrawn(prescriptions: Iterable[Prescription]) -> tuple[Prescription, ...]:
    """Those whose every step was taken back: their history stays."""
    return tuple(one for one in prescriptions if one.state is None)


def _followed(one: Prescription, today: datetime.date) -> Followed:
    state = state_of(one.steps) or PROPOSED
    return Followed(
        one.prescription_id,
        one.offer_id,
        one.offer_name,
        state,
        day_of(one.steps, state) or standing(one.steps)[-1].on,
        waiting_days(one.steps, today),
        reminder_of(one.steps, today),
        next_steps(one.steps),
        one.steps,
        last_to_undo(one.steps),
        one.note,
    )


def delays_by_offer(steps: Mapping[str, Sequence[Sequence[Step]]]) -> Mapping[str, Delays]:
    """offer_id -> its delays in the organisation, small numbers masked."""
    return {offer_id: delays(some) for offer_id, some in steps.items()}
