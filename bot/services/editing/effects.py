"""Whom a change of an offer touches: invented people, before and after.

The people are those of the measures: homes and licences as in the catalogue, nobody real. What the
conditions ask besides is drawn for each, always the same: yes or no alike, every choice as likely,
numbers between the usual ones, half of them at the limits that are asked or just beside. It
tells which way a change goes, not how many people of a town it touches.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from bot.orientation.circumstances import BOOLEAN, CIRCUMSTANCES, NUMBER
from bot.orientation.condition_logic import parts_of
from bot.orientation.condition_truth import Facts, Value
from bot.orientation.eligibility import NO, TO_CHECK, YES, Eligibility, eligibility
from bot.orientation.eligibility_sentences import answer_words, eligibility_sentence, question_words
from bot.orientation.offer import Condition, Offer, Within, facts_of
from bot.orientation.person_facts import facts_known
from bot.orientation.profile import Profile
from bot.orientation.publication import PROPOSABLE, level_of
from bot.services.editing.editor_words import CLOSED, STATES

_GOOD = {CLOSED: 0, NO: 0, TO_CHECK: 1, YES: 2}
_SEED = 26
EXAMPLES_OF_A_STATE, MOST_NAMED = 2, 5


@dataclass(frozen=True)
class Invented:
    """Somebody nobody is. facts: what they would answer to what the conditions ask."""

    number: int
    insee_code: str | None
    facts: Facts

    def told(self) -> list[str]:
        """ "Quel âge avez-vous ? 34 ans"."""
        return [
            f"{question_words(fact)} {answer_words(fact, value)}"
            for fact, value in sorted(self.facts.items())
        ]


@dataclass(frozen=True)
class Example:
    """state: one of STATES. reasons: as the conversation says them, standard and easy-read."""

    who: Invented
    state: str
    reasons: tuple[str, ...]
    easy_reasons: tuple[str, ...]


@dataclass(frozen=True)
class Move:
    """Somebody for whom the state changes."""

    who: Invented
    before: str
    after: str


@dataclass(frozen=True)
class Effects:
    """count: of the people looked at. states: how many in each, before and after."""

    count: int
    before: Mapping[str, int]
    after: Mapping[str, int]
    gains: tuple[Move, ...]
    losses: tuple[Move, ...]
    examples: tuple[Example, ...]


def effects(
    before: Offer | None, after: Offer, profiles: Sequence[Profile], today: datetime.date
) -> Effects:
    """before: None for a new offer."""
    conditions = [offer.conditions for offer in (before, after) if offer and offer.conditions]
    people = invented(profiles, conditions, today)
    moves = [Move(one, _state(before, one, today), _state(after, one, today)) for one in people]
    return Effects(
        len(people),
        Counter(move.before for move in moves),
        Counter(move.after for move in moves),
        tuple(move for move in moves if _GOOD[move.after] > _GOOD[move.before]),
        tuple(move for move in moves if _GOOD[move.after] < _GOOD[move.before]),
        tuple(_examples(after, moves, today)),
    )


def invented(
    profiles: Sequence[Profile], conditions: Iterable[Condition], today: datetime.date
) -> list[Invented]:
    """One person for each profile, with an answer to each fact that is asked."""
    asked: dict[str, set[float]] = {}
    for condition in conditions:
        for fact in facts_of(condition):
            asked.setdefault(fact, set())
        for part in parts_of(condition):
            if isinstance(part, Within):
                asked[part.fact] |= {end for end in (part.at_least, part.at_most) if end}
    limits = {fact: tuple(sorted(asked[fact])) for fact in sorted(asked)}
    return [_one(number, profile, limits, today) for number, profile in enumerate(profiles, 1)]


def _one(
    number: int, profile: Profile, asked: Mapping[str, Sequence[float]], today: datetime.date
) -> Invented:
    """What follows from other answers is not drawn."""
    told: dict[str, Value] = {}
    for name, limits in asked.items():
        if name not in facts_known(profile, told, today):
            told[name] = _drawn(number, name, limits)
    known = facts_known(profile, told, today)
    return Invented(number, profile.insee_code, {name: known[name] for name in asked})


def _drawn(number: int, name: str, limits: Sequence[float]) -> Value:
    chance = np.random.default_rng([_SEED, number, crc32(name.encode())])
    circumstance = CIRCUMSTANCES[name]
    if circumstance.kind == BOOLEAN:
        return bool(chance.random() < 0.5)
    if circumstance.kind == NUMBER:
        if limits and chance.random() < 0.5:
            beside = limits[chance.integers(len(limits))] + chance.integers(-1, 2)
            return float(max(beside, 0))
        least, most = circumstance.usual
        return float(round(least + chance.random() * (most - least)))
    return sorted(circumstance.choices)[chance.integers(len(circumstance.choices))]


def _state(offer: Offer | None, who: Invented, today: datetime.date) -> str:
    if offer is None or level_of(offer, today) not in PROPOSABLE:
        return CLOSED
    return _eligibility(offer, who, today).verdict


def _eligibility(offer: Offer, who: Invented, today: datetime.date) -> Eligibility:
    return eligibility(offer, who.facts, who.insee_code, today)


def _examples(offer: Offer, moves: Sequence[Move], today: datetime.date) -> Iterable[Example]:
    """A few people of each state that there is."""
    for state in STATES:
        for move in [one for one in moves if one.after == state][:EXAMPLES_OF_A_STATE]:
            reasons = _eligibility(offer, move.who, today).reasons
            yield Example(
                move.who,
                state,
                tuple(eligibility_sentence(reason) for reason in reasons),
                tuple(eligibility_sentence(reason, easy=True) for reason in reasons),
            )
