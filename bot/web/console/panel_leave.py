"""The panel "Repartir avec": the sheet in two voices, the next appointment, the reference."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot import wiring
from bot.adapters.sql.accompaniments import AccompanimentStore
from bot.adapters.sql.departures import Departure, DepartureStore
from bot.adapters.sql.prescriptions import PrescriptionStore, Shelf
from bot.adapters.sql.sheets import NewSheet, SheetStore
from bot.orientation.appointment import Appointment, as_calendar
from bot.orientation.phrases import say
from bot.services import clock
from bot.services.choices import payload
from bot.services.kept_appointment import as_text, from_text
from bot.services.sheet_asked import SHARED
from bot.services.sheet_jobs import Chosen
from bot.services.two_voices import MOST_SIGNS, MOST_STEPS, Agreed, Told, two_voices
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.forms import Form
from bot.web.console.panels import Panel
from bot.web.console.prescribe_forms import read_appointment, read_steps, read_text
from bot.web.console.prescribe_view import followed
from bot.web.console.seats import ADVISOR, Seat
from bot.web.console.speaking import Say
from bot.web.console.visits import Visit, Visits
from bot.web.errors import ApiError
from bot.web.sheets import SheetPages, a_file, in_french, shown
from bot.web.tokens import now, token_hash

PATH = "/console/entretiens/{accompaniment_id}/fiche"
LIFE = timedelta(hours=2)
"""How long the links of a shared sheet open, as those of a person's own sheet do."""
MOST_REFERENCE_SIGNS = 60


