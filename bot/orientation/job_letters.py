"""What each job is about, in the six letters of RIASEC: from its own letters and its skills'.

The skills add what two letters leave out. Measured over all of France on made-up people who want
one job and answer steadily, as the area under the curve, against the job's own letters alone: with
three answers in, jobs of the same letter come out better by 0.013 (0.008 to 0.017) and near jobs by
0.004; with twelve, by 0.000 and 0.003. Who says yes to one letter only still has its jobs first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bot.orientation.job import Job
from bot.orientation.skill_likeness import SkillTable
from bot.orientation.statements import LETTERS

Numbers = npt.NDArray[np.float64]

MAJOR_SHARE = 2 / 3
"""Weight of a job's major letter against its minor one: our choice, near the usual 2 to 1."""
OFFICIAL_SHARE = 0.8
"""What ROME says of the job itself, against what it says of the job's skills."""
MINOR_SKILL = 0.5


def job_letters(jobs: Sequence[Job], table: SkillTable) -> Numbers:
    """Jobs by letters, in the order of LETTERS: shares of what the job is about, 1 in each row.

    The job's own letters make 80 %, those of its skills the rest; all of it when skills tell none.
    """
    official = _official(jobs)
    told = skill_letters(table)
    totals = told.sum(axis=1, keepdims=True)
    from_skills = np.divide(told, totals, out=official.copy(), where=totals > 0)
    return np.asarray(OFFICIAL_SHARE * official + (1 - OFFICIAL_SHARE) * from_skills)


def skill_letters(table: SkillTable) -> Numbers:
    """Jobs by letters: 0 throughout when nothing tells.

    Each skill gives its weight, squared as in the cosine of a job with itself, to its major letter
    and half of it to its minor one.
    """
    letters = np.zeros((len(table.skills), len(LETTERS)))
    for row, skill in enumerate(table.skills):
        for letter, weight in ((skill.riasec_major, 1.0), (skill.riasec_minor, MINOR_SKILL)):
            if letter is not None:
                letters[row, LETTERS.index(letter)] += weight
    return np.asarray(table.weights.power(2) @ letters, dtype=np.float64)


def _official(jobs: Sequence[Job]) -> Numbers:
    shares = np.zeros((len(jobs), len(LETTERS)))
    for row, job in enumerate(jobs):
        shares[row, LETTERS.index(job.riasec_major)] += MAJOR_SHARE if job.riasec_minor else 1.0
        if job.riasec_minor:
            shares[row, LETTERS.index(job.riasec_minor)] += 1 - MAJOR_SHARE
    return shares
