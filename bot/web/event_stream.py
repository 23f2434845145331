"""An answer that goes on: server-sent events of one screen, until either side ends it."""

from __future__ import annotations

import asyncio

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.web.live import Live, Screen

HEARTBEAT_SECONDS = 15.0
"""Sooner than proxies close what is silent (60 s for most, 30 s in our example)."""
HEARTBEAT = ": encore là\n\n"


class EventStream(Response):
    """The events of a screen, which it closes. Proxies are asked to pass them on at once."""

    media_type = "text/event-stream"

    def __init__(self, live: Live, screen: Screen) -> None:
        super().__init__(headers={"X-Accel-Buffering": "no"})
        del self.headers["content-length"]
        self._live = live
        self._screen = screen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        gone = asyncio.create_task(self._until_gone(receive))
        try:
            start = {"status": self.status_code, "headers": self.raw_headers}
            await send({"type": "http.response.start", **start})
            while (text := await self._screen.next(HEARTBEAT_SECONDS)) is not None:
                body = (text or HEARTBEAT).encode()
                await send({"type": "http.response.body", "body": body, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            gone.cancel()
            self._live.leave(self._screen)

    async def _until_gone(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self._screen.end()
