"""Are the official near jobs of a job found again from skills alone?

ROME lists for each job some ten others that people move to. Every other job is ranked by likeness
of skills, which know nothing of that list.

All of France, ROME 4.0 version 60, 1,584 jobs, with the ends of the 95 % intervals:
                          recall@5             recall@10            reciprocal rank
skills                    0.159 (0.153-0.166)  0.243 (0.234-0.251)  0.577 (0.558-0.596)
same professional domain  0.093 (0.088-0.098)  0.168 (0.161-0.175)  0.368 (0.350-0.385)
same grand domaine        0.024 (0.021-0.026)  0.048 (0.044-0.051)  0.145 (0.134-0.157)
random                    0.003 (0.002-0.004)  0.006 (0.005-0.007)  0.030 (0.026-0.035)
A job has nine near jobs on average: recall@5 could not pass some 0.55.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.evaluation.intervals import Estimate, mean_of
from bot.orientation.catalogue import Catalogue

GRAND_DOMAINE, PROFESSIONAL_DOMAIN = 1, 3
"""Signs of a ROME code that jobs of one domain share: D1505, D15, D."""

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Recovery:
    """Means over jobs: share of the near jobs among the 5 or 10 first, 1 / rank of the first."""

    recall_at_5: Estimate
    recall_at_10: Estimate
    reciprocal_rank: Estimate


@dataclass(frozen=True)
class NearJobRecovery:
    """The ranking by skills beside rankings that know less, over the `jobs` that can be ranked.

    Equals of a baseline are in an order drawn by chance.
    """

    jobs: int
    skills: Recovery
    same_professional_domain: Recovery
    same_grand_domaine: Recovery
    random: Recovery


def near_job_recovery(
    catalogue: Catalogue, resamples: int = 1000, seed: int = 0
) -> NearJobRecovery:
    """Over the jobs that have skills and near jobs. Raises ValueError when there is none."""
    table = catalogue.skill_table
    near = [table.rows_of(job.near) for job in catalogue.jobs]
    rows = [row for row in range(len(near)) if near[row] and table.is_known[row]]
    drawn = np.random.default_rng(seed)
    chance = drawn.random((len(near), len(near)))
    alike = (table.weights @ table.weights.T).toarray().astype(np.float64)

    def recovery(scores: Matrix) -> Recovery:
        return _recovery(scores, near, rows, resamples, seed)

    return NearJobRecovery(
        jobs=len(rows),
        skills=recovery(alike),
        same_professional_domain=recovery(_same(catalogue, PROFESSIONAL_DOMAIN) + chance),
        same_grand_domaine=recovery(_same(catalogue, GRAND_DOMAINE) + chance),
        random=recovery(chance),
    )


def _same(catalogue: Catalogue, signs: int) -> Matrix:
    domains = np.array([job.rome_code[:signs] for job in catalogue.jobs])
    return np.asarray(domains[:, None] == domains[None, :], dtype=np.float64)


def _recovery(
    scores: Matrix, near: Sequence[Sequence[int]], rows: Sequence[int], resamples: int, seed: int
) -> Recovery:
    ranks = [_ranks(scores[row], row, near[row]) for row in rows]
    at_5, at_10 = (np.array([(one < most).mean() for one in ranks]) for most in (5, 10))
    first = np.array([1 / (1 + one.min()) for one in ranks])
    return Recovery(*(mean_of(values, resamples, seed) for values in (at_5, at_10, first)))


def _ranks(scores: Matrix, own_row: int, wanted: Sequence[int]) -> npt.NDArray[np.intp]:
    """Places of the wanted rows, from 0, among all others by falling score."""
    order = np.argsort(-scores, kind="stable")
    places = np.empty(len(order), dtype=np.intp)
    places[order[order != own_row]] = np.arange(len(order) - 1)
    return np.asarray(places[list(wanted)], dtype=np.intp)
