"""The outermost layers: security headers on every answer, and no failure that leaves as a trace.

An answer that has its own header keeps it. docs/decisions/0018-edge.md tells why each is there.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.logs import event
from bot.settings import Settings
from bot.traces import where
from bot.web.errors import ApiError

logger = logging.getLogger(__name__)

SHOWN_ELSEWHERE = ("/static/", "/pictures/")
"""What a site that shows the widget loads as its own: scripts, styles, pictures."""
YEAR_SECONDS = 365 * 24 * 3600


def content_security_policy(
    *, forms: str = "'none'", framed_by: Sequence[str] = ("'self'",), more: Sequence[str] = ()
) -> str:
    """Nothing from elsewhere, no script in the page.

    forms: where a form may send to; framed_by: whose pages may show ours; more: directives.
    """
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            f"form-action {forms}",
            " ".join(("frame-ancestors", *framed_by)),
            "require-trusted-types-for 'script'",
            *more,
        )
    )


def security_headers(settings: Settings) -> dict[str, str]:
    headers = {
        "Content-Security-Policy": content_security_policy(
            framed_by=("'self'", *settings.embed_origins)
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
        "Cache-Control": "no-store",
    }
    if settings.public_url.startswith("https://"):
        headers["Strict-Transport-Security"] = f"max-age={YEAR_SECONDS}"
    return headers


class Edge:
    """Puts the headers on every answer. Those that say nothing about caching are not stored."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._headers = security_headers(settings)
        self._shown_elsewhere = dict(self._headers)
        if settings.embed_origins:
            self._shown_elsewhere["Cross-Origin-Resource-Policy"] = "cross-origin"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_shown_elsewhere = scope["path"].startswith(SHOWN_ELSEWHERE)
        wanted = self._shown_elsewhere if is_shown_elsewhere else self._headers

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in wanted.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_guarded)


class Failures:
    """Turns what nobody caught into a kind answer, and logs where it came from."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def send_watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, send_watched)
        except Exception as error:
            if scope["type"] != "http":
                raise
            event(logger, "request_failed", logging.ERROR, error=where(error))
            if not started:
                await _refusal(error).response()(scope, receive, send)


def _refusal(error: Exception) -> ApiError:
    is_storage = isinstance(error, (DBAPIError, PoolTimeout))
    return ApiError("storage_away", 2) if is_storage else ApiError("failed")
