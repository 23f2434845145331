"""A database with the tables of the web app alone: those of the catalogue take longer to make."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from bot.adapters.sql import console_tables, territory_tables, trial_tables
from bot.adapters.sql.answer_cache import live_answers
from bot.adapters.sql.engine import metadata
from bot.adapters.sql.personal_tables import PERSONAL

PERSONAL_TABLES = [personal.table for personal in PERSONAL]
OTHER_TABLES = [
    *console_tables.TABLES,
    *territory_tables.TABLES,
    *trial_tables.TABLES,
    live_answers,
]


def make_tables(engine: Engine) -> None:
    """Makes every table that the web app reads or writes, apart from the catalogue's."""
    tables = dict.fromkeys([*PERSONAL_TABLES, *OTHER_TABLES])
    metadata.create_all(engine, tables=list(tables))
