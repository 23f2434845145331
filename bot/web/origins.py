"""Which pages of other sites may use the API: those of DECLIC_EMBED_ORIGINS, by equality.

Reading is the browser's to allow, by the headers of CORS. Changing is refused here: a browser sends
a simple request of any page before it asks.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.settings import Settings
from bot.web.errors import ApiError

METHODS = ("GET", "POST", "PATCH", "DELETE")
ASKED_HEADERS = ("Authorization", "Content-Type", "If-None-Match")
SHOWN_HEADERS = ("ETag", "Retry-After")
PREFLIGHT_KEPT_SECONDS = 7200
"""The longest that Chromium keeps one."""
ONLY_READ = ("GET", "HEAD", "OPTIONS")


def sharing(settings: Settings) -> Middleware:
    """The headers of CORS. No cookie and no password of the browser is ever shared."""
    return Middleware(
        CORSMiddleware,
        allow_origins=settings.embed_origins,
        allow_methods=METHODS,
        allow_headers=ASKED_HEADERS,
        expose_headers=SHOWN_HEADERS,
        max_age=PREFLIGHT_KEPT_SECONDS,
    )


class Origins:
    """Refuses a change that a page of another site asks for."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._known = {*settings.embed_origins, settings.public_url}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_change = scope["type"] == "http" and scope["method"] not in ONLY_READ
        if is_change and not self._is_known(Headers(scope=scope)):
            await ApiError("wrong_origin").response()(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_known(self, headers: Headers) -> bool:
        """Whether the page is ours or may use us. Without Origin, no browser page asks.

        Sec-Fetch-Site says so also behind a proxy that changes Host; browsers before 2023, and
        pages without https, do not send it.
        """
        origin = headers.get("origin")
        if origin is None or origin in self._known:
            return True
        if "sec-fetch-site" in headers:
            return headers["sec-fetch-site"] == "same-origin"
        return bool(origin != "null" and urlsplit(origin).netloc == headers.get("host"))
