"""The follow-up list: the advisor's own people by code, with what is due first."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot import wiring
from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.adapters.sql.follow_up import LastTurns
from bot.adapters.sql.prescriptions import Prescription, PrescriptionStore
from bot.adapters.sql.rights import RightsStore, Session
from bot.orientation.appointment import Appointment
from bot.orientation.csv_cells import as_cell
from bot.orientation.labels import job_label
from bot.orientation.phrases import say
from bot.orientation.prescription import STATES
from bot.services import clock
from bot.services.kept_appointment import from_text
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.facts_keeper import FactsKeeper, Kept
from bot.web.console.pages import Pages
from bot.web.console.prescribe_view import Followed, followed
from bot.web.console.seats import ADVISOR, Seat
from bot.web.resume_codes import ResumeCodes, in_groups
from bot.web.tokens import now

PATH = "/console/suivi"
FAR = date.max
COLUMNS = (
    "code", "reference", "last", "kept", "aid", "state", "since", "due", "appointment", "until",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One person of the advisor. code: None on a shared computer. kept: labels of the jobs kept;
    None: Rasa is away. due: the longest reminder that is due, 0: none."""

    path: str
    code: str | None
    reference: str | None
    last: datetime
    kept: tuple[str, ...] | None
    followed: tuple[Followed, ...] = field(repr=False)
    appointment: Appointment | None
    kept_until: datetime

    @property
    def due(self) -> int:
        return max((one.due or 0 for one in self.followed), default=0)


@dataclass(frozen=True)
class Known:
    """What the database knows of one conversation. last: about when the last turn was; None: never.
    kept: ROME codes; None: Rasa is away."""

    session: Session
    code: str
    last: datetime | None
    kept: Kept
    prescribed: Sequence[Prescription]


@dataclass(frozen=True)
class Sought:
    """What the list is filtered by. None: all."""

    only_due: bool = False
    state: str | None = None
    words: str | None = None


class FollowUp:
    """`/console/suivi` and its CSV: nothing of another advisor, nor of another organisation."""

    def __init__(
        self,
        accompaniments: AccompanimentStore,
        prescriptions: PrescriptionStore,
        rights: RightsStore,
        last_turns: LastTurns,
        facts: FactsKeeper,
        codes: ResumeCodes,
    ) -> None:
        self._accompaniments = accompaniments
        self._prescriptions = prescriptions
        self._rights = rights
        self._last_turns = last_turns
        self._facts = facts
        self._codes = codes

    def routes(self, doors: Doors, pages: Pages) -> list[ConsoleRoute]:
        async def page(request: Request, seat: Seat) -> Response:
            sought = _sought(request)
            return pages.page(
                request,
                seat,
                "console/follow_up.html",
                rows=await self.rows(seat, sought),
                sought=sought,
                states=STATES,
                query=request.url.query,
            )

        async def file(request: Request, seat: Seat) -> Response:
            rows = await self.rows(seat, _sought(request))
            headers = {
                "Content-Disposition": 'attachment; filename="declic-suivi.csv"',
                "Cache-Control": "no-store",
            }
            written = as_csv(rows, seat.org.has_reference)
            return Response(written, media_type="text/csv; charset=utf-8", headers=headers)

        return [doors.door(f"{PATH}.csv", file, ADVISOR), doors.door(PATH, page, ADVISOR)]

    async def rows(self, seat: Seat, sought: Sought) -> list[Row]:
        """The seat's people that are sought: reminders first, then the next appointments, then
        those who have been silent the longest."""
        own = await run_in_threadpool(self._own, seat)
        ids = [one.conversation_id for one in own]
        kept = await self._facts.kept(seat.org.org_id, ids)
        rows = await run_in_threadpool(self._rows, seat, own, kept)
        return sorted((one for one in rows if _is_sought(one, sought)), key=_order)

    def _own(self, seat: Seat) -> list[Accompaniment]:
        found = self._accompaniments.of_advisor(seat.advisor_id)
        return [one for one in found if one.state == OPEN]

    def _rows(
        self, seat: Seat, own: Sequence[Accompaniment], kept: Mapping[str, Kept]
    ) -> list[Row]:
        """Those whose conversation was not erased meanwhile, all read together."""
        known = self._known(seat, [one.conversation_id for one in own], kept)
        return [_row(seat, one, known[key]) for one in own if (key := one.conversation_id) in known]

    def _known(
        self, seat: Seat, ids: Sequence[str], kept: Mapping[str, Kept]
    ) -> Mapping[str, Known]:
        last, codes = self._last_turns.of(ids), self._rights.codes_kept(ids)
        prescribed = self._prescriptions.of_conversations(seat.org.org_id, ids)
        return {
            key: Known(
                session,
                self._codes.present(key, *codes[key]),
                last.get(key),
                kept.get(key),
                prescribed.get(key, []),
            )
            for key, session in self._rights.sessions(ids).items()
            if key in codes
        }


def _row(seat: Seat, own: Accompaniment, known: Known) -> Row:
    return Row(
        path=f"/console/entretiens/{own.accompaniment_id}/prescrire",
        code=None if known.session.is_shared else in_groups(known.code),
        reference=own.reference if seat.org.has_reference else None,
        last=min(known.last or own.created_at, now()),
        kept=_labels(known.kept),
        followed=followed(known.prescribed, clock.today()),
        appointment=from_text(own.next_appointment),
        kept_until=known.session.kept_until,
    )


def _labels(codes: Kept) -> tuple[str, ...] | None:
    known = wiring.catalogue().job_by_code
    return None if codes is None else tuple(job_label(known[one]) for one in codes if one in known)


def _sought(request: Request) -> Sought:
    asked = request.query_params
    state = asked.get("etat")
    return Sought(
        only_due=asked.get("relances") == "1",
        state=state if state in STATES else None,
        words=asked.get("texte", "").strip()[:60] or None,
    )


def _is_sought(row: Row, sought: Sought) -> bool:
    named = f"{row.code or ''} {(row.code or '').replace('-', '')} {row.reference or ''}"
    return (
        (not sought.only_due or row.due > 0)
        and (sought.state is None or any(one.state == sought.state for one in row.followed))
        and (sought.words is None or sought.words.casefold() in named.casefold())
    )


def _order(row: Row) -> tuple[int, date, datetime]:
    return -row.due, row.appointment.on if row.appointment else FAR, row.last


def as_csv(rows: Iterable[Row], has_reference: bool) -> str:
    """One line for each aid that is followed, and one for who has none. With a mark that tells
    spreadsheets the encoding."""
    columns = [name for name in COLUMNS if has_reference or name != "reference"]
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow([say(f"follow.{name}") for name in columns])
    for row in rows:
        for line in _lines(row):
            writer.writerow([as_cell(line[name]) for name in columns])
    return f"\ufeff{written.getvalue()}"


def _lines(row: Row) -> Iterator[dict[str, Any]]:
    when = row.appointment
    hour = f" {when.hour.isoformat('minutes')}" if when and when.hour else ""
    person = {
        "code": row.code,
        "reference": row.reference,
        "last": row.last.date(),
        "kept": None if row.kept is None else ", ".join(row.kept),
        "appointment": f"{when.on}{hour}" if when else None,
        "until": row.kept_until.date() if row.code else None,
    }
    nothing = {"aid": None, "state": None, "since": None, "due": None}
    for one in row.followed or (None,):
        aid = nothing if one is None else _aid(one)
        yield {**person, **aid}


def _aid(one: Followed) -> dict[str, Any]:
    return {
        "aid": one.name,
        "state": say(f"prescription.state.{one.state}"),
        "since": one.since,
        "due": one.due,
    }
