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
from bot.orientation.labels import upper_first
from bot.orientation.offer import IsTrue, OneOf, Within

VERDICT_WORDS: Mapping[str, str] = {
    "yes": "Vous pourriez les demander",
    "to_check": "À vérifier",
    "no": "Pas ouvertes pour le moment",
}
MOST_WORDS_OF_CHOICES = 12
UNFIT = "Cela ne convient pas."
NO_CASE = "aucun des cas prévus ne correspond à vos réponses"

Facts = Mapping[str, Any]


def answer_words(fact: str, value: Value) -> str:
    """ "oui", "34 ans", "aucun enfant", "en intérim"; what a person answered."""
    circumstance = CIRCUMSTANCES[fact]
    if circumstance.kind == BOOLEAN:
        return "oui" if value else "non"
    if circumstance.kind == NUMBER:
        if value == INFINITY:
            return circumstance.none or ""
        return with_unit(float(value), circumstance.unit)
    return circumstance.choices.get(str(value), "autre") if value != OTHER else "autre"


def _answer(facts: Facts) -> str:
    """ "Votre âge : 34 ans." """
    fact = facts["leaf"].fact
    statement = upper_first(CIRCUMSTANCES[fact].statement.rstrip("."))
    return f"{statement} : {answer_words(fact, facts['answer'])}."


def _failed(facts: Facts) -> str:
    if not facts["is_checked"]:
        return f"{_answer(facts)} D'après nos informations, cela ne convient pas."
    if not facts["is_alone"]:
        return f"{_answer(facts)} {UNFIT}"
    return f"{_answer(facts)} {_asked(facts['leaf'], facts['wanted'])}"


def _asked(leaf: IsTrue | OneOf | Within, wanted: bool) -> str:
    """What the condition asks instead; nothing more exact where the list would be long."""
    circumstance = CIRCUMSTANCES[leaf.fact]
    if isinstance(leaf, IsTrue):
        return f"Il faudrait répondre {'oui' if wanted else 'non'}."
    if isinstance(leaf, Within):
        return f"Il faudrait : {(limits if wanted else outside_limits)(leaf, circumstance.unit)}."
    *first, last = (circumstance.choices[value] for value in leaf.values)
    choices = f"{', '.join(first)}{' ou ' if first else ''}{last}"
    is_long = len(choices.split()) > MOST_WORDS_OF_CHOICES
    return UNFIT if is_long or not wanted else f"Il faudrait : {choices}."


def _no_case(facts: Facts) -> str:
    start = "" if facts["is_checked"] else "d'après nos informations, "
    return f"{upper_first(start + NO_CASE)}."


def _not_your_area(facts: Facts) -> str:
    if facts["is_checked"]:
        return "Cette aide n'est pas prévue pour votre commune."
    return "D'après nos informations, cette aide n'est pas prévue pour votre commune."


SENTENCES: Mapping[str, Callable[[Facts], str]] = {
    "advisor_might": lambda f: "Un conseiller ou une conseillère pourrait la demander pour vous.",
    "answers_fit": lambda f: "D'après nos informations, vos réponses conviennent.",
    "answers_not_given": lambda f: (
        "Des réponses manquent : voyez-les avec un conseiller ou une conseillère."
    ),
    "area_to_check": lambda f: "Vérifiez que votre commune est dans la zone de cette aide.",
    "by_waves": lambda f: "Cette aide ouvre par vagues : vérifiez qu'une vague est ouverte.",
    "condition_failed": _failed,
    "condition_met": lambda f: f"{_answer(f)} C'est bon.",
    "conditions_open": lambda f: "Toutes les conditions ne sont pas connues : faites-les préciser.",
    "home_needed": lambda f: "Cette aide dépend de votre commune.",
    "no_case_fits": _no_case,
    "not_checked": lambda f: "La page officielle n'est pas encore relue : faites vérifier.",
    "not_your_area": _not_your_area,
    "offer_ended": lambda f: "Cette aide n'est plus proposée.",
    "offer_hidden": lambda f: "Je n'ai pas de source sûre pour cette aide.",
    "offer_suspended": lambda f: "Cette aide est suspendue pour le moment.",
    "to_answer": lambda f: f"Une réponse aiderait. {CIRCUMSTANCES[f['fact']].question}",
    "you_might": lambda f: "Vous pourriez demander cette aide.",
}


def eligibility_sentence(reason: Reason) -> str:
    """The reason in French. KeyError for a code that has no sentence: a test checks them all."""
    return SENTENCES[reason.code](reason.facts)
