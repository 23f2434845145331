"""`/console/organisation/journal`: who of the organisation did what, and whose conversation it was.

A conversation is told by the first part of its code: enough to know it again, too little to open
it. Whoever has the whole code, which the person gave, finds its lines.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.adapters.sql.audit import Audit, Line
from bot.orientation.phrases import is_said, say
from bot.services.account_rules import ADMIN
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.pages import Pages
from bot.web.console.seats import Seat
from bot.web.resume_codes import GROUP, ResumeCodes, read_code

PATH = "/console/organisation/journal"
A_PAGE = 100


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
            lines=[(line, *_words(line), self._mark(line)) for line in shown],
            typed=typed[:40],
            is_wrong=bool(typed and not code),
            next_before=shown[-1].number if shown and len(lines) > A_PAGE else None,
        )

    def _mark(self, line: Line) -> str | None:
        """The first part of the conversation's code; None: no conversation, or it is erased."""
        if line.conversation_id is None:
            return None
        code = self._codes.present(line.conversation_id, line.code_hash, line.ended)
        return f"{code[:GROUP]}-…"


def _words(line: Line) -> tuple[str, str | None]:
    """What was done, and its detail: how somebody entered, or which account it was done to."""
    act, way = f"account.act.{line.act}", f"account.way.{line.detail}"
    done = say(act) if is_said(act) else say("account.act.other")
    return done, say(way) if is_said(way) else line.detail
