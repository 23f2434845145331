"""The déclic: a job that nobody thought of, near the person on every axis but one.

Opening, after Diagoriente: the largest distance on one axis / (1 + mean of the others).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.orientation.finding import FOR, Reason
from bot.orientation.job import Job
from tests.plain.criteria import NEAR_JOB, nearness
from tests.plain.matching import Match, Ranking
from tests.plain.situation import Situation

FAR = 0.4
"""Distance from which an axis is far: a taste that the person does not really have."""
REFUSED = 0.7
"""Distance that says a clear no: a surprise never goes against what the person said."""


MOST_FAR_AXES = 2
DECLIC_SPREAD = 0.3
REAL_HIRING = 0.25
"""Value of the hiring criterion from which a surprise is worth the trip."""


@dataclass(frozen=True)
class Opening:
    """value: about 0 to 1, higher is more of a discovery. far_axis: the axis it opens.

    far_axes: how many axes are far; a déclic has exactly one.
    """

    value: float
    far_axis: str
    far_axes: int
    is_refused: bool


def opening(situation: Situation, job: Job) -> Opening | None:
    """How a job would open the person's horizon; None when fewer than two axes are known."""
    distances = axis_distances(situation, job)
    if len(distances) < 2:
        return None
    far_axis = max(distances, key=lambda axis: distances[axis])
    largest = distances[far_axis]
    others = (sum(distances.values()) - largest) / (len(distances) - 1)
    far = sum(distance >= FAR for distance in distances.values())
    tastes = [distance for axis, distance in distances.items() if axis != "domain"]
    return Opening(largest / (1 + others), far_axis, far, max(tastes, default=0.0) >= REFUSED)


def axis_distances(situation: Situation, job: Job) -> dict[str, float]:
    """Axis -> distance from 0 to 1 between person and job; axes that are not known are absent.

    "domain" is the distance from what the person did: 0 the same domain, 1 quite elsewhere,
    less when ROME calls the jobs near.
    """
    scores = situation.interests.scores
    wanted = {job.riasec_major: 1.0, **situation.catalogue.settings_by_job[job.rome_code]}
    if job.riasec_minor:
        wanted[job.riasec_minor] = 1.0
    distances = {
        axis: abs(sign - scores[axis]) / 2 for axis, sign in wanted.items() if axis in scores
    }
    if situation.past:
        distances["domain"] = min(_domain_distance(past, job) for _, past in situation.past)
    return distances


def choose_declic(
    ranking: Ranking, beside: Collection[Match], passed_over: Collection[str] = ()
) -> Match | None:
    """The best opening among jobs that recruit in reach, outside the domains of the past jobs.

    Wanted, in this order: real hiring, a domain other than those shown `beside`, exactly one far
    axis (failing that, none or two). It is of another family than those beside, and nothing in it
    goes against a clear no. None when no job is so.
    """
    situation = ranking.situation
    past = {job.domain for _, job in situation.past}
    families = {match.job.fap_code for match in beside}
    candidates = [
        match
        for match in ranking.matches
        if match.around.projects
        and match.job.rome_code not in passed_over
        and match.job.domain not in past
        and match.job.fap_code not in families
    ]
    openings = [(opening(situation, match.job), match) for match in candidates]
    domains = {match.job.domain for match in beside}
    fitting = [
        (
            (
                _hires(match),
                match.feasible == "yes",
                match.job.domain not in domains,
                -abs(found.far_axes - 1),
            ),
            found.value * match.score * (1 + DECLIC_SPREAD * match.luck),
            match,
        )
        for found, match in openings
        if found is not None and found.far_axes <= MOST_FAR_AXES and not found.is_refused
    ]
    return max(fitting, key=lambda one: one[:2])[2] if fitting else None


def declic_reason(situation: Situation, job: Job) -> Reason:
    """What is new about the déclic: its one far axis, none, or more."""
    found = opening(situation, job)
    if found is None or found.far_axes == 0:
        return Reason("declic_all_near", FOR)
    if found.far_axes > 1:
        return Reason("declic_further", FOR)
    sign = situation.catalogue.settings_by_job[job.rome_code].get(found.far_axis, 1.0)
    return Reason("declic", FOR, {"axis": found.far_axis, "sign": sign})


def _hires(match: Match) -> bool:
    return (match.findings["hiring"].value or 0.0) >= REAL_HIRING


def _domain_distance(past: Job, job: Job) -> float:
    if past.domain == job.domain:
        return 0.0
    return 0.5 if nearness(past, job) >= NEAR_JOB else 1.0
