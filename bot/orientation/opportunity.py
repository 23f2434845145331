"""Hiring that a person can reach: which figure to show for a family, how much it weighs.

BMO counts families of jobs by basin, never single jobs, and masks small cells.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Demand, Job
from bot.orientation.job_table import Flags, Numbers, Rows
from bot.orientation.misplaced_jobs import MISPLACED_JOBS
from bot.orientation.mobility import BasinReach, Reach

FEW = 5.0
REAL_HIRING = 0.25
"""Hiring value from which a job really hires in reach: about two openings."""
MASKED_PROJECTS = 3
"""What a masked cell weighs in the ranking, never shown: BMO publishes from 5 projects up."""


@dataclass(frozen=True)
class Opportunity:
    """What recruits for one family around one person.

    demand: the row whose figure is shown; None when no basin in reach has one.
    basin: the reach of that row's basin, or of the home basin; None while home is unknown.
    """

    fap_code: str
    demand: Demand | None
    basin: BasinReach | None

    @property
    def projects(self) -> int | None:
        return self.demand.projects if self.demand else None


@dataclass(frozen=True)
class Opportunities:
    """What recruits around one person, for every family of the job table.

    shown: place in reach.basin_codes of the basin whose figure is shown. reachable: projects x
    reachable share over all basins in reach, seasonal ones for half, for the ranking only; NaN
    while home is unknown. in_reach: published projects x reachable share, for what is told of many
    families together; 0 while home is unknown. has_figure: the figure shown is above zero.
    """

    catalogue: Catalogue
    reach: Reach
    shown: Rows
    reachable: Numbers
    in_reach: Numbers
    has_figure: Flags

    def of(self, job: Job) -> Opportunity:
        """Around one job; no figure for one that does another work than its family."""
        fap_code = job.fap_code
        if self.reach.home_basin is None:
            return Opportunity(fap_code, None, None)
        place = int(self.shown[self.catalogue.job_table.family_row[fap_code]])
        basin_code = self.reach.basin_codes[place]
        demand = self.catalogue.demand_by_family_and_basin.get((fap_code, basin_code))
        shown = None if job.rome_code in MISPLACED_JOBS else demand
        return Opportunity(fap_code, shown, self.reach.basins[basin_code])


def opportunities(catalogue: Catalogue, reach: Reach) -> Opportunities:
    """The home basin's figure when it is known, positive and in reach; otherwise the basin with
    the most reachable projects; otherwise the home basin, with its masked or missing figure.
    """
    if reach.home_basin is None:
        return _nowhere(catalogue, reach)
    table = catalogue.demand_table
    columns = table.columns(reach.basin_codes)
    published = table.weighted[:, columns] * reach.share_to_check
    masked = MASKED_PROJECTS * table.is_masked[:, columns] * reach.share_to_check
    shown = np.where(published[:, 0] > 0, 0, _most(published, reach.basin_codes))
    projects = table.projects[:, columns]
    return Opportunities(
        catalogue,
        reach,
        shown,
        published.sum(axis=1) + masked.sum(axis=1),
        projects @ reach.share_to_check,
        projects[np.arange(len(projects)), shown] > 0,
    )


def _nowhere(catalogue: Catalogue, reach: Reach) -> Opportunities:
    families = len(catalogue.job_table.families)
    return Opportunities(
        catalogue,
        reach,
        shown=np.zeros(families, np.intp),
        reachable=np.full(families, np.nan),
        in_reach=np.zeros(families),
        has_figure=np.zeros(families, dtype=bool),
    )


def hiring_value(share: Numbers, reachable: Numbers) -> Numbers:
    """0 to 1 from a job's estimated share of its family's reachable projects: n / (n + FEW).

    Half for FEW openings, then less and less: whether there are 50 or 500 changes little for one
    person. NaN while home is unknown.
    """
    estimated = share * reachable
    return np.asarray(estimated / (estimated + FEW))


def _most(published: Numbers, basin_codes: tuple[str, ...]) -> Rows:
    """Place of the basin with most projects, of the last code among equals; home (0) when none."""
    last_first = np.argsort(basin_codes)[::-1]
    most = last_first[published[:, last_first].argmax(axis=1)]
    return np.where(published.any(axis=1), most, 0)
