"""Writes a catalogue as a folder of CSV files, always the same bytes for the same facts.

notes.csv is ours, edited by hand, and the compilation starts from it: only `write_notes` writes it.
"""

from __future__ import annotations

import csv
from dataclasses import asdict
from pathlib import Path

from bot.adapters.catalogue_files import COLUMNS, KEYS
from bot.adapters.catalogue_rows import LIST_SEPARATOR
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import CONTEXTS

Tables = dict[str, list[dict[str, object]]]
"""Name of a file -> its rows, each by column."""


def write(catalogue: Catalogue, folder: Path) -> dict[str, int]:
    """Writes all files but notes.csv; gives the number of rows of each."""
    return _write(_tables(catalogue), folder)


def write_part(catalogue: Catalogue, folder: Path) -> dict[str, int]:
    """The same for a part of a catalogue: a file without rows is left out, and removed."""
    tables = _tables(catalogue)
    for name in tables:
        if not tables[name]:
            (folder / f"{name}.csv").unlink(missing_ok=True)
    return _write({name: cells for name, cells in tables.items() if cells}, folder)


def write_notes(rows: list[dict[str, object]], folder: Path) -> None:
    """Writes notes.csv of a part, by job; nothing without rows."""
    if rows:
        _write({"notes": rows}, folder)


def _write(tables: Tables, folder: Path) -> dict[str, int]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, cells in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS[name])
            writer.writerows([_text(row[column]) for column in COLUMNS[name]] for row in cells)
    return {name: len(cells) for name, cells in tables.items()}


def _tables(catalogue: Catalogue) -> Tables:
    """The rows of each file, in key order."""
    official = (title for title in catalogue.titles if title.is_official)
    tables: Tables = {
        "jobs": [asdict(job) for job in catalogue.jobs],
        "skills": [asdict(skill) for skill in catalogue.skills.values()],
        "titles": [{"rome_code": title.rome_code, "title": title.text} for title in official],
        "families": [{"fap_code": k, "label": v} for k, v in catalogue.family_labels.items()],
        "domains": [{"domain": k, "label": v} for k, v in catalogue.domain_labels.items()],
        "basins": [asdict(basin) for basin in catalogue.basins],
        "demand": [asdict(row) for row in catalogue.demand],
        "communes": [asdict(commune) for commune in catalogue.communes],
        "editions": [asdict(edition) for edition in catalogue.editions],
    }
    return {name: _in_key_order(cells, KEYS[name]) for name, cells in tables.items()}


def _in_key_order(rows: list[dict[str, object]], key: tuple[str, ...]) -> list[dict[str, object]]:
    return sorted(rows, key=lambda row: [str(row[column]) for column in key])


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, frozenset):
        return LIST_SEPARATOR.join(sorted(value, key=CONTEXTS.index))
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    return str(value)
