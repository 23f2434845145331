"""What a refusal changes beyond the refused job itself: a factor on the score of the other jobs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.orientation.job import ACCESS, Job
from bot.orientation.profile import CONDITIONS, HOURS
from tests.plain.criteria import nearness, short_trip
from tests.plain.situation import Situation

LEAST = 0.35
"""A refusal never divides a score by more than about three: it is a hint, not a hard constraint."""
PHYSICAL = frozenset(CONDITIONS) - {"sitting", "public_contact"}


def refusal_factor(situation: Situation, job: Job) -> float:
    """1 when no refusal says anything about this job; less for each one that does."""
    factor = 1.0
    for refused, reason in situation.refused_jobs:
        likeness = LIKENESS.get(reason, _nothing_more)(situation, refused, job)
        factor *= 1 - (1 - LEAST) * likeness
    return factor


def _as_far(situation: Situation, refused: Job, job: Job) -> float:
    """Every long trip weighs more."""
    return 1 - (short_trip(situation, job).value or 0.0)


def _same_hours(situation: Situation, refused: Job, job: Job) -> float:
    """Share of the refused job's unusual hours that this job has too."""
    return _shared(refused, job, frozenset(HOURS))


def _as_physical(situation: Situation, refused: Job, job: Job) -> float:
    """Share of the refused job's physical conditions that this job has too."""
    return _shared(refused, job, PHYSICAL)


def _as_long_training(situation: Situation, refused: Job, job: Job) -> float:
    """1 when the job asks for training as long as the refused one; unknown training for half."""
    if job.access is None or refused.access is None:
        return 0.5
    return float(job.access != "none" and ACCESS.index(job.access) >= ACCESS.index(refused.access))


def _alike(situation: Situation, refused: Job, job: Job) -> float:
    """Official near jobs, then the same family, then the same domain."""
    return nearness(refused, job)


def _nothing_more(situation: Situation, refused: Job, job: Job) -> float:
    """A refusal without a reason that we know removes its job and changes nothing else."""
    return 0.0


LIKENESS: Mapping[str, Callable[[Situation, Job, Job], float]] = {
    "too_far": _as_far,
    "hours": _same_hours,
    "physical": _as_physical,
    "training": _as_long_training,
    "not_interested": _alike,
    "done_before": _alike,
}


def _shared(refused: Job, job: Job, among: frozenset[str]) -> float:
    wanted = refused.contexts & among
    return len(wanted & job.contexts) / len(wanted) if wanted else 0.0
