"""`/console/banc/passages`: what is launched, what plays, and what came of each run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.adapters.sql.bench_reactions import Reactions
from bot.adapters.sql.bench_runs import STATES as STATE_CODES
from bot.adapters.sql.bench_runs import BenchRun
from bot.adapters.yaml_records import BrokenContent
from bot.orientation.phrases import say
from bot.orientation.wording import fold
from bot.replay.record import StoryRecord
from bot.replay.report.chat import turns
from bot.replay.report.machine import as_json, as_junit
from bot.replay.report.page import as_html
from bot.replay.report.run import Run
from bot.replay.runs.desk import Author, RunDesk, TooManyRuns
from bot.replay.runs.engine import ATTACK, STORY, WALK, Played
from bot.replay.runs.facts import WrongData
from bot.replay.runs.spec import STORIES, RunSpec
from bot.replay.runs.words import KINDS, STATES
from bot.replay.shelf import Shelf, StoryChanged
from bot.settings import Settings
from bot.web.console.asking import asking, has_said_yes
from bot.web.console.bench.reactions import About, kinds, reaction_of
from bot.web.console.bench.run_forms import LONGEST_NUMBER, Choices, asked_run
from bot.web.console.bench.tabs import BENCH, BenchPages
from bot.web.console.doors import PART, ConsoleRoute, Doors
from bot.web.console.forms import Form
from bot.web.console.pages import back_to
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError

RUNS = f"{BENCH}/passages"
ONE = f"{RUNS}/{{run_id}}"
EXPORTS: dict[str, tuple[Callable[[Run], str], str]] = {
    "html": (as_html, "text/html"),
    "xml": (as_junit, "application/xml"),
    "json": (as_json, "application/json"),
}


class RunPages:
    """For testers of any organisation: runs hold invented people only."""

    def __init__(
        self,
        desk: RunDesk,
        reactions: Reactions,
        settings: Settings,
        doors: Doors,
        pages: BenchPages,
    ) -> None:
        self._desk = desk
        self._reactions = reactions
        self._settings = settings
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[ConsoleRoute]:
        shown = {
            RUNS: self.all,
            ONE: self.run,
            f"{ONE}/couverture": self.coverage,
            f"{ONE}/rapport/{{ending}}": self.export,
            f"{ONE}/conversations/{{number:int}}": self.conversation,
        }
        done = {
            RUNS: self.launch,
            f"{ONE}/annuler": self.cancel,
            f"{ONE}/epingler": self.pin,
            f"{ONE}/conversations/{{number:int}}/garder": self.keep_story,
            f"{ONE}/conversations/{{number:int}}/reagir": self.react,
        }
        door = self._doors.door
        return [
            *(door(path, handler, TESTER) for path, handler in shown.items()),
            *(door(path, act, TESTER, method="POST") for path, act in done.items()),
            *asking(self._doors, f"{ONE}/effacer", self.forget, TESTER),
        ]

    async def all(self, request: Request, seat: Seat) -> Response:
        """The form, what waits and plays, and the history."""
        return await self._all(request, seat)

    async def _all(
        self, request: Request, seat: Seat, status: int = 200, **content: Any
    ) -> Response:
        self._desk.wake()
        runs = [self._desk.progress(run) for run in await run_in_threadpool(self._desk.runs.all)]
        asked = {name: request.query_params.get(name, "") for name in ("genre", "etat", "texte")}
        waiting = [run for run in reversed(runs) if run.is_open]
        content |= {"waiting": waiting, "kinds": KINDS, "states": STATES}
        if PART in request.headers:
            return self._pages.page(request, seat, "part_runs", status, **content)
        choices = await run_in_threadpool(Choices.of, self._settings, self._desk.engine)
        content.setdefault("form", Form(_wanted(request)))
        return self._pages.page(
            request,
            seat,
            "runs",
            status,
            choices=choices,
            asked=asked,
            history=[
                run for run in runs if not run.is_open and _is_asked(run, asked, seat.org.name)
            ],
            **content,
        )

    async def launch(self, request: Request, seat: Seat) -> Response:
        """Puts a run behind those that wait; a wrong form comes back as it was filled in."""
        form = request.state.form
        try:
            made = await run_in_threadpool(self._launched, form, seat)
        except WrongData as error:
            return await self._all(request, seat, 422, error=str(error), form=form)
        except TooManyRuns as error:
            raise ApiError("too_many") from error
        return back_to(f"{RUNS}/{made.run_id}", request)

    def _launched(self, form: Form, seat: Seat) -> BenchRun:
        choices = Choices.of(self._settings, self._desk.engine)
        asked = asked_run(form, self._settings, choices)
        author = Author(seat.name, seat.org.name)
        return self._desk.launch(asked.spec, asked.title, asked.facts, author)

    async def run(self, request: Request, seat: Seat) -> Response:
        """How far it is; once it has ended, what is not as expected first."""
        self._desk.wake()
        run = await self._found(request)
        content: dict[str, Any] = {
            "run": self._desk.progress(run),
            "kinds": KINDS,
            "states": STATES,
        }
        if PART in request.headers and run.is_open:
            return self._pages.page(request, seat, "part_run", **content)
        outcomes = await run_in_threadpool(self._desk.folder(run.run_id).outcomes)
        others = [
            one
            for one in await run_in_threadpool(self._desk.runs.all)
            if one.run_id != run.run_id and one.kind == run.kind and not one.is_open
        ]
        spec = self._spec(run)
        content |= {
            "failed": [one for one in outcomes if not one.has_passed],
            "passed": [one for one in outcomes if one.has_passed],
            "others": others,
            "spec": spec,
            "ids": dict(enumerate(spec.story_ids)) if spec and spec.kind == STORIES else {},
        }
        # A script that saw it play asks once more: the whole page has the results.
        name = "part_run_done" if PART in request.headers else "run"
        return self._pages.page(request, seat, name, **content)

    async def conversation(self, request: Request, seat: Seat) -> Response:
        """One conversation, turn by turn, and what was said of it; `?etape=` chooses a step."""
        about, played = await self._one(request)
        reactions = await run_in_threadpool(self._reactions.of, about.run.run_id, about.number)
        step = request.query_params.get("etape", "")
        return self._pages.page(
            request,
            seat,
            "run_conversation",
            run=about.run,
            number=about.number,
            played=played,
            record=about.record,
            turns=Markup(turns(about.record)),  # noqa: S704 (escaped there)
            story_id=about.story_id,
            reactions=reactions,
            kinds=kinds(),
            step=int(step)
            if step.isdecimal() and len(step) <= LONGEST_NUMBER
            else _first_wrong(about.record),
        )

    async def react(self, request: Request, seat: Seat) -> Response:
        """A reaction to a step of the conversation is kept."""
        about, _ = await self._one(request)
        made = reaction_of(about, request.state.form, seat)
        await run_in_threadpool(self._reactions.add, made)
        return back_to(
            f"{RUNS}/{about.run.run_id}/conversations/{about.number}",
            request,
            say("web.reaction_kept"),
        )

    async def _one(self, request: Request) -> tuple[About, Played]:
        """The conversation of the address. ApiError: the run or the conversation is not there."""
        run = await self._found(request)
        number = request.path_params["number"]
        played = await run_in_threadpool(self._desk.folder(run.run_id).one, number)
        if played is None:
            raise ApiError("not_found")
        spec = self._spec(run)
        ids = spec.story_ids if spec and spec.kind == STORIES else ()
        story_id = ids[number] if number < len(ids) else None
        return About(run, number, played.record, story_id), played

    async def coverage(self, request: Request, seat: Seat) -> Response:
        """What its conversations reached, and what none of them did."""
        run = await self._found(request)
        parts = await run_in_threadpool(self._desk.folder(run.run_id).coverage)
        return self._pages.page(request, seat, "run_coverage", run=run, parts=parts)

    async def export(self, request: Request, seat: Seat) -> Response:
        """The report as a file."""
        run = await self._found(request)
        ending = request.path_params["ending"]
        if ending not in EXPORTS:
            raise ApiError("not_found")
        render, kind = EXPORTS[ending]
        content = await run_in_threadpool(lambda: render(self._report(run, seat.org.name)))
        name = f'attachment; filename="declic-passage-{run.run_id}.{ending}"'
        return Response(content, 200, {"Content-Disposition": name}, kind)

    def _report(self, run: BenchRun, organisation: str) -> Run:
        """For people of an organisation: those of another one are not named."""
        folder = self._desk.folder(run.run_id)
        played = folder.played()
        seconds = folder.progress().seconds
        day = (run.started_at or run.created_at).date()
        authors = {
            str(kept.path): kept.author_for(organisation) for kept in Shelf.of(self._settings).all()
        }
        stories, people, attacked = (
            [_signed(one, authors) for one in played if one.kind == kind]
            for kind in (STORY, WALK, ATTACK)
        )
        return Run(day, stories, people, folder.coverage(), (), seconds, attacked)

    async def cancel(self, request: Request, seat: Seat) -> Response:
        run = await self._found(request)
        await run_in_threadpool(self._desk.cancel, run.run_id)
        return back_to(f"{RUNS}/{run.run_id}", request)

    async def pin(self, request: Request, seat: Seat) -> Response:
        """Old runs go by themselves, but for those that are pinned."""
        run = await self._found(request)
        is_pinned = request.state.form.one("epingle") == "oui"
        await run_in_threadpool(self._desk.runs.pin, run.run_id, is_pinned)
        return back_to(f"{RUNS}/{run.run_id}", request)

    async def forget(self, request: Request, seat: Seat) -> Response:
        """Once its page has asked."""
        run = await self._found(request)
        if not has_said_yes(request):
            return self._pages.page(request, seat, "run_erase", run=run)
        if not await run_in_threadpool(self._desk.forget, run.run_id):
            raise ApiError("busy")
        return back_to(RUNS, request)

    async def keep_story(self, request: Request, seat: Seat) -> Response:
        """A conversation that was shrunk becomes a story of this installation."""
        _, played = await self._one(request)
        if played.found is None:
            raise ApiError("not_found")
        shelf = Shelf.of(self._settings)
        name = await run_in_threadpool(shelf.free_name, played.record.name)
        try:
            kept = await run_in_threadpool(shelf.save, name, played.found, None, seat.org.name)
        except (BrokenContent, StoryChanged) as error:
            raise ApiError("busy") from error
        return back_to(f"{BENCH}/histoires/voir/{kept.story_id}", request)

    async def _found(self, request: Request) -> BenchRun:
        """The run of the address. ApiError: there is none, or no more."""
        run = await run_in_threadpool(self._desk.runs.find, request.path_params["run_id"])
        if run is None:
            raise ApiError("not_found")
        return run

    def _spec(self, run: BenchRun) -> RunSpec | None:
        """None: its files are on another machine, or of another version."""
        try:
            return self._desk.folder(run.run_id).spec()
        except (OSError, ValueError):
            return None


def _signed(played: Played, authors: Mapping[str, str]) -> StoryRecord:
    """A story that is no longer on the shelf is nobody's; invented people have no author."""
    if played.kind != STORY:
        return played.record
    return replace(played.record, author=authors.get(played.record.path, ""))


def _first_wrong(record: StoryRecord) -> int:
    """The first turn that is not as expected: what one most often wants to speak about."""
    wrong = (number for number, turn in enumerate(record.turns) if turn.differences)
    return next(wrong, 0)


def _wanted(request: Request) -> list[tuple[str, str]]:
    """Stories that a link of the library asks to check, and facts that are changed on purpose."""
    asked = request.query_params.multi_items()
    return [(name, value) for name, value in asked if name in ("histoire", "variante")]


def _is_asked(run: BenchRun, asked: dict[str, str], organisation: str) -> bool:
    """Who launched it is known in their own organisation only."""
    author = run.author if run.organisation == organisation else ""
    words = fold(f"{run.title} {author} {run.facts}")
    return (
        (not asked["genre"] or run.kind == asked["genre"])
        and (not asked["etat"] or _state(run) == asked["etat"])
        and fold(asked["texte"]) in words
    )


def _state(run: BenchRun) -> str:
    """As the filter names it: of those that ended, whether something is to be looked at."""
    if run.state == "done" and run.failed:
        return "changed"
    return run.state


assert set(STATES) == set(STATE_CODES)
