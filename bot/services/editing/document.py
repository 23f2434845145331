"""What an editor typed -> the values of the offer's file, key by key.

Nothing is judged here: what is wrong is written as it was typed, and the reader of the files says
so. `places` tells which field such a remark belongs beside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.orientation.circumstances import BOOLEAN, CHOICE, CIRCUMSTANCES
from bot.orientation.offer import Offer
from bot.services.editing.condition_fields import ALL, ANY, NONE, ROOT, Node, read_node
from bot.services.editing.fields import (
    ROWS,
    Fields,
    fields_of,
    lines_of,
    one_line,
    rows_of,
    typed,
)


@dataclass(frozen=True)
class Bare:
    """A number or a day, written without quotes."""

    text: str


Value = str | Bare | list["Value"] | dict[str, "Value"] | None
"""What stands below a key of an offer's file."""

KEYS = (
    "offer_id name nicknames provider status gives amounts themes levers type publics fees "
    "reception asked_by asking how_to_ask zone conditions deadlines papers steps delay unknown "
    "official_url contact confidence verified_on expires ended_on replaced_by replacement sources"
).split()
OPTIONAL = frozenset("fees how_to_ask delay official_url contact replacement".split())
DAYS = frozenset("verified_on expires ended_on valid_from valid_until read_on dated".split())
NUMBERS = frozenset(("value", "days"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,6})?")


@dataclass(frozen=True)
class Document:
    """values: by key, in the order of the files. places: "amounts[2].value" -> name of a field."""

    values: Mapping[str, Value]
    places: Mapping[str, str] = field(default_factory=dict)

    def field_of(self, key: str) -> str:
        """The field of the nearest place that the form has."""
        while key not in self.places and re.search(r"[.\[]", key):
            key = re.sub(r"[.\[][^.\[]*$", "", key)
        return self.places.get(key, key)

    def changed_from(self, former: Document) -> dict[str, Value]:
        """The keys that differ from a former document, with their new values."""
        return {key: self.values[key] for key in KEYS if self.values[key] != former.values[key]}


def document_of_offer(offer: Offer) -> Document:
    """An offer as the form would write it if nothing were touched."""
    return document_of(fields_of(offer))


def document_of(fields: Fields) -> Document:
    """The file that the fields of a form describe."""
    places: dict[str, str] = {}
    return Document({key: _value(key, fields, places) for key in KEYS}, places)


def _value(key: str, fields: Fields, places: dict[str, str]) -> Value:
    if key in _SPECIAL:
        return _SPECIAL[key](fields, places)
    if key in ROWS:
        return _rows(key, fields, places)
    form = typed(fields)
    if key in ("nicknames", "papers", "steps"):
        return _lines(key, fields)
    if key in _SEVERAL:
        return list(dict.fromkeys(form.all(key)))
    text = one_line(form.one(key))
    if key in DAYS:
        return _bare(text, _DAY)
    return None if key in OPTIONAL and not text else text


_SEVERAL = frozenset("levers publics reception asked_by asking unknown replaced_by".split())


def _bare(text: str, pattern: re.Pattern[str]) -> Value:
    if not text:
        return None
    return Bare(text) if pattern.fullmatch(text) else text


def _lines(key: str, fields: Fields) -> Value:
    """Papers and steps: None when they are not known, empty when there are none."""
    form = typed(fields)
    found: list[Value] = list(lines_of(form.one(key)))
    may_be_unknown = key != "nicknames" and not form.one(f"{key}-none")
    return None if may_be_unknown and not found else found


def _rows(key: str, fields: Fields, places: dict[str, str]) -> Value:
    """The rows in which something is typed."""
    rows: list[Value] = []
    for at, row in enumerate(rows_of(fields, key), 1):
        if any(one_line(text) for text in row.values()):
            rows.append({cell: _cell(cell, one_line(text)) for cell, text in row.items()})
            places |= {f"{key}[{len(rows)}].{cell}": f"{key}-{at}-{cell}" for cell in row}
    return rows


