"""Answers kept in the database: found until they expire, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.engine import Engine

from bot.adapters.live.http_api import HttpApi
from bot.adapters.sql import answer_cache, migrate
from bot.adapters.sql.answer_cache import SqlAnswerCache, live_answers
from bot.adapters.sql.engine import connect, metadata
from tests.live.server import LocalServer, Reply
from tests.live.stopped_time import StoppedTime

API, KEY, OTHER = "Service d'essai", "a" * 64, "b" * 64
ANSWER = {"status": 200, "document": {"label": "École", "count": None}}


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A migrated database."""
    if request.param == "sqlite":
        opened = connect(f"sqlite:///{tmp_path / 'declic.db'}")
    else:
        opened = connect(request.getfixturevalue("postgresql_url"))
    migrate.upgrade(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def time() -> StoppedTime:
    return StoppedTime()


@pytest.fixture
def cache(engine: Engine, time: StoppedTime) -> SqlAnswerCache:
    return opened(engine, time)


def opened(engine: Engine, time: StoppedTime, **bounds: int) -> SqlAnswerCache:
    return SqlAnswerCache(engine, lambda: time.now().replace(tzinfo=None), **bounds)


def rows(engine: Engine) -> list[str]:
    """Keys in the table, oldest first."""
    query = sa.select(live_answers.c.key_hash).order_by(live_answers.c.fetched_at)
    with engine.connect() as connection:
        return list(connection.execute(query).scalars())


def test_an_answer_is_found_until_it_expires(cache: SqlAnswerCache, time: StoppedTime) -> None:
    cache.put(API, KEY, ANSWER, keep_seconds=60)
    time.pass_by(59)
    assert cache.get(API, KEY) == ANSWER
    time.pass_by(1)
    assert cache.get(API, KEY) is None


def test_an_answer_belongs_to_its_service_and_its_question(cache: SqlAnswerCache) -> None:
    cache.put(API, KEY, ANSWER, keep_seconds=60)
    assert cache.get(API, OTHER) is None and cache.get("Autre service", KEY) is None


def test_a_new_answer_replaces_the_old_one(
    cache: SqlAnswerCache, engine: Engine, time: StoppedTime
) -> None:
    cache.put(API, KEY, ANSWER, keep_seconds=60)
    time.pass_by(50)
    cache.put(API, KEY, {"status": 204}, keep_seconds=60)
    time.pass_by(50)
    assert cache.get(API, KEY) == {"status": 204} and rows(engine) == [KEY]


def test_what_has_expired_is_deleted(engine: Engine, time: StoppedTime) -> None:
    opened(engine, time).put(API, KEY, ANSWER, keep_seconds=60)
    time.pass_by(61)
    opened(engine, time).put(API, OTHER, ANSWER, keep_seconds=60)
    assert rows(engine) == [OTHER]


def test_the_oldest_answers_go_when_there_are_too_many(engine: Engine, time: StoppedTime) -> None:
    cache = opened(engine, time, most_answers=3, tidy_every=2)
    for number in range(9):
        cache.put(API, f"{number}", ANSWER, keep_seconds=1000)
        time.pass_by(1)
    assert rows(engine) == ["6", "7", "8"]


def test_a_huge_answer_is_not_kept(cache: SqlAnswerCache, engine: Engine) -> None:
    cache.put(API, KEY, "x" * answer_cache.LARGEST_CHARACTERS, keep_seconds=60)
    assert rows(engine) == []


def test_threads_that_keep_one_answer_at_once_keep_one(
    cache: SqlAnswerCache, engine: Engine
) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: cache.put(API, KEY, ANSWER, 60), range(24)))
    assert rows(engine) == [KEY] and cache.get(API, KEY) == ANSWER


def test_threads_that_keep_answers_at_once_lose_none(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the database itself lets nobody wait."""
    monkeypatch.setattr(answer_cache, "SQLITE_WAIT_MS", 0)
    monkeypatch.setattr(answer_cache, "TURN_SECONDS", 60.0)
    cache = SqlAnswerCache.at(engine.url.render_as_string(hide_password=False))
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda number: cache.put(API, f"{number}", ANSWER, 60), range(64)))
    assert len(rows(engine)) == 64


def test_a_writer_that_hangs_is_hardly_waited_for(
    cache: SqlAnswerCache, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_cache, "TURN_SECONDS", 0.01)
    with answer_cache._writing:
        cache.put(API, KEY, ANSWER, 60)
    assert rows(engine) == []
    cache.put(API, OTHER, ANSWER, 60)
    assert rows(engine) == [OTHER]


def test_the_table_is_as_the_migration_makes_it(engine: Engine) -> None:
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [one for one in differences if "live_answers" in str(one)] == []


def test_the_call_goes_on_when_the_database_does_not(
    tmp_path: Path, time: StoppedTime, caplog: pytest.LogCaptureFixture
) -> None:
    junk = tmp_path / "junk.db"
    junk.write_text("this is not a database, whatever its name says" * 100)
    databases = {
        "without the table": f"sqlite:///{tmp_path / 'empty.db'}",
        "not a database": f"sqlite:///{junk}",
        "away": "postgresql://declic@127.0.0.1:1/declic",
    }
    with LocalServer({"/search": lambda asked: Reply(200, ANSWER)}) as server:
        for url in databases.values():
            cache = SqlAnswerCache.at(url)
            client = HttpApi(API, server.url, cache=cache, time=time.time)
            answer = client.get("/search", {"code": "D1102"}, keep_seconds=60)
            assert answer.document == ANSWER
    assert len(server.asked) == len(databases)
    assert caplog.text.count("answer_cache read failed") == len(databases)
    assert "D1102" not in caplog.text and "SELECT" not in caplog.text


def test_a_writer_such_as_an_import_is_hardly_waited_for(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'declic.db'}"
    engine = connect(url)
    migrate.upgrade(engine)
    cache = SqlAnswerCache.at(url)
    with engine.connect() as importing, cache._engine.connect() as own:
        assert own.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == 100
        own.close()
        importing.exec_driver_sql("BEGIN IMMEDIATE")
        cache.put(API, KEY, ANSWER, keep_seconds=60)
        assert cache.get(API, KEY) is None
    cache.put(API, KEY, ANSWER, keep_seconds=60)
    assert cache.get(API, KEY) == ANSWER


def test_a_hit_asks_nobody_and_an_expired_answer_asks_again(
    cache: SqlAnswerCache, engine: Engine, time: StoppedTime
) -> None:
    with LocalServer({"/search": lambda asked: Reply(200, {"n": len(server.asked)})}) as server:
        client = HttpApi(API, server.url, cache=cache, time=time.time)
        asked = [client.get("/search", {"code": "D1102"}, keep_seconds=60) for _ in range(3)]
        assert [one.document for one in asked] == [{"n": 1}] * 3
        time.pass_by(61)
        later = client.get("/search", {"code": "D1102"}, keep_seconds=60)
    assert later.document == {"n": 2}
    assert later.fetched_at - asked[2].fetched_at == datetime.timedelta(seconds=61)
    with engine.connect() as connection:
        stored = str(connection.execute(sa.select(live_answers)).all())
    assert "D1102" not in stored and "/search" not in stored
