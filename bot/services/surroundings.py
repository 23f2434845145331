"""Where a person is, and how far around it makes sense to look for them."""

from __future__ import annotations

from bot.orientation.catalogue import Catalogue
from bot.orientation.mobility import ASSUMED_MINUTES
from bot.orientation.profile import Profile
from bot.orientation.travel_modes import MODES, available_modes
from bot.services.ports import Place

RADII_KM = (10, 20, 30)


def place_of(catalogue: Catalogue, profile: Profile) -> Place | None:
    """The person's commune and its centre; None without a home.

    Never the exact point, even when it is known: it was given for travel times, and what is looked
    for around a place is asked of other services.
    """
    home = catalogue.commune_by_code.get(profile.insee_code or "")
    return Place(home.insee_code, home.latitude, home.longitude) if home else None


def radius_km(profile: Profile) -> int:
    """The smallest of 10, 20, 30 km (as the crow flies) that holds what the person can reach.

    That is the distance of the fastest way they may have, at the speed of a town, in the minutes
    they accept (30 when not told): 30 minutes give 20 km by car, 10 km by bus or bike.
    """
    minutes = ASSUMED_MINUTES if profile.max_minutes is None else profile.max_minutes
    sure, to_check, _ = available_modes(profile)
    reach = max(_kilometres(mode, minutes) for mode in (*sure, *to_check))
    return next((radius for radius in RADII_KM if radius >= reach), RADII_KM[-1])


def _kilometres(mode: str, minutes: int) -> float:
    """Straight-line distance that a mode covers; less than nothing while one waits."""
    table = MODES[mode]
    return (minutes - table.wait_minutes[1]) / 60 * table.speed_kmh[1] / table.detour
