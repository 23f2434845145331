"""What one conversation tells of a territory: codes and marks, never words, never the commune.

It is counted with others (territory_figures.py); alone, it belongs to the person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.feedback_words import FACES
from bot.orientation.levers import LEVERS
from bot.orientation.offer_ranking import lever_offers
from bot.orientation.person_facts import facts_known
from bot.orientation.profile import Profile
from bot.orientation.unlocking import with_lever
from bot.services.case import Case
from bot.services.support_offers import SupportOffers
from bot.services.unlock import OWN_CHOICE, Person

SHORT_TRIP_MINUTES = 30
BARRIERS: Mapping[str, Callable[[Profile], bool]] = {
    "licence": lambda one: one.has_licence_b is False,
    "vehicle": lambda one: one.vehicle == "none",
    "transport": lambda one: one.has_public_transport is False,
    "minutes": lambda one: one.max_minutes is not None and one.max_minutes <= SHORT_TRIP_MINUTES,
    "hours": lambda one: bool((one.hours_refused or frozenset()) - {"outside_school"}),
    "childcare": lambda one: "outside_school" in (one.hours_refused or ()),
    "conditions": lambda one: bool(one.conditions_refused),
    "training": lambda one: one.training_accepted == "none",
}
"""What was told and holds the person back; what was not told is no barrier."""
ASKED = (
    "ask_support_offer",
    "ask_local_help",
    "what_if",
    "try_job",
    "why_job",
    "more_jobs",
    "compare_jobs",
    "ask_pay",
    "ask_remote_work",
    "ask_reach",
    "set_surprise",
    "talk_to_human",
    "ask_privacy",
    "ask_jobs_source",
    "why_question",
    "discouraged",
    "money_distress",
)
"""Intents of a person who asks for something, in the order in which they are listed."""
OF_OFFERS = frozenset({"ask_support_offer", "tell_circumstance"})
MOST_CODES = 100
"""Of each kind in one conversation."""

Events = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class ConversationFacts:
    """basin_code, department: None while the commune is not known.

    needed: levers that would change something for the person; lacking: those of them that somebody
    must give, and that no offer gives. declics: jobs shown as a déclic. face: one of FACES.
    """

    basin_code: str | None = None
    department: str | None = None
    barriers: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    declics: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    face: str | None = None

    @property
    def declics_kept(self) -> tuple[str, ...]:
        return tuple(code for code in self.declics if code in self.kept)


def facts_of(case: Case, catalogue: Catalogue, offers: SupportOffers) -> ConversationFacts:
    """The facts of a conversation as it stands."""
    person, cards = case.person, list(_cards(case.events))
    commune = catalogue.commune_by_code.get(person.profile.insee_code or "")
    needed, lacking = _levers(person, offers)
    return ConversationFacts(
        basin_code=commune.basin_code if commune else None,
        department=commune.department if commune else None,
        barriers=tuple(name for name, holds in BARRIERS.items() if holds(person.profile)),
        asked=_asked(case.events),
        offers=_first(_offers(case.events, offers)),
        needed=needed,
        lacking=lacking,
        shown=_first(card["rome_code"] for card in cards),
        kept=_first(case.kept),
        declics=_first(card["rome_code"] for card in cards if card["is_declic"]),
        pictures=_first(case.slots.get("pictures_chosen") or ()),
        face=_face(case.events),
    )


def _levers(person: Person, offers: SupportOffers) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whether an offer gives a lever cannot be told without the commune: then nothing lacks."""
    profile, told = person.profile, person.circumstances
    needed = tuple(lever for lever in LEVERS if with_lever(profile, lever) is not None)
    if profile.insee_code is None:
        return needed, ()
    facts = facts_known(profile, told.facts, person.today)
    giving = lever_offers(
        offers.by_id.values(), facts, profile.insee_code, person.today, told.not_asked
    )
    given = {
        lever
        for lever, some in giving.items()
        if any(one.eligibility.verdict != "no" for one in some)
    }
    return needed, tuple(one for one in needed if one not in given and one not in OWN_CHOICE)


def _said(events: Events) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Intent, entities and text of what the person said themselves."""
    for event in events:
        parsed = event.get("parse_data") or {}
        is_other = (event.get("metadata") or {}).get("author") is not None
        if event.get("event") == "user" and not is_other:
            entities = {one["entity"]: one["value"] for one in parsed.get("entities") or ()}
            intent = (parsed.get("intent") or {}).get("name") or ""
            yield intent, entities, event.get("text") or ""


def _asked(events: Events) -> tuple[str, ...]:
    intents = {intent for intent, _, _ in _said(events)}
    return tuple(intent for intent in ASKED if intent in intents)


def _offers(events: Events, offers: SupportOffers) -> Iterator[str]:
    """The offers that a button or the words name."""
    for intent, entities, text in _said(events):
        if intent not in OF_OFFERS:
            continue
        if entities.get("offer_id") in offers.by_id:
            yield entities["offer_id"]
        elif not text.startswith("/"):
            found = offers.index.find(text)
            yield from (one.offer.offer_id for one in found if one.how == "name")


def _cards(events: Events) -> Iterator[Mapping[str, Any]]:
    for event in events:
        custom = (event.get("data") or {}).get("custom") or {}
        if event.get("event") == "bot" and custom.get("type") == "cards":
            yield from custom["cards"]


def _face(events: Events) -> str | None:
    """The last face that was given; the slot itself is emptied by the next opinion."""
    given = (one["value"] for one in reversed(events) if one.get("name") == "feedback_face")
    return next((face for face in given if face in FACES), None)


def _first(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))[:MOST_CODES]


def facts_as_json(facts: ConversationFacts) -> dict[str, Any]:
    """What is kept, without the place, which has columns of its own."""
    given = {name: value for name, value in asdict(facts).items() if value}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in given.items()
        if name not in PLACE
    }


PLACE = ("basin_code", "department")


def facts_from_json(
    given: Mapping[str, Any], basin_code: str | None, department: str | None
) -> ConversationFacts:
    """The facts that were kept; a name of an older version is left out."""
    known = {one.name for one in fields(ConversationFacts)}
    told: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in given.items()
        if name in known and name not in PLACE
    }
    return ConversationFacts(basin_code=basin_code, department=department, **told)
