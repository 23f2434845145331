"""The list a person would see first, and how much of it one more answer would change."""

from __future__ import annotations

import numpy as np

from bot.orientation.job_table import Flags, JobTable, Numbers
from bot.orientation.matching import LAST_TIER, Ranking, Scores

FIRST, NEXT = 4, 10
"""Jobs of the first cards, and those that "more jobs" shows soon after."""
WEIGHTS: Numbers = np.array([0.6 / FIRST] * FIRST + [0.4 / NEXT] * NEXT)
"""What each place counts for, 1 in all: four cards are seen together, so their order is nothing."""

IMPOSSIBLE, TIER_STEP = -1.0, 2.0
"""The step is more than any score, so that a job of a better tier always comes first."""


def first_jobs(table: JobTable, scores: Scores, possible: Flags) -> Numbers:
    """WEIGHTS on the jobs shown first, 0 elsewhere: one row of jobs for each row of scores.

    The best job of each family, as choose() does; its rule on domains is left out, since it would
    be ten times as long to work out. possible: jobs that may be shown.
    """
    merit = scores.score + TIER_STEP * (LAST_TIER - scores.tier)
    merit = np.atleast_2d(np.where(possible, merit, IMPOSSIBLE))
    # The last column stands for the places that a small family leaves empty.
    merit = np.pad(merit, ((0, 0), (0, 1)), constant_values=IMPOSSIBLE)
    by_family = merit[:, table.rows_by_family]
    best = by_family.max(axis=2)
    families = np.argsort(-best, axis=1, kind="stable")[:, : len(WEIGHTS)]
    each = np.arange(len(merit))[:, None]
    jobs = table.rows_by_family[families, by_family[each, families].argmax(axis=2)]
    weights = np.zeros(merit.shape)
    is_shown = best[each, families] > IMPOSSIBLE
    weights[each, jobs] = np.where(is_shown, WEIGHTS[: families.shape[1]], 0.0)
    return weights[:, :-1]


def first_jobs_of(ranking: Ranking) -> Numbers:
    """The same for one ranking: one number for each job."""
    return np.asarray(first_jobs(ranking.situation.table, ranking.scores, ranking.is_possible)[0])


def change(before: Numbers, after: Numbers) -> Numbers:
    """0 to 1: the weight of the jobs that leave the first list, or that come, whichever is more.

    0: the same jobs in the same rows of cards; 1: not one job in common.
    """
    difference = after - before
    gained = np.maximum(difference, 0.0).sum(axis=-1)
    return np.asarray(np.maximum(gained, gained - difference.sum(axis=-1)))
