"""Files -> rows of the tables we know, and a report of what each file gave.

A table with one refused row gives nothing: all or nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.adapters.official_files import sources, text_tables, workbooks
from bot.adapters.official_files.part import Part
from bot.adapters.official_files.parts import nearest, recognise
from bot.adapters.official_files.sources import Opened, Unreadable
from bot.adapters.official_files.table import (
    Row,
    RowRefused,
    SetAside,
    Table,
    checked_cells,
)

MOST_TOLD = 20
"""Refused rows that a report names; the others are counted."""


@dataclass
class TableReport:
    """What one table gave. problem: why the whole of it is refused. part None: not one of ours.

    refused: (line, reason) of the first refused rows. set_aside: reason -> rows that are right and
    of no use here.
    """

    origin: str
    container: str = ""
    part: str | None = None
    data_set: str | None = None
    read: int = 0
    kept: int = 0
    set_aside: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[int, str]] = field(default_factory=list)
    refused_count: int = 0
    problem: str | None = None

    @property
    def is_refused(self) -> bool:
        return self.problem is not None or self.refused_count > 0

    def refuse(self, line: int, reason: str) -> None:
        self.refused_count += 1
        if len(self.refused) < MOST_TOLD:
            self.refused.append((line, reason))


@dataclass(frozen=True)
class PartRead:
    """The rows of one table: records of one kind, in the order of the file."""

    part: Part
    table: Table
    records: list[Any]
    report: TableReport


@dataclass
class Delivery:
    """Everything that was under the paths: parts, text files about versions, reports."""

    parts: list[PartRead] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    reports: list[TableReport] = field(default_factory=list)


def read(
    paths: Iterable[Path],
    is_extract: bool = False,
    say: Callable[[TableReport], None] = lambda report: None,
) -> Delivery:
    """Reads all that is under `paths`; `say` hears of each table as soon as it is read.

    is_extract: files may hold a part of France only. Raises OfficialFileError for a wrong path.
    """
    delivery, named = Delivery(), list(paths)
    for file in sources.opened(named):
        for read_part, report in _tables(file, is_extract, delivery.versions):
            _note(delivery, read_part, report, say)
    for path in named:
        if path.is_file() and not any(_is_told(report, path) for report in delivery.reports):
            nothing = TableReport(str(path), problem="rien n'y est reconnu")
            _note(delivery, None, nothing, say)
    return delivery


def _note(
    delivery: Delivery,
    read_part: PartRead | None,
    report: TableReport,
    say: Callable[[TableReport], None],
) -> None:
    delivery.reports.append(report)
    if read_part is not None:
        delivery.parts.append(read_part)
    say(report)


def _is_told(report: TableReport, path: Path) -> bool:
    """Whether a report says what became of a named file, or of something in it."""
    is_of = report.origin == str(path) or report.origin.startswith(f"{path} > ")
    return is_of and (report.part is not None or report.is_refused)


def _is_version(file: Opened) -> bool:
    return file.name.lower().startswith("version") and file.name.lower().endswith(".txt")


def _tables(
    file: Opened | Unreadable, is_extract: bool, versions: dict[str, str]
) -> Iterator[tuple[PartRead | None, TableReport]]:
    """What a file gives; a damaged one may break its reader anywhere, and in any way."""
    if isinstance(file, Unreadable):
        yield None, TableReport(file.origin, file.container, problem=file.reason)
        return
    try:
        if _is_version(file):
            versions[file.container] = text_tables.decoded(file.data)
        elif not file.name.lower().endswith(".txt"):
            for table in _opened_tables(file):
                yield _table(table, file.is_named, is_extract)
    except Exception as error:
        yield None, TableReport(file.origin, file.container, problem=sources.why(error))


def _opened_tables(file: Opened) -> Iterator[Table]:
    if file.is_workbook:
        yield from workbooks.read(file.data, file.origin, file.container)
    else:
        yield text_tables.read(file.data, file.origin, file.container)


def _table(table: Table, is_named: bool, is_extract: bool) -> tuple[PartRead | None, TableReport]:
    part = recognise(table)
    if part is None:
        return None, _unrecognised(table, is_named)
    report = TableReport(table.origin, table.container, part.name, part.data_set)
    records = []
    try:
        records = _records(table, part, report)
        report.problem = _whole_problem(table, part, report, is_extract)
    except Exception as error:
        report.problem = sources.why(error)
    if report.is_refused:
        return None, report
    return PartRead(part, table, records, report), report


def _unrecognised(table: Table, is_named: bool) -> TableReport:
    """A file of a folder may be anything; one that is named, or that nearly fits, is refused."""
    near = nearest(table)
    if near:
        part, missing = near
        columns = ", ".join(f"« {name} »" for name in missing)
        problem = f"il ressemble à {part.data_set}, mais il n'a pas la colonne {columns}"
        return TableReport(table.origin, table.container, data_set=part.data_set, problem=problem)
    header = ", ".join(table.header[:6])
    unknown = f"aucune donnée connue n'a ces colonnes : {header[:120]}"
    return TableReport(table.origin, table.container, problem=unknown if is_named else None)


def _records(table: Table, part: Part, report: TableReport) -> list[Any]:
    where = part.where(table.header)
    width = len(table.header)
    seen: dict[tuple[Any, ...], Any] = {}
    for line, cells in table.rows:
        report.read += 1
        try:
            record = part.read(Row(checked_cells(cells, width), where, table.header))
            _add(seen, part, record)
        except RowRefused as error:
            report.refuse(line, str(error))
        except SetAside as reason:
            report.set_aside[str(reason)] += 1
    report.kept = len(seen)
    return list(seen.values())


def _add(seen: dict[tuple[Any, ...], Any], part: Part, record: Any) -> None:
    key = tuple(getattr(record, name) for name in part.key)
    if key not in seen:
        seen[key] = record
    elif seen[key] == record:
        raise SetAside("ligne en double")
    else:
        raise RowRefused(f"{' / '.join(map(str, key))} y est déjà, avec d'autres valeurs")


def _whole_problem(table: Table, part: Part, report: TableReport, is_extract: bool) -> str | None:
    """Why the table is not the whole file that its producer published; None when it is."""
    if table.is_cut and not part.may_end_bare:
        return "la dernière ligne n'est pas finie : le fichier est coupé, téléchargez-le de nouveau"
    if report.read == 0:
        return "il n'a aucune ligne"
    if not is_extract and report.read < part.fewest:
        return (
            f"{report.read} lignes, au moins {part.fewest} attendues : le fichier est coupé. "
            "Pour un extrait voulu, ajoutez --extract"
        )
    return None
