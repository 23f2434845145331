"""Use case: the support offers for a person, in three states, and what to ask next."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.orientation.circumstance_answers import Circumstances
from bot.orientation.circumstances import CIRCUMSTANCES
from bot.orientation.deciding_question import deciding_questions
from bot.orientation.eligibility import is_elsewhere
from bot.orientation.eligibility_sentences import eligibility_sentence, question_words
from bot.orientation.offer import Offer
from bot.orientation.offer_ranking import RankedOffer, ranked_offers
from bot.orientation.offer_sentences import notice
from bot.orientation.person_facts import facts_known
from bot.orientation.profile import Profile
from bot.orientation.publication import PROPOSABLE, level_of
from bot.orientation.question_order import Question


@dataclass(frozen=True)
class OffersForPerson:
    """ranked: those that may be proposed here, best first. elsewhere: names of those that other
    places give. questions: what to ask, best first; the first decides the most at once."""

    ranked: tuple[RankedOffer, ...]
    elsewhere: tuple[str, ...]
    questions: tuple[Question, ...]


def offers_for(
    offers: Iterable[Offer],
    profile: Profile,
    circumstances: Circumstances,
    today: datetime.date,
    lever: str | None = None,
) -> OffersForPerson:
    """lever: only the offers that give it, one of levers.LEVERS; None = all."""
    home, not_asked = profile.insee_code, circumstances.not_asked
    facts = facts_known(profile, circumstances.facts, today)
    chosen = [offer for offer in offers if lever is None or lever in offer.levers]
    return OffersForPerson(
        ranked_offers(chosen, facts, home, today, not_asked),
        tuple(offer.name for offer in chosen if _is_given_elsewhere(offer, home, today)),
        deciding_questions(chosen, facts, home, today, not_asked),
    )


def _is_given_elsewhere(offer: Offer, home: str | None, today: datetime.date) -> bool:
    return level_of(offer, today) in PROPOSABLE and is_elsewhere(offer, home)


def offer_as_dict(one: RankedOffer) -> dict[str, Any]:
    """A ranked offer for a program, with its French sentences; unknown is null or empty."""
    question = one.eligibility.question
    return {
        "offer_id": one.offer.offer_id,
        "name": one.published.name,
        "provider": one.published.provider,
        "verdict": one.eligibility.verdict,
        "caution": notice(one.published),
        "reasons": [
            {"code": reason.code, "side": reason.side, "text": eligibility_sentence(reason)}
            for reason in one.eligibility.reasons
        ],
        "missing": one.eligibility.missing,
        "question": question_words(question) if question else None,
        "levers": one.offer.levers,
        "asked_by": one.asked_by,
        "needs_professional": one.needs_professional,
        "deadline": one.deadline,
        "papers": one.papers,
        "url": one.published.url,
    }


def question_as_dict(question: Question) -> Mapping[str, Any]:
    """A question for a program.

    choices: code -> words, of a choice. none: the words of "I have none", where that may be said.
    """
    circumstance = CIRCUMSTANCES[question.fact]
    return {
        "fact": question.fact,
        "text": question.text,
        "kind": circumstance.kind,
        "unit": circumstance.unit,
        "choices": circumstance.choices,
        "none": circumstance.none,
        "decided": question.decided,
        "offer_ids": question.offer_ids,
    }
