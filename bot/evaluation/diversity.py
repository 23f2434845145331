"""Are the cards of one person different from each other?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.evaluation.intervals import Estimate, mean_of
from bot.evaluation.proposals import Proposed
from bot.evaluation.share import Share
from bot.orientation.job_table import JobTable


@dataclass(frozen=True)
class Diversity:
    """Means over people: how many ROME domains (letters A to N) and job families there are among
    their cards, and how many cards. all_differ: people whose cards are all of different domains."""

    cards: Estimate
    domains: Estimate
    families: Estimate
    all_differ: Share


def diversity(table: JobTable, lists: Sequence[Proposed], seed: int = 0) -> Diversity:
    """Over the people who get a card. Raises ValueError when nobody does."""
    cards = [list(one.cards) for one in lists if one.cards]
    domains = [len(set(table.domain[rows].tolist())) for rows in cards]
    families = [len(set(table.family[rows].tolist())) for rows in cards]
    counts = [len(rows) for rows in cards]

    def mean(numbers: Sequence[int]) -> Estimate:
        return mean_of(np.array(numbers, dtype=np.float64), seed=seed)

    return Diversity(
        mean(counts),
        mean(domains),
        mean(families),
        Share.of(count == size for count, size in zip(domains, counts, strict=True)),
    )
