"""The life of a prescription: an offer that an advisor proposes, asks for, and hears back about.

Steps are never rewritten: a wrong one is taken back and stays in the history. Days are those on
which things happened, as the advisor tells them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

PROPOSED, ASKED, CHASED = "proposed", "asked", "chased"
ACCEPTED, REFUSED, EXPIRED = "accepted", "refused", "expired"
STATES = (PROPOSED, ASKED, ACCEPTED, REFUSED, EXPIRED)
STEPS = (PROPOSED, ASKED, CHASED, ACCEPTED, REFUSED, EXPIRED)
"""To chase an answer is a step that changes no state."""
NEXT: Mapping[str | None, tuple[str, ...]] = {
    None: (PROPOSED,),
    PROPOSED: (ASKED, EXPIRED),
    ASKED: (ACCEPTED, REFUSED, CHASED, EXPIRED),
    ACCEPTED: (),
    REFUSED: (),
    EXPIRED: (),
}
ANSWERS = (ACCEPTED, REFUSED)
REFUSALS = ("conditions", "papers", "late", "no_means", "double", "person", "not_told", "other")
"""Why it was refused, as codes; `other` is told in words."""
REMINDERS = (10, 30)
"""Days without an answer after which the advisor chases it, counted from the asking."""
FEWEST = 5
"""Below so many cases a figure is masked: it could tell of one person."""


class WrongStep(ValueError):
    """A step that cannot be taken; the message is a code of phrases `prescription.wrong`."""


@dataclass(frozen=True)
class Step:
    """One step. number: in the order in which steps were noted. on: the day it happened.

    by: the name of who noted it; None where only what is counted is kept. reason: of REFUSALS, of a
    refusal. words: what the advisor adds. undone_by: who took it back; None: it stands.
    """

    number: int
    kind: str
    on: datetime.date
    by: str | None
    reason: str | None = None
    words: str | None = field(default=None, repr=False)
    undone_by: str | None = None

    @property
    def stands(self) -> bool:
        return self.undone_by is None


def standing(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps that were not taken back, in their order."""
    return tuple(sorted((one for one in steps if one.stands), key=lambda one: one.number))


def state_of(steps: Iterable[Step]) -> str | None:
    """One of STATES; None when every step was taken back: nothing is prescribed any more."""
    kinds = [one.kind for one in standing(steps) if one.kind != CHASED]
    return kinds[-1] if kinds else None


def next_steps(steps: Iterable[Step]) -> tuple[str, ...]:
    """What may come now."""
    return NEXT[state_of(steps)]


def checked_step(steps: Sequence[Step], step: Step, today: datetime.date) -> Step:
    """The step, when it may be taken on a day. Raises WrongStep."""
    before = standing(steps)
    if step.kind not in next_steps(steps):
        raise WrongStep("order")
    if step.on > today:
        raise WrongStep("future")
    if before and step.on < before[-1].on:
        raise WrongStep("before")
    if step.kind == REFUSED and step.reason not in REFUSALS:
        raise WrongStep("reason")
    if step.reason == "other" and not step.words:
        raise WrongStep("words")
    return step


def last_to_undo(steps: Iterable[Step]) -> Step | None:
    """The only step that may be taken back: the last that stands; None: there is none."""
    found = standing(steps)
    return found[-1] if found else None


def day_of(steps: Iterable[Step], kind: str) -> datetime.date | None:
    """The day of the last standing step of a kind; None: not taken."""
    return next((one.on for one in reversed(standing(steps)) if one.kind == kind), None)


def reminder_of(steps: Iterable[Step], today: datetime.date) -> int | None:
    """The reminder that is due, of REMINDERS: asked so many days ago, no answer, and not chased
    since that day; None: nothing is due."""
    known = standing(steps)
    asked = day_of(known, ASKED)
    if asked is None or state_of(known) != ASKED:
        return None
    passed = [days for days in REMINDERS if (today - asked).days >= days]
    if not passed:
        return None
    chased = day_of(known, CHASED)
    due = passed[-1]
    return None if chased and (chased - asked).days >= due else due


def waiting_days(steps: Iterable[Step], today: datetime.date) -> int | None:
    """Days since the asking while there is no answer; None: nothing is waited for."""
    known = standing(steps)
    asked = day_of(known, ASKED)
    return (today - asked).days if asked and state_of(known) == ASKED else None


@dataclass(frozen=True)
class Delay:
    """Days from one kind of step to another, of one offer in one organisation.

    Both None: fewer than FEWEST cases, so masked. many: how many cases. days: their median.
    """

    many: int | None = None
    days: float | None = None


@dataclass(frozen=True)
class Delays:
    """to_ask: from the proposal to the asking. to_answer: from the asking to yes or no."""

    to_ask: Delay = Delay()
    to_answer: Delay = Delay()


def delays(prescriptions: Iterable[Iterable[Step]]) -> Delays:
    """The delays of all prescriptions of one offer, each given by its steps."""
    known = [standing(steps) for steps in prescriptions]
    return Delays(_delay(known, (PROPOSED,), (ASKED,)), _delay(known, (ASKED,), ANSWERS))


def _delay(known: Iterable[Sequence[Step]], starts: Sequence[str], ends: Sequence[str]) -> Delay:
    counted = [_between(steps, starts, ends) for steps in known]
    days = [one for one in counted if one is not None]
    return Delay(len(days), float(median(days))) if len(days) >= FEWEST else Delay()


def _between(steps: Sequence[Step], starts: Sequence[str], ends: Sequence[str]) -> int | None:
    """Days between two kinds of steps; None when one is missing."""
    first = next((one.on for one in steps if one.kind in starts), None)
    last = next((one.on for one in steps if one.kind in ends), None)
    return (last - first).days if first and last else None
