"""Facts that a message tells in passing, whatever question is on screen.

Nothing was asked, so only what is clearly stated is read: "je cherche un travail de nuit" refuses
nothing, "mon père a le permis" and "j'aimerais avoir une voiture" say nothing of the person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.orientation.durations import read_distance_km, read_minutes
from bot.orientation.mobility_words import licence_in
from bot.orientation.sayings import heard, phrases
from bot.orientation.told_clauses import speaks_of_oneself, stated, unstated
from bot.orientation.told_limits import told_conditions, told_hours, told_training
from bot.orientation.told_mobility import told_licence, told_public_transport, told_vehicle
from bot.orientation.vehicle_words import respelled, vehicle_in
from bot.orientation.wishes import training_in

MOST_WORDS_OF_A_BARE_FACT = 6
_LIMIT = phrases(
    "max|maxi|maximum|pas (?:a )?plus(?: de| d| loin)?|jusqu a|limite|moins de",
    "(?:pas|plus) (?:faire|rouler|aller|depasser)",
    "(?:accepte|peux|veux bien|pourrais|suis (?:prete?|ok|d accord))(?: [a-z]+){0,3} "
    "(?:faire|aller|rouler|mettre)(?=.* (?:trajet|route|transports?|voiture|bus|train|velo|km|"
    "bornes?|kilometres?)\\b)",
    "de (?:trajet|route|transports?)",
    "(?:peux|pourrais|veux bien) (?:faire|aller|rouler|mettre)(?: jusqu a)?(?: [a-z0-9]+){1,3} "
    "(?:minutes|heures?|h|km|bornes|kilometres)$",
)
_NO_LIMIT_OF_TRAVEL = phrases(
    "passe|toutes les|tous les|mettais|mettait|j ai mis|j attends|formations?|stages?|mois|ans|"
    "en plus|de plus|pauses?|reposer|debout|assise?|contrat|semaine|heures? par|cours"
)


@dataclass(frozen=True)
class ToldFacts:
    """What a message tells, in the values of the slots; None and empty: not told.

    hours, conditions: each one told of, and whether it is refused (else it is said to be fine).
    max_km: a distance accepted, one way; it is a time only for who travels in a known way.
    rest: the message without what told these facts.
    """

    licence: str | None = None
    vehicle: str | None = None
    public_transport: str | None = None
    max_minutes: int | None = None
    max_km: float | None = None
    hours: Mapping[str, bool] = field(default_factory=dict)
    conditions: Mapping[str, bool] = field(default_factory=dict)
    training: str | None = None
    rest: str = field(default="", repr=False)

    def values(self) -> dict[str, str | int]:
        """The slots that have one value, and it."""
        named = ("licence", "vehicle", "public_transport", "max_minutes", "training")
        told = {name: getattr(self, name) for name in named}
        return {name: value for name, value in told.items() if value is not None}

    @property
    def is_empty(self) -> bool:
        return not (self.values() or self.hours or self.conditions or self.max_km)


def told_facts(text: str, is_about_me: bool = False) -> ToldFacts:
    """The facts of a message; said twice, the last one counts.

    is_about_me: only the parts with a word for oneself count, and those that follow one that told
    a fact, where the question speaks of something else (a picture, a statement, a past job).
    """
    found: dict[str, object] = {}
    hours: dict[str, bool] = {}
    conditions: dict[str, bool] = {}
    telling: list[str] = []
    has_unit = bool(_UNIT.search(heard(text)))
    for part in stated(text):
        if is_about_me and not (speaks_of_oneself(part) or telling):
            continue
        values = _values(part, has_unit)
        told = told_hours(part), told_conditions(part)
        hours.update(told[0])
        conditions.update(told[1])
        found.update(values)
        if values or any(told):
            telling.append(part)
    rest = unstated(text, telling)
    return ToldFacts(**found, hours=hours, conditions=conditions, rest=rest)  # type: ignore[arg-type]


def told_bare(correction: str, known: Collection[str]) -> ToldFacts:
    """What the words of a correction merely name: "45 minutes", "une voiture", "une formation
    courte". Only for slots that are `known`, since there is something to correct."""
    if len(correction.split()) > MOST_WORDS_OF_A_BARE_FACT:
        return ToldFacts(rest=correction)
    line = respelled(correction)
    km = read_distance_km(line)
    found = {
        "licence": _yes_no(licence_in(line)) if "permis" in line else None,
        "vehicle": vehicle_in(line),
        "max_minutes": read_minutes(line) if km is None and _UNIT.search(line) else None,
        "training": training_in(line) if "formation" in line else None,
    }
    told = {slot: value for slot, value in found.items() if slot in known and value is not None}
    max_km = km if "max_minutes" in known else None
    is_told = bool(told or max_km)
    return ToldFacts(**told, max_km=max_km, rest="" if is_told else correction)  # type: ignore[arg-type]


def _yes_no(value: bool | None) -> str | None:
    return None if value is None else ("yes" if value else "no")


def _values(part: str, has_unit: bool) -> dict[str, object]:
    """The slots of one value that a part tells."""
    limit = bool(_LIMIT.search(part)) and not _NO_LIMIT_OF_TRAVEL.search(part)
    km = read_distance_km(part) if limit else None
    told = {
        "licence": told_licence(part),
        "vehicle": told_vehicle(part),
        "public_transport": told_public_transport(part),
        "max_minutes": read_minutes(part) if limit and km is None and has_unit else None,
        "max_km": km,
        "training": told_training(part),
    }
    return {name: value for name, value in told.items() if value is not None}


_UNIT = phrases("minutes?|heures?|h|quarts?|demie?")
""" "Pas plus de 20" may be twenty of anything, unless minutes are named in the same message."""
