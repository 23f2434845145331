"""How many jobs and openings each lever would bring, to whom and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.evaluation.intervals import Estimate, Floats, bootstrap
from bot.evaluation.people import Person
from bot.evaluation.share import Share
from bot.orientation.catalogue import Catalogue
from bot.orientation.levers import LEVERS
from bot.orientation.matching import rank
from bot.orientation.unlocking import unlocking

ENOUGH_PEOPLE = 10
"""A basin with fewer synthetic people is not told apart."""


@dataclass(frozen=True)
class Spread:
    """A quarter has at most `low`, half at most `median`, three quarters at most `high`."""

    low: float
    median: Estimate
    high: float


@dataclass(frozen=True)
class LeverGain:
    """people: those to whom the lever alone brings a job, of all. jobs, openings: what they gain;
    None when nobody gains anything. openings are hiring projects in reach (BMO), estimated."""

    lever: str
    people: Share
    jobs: Spread | None
    openings: Spread | None


@dataclass(frozen=True)
class BasinGain:
    """jobs: those gained by the best single lever of each person of the basin, 0 for none."""

    basin_code: str
    people: Share
    jobs: Spread


@dataclass(frozen=True)
class UnlockedJobs:
    """anyone: people to whom one lever at least brings a job. basins: those that have enough
    synthetic people, most jobs first; left_out: how many have not."""

    anyone: Share
    levers: tuple[LeverGain, ...]
    basins: tuple[BasinGain, ...]
    left_out: int


@dataclass(frozen=True)
class Gains:
    """Of one person: home basin, and lever -> jobs and openings that it brings alone."""

    basin_code: str | None
    by_lever: Mapping[str, tuple[int, float]]

    @property
    def most_jobs(self) -> int:
        return max((jobs for jobs, _ in self.by_lever.values()), default=0)


def gains(catalogue: Catalogue, person: Person, carpool_zone: Collection[str] = ()) -> Gains:
    """What each lever brings; pairs are left out, a lever counts for what it does alone.

    carpool_zone: departments with a carpool line.
    """
    ranking = rank(catalogue, person.profile, person.seed, carpool_zone)
    alone = {
        one.levers[0]: (len(one.rows), one.openings)
        for one in unlocking(ranking, person.seed)
        if len(one.levers) == 1
    }
    return Gains(ranking.situation.reach.home_basin, alone)


def unlocked_jobs(found: Sequence[Gains], seed: int = 0) -> UnlockedJobs:
    by_basin: dict[str, list[Gains]] = {}
    for one in found:
        if one.basin_code is not None:
            by_basin.setdefault(one.basin_code, []).append(one)
    told = [
        _of_basin(code, some, seed) for code, some in by_basin.items() if len(some) >= ENOUGH_PEOPLE
    ]
    return UnlockedJobs(
        anyone=Share.of(bool(one.by_lever) for one in found),
        levers=tuple(_of_lever(lever, found, seed) for lever in LEVERS),
        basins=tuple(sorted(told, key=lambda one: (-one.jobs.median.value, one.basin_code))),
        left_out=len(by_basin) - len(told),
    )


def spread(values: Iterable[float], seed: int = 0) -> Spread | None:
    """Quartiles, with the bootstrap interval of the median; None without a value."""
    known: Floats = np.array(list(values), dtype=np.float64)
    if not len(known):
        return None
    low, high = np.percentile(known, (25, 75))
    median = bootstrap(lambda rows: float(np.median(known[rows])), len(known), seed=seed)
    return Spread(float(low), median, float(high))


def _of_lever(lever: str, found: Sequence[Gains], seed: int) -> LeverGain:
    given = [one.by_lever[lever] for one in found if lever in one.by_lever]
    return LeverGain(
        lever,
        Share(len(given), len(found)),
        spread((jobs for jobs, _ in given), seed),
        spread((openings for _, openings in given), seed),
    )


def _of_basin(basin_code: str, found: Sequence[Gains], seed: int) -> BasinGain:
    jobs = spread((one.most_jobs for one in found), seed)
    assert jobs is not None
    return BasinGain(basin_code, Share.of(bool(one.by_lever) for one in found), jobs)
