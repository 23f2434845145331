"""The catalogue in the database: filled from the bundled files and the imported editions, loaded
once per process.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters import catalogue_files
from bot.adapters.official_files import compile as official_compile
from bot.adapters.official_files.compile import Compilation
from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.table import OfficialFileError
from bot.adapters.packs import merging
from bot.adapters.packs.installed import catalogue_part
from bot.adapters.sql import bulk, catalogue_reading, official_store, pack_store
from bot.adapters.sql import catalogue_tables as tables
from bot.adapters.sql.official_store import StoredEdition
from bot.adapters.sql.pack_store import StoredPack
from bot.adapters.sql.transactions import alone, snapshot
from bot.orientation.catalogue import Catalogue

ATTEMPTS = 5
Rows = tuple[sa.Table, Sequence[str], list[tuple[Any, ...]]]


class PacksChanged(RuntimeError):
    """Packs are no longer those that were judged."""


@dataclass(frozen=True)
class PackChange:
    """A pack that comes, in the place of its former version; or the id of one that goes.

    among: the packs (id, hash) that there were when somebody judged it; None: whatever there is.
    """

    comes: StoredPack | None = None
    goes: str | None = None
    among: pack_store.Edition | None = None

    def done_to(self, packs: Sequence[StoredPack]) -> tuple[StoredPack, ...]:
        """The packs that there are then, by id."""
        named = self.comes.pack_id if self.comes else self.goes
        left = [one for one in packs if one.pack_id != named]
        added = [self.comes] if self.comes else []
        return tuple(sorted((*left, *added), key=lambda one: one.pack_id))

    def write(self, connection: Connection) -> None:
        """PacksChanged, and the transaction is undone: others than those it was judged among."""
        if self.among is not None and pack_store.edition(connection) != self.among:
            raise PacksChanged
        if self.comes is not None:
            pack_store.put(connection, self.comes)
        if self.goes is not None:
            pack_store.drop(connection, self.goes)


NO_CHANGE = PackChange()


class CatalogueMissing(RuntimeError):
    """The database holds no catalogue yet."""

    def __init__(self) -> None:
        super().__init__("La base de données est vide. Lancez : declic data fill")


def fill(engine: Engine, folder: Path) -> bool:
    """Brings the catalogue up to date: that of `folder`, or, where official files were imported,
    their compilation, to which `folder` gives our words and what they lack; then what packs bring.

    False when the same content is already there. Raises BrokenCatalogue, and changes nothing, when
    a file is wrong. The schema must be there.
    """
    return update(engine, folder, {}) is not None


def update(
    engine: Engine,
    folder: Path,
    staged: Mapping[int, Edition],
    withdrawn: Collection[int] = (),
    check: Callable[[Catalogue], None] = lambda catalogue: None,
    packs: PackChange = NO_CHANGE,
) -> Compilation | None:
    """Publishes staged editions (id -> edition), withdraws others, changes the packs, and puts the
    catalogue that then follows in its place, all in one transaction; None: nothing has to change.

    The compilation is made before the lock is taken, and made again when another process changed
    the editions meanwhile. check: raises when the new catalogue must not be published.
    """
    bundled_hash = catalogue_files.content_hash(folder)
    is_asked = bool(staged or withdrawn) or packs != NO_CHANGE
    for _ in range(ATTEMPTS):
        with snapshot(engine) as connection:
            known = official_store.stored(connection)
            newest = _newest(known, staged, withdrawn)
            before = pack_store.stored(connection)
            after = packs.done_to(before)
            wanted = wanted_hash(bundled_hash, newest, after)
            if _stored_hash(connection) == wanted and not is_asked:
                return None
            editions = _loaded(connection, newest)
        compilation = compiled(editions, catalogue_files.read(folder), after)
        check(compilation.catalogue)
        rows = _rows(compilation.catalogue)
        with alone(engine) as connection:
            if _stored_hash(connection) == wanted and not is_asked:
                return None
            same_packs = pack_store.edition(connection) == tuple(map(_mark, before))
            if same_packs and official_store.stored(connection) == known:
                packs.write(connection)
                for edition_id in staged:
                    official_store.publish(connection, edition_id)
                for edition_id in withdrawn:
                    official_store.withdraw(connection, edition_id)
                _replace(connection, rows, wanted)
                return compilation
    raise OfficialFileError("D'autres imports sont en cours. Relancez dans quelques minutes.")


def planned(
    engine: Engine,
    folder: Path,
    chosen: Callable[[Sequence[StoredPack]], Sequence[StoredPack]],
) -> Compilation:
    """The catalogue that would follow with other packs than those there are; nothing is written."""
    with snapshot(engine) as connection:
        newest = _newest(official_store.stored(connection), {}, ())
        after = chosen(pack_store.stored(connection))
        editions = _loaded(connection, newest)
    return compiled(editions, catalogue_files.read(folder), after)


def _newest(
    known: Sequence[StoredEdition], staged: Mapping[int, Edition], withdrawn: Collection[int]
) -> dict[str, StoredEdition | Edition]:
    """Data set -> its newest edition, once the staged ones are published."""
    left: list[StoredEdition | Edition] = [one for one in known if one.edition_id not in withdrawn]
    # A staged edition comes behind the stored one of the same number, which it replaces.
    ordered = sorted([*left, *staged.values()], key=lambda one: one.number)
    return {one.data_set: one for one in ordered}


def _loaded(
    connection: Connection, newest: Mapping[str, StoredEdition | Edition]
) -> dict[str, Edition]:
    return {
        name: official_store.load(connection, one.edition_id)
        if isinstance(one, StoredEdition)
        else one
        for name, one in newest.items()
    }


def _mark(pack: StoredPack) -> tuple[str, str]:
    return pack.pack_id, pack.content_hash


def compiled(
    editions: Mapping[str, Edition], bundled: Catalogue, packs: Sequence[StoredPack] = ()
) -> Compilation:
    """The bundled catalogue itself when there is nothing to compile, and no pack."""
    made = Compilation(bundled, Counter())
    if editions:
        made = official_compile.of_france(editions, bundled)
    if not packs:
        return made
    parts = (catalogue_part(pack, bundled) for pack in packs)
    merged = merging.merged(made.catalogue, editions, [part for part in parts if part])
    return Compilation(merged.catalogue, made.left_out + merged.left_out)


def wanted_hash(
    bundled_hash: str,
    newest: Mapping[str, StoredEdition | Edition],
    packs: Sequence[StoredPack] = (),
) -> str:
    """Hash of what the database should hold for a bundled catalogue, these editions and packs."""
    if not newest and not packs:
        return bundled_hash
    hashes = [bundled_hash, rules_hash(), *(newest[name].content_hash for name in sorted(newest))]
    hashes += [pack.content_hash for pack in packs]
    return hashlib.sha256("".join(hashes).encode()).hexdigest()


@cache
def rules_hash() -> str:
    """Hash of the code that compiles and merges: new rules make the catalogue again."""
    folder = Path(official_compile.__file__).parent
    paths = (*sorted(folder.glob("*.py")), Path(merging.__file__))
    sources = (path.read_bytes() for path in paths)
    return hashlib.sha256(b"".join(sources)).hexdigest()


def load(engine: Engine) -> Catalogue:
    """The whole catalogue. Raises CatalogueMissing when the database was never filled."""
    return load_with_hash(engine)[1]


def load_with_hash(engine: Engine) -> tuple[str, Catalogue]:
    """The same, with what `content_hash` then says."""
    if not sa.inspect(engine).has_table(tables.fills.name):
        raise CatalogueMissing
    with snapshot(engine) as connection:
        content_hash = _stored_hash(connection)
        if content_hash is None:
            raise CatalogueMissing
        return content_hash, catalogue_reading.read(connection)


def content_hash(engine: Engine) -> str | None:
    """What changes when the catalogue does; None: there is none."""
    with engine.connect() as connection:
        return _stored_hash(connection)


def put(engine: Engine, catalogue: Catalogue, content_hash: str) -> None:
    """This very catalogue in the place of what the database holds; its schema must be there."""
    with alone(engine) as connection:
        _replace(connection, _rows(catalogue), content_hash)


def with_edition(engine: Engine, folder: Path, data_set: str, number: int) -> Catalogue | None:
    """The catalogue as `fill` would make it, but with that imported edition of a data set instead
    of its newest; None: no such edition was imported."""
    with snapshot(engine) as connection:
        known = official_store.stored(connection)
        chosen = [one for one in known if (one.data_set, one.number) == (data_set, number)]
        if not chosen:
            return None
        editions = _loaded(connection, {**_newest(known, {}, ()), data_set: chosen[0]})
        packs = pack_store.stored(connection)
    return compiled(editions, catalogue_files.read(folder), packs).catalogue


def sizes(connection: Connection) -> dict[str, int]:
    """Name of a field of the catalogue -> how many the database holds."""
    counted = {"jobs": tables.jobs, "communes": tables.communes, "demand": tables.demand}
    return {
        name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        for name, table in counted.items()
    }


def _stored_hash(connection: Connection) -> str | None:
    content_hash: str | None = connection.execute(
        sa.select(tables.fills.c.content_hash)
    ).scalar_one_or_none()
    return content_hash


def _replace(connection: Connection, rows: Sequence[Rows], content_hash: str) -> None:
    for table in reversed(tables.ALL):
        connection.execute(table.delete())
    for table, columns, values in rows:
        bulk.insert(connection, table, columns, values)
    connection.execute(tables.fills.delete())
    connection.execute(tables.fills.insert().values(content_hash=content_hash))


def _rows(catalogue: Catalogue) -> list[Rows]:
    """Table, its columns and its rows, in the order of tables.ALL."""
    records: list[tuple[sa.Table, Iterable[Any]]] = [
        (tables.basins, catalogue.basins),
        (tables.skills, catalogue.skills.values()),
        (tables.jobs, catalogue.jobs),
        (tables.titles, catalogue.titles),
        (tables.demand, catalogue.demand),
        (tables.communes, catalogue.communes),
        (tables.editions, catalogue.editions),
    ]
    labels = [
        (tables.domains, ("domain", "label"), list(catalogue.domain_labels.items())),
        (tables.families, ("fap_code", "label"), list(catalogue.family_labels.items())),
    ]
    return [*labels, *(_table_rows(table, some) for table, some in records)]


def _table_rows(table: sa.Table, records: Iterable[Any]) -> Rows:
    """The rows of records that have a field for each column."""
    columns = tuple(column.name for column in table.columns)
    fields = attrgetter(*columns)
    return table, columns, [tuple(map(_listed, fields(record))) for record in records]


def _listed(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value
