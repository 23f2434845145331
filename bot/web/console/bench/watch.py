"""`/console/banc/surveillance`: what changed for people since the baseline, and which one it is."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute

from bot.adapters.sql.answer_cache import utc_now
from bot.adapters.sql.bench_runs import BenchRun
from bot.replay.runs.desk import Author, RunDesk, TooManyRuns
from bot.replay.runs.spec import HERE, WATCH, DataChoice, RunSpec
from bot.replay.runs.words import STATES, facts_words
from bot.replay.watch.decisions import LONGEST_WHY, Signed, decisions
from bot.replay.watch.kept import CannotWatch, WatchFolder
from bot.replay.watch.news import News
from bot.replay.watch.watching import accept_last, keep_baseline, restore
from bot.replay.watch.words import ACTS, BACK, NOT_WHOLE, NOW_BASELINE, RUN_TITLE, SAY_WHY, STAYS
from bot.settings import Settings
from bot.web.console.asking import asking, has_said_yes
from bot.web.console.bench.tabs import BENCH, BenchPages
from bot.web.console.bench.watches import Watch, Watches, of_baseline
from bot.web.console.doors import PART, Doors
from bot.web.console.forms import Form
from bot.web.console.pages import back_to
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError

HOME = f"{BENCH}/surveillance"
ONE = f"{HOME}/{{run_id}}"
FORMER = f"{HOME}/anciennes/{{name}}"


class WatchPages:
    """Launched through the same queue as all runs; decided in the same files as the command."""

    def __init__(
        self, desk: RunDesk, settings: Settings, news: News, doors: Doors, pages: BenchPages
    ) -> None:
        self._desk = desk
        self._settings = settings
        self._news = news
        self._watches = Watches(desk, WatchFolder.of(settings), news)
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[BaseRoute]:
        door = self._doors.door
        return [
            door(HOME, self.home, TESTER),
            door(HOME, self.launch, TESTER, method="POST"),
            door(ONE, self.show, TESTER),
            door(f"{ONE}/rapport", self.export, TESTER),
            *asking(self._doors, f"{ONE}/reference", self.accept, TESTER),
            door(f"{ONE}/garder", self.keep, TESTER, method="POST"),
            *asking(self._doors, FORMER, self.restore, TESTER),
        ]

    async def home(self, request: Request, seat: Seat) -> Response:
        """What changed, the launch, what waits and plays, the results, and what was decided."""
        self._desk.wake()
        watches = await run_in_threadpool(self._watches.all)
        opened = [one.run for one in watches if one.run.is_open]
        if PART in request.headers and opened:
            return self._pages.page(request, seat, "part_watch", opened=opened, states=STATES)
        decided = await run_in_threadpool(decisions, self._watches.folder)
        return self._pages.page(
            request,
            seat,
            "part_watch_done" if PART in request.headers else "watch",
            news=await run_in_threadpool(self._news.lines),
            opened=opened,
            ended=[one for one in watches if not one.run.is_open],
            decided=decided,
            baseline=of_baseline(decided),
            has_baseline=self._watches.folder.stamp() is not None,
            formers=await run_in_threadpool(self._watches.folder.formers),
            acts=ACTS,
            states=STATES,
        )

    async def launch(self, request: Request, seat: Seat) -> Response:
        """Puts a watch behind the runs that wait; one that waits or plays already is enough."""
        made = await run_in_threadpool(self._watches.opened)
        if made is None:
            try:
                made = await run_in_threadpool(self._launched, seat)
            except TooManyRuns as error:
                raise ApiError("too_many") from error
        return back_to(f"{HOME}/{made.run_id}", request)

    def _launched(self, seat: Seat) -> BenchRun:
        spec = RunSpec(WATCH, data=DataChoice(HERE))
        return self._desk.launch(
            spec, RUN_TITLE, facts_words(spec, self._settings), Author(seat.name, seat.org.name)
        )

    async def show(self, request: Request, seat: Seat) -> Response:
        """How far it is; once it has ended, what changed for people, and what to decide."""
        self._desk.wake()
        run = await self._run(request)
        if PART in request.headers:
            name = "part_run" if run.is_open else "part_watch_done"
            return self._pages.page(
                request, seat, name, run=self._desk.progress(run), states=STATES
            )
        return await self._shown(request, seat)

    async def _shown(
        self, request: Request, seat: Seat, status: int = 200, error: str | None = None
    ) -> Response:
        watch = await self._found(request)
        run = self._desk.progress(watch.run)
        return self._pages.page(
            request, seat, "watch_run", status, watch=watch, run=run, error=error, acts=ACTS,
            states=STATES, longest=LONGEST_WHY,
        )  # fmt: skip

    async def export(self, request: Request, seat: Seat) -> Response:
        """What changed with every sentence, as one file."""
        run = await self._run(request)
        page = self._desk.folder(run.run_id).watch_page
        if not page.exists():
            raise ApiError("not_found")
        return FileResponse(page, media_type="text/html", filename="declic-surveillance.html")

    async def _asked(
        self, request: Request, seat: Seat, status: int = 200, error: str | None = None
    ) -> Response:
        """Before the baseline is replaced."""
        watch = await self._found(request)
        if watch.refusal or watch.report is None:
            return await self._shown(request, seat, 422, watch.refusal or NOT_WHOLE)
        form = getattr(request.state, "form", None) or Form([])
        return self._pages.page(
            request, seat, "watch_accept", status, watch=watch, run=watch.run, error=error,
            form=form, longest=LONGEST_WHY,
        )  # fmt: skip

    async def accept(self, request: Request, seat: Seat) -> Response:
        """This watch becomes the baseline, and stays in the history; without a yes it is asked
        again."""
        if not has_said_yes(request):
            return await self._asked(request, seat)
        if not _why(request.state.form):
            return await self._asked(request, seat, 422, SAY_WHY)
        watch = await self._found(request)
        if watch.refusal:
            return await self._shown(request, seat, 422, watch.refusal)
        run_id, signed = watch.run.run_id, _signed(request.state.form, seat)
        try:
            await run_in_threadpool(accept_last, self._settings, signed, run_id)
        except CannotWatch as error:
            return await self._shown(request, seat, 422, str(error))
        await run_in_threadpool(self._desk.runs.pin, run_id)
        return back_to(f"{HOME}/{run_id}", request, NOW_BASELINE)

    async def keep(self, request: Request, seat: Seat) -> Response:
        """The baseline stays; that somebody has decided so is noted."""
        watch = await self._found(request)
        wrong = watch.refusal or (None if _why(request.state.form) else SAY_WHY)
        if wrong:
            return await self._shown(request, seat, 422, wrong)
        run, signed = watch.run, _signed(request.state.form, seat)
        day = (run.started_at or run.created_at).date()
        await run_in_threadpool(keep_baseline, self._settings, signed, run.run_id, day)
        return back_to(f"{HOME}/{run.run_id}", request, STAYS)

    async def _former(
        self, request: Request, seat: Seat, status: int = 200, error: str | None = None
    ) -> Response:
        """What changed between a former baseline and the one of today."""
        name = request.path_params["name"]
        form = getattr(request.state, "form", None) or Form([])
        try:
            day, report = await run_in_threadpool(self._watches.beside_former, name)
        except CannotWatch as gone:
            raise ApiError("not_found") from gone
        return self._pages.page(
            request, seat, "watch_former", status, name=name, day=day, report=report, error=error,
            form=form, longest=LONGEST_WHY,
        )  # fmt: skip

    async def restore(self, request: Request, seat: Seat) -> Response:
        """A former baseline is the baseline again; without a yes it is asked again."""
        if not has_said_yes(request):
            return await self._former(request, seat)
        if not _why(request.state.form):
            return await self._former(request, seat, 422, SAY_WHY)
        signed, name = _signed(request.state.form, seat), request.path_params["name"]
        try:
            await run_in_threadpool(restore, self._settings, signed, name)
        except CannotWatch as error:
            raise ApiError("not_found") from error
        return back_to(HOME, request, BACK)

    async def _run(self, request: Request) -> BenchRun:
        """ApiError: there is no such run, or it is no watch."""
        run = await run_in_threadpool(self._desk.runs.find, request.path_params["run_id"])
        if run is None or run.kind != WATCH:
            raise ApiError("not_found")
        return run

    async def _found(self, request: Request) -> Watch:
        run = await self._run(request)
        return await run_in_threadpool(self._watches.of, run)


def _why(form: Form) -> str:
    return " ".join(form.one("pourquoi").split())[:LONGEST_WHY]


def _signed(form: Form, seat: Seat) -> Signed:
    return Signed(seat.name, seat.org.name, _why(form), utc_now())
