"""Imports official files: read, judged, staged, then published with the catalogue made of them.

Nothing that people see changes before the last transaction, and that one changes all of it.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy.engine import Engine

from bot.adapters.official_files import editions as official
from bot.adapters.official_files import reading
from bot.adapters.official_files.editions import Edition, RefusedEdition
from bot.adapters.official_files.reading import TableReport
from bot.adapters.official_files.table import OfficialFileError
from bot.adapters.sql import catalogue_store, official_store
from bot.adapters.sql.official_store import StoredEdition
from bot.adapters.sql.transactions import snapshot
from bot.orientation.catalogue import Catalogue

LEAST_OF_THE_LAST = 0.8
"""An edition or a catalogue with less of the rows of the last one is taken for a broken one."""
COUNTED = {"jobs": "métiers", "communes": "communes", "demand": "chiffres d'embauche"}


@dataclass
class Imported:
    """What an import did. unchanged: editions that were there already, with the same content.

    left_out: reason -> facts that could not enter the catalogue. sizes: jobs, communes and hiring
    figures that it holds now. stored: data sets that are imported.
    """

    reports: list[TableReport]
    sizes: Mapping[str, int] = field(default_factory=dict)
    stored: Sequence[str] = ()
    refused: list[RefusedEdition] = field(default_factory=list)
    unchanged: list[Edition] = field(default_factory=list)
    imported: list[Edition] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def is_complete(self) -> bool:
        """Everything that was recognised could be used, and something was recognised."""
        refused = bool(self.refused) or any(report.is_refused for report in self.reports)
        return not refused and bool(self.imported or self.unchanged)


@dataclass(frozen=True)
class Wanted:
    """How files are to be taken. given_number: year or version of files that do not say theirs.

    is_extract: they may hold a part of France only, and the catalogue may become smaller.
    """

    given_number: int | None = None
    is_extract: bool = False


def import_files(
    engine: Engine,
    paths: Iterable[Path],
    bundled: Path,
    now: datetime.datetime,
    wanted: Wanted = Wanted(),  # noqa: B008 (frozen)
    say: Callable[[TableReport], None] = lambda report: None,
    say_step: Callable[[str], None] = lambda step: None,
) -> Imported:
    """Imports what is under `paths` into a database whose schema is up to date.

    bundled: folder of the catalogue that comes with the project. now: UTC, without a zone. Raises
    OfficialFileError, and changes nothing, for a path that does not exist or a catalogue that would
    lose too much; BrokenCatalogue for a wrong bundled file.
    """
    official_store.sweep(engine, now)
    delivery = reading.read(paths, wanted.is_extract, say)
    result = Imported(delivery.reports)
    with snapshot(engine) as connection:
        known = official_store.stored(connection)
    for one in official.assemble(delivery, wanted.given_number, wanted.is_extract):
        _judge(_of_today(one, now.year), known, wanted.is_extract, result)
    if result.imported:
        say_step("J'écris les données dans la base, puis je refais le catalogue.")
        result.left_out = _publish(engine, result.imported, bundled, now, wanted)
        official_store.sweep(engine, now)
    with snapshot(engine) as connection:
        result.sizes = catalogue_store.sizes(connection)
        result.stored = sorted({one.data_set for one in official_store.stored(connection)})
    return result


def _of_today(one: Edition | RefusedEdition, year: int) -> Edition | RefusedEdition:
    """Refuses an edition of a year to come: somebody mistyped it. Next year's may be out early."""
    if isinstance(one, RefusedEdition) or one.number <= year + 1:
        return one
    reason = f"l'année {one.number} n'est pas encore venue"
    return RefusedEdition(one.data_set, one.number, reason, one.origins)


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
    before = [s for s in known if s.data_set == one.data_set and s.number <= one.number]
    last = max(before, key=lambda stored: stored.number, default=None)
    if last and (last.number, last.content_hash) == (one.number, one.content_hash):
        result.unchanged.append(one)
        return
    reason = _shrinking(one, last, is_extract) if last else None
    if reason is not None:
        result.refused.append(RefusedEdition(one.data_set, one.number, reason, one.origins))
    else:
        result.imported.append(one)


def _shrinking(one: Edition, last: StoredEdition, is_extract: bool) -> str | None:
    """Why an edition cannot follow, or replace, one that has more; None when it can."""
    fewer = [
        (part, len(one.parts.get(part, ())), rows)
        for part, rows in last.parts.items()
        if len(one.parts.get(part, ())) < LEAST_OF_THE_LAST * rows
    ]
    if not fewer or (is_extract and last.number != one.number):
        return None
    part, now, before = fewer[0]
    told = f"« {part} » a {now} lignes, quand l'édition {last.number} en a {before}"
    if last.number == one.number:
        return f"{told}. Si c'est voulu : declic data forget {one.data_set} {one.number}, d'abord"
    return f"{told} : elle semble incomplète. Si c'est voulu, ajoutez --extract"


def _publish(
    engine: Engine,
    imported: list[Edition],
    bundled: Path,
    now: datetime.datetime,
    wanted: Wanted,
) -> Counter[str]:
    """Stages the editions, then publishes them with the catalogue made of them, or nothing."""
    with engine.connect() as connection:
        held = catalogue_store.sizes(connection)
    staged: dict[int, Edition] = {}
    try:
        for edition in imported:
            staged[official_store.stage(engine, edition, now)] = edition
        check = partial(_refuse_loss, {} if wanted.is_extract else held)
        compilation = catalogue_store.update(engine, bundled, staged, check=check)
    except BaseException:
        for edition_id in staged:
            official_store.discard(engine, edition_id)
        raise
    return compilation.left_out if compilation else Counter()


def _refuse_loss(held: Mapping[str, int], catalogue: Catalogue) -> None:
    """Refuses a catalogue that would lose jobs, communes or hiring figures in number."""
    for name, before in held.items():
        now = len(getattr(catalogue, name))
        if now < LEAST_OF_THE_LAST * before:
            raise OfficialFileError(
                f"Le catalogue passerait de {before} à {now} {COUNTED[name]} : rien n'a changé. "
                "Il manque sans doute un fichier. Si c'est voulu, ajoutez --extract"
            )


def forget(engine: Engine, data_set: str, number: int, bundled: Path) -> bool:
    """Removes an imported edition and remakes the catalogue without it; False: it was not there."""
    with snapshot(engine) as connection:
        ids = [
            one.edition_id
            for one in official_store.stored(connection)
            if (one.data_set, one.number) == (data_set, number)
        ]
    if not ids:
        return False
    catalogue_store.update(engine, bundled, {}, withdrawn=ids)
    for edition_id in ids:
        official_store.discard(engine, edition_id)
    return True
