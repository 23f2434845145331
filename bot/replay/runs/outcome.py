"""How a conversation of a run went, in short: what the page of a run shows of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.replay.record import Difference, StoryRecord, TurnRecord
from bot.replay.runs.engine import Played
from bot.replay.text import source

LONGEST = 600


@dataclass(frozen=True)
class FailedStep:
    """What was not as expected after something was said. number: of the turn, 0 is the welcome;
    None: the whole conversation. line: of the story's file. came_from: the rule, action and texts
    that spoke."""

    number: int | None
    said: str | None
    expected: str
    received: str
    line: int | None = None
    came_from: str = ""


@dataclass(frozen=True)
class Outcome:
    """number: its place in the run, from 0. has_found: it was shrunk to a story to keep."""

    number: int
    kind: str
    name: str
    title: str
    path: str
    turns: int
    seconds: float
    steps: tuple[FailedStep, ...] = ()
    has_found: bool = False

    @property
    def has_passed(self) -> bool:
        return not self.steps


def outcome(number: int, one: Played) -> Outcome:
    record = one.record
    said = sum(turn.said is not None for turn in record.turns)
    steps = (*_steps(record), *(_step(None, None, found) for found in record.whole))
    return Outcome(
        number, one.kind, record.name, record.title, record.path, said,
        round(record.seconds, 3), steps, one.found is not None,
    )  # fmt: skip


def _steps(record: StoryRecord) -> Iterator[FailedStep]:
    for number, turn in enumerate(record.turns):
        for found in turn.differences:
            yield _step(number, turn, found)


def _step(number: int | None, turn: TurnRecord | None, found: Difference) -> FailedStep:
    return FailedStep(
        number,
        turn.said if turn else None,
        found.expected[:LONGEST],
        found.received[:LONGEST],
        found.place.line if found.place else None,
        source(turn.trace)[:LONGEST] if turn else "",
    )
