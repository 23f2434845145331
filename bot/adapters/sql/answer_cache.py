"""Answers of live services, kept for as long as each client allows.

Expired is expired: an old answer never stands in for a service that is down, since a vacancy that
is gone would be shown as open. Questions are stored as hashes only, and the clients never keep an
answer to a person's own words. A cache that fails is no cache: nothing here raises, and no call
waits long for a database that is busy.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from threading import Lock
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters.sql.engine import connect, metadata

logger = logging.getLogger(__name__)

MOST_ANSWERS = 20_000
LARGEST_CHARACTERS = 300_000
TIDY_EVERY = 200
"""The first answer that a process keeps, and then one in so many, also tidies the table."""
SQLITE_WAIT_MS = 100
TURN_SECONDS = 1.0
_writing = Lock()
"""SQLite takes one writer at a time, and its own waiting is unfair: threads that keep answers
together would lose some. One turn after the other in a process, each waiting TURN_SECONDS."""

live_answers = sa.Table(
    "live_answers",
    metadata,
    sa.Column("api", sa.String(64), primary_key=True),
    sa.Column("key_hash", sa.String(64), primary_key=True),
    sa.Column("answer", sa.JSON, nullable=False),
    sa.Column("fetched_at", sa.DateTime, nullable=False),
    sa.Column("expires_at", sa.DateTime, nullable=False),
    sa.Index("ix_live_answers_expires_at", "expires_at"),
    sa.Index("ix_live_answers_fetched_at", "fetched_at"),
)


def utc_now() -> datetime:
    """UTC without its zone, as the tables hold it."""
    return datetime.now(timezone.utc).replace(tzinfo=None)


class SqlAnswerCache:
    """The table `live_answers`, with at most `most_answers` rows after each tidying."""

    def __init__(
        self,
        engine: Engine,
        now: Callable[[], datetime] = utc_now,
        most_answers: int = MOST_ANSWERS,
        tidy_every: int = TIDY_EVERY,
    ) -> None:
        self._engine = engine
        self._now = now
        self._most_answers = most_answers
        self._tidy_every = tidy_every
        self._kept = 0

    @classmethod
    def at(cls, database_url: str) -> SqlAnswerCache:
        """A cache on connections of its own, which hardly wait for a writer such as an import."""
        engine = connect(database_url)
        if engine.dialect.name == "sqlite":
            sa.event.listen(engine, "connect", _hardly_wait)
        return cls(engine)

    def get(self, api: str, key: str) -> Any | None:
        """The answer kept for a key (a hash); None when there is none, or it has expired."""
        query = sa.select(live_answers.c.answer).where(
            _is(api, key), live_answers.c.expires_at > self._now()
        )
        try:
            with self._engine.connect() as connection:
                return connection.execute(query).scalar_one_or_none()
        except (SQLAlchemyError, ValueError) as error:
            _tell("read", error)
            return None

    def put(self, api: str, key: str, answer: Any, keep_seconds: float) -> None:
        """Replaces the answer of a key. One that is too large is not kept."""
        if len(json.dumps(answer)) > LARGEST_CHARACTERS:
            return
        if not _writing.acquire(timeout=TURN_SECONDS):
            return
        try:
            self._write(api, key, answer, keep_seconds)
        except SQLAlchemyError as error:
            _tell("write", error)
        finally:
            _writing.release()

    def _write(self, api: str, key: str, answer: Any, keep_seconds: float) -> None:
        with self._engine.begin() as connection:
            self._replace(connection, api, key, answer, keep_seconds)
            if self._kept % self._tidy_every == 0:
                self._tidy(connection)
        self._kept += 1

    def _replace(
        self, connection: Connection, api: str, key: str, answer: Any, keep_seconds: float
    ) -> None:
        now = self._now()
        connection.execute(sa.delete(live_answers).where(_is(api, key)))
        connection.execute(
            sa.insert(live_answers).values(
                api=api,
                key_hash=key,
                answer=answer,
                fetched_at=now,
                expires_at=now + timedelta(seconds=keep_seconds),
            )
        )

    def _tidy(self, connection: Connection) -> None:
        """Forgets what has expired, then the oldest answers beyond the bound."""
        connection.execute(sa.delete(live_answers).where(live_answers.c.expires_at <= self._now()))
        newest_first = live_answers.c.fetched_at.desc()
        cut = (
            sa.select(live_answers.c.fetched_at).order_by(newest_first).offset(self._most_answers)
        ).limit(1)
        oldest_kept = connection.execute(cut).scalar()
        if oldest_kept is not None:
            connection.execute(
                sa.delete(live_answers).where(live_answers.c.fetched_at <= oldest_kept)
            )


def _is(api: str, key: str) -> sa.sql.ColumnElement[bool]:
    return sa.and_(live_answers.c.api == api, live_answers.c.key_hash == key)


def _hardly_wait(connection: Any, _record: Any) -> None:
    connection.execute(f"PRAGMA busy_timeout={SQLITE_WAIT_MS}")


def _tell(what: str, error: Exception) -> None:
    """The kind of the error only: its text would quote the statement and its values."""
    logger.warning("answer_cache %s failed: %s", what, type(error).__name__)
