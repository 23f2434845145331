"""How the comparisons of `declic data compare` are worded: lines of 80 columns, lists, numbers."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from bot.adapters.official_files.differences import Change, Entry, ListDifference
from bot.orientation.labels import NARROW_SPACE, SPACE, number, others

WIDTH = 80
NOTHING = "Rien ne change."


def line(text: str, indent: int = 0) -> str:
    """One item; what does not fit on its line goes on under it, two columns further."""
    return textwrap.fill(
        re.sub(r" (?=[:;?!])", SPACE, text),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def counted(count: int, one: str, several: str) -> str:
    """ "0 métier", "1 métier", "12 métiers": in French, zero is singular."""
    return f"{number(count)} {one if count < 2 else several}"


def percent(share: float | None) -> str:
    """ " (+12 %)"; nothing when there is no earlier figure to compare with."""
    if share is None:
        return ""
    sign = "−" if round(share * 100) < 0 else "+"
    return f" ({sign}{number(abs(round(share * 100)))}{NARROW_SPACE}%)"


def section(title: str, items: Sequence[str], limit: int) -> list[str]:
    """A title with its count, and the first items, each on its line; nothing without items."""
    if not items:
        return []
    rest = len(items) - limit
    more = [line(f"… et {number(rest)} de plus.", 4)] if rest > 0 else []
    return [
        "",
        line(f"{title} ({number(len(items))})"),
        *(line(item, 2) for item in items[:limit]),
        *more,
    ]


def few(names: Sequence[str], most: int = 3) -> str:
    """ "a, b, c et 4 autres"."""
    rest = len(names) - most
    last = f" et {others(rest)}" if rest > 0 else ""
    return ", ".join(names[:most]) + last


def named(entry: Entry) -> str:
    return f"{entry.name} ({entry.code})"


def list_sections(difference: ListDifference, of_what: str, limit: int) -> list[str]:
    """What appeared, went, took another code or name, of a list. of_what: "Communes"."""
    return [
        *section(f"{of_what} en plus", [named(one) for one in difference.appeared], limit),
        *section(f"{of_what} en moins", [named(one) for one in difference.went], limit),
        *section(f"{of_what} : nouveau code, même nom", _recoded(difference.recoded), limit),
        *section(f"{of_what} : nouveau nom", _renamed(difference.renamed), limit),
    ]


def list_rows(difference: ListDifference) -> Iterable[list[str]]:
    """The same for a table: what happened, code and name before, code and name now."""
    for one in difference.appeared:
        yield ["en plus", "", "", one.code, one.name]
    for one in difference.went:
        yield ["en moins", one.code, one.name, "", ""]
    for what, changes in (("autre code", difference.recoded), ("autre nom", difference.renamed)):
        yield from (change_row(what, change) for change in changes)


def list_document(difference: ListDifference) -> dict[str, Any]:
    """The same for a program, without what stayed."""
    document = asdict(difference)
    del document["now_by_before"]
    return document


def change_row(what: str, change: Change) -> list[str]:
    before, now = change.before, change.now
    return [what, before.code, before.name, now.code, now.name]


def _recoded(changes: Iterable[Change]) -> list[str]:
    return [f"{one.now.name} : {one.before.code} devient {one.now.code}" for one in changes]


def _renamed(changes: Iterable[Change]) -> list[str]:
    return [f"{one.before.name} devient {one.now.name} ({one.now.code})" for one in changes]
