"""What a refusal changes beyond the refused job itself: a factor on the score of the other jobs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from bot.orientation.criteria import short_trip
from bot.orientation.job import Job
from bot.orientation.job_table import CONTEXT_NUMBER, UNKNOWN_ACCESS, Numbers
from bot.orientation.profile import CONDITIONS, HOURS
from bot.orientation.situation import Situation

LEAST = 0.35
"""A refusal never divides a score by more than about three: it is a hint, not a hard constraint."""
PHYSICAL = tuple(c for c in CONDITIONS if c not in ("sitting", "public_contact"))


def refusal_factor(situation: Situation) -> Numbers:
    """For each job, 1 when no refusal says anything about it; less for each one that does."""
    factor = np.ones(len(situation.table))
    for one in refusal_factors(situation):
        factor *= one
    return factor


def refusal_factors(situation: Situation) -> tuple[Numbers, ...]:
    """The factor of each of the situation's refused_jobs, in their order."""
    return tuple(
        1 - (1 - LEAST) * LIKENESS.get(reason, _nothing_more)(situation, refused)
        for refused, reason in situation.refused_jobs
    )


def avoided(refused: Job, reason: str) -> tuple[str, ...]:
    """The hours or conditions of a refused job that its reason lowers from now on."""
    among = {"hours": HOURS, "physical": PHYSICAL}.get(reason, ())
    return tuple(context for context in among if context in refused.contexts)


def _as_far(situation: Situation, refused: Job) -> Numbers:
    """Every long trip weighs more."""
    return 1 - np.nan_to_num(short_trip(situation).values)


def _same_hours(situation: Situation, refused: Job) -> Numbers:
    """Share of the refused job's unusual hours that each job has too."""
    return _shared(situation, refused, HOURS)


def _as_physical(situation: Situation, refused: Job) -> Numbers:
    """Share of the refused job's physical conditions that each job has too."""
    return _shared(situation, refused, PHYSICAL)


def _as_long_training(situation: Situation, refused: Job) -> Numbers:
    """1 when a job asks for training as long as the refused one; unknown training for half."""
    access = situation.table.access
    most = access[situation.row_of(refused)]
    if most == UNKNOWN_ACCESS:
        return np.full(len(access), 0.5)
    as_long = ((access > 0) & (access >= most)).astype(np.float64)
    return np.where(access == UNKNOWN_ACCESS, 0.5, as_long)


def _alike(situation: Situation, refused: Job) -> Numbers:
    """Official near jobs, then the same family, then the same domain."""
    return situation.table.nearness(situation.row_of(refused))


def _nothing_more(situation: Situation, refused: Job) -> Numbers:
    """A refusal without a reason that we know removes its job and changes nothing else."""
    return np.zeros(len(situation.table))


LIKENESS: Mapping[str, Callable[[Situation, Job], Numbers]] = {
    "too_far": _as_far,
    "hours": _same_hours,
    "physical": _as_physical,
    "training": _as_long_training,
    "not_interested": _alike,
    "done_before": _alike,
}


def _shared(situation: Situation, refused: Job, among: tuple[str, ...]) -> Numbers:
    wanted = [CONTEXT_NUMBER[context] for context in among if context in refused.contexts]
    if not wanted:
        return np.zeros(len(situation.table))
    return np.asarray(situation.table.contexts[:, wanted].mean(axis=1))
