"""What recruits in some basins: hiring projects by family of jobs, by domain and by job (BMO).

The source counts families. A family that serves several domains, or has several jobs, is shared
out with Catalogue.family_share: an estimate, and said to be one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Demand
from bot.orientation.labels import job_label


@dataclass(frozen=True)
class Hiring:
    """Projects of some basins together. None: nothing is published.

    code: of a family, a domain or a job. hard, seasonal: of the projects, those judged hard to
    fill, those for a season. is_minimum: the source masks a part, the real figure is higher.
    """

    code: str
    label: str
    projects: float | None
    hard: float | None
    seasonal: float | None
    is_minimum: bool

    @property
    def share_hard(self) -> float | None:
        """0 to 1; None without projects."""
        return self.hard / self.projects if self.projects and self.hard is not None else None

    @property
    def share_seasonal(self) -> float | None:
        """0 to 1; None without projects."""
        is_known = self.projects and self.seasonal is not None
        return (self.seasonal or 0) / (self.projects or 1) if is_known else None


def by_family(catalogue: Catalogue, basin_codes: Collection[str]) -> tuple[Hiring, ...]:
    """The families that recruit there, those with most projects first."""
    rows: dict[str, list[Demand]] = defaultdict(list)
    for row in catalogue.demand:
        if row.basin_code in basin_codes:
            rows[row.fap_code].append(row)
    labels = catalogue.family_labels
    return _most_first(_sum(code, labels.get(code, code), some) for code, some in rows.items())


def by_job(catalogue: Catalogue, basin_codes: Collection[str]) -> tuple[Hiring, ...]:
    """The jobs of these families; each has its estimated share of its family's projects."""
    return _most_first(
        _part(family, job.rome_code, job_label(job), catalogue.family_share[job.rome_code])
        for family in by_family(catalogue, basin_codes)
        for job in catalogue.jobs_by_family.get(family.code, ())
        if catalogue.family_share[job.rome_code]
    )


def by_domain(catalogue: Catalogue, basin_codes: Collection[str]) -> tuple[Hiring, ...]:
    """The domains of jobs (letters of ROME), each with the estimates of its jobs together."""
    parts: dict[str, list[Hiring]] = defaultdict(list)
    for one in by_job(catalogue, basin_codes):
        parts[catalogue.job_by_code[one.code].domain].append(one)
    labels = catalogue.domain_labels
    return _most_first(_together(code, labels[code], some) for code, some in parts.items())


def _sum(code: str, label: str, rows: list[Demand]) -> Hiring:
    return Hiring(
        code,
        label,
        _known(row.projects for row in rows),
        _known(row.hard for row in rows),
        _known(row.seasonal for row in rows),
        any(row.is_minimum or row.projects is None for row in rows),
    )


def _together(code: str, label: str, parts: list[Hiring]) -> Hiring:
    return Hiring(
        code,
        label,
        _known(one.projects for one in parts),
        _known(one.hard for one in parts),
        _known(one.seasonal for one in parts),
        any(one.is_minimum for one in parts),
    )


def _part(family: Hiring, code: str, label: str, share: float) -> Hiring:
    counts = (family.projects, family.hard, family.seasonal)
    projects, hard, seasonal = (None if one is None else one * share for one in counts)
    return Hiring(code, label, projects, hard, seasonal, family.is_minimum)


def _known(counts: Iterable[float | None]) -> float | None:
    """The sum of what is published; None when nothing is."""
    published = [count for count in counts if count is not None]
    return sum(published) if published else None


def _most_first(found: Iterable[Hiring]) -> tuple[Hiring, ...]:
    return tuple(sorted(found, key=lambda one: (-(one.projects or 0), one.label)))
