"""Does anything move when only the gender of a title or the name of a commune changes?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.evaluation.people import Person
from bot.evaluation.share import Share
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Job
from bot.orientation.matching import Ranking, rank
from bot.orientation.profile import PastJob, Profile
from bot.orientation.titles import TitleIndex


@dataclass(frozen=True)
class Fairness:
    """Shares for which nothing moves, which should be all.

    words: people whose whole ranking stays when their past jobs are said in the other gender.
    typed: jobs with two forms of which both, typed, find the same job first. commune: people whose
    whole ranking stays when every commune has another name.
    """

    words: Share
    typed: Share
    commune: Share


def fairness(
    catalogue: Catalogue, index: TitleIndex, crowd: Sequence[Person], most_jobs: int, seed: int = 0
) -> Fairness:
    """most_jobs: how many jobs with two forms are typed, drawn from the seed."""
    elsewhere = renamed(catalogue)
    two_forms = [job for job in catalogue.jobs if job.label_masculine != job.label_feminine]
    chance = np.random.default_rng(seed)
    some = [two_forms[row] for row in chance.permutation(len(two_forms))[:most_jobs]]
    return Fairness(
        words=Share.of(
            _is_same(
                rank(catalogue, _said(catalogue, one.profile, _masculine), one.seed),
                rank(catalogue, _said(catalogue, one.profile, _feminine), one.seed),
            )
            for one in crowd
            if one.profile.past_jobs
        ),
        typed=Share.of(
            _found(index, job.label_masculine) == _found(index, job.label_feminine) for job in some
        ),
        commune=Share.of(
            _is_same(rank(catalogue, one.profile, one.seed), rank(elsewhere, one.profile, one.seed))
            for one in crowd
        ),
    )


def renamed(catalogue: Catalogue) -> Catalogue:
    """The same places under names that nobody bears: each name backwards."""
    communes = tuple(replace(one, name=one.name[::-1]) for one in catalogue.communes)
    return replace(catalogue, communes=communes)


def _said(catalogue: Catalogue, profile: Profile, form: Callable[[Job], str]) -> Profile:
    jobs = catalogue.job_by_code
    past = (PastJob(form(jobs[one.rome_code]), one.rome_code) for one in profile.past_jobs)
    return replace(profile, past_jobs=tuple(past))


def _masculine(job: Job) -> str:
    return job.label_masculine


def _feminine(job: Job) -> str:
    return job.label_feminine


def _is_same(one: Ranking, other: Ranking) -> bool:
    """The same jobs in the same order, with the same scores."""
    return bool(
        np.array_equal(one.order, other.order)
        and np.array_equal(one.score, other.score, equal_nan=True)
    )


def _found(index: TitleIndex, text: str) -> str | None:
    return next((one.rome_code for one in index.search(text, limit=1)), None)
