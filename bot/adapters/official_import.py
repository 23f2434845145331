"""Imports official files: read, judged, staged, then published with the catalogue made of them.

Nothing that people see changes before the last transaction, and that one changes all of it.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import Connection, Engine

from bot.adapters import catalogue_files
from bot.adapters.official_files import editions as official
from bot.adapters.official_files import reading
from bot.adapters.official_files.editions import Edition, RefusedEdition
from bot.adapters.official_files.reading import TableReport
from bot.adapters.sql import catalogue_store, official_store
from bot.adapters.sql.official_store import StoredEdition
from bot.adapters.sql.transactions import alone, snapshot

LEAST_OF_THE_LAST = 0.8
"""An edition with less of the rows of the last one is taken for a broken one."""


@dataclass
class Imported:
    """What an import did. unchanged: editions that were there already, with the same content.

    left_out: reason -> facts that could not enter the catalogue.
    """

    reports: list[TableReport]
    refused: list[RefusedEdition] = field(default_factory=list)
    unchanged: list[Edition] = field(default_factory=list)
    imported: list[Edition] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def is_complete(self) -> bool:
        """Everything that was recognised could be used, and something was recognised."""
        refused = bool(self.refused) or any(report.is_refused for report in self.reports)
        return not refused and bool(self.imported or self.unchanged)


def import_files(
    engine: Engine,
    paths: Iterable[Path],
    bundled: Path,
    now: datetime.datetime,
    given_number: int | None = None,
    is_extract: bool = False,
    say: Callable[[TableReport], None] = lambda report: None,
    say_step: Callable[[str], None] = lambda step: None,
) -> Imported:
    """Imports what is under `paths` into a database whose schema is up to date.

    bundled: folder of the catalogue that comes with the project. now: UTC, without a zone.
    given_number: year or version of files that do not say theirs. Raises OfficialFileError for a
    path that does not exist, BrokenCatalogue for a wrong bundled file.
    """
    delivery = reading.read(paths, is_extract, say)
    result = Imported(delivery.reports)
    with snapshot(engine) as connection:
        known = official_store.stored(connection)
    for one in official.assemble(delivery, given_number, is_extract):
        _judge(one, known, is_extract, result)
    if result.imported:
        _import(engine, result, known, bundled, now, say_step)
    return result


def _judge(
    one: Edition | RefusedEdition,
    known: list[StoredEdition],
    is_extract: bool,
    result: Imported,
) -> None:
    """Puts an edition among the refused, the unchanged or the imported."""
    if isinstance(one, RefusedEdition):
        result.refused.append(one)
        return
    of_set = [stored for stored in known if stored.data_set == one.data_set]
    if any(s.number == one.number and s.content_hash == one.content_hash for s in of_set):
        result.unchanged.append(one)
        return
    last = max(of_set, key=lambda stored: stored.number, default=None)
    if last and not is_extract and one.rows < LEAST_OF_THE_LAST * last.rows:
        reason = (
            f"{one.rows} lignes, quand l'édition {last.number} en a {last.rows} : elle semble "
            "incomplète. Si c'est voulu, ajoutez --extract"
        )
        result.refused.append(RefusedEdition(one.data_set, one.number, reason, one.origins))
        return
    result.imported.append(one)


def _import(
    engine: Engine,
    result: Imported,
    known: list[StoredEdition],
    bundled: Path,
    now: datetime.datetime,
    say_step: Callable[[str], None],
) -> None:
    official_store.sweep(engine, now)
    say_step("J'écris les données dans la base.")
    staged = [official_store.stage(engine, edition, now) for edition in result.imported]
    try:
        say_step("Je refais le catalogue.")
        with snapshot(engine) as connection:
            newest = _newest_after(connection, known, result.imported)
        compilation = catalogue_store.compiled(newest, catalogue_files.read(bundled))
        wanted = catalogue_store.wanted_hash(catalogue_files.content_hash(bundled), newest)
        with alone(engine) as connection:
            for edition_id in staged:
                official_store.publish(connection, edition_id)
            catalogue_store.replace(connection, compilation.catalogue, wanted)
    except BaseException:
        with engine.begin() as connection:
            for edition_id in staged:
                official_store.remove(connection, edition_id)
        raise
    result.left_out = compilation.left_out


def _newest_after(
    connection: Connection, known: list[StoredEdition], imported: list[Edition]
) -> dict[str, Edition]:
    """The newest edition of each data set once the import is done; stored ones are loaded."""
    newest = {edition.data_set: edition for edition in sorted(imported, key=_number)}
    for name, stored in official_store.newest(known).items():
        if name not in newest or newest[name].number < stored.number:
            newest[name] = official_store.load(connection, stored.edition_id)
    return newest


def _number(edition: Edition) -> int:
    return edition.number


def forget(engine: Engine, data_set: str, number: int, bundled: Path) -> bool:
    """Removes an imported edition and remakes the catalogue without it; False: it was not there."""
    with alone(engine) as connection:
        known = [
            one
            for one in official_store.stored(connection)
            if (one.data_set, one.number) == (data_set, number)
        ]
        for one in known:
            official_store.remove(connection, one.edition_id)
    catalogue_store.fill(engine, bundled)
    return bool(known)
