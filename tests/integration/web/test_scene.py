"""What passes between the widget of a stage and the stage, and what does not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.web.access import Access
from bot.web.bodies import BODY_BYTES, Bodies
from bot.web.errors import ApiError
from bot.web.limits import Limit, Limits
from bot.web.scene import Scenes, Upstream
from tests.asgi_server import AsgiServer
from tests.servers import free_port

KEY, SECRET = "a" * 32, "secret-of-the-stage"
PASSES = (
    ("GET", "static/declic-chat.js"),
    ("GET", "pictures/declic/07.svg"),
    ("GET", "api/menu?reading=easy"),
    ("GET", "api/session"),
    ("PATCH", "api/session"),
    ("DELETE", "api/session"),
    ("POST", "api/messages"),
    ("POST", "api/session/live"),
    ("GET", "fiche/abc.pdf"),
)
STAYS_OUT = (
    ("POST", "api/sessions"),
    ("POST", "stage/advance"),
    ("GET", "console"),
    ("GET", "console/entrer"),
    ("GET", "healthz"),
    ("GET", "static/%2e%2e/console"),
    ("GET", "static/a/b.js"),
    ("GET", "static/%2e%2e"),
    ("GET", "fiche/%2e%2e"),
    ("GET", "api/session/live/more"),
    ("GET", ""),
)


async def echo(request: Request) -> Response:
    """Tells what came; the headers with it would harm where they are not dropped."""
    told = {
        "method": request.method,
        "path": request.url.path,
        "query": request.url.query,
        "headers": dict(request.headers),
        "body": (await request.body()).decode(),
    }
    harmful = {"Set-Cookie": "a=b", "Content-Security-Policy": "none", "ETag": '"kept"'}
    return JSONResponse(told, 203, harmful)


async def stream(request: Request) -> Response:
    """A first word, and then only silence."""

    async def words() -> AsyncIterator[bytes]:
        yield b"event: state\ndata: {}\n\n"
        await asyncio.sleep(60)

    return StreamingResponse(words(), media_type="text/event-stream")


class Site:
    """The web app's side, and a stage behind it that may be away."""

    def __init__(self, limits: Limits) -> None:
        everything = ["GET", "POST", "PATCH", "DELETE"]
        routes = [
            Route(f"/scene/{KEY}/api/session/live", stream, methods=["GET"]),
            Route("/{path:path}", echo, methods=everything),
        ]
        self.stage = AsgiServer(Starlette(routes=routes), port := free_port())
        self.there: Upstream | None = Upstream(port, SECRET)
        access = Access(None, limits)  # type: ignore[arg-type]
        scenes = Scenes(lambda key: self.there if key == KEY else None, access)
        app = Starlette(
            routes=scenes.routes(),
            middleware=[Middleware(Bodies)],
            exception_handlers={ApiError: lambda _, error: error.response()},
        )
        web_port = free_port()
        self.web = AsgiServer(app, web_port)
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{web_port}", timeout=10)

    def ask(self, method: str, path: str, key: str = KEY, **more: object) -> httpx.Response:
        return self.client.request(method, f"/scene/{key}/{path}", **more)  # type: ignore[arg-type]


@pytest.fixture
def limits() -> Limits:
    return Limits()


@pytest.fixture
def site(limits: Limits) -> Iterator[Site]:
    made = Site(limits)
    made.stage.start()
    made.web.start()
    yield made
    made.client.close()
    made.web.stop()
    made.stage.stop()


@pytest.mark.parametrize(("method", "path"), PASSES)
def test_what_the_widget_needs_passes_below_its_prefix(site: Site, method: str, path: str) -> None:
    answer = site.ask(method, path)
    told = answer.json()
    assert answer.status_code == 203
    assert told["method"] == method
    assert f"{told['path']}?{told['query']}".rstrip("?") == f"/scene/{KEY}/{path}"


@pytest.mark.parametrize(("method", "path"), STAYS_OUT)
def test_nothing_else_passes(site: Site, method: str, path: str) -> None:
    assert site.ask(method, path).status_code == 404


def test_only_the_headers_that_are_used_pass_in_both_directions(site: Site) -> None:
    given = {
        "Authorization": "Bearer t",
        "If-None-Match": '"old"',
        "Cookie": "declic_console=s",
        "X-Declic-Secret": "guessed",
        "X-Forwarded-For": "1.2.3.4",
    }
    answer = site.ask("GET", "api/session", headers=given)
    seen = answer.json()["headers"]
    assert seen["authorization"] == "Bearer t" and seen["if-none-match"] == '"old"'
    assert seen["x-declic-secret"] == SECRET
    assert "cookie" not in seen and "x-forwarded-for" not in seen
    assert answer.headers["etag"] == '"kept"'
    assert "set-cookie" not in answer.headers
    assert "content-security-policy" not in answer.headers


def test_a_body_passes_as_it_is_and_a_large_one_is_refused_before(site: Site) -> None:
    kind = {"Content-Type": "application/json"}
    body = '{"text": "Où ça ?"}'
    answer = site.ask("POST", "api/messages", content=body.encode(), headers=kind)
    assert answer.json()["body"] == body
    large = site.ask("POST", "api/messages", content=b"x" * (BODY_BYTES + 1), headers=kind)
    assert large.status_code == 413


def test_a_stream_passes_as_it_comes(site: Site) -> None:
    with site.client.stream("GET", f"/scene/{KEY}/api/session/live") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert next(answer.iter_raw()).startswith(b"event: state")


def test_a_key_that_opens_nothing_is_told_kindly(site: Site) -> None:
    answer = site.ask("GET", "api/session", key="b" * 32)
    assert answer.status_code == 404
    assert answer.json()["error"] == "scene_gone"
    assert "Ouvrez-la de nouveau" in answer.json()["message"]


def test_a_stage_that_has_ended_is_told_as_one_that_is_gone(site: Site) -> None:
    site.there = Upstream(free_port(), SECRET)
    answer = site.ask("GET", "api/session")
    assert (answer.status_code, answer.json()["error"]) == (404, "scene_gone")


class TestGuesses:
    @pytest.fixture
    def limits(self) -> Limits:
        return Limits(address=Limit(burst=3, per_second=0.01))

    def test_keys_are_not_tried_for_long_from_one_address(self, site: Site) -> None:
        tried = [site.ask("GET", "api/menu", key=f"{n:032x}").status_code for n in range(5)]
        assert tried == [404, 404, 404, 429, 429]
