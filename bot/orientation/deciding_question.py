"""The one question that decides the most offers at once, and the list of them for an advisor."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable

from bot.orientation.condition_truth import Facts
from bot.orientation.eligibility import is_elsewhere, open_offer
from bot.orientation.offer import Offer
from bot.orientation.publication import PROPOSABLE, level_of
from bot.orientation.question_order import Question, ordered_questions


def deciding_questions(
    offers: Iterable[Offer],
    facts: Facts,
    insee_code: str | None,
    today: datetime.date,
    not_asked: Collection[str] = frozenset(),
) -> tuple[Question, ...]:
    """All questions that can still decide an offer that may be proposed here, best first.

    How answers weigh is told in question_order.py. While the home is not known, only offers of
    the whole country count: the others would first ask where the person lives.
    """
    here = [offer for offer in offers if _counts(offer, insee_code, today)]
    still_open = [one for one in (open_offer(offer, facts) for offer in here) if one]
    return ordered_questions(still_open, facts, today, not_asked)


def deciding_question(
    offers: Iterable[Offer],
    facts: Facts,
    insee_code: str | None,
    today: datetime.date,
    not_asked: Collection[str] = frozenset(),
) -> Question | None:
    """The question whose answer decides the most offers on average; None when none is left.

    not_asked: facts that the person does not know or prefers not to say.
    """
    return next(iter(deciding_questions(offers, facts, insee_code, today, not_asked)), None)


def _counts(offer: Offer, insee_code: str | None, today: datetime.date) -> bool:
    if level_of(offer, today) not in PROPOSABLE or is_elsewhere(offer, insee_code):
        return False
    return insee_code is not None or offer.zone.level == "country"
