"""What a stage answers: the widget of its one page below /scene/<key>, and its keeper's orders.

Both come through the web app, which is alone to know the secret. All that the web app of the stage
does happens on the day of the story.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from bot.adapters.sql.sessions import SessionStore
from bot.replay.stage.acting import CannotPlay, Stage
from bot.replay.stage.sayings import Heard
from bot.services import clock

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
ORDERS = "/stage/"
HEARD = (("POST", "/api/messages"), ("DELETE", "/api/session"))
"""Requests of the widget that may make a turn."""


class StageDoor:
    """An ASGI app around that of Déclic. root: the path below which the widget finds it."""

    def __init__(self, app: App, stage: Stage, store: SessionStore, root: str, secret: str) -> None:
        self._app = app
        self._stage = stage
        self._store = store
        self._root = root
        self._secret = secret.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif not self._is_keeper(scope):
            await _answer(send, 404, {"error": "not_found"})
        elif scope["path"].startswith(ORDERS):
            await self._obey(scope["path"].removeprefix(ORDERS), receive, send)
        else:
            await self._show({**scope, "root_path": self._root}, receive, send)

    def _is_keeper(self, scope: Scope) -> bool:
        given = dict(scope["headers"]).get(b"x-declic-secret", b"")
        return hmac.compare_digest(given, self._secret)

    async def _show(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = (scope["method"], scope["path"].removeprefix(self._root))
        with clock.frozen(self._stage.day):
            if asked not in HEARD:
                await self._asked(scope, receive, send)
                return
            body = await _read(receive)
            heard = Heard.of(self._store, body)
            await self._stage.overhear(heard, lambda: self._app(scope, _again(body), send))

    async def _asked(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What makes no turn. A stream is answered as soon as it begins."""
        async with AsyncExitStack() as curtain:
            await curtain.enter_async_context(self._stage.curtain.up())

            async def answer(message: Message) -> None:
                if message["type"] == "http.response.start":
                    await curtain.aclose()
                await send(message)

            await self._app(scope, receive, answer)

    async def _obey(self, order: str, receive: Receive, send: Send) -> None:
        body = await _read(receive)
        given = json.loads(body) if body else {}
        try:
            await self._done(order, given)
        except CannotPlay as error:
            await _answer(send, 409, {"message": str(error)})
            return
        asked = self._stage.record if order == "record" else self._stage.state
        await _answer(send, 200, await asked())

    async def _done(self, order: str, given: dict[str, Any]) -> None:
        stage = self._stage
        if order == "load":
            await stage.load(Path(given["path"]) if given["path"] else None)
        elif order == "jump":
            await stage.jump(given["step"])
        elif order in ("advance", "back", "restart", "take", "give_back"):
            await getattr(stage, order)()


async def _read(receive: Receive) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return bytes(body)


def _again(body: bytes) -> Receive:
    """Gives the body that was read. That the other side leaves ends nothing: the turn is taken."""

    async def give() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return give


async def _answer(send: Send, status: int, content: dict[str, Any]) -> None:
    body = json.dumps(content, ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
