"""Is everyone sent to the same few jobs? Compared with what the hiring itself does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.evaluation.intervals import Estimate, Rows, around_value
from bot.evaluation.proposals import Proposed
from bot.evaluation.share import Share
from bot.orientation.catalogue import Catalogue
from bot.orientation.job_table import Flags

MOST = 10
NO_CARD = -1
Numbers = npt.NDArray[np.float64]
Measure = Callable[[Numbers], float]


@dataclass(frozen=True)
class Concentration:
    """top_ten: share of all cards that go to the ten most proposed jobs. gini: 0 when every job is
    proposed as often, 1 when one job takes all. ever: jobs proposed at least once."""

    top_ten: Estimate
    gini: Estimate
    ever: int


@dataclass(frozen=True)
class OftenProposed:
    """people: those who see it among their cards. hiring: its estimated share of all hiring."""

    rome_code: str
    people: Share
    hiring: float


@dataclass(frozen=True)
class ConcentrationReport:
    """possible: jobs that may be proposed to somebody without any rare past job. unguarded: the
    same people with one seed for all. hiring_top_ten, hiring_gini: of the hiring projects of these
    jobs over the catalogue, family by family in estimated shares."""

    possible: int
    guarded: Concentration
    unguarded: Concentration
    hiring_top_ten: float
    hiring_gini: float
    most: tuple[OftenProposed, ...]


def concentration_report(
    catalogue: Catalogue,
    lists: Sequence[Proposed],
    unguarded: Sequence[Proposed],
    seed: int = 0,
) -> ConcentrationReport:
    """Raises ValueError when nobody gets a card."""
    table = catalogue.job_table
    possible = np.asarray(table.can_be_told & ~table.is_rare)
    hiring = hiring_of_jobs(catalogue)
    return ConcentrationReport(
        possible=int(possible.sum()),
        guarded=concentration(lists, possible, seed),
        unguarded=concentration(unguarded, possible, seed),
        hiring_top_ten=top_share(hiring[possible]),
        hiring_gini=gini(hiring[possible]),
        most=_most(catalogue, lists, hiring),
    )


def concentration(lists: Sequence[Proposed], possible: Flags, seed: int = 0) -> Concentration:
    """Over the cards of all people; a job proposed though it is not `possible` counts as well."""
    cards = _as_table(lists)
    counted = possible | (_counts(cards, len(possible)) > 0)

    def of(measure: Measure) -> Estimate:
        return around_value(
            lambda rows: measure(_counts(cards[rows], len(possible))[counted]),
            len(cards),
            seed=seed,
        )

    return Concentration(of(top_share), of(gini), int((_counts(cards, len(possible)) > 0).sum()))


def top_share(counts: Numbers) -> float:
    """Share of the ten largest in the total; 0 when there is nothing."""
    total = counts.sum()
    return float(np.sort(counts)[-MOST:].sum() / total) if total else 0.0


def gini(counts: Numbers) -> float:
    """Gini coefficient of amounts that are not negative; 0 when there is nothing."""
    ordered = np.sort(counts)
    total = ordered.sum()
    if not total:
        return 0.0
    places = np.arange(1, len(ordered) + 1)
    return float((2 * places - len(ordered) - 1) @ ordered / (len(ordered) * total))


def hiring_of_jobs(catalogue: Catalogue) -> Numbers:
    """Published hiring projects over the catalogue, family by family in each job's estimated
    share."""
    table = catalogue.job_table
    return np.asarray(
        table.family_share * catalogue.demand_table.projects.sum(axis=1)[table.family]
    )


def _as_table(lists: Sequence[Proposed]) -> Rows:
    """A row for each person with a card, as wide as the longest list."""
    width = max((len(one.cards) for one in lists), default=0)
    rows = [one.cards + (NO_CARD,) * (width - len(one.cards)) for one in lists if one.cards]
    return np.array(rows, dtype=np.intp).reshape(len(rows), width)


def _counts(cards: Rows, jobs: int) -> Numbers:
    flat = cards.ravel()
    return np.bincount(flat[flat != NO_CARD], minlength=jobs).astype(np.float64)


def _most(
    catalogue: Catalogue, lists: Sequence[Proposed], hiring: Numbers
) -> tuple[OftenProposed, ...]:
    counts = _counts(_as_table(lists), len(hiring))
    first = np.lexsort((np.arange(len(counts)), -counts))[:MOST]
    total = max(hiring.sum(), 1.0)
    return tuple(
        OftenProposed(
            catalogue.jobs[row].rome_code,
            Share(int(counts[row]), len(lists)),
            float(hiring[row] / total),
        )
        for row in first
        if counts[row]
    )
