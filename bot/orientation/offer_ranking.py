"""Support offers for a person, best first, and by the lever that they give.

First those that are open, then those to check, then those that are not open. Of these, those for
disabled people alone come last unless a recognition was told, and before them those of which nobody
knows whether they still exist; then those with all answers given first, the person's own area
before the whole country, those with a deadline before the others, public help before what is paid
for, and by name. Offers that may not be proposed, or are surely given elsewhere only, are left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.orientation.condition_truth import Facts
from bot.orientation.eligibility import VERDICTS, Eligibility, eligibility, is_elsewhere
from bot.orientation.levers import LEVERS
from bot.orientation.offer import UNKNOWN, Offer
from bot.orientation.offer_sentences import deadline_told
from bot.orientation.publication import PROPOSABLE, PublishedOffer, level_of, publish

DISABLED = ("personnes-en-situation-de-handicap",)
FEES: Mapping[str | None, int] = {"gratuit": 0, None: 1, "payant": 2}


@dataclass(frozen=True)
class RankedOffer:
    """An offer with what it is for a person on a day; what of it may be shown is `published`."""

    offer: Offer
    eligibility: Eligibility
    today: datetime.date

    @cached_property
    def published(self) -> PublishedOffer:
        return publish(self.offer, self.today, {})

    @property
    def asked_by(self) -> tuple[str, ...]:
        """Who may ask, as codes of vocabulary.ASKED_BY; empty = not known."""
        return self.offer.asked_by

    @property
    def needs_professional(self) -> bool:
        return self.offer.needs_professional

    @property
    def deadline(self) -> str | None:
        """When to ask at the latest, in French; exact only where the page was checked."""
        return deadline_told(self.published)

    @property
    def papers(self) -> tuple[str, ...]:
        """Papers to bring; empty = none told, or not checked."""
        return self.published.papers


def ranked_offers(
    offers: Iterable[Offer],
    facts: Facts,
    insee_code: str | None,
    today: datetime.date,
    not_asked: Collection[str] = frozenset(),
) -> tuple[RankedOffer, ...]:
    """The offers that may be proposed to a person, best first; those not open at the end."""
    found = [
        RankedOffer(offer, eligibility(offer, facts, insee_code, today, not_asked), today)
        for offer in offers
        if level_of(offer, today) in PROPOSABLE and not is_elsewhere(offer, insee_code)
    ]
    is_disabled = facts.get("disability_recognised") is True
    return tuple(sorted(found, key=lambda one: _rank(one, insee_code, is_disabled)))


def lever_offers(
    offers: Iterable[Offer],
    facts: Facts,
    insee_code: str | None,
    today: datetime.date,
    not_asked: Collection[str] = frozenset(),
) -> Mapping[str, tuple[RankedOffer, ...]]:
    """Each lever with the offers that give it, best first; empty where there is none."""
    giving = [offer for offer in offers if offer.levers]
    ranked = ranked_offers(giving, facts, insee_code, today, not_asked)
    return {lever: tuple(one for one in ranked if lever in one.offer.levers) for lever in LEVERS}


def _rank(one: RankedOffer, insee_code: str | None, is_disabled: bool) -> tuple[object, ...]:
    return (
        VERDICTS.index(one.eligibility.verdict),
        is_for_disabled_people(one.offer) and not is_disabled,
        one.offer.status == UNKNOWN,
        bool(one.eligibility.missing),
        distance(one.offer, insee_code),
        not one.offer.deadlines,
        FEES[one.offer.fees],
        one.offer.name,
    )


def is_for_disabled_people(offer: Offer) -> bool:
    """Whether the offer is for them alone."""
    return offer.publics == DISABLED


def distance(offer: Offer, insee_code: str | None) -> int:
    """0: the person's own area, 1: the whole country, 2: an area that may not be theirs."""
    if offer.zone.level == "country":
        return 1
    return 0 if insee_code and offer.zone.covers(insee_code) else 2
