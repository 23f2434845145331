"""The restitution of a trial: as a page, as a tagged PDF, and as files."""

from __future__ import annotations

import asyncio
import csv
import json
from io import StringIO

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.adapters.protocol_files import protocol_name
from bot.orientation.csv_cells import as_cell
from bot.services import clock
from bot.services.restitution import Content, restitution, step_title
from bot.services.trial_records import REACTIONS, Gathered, Trial
from bot.web.console.bench.trial_desk import ONE, ROLE, TrialDesk, in_words
from bot.web.console.doors import Doors
from bot.web.console.drawing import Bar, Group, grouped_bars
from bot.web.console.seats import Seat
from bot.web.printing import RESTITUTION, set_apart

PATTERN_OF = {"confused": "hatched", "liked": "full", "wrong": "dotted"}
COLUMNS = ("participant", "step", "kind", "words", "said")


class TrialReports:
    """`…/restitution`, `.pdf`, `.csv` and `.json`."""

    def __init__(self, desk: TrialDesk, doors: Doors) -> None:
        self._desk = desk
        self._doors = doors
        self._printing = asyncio.Lock()

    def routes(self) -> list[BaseRoute]:
        door, one = self._doors.door, f"{ONE}/restitution"
        return [
            door(one, self.page, ROLE),
            door(f"{one}.pdf", self.pdf, ROLE),
            door(f"{one}.csv", self.table, ROLE),
            door(f"{one}.json", self.json, ROLE),
        ]

    async def page(self, request: Request, seat: Seat) -> Response:
        trial = await self._desk.own(request, seat)
        told = restitution(await self._desk.gathered(trial), clock.today())
        return self._desk.page(
            request,
            seat,
            "trial_report",
            trial,
            report=told,
            bars=_bars(told),
            keys=[(name, PATTERN_OF[kind]) for kind, name in told["reaction_names"].items()],
        )

    async def pdf(self, request: Request, seat: Seat) -> Response:
        """Set in a process of its own, one at a time."""
        trial = await self._desk.own(request, seat)
        told = restitution(await self._desk.gathered(trial), clock.today())
        async with self._printing:
            printed = await set_apart(RESTITUTION, json.dumps(told).encode())
        return _file(trial, "pdf", "application/pdf", printed)

    async def table(self, request: Request, seat: Seat) -> Response:
        """Every input, one a line, for a spreadsheet."""
        trial = await self._desk.own(request, seat)
        text = as_csv(await self._desk.gathered(trial))
        return _file(trial, "csv", "text/csv; charset=utf-8", text.encode("utf-8-sig"))

    async def json(self, request: Request, seat: Seat) -> Response:
        trial = await self._desk.own(request, seat)
        told = restitution(await self._desk.gathered(trial), clock.today())
        written = json.dumps(told, ensure_ascii=False, indent=2)
        return _file(trial, "json", "application/json", written.encode())


def as_csv(found: Gathered) -> str:
    """One line for each input, and one for each participant without any."""
    text = StringIO()
    sheet = csv.writer(text, delimiter=";", lineterminator="\r\n")
    sheet.writerow(in_words(f"column.{name}") for name in COLUMNS)
    for who in found.participants:
        for one in found.of(who):
            kind, step = in_words(f"kind.{one.kind}"), step_title(found, one.step)
            row = (who.name, step, kind, one.words, one.said)
            sheet.writerow(as_cell(value) for value in row)
    return text.getvalue()


def _bars(told: Content) -> str | None:
    """The taps of each step; None: there were none."""
    groups = [
        Group(
            row["step"],
            tuple(
                Bar(told["reaction_names"][kind], count, str(count), PATTERN_OF[kind])
                for kind, count in row["counts"].items()
            ),
        )
        for row in told["reactions"]
    ]
    return grouped_bars(told["sections"]["reactions"], groups) if groups else None


def _file(trial: Trial, end: str, media_type: str, content: bytes) -> Response:
    name = f"restitution-{protocol_name(trial.title)}.{end}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)


assert set(PATTERN_OF) == set(REACTIONS)
