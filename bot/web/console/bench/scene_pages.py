"""The page of a stage: the real widget, the steps of a story, and what happens inside each turn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from sqlalchemy.engine import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot import wiring
from bot.replay.runs.facts import WrongData
from bot.replay.runs.spec import BUNDLED
from bot.replay.shelf import Kept, Shelf
from bot.replay.stage.keeping import (
    FAILED,
    GONE,
    READY,
    STARTING,
    Hosted,
    NoRoom,
    Refused,
    StageGone,
    Stages,
)
from bot.settings import Settings
from bot.web.console.asking import asking, has_said_yes
from bot.web.console.bench.run_forms import Choices, Over, asked_over
from bot.web.console.bench.scene_view import scene_view
from bot.web.console.bench.scene_words import CHOOSE, CLOSED, FULL, OWN, UNKNOWN
from bot.web.console.bench.tabs import BENCH, BenchPages
from bot.web.console.doors import PART, ConsoleRoute, Doors
from bot.web.console.forms import Form
from bot.web.console.seats import TESTER, Seat
from bot.web.scene import Upstream

PATH = f"{BENCH}/scene"
WAITING = f"{PATH}?attente=1"
ACTS = {
    "avancer": "advance",
    "reculer": "back",
    "aller": "jump",
    "recommencer": "restart",
    "main": "take",
    "histoire": "give_back",
}
FREE = "libre"


class ScenePages:
    """`/console/banc/scene`: each tester has one stage at most."""

    def __init__(
        self, stages: Stages, engine: Engine, settings: Settings, doors: Doors, pages: BenchPages
    ) -> None:
        self._stages = stages
        self._engine = engine
        self._settings = settings
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[ConsoleRoute]:
        door = self._doors.door
        return [
            door(PATH, self.show, TESTER),
            door(f"{PATH}/ouvrir", self.open, TESTER, method="POST"),
            *asking(self._doors, f"{PATH}/fermer", self.close, TESTER),
            *(
                door(f"{PATH}/{name}", self._done(order), TESTER, method="POST")
                for name, order in ACTS.items()
            ),
        ]

    def upstream(self, key: str) -> Upstream | None:
        """Where the stage of a key listens; somebody is at its widget."""
        found = self._stages.by_key(key)
        if found is None or found.port is None:
            return None
        self._stages.see(found)
        return Upstream(found.port, found.secret)

    async def show(self, request: Request, seat: Seat) -> Response:
        hosted = self._stages.of(seat.advisor_id)
        if hosted is None:
            return await self._choice(request, seat)
        query = request.query_params
        wanted = query.get("histoire")
        if hosted.state == STARTING:
            return self._waiting(request, seat)
        if hosted.state != READY:
            return await self._ended(request, seat, hosted)
        if "attente" in query:
            # The script that waits is told nothing, and loads the whole page.
            return Response(status_code=204) if PART in request.headers else _to_scene()
        if "choisir" in query or (wanted is not None and wanted != hosted.story_id):
            return await self._choice(request, seat, hosted=hosted)
        return await self._scene(request, seat, hosted)

    async def open(self, request: Request, seat: Seat) -> Response:
        """Starts the stage, or puts another story on the one that is open."""
        form: Form = request.state.form
        wanted = form.one("histoire")
        if not wanted:
            return await self._choice(request, seat, CHOOSE, status=422)
        story = None if wanted == FREE else await run_in_threadpool(self._find, wanted)
        if story is None and wanted != FREE:
            return await self._choice(request, seat, UNKNOWN, status=404)
        try:
            over = await run_in_threadpool(self._asked_over, form)
            if await self._played(seat, story, over):
                return _to_scene()
        except WrongData as error:
            return await self._choice(request, seat, str(error), status=422)
        except NoRoom:
            return await self._choice(request, seat, FULL, status=503)
        except Refused as error:
            return await self._choice(request, seat, str(error), status=409)
        return RedirectResponse(WAITING, 303)

    async def _played(self, seat: Seat, story: Kept | None, over: Over) -> bool:
        """Whether the stage that is open took the story; else one is started. Raises NoRoom,
        Refused."""
        hosted = self._stages.of(seat.advisor_id)
        if hosted is not None:
            is_over_the_same = (hosted.data, hosted.model) == (over.data, over.model)
            if is_over_the_same and await self._took(hosted, story):
                return True
            await self._stages.end(hosted)
        self._stages.start(seat.advisor_id, *_named(story), over.data, over.model)
        return False

    async def close(self, request: Request, seat: Seat) -> Response:
        """Asks first when something that was done by hand would be lost, and only then."""
        hosted = self._stages.of(seat.advisor_id)
        if hosted is None:
            return _to_scene()
        lost = 0 if has_said_yes(request) else await self._lost(hosted)
        if lost:
            return self._pages.page(request, seat, "scene_close", hosted=hosted, lost=lost)
        if request.method == "POST":
            await self._stages.end(hosted, CLOSED)
        return _to_scene()

    async def _lost(self, hosted: Hosted) -> int:
        """Turns held by hand and not recorded; 0 too on a stage that does not answer."""
        try:
            return await self._stages.unrecorded(hosted)
        except StageGone:
            return 0

    async def _took(self, hosted: Hosted, story: Kept | None) -> bool:
        """Whether the stage that is open could take the story. Raises Refused."""
        if hosted.state != READY:
            return False
        try:
            await self._stages.load(hosted, *_named(story))
        except StageGone:
            return False
        return True

    def _done(self, order: str) -> Callable[[Request, Seat], Awaitable[Response]]:
        async def do(request: Request, seat: Seat) -> Response:
            hosted = self._stages.of(seat.advisor_id)
            if hosted is None or hosted.state != READY:
                return self._gone(request, seat)
            given = {"step": _number(request.state.form.one("pas"))} if order == "jump" else {}
            error = None
            try:
                await self._stages.order(hosted, order, **given)
            except Refused as refused:
                error = str(refused)
            except StageGone:
                return self._gone(request, seat)
            if PART in request.headers or error:
                return await self._scene(request, seat, hosted, error)
            return _to_scene()

        return do

    async def _scene(
        self, request: Request, seat: Seat, hosted: Hosted, error: str | None = None
    ) -> Response:
        try:
            state = await self._stages.state(hosted)
        except StageGone:
            return await self._ended(request, seat, hosted)
        is_part = PART in request.headers
        return self._pages.page(
            request,
            seat,
            "scene_panel" if is_part else "scene",
            409 if error else 200,
            scene=scene_view(
                state, _number(request.query_params.get("tour", "")), wiring.catalogue()
            ),
            hosted=hosted,
            over=Over(hosted.data, hosted.model).words(self._settings),
            error=error,
        )

    def _gone(self, request: Request, seat: Seat) -> Response:
        """There is nothing to act on any more."""
        if PART not in request.headers:
            return _to_scene()
        return self._pages.page(request, seat, "scene_gone_panel", 409)

    def _waiting(self, request: Request, seat: Seat) -> Response:
        name = "scene_waiting_panel" if PART in request.headers else "scene_waiting"
        return self._pages.page(request, seat, name)

    async def _ended(self, request: Request, seat: Seat, hosted: Hosted) -> Response:
        """It did not start, or has stopped: one may open it again."""
        why = hosted.failure if hosted.state == FAILED else GONE
        await self._stages.end(hosted, why)
        return _again(request)

    async def _choice(
        self,
        request: Request,
        seat: Seat,
        error: str | None = None,
        status: int = 200,
        hosted: Hosted | None = None,
    ) -> Response:
        """The page on which a stage is opened, or given another story."""
        if PART in request.headers:
            return Response(status_code=204)
        choices = await run_in_threadpool(Choices.of, self._settings, self._engine)
        return self._pages.page(
            request,
            seat,
            "scene_choice",
            status,
            choices=choices,
            groups=grouped(choices.stories),
            form=_form(request, hosted),
            hosted=hosted,
            error=error or self._stages.told(seat.advisor_id),
        )

    def _asked_over(self, form: Form) -> Over:
        choices = Choices.of(self._settings, self._engine)
        return asked_over(form, self._settings, choices)

    def _find(self, story_id: str) -> Kept | None:
        found = Shelf.of(self._settings).find(story_id)
        return None if found is None or found.is_broken else found


def _form(request: Request, hosted: Hosted | None) -> Form:
    """The form that could not be followed; of a new one, the story of the address."""
    if request.method == "POST":
        form: Form = request.state.form
        return form
    wanted = request.query_params.get("histoire", "")
    return Form([("histoire", wanted), ("donnees", hosted.data.base if hosted else BUNDLED)])


def _named(story: Kept | None) -> tuple[str | None, Path | None]:
    """Its id and its file; None both for a free conversation."""
    return (story.story_id, story.path) if story else (None, None)


def grouped(stories: Sequence[Kept]) -> dict[str, list[Kept]]:
    """By source and folder, as a list to choose from tells them apart."""
    found: dict[str, list[Kept]] = {}
    for kept in stories:
        place = OWN if kept.is_own else kept.source.capitalize()
        found.setdefault(f"{place} : {kept.topic}" if kept.topic else place, []).append(kept)
    return found


def _number(text: str) -> int | None:
    """None: it is no number."""
    return int(text) if text.isdecimal() and len(text) < 6 else None


def _to_scene() -> Response:
    return RedirectResponse(PATH, 303)


def _again(request: Request) -> Response:
    """The whole page, also for a script."""
    return Response(status_code=204) if PART in request.headers else _to_scene()
