"""The offers whose conditions look at the age: the only ones that it may move."""

from __future__ import annotations

from collections.abc import Iterable

from bot.orientation.offer import Offer, facts_of

AGE = "age"


def age_offers(offers: Iterable[Offer]) -> frozenset[str]:
    return frozenset(
        offer.offer_id
        for offer in offers
        if offer.conditions is not None and AGE in facts_of(offer.conditions)
    )
