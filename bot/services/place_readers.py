"""Where the person lives: the commune, and the exact address when they want it to be used."""

from __future__ import annotations

from typing import Any

from bot.orientation.address_text import address_in, postcode_of, street_of, town_of
from bot.orientation.administrative_areas import MAINLAND, REGIONS, Area
from bot.orientation.corrections import after_correction
from bot.orientation.list_answers import ranked
from bot.orientation.places import PlaceAnswer
from bot.orientation.territory import Commune
from bot.services.common_answers import plain_consent, unanswered
from bot.services.exact_address import locate
from bot.services.ports import FoundAddress
from bot.services.questions import SKIPPED, Outcome, Reply, Situation

NOT_LOCATED = {
    "not_found": "utter_address_not_found",
    "unavailable": "utter_address_unavailable",
}
POINT_DECIMALS = 3
LONGEST_NAME = 60
"""Characters of an answer that is hardly more than a name."""


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
    candidates = situation.slots.get("commune_candidates")
    without_town = None if candidates else situation.slots.get("address_text")
    said = town_of(address) if address else situation.message.text
    found = _place(situation, said)
    if found.status == "found":
        return _home(situation, found.communes[0].insee_code, address or without_town)
    none_yet = {"commune": None, "commune_candidates": None, **_address_slots(None)}
    if found.status == "several":
        codes = [one.insee_code for one in found.communes]
        waiting = _waiting(situation, address)
        return Outcome({**none_yet, "commune_candidates": codes, "address_text": waiting})
    if found.status == "outside" or situation.chosen == "other":
        replies = () if situation.chosen else (_outside(situation),)
        return Outcome(none_yet, replies)
    if found.area is not None:
        return _in_area(situation, found.area, none_yet)
    if address:
        waiting = _waiting(situation, address)
        slots = {**none_yet, "address_text": waiting}
        return Outcome(slots, (Reply("utter_address_without_town"),))
    return None


def _place(situation: Situation, said: str) -> PlaceAnswer:
    """The place of an answer; behind a correction when there is one, and within the area that was
    named just before ("la Réunion", then "Saint-Denis")."""
    find = situation.understanding.places.find
    behind = after_correction(said)
    area = situation.slots.get("commune_area")
    tries = [
        *([behind] if behind else []),
        *([f"{said} {area}"] if area and len(said) < LONGEST_NAME else []),
    ]
    found = (find(words) for words in tries)
    return next((one for one in found if one.communes), None) or find(said)


def new_home(situation: Situation, words: str) -> Outcome | None:
    """What a home told beside another question changes; None when no commune is read in the words.

    Several of one name wait for the question on the commune; when one is known it stays, and the
    postcode is asked for.
    """
    found = situation.understanding.places.find(words)
    if found.status == "found":
        home = found.communes[0].insee_code
        return None if home == situation.slots.get("commune") else _home(situation, home, None)
    if found.status != "several":
        return None
    if situation.slots.get("commune") is not None:
        return Outcome({}, (Reply("utter_commune_told_several"),))
    codes = [one.insee_code for one in found.communes]
    return Outcome({"commune_candidates": codes}, (Reply("utter_commune_told_several_yet"),))


def _outside(situation: Situation) -> Reply:
    """What is told of a place elsewhere: the regions that are known, or that all of France is."""
    known = {basin.region for basin in situation.understanding.catalogue.basins}
    if known >= MAINLAND:
        return Reply("utter_commune_abroad")
    names = sorted(REGIONS[code].name for code in known if code in REGIONS)
    return Reply("utter_commune_outside", {"area": ", ".join(names)})


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
    slots = {**none_yet, "commune_area": area.name}
    return Outcome(slots, (Reply("utter_commune_area", {"area": area.name}),))


def _ranked(situation: Situation) -> str | None:
    """The commune of the list that was shown, when it is named by its rank ("la première")."""
    return ranked(situation.message.text, situation.slots.get("commune_candidates") or ())


def _home(situation: Situation, insee_code: str, address: str | None) -> Outcome:
    """The commune is noted; an address waits until the person agrees to have it looked up."""
    home = situation.understanding.catalogue.commune_by_code[insee_code]
    slots: dict[str, Any] = {"commune": insee_code, "commune_candidates": None}
    if situation.slots.get("commune_area"):
        slots["commune_area"] = None
    if address and situation.addresses:
        slots |= _address_slots(_to_look_up(address, home))
    else:
        slots |= {**_address_slots(None), "exact_address": SKIPPED}
    return Outcome(slots, (Reply("utter_commune_noted", {"commune_name": home.name}),))


def _waiting(situation: Situation, address: str | None) -> str | None:
    """The street and the postcode, while the town is asked; None when nothing can look them up."""
    if not (address and situation.addresses):
        return None
    return " ".join(part for part in (street_of(address), postcode_of(address)) if part)


def _to_look_up(address: str, home: Commune) -> str:
    """All that may go out: the street, the postcode if it is one of the town, the town's name."""
    typed = postcode_of(address)
    postcode = typed if typed in home.postcodes else None
    return " ".join(part for part in (street_of(address, home.name), postcode, home.name) if part)


def _address_slots(address: str | None) -> dict[str, Any]:
    return {"address_text": address, "exact_address": None, "home_point": None}


def exact_address(situation: Situation) -> Outcome | None:
    """The address is sent out on a plain yes only; whatever the answer, the slot is emptied.

    The conversation keeps what the person typed until it is erased, like any other message.
    """
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
    """Distances count from the point, to about 100 metres: no door is kept.

    The address may lie in a neighbouring commune.
    """
    slots["home_point"] = {
        "latitude": round(found.latitude, POINT_DECIMALS),
        "longitude": round(found.longitude, POINT_DECIMALS),
    }
    if found.insee_code in situation.understanding.catalogue.commune_by_code:
        slots["commune"] = found.insee_code
    return Outcome(slots, (Reply("utter_address_found"),))
