"""What a turn changes in the database: the rows of its conversation, before and after."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.sql.personal_tables import PERSONAL
from bot.replay.comparing import told
from bot.replay.names import TABLES

Row = dict[str, Any]
Rows = dict[str, dict[tuple[Any, ...], Row]]
"""By table, then by primary key."""
TITLES: Mapping[str, str] = {
    "events": "événements de Rasa",
    **{personal.table.name: personal.title for personal in PERSONAL},
}
LONGEST_CELL = 160
MOST_ROWS = 40
"""Shown of one table; the rest is counted."""


@dataclass(frozen=True)
class TableChange:
    """Rows of one table. rows: one line each, "+" added, "-" removed, "~" changed, as far as
    MOST_ROWS."""

    table: str
    title: str
    added: int
    changed: int
    removed: int
    rows: tuple[tuple[str, str], ...]


class Ledger:
    """The rows of conversations in the tables that hold them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._tables = [
            sa.Table(name, sa.MetaData(), autoload_with=engine)
            for name in TABLES
            if sa.inspect(engine).has_table(name)
        ]

    def rows(self, conversation_id: str) -> Rows:
        """All of a conversation, as it is now."""
        with self._engine.connect() as connection:
            return {
                table.name: {
                    tuple(row[column.name] for column in table.primary_key): dict(row)
                    for row in connection.execute(_of(table, conversation_id)).mappings()
                }
                for table in self._tables
            }


def _of(table: sa.Table, conversation_id: str) -> Any:
    return sa.select(table).where(table.c[TABLES[table.name]] == conversation_id)


def changes(before: Rows, after: Rows) -> list[TableChange]:
    """What is other, table by table; tables where nothing is are left out."""
    found = (_change(name, before.get(name, {}), rows) for name, rows in after.items())
    return [one for one in found if one.rows]


def _change(
    name: str, before: Mapping[tuple[Any, ...], Row], after: Mapping[tuple[Any, ...], Row]
) -> TableChange:
    added = [row for key, row in after.items() if key not in before]
    removed = [row for key, row in before.items() if key not in after]
    changed = [(before[key], row) for key, row in after.items() if before.get(key, row) != row]
    lines = [
        *(("+", _line(row)) for row in added),
        *(("~", _difference(old, new)) for old, new in changed),
        *(("-", _line(row)) for row in removed),
    ]
    counts = (len(added), len(changed), len(removed))
    return TableChange(name, TITLES.get(name, name), *counts, tuple(lines[:MOST_ROWS]))


def _line(row: Row) -> str:
    return " · ".join(
        f"{name} = {_cell(value)}" for name, value in row.items() if value is not None
    )


def _cell(value: Any) -> str:
    """A value, cut when it is long; what is kept as JSON is read as JSON."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            value = json.loads(value)
        except ValueError:
            pass
    text = told(value)
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}…"


def _difference(old: Row, new: Row) -> str:
    return " · ".join(_moved(old, new))


def _moved(old: Row, new: Row) -> Iterator[str]:
    for name, value in new.items():
        if old[name] != value:
            yield f"{name} : {_cell(old[name])} → {_cell(value)}"
