"""The catalogue in the database: filled from the bundled files and the imported editions, loaded
once per process.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters import catalogue_files
from bot.adapters.official_files import compile
from bot.adapters.official_files import editions as official
from bot.adapters.official_files.compile import Compilation
from bot.adapters.sql import bulk, official_store
from bot.adapters.sql import catalogue_tables as tables
from bot.adapters.sql.transactions import alone, snapshot
from bot.orientation.catalogue import Catalogue, Edition
from bot.orientation.job import Demand, Job, Title
from bot.orientation.territory import Basin, Commune


class CatalogueMissing(RuntimeError):
    """The database holds no catalogue yet."""

    def __init__(self) -> None:
        super().__init__("La base de données est vide. Lancez : declic data fill")


class Hashed(Protocol):
    """An edition of which the content hash is known, with or without its rows."""

    @property
    def content_hash(self) -> str: ...


def fill(engine: Engine, folder: Path) -> bool:
    """Brings the catalogue up to date: that of `folder`, or, where official files were imported,
    their compilation, to which `folder` gives our words and what they lack.

    False when the same content is already there. Raises BrokenCatalogue, and changes nothing, when
    a file is wrong. The schema must be there.
    """
    bundled_hash = catalogue_files.content_hash(folder)
    with snapshot(engine) as connection:
        found = official_store.newest(official_store.stored(connection))
        wanted = wanted_hash(bundled_hash, found)
        if _stored_hash(connection) == wanted:
            return False
        editions = {
            name: official_store.load(connection, one.edition_id) for name, one in found.items()
        }
    catalogue = compiled(editions, catalogue_files.read(folder)).catalogue
    with alone(engine) as connection:
        if _stored_hash(connection) == wanted:
            return False
        replace(connection, catalogue, wanted)
    return True


def compiled(editions: Mapping[str, official.Edition], bundled: Catalogue) -> Compilation:
    """The bundled catalogue itself when there is nothing to compile."""
    return compile.of_france(editions, bundled) if editions else Compilation(bundled, Counter())


def wanted_hash(bundled_hash: str, newest: Mapping[str, Hashed]) -> str:
    """Hash of what the database should hold for a bundled catalogue and these editions."""
    if not newest:
        return bundled_hash
    hashes = [bundled_hash, *(newest[name].content_hash for name in sorted(newest))]
    return hashlib.sha256("".join(hashes).encode()).hexdigest()


def load(engine: Engine) -> Catalogue:
    """The whole catalogue. Raises CatalogueMissing when the database was never filled."""
    if not sa.inspect(engine).has_table(tables.fills.name):
        raise CatalogueMissing
    with snapshot(engine) as connection:
        if _stored_hash(connection) is None:
            raise CatalogueMissing
        return _catalogue(connection)


def _stored_hash(connection: Connection) -> str | None:
    content_hash: str | None = connection.execute(
        sa.select(tables.fills.c.content_hash)
    ).scalar_one_or_none()
    return content_hash


def replace(connection: Connection, catalogue: Catalogue, content_hash: str) -> None:
    """Puts a catalogue in the place of the one that is there, in the caller's transaction."""
    for table in reversed(tables.ALL):
        connection.execute(table.delete())
    for table, rows in _rows(catalogue):
        columns = [column.name for column in table.columns]
        values = ([row[name] for name in columns] for row in rows)
        bulk.insert(connection, table, columns, values)
    connection.execute(tables.fills.delete())
    connection.execute(tables.fills.insert().values(content_hash=content_hash))


def _rows(catalogue: Catalogue) -> list[tuple[sa.Table, list[dict[str, Any]]]]:
    """Rows to insert, in the order of tables.ALL."""
    families, domains = catalogue.family_labels.items(), catalogue.domain_labels.items()
    jobs = [asdict(job) | {"contexts": sorted(job.contexts)} for job in catalogue.jobs]
    return [
        (tables.domains, [{"domain": code, "label": label} for code, label in domains]),
        (tables.families, [{"fap_code": code, "label": label} for code, label in families]),
        (tables.basins, [asdict(basin) for basin in catalogue.basins]),
        (tables.jobs, jobs),
        (tables.titles, [asdict(title) for title in catalogue.titles]),
        (tables.demand, [asdict(row) for row in catalogue.demand]),
        (tables.communes, [asdict(commune) for commune in catalogue.communes]),
        (tables.editions, [asdict(edition) for edition in catalogue.editions]),
    ]


def _catalogue(connection: Connection) -> Catalogue:
    families, domains = _all(connection, tables.families), _all(connection, tables.domains)
    return catalogue_files.in_key_order(
        Catalogue(
            jobs=tuple(_job(row) for row in _all(connection, tables.jobs)),
            titles=tuple(Title(**row) for row in _all(connection, tables.titles)),
            family_labels={row["fap_code"]: row["label"] for row in families},
            domain_labels={row["domain"]: row["label"] for row in domains},
            demand=tuple(Demand(**row) for row in _all(connection, tables.demand)),
            communes=tuple(_commune(row) for row in _all(connection, tables.communes)),
            basins=tuple(Basin(**row) for row in _all(connection, tables.basins)),
            editions=tuple(Edition(**row) for row in _all(connection, tables.editions)),
        )
    )


def _all(connection: Connection, table: sa.Table) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(sa.select(table)).mappings()]


def _job(row: dict[str, Any]) -> Job:
    lists = {"contexts": frozenset(row["contexts"]), "near": tuple(row["near"])}
    return Job(**(row | lists))


def _commune(row: dict[str, Any]) -> Commune:
    return Commune(**(row | {"postcodes": tuple(row["postcodes"])}))
