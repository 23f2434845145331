"""Brings a database to the newest schema; needs no alembic.ini and may run in several processes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine

from bot.adapters.sql.transactions import alone

MIGRATIONS = Path(__file__).with_name("migrations")
CURRENT, OLDER, NEWER = "current", "older", "newer"


@dataclass(frozen=True)
class Schema:
    """The revision of a database beside the newest one here. state: NEWER when it is not known."""

    present: str | None
    newest: str | None

    @property
    def state(self) -> str:
        if self.present == self.newest:
            return CURRENT
        known = {
            script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()
        }
        return OLDER if self.present is None or self.present in known else NEWER


def schema(connection: Connection) -> Schema:
    """What the database is at, and what it should be at."""
    return Schema(MigrationContext.configure(connection).get_current_revision(), _newest())


@lru_cache(maxsize=1)
def _newest() -> str | None:
    """Asked at each look at the readiness: the files are read once."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Runs the missing migrations in one transaction; of several processes, one does the work."""
    config = _config()
    with alone(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
