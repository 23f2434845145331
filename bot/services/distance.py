"""Kilometres that a person accepts, as minutes with the way they travel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.orientation.durations import LONGEST, SHORTEST
from bot.orientation.profile import Profile
from bot.orientation.travel_modes import MODES
from bot.services.profile import profile_from_slots

TOWN = 1
"""Between the country and a big town: where one drives is not known from a distance alone."""
ROUNDED_TO = 5


def minutes_of_km(km: float, slots: Mapping[str, Any]) -> int | None:
    """Minutes of a way of `km` kilometres by road, to 5 minutes; None when it is not known how the
    person travels: the same distance takes an hour on a bike and a quarter of one in a car."""
    way = _way(profile_from_slots(slots))
    if way is None:
        return None
    mode = MODES[way]
    minutes = mode.wait_minutes[TOWN] + 60 * km / mode.speed_kmh[TOWN]
    return min(max(ROUNDED_TO * round(minutes / ROUNDED_TO), SHORTEST), LONGEST)


def _way(profile: Profile) -> str | None:
    if profile.vehicle == "car" and profile.has_licence_b is not False:
        return "car"
    if profile.vehicle in ("scooter", "bike") and not profile.has_public_transport:
        return profile.vehicle
    if profile.has_public_transport:
        return "scooter" if profile.vehicle == "scooter" else "public_transport"
    is_on_foot = profile.vehicle == "none" and profile.has_public_transport is False
    return "walk" if is_on_foot else None
