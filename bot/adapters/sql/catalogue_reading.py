"""The tables of the catalogue as the records of the core, quickly and in little memory.

All of France is 49,000 hiring figures, 35,000 communes and 27,000 titles. They are made some
thousand rows at a time, column by column, and a code or a figure that many rows have is kept once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.adapters import catalogue_files
from bot.adapters.no_search_for_cycles import no_search_for_cycles
from bot.adapters.sql import catalogue_tables as tables
from bot.orientation.catalogue import Catalogue, Edition
from bot.orientation.job import Demand, Job, Skill, Title
from bot.orientation.territory import Basin, Commune

ROWS_AT_ONCE = 5_000
SETS = frozenset({"contexts"})
"""Lists whose order means nothing."""

Record = TypeVar("Record")


def read(connection: Connection) -> Catalogue:
    """The whole catalogue, in key order, of a database that was filled."""
    with no_search_for_cycles():
        return _read(connection)


def _read(connection: Connection) -> Catalogue:
    return catalogue_files.in_key_order(
        Catalogue(
            jobs=tuple(_records(connection, tables.jobs, Job)),
            titles=tuple(_records(connection, tables.titles, Title)),
            family_labels=_labels(connection, tables.families),
            domain_labels=_labels(connection, tables.domains),
            demand=tuple(_records(connection, tables.demand, Demand)),
            communes=tuple(_records(connection, tables.communes, Commune)),
            basins=tuple(_records(connection, tables.basins, Basin)),
            editions=tuple(_records(connection, tables.editions, Edition)),
            skills={one.skill_code: one for one in _records(connection, tables.skills, Skill)},
        )
    )


def _labels(connection: Connection, table: sa.Table) -> dict[str, str]:
    code, label = table.columns
    return {row[0]: row[1] for row in connection.execute(sa.select(code, label))}


def _records(
    connection: Connection, table: sa.Table, kind: Callable[..., Record]
) -> Iterator[Record]:
    """A record for each row, its fields being columns of the table."""
    columns = [table.c[one.name] for one in fields(kind)]  # type: ignore[arg-type]
    readers = [_reader(column) for column in columns]
    query = sa.select(*(_as_text(column) if _is_list(column) else column for column in columns))
    streaming = {"stream_results": True, "max_row_buffer": ROWS_AT_ONCE}
    found = connection.execute(query, execution_options=streaming)
    for rows in found.partitions(ROWS_AT_ONCE):
        by_column = zip(readers, zip(*rows, strict=True), strict=True)
        yield from map(kind, *(map(read, values) for read, values in by_column))


def _is_list(column: sa.Column) -> bool:
    return isinstance(column.type, sa.JSON)


def _as_text(column: sa.Column) -> Any:
    """JSON as it is stored: most lists of postcodes are those of another commune too."""
    return sa.cast(column, sa.Text)


def _reader(column: sa.Column) -> Callable[[Any], Any]:
    """How a value of the column becomes that of a field."""
    if _is_list(column):
        made = frozenset if column.name in SETS else tuple
        return Kept(lambda text: made(json.loads(text))).__getitem__
    is_varied = isinstance(column.type, (sa.Text, sa.Float))
    return _as_it_is if is_varied else Kept(_as_it_is).__getitem__


def _as_it_is(value: Any) -> Any:
    return value


class Kept(dict[Any, Any]):
    """Value of a column -> what it becomes, made once."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: Any) -> Any:
        self[value] = made = self._make(value)
        return made
