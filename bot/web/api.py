"""The JSON routes of the chat."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.adapters.sql.live import ADVISOR
from bot.web.access import Access
from bot.web.conversations import Answer, Conversations
from bot.web.errors import ApiError
from bot.web.live_acts import LiveActs
from bot.web.openings import Openings
from bot.web.requests import ADVISOR_COMMANDS, read_json, read_message, read_optional_json
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
        acts: LiveActs,
    ) -> None:
        self._access = access
        self._openings = openings
        self._conversations = conversations
        self._rights = rights
        self._scrubbing = scrubbing
        self._acts = acts

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
        holder = await self._access.holder_of(request)
        conversation_id = holder.conversation_id
        rights = await self._rights.state(conversation_id)
        if holder.seat == ADVISOR:
            rights = {**rights, "consent": {**rights["consent"], "is_current": True}}
        about = {**rights, **await self._acts.around(holder)}
        tag = _etag(about, await self._conversations.state(conversation_id))
        headers = {"ETag": tag}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        turns = await self._conversations.read(conversation_id)
        return JSONResponse({**turns, **about}, headers=headers)

    async def erase(self, request: Request) -> Response:
        await self._conversations.erase(await self._access.conversation_of(request))
        await self._scrubbing.after_erasure()
        return Response(status_code=204)

    async def take_message(self, request: Request) -> Response:
        holder = await self._access.holder_of(request)
        message = read_message(await read_json(request))
        if holder.seat == ADVISOR and message.command not in (None, *ADVISOR_COMMANDS):
            raise ApiError("person_only")
        said = replace(message, author=holder.accompaniment_id)
        answer = await self._conversations.answer(holder.conversation_id, said)
        request.state.turn = answer.turn
        return JSONResponse(_shown(answer))


def _etag(*parts: object) -> str:
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def _shown(answer: Answer) -> dict[str, object]:
    return {"turn": answer.turn, "messages": answer.messages}
