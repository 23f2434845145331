"""Hiring that a person can reach: which figure to show for a family, how much it weighs.

BMO counts families of jobs by basin, never single jobs, and masks small cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Demand
from bot.orientation.mobility import BasinReach, Reach

SEASONAL_WEIGHT = 0.5
"""A seasonal project counts for half: it feeds a person for a part of the year."""
FEW = 5.0
MASKED_PROJECTS = 3
"""What a masked cell weighs in the ranking, never shown: BMO publishes from 5 projects up."""


@dataclass(frozen=True)
class Opportunity:
    """What recruits for one family around one person.

    demand: the row whose figure is shown; None when no basin in reach has one.
    basin: the reach of that row's basin, or of the home basin; None while home is unknown.
    reachable_projects: projects x reachable share, over all basins in reach, for the ranking only;
    None while home is unknown.
    """

    fap_code: str
    demand: Demand | None
    basin: BasinReach | None
    reachable_projects: float | None

    @property
    def projects(self) -> int | None:
        return self.demand.projects if self.demand else None


def opportunities(catalogue: Catalogue, reach: Reach) -> dict[str, Opportunity]:
    """One Opportunity for each family that has a job."""
    return {fap: opportunity(catalogue, reach, fap) for fap in catalogue.jobs_by_family}


def opportunity(catalogue: Catalogue, reach: Reach, fap_code: str) -> Opportunity:
    """The home basin's figure when it is known, positive and in reach; otherwise the basin with
    the most reachable projects; otherwise the home basin, with its masked or missing figure.
    """
    if reach.home_basin is None:
        return Opportunity(fap_code, None, None, None)
    rows = catalogue.demand_by_family.get(fap_code, {})
    home = reach.basins[reach.home_basin]
    published = {
        code: reachable(rows[code], basin)
        for code, basin in reach.basins.items()
        if code in rows and rows[code].projects is not None
    }
    masked = [
        MASKED_PROJECTS * basin.share_to_check
        for code, basin in reach.basins.items()
        if code in rows and rows[code].projects is None
    ]
    shown = _shown_basin(published, home)
    total = sum(published.values()) + sum(masked)
    return Opportunity(fap_code, rows.get(shown), reach.basins[shown], total)


def reachable(demand: Demand, basin: BasinReach) -> float:
    """Projects x share of the basin in reach, seasonal ones for half; modes to check included."""
    projects = demand.projects or 0
    seasonal = min(demand.seasonal or 0, projects)
    return (projects - (1 - SEASONAL_WEIGHT) * seasonal) * basin.share_to_check


def hiring_value(share: float, opportunity: Opportunity) -> float | None:
    """0 to 1 from the job's estimated share of its family's reachable projects: n / (n + FEW).

    Half for FEW openings, then less and less: whether there are 50 or 500 changes little for one
    person. None while home is unknown.
    """
    if opportunity.reachable_projects is None:
        return None
    estimated = share * opportunity.reachable_projects
    return estimated / (estimated + FEW)


def _shown_basin(published: Mapping[str, float], home: BasinReach) -> str:
    if published.get(home.basin_code, 0.0) > 0 or not any(published.values()):
        return home.basin_code
    return max(published, key=lambda code: (published[code], code))
