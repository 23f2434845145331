"""A message that tells facts beside the question on screen: they are kept, and it still waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.orientation.wording import words
from bot.services.questions import FORMS, GRAVE, Message, Outcome, Situation
from bot.services.told import Told

Read = Callable[[Situation], "Outcome | None"]
"""Reads the answer to the question; None when the message is not understood as one."""

WHOLE = frozenset({"picture_why"})
"""An open question about tastes, whose answer is all that is written."""
READS_THE_REST = frozenset({"consent", "exact_address", *FORMS["interests_form"]}) - WHOLE
"""Questions that a fact does not answer: its words would be taken for a yes, a no or a taste."""
SAID_WITH_A_FACT = frozenset({
    "affirm", "answer", "back_to_jobs", "deny", "dont_know", "go_back", "greet", "more_jobs",
    "out_of_scope", "refuse_job", "resume", "set_surprise", "thanks", "what_if",
})  # fmt: skip
"""What a sentence that tells a fact may sound like, without being it."""


def with_told(situation: Situation, told: Told, read: Read) -> Outcome | None:
    """The answer and the facts beside it; the facts alone, and the question comes back; or a
    digression, with the facts. Words of distress or anger are answered, nothing is kept of them."""
    if situation.message.intent in GRAVE:
        return read(situation)
    asked = _as_asked(situation, told)
    outcome = _beside_facts(read(asked), told) if asked is not None else None
    if outcome is None:
        return Outcome(told.slots, told.said({}))
    if outcome.is_digression:
        return Outcome(told.slots, told.said({}), is_digression=True)
    if situation.question == "consent" and outcome.slots.get("consent") != "yes":
        return outcome
    slots = {**told.beside(outcome.slots), **outcome.slots}
    return Outcome(slots, (*told.said(outcome.slots), *outcome.replies))


def _beside_facts(outcome: Outcome | None, told: Told) -> Outcome | None:
    """Without the past jobs that were seen in the words of a fact ("le permis B")."""
    found = outcome.slots.get("past_job_candidates") if outcome else None
    if outcome is None or not found:
        return outcome
    left = set(told.rest.split())
    kept = [one for one in found if left.intersection(words(one["said"]))]
    return replace(outcome, slots={**outcome.slots, "past_job_candidates": kept}) if kept else None


def _as_asked(situation: Situation, told: Told) -> Situation | None:
    """The message as the question's reader sees it; None when nothing in it can answer."""
    known = {slot: value for slot, value in told.slots.items() if slot != situation.question}
    situation = replace(situation, slots={**situation.slots, **known})
    message = situation.message
    if message.intent in SAID_WITH_A_FACT:
        message = replace(message, intent=None)
    if situation.question in READS_THE_REST:
        return _with_text(situation, message, told.rest) if told.rest else None
    is_open = situation.question in ("commune", "past_job", *FORMS["constraints_form"], *WHOLE)
    if is_open and not told.rest and situation.question not in told.slots:
        return None
    return replace(situation, message=message)


def _with_text(situation: Situation, message: Message, text: str) -> Situation:
    return replace(situation, message=replace(message, text=text))
