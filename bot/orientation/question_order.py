"""Which missing fact to ask first: the one whose answer decides the most conditions on average.

The answers a person may give weigh as follows, for want of better: yes and no, a half each; the
codes of a choice, and "none of these", the same each; a number, by the length of the range between
two limits that the conditions name, within the range in which most answers lie; "I have none", a
half. An answer counts with all that follows from it (implied_facts.py).
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.orientation.circumstances import (
    ASKED_LAST,
    BOOLEAN,
    CHOICE,
    CIRCUMSTANCES,
    INFINITY,
    OTHER,
    Circumstance,
)
from bot.orientation.condition_logic import parts_of
from bot.orientation.condition_rule import Judgement, KleeneJudgement
from bot.orientation.condition_truth import Facts, Value
from bot.orientation.implied_facts import answer_and_implied
from bot.orientation.offer import Condition, Within, facts_of

WeighedAnswer = tuple[Value, float]
DIGITS = 9
"""Sums of weights are compared to so many decimals, so that their order does not depend on how
they were added."""


@dataclass(frozen=True)
class OpenOffer:
    """An offer whose conditions are not decided yet. limits: the facts that the conditions name,
    in their order, each with the numbers from which on its answer changes something."""

    offer_id: str
    judgement: Judgement | KleeneJudgement
    limits: Mapping[str, frozenset[float]]


@dataclass(frozen=True)
class Question:
    """A fact to ask. decided: offers that its answer decides on average. offer_ids: offers that it
    can still decide, with or without other answers."""

    fact: str
    decided: float
    offer_ids: tuple[str, ...]

    @property
    def text(self) -> str:
        return CIRCUMSTANCES[self.fact].question


def ordered_questions(
    open_offers: Sequence[OpenOffer],
    facts: Facts,
    today: datetime.date,
    not_asked: Collection[str] = frozenset(),
) -> tuple[Question, ...]:
    """The facts that can still decide, best first; those that touch on privacy at the end.

    As many decided: the one that leaves less open, then the one that a condition names first.
    """
    in_order = sorted(open_offers, key=lambda one: one.offer_id)
    found = []
    for place, (fact, offer_ids) in enumerate(_by_deciding_fact(in_order).items()):
        if fact not in not_asked:
            decided, narrowed = _weigh(fact, in_order, facts, today)
            key = (fact in ASKED_LAST, -decided, -narrowed, place)
            found.append((key, Question(fact, decided, tuple(offer_ids))))
    return tuple(question for _, question in sorted(found, key=lambda one: one[0]))


def _by_deciding_fact(open_offers: Iterable[OpenOffer]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in open_offers:
        deciding = one.judgement.deciding
        for fact in one.limits:
            if fact in deciding:
                found.setdefault(fact, []).append(one.offer_id)
    return found


def _weigh(
    fact: str, open_offers: Sequence[OpenOffer], facts: Facts, today: datetime.date
) -> tuple[float, float]:
    """How many offers the answer decides on average, and how much it narrows the others."""
    asking = [one for one in open_offers if fact in one.limits]
    decided = narrowed = 0.0
    limits = frozenset[float]().union(*(one.limits[fact] for one in asking))
    for value, weight in plausible_answers(fact, limits):
        answers = answer_and_implied(fact, value, facts, today)
        for one in asking if len(answers) == 1 else _concerned(open_offers, answers):
            left = one.judgement.share_left(answers)
            decided += weight * (left == 0)
            narrowed += weight * (1 - left)
    return round(decided, DIGITS), round(narrowed, DIGITS)


def _concerned(open_offers: Iterable[OpenOffer], answers: Facts) -> list[OpenOffer]:
    return [one for one in open_offers if not one.limits.keys().isdisjoint(answers)]


@lru_cache(maxsize=4096)
def plausible_answers(fact: str, limits: frozenset[float]) -> tuple[WeighedAnswer, ...]:
    """One answer for each way in which answers are told apart, with its weight; in all 1."""
    circumstance = CIRCUMSTANCES[fact]
    if circumstance.kind == BOOLEAN:
        return (True, 0.5), (False, 0.5)
    if circumstance.kind == CHOICE:
        codes = tuple(dict.fromkeys((*circumstance.choices, OTHER)))
        return tuple((code, 1 / len(codes)) for code in codes)
    return _numbers(circumstance, limits)


def _numbers(circumstance: Circumstance, limits: Iterable[float]) -> tuple[WeighedAnswer, ...]:
    """The first number of each range between two limits, by the usual part of the range."""
    least, most = circumstance.usual
    share = 0.5 if circumstance.none else 1.0
    ends = (0.0, *sorted(limits), INFINITY)
    ranges = (
        (begin, max(0.0, min(end, most) - max(begin, least))) for begin, end in pairwise(ends)
    )
    found = tuple((begin, share * length / (most - least)) for begin, length in ranges if length)
    return (*found, (INFINITY, 1 - share)) if circumstance.none else found


@lru_cache(maxsize=1024)
def limits_of(condition: Condition) -> Mapping[str, frozenset[float]]:
    """Each fact of a condition, with the whole numbers from which on its answer changes something:
    people count in whole numbers."""
    found: dict[str, frozenset[float]] = {fact: frozenset() for fact in facts_of(condition)}
    for leaf in parts_of(condition):
        if isinstance(leaf, Within):
            found[leaf.fact] |= frozenset(_limits(leaf))
    return found


def _limits(leaf: Within) -> Iterator[float]:
    if leaf.at_least:
        yield math.ceil(leaf.at_least)
    if leaf.at_most is not None:
        yield math.floor(leaf.at_most) + 1
