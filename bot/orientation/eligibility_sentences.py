"""Reasons of an eligibility -> French. They state a possibility, never a right.

The limits of a condition are named only where a person has read the official page; elsewhere the
person's own answer is told, and that it does not fit as far as we know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.orientation.circumstances import BOOLEAN, CIRCUMSTANCES, INFINITY, NUMBER, OTHER
from bot.orientation.condition_sentences import limits, outside_limits
from bot.orientation.condition_truth import Value
from bot.orientation.finding import Reason
from bot.orientation.french_values import with_unit
from bot.orientation.labels import listing, upper_first
from bot.orientation.offer import IsTrue, OneOf, Within
from bot.orientation.phrases import is_said, say

MOST_WORDS_OF_CHOICES = 12

Facts = Mapping[str, Any]


def verdict_words(verdict: str, easy: bool = False) -> str:
    """The heading above the offers of one verdict."""
    return say(f"condition.verdict.{verdict}", easy)


def answer_words(fact: str, value: Value, easy: bool = False) -> str:
    """ "oui", "34 ans", "aucun enfant", "en intérim"; what a person answered."""
    circumstance = CIRCUMSTANCES[fact]
    if circumstance.kind == BOOLEAN:
        return say(f"condition.answer.{'yes' if value else 'no'}", easy)
    if circumstance.kind == NUMBER:
        if value == INFINITY:
            return circumstance.none or ""
        return with_unit(float(value), circumstance.unit)
    if value == OTHER or str(value) not in circumstance.choices:
        return say("condition.answer.other", easy)
    return circumstance.choices[str(value)]


def question_words(fact: str, easy: bool = False) -> str:
    """The question that settles a fact."""
    of_fact = f"circumstance.{fact}"
    return say(of_fact, easy) if easy and is_said(of_fact) else CIRCUMSTANCES[fact].question


def _answer(facts: Facts, easy: bool) -> str:
    """ "Votre âge : 34 ans." """
    fact = facts["leaf"].fact
    what = upper_first(CIRCUMSTANCES[fact].statement.rstrip("."))
    return say(
        "condition.answer", easy, what=what, answer=answer_words(fact, facts["answer"], easy)
    )


def _failed(facts: Facts, easy: bool) -> str:
    answer = _answer(facts, easy)
    if not facts["is_checked"]:
        return say("condition.condition_failed.unchecked", easy, answer=answer)
    if not facts["is_alone"]:
        return say(
            "condition.condition_failed", easy, answer=answer, asked=say("condition.unfit", easy)
        )
    asked = _asked(facts["leaf"], facts["wanted"], easy)
    return say("condition.condition_failed", easy, answer=answer, asked=asked)


def _asked(leaf: IsTrue | OneOf | Within, wanted: bool, easy: bool) -> str:
    """What the condition asks instead; nothing more exact where the list would be long."""
    circumstance = CIRCUMSTANCES[leaf.fact]
    if isinstance(leaf, IsTrue):
        return say(f"condition.asked.{'yes' if wanted else 'no'}", easy)
    if isinstance(leaf, Within):
        allowed = (limits if wanted else outside_limits)(leaf, circumstance.unit, easy)
        return say("condition.asked", easy, allowed=allowed)
    choices = listing([circumstance.choices[value] for value in leaf.values], "ou")
    if len(choices.split()) > MOST_WORDS_OF_CHOICES or not wanted:
        return say("condition.unfit", easy)
    return say("condition.asked", easy, allowed=choices)


def _if_checked(code: str) -> Callable[[Facts, bool], str]:
    """As sure as the official page is read."""

    def write(facts: Facts, easy: bool) -> str:
        return say(f"condition.{code}{'' if facts['is_checked'] else '.unchecked'}", easy)

    return write


_WITH_FACTS: Mapping[str, Callable[[Facts, bool], str]] = {
    "condition_failed": _failed,
    "condition_met": lambda facts, easy: say(
        "condition.condition_met", easy, answer=_answer(facts, easy)
    ),
    "no_case_fits": _if_checked("no_case_fits"),
    "not_your_area": _if_checked("not_your_area"),
    "to_answer": lambda facts, easy: say(
        "condition.to_answer", easy, question=question_words(facts["fact"], easy)
    ),
}


def eligibility_sentence(reason: Reason, easy: bool = False) -> str:
    """The reason in French. KeyError for a code that has no sentence: a test checks them all."""
    write = _WITH_FACTS.get(reason.code)
    return write(reason.facts, easy) if write else say(f"condition.{reason.code}", easy)
