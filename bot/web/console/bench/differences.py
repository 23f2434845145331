"""`/console/banc/passages/<a>/compare/<b>`: what changed for people between two runs, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from bot import wiring
from bot.adapters.sql.bench_runs import BenchRun
from bot.orientation.labels import upper_first
from bot.orientation.typography import french
from bot.orientation.wording import fold
from bot.replay.move import GROUPS, Move, Reason, by_reason, group_of, notes_of
from bot.replay.move_words import move_sentence, totals_in_words
from bot.replay.moves import Comparison, StepMoves, StoryMoves, compare_runs
from bot.replay.record import TurnRecord
from bot.replay.report.differences import STATES, as_csv, as_html, title_between
from bot.replay.runs.desk import RunDesk
from bot.replay.screen import Screen
from bot.web.console.bench.tabs import BENCH, BenchPages
from bot.web.console.doors import Doors
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError

RUNS, CHOICE = f"{BENCH}/passages", f"{BENCH}/comparer"
PAIR = f"{RUNS}/{{before}}/compare/{{after}}"
MOST_KEPT = 2
FILES = {"csv": "text/csv", "html": "text/html"}


@dataclass(frozen=True)
class Told:
    """A move as the page shows it."""

    group: str
    sentence: str
    why: str
    note: str = ""

    @classmethod
    def of(cls, move: Move) -> Told:
        told = upper_first(move_sentence(move))
        return cls(group_of(move), told, french(move.why), french(move.note))


@dataclass(frozen=True)
class Step:
    """One turn. was, now: what was on screen, bubble by bubble; None: there was no such turn."""

    number: int
    said: str | None
    moves: tuple[Told, ...]
    was: tuple[str, ...] | None
    now: tuple[str, ...] | None
    is_changed: bool

    @property
    def reasons(self) -> tuple[Reason[Told], ...]:
        """What changed, each reason once."""
        return by_reason(self.moves)

    @property
    def notes(self) -> tuple[str, ...]:
        return notes_of(self.moves)


@dataclass(frozen=True)
class Story:
    """number: its place in the comparison."""

    number: int
    title: str
    presentation: str
    state: str | None
    steps: tuple[Step, ...]
    had_passed: bool | None
    has_passed: bool | None


@dataclass
class Comparisons:
    """The last ones that were looked at: reading two runs takes seconds."""

    desk: RunDesk
    _kept: dict[tuple[str, str], Comparison] = field(default_factory=dict)

    def of(self, before: str, after: str) -> Comparison:
        key = (before, after)
        if key not in self._kept:
            was, now = (self.desk.folder(run_id).records() for run_id in key)
            while len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = compare_runs(was, now, wiring.catalogue())
        return self._kept[key]


class DifferencePages:
    """Two runs that have ended."""

    def __init__(self, desk: RunDesk, doors: Doors, pages: BenchPages) -> None:
        self._desk = desk
        self._doors = doors
        self._pages = pages
        self._comparisons = Comparisons(desk)

    def routes(self) -> list[BaseRoute]:
        shown = {
            CHOICE: self.choose,
            f"{RUNS}/{{before}}/compare": self.to_pair,
            PAIR: self.show,
            f"{PAIR}/histoires/{{number:int}}": self.story,
            f"{PAIR}/fichier/{{ending}}": self.export,
        }
        return [self._doors.door(path, handler, TESTER) for path, handler in shown.items()]

    async def choose(self, request: Request, seat: Seat) -> Response:
        """Two runs of the history; once both are chosen, their comparison."""
        asked = [request.query_params.get(name, "") for name in ("avant", "apres")]
        if all(asked):
            runs = [await self._run(one) for one in asked]
            return RedirectResponse(_address(*runs), 303)
        ended = [run for run in await run_in_threadpool(self._desk.runs.all) if not run.is_open]
        return self._pages.page(request, seat, "compare_choice", runs=ended)

    async def to_pair(self, request: Request, seat: Seat) -> Response:
        """From the page of a run: the older of the two is what was before."""
        one = await self._run(request.path_params["before"])
        other = await self._run(request.query_params.get("autre", ""))
        first, last = sorted((one, other), key=lambda run: run.created_at)
        return RedirectResponse(_address(first, last), 303)

    async def show(self, request: Request, seat: Seat) -> Response:
        """Counts, then story by story, what the filter asks for."""
        before, after, found = await self._pair(request)
        asked = {name: request.query_params.get(name, "") for name in ("groupe", "mots")}
        stories = [story for story in _stories(found) if story.state or story.steps]
        return self._pages.page(
            request,
            seat,
            "compare",
            before=before,
            after=after,
            base=_address(before, after),
            totals=[french(line) for line in totals_in_words(found.totals)],
            asked=asked,
            groups=tuple(GROUPS),
            stories=[one for story in stories if (one := _asked(story, asked)) is not None],
            changed_count=len(stories),
        )

    async def story(self, request: Request, seat: Seat) -> Response:
        """One story, both runs side by side, every step."""
        before, after, found = await self._pair(request)
        number = request.path_params["number"]
        if number >= len(found.stories):
            raise ApiError("not_found")
        story = story_beside(found.stories[number], number)
        return self._pages.page(
            request,
            seat,
            "compare_story",
            before=before,
            after=after,
            base=_address(before, after),
            story=story,
        )

    async def export(self, request: Request, seat: Seat) -> Response:
        """Everything as a file, whatever the filter."""
        before, after, found = await self._pair(request)
        ending = request.path_params["ending"]
        if ending not in FILES:
            raise ApiError("not_found")
        title = title_between(before.title, after.title)
        lines = [f"Avant : {before.facts}.", f"Après : {after.facts}."]
        lines += totals_in_words(found.totals)
        content = as_csv(found) if ending == "csv" else as_html(title, lines, found)
        name = f'attachment; filename="declic-comparaison.{ending}"'
        return Response(content, 200, {"Content-Disposition": name}, FILES[ending])

    async def _pair(self, request: Request) -> tuple[BenchRun, BenchRun, Comparison]:
        before, after = [await self._run(request.path_params[n]) for n in ("before", "after")]
        found = await run_in_threadpool(self._comparisons.of, before.run_id, after.run_id)
        return before, after, found

    async def _run(self, run_id: str) -> BenchRun:
        """A run that has ended. ApiError: there is none of this name, or it still plays."""
        run = await run_in_threadpool(self._desk.runs.find, run_id)
        if run is None or run.is_open:
            raise ApiError("not_found")
        return run


def _address(before: BenchRun, after: BenchRun) -> str:
    return f"{RUNS}/{before.run_id}/compare/{after.run_id}"


def story_beside(story: StoryMoves, number: int = 0) -> Story:
    """One story with every step, to be read side by side."""
    return _story(number, story, story.steps)


def _stories(found: Comparison) -> list[Story]:
    """Every story, with its changed steps only."""
    return [
        _story(number, story, story.changed_steps) for number, story in enumerate(found.stories)
    ]


def _story(number: int, story: StoryMoves, steps: Sequence[StepMoves]) -> Story:
    return Story(
        number,
        story.title,
        story.presentation,
        STATES.get(story.state),
        tuple(_step(step, story) for step in steps),
        story.had_passed,
        story.has_passed,
    )


def _step(step: StepMoves, story: StoryMoves) -> Step:
    was = story.before.turns[step.before] if story.before and step.before is not None else None
    now = story.after.turns[step.after] if story.after and step.after is not None else None
    moves = tuple(map(Told.of, step.moves))
    return Step(step.number, step.said, moves, _bubbles(was), _bubbles(now), step.is_changed)


def _bubbles(turn: TurnRecord | None) -> tuple[str, ...] | None:
    if turn is None:
        return None
    screen = Screen(turn.messages)
    buttons = [f"[ {title} ]" for title in screen.titles]
    return (*screen.bubbles, *([" ".join(buttons)] if buttons else []))


def _asked(story: Story, asked: dict[str, str]) -> Story | None:
    """The story with the moves that the filter asks for; None when it has none of them."""
    words = fold(asked["mots"])
    if not any(asked.values()):
        return story
    is_named = words in fold(f"{story.title} {story.presentation}")
    steps = []
    for step in story.steps:
        moves = tuple(
            move
            for move in step.moves
            if asked["groupe"] in ("", move.group)
            and (is_named or words in fold(f"{move.sentence} {move.why}"))
        )
        if moves:
            steps.append(Step(step.number, step.said, moves, step.was, step.now, True))
    if not steps:
        return None
    return Story(
        story.number, story.title, story.presentation, story.state, tuple(steps),
        story.had_passed, story.has_passed,
    )  # fmt: skip
