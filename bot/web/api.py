"""The JSON routes of the chat."""

from __future__ import annotations

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.sessions import SessionStore
from bot.web.conversations import Answer, Conversations, token_hash
from bot.web.errors import ApiError
from bot.web.limits import Buckets, Limits, household
from bot.web.requests import read_json, read_message


class ChatApi:
    """The routes, over the store and Rasa."""

    def __init__(
        self,
        store: SessionStore,
        rasa: RasaClient,
        conversations: Conversations,
        limits: Limits,
    ) -> None:
        self._store = store
        self._rasa = rasa
        self._conversations = conversations
        self._sessions = Buckets(limits.session)
        self._addresses = Buckets(limits.address)
        self._openings = Buckets(limits.openings)

    def routes(self) -> list[Route]:
        return [
            Route("/api/sessions", self.open_session, methods=["POST"]),
            Route("/api/session", self.session, methods=["GET", "DELETE"]),
            Route("/api/messages", self.take_message, methods=["POST"]),
            Route("/healthz", self.live, methods=["GET"]),
            Route("/readyz", self.ready, methods=["GET"]),
        ]

    async def open_session(self, request: Request) -> Response:
        self._addresses.take(_address(request))
        self._openings.take(_address(request))
        token, answer = await self._conversations.open()
        return JSONResponse({"token": token, **_shown(answer)}, 201)

    async def session(self, request: Request) -> Response:
        conversation_id = await self._conversation_of(request)
        if request.method == "DELETE":
            await self._conversations.erase(conversation_id)
            return Response(status_code=204)
        return JSONResponse(await self._conversations.read(conversation_id))

    async def take_message(self, request: Request) -> Response:
        conversation_id = await self._conversation_of(request)
        message = read_message(await read_json(request))
        answer = await self._conversations.answer(conversation_id, message)
        return JSONResponse(_shown(answer))

    async def live(self, request: Request) -> Response:
        """This process answers."""
        return JSONResponse({"status": "ok"})

    async def ready(self, request: Request) -> Response:
        """Rasa and the database answer too; else 503, and which of them does not."""
        away = [] if await self._rasa.is_ready() else ["rasa"]
        try:
            await run_in_threadpool(self._store.check)
        except SQLAlchemyError:
            away.append("database")
        status = "away" if away else "ok"
        return JSONResponse({"status": status, "away": away}, 503 if away else 200)

    async def _conversation_of(self, request: Request) -> str:
        """The conversation of the bearer token, within the limits."""
        self._addresses.take(_address(request))
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise ApiError("unknown_session")
        conversation_id = await self._conversations.conversation_of(token)
        self._sessions.take(token_hash(token))
        return conversation_id


def _address(request: Request) -> str:
    return household(request.client.host) if request.client else ""


def _shown(answer: Answer) -> dict[str, object]:
    return {"turn": answer.turn, "messages": answer.messages}
