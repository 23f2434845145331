"""The routes of a conversation that several screens follow."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.web.access import Access, address_of
from bot.web.event_stream import EventStream
from bot.web.live import Live
from bot.web.live_acts import LiveActs
from bot.web.live_requests import read_act
from bot.web.requests import read_json

PATH = "/api/session/live"


class LiveApi:
    """`GET` follows the conversation, `POST` does one thing in it."""

    def __init__(self, access: Access, live: Live, acts: LiveActs) -> None:
        self._access = access
        self._live = live
        self._acts = acts

    def routes(self) -> list[Route]:
        return [
            Route(PATH, self.follow, methods=["GET"]),
            Route(PATH, self.act, methods=["POST"]),
        ]

    async def follow(self, request: Request) -> Response:
        holder = await self._access.holder_of(request)
        return EventStream(self._live, await self._live.open(holder, address_of(request)))

    async def act(self, request: Request) -> Response:
        """204; 200 with the turn, when the act was to confirm a proposal."""
        holder = await self._access.holder_of(request)
        answer = await self._acts.do(holder, *read_act(await read_json(request)))
        if answer is None:
            return Response(status_code=204)
        request.state.turn = answer.turn
        content: dict[str, Any] = {"turn": answer.turn, "messages": answer.messages}
        return JSONResponse(content)
