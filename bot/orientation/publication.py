"""What of a support offer may be shown on a day: the publication rules, all of them, here.

- Written from memory and never verified: hidden. Its name is recognised, and who to ask is said.
- Ended: never proposed; its name is recognised, with what replaced it.
- Suspended: never proposed; its name is recognised, and what to do instead is said.
- Not verified by a person on the official page, past its date, or in an unknown state: to check.
  Name, what it is, where, who to ask, how, link. No amount, no measure, no condition as a promise.
- Verified and current: all of it, with the amounts that are valid on the day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.orientation.figures import without_measures
from bot.orientation.offer import (
    ENDED,
    MEMORY,
    SUSPENDED,
    UNKNOWN,
    Amount,
    Condition,
    Deadline,
    Offer,
    OfferSource,
    Zone,
)

FULL, TO_CHECK = "full", "to_check"
HIDDEN = "hidden"
PROPOSABLE = (FULL, TO_CHECK)
_MAY_BE_MISSING = ("delay", "how_to_ask", "papers", "steps")


@dataclass(frozen=True)
class PublishedOffer:
    """What may be shown of an offer. level: full, to_check, suspended, ended or hidden.

    None and empty mean: not shown. `unknown`: parts that the sources leave open (all levels but
    full leave out far more). replacements: for ended and suspended offers, published on their turn.
    ended_on, verified_on: only where they may be told.
    """

    offer_id: str
    level: str
    status: str
    name: str
    provider: str
    asked_by: tuple[str, ...] = ()
    gives: str | None = None
    how_to_ask: str | None = None
    zone: Zone | None = None
    url: str | None = None
    contact: str | None = None
    amounts: tuple[Amount, ...] = ()
    conditions: Condition | None = None
    has_conditions: bool = False
    deadlines: tuple[Deadline, ...] = ()
    has_deadlines: bool = False
    papers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    delay: str | None = None
    unknown: tuple[str, ...] = ()
    ended_on: str | None = None
    is_end_certain: bool = False
    replacement: str | None = None
    replacements: tuple[PublishedOffer, ...] = ()
    source: OfferSource | None = None
    verified_on: datetime.date | None = None

    @property
    def is_proposable(self) -> bool:
        """Whether it may be put forward unasked; the others are only recognised by name."""
        return self.level in PROPOSABLE


def level_of(offer: Offer, today: datetime.date) -> str:
    """How much of the offer may be shown on a day."""
    if offer.confidence == MEMORY and not _is_verified(offer, today):
        return HIDDEN
    if offer.status == SUSPENDED:
        return SUSPENDED
    if offer.status == ENDED or _has_ended(offer, today):
        return ENDED
    is_current = offer.expires is not None and today <= offer.expires
    is_sure = _is_verified(offer, today) and is_current and offer.status != UNKNOWN
    return FULL if is_sure else TO_CHECK


def publish(offer: Offer, today: datetime.date, others: Mapping[str, Offer]) -> PublishedOffer:
    """What may be shown of an offer on a day. others: all offers by offer_id, for replacements."""
    level = level_of(offer, today)
    if level == HIDDEN:
        return PublishedOffer(
            offer.offer_id, HIDDEN, offer.status, offer.name, offer.provider, offer.asked_by
        )
    if level in (ENDED, SUSPENDED):
        return _closed(offer, level, today, others)
    return _whole(offer, today) if level == FULL else _to_check(offer)


def _is_verified(offer: Offer, today: datetime.date) -> bool:
    return offer.verified_on is not None and offer.verified_on <= today


def _has_ended(offer: Offer, today: datetime.date) -> bool:
    """Whether the end day is past. "2026-04" ends with its first day: it is told as ended then."""
    return offer.ended_on is not None and offer.ended_on <= today.isoformat()


def _to_check(offer: Offer) -> PublishedOffer:
    return PublishedOffer(
        offer_id=offer.offer_id,
        level=TO_CHECK,
        status=offer.status,
        name=offer.name,
        provider=offer.provider,
        asked_by=offer.asked_by,
        gives=without_measures(offer.gives) or None,
        how_to_ask=without_measures(offer.how_to_ask or "") or None,
        zone=_without_figures(offer.zone),
        url=offer.official_url,
        contact=without_measures(offer.contact or "") or None,
        has_conditions=offer.conditions is not None,
        has_deadlines=bool(offer.deadlines),
        unknown=_unknown(offer),
    )


def _without_figures(zone: Zone) -> Zone:
    return replace(zone, name=without_measures(zone.name or "") or None)


def _whole(offer: Offer, today: datetime.date) -> PublishedOffer:
    return PublishedOffer(
        offer_id=offer.offer_id,
        level=FULL,
        status=offer.status,
        name=offer.name,
        provider=offer.provider,
        asked_by=offer.asked_by,
        gives=offer.gives,
        how_to_ask=offer.how_to_ask,
        zone=offer.zone,
        url=offer.official_url,
        contact=offer.contact,
        amounts=tuple(amount for amount in offer.amounts if amount.is_valid_on(today)),
        conditions=offer.conditions,
        has_conditions=offer.conditions is not None,
        deadlines=offer.deadlines,
        has_deadlines=bool(offer.deadlines),
        papers=offer.papers or (),
        steps=offer.steps or (),
        delay=offer.delay,
        unknown=_unknown(offer),
        source=offer.sources[0] if offer.sources else None,
        verified_on=offer.verified_on,
    )


def _closed(
    offer: Offer, level: str, today: datetime.date, others: Mapping[str, Offer]
) -> PublishedOffer:
    """An offer that nobody can ask for now. The day of its end is told when it is sure."""
    is_sure = offer.confidence == "verified" or _is_verified(offer, today)
    return PublishedOffer(
        offer_id=offer.offer_id,
        level=level,
        status=offer.status,
        name=offer.name,
        provider=offer.provider,
        url=offer.official_url,
        ended_on=offer.ended_on if is_sure and level == ENDED else None,
        is_end_certain=is_sure,
        replacement=without_measures(offer.replacement or "") or None,
        replacements=tuple(publish(other, today, {}) for other in _in_force(offer, today, others)),
    )


def _in_force(offer: Offer, today: datetime.date, others: Mapping[str, Offer]) -> Iterator[Offer]:
    """What replaced an offer, through replacements that ended too; each once, none twice."""
    seen = {offer.offer_id}
    waiting = list(offer.replaced_by)
    while waiting:
        offer_id = waiting.pop(0)
        if offer_id in seen or offer_id not in others:
            continue
        seen.add(offer_id)
        if level_of(others[offer_id], today) in (ENDED, SUSPENDED):
            waiting += others[offer_id].replaced_by
        else:
            yield others[offer_id]


def _unknown(offer: Offer) -> tuple[str, ...]:
    """What the sources leave open: what the fiche says, and what it leaves empty."""
    empty = {key for key in _MAY_BE_MISSING if getattr(offer, key) is None}
    return tuple(sorted(empty.union(offer.unknown)))