def _cell(cell: str, text: str) -> Value:
    if cell in DAYS:
        return _bare(text, _DAY)
    return _number(text) if cell in NUMBERS else text


def _number(text: str) -> Value:
    """As French people write it too: "0,23"."""
    point = text.replace("\u202f", "").replace("\u00a0", "").replace(" ", "").replace(",", ".")
    return Bare(point) if _NUMBER.fullmatch(point) else text


def _themes(fields: Fields, places: dict[str, str]) -> Value:
    """The main theme stands first: it says what the offer is about."""
    form = typed(fields)
    main = [form.one("themes-main")] if form.one("themes-main") else []
    return list(dict.fromkeys([*main, *form.all("themes")]))


def _zone(fields: Fields, places: dict[str, str]) -> Value:
    form = typed(fields)
    level = form.one("zone-level")
    codes: list[Value] = list(zone_codes(form.one("zone-codes")))
    name = one_line(form.one("zone-name"))
    places |= {f"zone.{part}": f"zone-{part}" for part in ("level", "codes", "name")}
    found: dict[str, Value] = {"level": level}
    if level == "country":
        return found
    found |= {"codes": codes} if codes else {}
    return {**found, **({"name": name} if name else {})}


def zone_codes(text: str) -> list[str]:
    """ "07, Drôme (26)" -> "07", "26"; a name without its code stays, for the reader to refuse."""
    parts = (one_line(part) for part in re.split(r"[,;\n]", text))
    return list(dict.fromkeys(_code_at_end(part) for part in parts if part))


def _code_at_end(part: str) -> str:
    found = re.search(r"\(([0-9AB]{2,9})\)$", part)
    return found[1] if found else part


def _conditions(fields: Fields, places: dict[str, str]) -> Value:
    form = typed(fields)
    root = read_node(form.one, form.all, ROOT)
    if root.kind == NONE:
        places["conditions"] = f"{ROOT}-kind"
        return None
    return _node(root, ROOT, "conditions", places)


def _node(node: Node, path: str, place: str, places: dict[str, str]) -> Value:
    """place: how the reader of the files names what it reads, such as "conditions.all[2].not"."""
    if node.is_denied:
        places[place] = f"{path}-kind"
        positive = Node(**{**vars(node), "is_denied": False})
        return {"not": _node(positive, path, f"{place}.not", places)}
    if node.kind in (ALL, ANY):
        places |= {place: f"{path}-kind", f"{place}.{node.kind}": f"{path}-kind"}
        return {
            node.kind: [
                _node(part, f"{path}-{at}", f"{place}.{node.kind}[{at}]", places)
                for at, part in enumerate(node.parts, 1)
            ]
        }
    places |= {place: f"{path}-fact", f"{place}.fact": f"{path}-fact"}
    places |= {f"{place}.one_of": f"{path}-values", f"{place}.at_least": f"{path}-least"}
    places |= {f"{place}.at_most": f"{path}-most"}
    return _fact(node)


def _fact(node: Node) -> Value:
    """A fact with what is asked of it; what another kind of fact was asked is not written."""
    circumstance = CIRCUMSTANCES.get(node.fact)
    found: dict[str, Value] = {"fact": node.fact}
    if circumstance is None or circumstance.kind == BOOLEAN:
        return found
    if circumstance.kind == CHOICE:
        values: list[Value] = list(dict.fromkeys(node.values))
        return {**found, **({"one_of": values} if values else {})}
    limits = (("at_least", one_line(node.least)), ("at_most", one_line(node.most)))
    return {**found, **{key: _number(text) for key, text in limits if text}}


_SPECIAL: Mapping[str, Callable[[Fields, dict[str, str]], Value]] = {
    "conditions": _conditions,
    "themes": _themes,
    "zone": _zone,
}
