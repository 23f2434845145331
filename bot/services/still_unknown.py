"""What is not known yet of a person, what each answer would change, and how to ask it now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.eligibility_sentences import question_words
from bot.orientation.labels import lower_first
from bot.orientation.offer import Offer
from bot.orientation.phrases import say
from bot.orientation.plausible_answers import PLAUSIBLE, STATEMENT
from bot.orientation.questionnaire import SHORTEST, WORTH_ASKING, NextQuestion, value_of_each
from bot.orientation.statements import LONGEST
from bot.services.case import Case
from bot.services.choices import payload
from bot.services.offers_for_person import offers_for
from bot.services.questions import DECLINED, QUESTIONS, SKIPPED, UNKNOWN

WAITS, LATER, NOW = "waits", "later", "now"
"""When a question can be asked: it is on screen; the interview comes to it; at once."""
NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Unknown:
    """One open question. name: a question of the interview, or "circumstances.<fact>".

    state: NOT_ASKED, or what was answered instead: UNKNOWN, DECLINED, SKIPPED. when: WAITS, LATER
    or NOW. value: part of the first list that the answer changes, 0 to 1. jobs_depending: how many
    jobs are ruled out by some answers and not by others. offers: names of the support offers that
    the answer can still decide; decided: how many of them, on average, at once.
    """

    name: str
    question: str
    state: str = NOT_ASKED
    when: str = NOW
    value: float = 0.0
    jobs_depending: int = 0
    offers: tuple[str, ...] = ()
    decided: float = 0.0

    @property
    def asking(self) -> tuple[str, str]:
        """The payload that asks it in the conversation, and what both screens read of that."""
        title = say("understood.ask", question=lower_first(self.question))
        slot, _, fact = self.name.partition(".")
        if fact:
            return payload("tell_circumstance", fact=fact), title
        return payload("go_back", question=slot), title


@dataclass(frozen=True)
class StillUnknown:
    """for_jobs: questions that change which jobs are shown, best first; those that would change
    nothing last. for_offers: those that decide support offers, best first."""

    for_jobs: tuple[Unknown, ...]
    for_offers: tuple[Unknown, ...]

    def named(self, name: str) -> Unknown | None:
        """The open question of this name; None when it is not open, or not any more."""
        return next((one for one in (*self.for_jobs, *self.for_offers) if one.name == name), None)


def still_unknown(case: Case, catalogue: Catalogue, offers: Iterable[Offer]) -> StillUnknown:
    """Every open question of a case. Tries every plausible answer: some tens of milliseconds."""
    return StillUnknown(tuple(_for_jobs(case, catalogue)), tuple(_for_offers(case, tuple(offers))))


def _for_jobs(case: Case, catalogue: Catalogue) -> Iterator[Unknown]:
    """Of the statements only the one worth most. What one prefers not to say is at the end, and is
    not asked again."""
    slots, person = case.slots, case.person
    answered = [name for name in (STATEMENT, *PLAUSIBLE) if not _is_open(name, slots)]
    found = value_of_each(catalogue, person.profile, answered, person.seed)
    statements = [one for one in found if one.question.name == STATEMENT]
    left = statements[:1] if _is_asked_more(statements, len(person.profile.statements)) else []
    kept = [one for one in found if one.question.name != STATEMENT or one in left]
    yield from (_worth(one, case) for one in kept)


def _is_asked_more(statements: Sequence[NextQuestion], answered: int) -> bool:
    """Whether the interview would ask one more statement, as statement_to_ask decides."""
    if not statements or answered >= LONGEST:
        return False
    return statements[0].value >= WORTH_ASKING or answered < SHORTEST


def _worth(one: NextQuestion, case: Case) -> Unknown:
    name = one.question.name
    return Unknown(
        name,
        say(f"question.asked.{name}"),
        _state(case.slots.get(name)),
        _when(name, case),
        one.value,
        one.jobs_depending,
    )


def _state(value: Any) -> str:
    return value if value in (UNKNOWN, SKIPPED) else NOT_ASKED


def _is_open(question: str, slots: Mapping[str, Any]) -> bool:
    """What was declined is not asked again; past jobs and statements may always be completed."""
    return slots.get(question) != DECLINED


def _when(name: str, case: Case) -> str:
    """Only what comes before the question that waits can be asked at once: it waits on then, and is
    asked after. What comes after it has its time."""
    waiting = case.question
    if waiting is None:
        return NOW if case.slots.get("consent") == "yes" else LATER
    if waiting not in QUESTIONS or waiting == "consent":
        return LATER
    if waiting == name:
        return WAITS
    return NOW if QUESTIONS.index(name) < QUESTIONS.index(waiting) else LATER


def _for_offers(case: Case, offers: tuple[Offer, ...]) -> Iterator[Unknown]:
    person = case.person
    names = {offer.offer_id: offer.name for offer in offers}
    found = offers_for(offers, person.profile, person.circumstances, person.today)
    asked = (case.slots.get("asked_circumstance") or {}).get("fact")
    for one in found.questions:
        yield Unknown(
            f"circumstances.{one.fact}",
            question_words(one.fact),
            when=_when_told(one.fact, asked, case),
            offers=tuple(names[offer_id] for offer_id in one.offer_ids),
            decided=one.decided,
        )


def _when_told(fact: str, asked: str | None, case: Case) -> str:
    """A question on aids is asked when no other one waits."""
    if fact == asked:
        return WAITS
    is_free = case.question is None and case.slots.get("consent") == "yes"
    return NOW if is_free else LATER
