"""Prescribing and what follows from it, put together: two panels, the packet, the follow-up."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from bot.adapters.sql.accompaniments import AccompanimentStore
from bot.adapters.sql.departures import DepartureStore
from bot.adapters.sql.follow_up import LastTurns
from bot.adapters.sql.prescriptions import PrescriptionStore
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.sheets import SheetStore
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.facts_keeper import FactsKeeper
from bot.web.console.follow_up import FollowUp
from bot.web.console.packet_pages import PacketPages
from bot.web.console.pages import Pages
from bot.web.console.panel_leave import LeavePanel
from bot.web.console.panel_prescribe import PrescribePanel
from bot.web.console.panels import Panel
from bot.web.console.speaking import Say
from bot.web.console.visits import Visits
from bot.web.resume_codes import ResumeCodes
from bot.web.sheets import SheetPages


class PrescribingPages:
    """The panels of an interview, and the pages beside them."""

    def __init__(
        self, engine: Engine, codes: ResumeCodes, facts: FactsKeeper, say: Say, sheets: SheetPages
    ) -> None:
        store, accompaniments = PrescriptionStore(engine), AccompanimentStore(engine)
        self._prescribe = PrescribePanel(store, say)
        self._leave = LeavePanel(
            DepartureStore(engine),
            store,
            accompaniments,
            SheetStore(engine),
            sheets,
            say,
        )
        self._follow_up = FollowUp(
            accompaniments,
            store,
            RightsStore(engine),
            LastTurns(engine),
            facts,
            codes,
        )

    @property
    def panels(self) -> list[Panel]:
        return [self._prescribe.panel, self._leave.panel]

    def routes(self, doors: Doors, pages: Pages, visits: Visits) -> list[ConsoleRoute]:
        return [
            *self._follow_up.routes(doors, pages),
            *PacketPages(doors, pages, visits).routes(),
            *self._leave.routes(doors, visits),
        ]
