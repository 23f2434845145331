"""Keeps what people tell the team in the database, and takes it away with their conversation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from bot.adapters.sql.answer_cache import utc_now
from bot.adapters.sql.engine import connect
from bot.adapters.sql.team_tables import TABLES, feedback, stale_reports
from bot.services.ports import Feedback, Opened, StaleReport

WAIT_MS = 2_000
"""Less than an action may take: a write never comes after its turn was given up, or erased."""


class SqlTeamBox:
    """The tables `feedback` and `stale_reports`. SQLAlchemyError when they cannot be written."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = utc_now) -> None:
        self._engine = engine
        self._now = now

    @classmethod
    def at(cls, database_url: str) -> SqlTeamBox:
        """A box on connections of its own, which do not wait longer than WAIT_MS."""
        engine = connect(database_url)
        sa.event.listen(engine, "connect", wait_briefly(engine.dialect.name))
        return cls(engine)

    def keep_feedback(self, opened: Opened, feedback_given: Feedback) -> None:
        self._keep(feedback, opened, vars(feedback_given))

    def keep_report(self, opened: Opened, report: StaleReport) -> None:
        said = {"reason": report.reason, "detail": report.detail}
        self._keep(stale_reports, opened, {**vars(report.shown), **said})

    def _keep(self, table: sa.Table, opened: Opened, told: dict[str, Any]) -> None:
        """A second try when the same message was kept by another thread in between."""
        try:
            self._write(table, opened, told)
        except IntegrityError:
            self._write(table, opened, told)

    def _write(self, table: sa.Table, opened: Opened, told: dict[str, Any]) -> None:
        is_known = sa.and_(
            table.c.conversation_id == opened.conversation_id,
            table.c.message_id == opened.message_id,
        )
        with self._engine.begin() as connection:
            if connection.execute(sa.update(table).where(is_known).values(told)).rowcount:
                return
            row = {**vars(opened), **told, "given_at": self._now()}
            connection.execute(sa.insert(table).values(row))


def detach(connection: Connection, conversation_id: str) -> None:
    """Keeps what was told without saying in which conversation: its 30 days are over, and the
    person was told so (column `notice`)."""
    for table in TABLES:
        query = sa.update(table).where(table.c.conversation_id == conversation_id)
        connection.execute(query.values(conversation_id=None, message_id=None))


def count_older(connection: Connection, before: datetime) -> int:
    """How many rows were told before a moment (UTC, naive)."""
    counts = (sa.select(sa.func.count()).where(table.c.given_at < before) for table in TABLES)
    return sum(connection.execute(query).scalar_one() for query in counts)


def erase_older(connection: Connection, before: datetime) -> int:
    """Deletes what was told before a moment (UTC, naive); returns how many rows."""
    queries = (sa.delete(table).where(table.c.given_at < before) for table in TABLES)
    return sum(connection.execute(query).rowcount for query in queries)


def wait_briefly(dialect: str) -> Callable[[Any, Any], None]:
    """Sets up a connection on which nothing takes longer than WAIT_MS."""
    statement = {
        "sqlite": f"PRAGMA busy_timeout={WAIT_MS}",
        "postgresql": f"SET statement_timeout = {WAIT_MS}",
    }[dialect]

    def configure(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(statement)
        cursor.close()
        # PostgreSQL takes a setting back with the transaction in which it was made.
        connection.commit()

    return configure
