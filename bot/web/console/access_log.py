"""`/console/organisation/journal`: who of the organisation did what, and whose conversation it was.

A conversation is told by the first part of its code: enough to know it again, too little to open
it. Whoever has the whole code, which the person gave, finds its lines.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.adapters.sql.audit import Audit, Line
from bot.services.account_rules import ADMIN
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.pages import Pages
from bot.web.console.seats import Seat
from bot.web.resume_codes import GROUP, ResumeCodes, read_code

PATH = "/console/organisation/journal"
A_PAGE = 100
ACTS: Mapping[str, str] = {
    "entered": "entrée dans la console",
    "left": "sortie de la console",
    "password": "mot de passe changé",
    "account_added": "compte créé",
    "account_reset": "nouveau mot de passe donné",
    "account_closed": "compte fermé",
    "roles": "rôles changés",
    "reference_on": "champ « référence » allumé",
    "reference_off": "champ « référence » éteint",
    "basins": "bassins changés",
    "read": "conversation lue",
}
"""What each act is called; a test looks for those that are noted and not in it."""
WAYS = {"password": "par mot de passe", "provider": "par le fournisseur"}


class AccessLog:
    """The newest lines first, a page at a time."""

    def __init__(self, audit: Audit, codes: ResumeCodes, doors: Doors, pages: Pages) -> None:
        self._audit = audit
        self._codes = codes
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[ConsoleRoute]:
        return [self._doors.door(PATH, self.show, ADMIN)]

    async def show(self, request: Request, seat: Seat) -> Response:
        typed, before = (request.query_params.get(name, "") for name in ("code", "avant"))
        code = read_code(typed) if typed else None
        lines = await run_in_threadpool(
            self._audit.lines,
            seat.org.org_id,
            A_PAGE + 1,
            int(before) if before.isdecimal() and len(before) < 10 else None,
            self._codes.hash_of(code) if code else None,
        )
        shown = [] if typed and not code else lines[:A_PAGE]
        return self._pages.page(
            request,
            seat,
            "console/access_log.html",
            lines=[(line, ACTS.get(line.act, line.act), self._mark(line)) for line in shown],
            typed=typed[:40],
            is_wrong=bool(typed and not code),
            next_before=shown[-1].number if shown and len(lines) > A_PAGE else None,
            ways=WAYS,
        )

    def _mark(self, line: Line) -> str | None:
        """The first part of the conversation's code; None: no conversation, or it is erased."""
        if line.conversation_id is None:
            return None
        return f"{self._codes.code_of(line.conversation_id)[:GROUP]}-…"
