"""What is told to the team beside the interview: an opinion, or that something is no longer true.

The forms below ask their own questions, read their own answers, and never fill a slot of the
profile. Slot `aside`: which message opened one and what it said, and where the interview was then,
so that it is taken up there. The questions' slots hold what was said, or SKIPPED.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.contact_words import without_contacts
from bot.orientation.feedback_words import (
    FACES,
    HARD_FACES,
    JOB_REASONS,
    MIXED,
    OFFER_REASONS,
    SKIP,
    STOP,
    read_face,
    read_report_reason,
    read_way_out,
)
from bot.services.ports import Feedback, Opened
from bot.services.questions import SKIPPED, SURE_OF_DIGRESSION, URGENT, Message

FEEDBACK, REPORT = "feedback_form", "report_form"
ASIDES: Mapping[str, tuple[str, ...]] = {
    FEEDBACK: (
        "feedback_face",
        "feedback_keep",
        "feedback_improve",
        "feedback_start",
        "feedback_stop",
    ),
    REPORT: ("report_subject", "report_reason", "report_detail"),
}
NOTICE = "2026-11-27"
"""The day of the text that tells what becomes of it: utter_feedback_begins, utter_report_begins."""

HEARD_FIRST = URGENT | {"money_distress"}
"""What leads to humans, whatever the question: it is kept by nobody."""
WAYS_OUT = frozenset({
    "erase", "help", "repeat", "set_reading", "start_over", "talk_to_human", "why_question",
})  # fmt: skip
MOST_WORDS_OF_A_WAY_OUT = 4
LEAVES = frozenset({"go_back", "goodbye", "resume"})
REASONS = frozenset((*OFFER_REASONS, *JOB_REASONS))


@dataclass(frozen=True)
class Told:
    """What one message did. slots: to set. is_digression: it is for a rule (help, danger)."""

    slots: Mapping[str, Any] = field(default_factory=dict)
    is_digression: bool = False


def told(
    form: str,
    question: str,
    message: Message,
    slots: Mapping[str, Any],
    subject: str | None = None,
) -> Told:
    """What a message says at a question of an aside. Words that lead to humans come first.

    subject: the offer or job that its words name.
    """
    chosen = _chosen(question, message)
    way = chosen if chosen in (STOP, SKIPPED) else _way_out(question, message)
    if way == STOP:
        return Told({one: SKIPPED for one in ASIDES[form] if slots.get(one) is None})
    if chosen is None and _is_digression(message):
        return Told(is_digression=True)
    if way in (SKIP, SKIPPED):
        return Told({question: SKIPPED})
    if question == "report_subject" and subject is not None:
        return Told({question: subject})
    return Told(_answer(question, chosen, without_contacts(message.text)))


def _chosen(question: str, message: Message) -> str | None:
    is_own = message.entities.get("question") == question
    return str(message.entities["value"]) if is_own and "value" in message.entities else None


def _way_out(question: str, message: Message) -> str | None:
    """STOP, SKIP or None. A face may be told by "rien de bien": there, words are read first."""
    if message.text:
        return read_way_out(message.text)
    names_none = not message.entities.get("question")
    return STOP if message.intent in LEAVES and names_none else None


def _is_digression(message: Message) -> bool:
    """A button or a command of something else; danger; a way out in a few words, and sure.

    Everything else is what one tells the team: "aidez plus les gens" asks for no help.
    """
    if not message.text:
        return True
    is_sure = message.confidence >= SURE_OF_DIGRESSION
    if message.intent in HEARD_FIRST:
        return is_sure
    is_short = len(message.text.split()) <= MOST_WORDS_OF_A_WAY_OUT
    return is_sure and is_short and message.intent in WAYS_OUT


def _answer(question: str, chosen: str | None, text: str) -> dict[str, Any]:
    if question == "feedback_face":
        return _face(chosen, text)
    if question == "report_reason":
        return _reason(chosen, text)
    if question == "report_subject":
        return {"report_subject": chosen or SKIPPED, "report_detail": text or None}
    return {question: chosen or text}


def _face(chosen: str | None, text: str) -> dict[str, Any]:
    """More than a face is what one came to say: kept as what to keep, or else to improve."""
    face = chosen if chosen in FACES else read_face(text)
    if face is not None and len(text.split()) <= MOST_WORDS_OF_A_WAY_OUT:
        return {"feedback_face": face}
    is_praise = face is not None and face not in HARD_FACES and face != MIXED
    about = "feedback_keep" if is_praise else "feedback_improve"
    return {"feedback_face": face or SKIPPED, about: text or SKIPPED}


def _reason(chosen: str | None, text: str) -> dict[str, Any]:
    """Words that tell the reason are the line of one's own too."""
    if chosen in REASONS:
        return {"report_reason": chosen}
    return {"report_reason": read_report_reason(text) or "other", "report_detail": text or SKIPPED}


def beside(slots: Mapping[str, Any], loop: str | None) -> dict[str, Any]:
    """Where the interview is when a word to the team begins, for the slot `aside`.

    Inside another word to the team, it still is where it was before that one.
    """
    before = slots.get("aside") or {}
    paused = slots.get("paused_form")
    if loop in ASIDES or paused in ASIDES:
        return {key: before.get(key) for key in ("form", "is_paused", "moment")}
    return {"form": loop or paused, "is_paused": loop is None, "moment": _moment(slots)}


def _moment(slots: Mapping[str, Any]) -> str | None:
    asked = slots.get("requested_slot")
    return str(asked) if asked else "jobs" if slots.get("proposed") is not None else None


def opened(conversation_id: str, aside: Mapping[str, Any], catalogue: Catalogue) -> Opened:
    """The key and the circumstances of what is kept."""
    editions = ", ".join(f"{one.name} {one.edition}" for one in catalogue.editions)
    return Opened(conversation_id, str(aside["message_id"]), aside.get("moment"), editions, NOTICE)


def feedback_of(slots: Mapping[str, Any]) -> Feedback:
    """What was said so far."""
    return Feedback(*(said(slots.get(question)) for question in ASIDES[FEEDBACK]))


def said(value: Any) -> str | None:
    """What a slot of an aside holds; None when it was passed or not reached."""
    return None if value in (None, SKIPPED) else str(value)


def is_hard(feedback: Feedback) -> bool:
    """Whether it is first of all a criticism, to be thanked for as one."""
    return feedback.face in HARD_FACES


def emptied() -> dict[str, None]:
    """The slots of all asides, empty."""
    return dict.fromkeys((*ASIDES[FEEDBACK], *ASIDES[REPORT]))
