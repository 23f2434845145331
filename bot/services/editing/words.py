"""An offer in words, field by field, and what differs between two versions of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.orientation import vocabulary
from bot.orientation.administrative_areas import DEPARTMENTS, METROPOLES, REGIONS
from bot.orientation.condition_sentences import condition_lines
from bot.orientation.french_values import day
from bot.orientation.offer import Amount, Offer, OfferSource, Zone
from bot.orientation.offer_sentences import amount_line, deadline_line
from bot.services.editing.document import KEYS
from bot.services.editing.editor_words import (
    DATED,
    LABELS,
    LEVERS,
    NOT_KNOWN,
    NOTHING,
    READ_ON,
    UNTIL,
    ZONE_LEVELS,
)


@dataclass(frozen=True)
class Difference:
    """What a field says before and after, line by line."""

    key: str
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def gone(self) -> tuple[str, ...]:
        return tuple(line for line in self.before if line not in self.after)

    @property
    def come(self) -> tuple[str, ...]:
        return tuple(line for line in self.after if line not in self.before)


def differences(before: Offer | None, after: Offer) -> tuple[Difference, ...]:
    """The fields that differ, in the order of the form; all that says something, of a new offer."""
    return tuple(_differences(before, after))


def _differences(before: Offer | None, after: Offer) -> Iterator[Difference]:
    for key in KEYS:
        old = NOTHING if before is None else words_of(before, key)
        new = words_of(after, key)
        is_told = old != new if before is not None else new not in (NOTHING, NOT_KNOWN)
        if is_told:
            yield Difference(key, LABELS[key], old, new)


def words_of(offer: Offer, key: str) -> tuple[str, ...]:
    """The lines that tell a field."""
    value = getattr(offer, "service_type" if key == "type" else key)
    if value is None:
        return NOT_KNOWN
    if value == ():
        return NOTHING
    return tuple(_WRITERS.get(key, _plain)(value))


def _plain(value: object) -> Sequence[str]:
    if isinstance(value, date):
        return (day(value.isoformat()),)
    return value if isinstance(value, tuple) else (str(value),)


def _named(names: Mapping[str, str]) -> Callable[[object], Sequence[str]]:
    def write(value: object) -> Sequence[str]:
        codes = value if isinstance(value, tuple) else (value,)
        return [names.get(str(code), str(code)) for code in codes]

    return write


def _amounts(amounts: Sequence[Amount]) -> list[str]:
    return [f"{amount_line(one)}{_until(one)}" for one in amounts]


def _until(amount: Amount) -> str:
    if amount.valid_until is None:
        return ""
    return UNTIL.format(day(amount.valid_until.isoformat()))


def _sources(sources: Sequence[OfferSource]) -> list[str]:
    return [
        READ_ON.format(one.where, day(one.read_on.isoformat()))
        + (DATED.format(one.dated) if one.dated else "")
        for one in sources
    ]


def zone_words(zone: Zone) -> list[str]:
    """ "Ardèche (07)", or the extent and the name."""
    names: Mapping[str, str] = {
        "department": DEPARTMENTS,
        "area": DEPARTMENTS,
        "region": {code: one.name for code, one in REGIONS.items()},
        "metropole": {code: one.name for code, one in METROPOLES.items()},
    }.get(zone.level, {})
    told = [f"{names[code]} ({code})" if code in names else code for code in zone.codes]
    return [*([zone.name] if zone.name else []), *told] or [ZONE_LEVELS[zone.level]]


_WRITERS: Mapping[str, Callable[..., Sequence[str]]] = {
    "amounts": _amounts,
    "asked_by": _named(vocabulary.ASKED_BY),
    "asking": _named(vocabulary.ASKING),
    "conditions": condition_lines,
    "confidence": _named(vocabulary.CONFIDENCES),
    "deadlines": lambda deadlines: [deadline_line(one) for one in deadlines],
    "fees": _named(vocabulary.FEES),
    "levers": _named(LEVERS),
    "publics": _named(vocabulary.PUBLICS),
    "reception": _named(vocabulary.RECEPTION),
    "sources": _sources,
    "status": _named(vocabulary.STATUSES),
    "themes": _named(vocabulary.THEMES),
    "type": _named(vocabulary.SERVICE_TYPES),
    "unknown": _named(vocabulary.UNKNOWNS),
    "zone": zone_words,
}
