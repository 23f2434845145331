"""The console as a whole: its routes over the database and Rasa."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot import wiring
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.accompaniments import AccompanimentStore
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.facts import FactsStore
from bot.adapters.sql.prescriptions import PrescriptionStore
from bot.adapters.sql.sessions import SessionStore
from bot.adapters.sql.team_reading import TeamReading
from bot.adapters.sql.workshops import WorkshopStore
from bot.settings import Settings
from bot.web.access import Access
from bot.web.accompaniments import Accompaniments
from bot.web.console import follow_up, territory, workshops
from bot.web.console.accounts import AccountPages
from bot.web.console.bench import tabs
from bot.web.console.bench.site import Bench
from bot.web.console.cookies import Cookies
from bot.web.console.doors import Doors
from bot.web.console.facts_keeper import FactsKeeper
from bot.web.console.interviews import START, Interviews
from bot.web.console.offer_desk import OfferDesk
from bot.web.console.offers import OFFERS, OfferPages
from bot.web.console.pages import Pages
from bot.web.console.panel_explore import Explorer
from bot.web.console.panel_understand import understand_panel
from bot.web.console.panels import Panel, Panels
from bot.web.console.prescribing import PrescribingPages
from bot.web.console.seats import ADMIN, ADVISOR, EDITOR, ROLES, Seat, Seats
from bot.web.console.speaking import speaking
from bot.web.console.table_codes import TableCodes
from bot.web.console.territory import TerritoryPages
from bot.web.console.visits import Visits
from bot.web.console.workshops import WorkshopPages
from bot.web.conversations import Conversations
from bot.web.recordings import Recordings
from bot.web.resume_codes import ResumeCodes
from bot.web.sheets import SheetPages

LINKS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("Entretiens", START, frozenset({ADVISOR})),
    ("Suivi", follow_up.PATH, frozenset({ADVISOR})),
    ("Territoire", territory.PATH, frozenset(territory.ROLES)),
    ("Ateliers", workshops.PATH, frozenset(workshops.ROLES)),
    ("Aides", OFFERS, frozenset({EDITOR})),
    (tabs.TITLE, tabs.BENCH, tabs.ROLES),
    ("Organisme", "/console/organisation", frozenset({ADMIN})),
)
"""The menu: title, path, and the roles that see the entry."""


class Console:
    """Everything below /console."""

    def __init__(
        self,
        engine: Engine,
        rasa: RasaClient,
        access: Access,
        settings: Settings,
        conversations: Conversations,
        sheets: SheetPages,
        accompaniments: Accompaniments,
        recordings: Recordings,
    ) -> None:
        accounts = AccountStore(engine)
        cookies = Cookies(settings)
        seats = Seats(accounts, cookies, rasa.secret)
        self._pages = Pages(seats, LINKS)
        self._doors = Doors(seats, self._pages)
        self._accounts = AccountPages(
            engine, rasa.secret, seats, cookies, self._doors, self._pages, access, settings
        )
        sessions = SessionStore(engine)
        facts = FactsStore(engine)
        keeper = FactsKeeper(facts, rasa)
        store = AccompanimentStore(engine)
        self._visits = Visits(store, accounts, sessions, rasa, keeper)
        self._territory = TerritoryPages(
            facts, TeamReading(engine), PrescriptionStore(engine), self._doors, self._pages
        )
        self._workshops = WorkshopPages(
            WorkshopStore(engine),
            facts,
            keeper,
            TableCodes(rasa.secret),
            self._doors,
            self._pages,
            settings.public_url,
        )
        say = speaking(conversations)
        self._prescribing = PrescribingPages(engine, ResumeCodes(rasa.secret), keeper, say, sheets)
        self._panels: list[Panel] = [
            understand_panel(say),
            Explorer(wiring.catalogue, lambda: wiring.offers().by_id.values(), say).panel(),
            *self._prescribing.panels,
        ]
        self._bench = Bench(engine, rasa, access, self._doors, self._pages, settings, recordings)
        self._offers = OfferPages(OfferDesk.at(engine), self._doors, self._pages)
        self._interviews = Interviews(
            self._doors,
            self._pages,
            self._visits,
            store,
            accompaniments,
            access,
            settings.public_url,
        )

    def routes(self) -> list[BaseRoute]:
        return [
            self._doors.door("/console", self.home, *ROLES),
            *self._accounts.routes(),
            *self._prescribing.routes(self._doors, self._pages, self._visits),
            *self._offers.routes(),
            *self._bench.routes(),
            *self._territory.routes(),
            *self._workshops.routes(),
            *self._interviews.routes(),
            *self._panel_routes(),
        ]

    def open(self) -> None:
        """The web app starts: what waited for it goes on."""
        self._bench.open()

    def erase_old(self, at: datetime) -> int:
        """What has been kept long enough, in files of the console (UTC, naive); how many."""
        return self._bench.erase_old(at)

    async def close(self) -> None:
        """The web app stops."""
        await self._bench.close()

    async def home(self, request: Request, seat: Seat) -> Response:
        """Where one may go."""
        return self._pages.page(request, seat, "console/home.html")

    def _panel_routes(self) -> list[BaseRoute]:
        around = self._interviews.around
        panels = Panels(self._doors, self._pages, self._visits, self._panels, around)
        return [*panels.routes()]
