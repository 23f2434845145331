"""A group workshop: how its time is shared out, and what its wall shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.orientation.small_numbers import LEAST, over_periods
from bot.services.conversation_facts import ConversationFacts

SHORTEST, LONGEST, STEP = 60, 180, 15
"""Minutes that a workshop may last."""
ROUND = 5
WEIGHTS = {
    "welcome": 2,
    "choose": 3,
    "tell": 4,
    "story": 3,
    "jobs": 6,
    "wall": 2,
    "leave": 2,
}
"""The steps in their order, and the part of the time that each takes."""
MOST_ON_WALL = 12
Counted = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Step:
    """start: minutes after the beginning."""

    name: str
    start: int
    minutes: int


@dataclass(frozen=True)
class Wall:
    """What a group has chosen, most first. None: fewer than five people have.

    people: how many take part; None while they are fewer than five.
    """

    people: int | None
    pictures: Counted | None
    shown: Counted | None
    kept: Counted | None


def plan(minutes: int) -> tuple[Step, ...]:
    """The steps, each of whole fives of minutes, which together last as long as asked."""
    total, steps, start, passed = sum(WEIGHTS.values()), [], 0, 0
    for name, weight in WEIGHTS.items():
        passed += weight
        end = round(minutes * passed / total / ROUND) * ROUND
        end = minutes if passed == total else max(end, start + ROUND)
        steps.append(Step(name, start, end - start))
        start = end
    return tuple(steps)


def wall(members: Sequence[ConversationFacts]) -> Wall:
    """While it lasts, in the room: every count, once five people have something to show."""
    is_group = len(members) >= LEAST
    return Wall(
        len(members) if is_group else None,
        _together(members, lambda one: one.pictures),
        _together(members, lambda one: one.shown),
        _together(members, lambda one: one.kept),
    )


def afterwards(members: Sequence[ConversationFacts]) -> Wall:
    """Once it is over: only what five people or more have in common, and not all but a few."""
    now = wall(members)
    return Wall(
        now.people, *(_large(some, len(members)) for some in (now.pictures, now.shown, now.kept))
    )


def _together(
    members: Iterable[ConversationFacts], read: Callable[[ConversationFacts], Iterable[str]]
) -> Counted | None:
    given = [set(read(one)) for one in members]
    if sum(bool(codes) for codes in given) < LEAST:
        return None
    counts = Counter(code for codes in given for code in codes)
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))[:MOST_ON_WALL]


def _large(counted: Counted | None, people: int) -> Counted | None:
    if counted is None:
        return None
    return tuple(one for one in counted if over_periods([one[1]], [people])[0])
