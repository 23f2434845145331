"""Excel workbooks (.xlsx) as tables, one for each sheet that has one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain
from typing import Any

from bot.adapters.official_files.parts import recognise
from bot.adapters.official_files.table import OfficialFileError, Table

MOST_ABOVE = 20
"""Rows that a title and notes may take above a table."""
FEWEST_COLUMNS, MOST_COLUMNS = 3, 200
MOST_EMPTY_ROWS = 1_000
"""A workbook may say that its next row is the millionth: the table ends before."""

Rows = Iterator[tuple[int, list[str]]]


def read(data: bytes, origin: str, container: str) -> Iterator[Table]:
    """The tables of a workbook, formulas kept as text so that they are seen.

    Raises what openpyxl and its XML readers raise for a damaged one, at any row.
    """
    # Here, since whoever starts a conversation would wait a quarter of a second for it.
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
    for sheet in workbook.worksheets:
        # The size that a sheet declares is not believed.
        sheet.reset_dimensions()
        rows = _rows(sheet)
        above = [row for row, _ in zip(rows, range(MOST_ABOVE), strict=False)]
        start = _header(above)
        if start is not None:
            header = _trimmed(above[start][1])
            below = chain(above[start + 1 :], rows)
            name = f"{origin} > {sheet.title}"
            yield Table(name, container, header, _padded(below, len(header)))


def _header(above: list[tuple[int, list[str]]]) -> int | None:
    """Where the header is: the first row that we know, else the first that could be one."""
    known = (n for n, (_, cells) in enumerate(above) if recognise(Table("", "", tuple(cells), ())))
    wide = (n for n, (_, cells) in enumerate(above) if sum(map(bool, cells)) >= FEWEST_COLUMNS)
    return next(chain(known, wide), None)


def _trimmed(cells: list[str]) -> tuple[str, ...]:
    return tuple(cells[: max(n for n, cell in enumerate(cells, 1) if cell)])


def _padded(rows: Rows, width: int) -> Rows:
    """A workbook does not store the empty cells at the end of a line."""
    return ((line, cells + [""] * (width - len(cells))) for line, cells in rows)


def _rows(sheet: Any) -> Rows:
    empty = 0
    for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
        if len(values) > MOST_COLUMNS:
            raise OfficialFileError(f"ligne {line} : plus de {MOST_COLUMNS} colonnes")
        if any(value is not None for value in values):
            empty = 0
            yield line, [_text(value) for value in values]
        elif (empty := empty + 1) > MOST_EMPTY_ROWS:
            return


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
