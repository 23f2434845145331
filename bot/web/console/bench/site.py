"""The bench as a whole: the routes of its parts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.engine import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.bench_reactions import Reactions
from bot.adapters.sql.sessions import SessionStore
from bot.adapters.sql.trials import TrialStore
from bot.replay.recording.desk import RecordingDesk
from bot.replay.recording.rehearsals import Rehearsals
from bot.replay.runs.desk import RunDesk
from bot.replay.shelf import Shelf
from bot.replay.stage.keeping import Stages
from bot.replay.watch.news import News
from bot.settings import Settings
from bot.web.access import Access
from bot.web.console.bench.differences import DifferencePages
from bot.web.console.bench.invariance import InvariancePages
from bot.web.console.bench.packs import PackPages
from bot.web.console.bench.reactions import ReactionPages
from bot.web.console.bench.recorder import Recorder, conversation_of, turns_of
from bot.web.console.bench.recordings import RecordingPages, Sources
from bot.web.console.bench.runs import RunPages
from bot.web.console.bench.scene_compare import ComparePages
from bot.web.console.bench.scene_pages import ScenePages
from bot.web.console.bench.story_editor import StoryEditor
from bot.web.console.bench.story_pages import StoryPages
from bot.web.console.bench.tabs import BENCH, ROLES, BenchPages
from bot.web.console.bench.trial_site import trial_routes
from bot.web.console.bench.variants import VariantPages
from bot.web.console.bench.watch import WatchPages
from bot.web.console.doors import Doors
from bot.web.console.pages import Pages
from bot.web.console.seats import Seat
from bot.web.recordings import Recordings
from bot.web.scene import Scenes


class Bench:
    """Everything below /console/banc."""

    def __init__(
        self,
        engine: Engine,
        rasa: RasaClient,
        access: Access,
        doors: Doors,
        pages: Pages,
        settings: Settings,
        recordings: Recordings,
    ) -> None:
        self._engine = engine
        self._rasa = rasa
        self._settings = settings
        self._doors = doors
        self._pages = BenchPages(pages)
        shelf = Shelf.of(settings)
        self.runs = RunDesk(engine, settings)
        self._stories = StoryPages(shelf, self.runs, doors, self._pages)
        self._editor = StoryEditor(shelf, doors, self._pages)
        self._trials = trial_routes(engine, rasa.secret, doors, self._pages, settings)
        desk = RecordingDesk.of(settings)
        recorder = Recorder(SessionStore(engine), rasa, shelf, desk, Rehearsals(desk, settings))
        self._recorder = recorder
        reactions = Reactions(engine)
        self._reactions = ReactionPages(reactions, doors, self._pages)
        self._runs = RunPages(self.runs, reactions, settings, doors, self._pages)
        self._packs = PackPages(engine, settings, doors, self._pages)
        self._variants = VariantPages(settings, doors, self._pages)
        self._stages = Stages(settings)
        self._scene = ScenePages(self._stages, engine, settings, doors, self._pages)
        self._compare = ComparePages(self._stages, self.runs, engine, settings, doors, self._pages)
        self._scenes = Scenes(self._scene.upstream, access)
        sources = Sources(turns_of(self._stages), conversation_of(TrialStore(engine)))
        self._recordings = RecordingPages(
            recorder, recordings, shelf, access, doors, self._pages, sources
        )
        self._news = News(settings)
        self._watch = WatchPages(self.runs, settings, self._news, doors, self._pages)
        self._differences = DifferencePages(self.runs, doors, self._pages)
        self._invariance = InvariancePages(self.runs, settings, doors, self._pages)

    def routes(self) -> list[BaseRoute]:
        return [
            self._doors.door(BENCH, self.home, *ROLES),
            *self._stories.routes(),
            *self._editor.routes(),
            *self._trials,
            *self._recordings.routes(),
            *self._variants.routes(),
            *self._reactions.routes(),
            *self._packs.routes(),
            *self._differences.routes(),
            *self._invariance.routes(),
            *self._watch.routes(),
            # Last: its paths begin with the name of a run.
            *self._runs.routes(),
            *self._scene.routes(),
            *self._compare.routes(),
            *self._scenes.routes(),
        ]

    def open(self) -> None:
        """The web app starts: runs that wait are played, those that were cut are told so; drafts
        that wait are rehearsed; nothing stays of stages that were killed."""
        self.runs.wake()
        self._recorder.rehearsals.resume()
        self._stages.sweep()

    def erase_old(self, at: datetime) -> int:
        """Drafts that nobody made a story of (UTC, naive); how many."""
        return self._recorder.desk.erase_old(at)

    async def close(self) -> None:
        """The web app stops: nothing that it started stays."""
        await run_in_threadpool(self.runs.close)
        await self._scenes.close()
        await self._stages.close()

    async def home(self, request: Request, seat: Seat) -> Response:
        """What the bench is for, and its parts."""
        news = await run_in_threadpool(self._news.lines)
        return self._pages.page(request, seat, "home", news=news)
