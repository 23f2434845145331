"""What a message tells beside the question on screen: facts kept at any time, and corrections.

Nothing here answers the question that waits: its own reader does (bot.services.readers).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.orientation import vehicle_words
from bot.orientation.corrections import corrected, replacements
from bot.orientation.noted_sentences import noted_limit, noted_value
from bot.orientation.place_text import spelled, without_leading
from bot.orientation.reading_words import EASY
from bot.orientation.territory import Commune
from bot.orientation.told_facts import ToldFacts, told_bare, told_facts
from bot.orientation.told_past import past_job_words
from bot.orientation.told_places import home_words
from bot.services.distance import minutes_of_km
from bot.services.place_readers import new_home
from bot.services.questions import FACTS, FORMS, MAX_CANDIDATES, Reply, Situation

LISTS = ("hours_refused", "conditions_refused")
ABOUT_SOMETHING_ELSE = frozenset({*FORMS["interests_form"], *FORMS["experience_form"]})
"""Questions whose answers speak of tastes and jobs: there only words about oneself tell a fact."""
MOST_WORDS_OF_A_PLACE = 6


@dataclass(frozen=True)
class Told:
    """slots: what the message changes. noted: the words that say each back, by slot. rest: the
    message without what told a fact. replies: what else is to be said of it."""

    slots: Mapping[str, Any] = field(default_factory=dict)
    noted: Mapping[str, str] = field(default_factory=dict)
    rest: str = field(default="", repr=False)
    replies: tuple[Reply, ...] = ()
    is_correction: bool = False

    def __bool__(self) -> bool:
        return bool(self.slots or self.replies)

    def beside(self, answered: Mapping[str, Any]) -> dict[str, Any]:
        """The slots that an answer does not set already."""
        return {slot: value for slot, value in self.slots.items() if slot not in answered}

    def said(self, answered: Mapping[str, Any]) -> tuple[Reply, ...]:
        """What is said of the facts beside an answer: one short sentence, then the home."""
        words = [said for slot, said in self.noted.items() if slot not in answered]
        noted = (Reply("utter_noted", {"facts": ", ".join(words)}),) if words else ()
        return noted + (() if "commune" in answered else self.replies)


def told(situation: Situation) -> Told:
    """The facts of a message, at any question and at none (`question` is then empty)."""
    text = situation.message.text
    correction = corrected(text)
    facts = _facts(situation, correction)
    slots: dict[str, Any] = {}
    noted: dict[str, str] = {}
    stated = _lost_vehicle(situation) | facts.values() | _minutes(situation, facts)
    for slot, value in stated.items():
        slots[slot], noted[slot] = value, noted_value(slot, value, _is_easy(situation))
    for slot, limits in zip(LISTS, (facts.hours, facts.conditions), strict=True):
        _note_limits(situation, slot, limits, slots, noted)
    home, replies = _home(situation, correction)
    slots |= home | _past_jobs(situation, noted)
    rest = "" if correction and home else facts.rest
    return Told(slots, noted, rest, replies, is_correction=correction is not None)


def _is_easy(situation: Situation) -> bool:
    return bool(situation.slots.get("reading") == EASY)


def _facts(situation: Situation, correction: str | None) -> ToldFacts:
    """The facts that are stated, else those that a correction merely names, if they were told or
    the interview is over."""
    is_about_me = situation.question in ABOUT_SOMETHING_ELSE and correction is None
    facts = told_facts(situation.message.text, is_about_me)
    if correction is None or not facts.is_empty:
        return facts
    is_over = not situation.question
    known = {slot for slot in FACTS if is_over or situation.slots.get(slot) is not None}
    return told_bare(correction, known)


def _lost_vehicle(situation: Situation) -> dict[str, Any]:
    """No vehicle, when the one that was told is lost and no other is named: "ma moto est en panne".

    Without a vehicle told before, another one may be there: nothing is known then.
    """
    if situation.question in ABOUT_SOMETHING_ELSE:
        return {}
    kind = situation.slots.get("vehicle")
    line = vehicle_words.spelled(situation.message.text)
    return {"vehicle": "none"} if kind and vehicle_words.is_lost(kind, line) else {}


def _minutes(situation: Situation, facts: ToldFacts) -> dict[str, Any]:
    """A distance as minutes, for who travels in a known way."""
    if facts.max_km is None:
        return {}
    minutes = minutes_of_km(facts.max_km, {**situation.slots, **facts.values()})
    return {} if minutes is None else {"max_minutes": minutes}


def _note_limits(
    situation: Situation,
    slot: str,
    limits: Mapping[str, bool],
    slots: dict[str, Any],
    noted: dict[str, str],
) -> None:
    """Adds what is refused to the list and takes out what is fine; when nothing was answered yet,
    what is fine leaves the others unknown: it is asked in its time."""
    before = situation.slots.get(slot)
    known = set(before) if isinstance(before, list) else set()
    refused = {thing for thing, is_refused in limits.items() if is_refused}
    now = (known | refused) - (set(limits) - refused)
    if refused or (limits and isinstance(before, list)):
        slots[slot] = sorted(now)
        noted[slot] = ", ".join(
            noted_limit(*limit, easy=_is_easy(situation)) for limit in limits.items()
        )


def _home(situation: Situation, correction: str | None) -> tuple[dict[str, Any], tuple[Reply, ...]]:
    """The slots of a home that is told or corrected, and what is said of it."""
    words = home_words(situation.message.text)
    if words is None and correction is not None:
        words = _corrected_place(situation, correction)
    outcome = new_home(situation, words) if words else None
    return (dict(outcome.slots), outcome.replies) if outcome else ({}, ())


def _corrected_place(situation: Situation, correction: str) -> str | None:
    """The place that a correction names and nothing else, when a home was told before."""
    if situation.slots.get("commune") is None:
        return None
    find = situation.understanding.places.find
    for wrong, right in replacements(situation.message.text):
        found = find(right)
        if find(wrong).communes and found.communes and _is_named(found.communes, right):
            return right
    found = find(correction)
    is_short = len(correction.split()) <= MOST_WORDS_OF_A_PLACE
    return correction if is_short and _is_named(found.communes, correction) else None


def _is_named(communes: tuple[Commune, ...], words: str) -> bool:
    """Whether the words are the name of one of the communes, or a postcode: no likeness here."""
    core = set(without_leading(spelled(words)))
    if not core:
        return any(set(words.split()) & set(one.postcodes) for one in communes)
    return any(core <= {*spelled(one.name), *one.postcodes} for one in communes)


def _past_jobs(situation: Situation, noted: dict[str, str]) -> dict[str, Any]:
    """The past jobs that are surely named; at the questions on past jobs their readers see them.

    Looking up a title takes time: of a very long list only the first ones are read.
    """
    if situation.question in FORMS["experience_form"]:
        return {}
    titles = situation.understanding.titles
    known = list(situation.slots.get("past_jobs") or [])
    said: list[str] = []
    for stretch in past_job_words(situation.message.text)[:MAX_CANDIDATES]:
        for mention in titles.recognise(stretch).mentions:
            code = mention.candidates[0].rome_code if mention.status == "sure" else None
            if code and code not in {job["rome_code"] for job in known}:
                known.append({"said": mention.said, "rome_code": code})
                said.append(mention.said)
    if not said:
        return {}
    noted["past_jobs"] = ", ".join(said)
    return {"past_jobs": known}
