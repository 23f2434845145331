"""What a job is said to consist of (definition, summary, skills), as evidence beside its titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Job
from bot.orientation.stems import stem
from bot.orientation.title_letters import Scores
from bot.orientation.title_vocabulary import Weighted, spelled_out
from bot.orientation.title_words import STOPWORDS

Jobs = npt.NDArray[np.int16]

# Roots shorter than this are too often shared by strangers.
SHORTEST_ROOT = 3
AT_ONCE = 100


class JobFields:
    """Which jobs are described with a word, or another form of it."""

    def __init__(self, catalogue: Catalogue, codes: Sequence[str]) -> None:
        self._count = len(codes)
        self._jobs = _jobs_by_root(catalogue, [catalogue.job_by_code[code] for code in codes])
        self._rarity = {
            root: float(np.log1p(self._count / len(jobs))) for root, jobs in self._jobs.items()
        }

    def scores(self, query: Sequence[Weighted]) -> Scores:
        """For each job, the share of the query that its description has; a word that no
        description has counts like the rarest."""
        total, asked = np.zeros(self._count), 0.0
        for word, weight in query:
            root = stem(word)
            rarity = weight * self._rarity.get(root, float(np.log1p(self._count)))
            asked += rarity
            if root in self._jobs:
                total[self._jobs[root]] += rarity
        return total / max(asked, 1e-9)


def _jobs_by_root(catalogue: Catalogue, jobs: Sequence[Job]) -> Mapping[str, Jobs]:
    skills = list(catalogue.skills.values())
    roots_of_skills = _roots([skill.label for skill in skills])
    by_skill = {
        skill.skill_code: roots for skill, roots in zip(skills, roots_of_skills, strict=True)
    }
    described = _roots([f"{job.definition or ''} {job.summary or ''}" for job in jobs])
    found: dict[str, list[int]] = {}
    for position, (job, roots) in enumerate(zip(jobs, described, strict=True)):
        skilled = (by_skill[code] for code in job.skills if code in by_skill)
        for root in roots.union(*skilled):
            found.setdefault(root, []).append(position)
    return {root: np.array(positions, dtype=np.int16) for root, positions in found.items()}


def _roots(texts: Sequence[str]) -> Iterator[set[str]]:
    """The roots of the telling words of each text; read some at a time, to spare memory."""
    for start in range(0, len(texts), AT_ONCE):
        for words in spelled_out(texts[start : start + AT_ONCE]):
            yield {
                root for word in set(words) - STOPWORDS if len(root := stem(word)) >= SHORTEST_ROOT
            }
