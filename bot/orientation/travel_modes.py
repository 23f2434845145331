"""Ways to travel: how fast, after which wait, at which hours, and who may use them.

All constants are our own estimates, not official figures: orders of magnitude for a working day.
Those of the car were set on 60 ways between two places of the plains whose time by road is well
known: half of them are within 10 %, nine in ten within 25 %. A bus takes 35 to 45 minutes for
10 km as the crow flies in a big town. They ignore timetables and traffic jams; what is shown to a
person always says "environ".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

import numpy as np

from bot.orientation.plane import Numbers
from bot.orientation.profile import Profile

USUAL, WEEKEND, NIGHT = "usual", "weekend", "night"
HOURS = (USUAL, WEEKEND, NIGHT)

Densities = tuple[float, float, float]
END_KM: Numbers = np.array([0.0, 3.0, 4.0])
"""Straight kilometres around a centre that are driven as in the country, a town, a big town."""
FAR_KM = 6.0
"""Straight kilometres of open road after which main roads and fast trains are worth it."""
NEVER: Densities = (inf, inf, inf)


@dataclass(frozen=True)
class Mode:
    """One way to travel; the three numbers of each table are for country, town and big town.

    speed_kmh: door to door while moving; that of a town only within END_KM of its centre, that of
    the country from there on. far_kmh: on what remains after FAR_KM of open road; None = the same.
    wait_minutes: parking, or walking to the stop and waiting
    (in the country a bus rarely leaves when one needs it). detour: road length / straight line.
    relief: how much of the slowness of mountains it feels, as an exponent: roads are longer for
    all, but who is slow already, or stops often, slows down less.
    wait_weekend, wait_night: at these hours; None = as usual, infinite = it cannot be counted on.
    """

    speed_kmh: Densities
    wait_minutes: Densities
    detour: float
    far_kmh: float | None = None
    relief: float = 1.0
    wait_weekend: Densities | None = None
    wait_night: Densities | None = None

    def wait(self, hours: str) -> Densities:
        """Minutes of wait at these hours, one of HOURS."""
        changed = {WEEKEND: self.wait_weekend, NIGHT: self.wait_night}.get(hours)
        return self.wait_minutes if changed is None else changed


MODES: Mapping[str, Mode] = {
    "walk": Mode((4.8, 4.8, 4.8), (0, 0, 0), 1.25, relief=0.5),
    "car": Mode((62, 42, 28), (2, 3, 6), 1.3, far_kmh=105),
    "scooter": Mode((40, 33, 25), (2, 2, 3), 1.3),
    "bike": Mode((15, 14, 13), (2, 2, 3), 1.25),
    "ebike": Mode((19, 18, 16), (2, 2, 3), 1.25),
    "public_transport": Mode(
        (32, 24, 22),
        (28, 12, 8),
        1.3,
        far_kmh=50,
        relief=0.5,
        wait_weekend=(inf, 20, 10),
        wait_night=NEVER,
    ),
    # A carpool line: one walks to its stop and waits for a driver, on weekdays only.
    "carpool": Mode(
        (62, 42, 28), (15, 12, 12), 1.3, far_kmh=105, wait_weekend=NEVER, wait_night=NEVER
    ),
}
ROW_BY_MODE = {mode: row for row, mode in enumerate(MODES)}
DETOUR: Numbers = np.array([mode.detour for mode in MODES.values()])
PACE: Numbers = 60 / np.array([mode.speed_kmh for mode in MODES.values()])
"""Minutes by kilometre of road: mode, density."""
FAR_PACE: Numbers = 60 / np.array([mode.far_kmh or mode.speed_kmh[0] for mode in MODES.values()])
RELIEF: Numbers = np.array([mode.relief for mode in MODES.values()])
WAIT: Numbers = np.array([[mode.wait(hours) for mode in MODES.values()] for hours in HOURS])
"""Minutes: hours, mode, density."""


def available_modes(profile: Profile) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Modes that are sure, modes to check, and the answers that are missing.

    No licence excludes the car, whatever the vehicle. Everyone can walk. What a lever would give
    (modes_gained) is sure, but a carpool line: no one knows whether a driver comes.
    """
    sure, to_check, unknown = ["walk"], [], set()
    owned = {profile.vehicle} | profile.modes_gained
    if profile.has_licence_b is not False and not {"car", None}.isdisjoint(owned):
        if profile.has_licence_b and "car" in owned:
            sure.append("car")
        else:
            to_check.append("car")
            unknown |= {"licence"} if profile.has_licence_b is None else set()
            unknown |= {"vehicle"} if "car" not in owned else set()
    sure += [mode for mode in ("scooter", "bike", "ebike") if mode in owned]
    to_check += ["carpool"] if "carpool" in owned else []
    if profile.has_public_transport:
        sure.append("public_transport")
    elif profile.has_public_transport is None:
        to_check.append("public_transport")
        unknown.add("public_transport")
    return tuple(sure), tuple(to_check), frozenset(unknown)
