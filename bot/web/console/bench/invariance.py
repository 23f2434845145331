"""`/console/banc/invariance`: the same people told otherwise, and what that moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot import wiring
from bot.adapters.sql.bench_runs import DONE, BenchRun
from bot.orientation.typography import french
from bot.orientation.wording import fold
from bot.replay.invariance.age_offers import age_offers
from bot.replay.invariance.manners import GROUPS
from bot.replay.invariance.outcomes import TO_LOOK_AT, Outcome, outcomes
from bot.replay.invariance.words import TICK_ONE, VERDICTS, as_csv, as_html, moved, title_of
from bot.replay.moves import compare_stories
from bot.replay.moves_of_jobs import titles_of
from bot.replay.runs.desk import Author, RunDesk, TooManyRuns
from bot.replay.runs.spec import INVARIANCE, RunSpec
from bot.replay.runs.words import STATES, facts_words
from bot.replay.shelf import Kept, Shelf
from bot.settings import Settings
from bot.web.console.bench.differences import story_beside
from bot.web.console.bench.run_forms import ticked
from bot.web.console.bench.story_pages import groups_of
from bot.web.console.bench.tabs import BENCH, BenchPages
from bot.web.console.doors import Doors
from bot.web.console.pages import back_to
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError

HOME = f"{BENCH}/invariance"
ONE = f"{HOME}/{{run_id}}"
FILES = {"csv": (as_csv, "text/csv"), "html": (as_html, "text/html")}
MOST_KEPT = 2
MANNERS = sum(len(one.manners) for one in GROUPS)
"""Conversations that each story is told in."""


@dataclass(frozen=True)
class Line:
    """One manner of one story, as the table shows it. number: its place among all outcomes."""

    number: int
    outcome: Outcome
    told: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One group. wrong: how many of `count` are to be looked at, whatever the filter."""

    title: str
    promise: str
    code: str
    count: int
    wrong: int
    lines: tuple[Line, ...]


@dataclass
class Results:
    """The outcomes of the runs looked at last: reading one takes seconds."""

    desk: RunDesk
    _kept: dict[str, list[Outcome]] = field(default_factory=dict)

    def of(self, run: BenchRun) -> list[Outcome]:
        """A run that still plays is read anew each time."""
        if run.run_id in self._kept:
            return self._kept[run.run_id]
        ages = age_offers(wiring.offers().by_id.values())
        found = outcomes(self.desk.folder(run.run_id).records(), ages)
        if not run.is_open:
            while len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[run.run_id] = found
        return found


