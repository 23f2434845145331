"""The public web app: the chat API, the page and its files. Nothing else listens to the world."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy.engine import Engine
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import wiring
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.accompaniments import AccompanimentStore
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.facts import FactsStore
from bot.adapters.sql.leftovers import Leftovers
from bot.adapters.sql.live import LiveStore
from bot.adapters.sql.recording_requests import RecordingRequestStore
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.sessions import SessionStore
from bot.adapters.sql.sheets import SheetStore
from bot.adapters.sql.trial_ideas import IdeaStore
from bot.adapters.sql.trial_seats import SeatStore
from bot.adapters.sql.workshops import WorkshopStore
from bot.settings import Settings
from bot.web import menu
from bot.web.access import Access
from bot.web.accompaniments import Accompaniments
from bot.web.api import ChatApi
from bot.web.bodies import Bodies
from bot.web.console.site import Console
from bot.web.console.table_codes import TableCodes
from bot.web.conversations import Conversations
from bot.web.edge import Edge, Failures
from bot.web.errors import ApiError
from bot.web.export import Export
from bot.web.health import Health
from bot.web.kept_files import KeptFile, KeptFiles
from bot.web.limits import Limits
from bot.web.live import Live
from bot.web.live_acts import LiveActs
from bot.web.live_api import LiveApi
from bot.web.metrics import CountedRasa, Metrics
from bot.web.openings import Openings
from bot.web.origins import Origins, sharing
from bot.web.pictures import PictureFiles
from bot.web.recordings import Recordings
from bot.web.resume_codes import ResumeCodes
from bot.web.retention import Retention, keep_erasing
from bot.web.rights import Rights
from bot.web.rights_api import RightsApi
from bot.web.scrubbing import Scrubbing
from bot.web.sheets import SheetPages
from bot.web.trial_door import TrialDoor
from bot.web.watch import Watch
from bot.web.workshop_door import WorkshopDoor

FOLDER = Path(__file__).parent


def create_app(
    engine: Engine,
    rasa_client: RasaClient,
    limits: Limits | None = None,
    settings: Settings | None = None,
) -> Starlette:
    """The app over a migrated database and Rasa's client, which it closes when it stops.

    limits, settings: those of the environment by default.
    """
    settings = settings or Settings.from_environment()
    store, rights_store = SessionStore(engine), RightsStore(engine)
    metrics = Metrics()
    rasa = CountedRasa(rasa_client, metrics)
    live_store = LiveStore(engine)
    live = Live(live_store)
    conversations = Conversations(store, rasa, live.changed)
    scrubbing = Scrubbing(engine)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        kept = Retention(rights_store, Leftovers(engine), conversations, rasa_client)
        retention = asyncio.create_task(keep_erasing(kept, scrubbing, console.erase_old))
        console.open()
        yield
        retention.cancel()
        live.close()
        await console.close()
        await rasa_client.close()

    limits = limits or Limits.for_openings(settings.openings_per_minute)
    rights = Rights(rights_store, conversations, ResumeCodes(rasa_client.secret))
    access = Access(rights, limits)
    openings = Openings(store, rasa)
    accompaniments = Accompaniments(
        AccompanimentStore(engine),
        AccountStore(engine),
        rights_store,
        rights,
        openings,
        live.changed,
    )
    recordings = Recordings(
        RecordingRequestStore(engine), AccountStore(engine), rights, live.changed
    )
    acts = LiveActs(live_store, live, conversations, accompaniments, recordings)
    export = Export(rights_store, rasa_client)
    sheets = SheetPages(SheetStore(engine), access, rights, settings.public_url)
    codes = TableCodes(rasa_client.secret)
    workshop_door = WorkshopDoor(
        WorkshopStore(engine), FactsStore(engine), codes, access, openings, rights
    )
    console = Console(
        engine, rasa_client, access, settings, conversations, sheets, accompaniments, recordings
    )
    trial_door = TrialDoor(
        SeatStore(engine), IdeaStore(engine), store, codes, access, openings, rights, settings
    )
    index = KeptFile(FOLDER / "templates" / "index.html")

    async def page(request: Request) -> Response:
        """The page of the chat."""
        return index.response(request)

    app = Starlette(
        routes=[
            *ChatApi(access, openings, conversations, rights, scrubbing, acts).routes(),
            *LiveApi(access, live, acts).routes(),
            *RightsApi(access, rights, export, settings.public_url).routes(),
            *sheets.routes(),
            *console.routes(),
            *workshop_door.routes(),
            *trial_door.routes(),
            *Health(engine, rasa_client).routes(),
            menu.ROUTE,
            Route("/", page, methods=["GET"]),
            *KeptFiles("static", FOLDER / "static").routes(),
            *PictureFiles(wiring.deck(), wiring.pictures_folder()).routes(),
        ],
        middleware=[
            Middleware(Watch, metrics=metrics),
            Middleware(Edge, settings=settings),
            sharing(settings),
            Middleware(Failures),
            Middleware(Origins, settings=settings),
            Middleware(Bodies),
        ],
        exception_handlers={ApiError: _refuse, HTTPException: _refuse_http},
        lifespan=lifespan,
    )
    # It would write an address with the Host that the request claims.
    app.router.redirect_slashes = False
    app.state.metrics = metrics
    app.state.live = live
    return app


def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return error.response()


def _refuse_http(request: Request, error: Exception) -> Response:
    """Starlette's own refusals: a path or a method that does not exist."""
    assert isinstance(error, HTTPException)
    refusal = ApiError("wrong_method" if error.status_code == 405 else "not_found").response()
    if error.headers:
        refusal.headers.update(error.headers)
    return refusal
