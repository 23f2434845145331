"""Excel workbooks (.xlsx) as tables, one for each sheet that has one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.adapters.official_files.table import OfficialFileError, Table

FEWEST_COLUMNS = 3
"""Above its table, a sheet may have a title or a note; they fill one or two cells."""
BROKEN = (
    InvalidFileException,
    DefusedXmlException,
    ParseError,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    EOFError,
)


def read(data: bytes, origin: str, container: str) -> Iterator[Table]:
    """The tables of a workbook, formulas kept as text so that they are seen. OfficialFileError."""
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        for sheet in workbook.worksheets:
            rows = _rows(sheet)
            header = next((cells for _, cells in rows if _width(cells) >= FEWEST_COLUMNS), None)
            if header is not None:
                width = max(n for n, cell in enumerate(header, 1) if cell)
                name = f"{origin} > {sheet.title}"
                yield Table(name, container, tuple(header[:width]), _padded(rows, width))
    except BROKEN as error:
        raise OfficialFileError("le classeur est abîmé : téléchargez-le de nouveau") from error


def _padded(rows: Iterator[tuple[int, list[str]]], width: int) -> Iterator[tuple[int, list[str]]]:
    """A workbook does not store the empty cells at the end of a line."""
    return ((line, cells + [""] * (width - len(cells))) for line, cells in rows)


def _width(cells: list[str]) -> int:
    return sum(bool(cell) for cell in cells)


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    try:
        for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
            if any(value is not None for value in values):
                yield line, [_text(value) for value in values]
    except BROKEN as error:
        raise OfficialFileError("le classeur est abîmé : téléchargez-le de nouveau") from error


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
