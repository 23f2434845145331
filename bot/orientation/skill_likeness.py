"""How alike jobs are by what one does in them, and which skills of a past job serve in another.

A job is a vector over skills: each weighs the square root of its IDF, so that a shared skill counts
by its IDF once, times (1 + place)^-1/4, its place among the job's skills, those of its core first.
Likeness is the cosine. Share of the official near jobs, in all of France, among the ten most alike
(evaluation/near_jobs.py): 0.243 like this; 0.226 without places; 0.225 with the whole IDF in place
of its root, 0.237 with places too; 0.233 with places that count more, to the power -0.4.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy import sparse

from bot.orientation.job import Job, Skill
from bot.orientation.labels import lower_first

if TYPE_CHECKING:
    from bot.orientation.catalogue import Catalogue

PLACE_EXPONENT = -0.25
MOST_WORDS = 12
MOST_JOBS = 0.2
"""A skill of more than one job in five ("Gérer les stocks") tells nothing of the two at hand."""
EXAMPLES = re.compile(r"\s*\([^)]*\)")

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class SkillTable:
    """Jobs (rows, in the order of the catalogue) by skills (columns, by code).

    weights: of length 1 in each row, all 0 for a job whose skills are unknown.
    """

    row_by_code: Mapping[str, int]
    skills: tuple[Skill, ...]
    weights: sparse.csr_matrix

    @classmethod
    def of(cls, catalogue: Catalogue) -> SkillTable:
        skills = tuple(catalogue.skills[code] for code in sorted(catalogue.skills))
        rows = {job.rome_code: row for row, job in enumerate(catalogue.jobs)}
        return cls(rows, skills, _weights(catalogue.jobs, skills))

    @cached_property
    def is_known(self) -> npt.NDArray[np.bool_]:
        """Whether the skills of each job are known."""
        return np.asarray(np.diff(self.weights.indptr) > 0)

    @cached_property
    def job_share(self) -> Floats:
        """Share of the jobs that have each skill."""
        counts = np.bincount(self.weights.indices, minlength=len(self.skills))
        return np.asarray(counts / max(1, len(self.row_by_code)), dtype=np.float32)

    def rows_of(self, rome_codes: Sequence[str]) -> list[int]:
        """Rows of the jobs of these codes; a code that is not in the catalogue has none."""
        return [self.row_by_code[code] for code in rome_codes if code in self.row_by_code]

    def likeness(self, past_rows: Sequence[int]) -> Floats:
        """Each job's likeness to the past job it is most like, 0 to 1.

        NaN: unknown, for jobs without skills, and for all when no past job has any.
        """
        known = [row for row in past_rows if self.is_known[row]]
        if not known:
            return np.full(len(self.row_by_code), np.nan, dtype=np.float32)
        each = self.weights @ np.column_stack([self._row(row) for row in known])
        return np.where(self.is_known, each.max(axis=1), np.float32(np.nan))

    def shared_skills(self, past_job: Job, job: Job, most: int = 3) -> tuple[Skill, ...]:
        """What one did in the past job and would do in the other, what tells most first.

        Left out: skills of many jobs, and those whose words are too many to be shown.
        """
        past, other = (self._row(self.row_by_code[one.rome_code]) for one in (past_job, job))
        shared = past * other
        telling = np.flatnonzero((shared > 0) & (self.job_share <= MOST_JOBS))
        some = (self.skills[n] for n in telling[np.argsort(-shared[telling], kind="stable")])
        return tuple(islice((one for one in some if skill_words(one) is not None), most))

    def _row(self, row: int) -> Floats:
        some = slice(self.weights.indptr[row], self.weights.indptr[row + 1])
        whole = np.zeros(len(self.skills), dtype=np.float32)
        whole[self.weights.indices[some]] = self.weights.data[some]
        return whole


def skill_words(skill: Skill) -> str | None:
    """The skill as it reads after a colon: "gérer une caisse", without examples in brackets.

    None when it takes more than 12 words: too long to be read on a card.
    """
    words = EXAMPLES.sub("", skill.label)
    return lower_first(words) if len(words.split()) <= MOST_WORDS else None


def _weights(jobs: Sequence[Job], skills: Sequence[Skill]) -> sparse.csr_matrix:
    column = {skill.skill_code: n for n, skill in enumerate(skills)}
    counts = np.array([len(job.skills) for job in jobs], dtype=np.intp)
    columns = np.array([column[code] for job in jobs for code in job.skills], dtype=np.intp)
    rows = np.repeat(np.arange(len(jobs)), counts)
    places = np.arange(len(columns)) - np.repeat(np.cumsum(counts) - counts, counts)
    having = np.bincount(columns, minlength=len(skills))
    idf = np.log((1 + len(jobs)) / np.maximum(having, 1))
    raw = np.sqrt(idf[columns]) * (1.0 + places) ** PLACE_EXPONENT
    lengths = np.sqrt(np.bincount(rows, weights=raw**2, minlength=len(jobs)))
    values = (raw / lengths[rows]).astype(np.float32)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(jobs), len(skills)))
