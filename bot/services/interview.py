"""The interview: its questions in order, how a message answers one, and how one goes back.

Everything here is a pure function of the slots and the message. Slots keep what was answered:
`licence`, `public_transport`: "yes", "no"; `vehicle`, `training`: values of the profile;
`max_minutes`: minutes as a number; `hours_refused`, `conditions_refused`: lists;
and for each of them UNKNOWN or DECLINED, which are answers too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.orientation import answers
from bot.orientation.profile import CONDITIONS, HOURS, TRAINING, VEHICLES
from bot.orientation.statements import next_statement
from bot.services.understanding import Understanding

UNKNOWN = "unknown"
DECLINED = "declined"
SKIPPED = "skipped"
DONE = "done"

FORMS: Mapping[str, tuple[str, ...]] = {
    "place_form": ("consent", "commune"),
    "interests_form": ("statement",),
    "experience_form": ("past_job", "past_job_choice"),
    "mobility_form": ("licence", "vehicle", "public_transport", "max_minutes"),
    "constraints_form": ("hours_refused", "conditions_refused", "training"),
}
QUESTIONS = tuple(question for form in FORMS.values() for question in form)
STEPS = tuple(q for q in QUESTIONS if q not in ("consent", "past_job_choice"))

URGENT = frozenset({"distress", "violence", "homeless"})
DIGRESSIONS = URGENT | {
    "ask_duration", "ask_jobs_source", "ask_price", "ask_privacy", "ask_who", "erase", "go_back",
    "goodbye", "greet", "help", "insult", "more_jobs", "out_of_scope", "refuse_job", "resume",
    "start_over", "talk_to_human", "thanks", "why_job", "why_question",
}  # fmt: skip
OPEN_QUESTIONS = frozenset({"commune", "past_job"})
SURE_OF_DIGRESSION = 0.6
MAX_CANDIDATES = 6


@dataclass(frozen=True)
class Message:
    """What the person sent, as Rasa understood it; a button gives entities and confidence 1."""

    text: str
    intent: str | None = None
    confidence: float = 0.0
    entities: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Reply:
    """A response of the domain to say, with the facts that fill its braces."""

    response: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What a message did: slots to set (empty: nothing), and what to say before the next question.

    is_digression: the message answers nothing and is for a rule (a question, a way out).
    """

    slots: Mapping[str, Any] = field(default_factory=dict)
    replies: tuple[Reply, ...] = ()
    is_digression: bool = False


@dataclass(frozen=True)
class Situation:
    """The question that was asked, the message, and what is known when it arrives."""

    question: str
    message: Message
    slots: Mapping[str, Any]
    understanding: Understanding

    @property
    def chosen(self) -> Any:
        """Value of the button, when the message is a button of this very question."""
        entities = self.message.entities
        if entities.get("question") != self.question:
            return None
        return entities.get("value", entities.get("values"))


Reader = Callable[[Situation], Outcome | None]


def answer(situation: Situation) -> Outcome:
    """What the message does at this question: an answer, a digression, or not understood."""
    message = situation.message
    is_sure = message.confidence >= SURE_OF_DIGRESSION
    if is_sure and message.intent in URGENT:
        return Outcome(is_digression=True)
    if is_sure and message.intent in DIGRESSIONS and situation.question in OPEN_QUESTIONS:
        return Outcome(is_digression=True)
    outcome = READERS[situation.question](situation)
    if outcome is not None:
        return _with_misses(outcome, 0)
    if message.intent in DIGRESSIONS:
        return Outcome(is_digression=True)
    return _not_understood(situation)


def _with_misses(outcome: Outcome, misses: int) -> Outcome:
    return Outcome({**outcome.slots, "misses": misses}, outcome.replies)


def _not_understood(situation: Situation) -> Outcome:
    misses = int(situation.slots.get("misses") or 0) + 1
    replies = [Reply(f"utter_ask_{situation.question}_again")]
    if misses >= 2:
        replies.append(Reply("utter_offer_human"))
    return Outcome({"misses": misses}, tuple(replies))


def _consent(situation: Situation) -> Outcome | None:
    agreed = _yes_no(situation)
    if agreed is None:
        return None
    if agreed == "yes":
        return Outcome({"consent": "yes"})
    return Outcome({"consent": None}, (Reply("utter_no_consent"),))


def _commune(situation: Situation) -> Outcome | None:
    catalogue = situation.understanding.catalogue
    chosen = situation.chosen
    if chosen in catalogue.commune_by_code:
        return _home(situation, chosen)
    found = situation.understanding.places.find(situation.message.text)
    if found.status == "found":
        return _home(situation, found.communes[0].insee_code)
    if found.status == "several":
        codes = [commune.insee_code for commune in found.communes]
        return Outcome({"commune": None, "commune_candidates": codes})
    if found.status == "outside":
        return Outcome({"commune": None}, (Reply("utter_commune_outside"),))
    return None


def _home(situation: Situation, insee_code: str) -> Outcome:
    name = situation.understanding.catalogue.commune_by_code[insee_code].name
    slots = {"commune": insee_code, "commune_candidates": None}
    return Outcome(slots, (Reply("utter_commune_noted", {"commune_name": name}),))


def _statement(situation: Situation) -> Outcome | None:
    given = dict(situation.slots.get("statements") or {})
    statement = next_statement(given)
    chosen = situation.chosen
    if statement is None or chosen == "skip":
        return Outcome({"statement": DONE})
    if chosen is not None:
        agreement = None if chosen == UNKNOWN else float(chosen)
    elif answers.read_dont_know(situation.message.text) or situation.message.intent == "dont_know":
        agreement = None
    else:
        agreement = answers.read_agreement(situation.message.text)
        if agreement is None:
            return None
    given[statement.statement_id] = agreement
    return Outcome({"statements": given, "statement": None if next_statement(given) else DONE})


