"""Every answer is counted, and logged by the name of its route: no address, no text, no token."""

from __future__ import annotations

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.logs import event
from bot.web.metrics import METHODS, Metrics

logger = logging.getLogger(__name__)

NO_ROUTE = "none"
NOT_LOGGED = ("/healthz", "/readyz", "/static/", "/pictures/")
"""Asked all the time and telling nothing, as long as they go well; counted all the same."""


class Watch:
    """A log line and the metrics of each request, once it is answered or has failed."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 0

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        finally:
            self._note(scope, status, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        """status: 0 when the other side left before the answer."""
        route = getattr(scope.get("route"), "path", NO_ROUTE)
        method = scope["method"] if scope["method"] in METHODS else "other"
        self._metrics.answered(route, method, status, seconds)
        if status in range(200, 400) and route.startswith(NOT_LOGGED):
            return
        event(
            logger,
            "request",
            method=method,
            route=route,
            status=status,
            ms=round(seconds * 1000),
            turn=scope.get("state", {}).get("turn"),
        )
