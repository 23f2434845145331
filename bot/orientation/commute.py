"""Going to work in one basin by one way: minutes, kilometres, and money where a source tells it.

The car costs what the tax scale per kilometre says: the whole car, from fuel to insurance and wear.
Unknown stays None: passes cost differently from one network to the next, bikes and scooters from
one person to the next, and no table of ours tells.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bot.orientation.labels import number
from bot.orientation.local_facts import about
from bot.orientation.mobility import BasinReach
from bot.orientation.phrases import say
from bot.orientation.travel_modes import DETOUR, ROW_BY_MODE
from bot.orientation.trips import Trips

WORKING_DAYS = 21
"""Days of work in a month."""
BANDS = (
    (5_000, (0.529, 0.0), (0.697, 0.0)),
    (20_000, (0.316, 1_065.0), (0.394, 1_515.0)),
    (np.inf, (0.370, 0.0), (0.470, 0.0)),
)
"""Most km in a year, then EUR by km and EUR in all, for cars of 3 CV or less and of 7 CV or more:
art. 6 B of annex IV of the CGI, arrêté of 27 March 2023, petrol and diesel."""


@dataclass(frozen=True)
class Commute:
    """minutes and km: by road, one way, to the median inhabitant of what the basin has in reach.

    monthly_eur_low, monthly_eur_high: there and back, WORKING_DAYS times; None when no source
    tells the cost. Of a pass, the employer pays half (Code du travail, L3261-2).
    """

    mode: str
    minutes: int
    km: int
    monthly_eur_low: int | None
    monthly_eur_high: int | None


def commute(trips: Trips, basin_code: str, mode: str, max_minutes: int) -> Commute | None:
    """The way to a basin by one mode; None when no commune of it is within the minutes."""
    inside = np.array([code == basin_code for code in trips.basin_codes])[trips.basin]
    minutes = trips.minutes[0, ROW_BY_MODE[mode]]
    rows = np.flatnonzero(inside & (minutes <= max_minutes))
    if not len(rows):
        return None
    rows = rows[np.argsort(minutes[rows], kind="stable")]
    people = np.cumsum(trips.population[rows] + 1e-9)
    median = rows[np.searchsorted(people, people[-1] / 2)]
    km = float(trips.distances_km[median] * DETOUR[ROW_BY_MODE[mode]])
    low, high = _monthly_eur(mode, km)
    return Commute(mode, round(float(minutes[median])), round(km), low, high)


def cost_sentences(way: Commute, easy: bool = False) -> tuple[str, ...]:
    """What going there costs, with its source; nothing when there is nothing to say."""
    if way.mode == "public_transport":
        return (say("job.cost.pass", easy),)
    if not way.monthly_eur_low:
        return ()
    low, high = _tens(way.monthly_eur_low), _tens(way.monthly_eur_high)
    return (
        say("job.cost.car", easy, low=low, high=high),
        say("job.cost.scale", easy, days=WORKING_DAYS),
    )


def gained_sentence(before: BasinReach | None, after: BasinReach, easy: bool = False) -> str | None:
    """Minutes to the same basin before and after a lever, to the nearest 5; None when they stay.

    before: None when out of reach. Who reaches more of the basin may go further than before: that
    is told as what it is, a gain.
    """
    then = about(after.minutes)
    if before is None or before.share_to_check == 0:
        return say("job.gained.out_of_reach", easy, then=then)
    now = about(before.minutes)
    if now == then:
        return None
    return say(f"job.gained.{'more' if now < then else 'faster'}", easy, then=then, now=now)


def _monthly_eur(mode: str, km: float) -> tuple[int | None, int | None]:
    if mode == "walk":
        return 0, 0
    if mode != "car":
        return None, None
    monthly_km = 2 * WORKING_DAYS * km
    scale = next(rates for most, *rates in BANDS if 12 * monthly_km <= most)
    low, high = (round(by_km * monthly_km + in_all / 12) for by_km, in_all in scale)
    return low, high


def _tens(euros: int | None) -> str:
    return number(10 * round((euros or 0) / 10))
