"""Imported editions in the database. An edition is staged some rows at a time, seen by nobody, and
becomes whole in one short transaction; one that is replaced goes the same way, some rows at a time.
So an import that is killed leaves what was there, and a conversation never waits for long.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.parts import PART_BY_NAME
from bot.adapters.sql import bulk
from bot.adapters.sql.official_tables import LOADING, REPLACED, TABLES, WHOLE, editions

ROWS_AT_ONCE = 10_000
"""Written in one transaction: a writer of SQLite holds the others for a fraction of a second."""
ABANDONED_AFTER = datetime.timedelta(hours=1)


@dataclass(frozen=True)
class StoredEdition:
    """What is known of an edition without reading its rows. parts: name -> rows."""

    edition_id: int
    data_set: str
    number: int
    published_on: str | None
    content_hash: str
    rows: int
    parts: dict[str, int]
    imported_at: datetime.datetime


def stored(connection: Connection) -> list[StoredEdition]:
    """The whole editions, by data set, older first."""
    columns = [editions.c[name] for name in StoredEdition.__dataclass_fields__]
    query = sa.select(*columns).where(editions.c.state == WHOLE)
    ordered = query.order_by(editions.c.data_set, editions.c.number)
    return [StoredEdition(**row) for row in connection.execute(ordered).mappings()]


def newest(known: Iterable[StoredEdition]) -> dict[str, StoredEdition]:
    """Data set -> its newest edition."""
    return {one.data_set: one for one in sorted(known, key=lambda one: one.number)}


def stage(engine: Engine, edition: Edition, now: datetime.datetime) -> int:
    """Writes an edition that nobody sees yet; gives its id. now: UTC, without a zone."""
    with engine.begin() as connection:
        values = _described(edition) | {"state": LOADING, "imported_at": now}
        edition_id = int(
            connection.execute(editions.insert().values(values)).inserted_primary_key[0]
        )
    try:
        for part, records in edition.parts.items():
            _insert(engine, edition_id, part, records)
    except BaseException:
        discard(engine, edition_id)
        raise
    return edition_id


def publish(connection: Connection, edition_id: int) -> None:
    """Makes a staged edition whole; the same edition from an earlier import is seen no more."""
    one = connection.execute(
        sa.select(editions.c.data_set, editions.c.number).where(editions.c.edition_id == edition_id)
    ).one()
    of_the_same = (
        (editions.c.data_set == one.data_set)
        & (editions.c.number == one.number)
        & (editions.c.state == WHOLE)
    )
    connection.execute(editions.update().where(of_the_same).values(state=REPLACED))
    _set_state(connection, edition_id, WHOLE)


def withdraw(connection: Connection, edition_id: int) -> None:
    """An edition is seen no more; its rows go with the next sweep."""
    _set_state(connection, edition_id, REPLACED)


def _set_state(connection: Connection, edition_id: int, state: str) -> None:
    change = editions.update().where(editions.c.edition_id == edition_id)
    connection.execute(change.values(state=state))


def sweep(engine: Engine, now: datetime.datetime) -> None:
    """Removes what was replaced, and what imports that were killed left behind."""
    is_abandoned = (editions.c.state == LOADING) & (editions.c.imported_at < now - ABANDONED_AFTER)
    query = sa.select(editions.c.edition_id).where((editions.c.state == REPLACED) | is_abandoned)
    with engine.connect() as connection:
        unseen = connection.execute(query).scalars().all()
    for edition_id in unseen:
        discard(engine, edition_id)


def discard(engine: Engine, edition_id: int) -> None:
    """Removes an edition that is not seen, some rows at a time."""
    described = sa.select(editions.c.parts).where(editions.c.edition_id == edition_id)
    with engine.connect() as connection:
        parts = connection.execute(described).scalar_one_or_none() or {}
    for part, rows in parts.items():
        table = _table(part)
        of_part = (table.c.edition_id == edition_id) & (table.c.part == part)
        for start in range(0, rows, ROWS_AT_ONCE):
            some = table.c.row_number.between(start, start + ROWS_AT_ONCE - 1)
            with engine.begin() as connection:
                connection.execute(table.delete().where(of_part & some))
    with engine.begin() as connection:
        connection.execute(editions.delete().where(editions.c.edition_id == edition_id))


def load(connection: Connection, edition_id: int) -> Edition:
    """An edition with all its rows, in the order of their files."""
    row = (
        connection.execute(sa.select(editions).where(editions.c.edition_id == edition_id))
        .mappings()
        .one()
    )
    return Edition(
        data_set=row["data_set"],
        number=row["number"],
        published_on=row["published_on"],
        parts={part: _records(connection, edition_id, part) for part in row["parts"]},
        origins=tuple(row["origins"]),
        set_aside=row["set_aside"],
    )


def _described(edition: Edition) -> dict[str, Any]:
    return {
        "data_set": edition.data_set,
        "number": edition.number,
        "published_on": edition.published_on,
        "content_hash": edition.content_hash,
        "rows": edition.rows,
        "parts": {part: len(records) for part, records in sorted(edition.parts.items())},
        "set_aside": dict(edition.set_aside),
        "origins": list(edition.origins),
    }


def _table(part: str) -> sa.Table:
    return TABLES[PART_BY_NAME[part].record]


def _insert(engine: Engine, edition_id: int, part: str, records: Sequence[Any]) -> None:
    columns = ("edition_id", "part", "row_number", *PART_BY_NAME[part].record._fields)
    for start in range(0, len(records), ROWS_AT_ONCE):
        some = records[start : start + ROWS_AT_ONCE]
        rows = ((edition_id, part, start + n, *record) for n, record in enumerate(some))
        with engine.begin() as connection:
            bulk.insert(connection, _table(part), columns, rows)


def _records(connection: Connection, edition_id: int, part: str) -> list[Any]:
    table, record = _table(part), PART_BY_NAME[part].record
    query = (
        sa.select(*(table.c[name] for name in record._fields))
        .where(table.c.edition_id == edition_id, table.c.part == part)
        .order_by(table.c.row_number)
    )
    rows = connection.execute(query)
    if "postcodes" not in record._fields:
        return [record._make(row) for row in rows]
    made = (record._make(row) for row in rows)
    return [one._replace(postcodes=tuple(one.postcodes)) for one in made]
