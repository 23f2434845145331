"""`/atelier/<code>`: a person at a table of a workshop begins a conversation of their own.

The page hands its token to the chat of the same browser, as the chat itself keeps it; nothing else
of the chat knows of workshops. Where the browser keeps nothing, the resume code opens it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.adapters.sql.facts import FactsStore
from bot.adapters.sql.workshops import Workshop, WorkshopStore
from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.services import clock
from bot.web.access import Access
from bot.web.console.facts_keeper import MOST_AT_A_TABLE
from bot.web.console.table_codes import TableCodes, read_table_code
from bot.web.errors import ApiError
from bot.web.guest_pages import draw, with_wait
from bot.web.openings import Openings
from bot.web.resume_codes import in_groups
from bot.web.rights import Rights
from bot.web.rights_requests import Opening
from bot.web.tokens import now

PATH = "/atelier"
STILL_OPEN = timedelta(days=1)
"""After the day of the workshop, for those who stay longer and for other time zones."""


class WorkshopDoor:
    """Opens conversations of workshops, over the use cases of the chat."""

    def __init__(
        self,
        workshops: WorkshopStore,
        facts: FactsStore,
        codes: TableCodes,
        access: Access,
        openings: Openings,
        rights: Rights,
    ) -> None:
        self._workshops = workshops
        self._facts = facts
        self._codes = codes
        self._access = access
        self._openings = openings
        self._rights = rights

    def routes(self) -> list[BaseRoute]:
        return [
            Route(PATH, self.ask, methods=["GET"]),
            Route(f"{PATH}/{{code}}", self.welcome, methods=["GET"]),
            Route(f"{PATH}/{{code}}", self.begin, methods=["POST"]),
        ]

    async def ask(self, request: Request) -> Response:
        """Where one types a code; a typed one leads to its page."""
        typed = request.query_params.get("code", "")
        code = read_table_code(typed)
        if code:
            return RedirectResponse(f"{PATH}/{code}", 303)
        if typed.strip():
            return _refused(ApiError("unknown_table_code"))
        return _page("workshop_door.html", 200, error=None)

    async def welcome(self, request: Request) -> Response:
        """What will happen, before anything does."""
        try:
            code, workshop = await self._workshop(request)
        except ApiError as error:
            return _refused(error)
        return _page("workshop_welcome.html", 200, workshop=workshop, code=code)

    async def begin(self, request: Request) -> Response:
        """A new conversation, tied to the workshop alone. On a shared device it has no code."""
        try:
            _, workshop = await self._workshop(request)
            await self._refuse_when_full(workshop)
            self._access.take_opening(request)
            is_shared = request.query_params.get("partage") == "1"
            token, _ = await self._openings.open(Opening(is_shared))
            conversation_id = (await self._rights.enter(token)).conversation_id
        except ApiError as error:
            return _refused(error)
        ids = (conversation_id, workshop.org_id, workshop.workshop_id)
        await run_in_threadpool(self._facts.join, *ids, now())
        code = None if is_shared else (await self._rights.code(conversation_id)).code
        shown = in_groups(code) if code else None
        return _page("workshop_begin.html", 201, token=token, code=code, shown=shown)

    async def _workshop(self, request: Request) -> tuple[str, Workshop]:
        """The code and what it opens. ApiError: nothing, or no more; too many guesses."""
        self._access.take_guess(request)
        code = read_table_code(request.path_params["code"])
        hashed = self._codes.hash_of(code or "")
        found = await run_in_threadpool(self._workshops.of_code, hashed)
        if code is None or found is None or clock.today() > found.day + STILL_OPEN:
            raise ApiError("unknown_table_code")
        self._access.give_guess_back(request)
        return code, found

    async def _refuse_when_full(self, workshop: Workshop) -> None:
        present = await run_in_threadpool(self._facts.count_of_workshop, workshop.workshop_id)
        if present >= workshop.tables * MOST_AT_A_TABLE:
            raise ApiError("workshop_full")


def _refused(error: ApiError) -> Response:
    return with_wait(_page("workshop_door.html", error.status, error=error.message), error)


def _words(name: str) -> str:
    return french(say(f"workshop.{name}"))


def _page(name: str, status: int, **content: Any) -> Response:
    return draw(name, status, _words, **content)
