"""`/console/banc/scene/comparer`: one story played twice, turn by turn, side by side.

A side is a run that was kept, or what is on the tester's own stage. Two runs of this one story are
launched here as any others are, over two choices of facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.engine import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot import wiring
from bot.adapters.sql.bench_runs import BenchRun
from bot.replay.moves import compare_runs
from bot.replay.record import StoryRecord
from bot.replay.runs.desk import Author, RunDesk, TooManyRuns
from bot.replay.runs.facts import WrongData
from bot.replay.runs.spec import STORIES, RunSpec
from bot.replay.runs.words import STATES
from bot.replay.shelf import Kept, Shelf
from bot.replay.stage.keeping import READY, StageGone, Stages
from bot.settings import Settings
from bot.web.console.bench.differences import story_beside
from bot.web.console.bench.run_forms import Choices, Over, asked_over
from bot.web.console.bench.scene_pages import PATH as SCENE
from bot.web.console.bench.scene_pages import grouped
from bot.web.console.bench.scene_words import NOT_THERE, ON_STAGE, WITHOUT_STORY
from bot.web.console.bench.tabs import BenchPages
from bot.web.console.doors import PART, ConsoleRoute, Doors
from bot.web.console.forms import Form
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError

PATH = f"{SCENE}/comparer"
STAGE = "scene"
LEFT, RIGHT = "gauche", "droite"
MOST_RUNS = 30


@dataclass(frozen=True)
class Side:
    """One of the two. run None: the tester's stage. record None: it is not played, or failed."""

    value: str
    words: str
    run: BenchRun | None = None
    record: StoryRecord | None = None

    @property
    def is_open(self) -> bool:
        return self.run is not None and self.run.is_open


