"""One person among the facts: what every criterion needs, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.orientation.catalogue import Catalogue
from bot.orientation.evidence import Evidence
from bot.orientation.interests import InterestProfile, evidence_of, interest_profile
from bot.orientation.job import Job
from bot.orientation.mobility import Reach, reach
from bot.orientation.profile import Profile
from bot.orientation.trips import trips_from
from tests.plain.opportunity import Opportunity, opportunities


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
    reach: Reach
    around: Mapping[str, Opportunity]
    past: tuple[tuple[str, Job], ...]
    refused_jobs: tuple[tuple[Job, str], ...]


def situation_of(catalogue: Catalogue, profile: Profile) -> Situation:
    jobs = catalogue.job_by_code
    within = reach(trips_from(catalogue, profile), profile)
    around = opportunities(catalogue, within)
    evidence = evidence_of(profile)
    return Situation(
        catalogue=catalogue,
        profile=profile,
        evidence=evidence,
        interests=interest_profile(evidence, profile.conditions_refused or ()),
        reach=within,
        around=around,
        past=tuple(
            (past.said, jobs[past.rome_code])
            for past in profile.past_jobs
            if past.rome_code in jobs
        ),
        refused_jobs=tuple(
            (jobs[refusal.rome_code], refusal.reason)
            for refusal in profile.refusals
            if refusal.rome_code in jobs
        ),
    )
