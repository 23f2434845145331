"""The profile as it is understood, line by line, each with the sentences that it came from.

What was told, what follows from it and what is supposed for want of an answer are told apart. A
line is marked when it was said without being sure, when it replaced another answer, or when it
goes against another one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.orientation.answers_at_odds import AtOdds, at_odds
from bot.orientation.catalogue import Catalogue
from bot.orientation.circumstance_answers import Circumstances
from bot.orientation.condition_truth import Facts, Value
from bot.orientation.durations import read_distance_km
from bot.orientation.eligibility_sentences import answer_words
from bot.orientation.hedge_words import is_hedged
from bot.orientation.implied_facts import answer_and_implied
from bot.orientation.mobility import ASSUMED_MINUTES
from bot.orientation.person_facts import facts_known, facts_of_profile
from bot.orientation.phrases import say
from bot.orientation.profile import Profile
from bot.orientation.surprise import OPEN
from bot.services.case import Case
from bot.services.fact_words import CLOSED, fact_name, slot_and_key, value_words
from bot.services.told_when import Said, Trace, traces

TOLD, IMPLIED, ASSUMED = "told", "implied", "assumed"
HEDGED, CHANGED, OF_DISTANCE = "hedged", "changed", "of_distance"
TOLD_TWICE = frozenset({"has_licence_b"})
"""Facts for aids that a line of the interview tells already."""
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "place": ("commune", "max_minutes", "licence", "vehicle", "public_transport"),
    "limits": ("hours_refused", "conditions_refused", "training"),
    "work": ("past_jobs",),
    "tastes": ("choices", "statements"),
    "jobs": ("kept", "refusals", "surprise"),
    "aids": ("circumstances",),
}


@dataclass(frozen=True)
class Mark:
    """Why a line is to be looked at. code: HEDGED, CHANGED…, or a code of AtOdds. words: the value
    before, or the name of the line that it is at odds with."""

    code: str
    words: str = ""


@dataclass(frozen=True)
class Line:
    """standing: TOLD, IMPLIED or ASSUMED. said: oldest first, the deciding message last; empty when
    no message made it. because: the names of the lines that it follows from.

    is_closed: the person does not know, or prefers not to say. seen: what the line holds, so that a
    correction of what is no longer there can be told.
    """

    fact: str
    name: str
    value: str
    standing: str
    said: tuple[Said, ...] = ()
    marks: tuple[Mark, ...] = ()
    because: tuple[str, ...] = ()
    is_closed: bool = False
    seen: str = ""


@dataclass(frozen=True)
class Understood:
    """sections: code -> its lines, none of them empty, in the order of SECTIONS. implied, assumed:
    what was not told. odds: pairs of answers that exclude each other."""

    sections: Mapping[str, tuple[Line, ...]]
    implied: tuple[Line, ...]
    assumed: tuple[Line, ...]
    odds: tuple[AtOdds, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for lines in self.sections.values() for line in lines)


def understood(case: Case, catalogue: Catalogue) -> Understood:
    """Everything that is understood of a case, for its advisor."""
    person = case.person
    odds = at_odds(person.profile, person.circumstances.facts, person.today)
    found = traces(case.events)
    told = [_line(fact, trace, odds, catalogue) for fact, trace in found.items()]
    sections = {
        code: tuple(line for slot in slots for line in told if slot_and_key(line.fact)[0] == slot)
        for code, slots in SECTIONS.items()
    }
    return Understood(
        {code: lines for code, lines in sections.items() if lines},
        tuple(_implied(case)),
        tuple(_assumed(person.profile)),
        odds,
    )


def _line(fact: str, trace: Trace, odds: tuple[AtOdds, ...], catalogue: Catalogue) -> Line:
    value = trace.value
    is_closed = value is None or (isinstance(value, str) and value in CLOSED)
    return Line(
        fact,
        fact_name(fact),
        value_words(fact, value, catalogue),
        TOLD,
        trace.said,
        tuple(_marks(fact, trace, odds, catalogue)),
        is_closed=is_closed,
        seen=print_of(value),
    )


def print_of(value: Any) -> str:
    """A short text that is another one whenever the value of a slot is."""
    written = json.dumps(value, sort_keys=True)
    return sha256(written.encode()).hexdigest()[:12]


def _marks(
    fact: str, trace: Trace, odds: tuple[AtOdds, ...], catalogue: Catalogue
) -> Iterator[Mark]:
    last = trace.last
    for one in odds:
        other = one.other_than(fact)
        if other is not None:
            yield Mark(one.code, _name_of(other))
    if last is not None and not last.is_pressed and is_hedged(last.text):
        yield Mark(HEDGED)
    if fact == "max_minutes" and last is not None and _is_distance(last):
        yield Mark(OF_DISTANCE)
    if trace.before is not None:
        yield Mark(CHANGED, value_words(fact, trace.before, catalogue))


def _name_of(fact: str) -> str:
    return "" if fact.startswith("taste.") else fact_name(fact)


def _is_distance(said: Said) -> bool:
    """Kilometres that were told, and counted as minutes."""
    return not said.is_pressed and read_distance_km(said.text) is not None


def _implied(case: Case) -> Iterator[Line]:
    """Facts for aids that nobody told, with what they follow from."""
    person = case.person
    told = person.circumstances
    known = facts_known(person.profile, told.facts, person.today)
    for name, value in known.items():
        if name not in told.facts and name not in TOLD_TWICE:
            because = tuple(_premises(name, value, case, told))
            fact = f"circumstances.{name}"
            yield Line(fact, fact_name(fact), answer_words(name, value), IMPLIED, because=because)


def _premises(name: str, value: Value, case: Case, told: Circumstances) -> Iterator[str]:
    profile, today = case.person.profile, case.person.today
    of_profile = facts_of_profile(profile)
    if name in of_profile:
        yield fact_name("past_jobs" if name == "has_worked" else "commune")
        return
    facts: Facts = {**of_profile, **told.facts}
    for other, given in facts.items():
        if answer_and_implied(other, given, {}, today).get(name) == value:
            yield fact_name(f"circumstances.{other}")


def _assumed(profile: Profile) -> Iterator[Line]:
    """What counts for want of an answer; what rules nothing out is no line."""
    assumed: dict[str, Any] = {}
    if profile.max_minutes is None and profile.insee_code is not None:
        assumed["max_minutes"] = say("sheet.word.minutes", minutes=ASSUMED_MINUTES)
    if profile.surprise is None:
        assumed["surprise"] = say(f"title.dial.{OPEN}")
    for fact, value in assumed.items():
        yield Line(fact, fact_name(fact), value, ASSUMED)
