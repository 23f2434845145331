"""A support offer: what it gives, to whom, where, how to ask, and how far it is known.

None and empty mean not known, unless a field says otherwise; `unknown` names what the sources leave
open, so that it is said. Dates are days included. Amounts stand only in `amounts`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from bot.orientation.administrative_areas import METROPOLES, REGIONS, city_of, department_of

ACTIVE, BY_WAVES, PHASING_OUT = "active", "by_waves", "phasing_out"
SUSPENDED, ENDED, UNKNOWN = "suspended", "ended", "unknown"
PROFESSIONALS = "professionnels"
VERIFIED, SECONDARY, MEMORY = "verified", "secondary", "memory"


@dataclass(frozen=True)
class IsTrue:
    """A boolean fact that must be true."""

    fact: str


@dataclass(frozen=True)
class OneOf:
    """A choice that must be one of these codes."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Within:
    """A number between two limits, both included; None = no limit on that side."""

    fact: str
    at_least: float | None
    at_most: float | None


@dataclass(frozen=True)
class AllOf:
    """Every part must hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    """One part is enough."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """The part must not hold."""

    part: Condition


Condition = IsTrue | OneOf | Within | AllOf | AnyOf | Not


def facts_of(condition: Condition) -> Iterator[str]:
    """The facts that a condition asks about, as often as it names them."""
    if isinstance(condition, (AllOf, AnyOf)):
        for part in condition.parts:
            yield from facts_of(part)
    elif isinstance(condition, Not):
        yield from facts_of(condition.part)
    else:
        yield condition.fact


@dataclass(frozen=True)
class Amount:
    """A figure with its unit (vocabulary.UNITS), true from `valid_from` to `valid_until`.

    None: the source gives no such day.
    """

    what: str
    value: float
    unit: str
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None

    def is_valid_on(self, day: datetime.date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True)
class Deadline:
    """The last day to ask: so many days before or after an event."""

    days: int
    when: str
    event: str


@dataclass(frozen=True)
class OfferSource:
    """Where the facts come from; dated: as the source says ("2025-07"), None when it does not."""

    where: str
    read_on: datetime.date
    dated: str | None = None


@dataclass(frozen=True)
class Zone:
    """Where the offer is given. codes: regions, departments, communes (INSEE) or a metropole
    (SIREN); for an "area", the departments in which it lies, when they are known."""

    level: str
    codes: tuple[str, ...] = ()
    name: str | None = None

    def covers(self, insee_code: str) -> bool | None:
        """Whether a person of this commune lives in the zone; None when that cannot be told."""
        if self.level == "country":
            return True
        if self.level == "commune":
            return city_of(insee_code) in self.codes
        is_inside = department_of(insee_code) in self.departments
        if self.level in ("region", "department"):
            return is_inside
        if self.level == "metropole" and city_of(insee_code) in self._hearts:
            return True
        return None if is_inside or not self.departments else False

    @property
    def _hearts(self) -> set[str | None]:
        """The communes that its metropolises are named after."""
        return {METROPOLES[code].heart for code in self.codes if code in METROPOLES}

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments that the zone touches; empty for the country and where none is known."""
        if self.level in ("department", "area"):
            return self.codes
        if self.level == "commune":
            return tuple(sorted({department_of(code) for code in self.codes}))
        areas = REGIONS if self.level == "region" else METROPOLES
        found = [areas[code].departments for code in self.codes if code in areas]
        return tuple(code for departments in found for code in sorted(departments))


@dataclass(frozen=True)
class Offer:
    """One support offer as its file tells it; what of it may be shown is in publication.py.

    levers: codes of levers.py that the offer gives or gave; empty when it gives none.
    """

    offer_id: str
    name: str
    nicknames: tuple[str, ...]
    provider: str
    status: str
    gives: str
    amounts: tuple[Amount, ...]
    themes: tuple[str, ...]
    levers: tuple[str, ...]
    service_type: str
    publics: tuple[str, ...]
    fees: str | None
    reception: tuple[str, ...]
    asked_by: tuple[str, ...]
    asking: tuple[str, ...]
    how_to_ask: str | None
    zone: Zone
    conditions: Condition | None
    deadlines: tuple[Deadline, ...]
    papers: tuple[str, ...] | None
    steps: tuple[str, ...] | None
    delay: str | None
    unknown: tuple[str, ...]
    official_url: str | None
    contact: str | None
    confidence: str
    verified_on: datetime.date | None
    expires: datetime.date | None
    ended_on: str | None
    replaced_by: tuple[str, ...]
    replacement: str | None
    sources: tuple[OfferSource, ...]

    @property
    def needs_professional(self) -> bool:
        """Whether only an advisor can ask for it."""
        return self.asked_by == (PROFESSIONALS,)
