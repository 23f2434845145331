"""One reader for each question: what the message answers to it, or None when it does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from bot.orientation import answers
from bot.orientation.corrections import after_correction, after_error, is_correction, without_marks
from bot.orientation.list_answers import ranked, ranked_many, read_all
from bot.orientation.profile import CONDITIONS, HOURS, TRAINING, VEHICLES
from bot.orientation.sayings import asks_something
from bot.services.common_answers import as_list, declines, doubts, one_of, unanswered, yes_no
from bot.services.distance import minutes_of_km
from bot.services.picture_readers import picture_why, pictures
from bot.services.place_readers import commune, exact_address
from bot.services.portrait_reader import portrait
from bot.services.questions import (
    DECLINED,
    DONE,
    FACTS,
    MAX_CANDIDATES,
    UNKNOWN,
    Outcome,
    Reply,
    Situation,
)
from bot.services.scene_reader import scene
from bot.services.spark_readers import spark_way, statement

MINUTES_OFFERED = (15, 30, 45, 60)
"""Buttons of the question, in their order."""
Value = TypeVar("Value")
Reader = Callable[[Situation], Outcome | None]


def _consent(situation: Situation) -> Outcome | None:
    agreed = yes_no(situation)
    if agreed is None:
        return None
    if agreed == "yes":
        return Outcome({"consent": "yes"})
    kept = (*FACTS, "commune_candidates")
    told_before = {slot: None for slot in kept if situation.slots.get(slot) is not None}
    return Outcome({**told_before, "consent": None}, (Reply("utter_no_consent"),))


def _past_job(situation: Situation) -> Outcome | None:
    if situation.chosen == "none" or declines(situation) or doubts(situation):
        return Outcome({"past_job": DONE, "past_job_choice": DONE})
    if situation.slots.get("past_jobs") is not None and answers.read_done(situation.message.text):
        return Outcome({"past_job": DONE, "past_job_choice": DONE})
    recognised = situation.understanding.titles.recognise(situation.message.text)
    if recognised.never_worked:
        return Outcome({"past_job": DONE, "past_job_choice": DONE}, (Reply("utter_never_worked"),))
    candidates = _candidates(recognised.mentions)
    if candidates:
        slots = {"past_job": situation.message.text, "past_job_candidates": candidates}
        return Outcome({**slots, "past_job_choice": None})
    return None


def _candidates(mentions: Any) -> list[dict[str, Any]]:
    """The jobs to show back, each with the words it came from; a sure mention gives one job."""
    kept: dict[str, dict[str, Any]] = {}
    for mention in mentions:
        if mention.status == "unknown":
            continue
        count = 1 if mention.status == "sure" else 4
        for candidate in mention.candidates[:count]:
            kept.setdefault(
                candidate.rome_code,
                {
                    "said": mention.said,
                    "rome_code": candidate.rome_code,
                    "sure": mention.status == "sure",
                },
            )
    return list(kept.values())[:MAX_CANDIDATES]


def _past_job_choice(situation: Situation) -> Outcome | None:
    candidates = situation.slots.get("past_job_candidates") or []
    codes = _chosen_jobs(situation, candidates)
    if codes is None:
        return None
    known = list(situation.slots.get("past_jobs") or [])
    already = {job["rome_code"] for job in known}
    known += [
        {"said": c["said"], "rome_code": c["rome_code"]}
        for c in candidates
        if c["rome_code"] in codes and c["rome_code"] not in already
    ]
    again = {"past_job": None, "past_job_choice": None, "past_job_candidates": None}
    return Outcome({"past_jobs": known, **again})


def _chosen_jobs(situation: Situation, candidates: list[dict[str, Any]]) -> frozenset[str] | None:
    if unanswered(situation):
        return frozenset()
    if situation.chosen is not None:
        return frozenset(as_list(situation.chosen))
    one = ranked(situation.message.text, [c["rome_code"] for c in candidates])
    if one is not None:
        return frozenset({one})
    if read_all(situation.message.text):
        return frozenset(c["rome_code"] for c in candidates)
    agreed = answers.read_yes_no(situation.message.text)
    if agreed is False:
        return frozenset()
    sure = frozenset(c["rome_code"] for c in candidates if c["sure"])
    if agreed and sure:
        return sure
    named = situation.understanding.titles.recognise(situation.message.text)
    codes = {m.candidates[0].rome_code for m in named.mentions if m.candidates}
    return frozenset(codes & {c["rome_code"] for c in candidates}) or None


def _licence(situation: Situation) -> Outcome | None:
    value = _yes_no_or(situation, answers.read_licence)
    return None if value is None else Outcome({"licence": value})


def _vehicle(situation: Situation) -> Outcome | None:
    value = one_of(situation, VEHICLES) or unanswered(situation)
    if asks_something(situation.message.text):
        return Outcome({"vehicle": value}) if value else None
    value = value or _last_said(situation, answers.read_vehicle)
    value = value or ranked(situation.message.text, VEHICLES)
    return Outcome({"vehicle": value}) if value else None


def _public_transport(situation: Situation) -> Outcome | None:
    value = _yes_no_or(situation, answers.read_served)
    return None if value is None else Outcome({"public_transport": value})


def _yes_no_or(situation: Situation, read: Callable[[str], bool | None]) -> str | None:
    """The yes or no said, else what `read` hears. A correction says first what it corrects to:
    "non attends, j'ai le bus" is no "no"."""
    rest = situation.message.text
    if is_correction(rest):
        rest = without_marks(rest)
        said = answers.read_yes_no(rest)
        said = read(rest) if said is None else said
        if said is not None:
            return "yes" if said else "no"
    value = yes_no(situation)
    if value is not None:
        return value
    told = read(situation.message.text)
    return None if told is None else ("yes" if told else "no")


def _last_said(situation: Situation, read: Callable[[str], Value | None]) -> Value | None:
    """What is read behind a correction ("une heure, en fait 30 minutes"), else in all that is
    said."""
    words = after_correction(situation.message.text)
    found = read(words) if words else None
    return read(situation.message.text) if found is None else found


def _max_minutes(situation: Situation) -> Outcome | None:
    chosen = situation.chosen
    if chosen is not None and str(chosen).isdecimal():
        return Outcome({"max_minutes": int(chosen)})
    km = None if unanswered(situation) else answers.read_distance_km(situation.message.text)
    if km is not None:
        return _minutes_of_km(situation, km)
    value = unanswered(situation) or _last_said(situation, answers.read_minutes)
    if value is None and not situation.message.text.strip().isdecimal():
        value = ranked(situation.message.text, MINUTES_OFFERED)
    return None if value is None else Outcome({"max_minutes": value})


def _minutes_of_km(situation: Situation, km: float) -> Outcome:
    """A distance is a time for who travels in a known way; else the time is asked."""
    minutes = minutes_of_km(km, situation.slots)
    if minutes is None:
        return Outcome({"max_minutes": None}, (Reply("utter_km_without_way", {"km": f"{km:g}"}),))
    facts = {"km": f"{km:g}", "minutes": minutes}
    return Outcome({"max_minutes": minutes}, (Reply("utter_km_as_minutes", facts),))


def _hours_refused(situation: Situation) -> Outcome | None:
    return _refused(situation, HOURS, answers.read_hours_refused)


def _conditions_refused(situation: Situation) -> Outcome | None:
    return _refused(situation, CONDITIONS, answers.read_conditions_refused)


def _refused(
    situation: Situation,
    allowed: tuple[str, ...],
    read: Callable[[str], frozenset[str] | None],
) -> Outcome | None:
    if situation.chosen is not None and situation.chosen not in (UNKNOWN, DECLINED):
        values = [v for v in as_list(situation.chosen) if v in allowed]
        return Outcome({situation.question: values})
    given_up = unanswered(situation)
    if given_up:
        return Outcome({situation.question: given_up})
    words = after_error(situation.message.text)
    found = read(words) if words else None
    if found is None and not asks_something(situation.message.text):
        found = read(situation.message.text)
    if found is None and answers.read_yes_no(situation.message.text) is False:
        found = frozenset()
    if found is None:
        found = frozenset(ranked_many(situation.message.text, allowed)) or None
    return None if found is None else Outcome({situation.question: sorted(found)})


def _training(situation: Situation) -> Outcome | None:
    value = one_of(situation, TRAINING) or unanswered(situation)
    value = value or _last_said(situation, answers.read_training)
    value = value or ranked(situation.message.text, TRAINING)
    return None if value is None else Outcome({"training": value})


READERS: Mapping[str, Reader] = {
    "consent": _consent,
    "commune": commune,
    "exact_address": exact_address,
    "spark_way": spark_way,
    "pictures": pictures,
    "picture_why": picture_why,
    "scene": scene,
    "statement": statement,
    "portrait": portrait,
    "past_job": _past_job,
    "past_job_choice": _past_job_choice,
    "licence": _licence,
    "vehicle": _vehicle,
    "public_transport": _public_transport,
    "max_minutes": _max_minutes,
    "hours_refused": _hours_refused,
    "conditions_refused": _conditions_refused,
    "training": _training,
}
