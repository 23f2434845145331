"""The sheet of a person as a page, a PDF and JSON, behind its ticket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.sql.sheets import SheetStore
from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.services.sheet_back import Code, WayBack, with_way_back
from bot.services.two_voices import KIND
from bot.web.access import Access
from bot.web.errors import ApiError
from bot.web.printing import SHEET, set_apart
from bot.web.rights import Rights
from bot.web.sheet_tickets import is_open
from bot.web.tokens import now, token_hash

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
FILE = "ma-fiche-declic"
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "json": "application/json",
    "ics": "text/calendar; charset=utf-8",
}
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
MOST_AT_ONCE, MOST_WAITING = 1, 12
"""Pages set at once: each takes a core for a moment; who comes when many wait is told to retry."""
COME_AGAIN_SECONDS = 3


class SheetPages:
    """`/fiche/<ticket>`, `.pdf` and `.json`. public_url: where people reach Déclic."""

    def __init__(self, store: SheetStore, access: Access, rights: Rights, public_url: str) -> None:
        self._store = store
        self._access = access
        self._rights = rights
        self._public_url = public_url
        self._printing = asyncio.Semaphore(MOST_AT_ONCE)
        self._waiting = 0

    def routes(self) -> list[Route]:
        return [
            Route("/fiche/{ticket}.pdf", self.pdf, methods=["GET"]),
            Route("/fiche/{ticket}.ics", self.calendar, methods=["GET"]),
            Route("/fiche/{ticket}.json", self.json, methods=["GET"]),
            Route("/fiche/{ticket}", self.page, methods=["GET"]),
        ]

    async def page(self, request: Request) -> Response:
        content = await self._content(request)
        return _gone() if content is None else shown(content, request)

    async def pdf(self, request: Request) -> Response:
        content = await self._content(request)
        if content is None:
            return _gone()
        return a_file(await self.printed(content), "pdf")

    async def calendar(self, request: Request) -> Response:
        """The next appointment of a sheet in two voices."""
        content = await self._content(request)
        calendar = content and content.get("calendar")
        return a_file(calendar.encode(), "ics") if calendar else _gone()

    async def json(self, request: Request) -> Response:
        content = await self._content(request)
        if content is None:
            raise ApiError("not_found")
        written = json.dumps(content, ensure_ascii=False, indent=2).encode()
        return a_file(written, "json")

    async def _content(self, request: Request) -> dict[str, Any] | None:
        """The whole sheet with the way back; None when the ticket opens nothing, or no more."""
        self._access.take_look(request)
        ticket = token_hash(request.path_params["ticket"])
        found = await run_in_threadpool(self._store.find, ticket)
        if found is None or not is_open(found, now()):
            return None
        return await self.whole(found.content, found.conversation_id)

    async def whole(self, content: Mapping[str, Any], conversation_id: str) -> dict[str, Any]:
        """A sheet with its last part: the way back, and how long all is kept."""
        session = await self._rights.session(conversation_id)
        way = WayBack(
            address=urlsplit(self._public_url).netloc,
            kept_until=None if session.is_shared else session.kept_until.date(),
            code=await self._code(conversation_id),
        )
        return _typeset(with_way_back(content, way))

    async def _code(self, conversation_id: str) -> Code | None:
        """None: a conversation on a shared computer has none."""
        try:
            code = await self._rights.code(conversation_id)
        except ApiError:
            return None
        return Code(code.shown, code.address(self._public_url), code.expires)

    async def printed(self, content: dict[str, Any]) -> bytes:
        """Set in a process of its own, few at once. ApiError: too many wait, or it cannot be."""
        if self._waiting >= MOST_WAITING:
            raise ApiError("too_many", COME_AGAIN_SECONDS)
        self._waiting += 1
        try:
            async with self._printing:
                return await set_apart(SHEET, json.dumps(content).encode())
        finally:
            self._waiting -= 1


def _typeset(content: dict[str, Any]) -> dict[str, Any]:
    """French typography in what was added; what came through the channel has it already."""
    return {**content, "back": in_french(content["back"]), "kept": in_french(content["kept"])}


def in_french(content: Any) -> Any:
    """The same content with French typography in every text but addresses."""
    if isinstance(content, dict):
        return {
            name: value if name == "url" else in_french(value) for name, value in content.items()
        }
    if isinstance(content, list):
        return [in_french(value) for value in content]
    return french(content) if isinstance(content, str) else content


def a_file(content: bytes, end: str) -> Response:
    """A file to keep, of one of MEDIA_TYPES."""
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{FILE}.{end}"'}
    return Response(content, media_type=MEDIA_TYPES[end], headers=headers)


def shown(content: dict[str, Any], request: Request) -> Response:
    """The page of a whole sheet, of either kind; its files are beside its address."""
    template = "two_voices.html" if content.get("kind") == KIND else "sheet.html"
    return _page(template, 200, content, request)


def _gone() -> Response:
    return _page("sheet_gone.html", 404, {}, None)


def _page(name: str, status: int, content: dict[str, Any], request: Request | None) -> Response:
    from bot.adapters.printing.codes import qr_svg

    easy, back = bool(content.get("is_easy")), content.get("back")
    html = (
        _environment()
        .get_template(name)
        .render(
            sheet=content,
            words=lambda code: french(say(f"sheet.{code}", easy)),
            drawing=qr_svg(back["url"]).decode() if back else None,
            path=request.url.path if request else None,
        )
    )
    return Response(html, status, HEADERS, "text/html")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Everything is escaped; a name that is missing is a fault, not an empty place."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
