"""A fact that was understood is corrected, or taken back, whatever question waits.

The correction goes through the conversation as a message whose payload the server writes:
`/answer{"question": "correction", "fact": "licence", "value": "yes"}`. Facts are named as in
fact_words.py. value: as the question's own button gives it; null takes the fact back. The question
that waits is asked again, unless it is the one that was answered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.orientation.circumstance_answers import (
    DECLINED,
    UNKNOWN,
    WrongAnswer,
    read_circumstances,
)
from bot.orientation.circumstances import CIRCUMSTANCES, NUMBER
from bot.orientation.labels import quote
from bot.orientation.phrases import say
from bot.orientation.profile import CONDITIONS, HOURS, REFUSAL_REASONS, SURPRISE
from bot.orientation.reading_words import EASY
from bot.orientation.taste_words import read_tastes, taste_evidence
from bot.services import fact_words, spark
from bot.services.choices import payload
from bot.services.fact_words import fact_name, slot_and_key
from bot.services.profile_json import LONGEST_WORDS, MOST_MINUTES
from bot.services.questions import FACTS, Message, Outcome, Reply, Situation
from bot.services.readers import READERS
from bot.services.understanding import Understanding

CORRECTION = "correction"
"""In the place of a question: this message is no answer to what is asked now."""
AGREEMENTS = (1.0, 0.5, -1.0)
KEPT = "kept"
UNRANKED = frozenset({"circumstances", "kept"})
"""Slots that no list of jobs depends on."""
BOXES = {"hours_refused": HOURS, "conditions_refused": CONDITIONS}


class WrongCorrection(ValueError):
    """The correction cannot be made; the message, in French, says what to do."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(say(f"understood.wrong.{code}", False, **facts))


@dataclass(frozen=True)
class Asked:
    """What is to be corrected: one entry of a slot (key), or all of it (key is empty)."""

    slot: str
    key: str
    value: Any
    slots: Mapping[str, Any]
    understanding: Understanding

    @property
    def wrong(self) -> WrongCorrection:
        fact = f"{self.slot}.{self.key}" if self.key else self.slot
        return WrongCorrection("value", name=quote(fact_name(fact)))


@dataclass(frozen=True)
class Correction:
    """payload: what goes to the conversation. title: what both screens read of it."""

    payload: str
    title: str


def correction(
    fact: str,
    value: Any,
    slots: Mapping[str, Any],
    understanding: Understanding,
    easy: bool = False,
) -> Correction:
    """The message that makes a correction. Raises WrongCorrection when it cannot be made."""
    corrected_slots(fact, value, slots, understanding)
    said = _told(fact, value, slots, understanding, easy)
    return Correction(
        payload("answer", question=CORRECTION, fact=fact, value=value),
        say("understood.correction", easy, facts=said),
    )


def corrected(situation: Situation) -> Outcome | None:
    """What a message that corrects does; None when the message is no correction.

    One that cannot be made any more changes nothing, and says so.
    """
    given = situation.message.entities
    if given.get("question") != CORRECTION:
        return None
    fact, value = str(given.get("fact")), given.get("value")
    slots, understanding = situation.slots, situation.understanding
    try:
        changed = corrected_slots(fact, value, slots, understanding)
    except WrongCorrection:
        return Outcome({}, (Reply("utter_correction_gone"),))
    said = _told(fact, value, slots, understanding, slots.get("reading") == EASY)
    return Outcome(changed, (Reply("utter_noted", {"facts": said}),))


def corrected_slots(
    fact: str, value: Any, slots: Mapping[str, Any], understanding: Understanding
) -> dict[str, Any]:
    """The slots as the correction leaves them, only those that it sets.

    Raises WrongCorrection: no agreement yet, an unknown fact, a value that its question does not
    have, or an entry that is not there any more.
    """
    if slots.get("consent") != "yes":
        raise WrongCorrection("consent")
    slot, key = slot_and_key(fact)
    change = _CHANGES.get(slot)
    if change is None:
        raise WrongCorrection("line")
    return change(Asked(slot, key, value, slots, understanding))


def _told(
    fact: str, value: Any, slots: Mapping[str, Any], understanding: Understanding, easy: bool
) -> str:
    slot, key = slot_and_key(fact)
    if slot == "choices" and key:
        piece = next(one for one in slots["choices"] if _piece_key(one) == key)
        value = {**piece, "is_gone": True}
    return fact_words.told(fact, value, understanding.catalogue, easy)


def _answer(asked: Asked) -> dict[str, Any]:
    """As the button of the question does; without a value, the question has no answer any more."""
    if asked.key or not _is_possible(asked):
        raise asked.wrong
    given = UNKNOWN if asked.value is None else asked.value
    message = Message("", "answer", 1.0, {"question": asked.slot, "value": given})
    situation = Situation(asked.slot, message, asked.slots, asked.understanding)
    outcome = READERS[asked.slot](situation)
    if outcome is None or outcome.slots.get(asked.slot) is None:
        raise asked.wrong
    return dict(outcome.slots)


