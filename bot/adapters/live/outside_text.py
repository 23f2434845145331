"""Text and addresses that others wrote, made fit to be shown."""

from __future__ import annotations

import unicodedata
from typing import Any
from urllib.parse import urlsplit

LONGEST_LINE = 160
LONGEST_TEXT = 4000
LONGEST_URL = 2000


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


def https_url(value: Any) -> str | None:
    """An https address; None for all else, also for one with a password or a space in it."""
    if not isinstance(value, str) or len(value) > LONGEST_URL or not value.isprintable():
        return None
    try:
        parts = urlsplit(value)
        is_fit = parts.scheme == "https" and bool(parts.hostname) and parts.username is None
    except ValueError:
        return None
    return value if is_fit and " " not in value else None


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if category in ("Cf", "Cs", "Co", "Cn") else character
