"""One official CSV file, plain or gzipped, whatever its version number and its byte order mark."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = (".csv", ".csv.gz")


class OfficialFileError(ValueError):
    """An official file is missing or has another layout; the message (in French) says which."""


def find(reference: Path, pattern: str) -> Path:
    """The file whose path, without suffix, matches `pattern`; the last in name order if several.

    The last one is the newest edition, because official names end with a version or a year.
    """
    found = [path for suffix in SUFFIXES for path in reference.glob(pattern + suffix)]
    if not found:
        raise OfficialFileError(
            f"Il manque le fichier {reference}/{pattern}.csv (ou .csv.gz). "
            "data/catalogue/SOURCES.md dit où le trouver."
        )
    return max(found, key=lambda path: path.name)


def read(path: Path, columns: tuple[str, ...], delimiter: str = ",") -> Iterator[dict[str, str]]:
    """The rows of a file that has at least `columns`; doubled apostrophes are repaired."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter=delimiter)
        missing = [name for name in columns if name not in (reader.fieldnames or ())]
        if missing:
            raise OfficialFileError(f"{path} n'a pas de colonne « {missing[0]} ».")
        for row in reader:
            yield {name: (row[name] or "").replace("''", "'").strip() for name in columns}
