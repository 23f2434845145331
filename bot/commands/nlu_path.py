"""A sentence goes the whole way that a person's does: pipeline, readers of the question, facts."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot import wiring
from bot.commands.catalogue_choice import Unusable
from bot.evaluation.understood import ANSWER, NOT_UNDERSTOOD, Heard
from bot.services import interview
from bot.services.questions import DECLINED, DONE, QUESTIONS, UNKNOWN, Message, Outcome, Situation
from bot.services.readers import READERS
from bot.services.told import told
from bot.services.understanding import Understanding

Parse = Callable[[str], Mapping[str, Any]]
FALLBACK = "nlu_fallback"
READ_FOR_FACTS = frozenset({ANSWER, FALLBACK, "affirm", "deny", "dont_know", "prefer_not"})
"""Intents whose action looks for a fact when no question waits."""
LEFT_ASIDE = frozenset({"prefer_not", "skip_question"})
BEFORE: Mapping[str, Any] = {
    "consent": "yes", "commune": "38053", "exact_address": "skipped", "spark_way": "statements",
    "statement": DONE, "portrait": DONE, "past_job": DONE, "past_job_choice": DONE,
    "licence": "no", "vehicle": "none", "public_transport": "no", "max_minutes": 30,
    "hours_refused": [], "conditions_refused": [], "training": "none",
}  # fmt: skip
"""What was answered before the question on screen."""


@dataclass(frozen=True)
class Case:
    """A row of the test set: see tests/evaluation/README.md."""

    text: str
    question: str
    intent: str
    slots: Mapping[str, Any]
    kind: str

    @property
    def expected(self) -> str:
        return self.intent or ANSWER


def read_cases(path: Path, split: str) -> tuple[Case, ...]:
    """The rows of a split. Raises Unusable when the file is not there."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["split"] == split]
    except FileNotFoundError as error:
        raise Unusable(
            "les phrases de test sont dans tests/ : lancez la commande dans une copie du projet."
        ) from error
    return tuple(
        Case(row["text"], row["question"], row["intent"], json.loads(row["slots"]), row["kind"])
        for row in rows
    )


def heard(cases: Sequence[Case], parse: Parse, understanding: Understanding) -> tuple[Heard, ...]:
    """What comes of each case at its question."""
    return tuple(_heard(case, parse(case.text), understanding) for case in cases)


def noisy(cases: Sequence[Case], noise: Callable[[str, int], str], seed: int) -> tuple[Case, ...]:
    """The same cases as hurried hands write them."""
    return tuple(replace(case, text=noise(case.text, seed)) for case in cases)


def _heard(case: Case, parsed: Mapping[str, Any], understanding: Understanding) -> Heard:
    intent, confidence = parsed["intent"]["name"], float(parsed["intent"]["confidence"] or 0.0)
    message = Message(case.text, intent, confidence)
    found = _understood(case, message, understanding)
    slots = dict(found.slots) if found else {}
    right = _are_right(case, slots, understanding) if case.slots else None
    return Heard(
        case.text, case.kind, case.expected, _label(case, message, found), confidence, right
    )


def _understood(case: Case, message: Message, understanding: Understanding) -> Outcome | None:
    """What the question's reader makes of it; None for a digression, and without a question."""
    if case.question not in READERS:
        if message.intent not in READ_FOR_FACTS:
            return None
        facts = told(Situation("", message, BEFORE, understanding))
        return Outcome(facts.slots) if facts.slots else None
    known = QUESTIONS[: QUESTIONS.index(case.question)]
    slots = {question: BEFORE.get(question) for question in known}
    deck, story = wiring.deck(), wiring.story()
    here = Situation(case.question, message, slots, understanding, deck=deck, story=story)
    outcome = interview.answer(here)
    return None if outcome.is_digression else outcome


def _label(case: Case, message: Message, found: Outcome | None) -> str:
    intent = str(message.intent)
    if found is None:
        is_free = case.question not in READERS and case.question not in ("", "after_jobs")
        if intent == FALLBACK:
            return ANSWER if is_free and case.expected == ANSWER else NOT_UNDERSTOOD
        return intent
    if found.slots.get("misses"):
        return NOT_UNDERSTOOD
    return _value_intent(case, message, found) or ANSWER


def _value_intent(case: Case, message: Message, found: Outcome) -> str | None:
    """The intent that the value kept stands for, when the sentence was to be one: "unknown"."""
    value = found.slots.get(case.question)
    is_none = value in (DONE, None) and not case.slots
    if case.expected == "dont_know" and (value == UNKNOWN or is_none):
        return case.expected
    if case.expected in LEFT_ASIDE and (value in (UNKNOWN, DECLINED) or is_none):
        return case.expected
    if case.expected in ("affirm", "deny"):
        is_yes = value in ("yes", DONE)
        return case.expected if is_yes is (case.expected == "affirm") else None
    return None


def _are_right(case: Case, slots: dict[str, Any], understanding: Understanding) -> bool:
    return all(_is_right(name, wanted, slots, understanding) for name, wanted in case.slots.items())


def _is_right(name: str, wanted: Any, slots: dict[str, Any], understanding: Understanding) -> bool:
    if name == "agreement":
        return bool(list((slots.get("statements") or {"": "absent"}).values())[-1] == wanted)
    if name == "past_jobs":
        return _are_jobs_found(wanted, slots, understanding)
    found = slots.get(name)
    if name == "commune":
        commune = understanding.catalogue.commune_by_code.get(str(found))
        return commune is not None and commune.name == wanted
    if isinstance(wanted, list):
        return isinstance(found, list) and set(found) == set(wanted)
    return bool(found == wanted)


def _are_jobs_found(wanted: Any, slots: dict[str, Any], understanding: Understanding) -> bool:
    """Whether each title of the case is among the jobs kept or shown back; [] is no job at all."""
    shown = [*(slots.get("past_job_candidates") or ()), *(slots.get("past_jobs") or ())]
    codes = {job["rome_code"] for job in shown}
    if not wanted:
        return not codes and slots.get("past_job") == DONE
    return all(_codes(title, understanding) & codes for title in wanted)


def _codes(title: str, understanding: Understanding) -> set[str]:
    mentions = understanding.titles.recognise(title).mentions
    return {one.rome_code for mention in mentions for one in mention.candidates[:4]}