class InvariancePages:
    """Launched through the same queue as all runs."""

    def __init__(self, desk: RunDesk, settings: Settings, doors: Doors, pages: BenchPages) -> None:
        self._desk = desk
        self._settings = settings
        self._doors = doors
        self._pages = pages
        self._results = Results(desk)

    def routes(self) -> list[BaseRoute]:
        door = self._doors.door
        return [
            door(HOME, self.home, TESTER),
            door(HOME, self.launch, TESTER, method="POST"),
            door(ONE, self.show, TESTER),
            door(f"{ONE}/fichier/{{ending}}", self.export, TESTER),
            door(f"{ONE}/{{number:int}}", self.telling, TESTER),
        ]

    async def home(self, request: Request, seat: Seat) -> Response:
        """What is promised, the form, and the runs."""
        return await self._home(request, seat)

    async def _home(
        self, request: Request, seat: Seat, status: int = 200, error: str = ""
    ) -> Response:
        self._desk.wake()
        every = await run_in_threadpool(self._desk.runs.all)
        runs = [self._desk.progress(run) for run in every if run.kind == INVARIANCE]
        stories = await run_in_threadpool(self._stories)
        return self._pages.page(
            request, seat, "invariance", status, error=error, groups=GROUPS, runs=runs,
            states=STATES, groups_of_stories=groups_of(stories),
            golden=[kept.story_id for kept in stories if kept.is_golden],
            manners=MANNERS, minutes=minutes_of_a_story(runs),
        )  # fmt: skip

    def _stories(self) -> list[Kept]:
        """Those that may be told otherwise: somebody answers in them."""
        every = Shelf.of(self._settings).all()
        return [kept for kept in every if kept.persona and not kept.is_broken]

    async def launch(self, request: Request, seat: Seat) -> Response:
        """Puts the stories that are ticked behind the runs that wait."""
        stories = await run_in_threadpool(self._stories)
        chosen = ticked(request.state.form, stories)
        if not chosen:
            return await self._home(request, seat, 422, TICK_ONE)
        spec = RunSpec(INVARIANCE, tuple(kept.story_id for kept in chosen))
        author = Author(seat.name, seat.org.name)
        title = title_of(len(chosen), chosen[0].title)
        try:
            made = await run_in_threadpool(
                self._desk.launch, spec, title, facts_words(spec, self._settings), author
            )
        except TooManyRuns as error:
            raise ApiError("too_many") from error
        return back_to(f"{HOME}/{made.run_id}", request)

    async def show(self, request: Request, seat: Seat) -> Response:
        """The table, group by group; while it plays, what is there so far."""
        self._desk.wake()
        run = await self._found(request)
        found = await run_in_threadpool(self._results.of, run)
        asked = {name: request.query_params.get(name, "") for name in ("etat", "mots")}
        return self._pages.page(
            request, seat, "invariance_run", run=self._desk.progress(run), states=STATES,
            asked=asked, verdicts=VERDICTS, sections=_sections(found, asked), total=len(found),
        )  # fmt: skip

    async def telling(self, request: Request, seat: Seat) -> Response:
        """One manner beside its reference, turn by turn."""
        run = await self._found(request)
        found = await run_in_threadpool(self._results.of, run)
        number = request.path_params["number"]
        if number >= len(found):
            raise ApiError("not_found")
        one = found[number]
        assert one.before is not None and one.after is not None
        titles = titles_of((one.before, one.after))
        story = story_beside(compare_stories(one.before, one.after, titles, wiring.catalogue()))
        return self._pages.page(
            request, seat, "invariance_telling", run=run, line=_line(number, one), story=story,
            verdicts=VERDICTS,
        )  # fmt: skip

    async def export(self, request: Request, seat: Seat) -> Response:
        run = await self._found(request)
        ending = request.path_params["ending"]
        if ending not in FILES:
            raise ApiError("not_found")
        render, kind = FILES[ending]
        found = await run_in_threadpool(self._results.of, run)
        name = f'attachment; filename="declic-invariance.{ending}"'
        return Response(render(found), 200, {"Content-Disposition": name}, kind)

    async def _found(self, request: Request) -> BenchRun:
        """ApiError: there is no such run, or it is of another kind."""
        run = await run_in_threadpool(self._desk.runs.find, request.path_params["run_id"])
        if run is None or run.kind != INVARIANCE:
            raise ApiError("not_found")
        return run


def minutes_of_a_story(runs: Sequence[BenchRun]) -> float | None:
    """All manners of one story, with the preparation, over the runs that were played to their end
    here; None: none was yet."""
    ended = [run for run in runs if run.state == DONE and run.done]
    seconds = sum(
        (run.ended_at - run.started_at).total_seconds()
        for run in ended
        if run.started_at and run.ended_at
    )
    return round(seconds / sum(run.done for run in ended) * MANNERS / 60, 2) if ended else None


def _line(number: int, one: Outcome) -> Line:
    return Line(number, one, tuple(french(told[:1].upper() + told[1:]) for told in moved(one)))


def _sections(found: Sequence[Outcome], asked: dict[str, str]) -> list[Section]:
    lines = [_line(number, one) for number, one in enumerate(found)]
    sections = []
    for group in GROUPS:
        mine = [line for line in lines if line.outcome.group == group.code]
        shown = tuple(line for line in mine if _is_asked(line, asked))
        wrong = sum(line.outcome.verdict == TO_LOOK_AT for line in mine)
        if mine:
            sections.append(
                Section(group.title, group.promise, group.code, len(mine), wrong, shown)
            )
    return sections


def _is_asked(line: Line, asked: dict[str, str]) -> bool:
    one = line.outcome
    words = f"{one.title} {one.presentation} {one.manner_title} {' '.join(line.told)}"
    return asked["etat"] in ("", one.verdict) and fold(asked["mots"]) in fold(words)
