"""The point of an address, looked up outside only when the person has agreed to that very text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from bot.orientation.territory import Commune, distance_km
from bot.services.in_time import in_time
from bot.services.ports import AddressFinder, FoundAddress, Place

SECONDS = 2.0
LIKE_ENOUGH = 0.5
"""Score of the national address base under which what it finds is often another street."""
FARTHEST_KM = 15.0
"""From the centre of the commune that was noted: farther, it is an address of the same name."""


@dataclass(frozen=True)
class LocatedAddress:
    """status: "found", "not_found" or "unavailable"; `address` only when found."""

    status: str
    address: FoundAddress | None = None


def locate(finder: AddressFinder, text: str, commune: Commune) -> LocatedAddress:
    """The address near a commune, within SECONDS. Nothing but the text and the commune goes out."""
    near = Place(commune.insee_code, commune.latitude, commune.longitude)
    answers = in_time({"address": partial(finder.find, text, near)}, SECONDS)
    if answers.missing:
        return LocatedAddress("unavailable")
    found = answers.given["address"]
    if found is None or found.score < LIKE_ENOUGH:
        return LocatedAddress("not_found")
    if distance_km(near.latitude, near.longitude, found.latitude, found.longitude) > FARTHEST_KM:
        return LocatedAddress("not_found")
    return LocatedAddress("found", found)
