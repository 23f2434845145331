"""Support offers -> structures and services of data·inclusion (schema 1.0.8), and their check.

Only what may be shown on the day goes out: no ended, suspended or hidden offer, and of one that is
to check neither amounts nor conditions.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.orientation import vocabulary
from bot.orientation.administrative_areas import METROPOLES
from bot.orientation.condition_sentences import condition_lines
from bot.orientation.french_values import phone_in
from bot.orientation.offer import Offer, Zone
from bot.orientation.offer_sentences import notice
from bot.orientation.phrases import say
from bot.orientation.publication import FULL, TO_CHECK, PublishedOffer, publish
from bot.orientation.wording import fold

SOURCE = "declic"
MOST_SIGNS_OF_A_NAME = 150
REQUIRED = {
    "structures": ("source", "id", "nom", "date_maj"),
    "services": ("source", "structure_id", "id", "nom", "description", "date_maj"),
}
LISTS = {
    "thematiques": vocabulary.THEMES,
    "publics": vocabulary.PUBLICS,
    "modes_accueil": vocabulary.RECEPTION,
    "modes_mobilisation": vocabulary.ASKING,
    "mobilisable_par": vocabulary.ASKED_BY,
}
SINGLES = {"type": vocabulary.SERVICE_TYPES, "frais": vocabulary.FEES}
ZONE_CODE = re.compile(r"france|\w{2,3}|\w{5}|\d{9}")


def export(offers: Iterable[Offer], today: datetime.date) -> dict[str, list[dict[str, Any]]]:
    """The two lists of a data·inclusion producer; unknown parts are left out."""
    by_id = {offer.offer_id: offer for offer in offers}
    shown = [(offer, publish(offer, today, by_id)) for offer in by_id.values()]
    kept = [(offer, one) for offer, one in shown if one.level in (FULL, TO_CHECK)]
    structures: dict[str, dict[str, Any]] = {}
    for offer, _ in kept:
        known = structures.get(_structure_id(offer))
        read_on = max(_read_on(offer), known["date_maj"] if known else "")
        structures[_structure_id(offer)] = _structure(offer, read_on)
    return {
        "structures": list(structures.values()),
        "services": [_service(offer, published) for offer, published in kept],
    }


def service_of(offer: Offer, today: datetime.date) -> dict[str, Any]:
    """One offer as a service of data·inclusion, as it may be shown on a day."""
    return _service(offer, publish(offer, today, {}))


def faults(document: Mapping[str, list[dict[str, Any]]]) -> list[str]:
    """What data·inclusion would refuse: missing fields, unknown values, doubled ids, lost links."""
    found = [
        f"{record.get('id')} : « {key} » manque"
        for kind, keys in REQUIRED.items()
        for record in document[kind]
        for key in keys
        if not record.get(key)
    ]
    ids = [str(record.get("id")) for kind in REQUIRED for record in document[kind]]
    found += [f"{one} est là deux fois" for one in sorted({i for i in ids if ids.count(i) > 1})]
    structures = {structure.get("id") for structure in document["structures"]}
    for service in document["services"]:
        if service.get("structure_id") not in structures:
            found.append(f"{service.get('id')} : structure inconnue")
        found += _unknown_values(service)
    return found


def _unknown_values(service: Mapping[str, Any]) -> Iterator[str]:
    for key, known in LISTS.items():
        values = service.get(key, ["…"])
        if not values or len(set(values)) != len(values):
            yield f"{service.get('id')} : « {key} » est vide ou a un double"
        yield from (
            f"{service.get('id')} : « {value} » n'est pas une valeur de « {key} »"
            for value in service.get(key, ())
            if value not in known
        )
    for key, known in SINGLES.items():
        if key in service and service[key] not in known:
            yield f"{service.get('id')} : « {service[key]} » n'est pas une valeur de « {key} »"
    for code in service.get("zone_eligibilite", ()):
        if not ZONE_CODE.fullmatch(code):
            yield f"{service.get('id')} : « {code} » n'est pas une zone"


def _structure(offer: Offer, read_on: str) -> dict[str, Any]:
    return {
        "source": SOURCE,
        "id": _structure_id(offer),
        "nom": offer.provider[:MOST_SIGNS_OF_A_NAME],
        "date_maj": read_on,
    }


def _service(offer: Offer, published: PublishedOffer) -> dict[str, Any]:
    caution = notice(published) or ""
    online = "utiliser-lien-mobilisation" in offer.asking
    service = {
        "source": SOURCE,
        "structure_id": _structure_id(offer),
        "id": f"{SOURCE}--{offer.offer_id}",
        "nom": offer.name[:MOST_SIGNS_OF_A_NAME],
        "description": f"{published.gives or offer.name} {caution}".strip(),
        "date_maj": _read_on(offer),
        "lien_source": published.url,
        "type": offer.service_type,
        "thematiques": list(offer.themes),
        "frais": offer.fees,
        "publics": list(offer.publics) or ["tous-publics"],
        "conditions_acces": _conditions(published),
        "telephone": phone_in(published.contact),
        "modes_accueil": list(offer.reception),
        "zone_eligibilite": _zone(offer.zone),
        "lien_mobilisation": published.url if online else None,
        "modes_mobilisation": list(offer.asking),
        "mobilisable_par": list(offer.asked_by),
        "mobilisation_precisions": published.how_to_ask,
    }
    return {key: value for key, value in service.items() if value not in (None, [], "")}


def _conditions(published: PublishedOffer) -> str | None:
    """Only a verified offer states its conditions."""
    if published.level == FULL and published.conditions is not None:
        return "\n".join([say("offer.in_this_case"), *condition_lines(published.conditions)])
    return say(f"offer.notice.{TO_CHECK}") if published.has_conditions else None


def _zone(zone: Zone) -> list[str]:
    """Codes that data·inclusion knows: france, departments, communes, EPCI; [] when none does."""
    if zone.level == "country":
        return ["france"]
    if zone.level in ("commune", "metropole"):
        return [code for code in zone.codes if zone.level == "commune" or code in METROPOLES]
    return list(zone.departments)


def _structure_id(offer: Offer) -> str:
    return f"{SOURCE}--structure-{re.sub(r'[^a-z0-9]+', '-', fold(offer.provider)).strip('-')}"


def _read_on(offer: Offer) -> str:
    """The last day somebody read about it; what has neither source nor verification is hidden."""
    days = [*(source.read_on for source in offer.sources), offer.verified_on]
    return max(day for day in days if day is not None).isoformat()
