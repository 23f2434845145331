"""The packet of one offer: a page to read, print and copy from, and a file for programs."""

from __future__ import annotations

import json

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot import wiring
from bot.adapters.data_inclusion_export import service_of
from bot.orientation.offer_ranking import RankedOffer, ranked_offers
from bot.orientation.person_facts import facts_known
from bot.services.orientation_request import Referent, orientation_request
from bot.services.packet import Packet, packet
from bot.services.unlock import Person
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.pages import Pages
from bot.web.console.prescribe_forms import read_text
from bot.web.console.seats import ADVISOR, Seat
from bot.web.console.visits import Visit, Visits
from bot.web.errors import ApiError

PATH = "/console/entretiens/{accompaniment_id}/dossier/{offer_id}"
MOST_SUMMARY_SIGNS = 4_000


class PacketPages:
    """`…/dossier/<offer>` and its JSON, with the summary as the advisor left it."""

    def __init__(self, doors: Doors, pages: Pages, visits: Visits) -> None:
        self._doors = doors
        self._pages = pages
        self._visits = visits

    def routes(self) -> list[ConsoleRoute]:
        return [
            self._doors.door(PATH, self.page, ADVISOR),
            self._doors.door(f"{PATH}/json", self.json, ADVISOR, method="POST"),
        ]

    async def page(self, request: Request, seat: Seat) -> Response:
        visit, _, made = await self._made(request, seat)
        home = wiring.catalogue().commune_by_code.get(visit.case.person.profile.insee_code or "")
        return self._pages.page(
            request,
            seat,
            "console/packet.html",
            visit=visit,
            packet=made,
            commune=home.name if home else None,
        )

    async def json(self, request: Request, seat: Seat) -> Response:
        visit, ranked, made = await self._made(request, seat)
        summary = read_text(request.state.form, "projet", MOST_SUMMARY_SIGNS) or made.summary
        person, reference = visit.case.person, visit.accompaniment.reference
        referent = Referent(seat.name, seat.org.name, reference if seat.org.has_reference else None)
        service = service_of(ranked.offer, person.today)
        content = orientation_request(
            wiring.catalogue(), made, person.profile, referent, service, summary
        )
        written = json.dumps(content, ensure_ascii=False, indent=2)
        name = f"demande-{made.offer_id}.json"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        }
        return Response(written, media_type="application/json", headers=headers)

    async def _made(self, request: Request, seat: Seat) -> tuple[Visit, RankedOffer, Packet]:
        """ApiError: not the seat's conversation, or no offer that may be proposed there."""
        visit = await self._visits.of(seat, request.path_params["accompaniment_id"])
        found = _ranked(request.path_params["offer_id"], visit.case.person)
        if found is None:
            raise ApiError("not_found")
        case = visit.case
        made = await run_in_threadpool(
            packet, wiring.catalogue(), found, case.person, case.kept, case.events
        )
        return visit, found, made


def _ranked(offer_id: str, person: Person) -> RankedOffer | None:
    offer, told = wiring.offers().by_id.get(offer_id), person.circumstances
    facts = facts_known(person.profile, told.facts, person.today)
    some = [offer] if offer else []
    home = person.profile.insee_code
    return next(iter(ranked_offers(some, facts, home, person.today, told.not_asked)), None)
