"""`/scene/<key>/…`: the widget of a stage asks here, and the stage's own web app answers.

The key opens the stage, as a token opens a conversation: it cannot be guessed. Only what the widget
needs passes, with the few headers that it uses; a stream passes as it comes.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field

import httpx
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.web.access import Access
from bot.web.errors import ApiError

METHODS = ("GET", "POST", "PATCH", "DELETE")
PASSED = re.compile(
    r"static/[\w-][\w.-]*|pictures/[\w-]+/[\w-][\w.-]*|fiche/[\w-][\w.-]*"
    r"|api/(menu|messages|resume|session)|api/session/(live|code|consent|export)"
)
"""Another conversation is begun by the page of the stage, never by its widget."""
ASKED_HEADERS = ("accept", "accept-encoding", "authorization", "content-type", "if-none-match")
TOLD_HEADERS = (
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-length",
    "content-type",
    "etag",
    "retry-after",
    "vary",
    "x-accel-buffering",
    "x-robots-tag",
)
SILENCE_SECONDS = 45.0
"""A stream says something every 15 s; a turn waits at most for a story that is played again."""


@dataclass(frozen=True)
class Upstream:
    """Where a stage listens, and the secret that it knows its web app by."""

    port: int
    secret: str = field(repr=False)


class Scenes:
    """find: the stage of a key, which notes that somebody is there; None: there is none."""

    def __init__(self, find: Callable[[str], Upstream | None], access: Access) -> None:
        self._find = find
        self._access = access
        self._client: httpx.AsyncClient | None = None

    def routes(self) -> list[Route]:
        return [Route("/scene/{key}/{path:path}", self.forward, methods=METHODS)]

    async def forward(self, request: Request) -> Response:
        """ApiError: too many requests, no stage of this key, or a path that does not pass."""
        self._access.take_look(request)
        there = self._find(request.path_params["key"])
        if there is None:
            raise ApiError("scene_gone")
        if not PASSED.fullmatch(request.path_params["path"]):
            raise ApiError("not_found")
        try:
            answer = await self._ask(there, request)
        except httpx.HTTPError as error:
            raise ApiError("scene_gone") from error
        told = _kept(answer.headers, TOLD_HEADERS)
        return StreamingResponse(_passed_on(answer), answer.status_code, told)

    async def close(self) -> None:
        if self._client:
            await self._client.aclose()

    async def _ask(self, there: Upstream, request: Request) -> httpx.Response:
        timeout = httpx.Timeout(SILENCE_SECONDS, connect=2.0)
        self._client = self._client or httpx.AsyncClient(trust_env=False, timeout=timeout)
        query = f"?{request.url.query}" if request.url.query else ""
        asked = self._client.build_request(
            request.method,
            f"http://127.0.0.1:{there.port}{request.url.path}{query}",
            content=await request.body(),
            headers={**_kept(request.headers, ASKED_HEADERS), "X-Declic-Secret": there.secret},
        )
        return await self._client.send(asked, stream=True)


def _kept(headers: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    return {name: headers[name] for name in names if name in headers}


async def _passed_on(answer: httpx.Response) -> AsyncIterator[bytes]:
    """The bytes as they come. A stage that ends in the middle ends the answer, as a cut would."""
    try:
        async for part in answer.aiter_raw():
            yield part
    except httpx.HTTPError:
        return
    finally:
        await answer.aclose()
