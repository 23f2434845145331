"""A server that keeps the contract of the private Rasa channel, without Rasa.

It listens on a real port, remembers what it handled, handles a message id once, and can be made
slow, unavailable, silent or stopped.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.asgi_server import AsgiServer
from tests.fake_conversation import reply
from tests.servers import free_port

SECRET = "a secret for the tests"  # noqa: S105
Messages = list[dict[str, Any]]
Reply = Callable[[dict[str, Any]], Messages]


class FakeRasa:
    """The server. `unavailable`: answers 503. `held`: handles turns, and answers once freed.

    `refused_text`: a text of which a turn is answered with 400. `recalled`: what it recalls of any
    conversation; None: a few marks, and what it handled.
    """

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._server: AsgiServer | None = None
        self.reset()

    def reset(self) -> None:
        """Knows nobody, and answers."""
        self.unavailable = False
        self.held = False
        self.refused_text: str | None = None
        self.replies: Reply = reply
        self.recalled: dict[str, Any] | None = None
        self.handled: list[dict[str, Any]] = []
        self.forgotten: list[str] = []
        self._answers: dict[tuple[str, str], Messages] = {}

    def start(self) -> None:
        if self._server is None:
            self._server = AsgiServer(self._app(), self.port)
            self._server.start()

    def stop(self) -> None:
        self.held = False
        if self._server:
            self._server.stop()
        self._server = None

    def conversations(self) -> set[str]:
        """The conversations of which it still knows something."""
        return {conversation_id for conversation_id, _ in self._answers}

    def said(self) -> list[str]:
        """What it handled, in order: typed texts and payloads."""
        return [turn["text"] or turn["payload"] for turn in self.handled]

    def _app(self) -> Starlette:
        root = "/webhooks/declic"
        return Starlette(
            routes=[
                Route(f"{root}/turn", self._turn, methods=["POST"]),
                Route(f"{root}/conversations/{{key}}", self._forget, methods=["DELETE"]),
                Route(f"{root}/conversations/{{key}}", self._recall, methods=["GET"]),
                Route(f"{root}/health", self._health, methods=["GET"]),
            ]
        )

    async def _turn(self, request: Request) -> Response:
        body = await request.json()
        refusal = self._refusal(request) or _wrong(body)
        if refusal:
            await self._freed()
            return refusal
        if self.refused_text is not None and body["text"] == self.refused_text:
            return JSONResponse({"error": "bad_request"}, 400)
        key = (body["conversation_id"], body["message_id"])
        if key not in self._answers:
            self._answers[key] = self.replies(body)
            self.handled.append(body)
        await self._freed()
        return JSONResponse({"messages": self._answers[key]})

    async def _freed(self) -> None:
        while self.held:
            await asyncio.sleep(0.01)

    async def _forget(self, request: Request) -> Response:
        refusal = self._refusal(request)
        if refusal:
            return refusal
        conversation_id = request.path_params["key"]
        self.forgotten.append(conversation_id)
        kept = {key: said for key, said in self._answers.items() if key[0] != conversation_id}
        self._answers = kept
        return Response(status_code=204)

    async def _recall(self, request: Request) -> Response:
        refusal = self._refusal(request)
        if refusal:
            return refusal
        if self.recalled is not None:
            return JSONResponse(self.recalled)
        mine = [t for t in self.handled if t["conversation_id"] == request.path_params["key"]]
        events = [{"event": "user", "text": turn["text"] or turn["title"]} for turn in mine]
        return JSONResponse({"slots": {"licence": "yes", "misses": 0}, "events": events})

    async def _health(self, request: Request) -> Response:
        return self._refusal(request) or JSONResponse({"status": "ok"})

    def _refusal(self, request: Request) -> Response | None:
        if request.headers.get("x-declic-secret") != SECRET:
            return JSONResponse({"error": "unauthorized"}, 401)
        if self.unavailable:
            return JSONResponse({"error": "actions_unavailable"}, 503)
        return None


def _wrong(body: dict[str, Any]) -> Response | None:
    """400 for what is no turn of the contract."""
    text, payload = body["text"], body["payload"]
    is_turn = (
        re.fullmatch(r"[0-9a-f]{32}", body["conversation_id"])
        and 0 < len(body["message_id"]) <= 64
        and (text is None) != (payload is None)
        and (text is None or 0 < len(text) <= 2000)
        and (payload is None or _is_payload(payload))
    )
    return None if is_turn else JSONResponse({"error": "bad_request"}, 400)


def _is_payload(payload: str) -> bool:
    match = re.fullmatch(r"/[a-z_]+(\{.*\})?", payload, re.DOTALL)
    return match is not None and isinstance(json.loads(match.group(1) or "{}"), dict)
