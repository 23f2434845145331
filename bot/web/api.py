"""The JSON routes of the chat."""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.web.access import Access
from bot.web.conversations import Answer, Conversations
from bot.web.openings import Openings
from bot.web.requests import read_json, read_message, read_optional_json
from bot.web.rights import Rights
from bot.web.rights_requests import read_opening
from bot.web.scrubbing import Scrubbing


class ChatApi:
    """The routes, over the store and Rasa."""

    def __init__(
        self,
        access: Access,
        openings: Openings,
        conversations: Conversations,
        rights: Rights,
        scrubbing: Scrubbing,
    ) -> None:
        self._access = access
        self._openings = openings
        self._conversations = conversations
        self._rights = rights
        self._scrubbing = scrubbing

    def routes(self) -> list[Route]:
        return [
            Route("/api/sessions", self.open_session, methods=["POST"]),
            Route("/api/session", self.read, methods=["GET"]),
            Route("/api/session", self.erase, methods=["DELETE"]),
            Route("/api/messages", self.take_message, methods=["POST"]),
        ]

    async def open_session(self, request: Request) -> Response:
        self._access.take_opening(request)
        wanted = read_opening(await read_optional_json(request))
        token, answer = await self._openings.open(wanted)
        return JSONResponse({"token": token, **_shown(answer)}, 201)

    async def read(self, request: Request) -> Response:
        """304 when nothing has changed since the answer that bore this ETag."""
        conversation_id = await self._access.conversation_of(request)
        rights = await self._rights.state(conversation_id)
        tag = _etag(rights, await self._conversations.state(conversation_id))
        headers = {"ETag": tag}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        turns = await self._conversations.read(conversation_id)
        return JSONResponse({**turns, **rights}, headers=headers)

    async def erase(self, request: Request) -> Response:
        await self._conversations.erase(await self._access.conversation_of(request))
        await self._scrubbing.after_erasure()
        return Response(status_code=204)

    async def take_message(self, request: Request) -> Response:
        conversation_id = await self._access.conversation_of(request)
        message = read_message(await read_json(request))
        answer = await self._conversations.answer(conversation_id, message)
        request.state.turn = answer.turn
        return JSONResponse(_shown(answer))


def _etag(*parts: object) -> str:
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def _shown(answer: Answer) -> dict[str, object]:
    return {"turn": answer.turn, "messages": answer.messages}
