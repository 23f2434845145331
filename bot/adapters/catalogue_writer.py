"""Writes a catalogue as a folder of CSV files, always the same bytes for the same facts.

notes.csv is not written: it is ours, edited by hand, and the compilation starts from it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from bot.adapters.catalogue_files import COLUMNS
from bot.adapters.catalogue_rows import LIST_SEPARATOR
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import CONTEXTS


def write(catalogue: Catalogue, folder: Path) -> dict[str, int]:
    """Writes all files but notes.csv; gives the number of rows of each."""
    tables = _tables(catalogue)
    folder.mkdir(parents=True, exist_ok=True)
    for name, cells in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS[name])
            writer.writerows([_text(row[column]) for column in COLUMNS[name]] for row in cells)
    return {name: len(cells) for name, cells in tables.items()}


def _tables(catalogue: Catalogue) -> dict[str, list[dict[str, object]]]:
    """The rows of each file, in key order."""
    official = [title for title in catalogue.titles if title.is_official]
    return {
        "jobs": _sorted(catalogue.jobs),
        "titles": [{"rome_code": t.rome_code, "title": t.text} for t in official],
        "families": _pairs(catalogue.family_labels, "fap_code"),
        "domains": _pairs(catalogue.domain_labels, "domain"),
        "basins": _sorted(catalogue.basins),
        "demand": _sorted(catalogue.demand),
        "communes": _sorted(catalogue.communes),
        "editions": _sorted(catalogue.editions),
    }


def _sorted(nouns: Iterable[object]) -> list[dict[str, object]]:
    rows = [asdict(noun) for noun in nouns]  # type: ignore[call-overload]
    return sorted(rows, key=lambda row: [str(value) for value in row.values()][:2])


def _pairs(labels: dict[str, str], key: str) -> list[dict[str, object]]:
    return [{key: code, "label": label} for code, label in sorted(labels.items())]


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
