"""Which questions are worth asking for the slots as they are: the next statement, what is skipped,
and the one that can still change a list already shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.plausible_answers import PLAUSIBLE, STATEMENT
from bot.orientation.question_words import left_sentence
from bot.orientation.questionnaire import can_change, next_question, statement_to_ask
from bot.orientation.statements import STATEMENT_BY_ID, Statement
from bot.services.profile import profile_from_slots
from bot.services.questions import FORMS, SKIPPED, UNKNOWN

SKIPPABLE = ("public_transport",)
"""Licence and vehicle also decide which aids there are, minutes what a lever would open, and what a
person must avoid at work is a matter of safety: these are asked whatever they change."""
MOST_OFFERED = 2
"""After the jobs, a question is offered this many times in all: one may be tired of questions."""


@dataclass(frozen=True)
class QuestionLeft:
    """A question that can still change the list. sentence: why it matters, for the person."""

    question: str
    sentence: str


def statement_on_screen(
    catalogue: Catalogue, slots: Mapping[str, Any], seed: int
) -> Statement | None:
    """The statement that was asked and waits for its answer, else the one to ask; None: no more."""
    asked = STATEMENT_BY_ID.get(slots.get("statement_asked") or "")
    if asked is not None and asked.statement_id not in (slots.get("statements") or {}):
        return asked
    return statement_to_ask(catalogue, profile_from_slots(slots), seed)


def skipped(catalogue: Catalogue, slots: Mapping[str, Any], seed: int) -> dict[str, str]:
    """The next questions on mobility when no answer to them can change the first jobs.

    They stay open: going back past them, or another answer, asks them again.
    """
    found: dict[str, str] = {}
    profile = profile_from_slots(slots)
    for question in FORMS["mobility_form"]:
        if slots.get(question) is not None:
            continue
        if question not in SKIPPABLE or can_change(catalogue, profile, question, seed):
            break
        found[question] = SKIPPED
    return found


def question_left(
    catalogue: Catalogue, slots: Mapping[str, Any], seed: int, easy: bool = False
) -> QuestionLeft | None:
    """The open question that can still change the list most; None when none can, or enough were
    offered. What was declined or passed over, or offered before, is not asked again."""
    offered = slots.get("questions_offered") or []
    if len(offered) >= MOST_OFFERED:
        return None
    answered = (name for name in (STATEMENT, *PLAUSIBLE) if not _is_open(name, slots))
    asked = {*offered, *answered}
    found = next_question(catalogue, profile_from_slots(slots), asked, seed)
    if found is None:
        return None
    return QuestionLeft(found.question.name, left_sentence(found, easy))


def _is_open(question: str, slots: Mapping[str, Any]) -> bool:
    return slots.get(question) in (None, UNKNOWN, SKIPPED)
