"""Text that others wrote, made fit to be shown."""

from __future__ import annotations

import unicodedata
from typing import Any

LONGEST_LINE = 160
LONGEST_TEXT = 4000


def line(value: Any, most: int = LONGEST_LINE) -> str | None:
    """One line without control or invisible characters, cut at `most`; None when nothing is left.

    Marks that turn the direction of reading or have no width could disguise what is written.
    """
    if not isinstance(value, str):
        return None
    shown = " ".join("".join(map(_shown, value)).split())
    if len(shown) > most:
        return shown[: most - 1].rstrip() + "…"
    return shown or None


def needed_line(value: Any, most: int = LONGEST_LINE) -> str:
    """As `line`, for what an answer must have. Raises ValueError."""
    text = line(value, most)
    if not text:
        raise ValueError("no text")
    return text


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if category in ("Cf", "Cs", "Co", "Cn") else character