class ComparePages:
    """Two passages of one story."""

    def __init__(
        self,
        stages: Stages,
        desk: RunDesk,
        engine: Engine,
        settings: Settings,
        doors: Doors,
        pages: BenchPages,
    ) -> None:
        self._stages = stages
        self._desk = desk
        self._engine = engine
        self._settings = settings
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[ConsoleRoute]:
        return [
            self._doors.door(PATH, self.show, TESTER),
            self._doors.door(PATH, self.launch, TESTER, method="POST"),
        ]

    async def show(self, request: Request, seat: Seat) -> Response:
        """What can be compared; once two sides are chosen and played, both."""
        query = request.query_params
        story = await run_in_threadpool(self._find, query.get("histoire", ""))
        if story is None:
            error = WITHOUT_STORY if query.get("histoire") else None
            return await self._page(request, seat, None, error=error)
        asked = [query.get(name, "") for name in (LEFT, RIGHT)]
        if not all(asked):
            return await self._page(request, seat, story)
        sides = [await self._side(seat, story, value) for value in asked]
        if None in sides:
            return await self._page(request, seat, story, 404, error=NOT_THERE)
        found = [side for side in sides if side is not None]
        return await self._beside(request, seat, story, found)

    async def _beside(
        self, request: Request, seat: Seat, story: Kept, sides: list[Side]
    ) -> Response:
        is_waiting = any(side.is_open for side in sides)
        if PART in request.headers:
            if not is_waiting:
                # The script that waits is told nothing, and loads the whole page.
                return Response(status_code=204)
            name = "scene_compare_waiting"
            return self._pages.page(request, seat, name, sides=sides, states=STATES)
        was, now = (side.record for side in sides)
        beside = None
        if not is_waiting and was is not None and now is not None:
            known = wiring.catalogue()
            compared = await run_in_threadpool(compare_runs, [was], [now], known)
            beside = story_beside(compared.stories[0])
        content: dict[str, Any] = {"sides": sides, "is_waiting": is_waiting, "beside": beside}
        return await self._page(request, seat, story, **content)

    async def launch(self, request: Request, seat: Seat) -> Response:
        """Two runs of the story, which wait as others do; then both side by side."""
        form: Form = request.state.form
        story = await run_in_threadpool(self._find, form.one("histoire"))
        if story is None:
            raise ApiError("no_story")
        try:
            made = await run_in_threadpool(self._launched, form, story, seat)
        except WrongData as error:
            return await self._page(request, seat, story, 422, error=str(error))
        except TooManyRuns as error:
            raise ApiError("too_many") from error
        query = {"histoire": story.story_id, LEFT: made[0].run_id, RIGHT: made[1].run_id}
        return RedirectResponse(f"{PATH}?{urlencode(query)}", 303)

    def _launched(self, form: Form, story: Kept, seat: Seat) -> list[BenchRun]:
        choices = Choices.of(self._settings, self._engine)
        overs = [asked_over(form, self._settings, choices, end) for end in ("-a", "-b")]
        author = Author(seat.name, seat.org.name)
        return [self._launch(story, over, author) for over in overs]

    def _launch(self, story: Kept, over: Over, author: Author) -> BenchRun:
        spec = RunSpec(STORIES, (story.story_id,), data=over.data, model=over.model)
        return self._desk.launch(spec, story.title, over.words(self._settings), author)

    async def _page(
        self,
        request: Request,
        seat: Seat,
        story: Kept | None,
        status: int = 200,
        **content: Any,
    ) -> Response:
        choices = await run_in_threadpool(Choices.of, self._settings, self._engine)
        given = {"sides": [], "is_waiting": False, "beside": None, "states": STATES}
        return self._pages.page(
            request,
            seat,
            "scene_compare",
            status,
            story=story,
            story_id=story.story_id if story else None,
            choices=choices,
            groups=grouped(choices.stories),
            form=request.state.form if request.method == "POST" else Form([]),
            options=await self._options(seat, story) if story else [],
            asked={name: request.query_params.get(name, "") for name in (LEFT, RIGHT)},
            **{**given, **content},
        )

    async def _options(self, seat: Seat, story: Kept) -> list[Side]:
        """What was played of a story: the stage, then the newest runs."""
        hosted = self._stages.of(seat.advisor_id)
        is_played = hosted is not None and hosted.story_id == story.story_id
        here = [Side(STAGE, ON_STAGE)] if is_played else []
        return here + await run_in_threadpool(lambda: list(self._runs(story)))

    def _runs(self, story: Kept) -> Iterator[Side]:
        for run in self._desk.runs.all()[:MOST_RUNS]:
            if not run.is_open and self._place(run, story) is not None:
                yield Side(run.run_id, run.facts, run)

    async def _side(self, seat: Seat, story: Kept, value: str) -> Side | None:
        """None: it is not there any more, or plays another story."""
        if value == STAGE:
            return await self._on_stage(seat, story)
        return await run_in_threadpool(self._of_run, story, value)

    async def _on_stage(self, seat: Seat, story: Kept) -> Side | None:
        hosted = self._stages.of(seat.advisor_id)
        if hosted is None or hosted.state != READY or hosted.story_id != story.story_id:
            return None
        try:
            record = await self._stages.record(hosted)
        except StageGone:
            return None
        words = f"{ON_STAGE} : {Over(hosted.data, hosted.model).words(self._settings)}"
        return Side(STAGE, words, None, record)

    def _of_run(self, story: Kept, run_id: str) -> Side | None:
        run = self._desk.runs.find(run_id)
        place = self._place(run, story) if run else None
        if run is None or place is None:
            return None
        played = None if run.is_open else self._desk.folder(run_id).one(place)
        return Side(run_id, run.facts, self._desk.progress(run), played.record if played else None)

    def _place(self, run: BenchRun, story: Kept) -> int | None:
        """Of a story in a run; None: it is not in it, or the files of the run are gone."""
        try:
            spec = self._desk.folder(run.run_id).spec()
        except (OSError, ValueError):
            return None
        is_there = spec.kind == STORIES and story.story_id in spec.story_ids
        return spec.story_ids.index(story.story_id) if is_there else None

    def _find(self, story_id: str) -> Kept | None:
        found = Shelf.of(self._settings).find(story_id)
        return None if found is None or found.is_broken else found
