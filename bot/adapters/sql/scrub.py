"""What was erased leaves the files of SQLite too, not only its tables.

Deleted rows are overwritten (secure_delete, set in engine.py), but their bytes may stay in the
write-ahead log until it is emptied, and, rarely, in the gap of a page whose rows have moved to
another one: only rewriting the file is sure to remove these. PostgreSQL does both on its own time:
docs/decisions/0017-sessions-and-rights.md says what can be promised there.
"""

from __future__ import annotations

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import OperationalError

WAIT_MS = 1000
"""Others' writes wait while the log is emptied, so that a long reader must not hold it up."""
LARGEST_REWRITE_BYTES = 300_000_000
"""About two seconds during which nobody else writes; a larger file is for `declic purge`."""


def scrub(engine: Engine, *, rewrite: bool, largest_bytes: float = LARGEST_REWRITE_BYTES) -> bool:
    """Empties the write-ahead log, and rewrites the file when asked.

    False: another process was reading or writing for too long, or the file is too large to be
    rewritten now. True at once for another database than SQLite.
    """
    if engine.dialect.name != "sqlite":
        return True
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        usual = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
        connection.exec_driver_sql(f"PRAGMA busy_timeout={WAIT_MS}")
        try:
            is_rewritten = not rewrite or _rewrite(connection, largest_bytes)
            return _empty_log(connection) and is_rewritten
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={usual}")


def _rewrite(connection: Connection, largest_bytes: float) -> bool:
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    page_bytes = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    if pages * page_bytes > largest_bytes:
        return False
    try:
        connection.exec_driver_sql("VACUUM")
    except OperationalError:
        return False
    return True


def _empty_log(connection: Connection) -> bool:
    is_busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return not is_busy
