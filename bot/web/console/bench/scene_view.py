"""What the page of a stage shows, from what the stage says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.replay.in_french import question_words
from bot.replay.kept_in_french import kept_name, kept_value
from bot.replay.record import Difference, Trace, TurnRecord
from bot.replay.record_json import from_json
from bot.replay.screen import Screen
from bot.web.console.bench.scene_words import (
    DIFFERS,
    DONE,
    MARKS,
    NEXT,
    NOW,
    PARTS,
    SPEAKERS,
    STATES,
)


@dataclass(frozen=True)
class StepView:
    """number: from 1. said None: it only looks at the screen. turns: numbers of what was said
    there, from 1. line: in the story's file, or in that of the fragment."""

    number: int
    state: str
    speaker: str
    said: str | None
    checks: tuple[str, ...]
    found: tuple[Difference, ...]
    turns: tuple[int, ...]
    line: int
    fragment: str | None

    @property
    def mark(self) -> str:
        return MARKS[self.state]

    @property
    def told(self) -> str:
        return STATES[self.state]


@dataclass(frozen=True)
class Time:
    """Milliseconds of a part, and its share of the whole in percents."""

    title: str
    milliseconds: float
    share: float


@dataclass(frozen=True)
class TurnView:
    """One turn, seen from inside. kept: of each slot that is other, its name for people, its own,
    and its value."""

    number: int
    step: int | None
    turn: TurnRecord
    texts: tuple[str, ...]
    kept: tuple[tuple[str, str, str], ...]
    rows: tuple[Mapping[str, Any], ...]
    times: tuple[Time, ...]

    @property
    def speaker(self) -> str:
        return SPEAKERS[self.turn.speaker]

    @property
    def trace(self) -> Trace:
        return self.turn.trace

    @property
    def question_before(self) -> str | None:
        return self.trace.question and question_words(self.trace.question)

    @property
    def question_after(self) -> str | None:
        return self.turn.question_after and question_words(self.turn.question_after)

    @property
    def milliseconds(self) -> float:
        return sum(time.milliseconds for time in self.times)


@dataclass(frozen=True)
class SceneView:
    """Everything beside the widget. turn: the one that is looked into."""

    title: str | None
    about: Mapping[str, Any] | None
    story_id: str | None
    day: str
    token: str
    round: int
    moves: int
    is_over: bool
    is_taken: bool
    at: int
    steps: tuple[StepView, ...]
    by_hand: tuple[int, ...]
    turn: TurnView
    count: int

    @property
    def differences(self) -> int:
        return sum(len(step.found) for step in self.steps)


def scene_view(
    state: Mapping[str, Any], chosen: int | None, catalogue: Catalogue | None = None
) -> SceneView:
    """chosen: number of a turn, from 1; None, or one that is not there: the last one.

    catalogue: for the names of communes and jobs that are kept.
    """
    turns, acts = from_json(state["record"]).turns, state["acts"]
    number = chosen if chosen and chosen <= len(turns) else len(turns)
    story = state["story"]
    steps = tuple(_step(at, one, state) for at, one in enumerate(state["steps"]))
    return SceneView(
        title=story["title"] if story else None,
        about=story,
        story_id=state["story_id"],
        day=state["day"],
        token=state["token"],
        round=state["round"],
        moves=state["moves"],
        is_over=state["is_over"],
        is_taken=state["is_taken"],
        at=state["at"],
        steps=steps,
        by_hand=tuple(_turns_of(None, acts)[1:]),
        turn=_turn(number, turns[number - 1], acts[number - 1], catalogue),
        count=len(turns),
    )


def _step(at: int, step: Mapping[str, Any], state: Mapping[str, Any]) -> StepView:
    found = tuple(_difference(one) for one in step["found"])
    if at < state["at"]:
        stands = DIFFERS if found else DONE
    else:
        stands = NOW if at == state["at"] and not state["is_taken"] else NEXT
    return StepView(
        number=at + 1,
        state=stands,
        speaker=step["speaker"],
        said=step["said"],
        checks=tuple(step["checks"]),
        found=found,
        turns=tuple(_turns_of(at, state["acts"])),
        line=step["line"],
        fragment=step["fragment"],
    )


def _difference(found: Mapping[str, Any]) -> Difference:
    return Difference(None, found["expected"], found["received"])


def _turns_of(step: int | None, acts: Sequence[Mapping[str, Any]]) -> list[int]:
    return [number for number, act in enumerate(acts, 1) if act["step"] == step]


def _turn(
    number: int, turn: TurnRecord, act: Mapping[str, Any], catalogue: Catalogue | None
) -> TurnView:
    step = act["step"]
    return TurnView(
        number=number,
        step=None if step is None else step + 1,
        turn=turn,
        texts=tuple(Screen(turn.messages).bubbles),
        kept=tuple(
            (kept_name(name), name, kept_value(value, catalogue, name))
            for name, value in turn.kept.items()
        ),
        rows=tuple(act["rows"]),
        times=_times(act["seconds"]),
    )


def _times(seconds: Mapping[str, float]) -> tuple[Time, ...]:
    whole = sum(seconds.values()) or 1.0
    return tuple(
        Time(title, 1000 * seconds[part], 100 * seconds[part] / whole)
        for part, title in PARTS.items()
    )
