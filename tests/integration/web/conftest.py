"""The web app on both databases, talking over HTTP to a server that keeps Rasa's contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import migrate
from bot.adapters.sql.engine import connect
from bot.web.app import create_app
from bot.web.limits import Limit, Limits
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.live_fixtures import advisor, device, start_web, url  # noqa: F401
from tests.integration.web.person import Person
from tests.integration.web.web_process import WebProcess
from tests.web_database import make_tables

ANSWER_SECONDS = 5.0
NO_LIMIT = Limit(burst=10_000, per_second=10_000)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'declic.db'}"


@pytest.fixture(params=["sqlite_url", "postgresql_url"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A database with the tables of web sessions: each test runs on SQLite and on PostgreSQL."""
    opened = connect(request.getfixturevalue(request.param))
    make_tables(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def limits() -> Limits:
    return Limits(session=NO_LIMIT, address=NO_LIMIT, openings=NO_LIMIT)


@pytest.fixture
def answer_seconds() -> float:
    """How long the web app waits for Rasa. Short where tests wait for its silence to the end."""
    return ANSWER_SECONDS


@pytest.fixture
def web(
    engine: Engine, rasa: FakeRasa, limits: Limits, answer_seconds: float
) -> Iterator[TestClient]:
    app = create_app(engine, RasaClient(rasa.url, SECRET, answer_seconds), limits)
    with TestClient(app, raise_server_exceptions=True) as client:
        yield client


@pytest.fixture
def person(web: TestClient) -> Person:
    """A person whose conversation has just opened."""
    return Person(web)


@pytest.fixture
def start_process(
    rasa: FakeRasa, sqlite_url: str, tmp_path: Path
) -> Iterator[Callable[..., WebProcess]]:
    """Starts `python -m bot.web` with the settings given by name, and ends it after the test."""
    engine = connect(sqlite_url)
    migrate.upgrade(engine)
    engine.dispose()
    started: list[WebProcess] = []

    def start(**settings: str) -> WebProcess:
        started.append(WebProcess(rasa, sqlite_url, tmp_path, **settings))
        return started[-1].start()

    yield start
    for web in started:
        web.kill()


@pytest.fixture
def process(start_process: Callable[..., WebProcess]) -> WebProcess:
    """The web app with the default settings."""
    return start_process()
