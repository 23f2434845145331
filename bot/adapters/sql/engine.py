"""Opens the database: SQLite (WAL) by default, PostgreSQL by its URL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, create_engine, event
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.pool import QueuePool

metadata = MetaData()
CONNECTIONS = 100
"""At once, to a file: more than there are threads in a process, so that none waits for another."""


def connect(database_url: str) -> Engine:
    """Engine for `database_url`, in SQLAlchemy 2.0 style; the folder of an SQLite file is made."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, future=True, pool_pre_ping=True)
    arguments: dict[str, Any] = {"connect_args": {"check_same_thread": False}}
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        # Kept open: SQLAlchemy 1.4 would open the file, and set it up, at each transaction.
        arguments |= {"poolclass": QueuePool, "max_overflow": CONNECTIONS}
    engine = create_engine(url, future=True, **arguments)
    event.listen(engine, "connect", configure_sqlite)
    return engine


def is_there(database_url: str) -> bool:
    """Whether opening the database would not make an empty SQLite file."""
    url = make_url(database_url)
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return not is_file or Path(url.database or "").exists()


def configure_sqlite(connection: Any, _record: Any) -> None:
    """Readers never wait for the writer (WAL); a writer waits up to 5 s for another one.

    What is deleted is overwritten (secure_delete): people may have their words erased.
    """
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()