class LeavePanel:
    """Keeps the advisor's words, makes the sheet out of them, and gives it to the person."""

    def __init__(
        self,
        departures: DepartureStore,
        prescriptions: PrescriptionStore,
        accompaniments: AccompanimentStore,
        kept_sheets: SheetStore,
        sheets: SheetPages,
        say: Say,
    ) -> None:
        self._departures = departures
        self._prescriptions = prescriptions
        self._accompaniments = accompaniments
        self._kept_sheets = kept_sheets
        self._sheets = sheets
        self._say = say

    @property
    def panel(self) -> Panel:
        return Panel(
            "partir",
            say("leave.panel"),
            "console/leave.html",
            self.content,
            {
                "garder": self.keep,
                "rendez-vous": self.meet,
                "sans-rendez-vous": self.cancel,
                "reference": self.refer,
                "partager": self.share,
            },
        )

    def routes(self, doors: Doors, visits: Visits) -> list[ConsoleRoute]:
        """The advisor's own look at the sheet, and its files."""

        async def made(request: Request, seat: Seat) -> tuple[Visit, dict[str, Any]]:
            visit = await visits.of(seat, request.path_params["accompaniment_id"])
            content = await run_in_threadpool(self._made, visit)
            return visit, await self._sheets.whole(content, visit.case.conversation_id)

        async def page(request: Request, seat: Seat) -> Response:
            return shown((await made(request, seat))[1], request)

        async def pdf(request: Request, seat: Seat) -> Response:
            return a_file(await self._sheets.printed((await made(request, seat))[1]), "pdf")

        async def calendar(request: Request, seat: Seat) -> Response:
            _, content = await made(request, seat)
            if not content["calendar"]:
                raise ApiError("not_found")
            return a_file(content["calendar"].encode(), "ics")

        return [
            doors.door(f"{PATH}.pdf", pdf, ADVISOR),
            doors.door(f"{PATH}.ics", calendar, ADVISOR),
            doors.door(PATH, page, ADVISOR),
        ]

    async def content(self, visit: Visit, request: Request) -> dict[str, Any]:
        return await run_in_threadpool(self._content, visit)

    def _content(self, visit: Visit) -> dict[str, Any]:
        known = self._prescriptions.of(_shelf(visit))
        return {
            "written": self._departures.of(visit.accompaniment.accompaniment_id),
            "appointment": from_text(visit.accompaniment.next_appointment),
            "followed": followed(known, visit.case.person.today),
            "most": MOST_SIGNS,
            "most_steps": MOST_STEPS,
            "most_reference": MOST_REFERENCE_SIGNS,
            "today": visit.case.person.today,
        }

    async def keep(self, visit: Visit, form: Form) -> str:
        written = Departure(
            read_text(form, "compris", MOST_SIGNS["understood"]),
            "\n".join(read_steps(form, "personne")) or None,
            "\n".join(read_steps(form, "accompagnement")) or None,
            read_text(form, "contact", MOST_SIGNS["contact"]),
        )
        own = visit.accompaniment
        keep = self._departures.keep
        try:
            await run_in_threadpool(keep, own.accompaniment_id, own.conversation_id, written, now())
        except IntegrityError as error:
            raise ApiError("no_accompaniment") from error
        return say("prescription.kept.departure")

    async def meet(self, visit: Visit, form: Form) -> str:
        one = read_appointment(form, clock.today())
        await self._note(visit, as_text(one), visit.accompaniment.reference)
        return say("prescription.kept.appointment")

    async def cancel(self, visit: Visit, form: Form) -> str:
        await self._note(visit, None, visit.accompaniment.reference)
        return say("prescription.kept.no_appointment")

    async def refer(self, visit: Visit, form: Form) -> str:
        """Only where the organisation has switched its own reference on."""
        if not visit.seat.org.has_reference:
            raise ApiError("not_found")
        reference = read_text(form, "reference", MOST_REFERENCE_SIGNS)
        await self._note(visit, visit.accompaniment.next_appointment, reference)
        return say("prescription.kept.reference")

    async def _note(self, visit: Visit, appointment: str | None, reference: str | None) -> None:
        accompaniment_id = visit.accompaniment.accompaniment_id

        def note() -> None:
            self._accompaniments.keep(
                accompaniment_id, next_appointment=appointment, reference=reference
            )

        await run_in_threadpool(note)

    async def share(self, visit: Visit, form: Form) -> str:
        """The sheet as it is now comes into the conversation, behind links of its own."""
        content, ticket = await run_in_threadpool(self._made, visit), secrets.token_urlsafe(24)
        at = now()
        sheet = NewSheet(token_hash(ticket), content, at, at + LIFE)
        try:
            await run_in_threadpool(self._kept_sheets.keep, visit.case.conversation_id, sheet)
        except IntegrityError as error:
            raise ApiError("no_accompaniment") from error
        parts = (SHARED, ticket, *(("ics",) if content["calendar"] else ()))
        asked = payload("ask_sheet", value=":".join(parts))
        await self._say(visit, say("leave.said"), asked)
        return say("prescription.kept.shared")

    def _made(self, visit: Visit) -> dict[str, Any]:
        case, own = visit.case, visit.accompaniment
        appointment = from_text(own.next_appointment)
        chosen = Chosen(case.kept, case.proposed, case.shown)
        agreed = self._agreed(visit, appointment)
        content = two_voices(wiring.catalogue(), wiring.deck(), case.person, chosen, agreed)
        calendar = _calendar(visit, appointment) if appointment else None
        return {**in_french(content), "calendar": calendar}

    def _agreed(self, visit: Visit, appointment: Appointment | None) -> Agreed:
        written = self._departures.of(visit.accompaniment.accompaniment_id)
        known = followed(self._prescriptions.of(_shelf(visit)), visit.case.person.today)
        return Agreed(
            visit.seat.name,
            visit.seat.org.name,
            written.understood,
            _lines(written.person_steps),
            _lines(written.advisor_steps),
            written.contact,
            appointment,
            tuple(Told(one.name, one.state, one.since) for one in reversed(known)),
        )


def _calendar(visit: Visit, appointment: Appointment) -> str:
    title = say("leave.calendar", name=visit.seat.org.name)
    uid = f"{visit.accompaniment.accompaniment_id}@declic"
    return as_calendar(appointment, uid, now(), title)


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").split("\n")) if text else ()


def _shelf(visit: Visit) -> Shelf:
    return Shelf(visit.case.conversation_id, visit.seat.org.org_id)
