"""What synthetic people are shown: three jobs and a déclic each, as the conversation gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.evaluation.people import Person
from bot.evaluation.share import Share
from bot.orientation.catalogue import Catalogue
from bot.orientation.choosing import choose
from bot.orientation.matching import Ranking, rank
from bot.orientation.opening import choose_declics, openings
from bot.orientation.profile import Profile
from bot.orientation.surprise import declic_count

CARDS, JOBS = 4, 3


@dataclass(frozen=True)
class Proposed:
    """Rows of the job table. far_axes: of each déclic, how many axes are far from the person.

    coverage: mean over the jobs of the share of the fit that answers told; None without a job.
    """

    jobs: tuple[int, ...]
    declics: tuple[int, ...]
    far_axes: tuple[int, ...]
    coverage: float | None

    @property
    def cards(self) -> tuple[int, ...]:
        return self.jobs + self.declics


@dataclass(frozen=True)
class ListQuality:
    """three_jobs: people who get three jobs. has_declic: who get a déclic; one_far_axis: whose
    déclic is far on exactly one axis, as it should be (of all people, too)."""

    three_jobs: Share
    has_declic: Share
    one_far_axis: Share


def proposed(ranking: Ranking) -> Proposed:
    """The cards of a ranking, as many déclics as the person's dial of surprise says."""
    surprises = declic_count(ranking.situation.profile.surprise, CARDS)
    chosen = choose(ranking, CARDS - surprises)
    declics = tuple(match.row for match in choose_declics(ranking, surprises, chosen))
    far_axes = openings(ranking.situation).far_axes
    jobs = tuple(match.row for match in chosen)
    return Proposed(
        jobs,
        declics,
        tuple(int(far_axes[row]) for row in declics),
        float(ranking.coverage[list(jobs)].mean()) if jobs else None,
    )


def proposed_to(catalogue: Catalogue, profile: Profile, seed: int) -> Proposed:
    return proposed(rank(catalogue, profile, seed))


def proposed_to_all(
    catalogue: Catalogue, crowd: Sequence[Person], seed: int | None = None
) -> tuple[Proposed, ...]:
    """seed: the same conversation seed for all, which takes the congestion guard away; None: each
    person's own."""
    return tuple(
        proposed_to(catalogue, one.profile, one.seed if seed is None else seed) for one in crowd
    )


def list_quality(lists: Sequence[Proposed]) -> ListQuality:
    return ListQuality(
        three_jobs=Share.of(len(one.jobs) >= JOBS for one in lists),
        has_declic=Share.of(bool(one.declics) for one in lists),
        one_far_axis=Share.of(one.far_axes[:1] == (1,) for one in lists),
    )


def known(values: Sequence[float | None]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Those that are not None."""
    return np.array([value for value in values if value is not None], dtype=np.float64)