def _is_possible(asked: Asked) -> bool:
    """What the readers take as it comes, since buttons bring nothing else."""
    if asked.value in (None, UNKNOWN, DECLINED):
        return True
    if asked.slot in BOXES:
        boxes = asked.value if isinstance(asked.value, list) else [None]
        return all(one in BOXES[asked.slot] for one in boxes)
    if asked.slot == "max_minutes":
        text = str(asked.value)
        return text.isdecimal() and 1 <= int(text) <= MOST_MINUTES
    return isinstance(asked.value, str)


def _past_jobs(asked: Asked) -> dict[str, Any]:
    """One more, another in its place, or one less."""
    known = list(asked.slots.get("past_jobs") or ())
    codes = [job["rome_code"] for job in known]
    if asked.key and asked.key not in codes:
        raise WrongCorrection("gone")
    place = codes.index(asked.key) if asked.key else len(known)
    if asked.value is None:
        del known[place : place + 1]
        return {"past_jobs": known or None}
    job = _job_given(asked)
    if job["rome_code"] in (*codes[:place], *codes[place + 1 :]):
        raise WrongCorrection("job_twice")
    known[place : place + 1] = [job]
    return {"past_jobs": known}


def _job_given(asked: Asked) -> dict[str, str]:
    value = asked.value if isinstance(asked.value, Mapping) else {}
    code, said = value.get("rome_code"), str(value.get("said") or "").strip()
    if code not in asked.understanding.catalogue.job_by_code:
        raise WrongCorrection("job")
    if not 0 < len(said) <= LONGEST_WORDS:
        raise WrongCorrection("said", count=LONGEST_WORDS)
    return {"said": said, "rome_code": code}


def _statement(asked: Asked) -> dict[str, Any]:
    told = dict(asked.slots.get("statements") or {})
    if asked.key not in told:
        raise WrongCorrection("gone")
    if asked.value is not None and asked.value not in AGREEMENTS:
        raise asked.wrong
    return {"statements": {**told, asked.key: asked.value}}


def _taste(asked: Asked) -> dict[str, Any]:
    """One piece less; or tastes in words, which settle what they contradict."""
    if not asked.key:
        return _tastes_in_words(asked)
    keys = {_piece_key(one) for one in asked.slots.get("choices") or ()}
    if asked.key not in keys:
        raise WrongCorrection("gone")
    if asked.value is not None:
        raise asked.wrong
    left = spark.without_pieces(asked.slots, {asked.key})
    return {name: value for name, value in left.items() if asked.slots.get(name)}


def _tastes_in_words(asked: Asked) -> dict[str, Any]:
    text = asked.value if isinstance(asked.value, str) else ""
    tastes = read_tastes(text) if 0 < len(text) <= LONGEST_WORDS else ()
    if not tastes:
        raise WrongCorrection("tastes")
    return spark.with_pieces(asked.slots, [taste_evidence(taste) for taste in tastes])


def _piece_key(piece: Mapping[str, Any]) -> str:
    return f"{piece['kind']}:{piece['source_id']}"


def _circumstance(asked: Asked) -> dict[str, Any]:
    """Unlike the others, an answer taken back may be asked again; "je ne sais pas" is not."""
    told = {**(asked.slots.get("circumstances") or {})}
    if asked.key not in CIRCUMSTANCES:
        raise asked.wrong
    if asked.value is None:
        told.pop(asked.key, None)
        return {"circumstances": told or None}
    try:
        read_circumstances({asked.key: asked.value})
    except WrongAnswer as error:
        if CIRCUMSTANCES[asked.key].kind != NUMBER:
            raise asked.wrong from error
        raise WrongCorrection(
            "number", name=quote(fact_name(f"circumstances.{asked.key}"))
        ) from error
    return {"circumstances": {**told, asked.key: asked.value}}


def _refusal(asked: Asked) -> dict[str, Any]:
    """The job comes back into the list, or another reason is kept."""
    refusals = list(asked.slots.get("refusals") or ())
    if asked.key not in {one["rome_code"] for one in refusals}:
        raise WrongCorrection("gone")
    left = [one for one in refusals if one["rome_code"] != asked.key]
    if asked.value is None:
        return {"refusals": left or None}
    if asked.value not in REFUSAL_REASONS:
        raise asked.wrong
    return {"refusals": [*left, {"rome_code": asked.key, "reason": asked.value}]}


def _kept(asked: Asked) -> dict[str, Any]:
    kept = [code for code in asked.slots.get("kept") or () if code != asked.key]
    if asked.key not in asked.understanding.catalogue.job_by_code:
        raise WrongCorrection("gone")
    if asked.value not in (None, KEPT):
        raise asked.wrong
    return {"kept": kept if asked.value is None else [*kept, asked.key]}


def _surprise(asked: Asked) -> dict[str, Any]:
    if asked.key or asked.value not in (None, *SURPRISE):
        raise asked.wrong
    return {"surprise": asked.value}


_CHANGES: Mapping[str, Callable[[Asked], dict[str, Any]]] = {
    **dict.fromkeys((fact for fact in FACTS if fact != "past_jobs"), _answer),
    "past_jobs": _past_jobs,
    "statements": _statement,
    "choices": _taste,
    "circumstances": _circumstance,
    "refusals": _refusal,
    "kept": _kept,
    "surprise": _surprise,
}
