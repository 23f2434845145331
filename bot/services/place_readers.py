"""Where the person lives: the commune, and the exact address when they want it to be used."""

from __future__ import annotations

from typing import Any

from bot.orientation import answers
from bot.orientation.address_text import address_in, town_of
from bot.orientation.administrative_areas import Area
from bot.orientation.wording import fold
from bot.services.common_answers import plain_consent, unanswered
from bot.services.exact_address import locate
from bot.services.ports import FoundAddress
from bot.services.questions import SKIPPED, Outcome, Reply, Situation

NOT_LOCATED = {
    "not_found": "utter_address_not_found",
    "unavailable": "utter_address_unavailable",
}


def commune(situation: Situation) -> Outcome | None:
    """The commune that a button, a rank or words name; several of one name are asked back."""
    given_up = unanswered(situation)
    if given_up:
        no_address = {**_address_slots(None), "exact_address": SKIPPED}
        return Outcome({"commune": given_up, "commune_candidates": None, **no_address})
    of_list = situation.chosen or _ranked(situation)
    if of_list in situation.understanding.catalogue.commune_by_code:
        return _home(situation, of_list, situation.slots.get("address_text"))
    return _named(situation)


def _named(situation: Situation) -> Outcome | None:
    address = address_in(situation.message.text)
    said = town_of(address) if address else situation.message.text
    found = situation.understanding.places.find(said)
    if found.status == "found":
        return _home(situation, found.communes[0].insee_code, address)
    none_yet = {"commune": None, "commune_candidates": None, **_address_slots(None)}
    if found.status == "several":
        codes = [one.insee_code for one in found.communes]
        waiting = address if situation.addresses else None
        return Outcome({**none_yet, "commune_candidates": codes, "address_text": waiting})
    if found.status == "outside" or situation.chosen == "other":
        replies = () if situation.chosen else (Reply(_outside(situation)),)
        return Outcome(none_yet, replies)
    if found.area is not None:
        return _in_area(situation, found.area, none_yet)
    return None


def _outside(situation: Situation) -> str:
    """What is told of a place elsewhere: one region is known, or all of France."""
    regions = {basin.region for basin in situation.understanding.catalogue.basins}
    return "utter_commune_outside" if len(regions) == 1 else "utter_commune_abroad"


def _in_area(situation: Situation, area: Area, none_yet: dict[str, Any]) -> Outcome:
    """A department or a region alone: it chooses among the communes on screen, or is too wide."""
    communes = situation.understanding.catalogue.commune_by_code
    candidates = [
        code
        for code in situation.slots.get("commune_candidates") or ()
        if communes[code].department in area.departments
    ]
    if len(candidates) == 1:
        return _home(situation, candidates[0], situation.slots.get("address_text"))
    if candidates:
        return Outcome({"commune": None, "commune_candidates": candidates})
    return Outcome(none_yet, (Reply("utter_commune_area", {"area": area.name}),))


def _ranked(situation: Situation) -> str | None:
    """The commune of the list that was shown, when it is named by its rank ("la première")."""
    candidates = situation.slots.get("commune_candidates") or []
    rank = answers.read_rank(situation.message.text)
    return candidates[rank - 1] if rank and rank <= len(candidates) else None


def _home(situation: Situation, insee_code: str, address: str | None) -> Outcome:
    """The commune is noted; an address waits until the person agrees to have it looked up."""
    name = situation.understanding.catalogue.commune_by_code[insee_code].name
    slots: dict[str, Any] = {"commune": insee_code, "commune_candidates": None}
    if address and situation.addresses:
        slots |= _address_slots(address if fold(name) in address else f"{address}, {name}")
    else:
        slots |= {**_address_slots(None), "exact_address": SKIPPED}
    return Outcome(slots, (Reply("utter_commune_noted", {"commune_name": name}),))


def _address_slots(address: str | None) -> dict[str, Any]:
    return {"address_text": address, "exact_address": None, "home_point": None}


def exact_address(situation: Situation) -> Outcome | None:
    """The address is sent out on a plain yes only; whatever the answer, its text is not kept."""
    answer = plain_consent(situation)
    if answer is None:
        return None
    slots = {"exact_address": answer, "address_text": None}
    home = situation.understanding.catalogue.commune_by_code.get(situation.slots["commune"])
    text = situation.slots.get("address_text")
    if answer != "yes" or not (situation.addresses and text and home):
        return Outcome(slots)
    located = locate(situation.addresses, text, home)
    if located.address is None:
        return Outcome(slots, (Reply(NOT_LOCATED[located.status], {"commune_name": home.name}),))
    return _at(situation, slots, located.address)


def _at(situation: Situation, slots: dict[str, Any], found: FoundAddress) -> Outcome:
    """Distances count from the point. The address may lie in a neighbouring commune."""
    slots["home_point"] = {"latitude": found.latitude, "longitude": found.longitude}
    if found.insee_code in situation.understanding.catalogue.commune_by_code:
        slots["commune"] = found.insee_code
    return Outcome(slots, (Reply("utter_address_found", {"address": found.label}),))
