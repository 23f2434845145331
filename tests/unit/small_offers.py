"""A support offer of nobody's, complete and in force on TODAY; tests change what they are about."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from bot.orientation.offer import Amount, Deadline, IsTrue, Offer, OfferSource, Zone

TODAY = datetime.date(2026, 11, 22)
YESTERDAY, TOMORROW = datetime.date(2026, 11, 21), datetime.date(2026, 11, 23)

OFFER = Offer(
    offer_id="bourse-route",
    name="Bourse de la route",
    nicknames=("bourse route", "BDR"),
    provider="Association Exemple",
    status="active",
    gives="Une partie de vos trajets est payée. Comptez 3 mois.",
    amounts=(Amount("par kilomètre", 0.23, "EUR/km", datetime.date(2022, 12, 1)),),
    themes=("mobilite--financer-ma-mobilite",),
    levers=("minutes",),
    service_type="aide-financiere",
    publics=("demandeurs-emploi",),
    fees="gratuit",
    reception=("a-distance",),
    asked_by=("usagers",),
    asking=("utiliser-lien-mobilisation",),
    how_to_ask="Remplissez le formulaire. Vous avez 7 jours.",
    zone=Zone("department", ("07", "26")),
    conditions=IsTrue("registered_jobseeker"),
    deadlines=(Deadline(7, "after", "l'entretien"),),
    papers=("une facture",),
    steps=("Demandez avant le départ.",),
    delay="un mois",
    unknown=(),
    official_url="https://exemple.fr/bourse",
    contact="04 00 00 00 00",
    confidence="verified",
    verified_on=datetime.date(2026, 11, 1),
    expires=datetime.date(2027, 11, 1),
    ended_on=None,
    replaced_by=(),
    replacement=None,
    sources=(OfferSource("exemple.fr", datetime.date(2026, 10, 1), "2026-09"),),
)


def offer(**changes: Any) -> Offer:
    return replace(OFFER, **changes)


def by_id(*offers: Offer) -> dict[str, Offer]:
    return {one.offer_id: one for one in offers}
