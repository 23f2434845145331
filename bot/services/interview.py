"""The interview: how a message answers a question, how far one is, how one goes back.

Pure functions of the slots and the message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.orientation.feedback_words import asks_to_tell, names_what_is_shown
from bot.orientation.game import Story
from bot.orientation.help_words import asks_for_help, theme_codes
from bot.orientation.question_names import named_question
from bot.orientation.sayings import heard, phrases
from bot.orientation.spark_words import read_way
from bot.orientation.taste_words import names_setting
from bot.services import spark
from bot.services.beside import with_told
from bot.services.correcting import corrected
from bot.services.questions import (
    DIGRESSIONS,
    FORMS,
    GRAVE,
    HEARD_FIRST,
    HELP,
    LIKE_ANSWERS,
    LIKE_TASTES,
    NEEDED,
    NO_STORY,
    OPEN_QUESTIONS,
    QUESTIONS,
    SKIPPED,
    STEPS,
    SURE_OF_DIGRESSION,
    TASTE_QUESTIONS,
    Message,
    Outcome,
    Reply,
    Situation,
)
from bot.services.readers import READERS
from bot.services.scene_reader import names_a_choice
from bot.services.spark_progress import SPARK_STEPS, step_within
from bot.services.told import Told, told
from bot.services.what_to_ask import skipped

_ASKS_WHY = phrases("pourquoi|quoi|expliqu\\w+|comment|details?|dites|consiste|trouve")
_THANKS = re.compile(
    r"[\s,;.!]*\bmerci+(?:\s+(?:beaucoup|bien|infiniment|d[’']avance|[àa]\s+(?:vous|toi)))*[\s.!]*$",
    re.IGNORECASE,
)
_TELLS_WORK = phrases(
    "j (?:etais|ai (?:ete|fait|travaille|bosse|taffe)|m occupais)",
    "je (?:faisais|travaillais|bossais|gardais|m occupais)",
    "^moi (?!je (?:veux|voudrais|cherche))",
)


def answer(situation: Situation) -> Outcome:
    """What the message does at this question: an answer, a digression, or not understood; and the
    facts that it tells beside, at any question.

    Where tastes are asked, "pas dehors" and "pas en équipe" are tastes, not limits. A correction
    (correcting.py) changes what was understood before, and the question waits on.
    """
    correction = corrected(situation)
    if correction is not None:
        return correction
    is_taste = situation.question in TASTE_QUESTIONS and names_setting(situation.message.text)
    beside = Told() if is_taste else told(situation)
    if not beside and asked_by_name(situation.message.text, situation.slots, situation.question):
        return Outcome(is_digression=True, goes_back=True)
    outcome = with_told(situation, beside, _read) if beside else _read(situation)
    if outcome is None:
        return _not_understood(situation)
    return outcome if outcome.is_digression else _with_misses(_with_skipped(situation, outcome), 0)


def _read(situation: Situation) -> Outcome | None:
    message = situation.message
    if not message.text and message.intent in DIGRESSIONS:
        return Outcome(is_digression=True)
    is_sure = message.confidence >= SURE_OF_DIGRESSION
    if is_sure and message.intent in HEARD_FIRST and not _asks_for_a_way(message, situation):
        return Outcome(is_digression=True)
    answered = _before_thanks(situation)
    if answered is not None:
        return answered
    if _comes_first(situation, is_sure):
        return Outcome(is_digression=True)
    outcome = READERS[situation.question](situation)
    if outcome is None and message.intent in DIGRESSIONS:
        return Outcome(is_digression=True) if is_sure or message.intent not in GRAVE else None
    return outcome


def _before_thanks(situation: Situation) -> Outcome | None:
    """ "Privas, merci à toi" is an answer said politely: what stands before the thanks is read.
    None for thanks alone, and where nothing before them answers."""
    message = situation.message
    rest = _THANKS.sub("", message.text)
    if message.intent != "thanks" or not rest or rest == message.text:
        return None
    if situation.question not in OPEN_QUESTIONS:
        return None
    read = READERS[situation.question]
    return read(replace(situation, message=replace(message, text=rest, intent=None)))


def _asks_for_a_way(message: Message, situation: Situation) -> bool:
    """ "Plutôt des phrases" among the ways to tell tastes is no wish for easy phrases."""
    return (
        message.intent == "set_reading"
        and situation.question in FORMS["interests_form"]
        and read_way(message.text) is not None
    )


def _comes_first(situation: Situation, is_sure: bool) -> bool:
    """Whether a digression is heard before an answer is looked for in the same words.

    Asking for help often names a place, a job or a vehicle ("une aide pour le permis"), and a job
    may sound like help ("aide à domicile"): there, the way of asking decides at every question.
    "Et boulanger ?" asks about a job of the list, or tells another past job. Tastes are told in
    words that may sound like other subjects ("j'aime pas ça"): there, only a question is one.
    """
    message, question = situation.message, situation.question
    if message.intent in HELP:
        return asks_for_help(message.text) and not _acts(situation)
    if message.intent == "why_job" and not _ASKS_WHY.search(heard(message.text)):
        return False
    if message.intent in LIKE_ANSWERS:
        return False
    if message.intent == "report_stale":
        return is_sure and names_what_is_shown(message.text)
    if message.intent == "give_feedback":
        return is_sure and asks_to_tell(message.text)
    if question == "past_job" and message.intent == "out_of_scope" and _tells_work(message):
        return False
    if question in TASTE_QUESTIONS and message.intent in LIKE_TASTES:
        return is_sure and message.text.rstrip().endswith("?")
    is_open = question in OPEN_QUESTIONS or question in TASTE_QUESTIONS
    return is_sure and message.intent in DIGRESSIONS and is_open


def _acts(situation: Situation) -> bool:
    """Whether words tell what one does in the story: "je demande de l'aide aux voisins". Help with
    a subject of aids ("pour le permis") is asked for in earnest."""
    text = situation.message.text
    is_asking = text.rstrip().endswith("?") or bool(theme_codes(text))
    return situation.question == "scene" and not is_asking and names_a_choice(situation)


def _tells_work(message: Message) -> bool:
    """Whether one tells what one did, with as few words as one has: "moi couturière au pays"."""
    return bool(_TELLS_WORK.search(heard(message.text)))


def _with_skipped(situation: Situation, outcome: Outcome) -> Outcome:
    """An answer on mobility may leave nothing to learn from the next questions on it."""
    if situation.question not in FORMS["mobility_form"]:
        return outcome
    slots = {**situation.slots, situation.question: None, **outcome.slots}
    gone = skipped(situation.understanding.catalogue, slots, situation.seed)
    return Outcome({**outcome.slots, **gone}, outcome.replies)


def _with_misses(outcome: Outcome, misses: int) -> Outcome:
    return Outcome({**outcome.slots, "misses": misses}, outcome.replies)


def _not_understood(situation: Situation) -> Outcome:
    """A second time in a row a person is offered, a third time the question may be left aside."""
    misses = int(situation.slots.get("misses") or 0) + 1
    replies = [Reply(f"utter_ask_{situation.question}_again")]
    if misses > 2 and situation.question not in NEEDED:
        replies.append(Reply("utter_offer_skip"))
    elif misses >= 2:
        replies.append(Reply("utter_offer_human"))
    return Outcome({"misses": misses}, tuple(replies))


def form_of(question: str) -> str:
    """The Rasa form that asks the question."""
    return next(form for form, questions in FORMS.items() if question in questions)


WAITING = {"commune": "address_text", "past_job": "past_job_candidates"}
"""Slots that, filled, keep a step open although its own slot has a value."""


def progress(slots: Mapping[str, Any], story: Story = NO_STORY) -> tuple[int, int]:
    """(step in progress, number of steps), both from 1: the first step that has no answer yet.

    An address that waits belongs to the question of the commune, jobs to choose among to that of
    past jobs. Tastes are SPARK_STEPS steps, whatever ways are taken to tell them.
    """
    more, total = SPARK_STEPS - 1, len(STEPS) + SPARK_STEPS - 1
    for number, question in enumerate(STEPS, start=1):
        is_waiting = slots.get(WAITING.get(question, ""))
        if slots.get(question) is None or is_waiting:
            if question == "portrait":
                return number + step_within(slots, story), total
            return number + more * (number > STEPS.index("portrait") + 1), total
    return total, total


def step_back(question: str | None, slots: Mapping[str, Any]) -> dict[str, Any]:
    """Slots that bring the interview back to the question before `question` (None: after the last).

    Tastes and past jobs are taken back one by one. At the first question nothing changes.
    """
    if question == "commune" and slots.get("commune_candidates"):
        return {"commune_candidates": None, "commune": None, "address_text": None}
    if question == "exact_address":
        return _reopened("commune", slots)
    if question in FORMS["interests_form"]:
        return spark.step_back(question, slots) or _reopened(
            _question_before("portrait", slots), slots
        )
    if question == "past_job_choice":
        return {"past_job": None, "past_job_candidates": None}
    if question == "past_job" and slots.get("past_jobs"):
        return {"past_jobs": slots["past_jobs"][:-1] or None, "past_job": None}
    return _reopened(_question_before(question, slots), slots)


def _question_before(question: str | None, slots: Mapping[str, Any]) -> str | None:
    order = [q for q in STEPS if slots.get(q) not in (None, SKIPPED)]
    if question in STEPS:
        order = [q for q in order if STEPS.index(q) < STEPS.index(question)]
    return order[-1] if order else None


def _reopened(question: str | None, slots: Mapping[str, Any]) -> dict[str, Any]:
    if question is None:
        return {}
    reopened: dict[str, Any] = {question: None}
    if question == "commune":
        reopened |= {"exact_address": None, "address_text": None, "home_point": None}
    if question == "portrait":
        reopened = spark.portrait_again(slots)
    if question == "past_job":
        reopened["past_job_choice"] = None
    later = QUESTIONS[QUESTIONS.index(question) + 1 :]
    return reopened | {q: None for q in later if q in STEPS and slots.get(q) == SKIPPED}


def reopened_question(reopened: Mapping[str, Any]) -> str:
    """The question that `step_back` reopened: the first one whose answer it takes away."""
    return next(q for q in QUESTIONS if q in reopened and reopened[q] is None)


def asked_by_name(text: str, slots: Mapping[str, Any], question: str | None) -> str | None:
    """The answered question that a message asks to answer again, by its name; None: none, or the
    one that is asked right now ("je veux changer ma commune")."""
    named = named_question(text)
    is_answered = named is not None and slots.get(named) is not None
    return named if is_answered and named != question and question != "consent" else None


def asked_again(question: str, slots: Mapping[str, Any]) -> dict[str, Any]:
    """Slots that open one question again and take nothing else back."""
    opened: dict[str, Any] = {question: None}
    if question in spark.WAY_OF:
        return spark.way_opened(spark.WAY_OF[question], slots)
    if question == "commune":
        opened |= {"exact_address": None, "address_text": None}
    if question == "past_job":
        opened["past_job_choice"] = None
    return opened
