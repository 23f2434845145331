"""The page of a stage: the real widget, the steps of a story, and what happens inside each turn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.replay.runs.spec import BUNDLED, DataChoice
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
from bot.web.console.bench.scene_view import scene_view
from bot.web.console.bench.scene_words import CHOOSE, CLOSED, DATA, FULL, OWN, UNKNOWN
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

    def __init__(self, stages: Stages, settings: Settings, doors: Doors, pages: BenchPages) -> None:
        self._stages = stages
        self._settings = settings
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[ConsoleRoute]:
        door = self._doors.door
        return [
            door(PATH, self.show, TESTER),
            door(f"{PATH}/ouvrir", self.open, TESTER, method="POST"),
            door(f"{PATH}/fermer", self.close, TESTER, method="POST"),
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
        wanted, base = form.one("histoire"), form.one("donnees", BUNDLED)
        if not wanted or base not in DATA:
            return await self._choice(request, seat, CHOOSE, status=422)
        story = None if wanted == FREE else await run_in_threadpool(self._find, wanted)
        if story is None and wanted != FREE:
            return await self._choice(request, seat, UNKNOWN, status=404)
        hosted = self._stages.of(seat.advisor_id)
        try:
            if hosted is not None and await self._took(hosted, story, base):
                return _to_scene()
            if hosted is not None:
                await self._stages.end(hosted)
            self._stages.start(seat.advisor_id, *_named(story), DataChoice(base))
        except NoRoom:
            return await self._choice(request, seat, FULL, status=503)
        except Refused as error:
            return await self._choice(request, seat, str(error), status=409)
        return RedirectResponse(WAITING, 303)

    async def close(self, request: Request, seat: Seat) -> Response:
        if hosted := self._stages.of(seat.advisor_id):
            await self._stages.end(hosted, CLOSED)
        return _to_scene()

    async def _took(self, hosted: Hosted, story: Kept | None, base: str) -> bool:
        """Whether the stage that is open could take the story. Raises Refused."""
        if hosted.state != READY or hosted.data.base != base:
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
            scene=scene_view(state, _number(request.query_params.get("tour", ""))),
            hosted=hosted,
            data=DATA[hosted.data.base],
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
        stories = await run_in_threadpool(self._stories)
        return self._pages.page(
            request,
            seat,
            "scene_choice",
            status,
            stories=stories,
            wanted=_wanted(request),
            data=DATA,
            hosted=hosted,
            error=error or self._stages.told(seat.advisor_id),
        )

    def _stories(self) -> dict[str, list[Kept]]:
        """Those that can be played, by source and folder."""
        found: dict[str, list[Kept]] = {}
        for kept in Shelf.of(self._settings).all():
            if not kept.is_broken:
                found.setdefault(_group(kept), []).append(kept)
        return found

    def _find(self, story_id: str) -> Kept | None:
        return Shelf.of(self._settings).find(story_id)


def _wanted(request: Request) -> str | None:
    """The story of the address, or of the form that could not be followed."""
    if request.method == "POST":
        form: Form = request.state.form
        return form.one("histoire")
    return request.query_params.get("histoire")


def _named(story: Kept | None) -> tuple[str | None, Path | None]:
    """Its id and its file; None both for a free conversation."""
    return (story.story_id, story.path) if story else (None, None)


def _group(kept: Kept) -> str:
    place = OWN if kept.is_own else kept.source.capitalize()
    return f"{place} : {kept.topic}" if kept.topic else place


def _number(text: str) -> int | None:
    """None: it is no number."""
    return int(text) if text.isdecimal() and len(text) < 6 else None


def _to_scene() -> Response:
    return RedirectResponse(PATH, 303)


def _again(request: Request) -> Response:
    """The whole page, also for a script."""
    return Response(status_code=204) if PART in request.headers else _to_scene()
