"""`/console/territoire`: what recruits, what is asked, what holds people back, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot import wiring
from bot.adapters.sql.facts import FactsStore
from bot.adapters.sql.prescriptions import PrescriptionStore
from bot.adapters.sql.team_reading import TeamReading
from bot.orientation.catalogue import Catalogue
from bot.orientation.labels import number
from bot.orientation.wording import plain
from bot.services import clock
from bot.services.team_words import REPORT, to_check_first
from bot.services.territory_figures import PERIODS_DAYS, TerritoryFigures
from bot.web.console.doors import Doors
from bot.web.console.offers import OFFERS
from bot.web.console.pages import Pages
from bot.web.console.seats import EDITOR, Seat
from bot.web.console.territory_tables import (
    VIEWS,
    as_csv,
    coverage_table,
    delays_table,
    hiring_table,
    period_tables,
    reported_table,
    words,
)
from bot.web.errors import ApiError

PATH = "/console/territoire"
ROLES = ("advisor", "admin")
READ_BY = frozenset({"editor", "tester"})
"""Who is of the team that people were told reads their words."""
MOST_BASINS = 30
FEWEST_OPINIONS = 5


@dataclass(frozen=True)
class Choice:
    """What the address asks for. basins: codes that the catalogue knows. view: a key of VIEWS."""

    basins: tuple[str, ...]
    view: str

    @property
    def query(self) -> list[tuple[str, str]]:
        return [*(("bassin", code) for code in self.basins), ("par", self.view)]


class TerritoryPages:
    """The page, and each of its tables as a file."""

    def __init__(
        self,
        facts: FactsStore,
        team: TeamReading,
        prescriptions: PrescriptionStore,
        doors: Doors,
        pages: Pages,
    ) -> None:
        self._facts = facts
        self._team = team
        self._prescriptions = prescriptions
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[BaseRoute]:
        return [
            self._doors.door(PATH, self.page, *ROLES),
            self._doors.door(f"{PATH}/{{name}}.csv", self.file, *ROLES),
        ]

    async def page(self, request: Request, seat: Seat) -> Response:
        content = await run_in_threadpool(self._content, request, seat)
        return self._pages.page(request, seat, "console/territory.html", **content)

    async def file(self, request: Request, seat: Seat) -> Response:
        """A table as it is on the page, for a spreadsheet."""
        content = await run_in_threadpool(self._content, request, seat)
        table = content["tables"].get(request.path_params["name"])
        if table is None:
            raise ApiError("not_found")
        headers = {"Content-Disposition": f'attachment; filename="declic-{table.name}.csv"'}
        return Response(as_csv(table), media_type="text/csv; charset=utf-8", headers=headers)

    def _content(self, request: Request, seat: Seat) -> dict[str, Any]:
        catalogue, offers, today = wiring.catalogue(), wiring.offers(), clock.today()
        choice = choice_of(request, seat, catalogue)
        departments = departments_of(catalogue, choice.basins)
        since = today - timedelta(days=max(PERIODS_DAYS))
        figures = TerritoryFigures(self._facts.of_organisation(seat.org.org_id, since), today)
        subjects = to_check_first(self._team.words(REPORT))
        tables = [
            hiring_table(catalogue, choice.basins, choice.view),
            *period_tables(figures, catalogue, offers),
            coverage_table(offers.by_id.values(), departments, today),
            reported_table(subjects, offers, today),
            delays_table(self._prescriptions.of_organisation(seat.org.org_id), offers),
        ]
        return {
            "choice": choice,
            "query": urlencode(choice.query),
            "number": number,
            "queue": OFFERS if EDITOR in seat.roles else None,
            "views": tuple(VIEWS),
            "basins": catalogue.basins,
            "basin_names": {code: catalogue.basin_by_code[code].name for code in choice.basins},
            "edition": next((one for one in catalogue.editions if one.name == "BMO"), None),
            "people": figures.people,
            "tables": {table.name: table for table in tables},
            "told": self._told(seat, figures),
        }

    def _told(self, seat: Seat, figures: TerritoryFigures) -> Mapping[str, list[str]] | None:
        """Column of an opinion -> what was written in it; None for whom it was not written to, and
        while so few wrote that one may know who did."""
        if not seat.roles & READ_BY or not figures.opinions[0]:
            return None
        since = figures.today - timedelta(days=max(PERIODS_DAYS))
        rows = [row for row in self._facts.words(seat.org.org_id, since) if any(row.values())]
        if len(rows) < FEWEST_OPINIONS:
            return None
        return {name: sorted(row[name] for row in rows if row[name]) for name in words().COLUMNS}


def choice_of(request: Request, seat: Seat, catalogue: Catalogue) -> Choice:
    """Basins of the address, those of the organisation without any; one more by its name."""
    given = request.query_params
    asked = [*given.getlist("bassin"), *_named(given.get("ajout", ""), catalogue)]
    known = tuple(code for code in dict.fromkeys(asked) if code in catalogue.basin_by_code)
    own = tuple(code for code in seat.org.basins if code in catalogue.basin_by_code)
    view = given.get("par", "")
    return Choice((known or own)[:MOST_BASINS], view if view in VIEWS else next(iter(VIEWS)))


def _named(name: str, catalogue: Catalogue) -> list[str]:
    """The basins of a name, as it is written in the list or nearly."""
    wanted = plain(name)
    return [one.basin_code for one in catalogue.basins if wanted and plain(one.name) == wanted]


def departments_of(catalogue: Catalogue, basin_codes: tuple[str, ...]) -> tuple[str, ...]:
    """The departments in which these basins lie."""
    found = {one.department for one in catalogue.communes if one.basin_code in basin_codes}
    return tuple(sorted(found))
