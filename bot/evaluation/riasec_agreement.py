"""Do the RIASEC letters of a job's skills say the letter that ROME gives the job?

Each skill gives its weight, squared as in the cosine of a job with itself, to its major letter and
half of it to its minor one; the letter that gets most is the job's. On all of France, ROME 4.0
version 60, 1,584 jobs: accuracy 0.634 (0.611-0.658), kappa 0.541 (0.512-0.570). Equal weights gave
0.551 and 0.439.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.evaluation.intervals import Estimate, bootstrap
from bot.orientation.catalogue import Catalogue
from bot.orientation.job_letters import skill_letters
from bot.orientation.statements import LETTERS

Letters = npt.NDArray[np.intp]


@dataclass(frozen=True)
class RiasecAgreement:
    """accuracy: share of the jobs whose letter is found. kappa: Cohen's, 0 is what chance gives.

    jobs: those measured; undecided: left out, as no skill of theirs has a letter.
    """

    jobs: int
    undecided: int
    accuracy: Estimate
    kappa: Estimate


def riasec_agreement(catalogue: Catalogue, resamples: int = 1000, seed: int = 0) -> RiasecAgreement:
    """Over all jobs. Raises ValueError when no skill of any job has a letter."""
    scores = skill_letters(catalogue.skill_table)
    official = np.array([LETTERS.index(job.riasec_major) for job in catalogue.jobs], dtype=np.intp)
    decided = scores.max(axis=1) > 0
    said, told = scores.argmax(axis=1)[decided], official[decided]
    return RiasecAgreement(
        jobs=len(told),
        undecided=int((~decided).sum()),
        accuracy=_estimate(_accuracy, said, told, resamples, seed),
        kappa=_estimate(cohen_kappa, said, told, resamples, seed),
    )


def cohen_kappa(said: Letters, told: Letters) -> float:
    """Agreement beyond what the two frequencies give by chance; 0 when there is but one letter."""
    shares = [np.bincount(one, minlength=len(LETTERS)) / len(one) for one in (said, told)]
    by_chance = float(shares[0] @ shares[1])
    return (_accuracy(said, told) - by_chance) / (1 - by_chance) if by_chance < 1 else 0.0


def _accuracy(said: Letters, told: Letters) -> float:
    return float((said == told).mean())


def _estimate(
    measure: Callable[[Letters, Letters], float],
    said: Letters,
    told: Letters,
    resamples: int,
    seed: int,
) -> Estimate:
    return bootstrap(lambda rows: measure(said[rows], told[rows]), len(told), resamples, seed)
