"""Open questions that suit the moment of a conversation, for who accompanies the person to ask.

What is hard to say comes first, then what does not go together, what was just shown, what waits,
what is thin, and what one may always ask. A rule states one moment and gives its questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.orientation.answers_at_odds import AtOdds, at_odds
from bot.orientation.catalogue import Catalogue
from bot.orientation.interests import InterestProfile, evidence_of, interest_profile
from bot.orientation.labels import quote, upper_first
from bot.orientation.phrases import PHRASES, say
from bot.orientation.statements import LETTERS
from bot.services.case import Case
from bot.services.fact_words import job_name
from bot.services.questions import DECLINED, FORMS, UNKNOWN

MOST = 8
"""More is a list to search, not a help in a talk."""
LATELY = 3
"""Messages that count as now."""
HEAVY = frozenset({"discouraged", "insult", "money_distress", "tell_disability"})
FEW_TASTES = 3
MANY_CLOSED = 3


@dataclass(frozen=True)
class OpenQuestion:
    """code: its phrase, without its topic. text: in the way of writing that the person reads."""

    code: str
    text: str


@dataclass(frozen=True)
class Moment:
    """What the rules look at, beside the case: what was just said and shown."""

    case: Case
    catalogue: Catalogue | None

    @cached_property
    def interests(self) -> InterestProfile:
        profile = self.case.person.profile
        return interest_profile(evidence_of(profile), profile.conditions_refused or ())

    @cached_property
    def odds(self) -> Mapping[str, AtOdds]:
        """The first pair of answers of each kind that do not go together."""
        person = self.case.person
        found = at_odds(person.profile, person.circumstances.facts, person.today)
        return {one.code: one for one in reversed(found)}

    @cached_property
    def intents(self) -> frozenset[str]:
        """What the last messages were understood as."""
        said = [e for e in self.case.events if e.get("event") == "user"][-LATELY:]
        parsed = ((one.get("parse_data") or {}).get("intent") or {} for one in said)
        return frozenset(str(intent.get("name")) for intent in parsed)

    @cached_property
    def shown(self) -> frozenset[str]:
        """Kinds of what the last answer showed beside text: "cards", "places", "comparison"…"""
        kinds: set[str] = set()
        for event in reversed(self.case.events):
            if event.get("event") == "user":
                break
            custom = ((event.get("data") or {}).get("custom") or {}) if _is_bot(event) else {}
            kinds |= {str(custom["type"])} if "type" in custom else set()
        return frozenset(kinds)

    def job(self, rome_code: str) -> str:
        """The name of a job, quoted; its code without a catalogue."""
        return quote(job_name(rome_code, self.catalogue) if self.catalogue else rome_code)


Rule = Callable[[Moment], Iterator["str | tuple[str, Mapping[str, Any]]"]]


def open_questions(case: Case, catalogue: Catalogue | None = None) -> tuple[OpenQuestion, ...]:
    """At most MOST questions, the one that suits best first; never none.

    catalogue: names the jobs that were kept or put aside; without it no question names one.
    """
    moment = Moment(case, catalogue)
    chosen: dict[str, OpenQuestion] = {}
    for rule in RULES:
        for found in rule(moment):
            code, facts = (found, {}) if isinstance(found, str) else found
            text = say(f"open.{code}", case.person.easy, **facts)
            chosen.setdefault(code, OpenQuestion(code, upper_first(text)))
    return tuple(chosen.values())[:MOST]


def all_open_questions(easy: bool = False) -> tuple[OpenQuestion, ...]:
    """Every question that needs no fact, in the order of a talk: to choose another one."""
    codes = (code.removeprefix("open.") for code in PHRASES if code.startswith("open."))
    plain = (code for code in codes if "{" not in PHRASES[f"open.{code}"].text)
    return tuple(OpenQuestion(code, say(f"open.{code}", easy)) for code in plain)


def _is_bot(event: Mapping[str, Any]) -> bool:
    return event.get("event") == "bot"


def _heavy(moment: Moment) -> Iterator[str]:
    if moment.intents & HEAVY:
        yield from ("mood.heavy", "mood.hold")


def _at_odds(moment: Moment) -> Iterator[str | tuple[str, Mapping[str, Any]]]:
    odds, easy = moment.odds, moment.case.person.easy
    if "car_without_licence" in odds:
        yield "road.car"
    if "taste_and_limit" in odds:
        yield "tastes.limit"
    if "both_ways" in odds:
        yield _torn(odds["both_ways"].one.removeprefix("taste."), easy)


def _torn(axis: str, easy: bool) -> tuple[str, Mapping[str, Any]]:
    if axis in LETTERS:
        verbs = say(f"portrait.like.{axis}", easy).replace("|", " ou ")
        return "tastes.torn_letter", {"verbs": verbs}
    ends = {end: say(f"portrait.where.{axis}.{end}", easy) for end in ("more", "less")}
    return "tastes.torn", ends


def _just_shown(moment: Moment) -> Iterator[str]:
    if "cards" in moment.shown:
        yield from ("jobs.look", "jobs.surprise", "jobs.imagine")
    if "comparison" in moment.shown:
        yield "jobs.two"
    if "places" in moment.shown:
        yield from ("aids.first", "aids.tried")
    if "sheet" in moment.shown:
        yield from ("next.step", "next.scale")


def _jobs_chosen(moment: Moment) -> Iterator[str | tuple[str, Mapping[str, Any]]]:
    """About the last job kept, and the last one put aside."""
    kept, refusals = moment.case.kept, moment.case.person.profile.refusals
    if len(kept) > 1:
        yield "jobs.two"
    if moment.catalogue is None:
        return
    if kept:
        yield "jobs.kept", {"job": moment.job(kept[-1])}
    if refusals:
        yield "jobs.refused", {"job": moment.job(refusals[-1].rome_code)}


WAITING: Mapping[str, tuple[str, ...]] = {
    "consent": ("start.today", "start.hope", "start.known"),
    "commune": ("place.life", "place.far"),
    "pictures": ("tastes.pictures",),
    "picture_why": ("tastes.pictures", "tastes.good_day"),
    "scene": ("tastes.story", "tastes.asked"),
    "portrait": ("tastes.matters", "tastes.hard", "next.missing"),
    **dict.fromkeys(
        ("spark_way", "statement"), ("tastes.good_day", "tastes.time", "tastes.success")
    ),
    **dict.fromkeys(FORMS["experience_form"], ("past.liked", "past.learned", "past.unpaid")),
    "licence": ("road.licence", "road.week"),
    **dict.fromkeys(("vehicle", "public_transport"), ("road.week", "road.simple")),
    "max_minutes": ("place.far", "road.week", "road.simple"),
    "hours_refused": ("limits.week", "limits.around"),
    "conditions_refused": ("limits.no_more", "tastes.hard"),
    "training": ("training.learn", "training.school"),
}
"""What one may talk of while a question of the interview waits."""


def _what_waits(moment: Moment) -> Iterator[str]:
    yield from WAITING.get(moment.case.question or "", ())


def _thin(moment: Moment) -> Iterator[str]:
    """What little is known of, once it was asked."""
    case, interests = moment.case, moment.interests
    profile, slots = case.person.profile, case.slots
    is_told = slots.get("portrait") is not None
    pieces = evidence_of(profile)
    if pieces and all(piece.agreement < 0 for piece in pieces):
        yield "tastes.only_no"
    elif is_told and interests.is_flat:
        yield "tastes.flat"
    if is_told and len(pieces) < FEW_TASTES:
        yield from ("tastes.good_day", "tastes.time", "tastes.child")
    if slots.get("past_job") is not None and not profile.past_jobs:
        yield from ("past.unpaid", "tastes.asked")
    if sum(value in (UNKNOWN, DECLINED) for value in map(str, slots.values())) >= MANY_CLOSED:
        yield "mood.choose"


def _known(moment: Moment) -> Iterator[str]:
    """What is known already, to go further."""
    profile = moment.case.person.profile
    if profile.past_jobs:
        yield from ("past.found_again", "past.end")
    if profile.has_licence_b is False:
        yield "road.licence"


def _always(moment: Moment) -> Iterator[str]:
    if moment.case.slots.get("proposed"):
        yield from ("next.step", "jobs.whom", "next.scale")
    yield from ("tastes.matters", "tastes.success", "next.missing", "start.known")


RULES: tuple[Rule, ...] = (
    _heavy,
    _at_odds,
    _just_shown,
    _jobs_chosen,
    _what_waits,
    _thin,
    _known,
    _always,
)
