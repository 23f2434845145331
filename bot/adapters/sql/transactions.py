"""Two kinds of transaction: alone (nobody else writes) and snapshot (others' writes unseen)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

LOCK_KEY = 0x6465636C6963  # "declic": the same number in every process
WAIT_MS = 60_000


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A transaction that waits for the migration or the fill of another process to end."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            usual = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
            connection.exec_driver_sql(f"PRAGMA busy_timeout={WAIT_MS}")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.exec_driver_sql(f"PRAGMA busy_timeout={usual}")
        else:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK_KEY)))
        yield connection


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A transaction whose reads all see the database as it was at its first read."""
    if engine.dialect.name == "sqlite":
        with engine.begin() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection
    else:
        with engine.execution_options(isolation_level="REPEATABLE READ").begin() as connection:
            yield connection
