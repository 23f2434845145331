"""One person among the facts: what every criterion needs, worked out once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from bot.orientation.catalogue import Catalogue
from bot.orientation.evidence import Evidence
from bot.orientation.interests import InterestProfile, evidence_of, interest_profile
from bot.orientation.job import Job
from bot.orientation.job_table import JobTable
from bot.orientation.mobility import Reach, reach
from bot.orientation.opportunity import Opportunities, opportunities
from bot.orientation.profile import Profile
from bot.orientation.trips import Trips, trips_from


@dataclass(frozen=True)
class Situation:
    """evidence: what the person said, chose and did about their tastes, in that order.

    past: (words of the person, job), for the past jobs that the catalogue knows.

    refused_jobs: (job, reason) for each refusal that the catalogue knows.
    """

    catalogue: Catalogue
    profile: Profile
    evidence: tuple[Evidence, ...]
    interests: InterestProfile
    trips: Trips | None
    reach: Reach
    around: Opportunities
    past: tuple[tuple[str, Job], ...] = field(repr=False)
    refused_jobs: tuple[tuple[Job, str], ...]

    @property
    def table(self) -> JobTable:
        return self.catalogue.job_table

    def row_of(self, job: Job) -> int:
        return self.table.row_by_code[job.rome_code]


def situation_of(
    catalogue: Catalogue, profile: Profile, carpool_zone: Collection[str] = frozenset()
) -> Situation:
    """carpool_zone: departments with a carpool line, which counts only for who gains that mode."""
    jobs = catalogue.job_by_code
    trips = trips_from(catalogue, profile, carpool_zone)
    within = reach(trips, profile)
    evidence = evidence_of(profile)
    return Situation(
        catalogue=catalogue,
        profile=profile,
        evidence=evidence,
        interests=interest_profile(evidence, profile.conditions_refused or ()),
        trips=trips,
        reach=within,
        around=opportunities(catalogue, within),
        past=past_of(catalogue, profile),
        refused_jobs=tuple(
            (jobs[refusal.rome_code], refusal.reason)
            for refusal in profile.refusals
            if refusal.rome_code in jobs
        ),
    )


def past_of(catalogue: Catalogue, profile: Profile) -> tuple[tuple[str, Job], ...]:
    """(words of the person, job) for the past jobs that the catalogue knows."""
    jobs = catalogue.job_by_code
    return tuple(
        (past.said, jobs[past.rome_code]) for past in profile.past_jobs if past.rome_code in jobs
    )


def under(situation: Situation, profile: Profile) -> Situation:
    """The same person, at the same home, with other limits or means: reach and hiring follow."""
    within = reach(situation.trips, profile)
    around = opportunities(situation.catalogue, within)
    return replace(situation, profile=profile, reach=within, around=around)
