"""An offer as the fields of a form, as an editor types them: names -> texts, nothing lost.

A single value is one text, boxes that are ticked are several. Rows and the nodes of conditions have
numbered names ("amounts-2-value", "c-1-fact"), with their count in a field of its own.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.orientation.offer import Offer
from bot.services.editing.condition_fields import (
    ROOT,
    Node,
    node_of_condition,
    number_text,
    read_node,
)

Fields = Mapping[str, Sequence[str]]

ONE = (
    "offer_id name provider status gives themes-main type fees how_to_ask zone-level zone-codes "
    "zone-name delay official_url contact confidence verified_on expires ended_on replacement"
).split()
LINES = ("nicknames", "papers", "steps")
MANY = (
    "themes levers publics reception asked_by asking unknown replaced_by papers-none steps-none"
).split()
ROWS: Mapping[str, tuple[str, ...]] = {
    "amounts": ("what", "value", "unit", "valid_from", "valid_until"),
    "deadlines": ("days", "when", "event"),
    "sources": ("where", "read_on", "dated"),
}
MOST_ROWS = 30
_BREAKS = re.compile(r"\s*[\n\r]\s*")
NONE_NEEDED = "papers-none", "steps-none"


@dataclass(frozen=True)
class Typed:
    """What a form brings: one text of a name ("" when absent), and all of a name."""

    one: Callable[[str], str]
    all: Callable[[str], Sequence[str]]


def typed(fields: Fields) -> Typed:
    """Kept fields, read as a form is."""
    return Typed(lambda name: next(iter(fields.get(name, ())), ""), lambda n: fields.get(n, ()))


def read_fields(form: Typed) -> dict[str, list[str]]:
    """All the fields of an offer that a form brings, as they were typed."""
    found = {name: [form.one(name)] for name in (*ONE, *LINES)}
    found |= {name: [value for value in form.all(name) if value] for name in MANY}
    for key, cells in ROWS.items():
        rows = [{cell: form.one(f"{key}-{at}-{cell}") for cell in cells} for at in _rows(form, key)]
        found |= row_fields(key, rows)
    return {**found, **read_node(form.one, form.all, ROOT).fields(ROOT)}


def _rows(form: Typed, key: str) -> range:
    told = form.one(f"{key}-rows")
    count = int(told) if told.isdecimal() and len(told) < 4 else 0
    return range(1, min(count, MOST_ROWS) + 1)


def row_fields(key: str, rows: Sequence[Mapping[str, str]]) -> dict[str, list[str]]:
    """The fields of the rows of a table, numbered from 1."""
    found = {f"{key}-rows": [str(len(rows))]}
    for at, row in enumerate(rows, 1):
        found |= {f"{key}-{at}-{cell}": [row[cell]] for cell in ROWS[key]}
    return found


def rows_of(fields: Fields, key: str) -> list[dict[str, str]]:
    """The rows of a table, with their empty cells."""
    form = typed(fields)
    return [{cell: form.one(f"{key}-{at}-{cell}") for cell in ROWS[key]} for at in _rows(form, key)]


def fields_of(offer: Offer) -> dict[str, list[str]]:
    """The form of an offer as it is."""
    found = {name: [_text(getattr(offer, _attribute(name)))] for name in ONE if "-" not in name}
    found |= {name: list(getattr(offer, name)) for name in MANY if name not in NONE_NEEDED}
    for name in LINES:
        lines = getattr(offer, name)
        found[name] = ["\n".join(lines or ())]
        if f"{name}-none" in NONE_NEEDED:
            found[f"{name}-none"] = ["1"] if lines == () else []
    found["themes-main"] = list(offer.themes[:1])
    found |= {"zone-level": [offer.zone.level], "zone-name": [offer.zone.name or ""]}
    found["zone-codes"] = [", ".join(offer.zone.codes)]
    for key, cells in ROWS.items():
        rows = [{c: _text(getattr(one, c)) for c in cells} for one in getattr(offer, key)]
        found |= row_fields(key, rows)
    root = node_of_condition(offer.conditions)
    return {**found, **root.fields(ROOT)}


def in_former_order(fields: Fields, former: Fields) -> dict[str, list[str]]:
    """Ticked boxes come in the order of the page: what was there before keeps its own order."""
    return {name: _ordered(some, former.get(name, ())) for name, some in fields.items()}


def _ordered(some: Sequence[str], former: Sequence[str]) -> list[str]:
    kept = [one for one in former if one in some]
    return [*kept, *(one for one in some if one not in kept)]


def empty_fields() -> dict[str, list[str]]:
    """The form of an offer that is to be written."""
    found = {name: [""] for name in (*ONE, *LINES)} | {name: [] for name in MANY}
    for key in ROWS:
        found |= row_fields(key, [])
    found |= {"status": ["active"], "zone-level": ["country"], "confidence": ["secondary"]}
    return {**found, **Node("none").fields(ROOT)}


def lines_of(text: str) -> list[str]:
    """One text a line, without the empty ones."""
    return [found for line in re.split(r"[\n\r]", text) if (found := one_line(line))]


def one_line(text: str) -> str:
    """A text without breaks: what is typed in several lines is one sentence after another."""
    return _BREAKS.sub(" ", text).strip()


def _attribute(name: str) -> str:
    return "service_type" if name == "type" else name


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return number_text(value) if isinstance(value, float) else str(value)


def without_row(fields: Fields, key: str, at: int) -> dict[str, list[str]]:
    """The fields without the row of this number, from 1."""
    rows = rows_of(fields, key)
    return _with_rows(fields, key, [row for place, row in enumerate(rows, 1) if place != at])


def with_new_row(fields: Fields, key: str) -> dict[str, list[str]]:
    """The fields with an empty row more, as far as a table may grow."""
    rows = [*rows_of(fields, key), dict.fromkeys(ROWS[key], "")]
    return _with_rows(fields, key, rows[:MOST_ROWS])


def _with_rows(fields: Fields, key: str, rows: Iterable[Mapping[str, str]]) -> dict[str, list[str]]:
    others = {name: list(some) for name, some in fields.items() if not name.startswith(f"{key}-")}
    return {**others, **row_fields(key, list(rows))}
