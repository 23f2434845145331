"""What changed for people between two runs: story by story, step by step, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.replay.aligning import align
from bot.replay.move import Move
from bot.replay.moves_of_jobs import job_moves, titles_of
from bot.replay.moves_of_offers import offer_moves
from bot.replay.moves_of_phrases import answers_a_phrase, phrase_moves
from bot.replay.moves_of_words import button_moves, heard_moves, kept_moves, text_moves
from bot.replay.record import StoryRecord, TurnRecord

SAME, CHANGED, NEW, LOST = "same", "changed", "new", "lost"
PHRASES = "les phrases sur les goûts"


@dataclass(frozen=True)
class StepMoves:
    """One turn. before, after: its number in each run, from 0 (the welcome); None: not there.

    said: what the person said; question: the slot that it answered.
    """

    before: int | None
    after: int | None
    said: str | None
    question: str | None
    moves: tuple[Move, ...] = ()

    @property
    def number(self) -> int:
        """The number that a reader finds in the newer run, else in the older."""
        return self.after if self.after is not None else self.before or 0

    @property
    def is_changed(self) -> bool:
        return bool(self.moves) or None in (self.before, self.after)


@dataclass(frozen=True)
class StoryMoves:
    """One story. state: SAME, CHANGED, NEW (only in the second run) or LOST (only in the first).

    presentation: of who speaks; "" without a persona.
    """

    name: str
    path: str
    title: str
    presentation: str
    state: str
    steps: tuple[StepMoves, ...] = ()
    had_passed: bool | None = None
    has_passed: bool | None = None
    before: StoryRecord | None = field(default=None, repr=False)
    after: StoryRecord | None = field(default=None, repr=False)

    @property
    def changed_steps(self) -> tuple[StepMoves, ...]:
        return tuple(step for step in self.steps if step.is_changed)

    def of_kind(self, *kinds: str) -> list[Move]:
        return [move for step in self.steps for move in step.moves if move.kind in kinds]


@dataclass(frozen=True)
class Totals:
    """Counts over the stories that both runs have. people: those who saw jobs in one of them."""

    stories: int
    changed: int
    new: int
    lost: int
    people: int
    other_first_job: int
    declics_lost: int
    declics_gained: int
    declics_changed: int
    now_failing: int
    now_passing: int


@dataclass(frozen=True)
class Comparison:
    stories: tuple[StoryMoves, ...]

    @property
    def changed(self) -> tuple[StoryMoves, ...]:
        """The stories to look at, those with other jobs first."""
        return tuple(one for one in self.stories if one.state != SAME)

    @cached_property
    def totals(self) -> Totals:
        both = [(one.before, one.after, one) for one in self.stories if one.before and one.after]
        lists = [(_first_list(was), _first_list(now)) for was, now, _ in both]
        seen = [(was, now) for was, now in lists if was.jobs or now.jobs]
        return Totals(
            stories=len(both),
            changed=sum(one.state == CHANGED for one in self.stories),
            new=sum(one.state == NEW for one in self.stories),
            lost=sum(one.state == LOST for one in self.stories),
            people=len(seen),
            other_first_job=sum(was.jobs[:1] != now.jobs[:1] for was, now in seen),
            declics_lost=sum(bool(was.declics) and not now.declics for was, now in seen),
            declics_gained=sum(bool(now.declics) and not was.declics for was, now in seen),
            declics_changed=sum(
                bool(was.declics and now.declics and was.declics != now.declics)
                for was, now in seen
            ),
            now_failing=sum(was.has_passed and not now.has_passed for was, now, _ in both),
            now_passing=sum(now.has_passed and not was.has_passed for was, now, _ in both),
        )


@dataclass(frozen=True)
class _List:
    jobs: tuple[str, ...] = ()
    declics: tuple[str, ...] = ()


def _first_list(record: StoryRecord) -> _List:
    """The first list that the person saw, since later ones follow from what they did with it."""
    for turn in record.turns:
        if turn.ranked is not None:
            return _List(turn.ranked.shown, turn.ranked.declics)
    return _List()


def compare_runs(
    before: Sequence[StoryRecord],
    after: Sequence[StoryRecord],
    catalogue: Catalogue | None = None,
) -> Comparison:
    """Every story of both runs, in the order of the second, then those that it lacks.

    catalogue: for the names of communes and jobs in what was kept.
    """
    was = {_key(record): record for record in before}
    now = {_key(record): record for record in after}
    titles = titles_of([*before, *after])
    stories = [
        compare_stories(was[key], record, titles, catalogue) if key in was else _alone(record, NEW)
        for key, record in now.items()
    ]
    lost = [_alone(record, LOST) for key, record in was.items() if key not in now]
    return Comparison((*stories, *lost))


def _key(record: StoryRecord) -> tuple[str, int]:
    """A story is itself wherever its file lies; an invented person by its seed too."""
    return record.name, record.seed


def _alone(record: StoryRecord, state: str) -> StoryMoves:
    is_new = state == NEW
    return StoryMoves(
        record.name,
        record.path,
        record.title,
        record.presentation,
        state,
        had_passed=None if is_new else record.has_passed,
        has_passed=record.has_passed if is_new else None,
        before=None if is_new else record,
        after=record if is_new else None,
    )


def compare_stories(
    before: StoryRecord,
    after: StoryRecord,
    titles: Mapping[str, str],
    catalogue: Catalogue | None = None,
) -> StoryMoves:
    steps = tuple(_steps(before.turns, after.turns, titles, catalogue))
    is_changed = any(step.is_changed for step in steps)
    is_changed = is_changed or before.has_passed != after.has_passed
    return StoryMoves(
        after.name,
        after.path,
        after.title,
        after.presentation,
        CHANGED if is_changed else SAME,
        steps,
        before.has_passed,
        after.has_passed,
        before,
        after,
    )


def _steps(
    before: Sequence[TurnRecord],
    after: Sequence[TurnRecord],
    titles: Mapping[str, str],
    catalogue: Catalogue | None,
) -> Iterator[StepMoves]:
    """Each pair of turns, those about phrases as one; what was kept until then is followed."""
    was_kept, now_kept = _Kept(), _Kept()
    apart = _Apart(before), _Apart(after)
    has_phrases = any(one.phrases for one in apart)
    for one, other in align(*(side.turns for side in apart)):
        was = None if one is None else apart[0].turns[one]
        now = None if other is None else apart[1].turns[other]
        if has_phrases and (_is_past(apart[0], one) or _is_past(apart[1], other)):
            has_phrases = False
            yield _phrases(*apart)
            for side, kept in zip(apart, (was_kept, now_kept), strict=True):
                for turn in side.phrases:
                    kept.add(turn)
        was_kept.add(was)
        now_kept.add(now)
        told = now or was
        assert told is not None
        moves: tuple[Move, ...] = ()
        if was is not None and now is not None:
            root = was_kept.first_other(now_kept)
            heard = (*heard_moves(was, now), *kept_moves(was, now, catalogue))
            moves = (*heard, *_moves(was, now, titles, root))
        places = (apart[0].number(one), apart[1].number(other))
        yield StepMoves(*places, told.said, told.trace.question, moves)
    if has_phrases:
        yield _phrases(*apart)


@dataclass(frozen=True)
class _Apart:
    """The turns of a conversation, those that answer phrases apart."""

    every: Sequence[TurnRecord]

    @cached_property
    def turns(self) -> list[TurnRecord]:
        return [turn for turn in self.every if not answers_a_phrase(turn)]

    @cached_property
    def phrases(self) -> list[TurnRecord]:
        return [turn for turn in self.every if answers_a_phrase(turn)]

    @cached_property
    def _numbers(self) -> list[int]:
        return [at for at, turn in enumerate(self.every) if not answers_a_phrase(turn)]

    @property
    def first_phrase(self) -> int | None:
        return next((at for at, one in enumerate(self.every) if answers_a_phrase(one)), None)

    def number(self, place: int | None) -> int | None:
        """The number of a turn in the whole conversation."""
        return None if place is None else self._numbers[place]


def _is_past(side: _Apart, place: int | None) -> bool:
    first, number = side.first_phrase, side.number(place)
    return first is not None and number is not None and number > first


def _phrases(was: _Apart, now: _Apart) -> StepMoves:
    """All answers to phrases as one step, under the number of the first."""
    moves = tuple(phrase_moves(was.phrases, now.phrases))
    places = (was.first_phrase, now.first_phrase)
    return StepMoves(*places, PHRASES, "statement", moves)


def _moves(
    was: TurnRecord, now: TurnRecord, titles: Mapping[str, str], root: str | None
) -> Iterator[Move]:
    yield from job_moves(was, now, titles, root)
    yield from offer_moves(was, now, root)
    yield from text_moves(was, now)
    yield from button_moves(was, now)


@dataclass
class _Kept:
    """What a conversation has kept so far of what the person said."""

    slots: dict[str, Any] = field(default_factory=dict)

    def add(self, turn: TurnRecord | None) -> None:
        for name, value in (turn.kept if turn else {}).items():
            old = self.slots.get(name)
            if isinstance(value, Mapping) and isinstance(old, Mapping):
                value = {**old, **value}
            self.slots[name] = value

    def first_other(self, other: _Kept) -> str | None:
        """The first fact of the person that is not the same; None when all are."""
        return next((name for name in FACTS if self.slots.get(name) != other.slots.get(name)), None)


FACTS = (
    "commune",
    "home_point",
    "statements",
    "choices",
    "past_jobs",
    "licence",
    "vehicle",
    "public_transport",
    "max_minutes",
    "hours_refused",
    "conditions_refused",
    "training",
    "refusals",
    "surprise",
    "circumstances",
)
"""Slots on which the list of jobs and the offers rest."""
