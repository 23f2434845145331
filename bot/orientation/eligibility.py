"""Whether a support offer is for a person: yes, to check, or no, with the reasons as codes.

- no: it is not for their commune, or what they said rules it out, whatever else they may say. As
  long as nobody has read the official page, this too is told with care.
- yes: every condition holds, the place is right, and a person has checked the official page.
- to check: all the rest. The missing facts are those that can still decide, and no others.
An offer that is ended, suspended or without a sure source is never proposed (publication.py).
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot.orientation.condition_reasons import condition_reasons
from bot.orientation.condition_rule import judge
from bot.orientation.condition_truth import Facts
from bot.orientation.finding import AGAINST, CHECK, FOR, Reason
from bot.orientation.offer import BY_WAVES, ENDED, SUSPENDED, Offer
from bot.orientation.publication import FULL, HIDDEN, level_of
from bot.orientation.question_order import OpenOffer, limits_of, ordered_questions

YES, TO_CHECK, NO = "yes", "to_check", "no"
VERDICTS = (YES, TO_CHECK, NO)


@dataclass(frozen=True)
class Eligibility:
    """verdict: one of VERDICTS. reasons: what decides, then what is met, then what is left
    to check. missing: facts that can still decide. question: the best of them to ask; None when
    none is left, or all were asked. is_checked: whether a person has read the official page."""

    verdict: str
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()
    question: str | None = None
    is_checked: bool = False


NOT_PROPOSED: Mapping[str, Eligibility] = {
    ENDED: Eligibility(NO, (Reason("offer_ended", AGAINST),)),
    HIDDEN: Eligibility(TO_CHECK, (Reason("offer_hidden", CHECK),)),
    SUSPENDED: Eligibility(NO, (Reason("offer_suspended", AGAINST),)),
}


def eligibility(
    offer: Offer,
    facts: Facts,
    insee_code: str | None,
    today: datetime.date,
    not_asked: Collection[str] = frozenset(),
) -> Eligibility:
    """insee_code: the commune of the home, None when not known. not_asked: facts that the person
    does not know or prefers not to say; they stay missing, and are not asked."""
    level = level_of(offer, today)
    if level in NOT_PROPOSED:
        return NOT_PROPOSED[level]
    is_checked = level == FULL
    if is_elsewhere(offer, insee_code):
        reason = Reason("not_your_area", AGAINST, {"is_checked": is_checked})
        return Eligibility(NO, (reason,), is_checked=is_checked)
    doubts = tuple(_doubts(offer, insee_code, is_checked))
    if offer.conditions is None:
        return _without_conditions(offer, doubts, is_checked)
    return _by_conditions(offer, facts, doubts, is_checked, today, not_asked)


def is_elsewhere(offer: Offer, insee_code: str | None) -> bool:
    """Whether the offer is surely not given where the person lives."""
    return insee_code is not None and offer.zone.covers(insee_code) is False


def open_offer(offer: Offer, facts: Facts) -> OpenOffer | None:
    """The offer as long as its conditions are not decided; else None."""
    if offer.conditions is None:
        return None
    judgement = judge(offer.conditions, facts)
    if judgement.verdict is not None:
        return None
    return OpenOffer(offer.offer_id, judgement, limits_of(offer.conditions))


def _doubts(offer: Offer, insee_code: str | None, is_checked: bool) -> Iterator[Reason]:
    """What keeps the answer from being a plain yes, whatever the person says."""
    if offer.zone.level != "country" and insee_code is None:
        yield Reason("home_needed", CHECK)
    elif insee_code is not None and offer.zone.covers(insee_code) is None:
        yield Reason("area_to_check", CHECK)
    if "conditions" in offer.unknown:
        yield Reason("conditions_open", CHECK)
    if offer.status == BY_WAVES:
        yield Reason("by_waves", CHECK)
    if not is_checked:
        yield Reason("not_checked", CHECK)


def _open(offer: Offer) -> Reason:
    return Reason("advisor_might" if offer.needs_professional else "you_might", FOR)


def _without_conditions(offer: Offer, doubts: tuple[Reason, ...], is_checked: bool) -> Eligibility:
    if doubts:
        return Eligibility(TO_CHECK, doubts, is_checked=is_checked)
    return Eligibility(YES, (_open(offer),), is_checked=is_checked)


def _by_conditions(
    offer: Offer,
    facts: Facts,
    doubts: tuple[Reason, ...],
    is_checked: bool,
    today: datetime.date,
    not_asked: Collection[str],
) -> Eligibility:
    assert offer.conditions is not None
    judgement = judge(offer.conditions, facts)
    reasons = condition_reasons(offer.conditions, facts, judgement.verdict, is_checked)
    if judgement.verdict is False:
        return Eligibility(NO, reasons, is_checked=is_checked)
    if judgement.verdict and not doubts:
        return Eligibility(YES, (_open(offer), *reasons), is_checked=is_checked)
    still_open = OpenOffer(offer.offer_id, judgement, limits_of(offer.conditions))
    questions = ordered_questions([still_open], facts, today, not_asked)
    question = questions[0].fact if questions else None
    missing = judgement.deciding
    told = (*_told(judgement.verdict, missing, question), *reasons, *doubts)
    return Eligibility(TO_CHECK, told, missing, question, is_checked)


def _told(verdict: bool | None, missing: tuple[str, ...], question: str | None) -> Iterator[Reason]:
    """Whether the answers are enough, or what they lack."""
    if verdict:
        yield Reason("answers_fit", FOR)
    elif question:
        yield Reason("to_answer", CHECK, {"fact": question})
    elif missing:
        yield Reason("answers_not_given", CHECK)
