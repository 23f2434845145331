"""`/console/ateliers`: group workshops, from their codes to what is left of them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import date
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.exc import IntegrityError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from bot import wiring
from bot.adapters.sql.facts import FactsStore
from bot.adapters.sql.workshops import Workshop, WorkshopStore
from bot.orientation.game import Scene
from bot.orientation.labels import job_label
from bot.services import clock
from bot.services.workshop_plan import (
    LONGEST,
    SHORTEST,
    STEP,
    Counted,
    Wall,
    afterwards,
    plan,
    wall,
)
from bot.web.console.doors import PART, Doors
from bot.web.console.facts_keeper import MOST_AT_A_TABLE, FactsKeeper
from bot.web.console.forms import Form
from bot.web.console.pages import Pages, back_to
from bot.web.console.seats import Seat
from bot.web.console.table_codes import TableCodes
from bot.web.errors import ApiError
from bot.web.printing import CARDS, set_apart
from bot.web.resume_codes import in_groups
from bot.web.tokens import now

PATH = "/console/ateliers"
DOOR = "/atelier"
ROLES = ("advisor", "admin")
MOST_TABLES = 12
"""Their codes fit one printed page."""
MOST_NAME = 80
TRIES = 5


@dataclass(frozen=True)
class TableCode:
    """number: of the table. shown: its code in groups. address: where it leads; drawing: as QR."""

    number: int
    shown: str
    address: str
    drawing: str


class WorkshopPages:
    """The pages of the console. public_url: where people reach Déclic."""

    def __init__(
        self,
        store: WorkshopStore,
        facts: FactsStore,
        keeper: FactsKeeper,
        codes: TableCodes,
        doors: Doors,
        pages: Pages,
        public_url: str,
    ) -> None:
        self._store = store
        self._facts = facts
        self._keeper = keeper
        self._codes = codes
        self._doors = doors
        self._pages = pages
        self._public_url = public_url
        self._cards: bytes | None = None
        self._printing = asyncio.Lock()

    def routes(self) -> list[BaseRoute]:
        door, one = self._doors.door, f"{PATH}/{{workshop_id}}"
        return [
            door(PATH, self.all, *ROLES),
            door(PATH, self.add, *ROLES, method="POST"),
            door(one, self.show, *ROLES),
            door(f"{one}/codes", self.codes, *ROLES),
            door(f"{one}/deroule", self.script, *ROLES),
            door(f"{one}/mur", self.wall, *ROLES),
            door(f"{one}/cartes.pdf", self.cards, *ROLES),
            door(f"{one}/terminer", self.end, *ROLES, method="POST"),
        ]

    async def all(self, request: Request, seat: Seat) -> Response:
        return await self._all(request, seat)

    async def add(self, request: Request, seat: Seat) -> Response:
        """A new workshop; when something is missing, the form as it was and what to write."""
        form: Form = request.state.form
        try:
            made = await run_in_threadpool(self._made, seat, form)
        except ApiError as error:
            return await self._all(request, seat, form, error)
        return back_to(f"{PATH}/{made.workshop_id}", request)

    async def show(self, request: Request, seat: Seat) -> Response:
        """How it goes; once it is over, what is left of it."""
        one = await self._own(request, seat)
        members = await run_in_threadpool(self._facts.of_workshop, one.workshop_id)
        told = self._named(afterwards(members)) if one.ended_at else {}
        return self._page(request, seat, "workshop", one, wall=told, deck=wiring.deck())

    async def codes(self, request: Request, seat: Seat) -> Response:
        """A code for each table, to print; none once it is over."""
        one = await self._own(request, seat)
        if one.ended_at:
            raise ApiError("workshop_over")
        site = urlsplit(self._public_url).netloc + DOOR
        codes = self._table_codes(one)
        return self._page(request, seat, "workshop_codes", one, codes=codes, site=site)

    async def script(self, request: Request, seat: Seat) -> Response:
        """What to say and do, with its timing."""
        one = await self._own(request, seat)
        return self._page(
            request, seat, "workshop_script", one, steps=plan(one.minutes), scene=_scene()
        )

    async def wall(self, request: Request, seat: Seat) -> Response:
        """What the group chooses, for a projector; a script asks for its part again and again."""
        one = await self._own(request, seat)
        if one.ended_at:
            return RedirectResponse(f"{PATH}/{one.workshop_id}", 303)
        await self._keeper.catch_up(one)
        members = await run_in_threadpool(self._facts.of_workshop, one.workshop_id)
        name = "part_wall" if PART in request.headers else "workshop_wall"
        return self._page(request, seat, name, one, wall=self._named(wall(members)))

    async def cards(self, request: Request, seat: Seat) -> Response:
        """The deck of pictures to cut out; set once, for it is the same for everybody."""
        await self._own(request, seat)
        async with self._printing:
            if self._cards is None:
                folder = str(wiring.pictures_folder())
                wanted = json.dumps({"folder": folder, "address": self._public_url})
                self._cards = await set_apart(CARDS, wanted.encode())
        headers = {"Content-Disposition": 'attachment; filename="declic-cartes.pdf"'}
        return Response(self._cards, media_type="application/pdf", headers=headers)

    async def end(self, request: Request, seat: Seat) -> Response:
        """Everything is counted once more, then the codes open nothing."""
        one = await self._own(request, seat)
        await self._keeper.catch_up(one, all_of_it=True)
        await run_in_threadpool(self._store.end, one.workshop_id, now())
        return back_to(f"{PATH}/{one.workshop_id}", request)

    async def _own(self, request: Request, seat: Seat) -> Workshop:
        """ApiError: there is none of this id in the organisation."""
        workshop_id = request.path_params["workshop_id"]
        found = await run_in_threadpool(self._store.find, workshop_id, seat.org.org_id)
        if found is None:
            raise ApiError("not_found")
        return found

    async def _all(
        self, request: Request, seat: Seat, form: Form | None = None, error: ApiError | None = None
    ) -> Response:
        workshops = await run_in_threadpool(self._store.of_organisation, seat.org.org_id)
        given = {name: form.one(name) if form else "" for name in ("name", "day", "tables")}
        return self._pages.page(
            request,
            seat,
            "console/workshops.html",
            error.status if error else 200,
            error=error.message if error else None,
            workshops=workshops,
            given={**given, "minutes": form.one("minutes") if form else "90"},
            today=clock.today(),
            most_tables=MOST_TABLES,
            lasting=range(SHORTEST, LONGEST + 1, STEP),
            most_people=MOST_AT_A_TABLE,
        )

    def _made(self, seat: Seat, form: Form) -> Workshop:
        """Kept with its codes. ApiError: the form says too little."""
        asked = _asked(form)
        for _ in range(TRIES):
            one = Workshop(
                workshop_id=token_hex(8),
                org_id=seat.org.org_id,
                advisor_id=seat.advisor_id,
                deck_id=wiring.deck().deck_id,
                created_at=now(),
                **asked,
            )
            codes = {self._codes.code_of(one.workshop_id, n) for n in range(1, one.tables + 1)}
            try:
                self._store.add(one, map(self._codes.hash_of, codes))
            except IntegrityError:
                continue
            return one
        raise ApiError("failed")

    def _table_codes(self, one: Workshop) -> list[TableCode]:
        from bot.adapters.printing.codes import qr_svg

        found = []
        for number in range(1, one.tables + 1):
            code = self._codes.code_of(one.workshop_id, number)
            address = f"{self._public_url}{DOOR}/{code}"
            found.append(TableCode(number, in_groups(code), address, qr_svg(address).decode()))
        return found

    def _page(
        self, request: Request, seat: Seat, name: str, one: Workshop, **content: Any
    ) -> Response:
        given = {"workshop": one, "here": f"{PATH}/{one.workshop_id}", **content}
        return self._pages.page(request, seat, f"console/{name}.html", **given)

    def _named(self, found: Wall) -> dict[str, Any]:
        """Pictures with their names and files, jobs with their names."""
        deck, jobs = wiring.deck(), wiring.catalogue().job_by_code
        pictures = [
            (deck.by_id[code], count) for code, count in found.pictures or () if code in deck.by_id
        ]

        def named(some: Counted | None) -> list[tuple[str, int]] | None:
            if some is None:
                return None
            return [(job_label(jobs[code]), count) for code, count in some if code in jobs]

        return {
            "people": found.people,
            "pictures": None if found.pictures is None else pictures,
            "folder": f"/pictures/{deck.deck_id}",
            "shown": named(found.shown),
            "kept": named(found.kept),
        }


def _scene() -> Scene:
    """The scene of the story that a group plays aloud."""
    story = wiring.story()
    return story.scene_by_id[story.first_id]


def _asked(form: Form) -> dict[str, Any]:
    """ApiError: no name, no day, or a number that is none or too large."""
    name, day = " ".join(form.one("name").split()), _day(form.one("day"))
    tables, minutes = _number(form.one("tables")), _number(form.one("minutes"))
    is_whole = (
        0 < len(name) <= MOST_NAME and day is not None and tables in range(1, MOST_TABLES + 1)
    )
    if not is_whole or minutes not in range(SHORTEST, LONGEST + 1):
        raise ApiError("wrong_workshop")
    return {"name": name, "day": day, "tables": tables, "minutes": minutes}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else None
