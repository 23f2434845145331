"""The form of an offer as its template draws it: fields, remarks beside them, choices in words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.adapters.offer_proposal import Proposal, Remark
from bot.orientation import vocabulary
from bot.orientation.circumstances import BOOLEAN, CHOICE, CIRCUMSTANCES, Circumstance
from bot.orientation.labels import upper_first
from bot.services.editing.condition_fields import (
    ANY,
    DEEPEST,
    FACT,
    ROOT,
    Node,
    read_node,
    with_part,
    without_part,
)
from bot.services.editing.editor_words import GROUPS, LABELS, LEVERS, SIDES, ZONE_LEVELS, label_of
from bot.services.editing.fields import (
    ROWS,
    Fields,
    rows_of,
    typed,
    with_new_row,
    without_row,
)
from bot.services.editing.text_checks import text_checks

_ACT = re.compile(r"(row|without-row|fact|group|without):([a-z0-9-]{1,40})")


@dataclass(frozen=True)
class OfferForm:
    """What a template asks of a draft."""

    fields: Fields
    proposal: Proposal

    def one(self, name: str) -> str:
        return typed(self.fields).one(name)

    def has(self, name: str, value: str) -> bool:
        return value in self.fields.get(name, ())

    def remarks(self, name: str) -> list[Remark]:
        """What is said beside a field."""
        return [remark for remark in self.proposal.remarks if remark.field == name]

    def is_wrong(self, name: str) -> bool:
        return any(remark.is_error for remark in self.remarks(name))

    @property
    def errors(self) -> list[tuple[str, str, str]]:
        """All errors, with the field and its label, for the head of the form."""
        found = [remark for remark in self.proposal.remarks if remark.is_error]
        return [(one.field, label_of(one.field), one.message) for one in found]

    @property
    def checks(self) -> Mapping[str, Any]:
        return text_checks(self.fields)

    def rows(self, key: str) -> list[dict[str, str]]:
        return rows_of(self.fields, key)

    @property
    def replaced_by(self) -> Sequence[str]:
        """With room for one more."""
        return [*self.fields.get("replaced_by", ()), ""]

    @property
    def root(self) -> Node:
        form = typed(self.fields)
        return read_node(form.one, form.all, ROOT)


CHOICES: Mapping[str, Mapping[str, str]] = {
    "status": vocabulary.STATUSES,
    "themes": vocabulary.THEMES,
    "levers": LEVERS,
    "type": vocabulary.SERVICE_TYPES,
    "publics": vocabulary.PUBLICS,
    "fees": vocabulary.FEES,
    "reception": vocabulary.RECEPTION,
    "asked_by": vocabulary.ASKED_BY,
    "asking": vocabulary.ASKING,
    "unknown": vocabulary.UNKNOWNS,
    "confidence": vocabulary.CONFIDENCES,
    "unit": vocabulary.UNITS,
    "when": SIDES,
    "zone-level": ZONE_LEVELS,
    "groups": GROUPS,
}


def fact_choices() -> list[tuple[str, str]]:
    """Each fact with its sentence, in alphabetical order of these."""
    named = [(name, _fact_words(one)) for name, one in CIRCUMSTANCES.items()]
    return sorted(named, key=lambda one: one[1].casefold())


def _fact_words(one: Circumstance) -> str:
    words = upper_first(one.statement)
    return words if one.kind == BOOLEAN else f"{words}…"


def fact_kind(name: str) -> str:
    """ "boolean", "number", "choice", or "" for a fact that is not chosen yet."""
    return CIRCUMSTANCES[name].kind if name in CIRCUMSTANCES else ""


def fact_unit(name: str) -> str:
    return CIRCUMSTANCES[name].unit or "" if name in CIRCUMSTANCES else ""


def fact_values(name: str) -> Mapping[str, str]:
    return CIRCUMSTANCES[name].choices if fact_kind(name) == CHOICE else {}


def drawing() -> dict[str, Any]:
    """What the template of a form needs besides the form itself."""
    return {
        "labels": LABELS,
        "choices": CHOICES,
        "facts": fact_choices(),
        "fact_kind": fact_kind,
        "fact_unit": fact_unit,
        "fact_values": fact_values,
        "deepest": DEEPEST,
    }


def after_act(fields: Fields, act: str) -> tuple[dict[str, list[str]], str]:
    """What a button of the form changes of it, and the place of the page to go back to."""
    found = _ACT.fullmatch(act)
    if found is None:
        return {name: list(some) for name, some in fields.items()}, ""
    kind, place = found.groups()
    if kind in ("row", "without-row"):
        return _rows_after(fields, kind, place)
    return _conditions_after(fields, kind, place)


def _rows_after(fields: Fields, kind: str, place: str) -> tuple[dict[str, list[str]], str]:
    key, _, at = place.partition("-")
    if key not in ROWS:
        return {name: list(some) for name, some in fields.items()}, ""
    if kind == "row":
        grown = with_new_row(fields, key)
        return grown, f"{key}-{grown[f'{key}-rows'][0]}-{ROWS[key][0]}"
    return without_row(fields, key, int(at) if at.isdecimal() else 0), key


def _conditions_after(fields: Fields, kind: str, path: str) -> tuple[dict[str, list[str]], str]:
    form = typed(fields)
    root = read_node(form.one, form.all, ROOT)
    if kind == "without":
        root = without_part(root, path)
    else:
        part = Node(FACT) if kind == "fact" else Node(ANY, (Node(FACT), Node(FACT)))
        root = with_part(root, path, part)
    others = {name: list(some) for name, some in fields.items() if not name.startswith(f"{ROOT}-")}
    return {**others, **root.fields(ROOT)}, "conditions"


def with_reading(fields: Fields, is_read_today: bool, today: datetime.date) -> Fields:
    """With today as the day on which the official page was read, when that box is ticked."""
    return {**fields, "verified_on": [today.isoformat()]} if is_read_today else fields
