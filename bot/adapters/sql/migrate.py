"""Brings a database to the newest schema; needs no alembic.ini and may run in several processes."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Engine

from bot.adapters.sql.transactions import alone

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Runs the missing migrations in one transaction; of several processes, one does the work."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with alone(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
