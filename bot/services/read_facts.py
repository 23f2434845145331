"""What the product would keep of a sentence said at a question: the measure of understanding."""

from __future__ import annotations

from typing import Any

from bot.services import interview
from bot.services.questions import (
    DECLINED,
    DONE,
    FACTS,
    QUESTIONS,
    SKIPPED,
    UNKNOWN,
    Message,
    Situation,
)
from bot.services.told import LISTS, told
from bot.services.understanding import Understanding

YES_NO = ("licence", "public_transport")
"""Where not to know, or not to say, is a value of the answer; elsewhere it is none."""


def read_facts(
    understanding: Understanding,
    text: str,
    question: str = "",
    slots: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Slots that the sentence fills at this question; "" or "after_jobs": at none.

    `slots`: what is known before. The words alone are read: no intent. Beside the slots of the
    profile: "agreement" with a statement (1, 0.5, -1, None for no opinion), and "past_jobs" as a
    list of {"said", "rome_code"}, those to confirm included; empty: never worked.
    """
    known = dict(slots or {})
    if question not in QUESTIONS:
        known = dict.fromkeys(LISTS, []) | known
    asked = question if question in QUESTIONS else ""
    situation = Situation(asked, Message(text), known, understanding)
    if not asked:
        return _facts(dict(told(situation).slots))
    found = dict(interview.answer(situation).slots)
    return _facts(found) | _agreement(found, known) | _jobs(found)


def _facts(found: dict[str, Any]) -> dict[str, Any]:
    return {
        slot: value
        for slot, value in found.items()
        if slot in (*FACTS, "consent")
        and value not in (None, SKIPPED)
        and not (value in (UNKNOWN, DECLINED) and slot not in YES_NO)
    }


def _agreement(found: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    given, before = found.get("statements") or {}, known.get("statements") or {}
    new = [agreement for name, agreement in given.items() if name not in before]
    return {"agreement": new[0]} if new else {}


def _jobs(found: dict[str, Any]) -> dict[str, Any]:
    candidates = found.get("past_job_candidates")
    if candidates:
        return {"past_jobs": candidates}
    is_told_none = found.get("past_job") == DONE and not found.get("past_jobs")
    return {"past_jobs": []} if is_told_none else {}