def _past_job(situation: Situation) -> Outcome | None:
    if situation.chosen == "none" or _declines(situation) or _doubts(situation):
        return Outcome({"past_job": DONE, "past_job_choice": DONE})
    if situation.slots.get("past_jobs") and answers.read_yes_no(situation.message.text) is False:
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
    if situation.chosen is not None:
        return frozenset(_as_list(situation.chosen))
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
    value = _yes_no(situation) or _from_facts(situation, "has_licence_b")
    if value is None:
        return None
    return Outcome({"licence": value, **_other_mobility_facts(situation)})


def _vehicle(situation: Situation) -> Outcome | None:
    value = _one_of(situation, VEHICLES) or answers.read_vehicle(situation.message.text)
    value = value or _unanswered(situation)
    if value is None:
        return None
    slots = {"vehicle": value}
    if value == "car" and situation.slots.get("licence") == "yes":
        slots["public_transport"] = SKIPPED
    return Outcome(slots)


def _public_transport(situation: Situation) -> Outcome | None:
    value = _yes_no(situation) or _from_facts(situation, "has_public_transport")
    return None if value is None else Outcome({"public_transport": value})


def _from_facts(situation: Situation, name: str) -> str | None:
    value = answers.read_mobility(situation.message.text).get(name)
    return {True: "yes", False: "no"}.get(value) if value is not None else None


def _other_mobility_facts(situation: Situation) -> dict[str, Any]:
    """Facts that the same sentence gives about later questions ("mais plus de voiture")."""
    facts = answers.read_mobility(situation.message.text)
    slots: dict[str, Any] = {}
    if facts.get("vehicle"):
        slots["vehicle"] = facts["vehicle"]
    if facts.get("has_public_transport") is not None:
        slots["public_transport"] = "yes" if facts["has_public_transport"] else "no"
    if facts.get("max_minutes"):
        slots["max_minutes"] = facts["max_minutes"]
    return slots


def _max_minutes(situation: Situation) -> Outcome | None:
    chosen = situation.chosen
    if chosen is not None and str(chosen).isdecimal():
        return Outcome({"max_minutes": int(chosen)})
    value = answers.read_minutes(situation.message.text) or _unanswered(situation)
    return None if value is None else Outcome({"max_minutes": value})


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
        values = [v for v in _as_list(situation.chosen) if v in allowed]
        return Outcome({situation.question: values})
    unanswered = _unanswered(situation)
    if unanswered:
        return Outcome({situation.question: unanswered})
    found = read(situation.message.text)
    if found is None and answers.read_yes_no(situation.message.text) is False:
        found = frozenset()
    return None if found is None else Outcome({situation.question: sorted(found)})


def _training(situation: Situation) -> Outcome | None:
    value = _one_of(situation, TRAINING) or answers.read_training(situation.message.text)
    value = value or _unanswered(situation)
    return None if value is None else Outcome({"training": value})


READERS: Mapping[str, Reader] = {
    "consent": _consent,
    "commune": _commune,
    "statement": _statement,
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


def _yes_no(situation: Situation) -> str | None:
    if situation.chosen in ("yes", "no"):
        return str(situation.chosen)
    unanswered = _unanswered(situation)
    if unanswered:
        return unanswered
    said = answers.read_yes_no(situation.message.text)
    if said is None and not situation.message.entities:
        said = {"affirm": True, "deny": False}.get(situation.message.intent or "")
    return None if said is None else ("yes" if said else "no")


def _one_of(situation: Situation, allowed: tuple[str, ...]) -> str | None:
    return situation.chosen if situation.chosen in allowed else None


def _unanswered(situation: Situation) -> str | None:
    if _doubts(situation):
        return UNKNOWN
    return DECLINED if _declines(situation) else None


def _doubts(situation: Situation) -> bool:
    return situation.chosen == UNKNOWN or answers.read_dont_know(situation.message.text)


def _declines(situation: Situation) -> bool:
    return situation.chosen == DECLINED or answers.read_prefer_not(situation.message.text)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def form_of(question: str) -> str:
    """The Rasa form that asks the question."""
    return next(form for form, questions in FORMS.items() if question in questions)


def progress(slots: Mapping[str, Any]) -> tuple[int, int]:
    """(step in progress, number of steps), both from 1: the first step that has no answer yet."""
    for number, question in enumerate(STEPS, start=1):
        if slots.get(question) is None:
            return number, len(STEPS)
    return len(STEPS), len(STEPS)


def step_back(question: str | None, slots: Mapping[str, Any]) -> dict[str, Any]:
    """Slots that bring the interview back to the question before `question` (None: after the last).

    Statements and past jobs are taken back one by one. At the first question nothing changes.
    """
    if question == "statement" and slots.get("statements"):
        return {"statements": _without_last(slots["statements"]), "statement": None}
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
    if question == "statement":
        reopened["statements"] = _without_last(slots.get("statements") or {})
    if question == "past_job":
        reopened["past_job_choice"] = None
    if question == "vehicle" and slots.get("public_transport") == SKIPPED:
        reopened["public_transport"] = None
    return reopened


def reopened_question(reopened: Mapping[str, Any]) -> str:
    """The question that `step_back` reopened: the first one whose answer it takes away."""
    return next(q for q in QUESTIONS if q in reopened and reopened[q] is None)


def _without_last(given: Mapping[str, Any]) -> dict[str, Any]:
    return dict(list(given.items())[:-1])
