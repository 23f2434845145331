"""All the facts of the core, as plain tables; built once per process and never changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from bot.orientation.demand_table import DemandTable, demand_table
from bot.orientation.interests import job_settings
from bot.orientation.job import Demand, Job, Skill, Title
from bot.orientation.job_table import JobTable, job_table
from bot.orientation.misplaced_jobs import MISPLACED_JOBS
from bot.orientation.skill_likeness import SkillTable
from bot.orientation.territory import Basin, Commune, Geography

TABLES = ("job_table", "skill_table", "demand_table", "settings_by_job")


@dataclass(frozen=True)
class Edition:
    """One data set: its name ("BMO"), its edition ("2025"), its source line and its row count."""

    name: str
    edition: str
    source: str
    rows: int


@dataclass(frozen=True)
class Catalogue:
    """Jobs, titles, families, demand, communes, basins, and the editions they come from.

    skills: those that the jobs name, by their code.
    """

    jobs: tuple[Job, ...]
    titles: tuple[Title, ...]
    family_labels: dict[str, str]
    domain_labels: dict[str, str]
    demand: tuple[Demand, ...]
    communes: tuple[Commune, ...]
    basins: tuple[Basin, ...]
    editions: tuple[Edition, ...]
    skills: dict[str, Skill] = field(default_factory=dict)

    @cached_property
    def job_by_code(self) -> dict[str, Job]:
        return {job.rome_code: job for job in self.jobs}

    @cached_property
    def commune_by_code(self) -> dict[str, Commune]:
        return {commune.insee_code: commune for commune in self.communes}

    @cached_property
    def basin_by_code(self) -> dict[str, Basin]:
        return {basin.basin_code: basin for basin in self.basins}

    @cached_property
    def demand_by_family_and_basin(self) -> dict[tuple[str, str], Demand]:
        return {(row.fap_code, row.basin_code): row for row in self.demand}

    @cached_property
    def demand_by_family(self) -> dict[str, dict[str, Demand]]:
        """Family -> basin -> row. No row = the source reports no project there."""
        rows: dict[str, dict[str, Demand]] = {}
        for row in self.demand:
            rows.setdefault(row.fap_code, {})[row.basin_code] = row
        return rows

    @cached_property
    def jobs_by_family(self) -> dict[str, tuple[Job, ...]]:
        families: dict[str, list[Job]] = {}
        for job in self.jobs:
            families.setdefault(job.fap_code, []).append(job)
        return {fap_code: tuple(jobs) for fap_code, jobs in families.items()}

    @cached_property
    def settings_by_job(self) -> dict[str, dict[str, float]]:
        """ROME code -> the job's work settings, as interests.job_settings reads them."""
        return {job.rome_code: job_settings(job) for job in self.jobs}

    @cached_property
    def family_share(self) -> dict[str, float]:
        """ROME code -> estimated share of its family's hiring that is for this very job.

        BMO counts families only. Our estimate grows with the number of jobs that officially lead
        to this one and with its number of official titles. Compared once with the vacancies
        recorded by job in 2021, inside families: correlation 0.48, both exponents near 1. Nothing
        for a job that does another work than its family (misplaced_jobs.py).
        """
        leading = Counter(code for job in self.jobs for code in job.near)
        named = Counter(title.rome_code for title in self.titles if title.is_official)
        size = {
            job.rome_code: (1 + leading[job.rome_code]) * (1 + named[job.rome_code])
            for job in self.jobs
        }
        total = {
            fap_code: sum(size[job.rome_code] for job in jobs)
            for fap_code, jobs in self.jobs_by_family.items()
        }
        return {
            job.rome_code: 0.0
            if job.rome_code in MISPLACED_JOBS
            else size[job.rome_code] / total[job.fap_code]
            for job in self.jobs
        }

    @cached_property
    def skill_table(self) -> SkillTable:
        return SkillTable.of(self)

    def prepare(self) -> None:
        """Works out now what the first person would wait for."""
        for table in ("job_by_code", "commune_by_code", "demand_by_family_and_basin", *TABLES):
            getattr(self, table)
        self.geography.prepare()

    @cached_property
    def hiring_year(self) -> int | None:
        """The newest year of the hiring figures; None without any."""
        return max((row.year for row in self.demand), default=None)

    @cached_property
    def job_table(self) -> JobTable:
        return job_table(self)

    @cached_property
    def demand_table(self) -> DemandTable:
        return demand_table(self.demand, self.job_table.family_row)

    @cached_property
    def geography(self) -> Geography:
        return Geography(self.communes)
