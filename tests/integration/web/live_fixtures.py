"""Web processes on real ports, and those who follow a conversation there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest
from sqlalchemy.engine import Engine

from bot.adapters.rasa_client import RasaClient
from bot.web.app import create_app
from bot.web.connections import BoundedConnection
from bot.web.limits import Limits
from tests.asgi_server import AsgiServer
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.companions import Advisor
from tests.integration.web.person import Person
from tests.servers import free_port

ANSWER_SECONDS = 5.0


@pytest.fixture
def start_web(engine: Engine, rasa: FakeRasa, limits: Limits) -> Iterator[Callable[[], str]]:
    """Starts web processes (threads here) on the same database; gives the address of each."""
    started: list[AsgiServer] = []

    def start() -> str:
        app = create_app(engine, RasaClient(rasa.url, SECRET, ANSWER_SECONDS), limits)
        port = free_port()
        server = AsgiServer(app, port, http=BoundedConnection)
        server.start()
        started.append(server)
        return f"http://127.0.0.1:{port}"

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def url(start_web: Callable[[], str]) -> str:
    return start_web()


@pytest.fixture
def device(url: str) -> Iterator[Person]:
    """A person on a device of their own, whose conversation has just opened."""
    with httpx.Client(base_url=url, timeout=30, trust_env=False) as web:
        yield Person(web)  # type: ignore[arg-type]


@pytest.fixture
def advisor(engine: Engine, rasa: FakeRasa, url: str) -> Iterator[Advisor]:
    one = Advisor(engine, rasa.url, url)
    yield one
    one.web.close()
