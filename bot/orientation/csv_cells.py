"""A value as a cell of a CSV file that a spreadsheet opens."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_cell(value: object) -> str:
    """None is empty. A text that a spreadsheet would run as a formula is told to be a text."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
