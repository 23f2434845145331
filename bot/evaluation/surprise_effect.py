"""What the dial of surprise does to the lists of people who have a past job."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.evaluation.intervals import Estimate, mean_of
from bot.evaluation.people import Person
from bot.evaluation.proposals import proposed
from bot.orientation.catalogue import Catalogue
from bot.orientation.matching import Ranking, rank
from bot.orientation.profile import SURPRISE


@dataclass(frozen=True)
class DialEffect:
    """Means over people. nearness: of their cards to what they did, 0 to 1. known_domain: share of
    their cards in the domain of a past job. fit: of their cards, 0 to 1. declics: their number."""

    dial: str
    nearness: Estimate
    known_domain: Estimate
    fit: Estimate
    declics: Estimate


def surprise_effect(
    catalogue: Catalogue, crowd: Sequence[Person], seed: int = 0
) -> tuple[DialEffect, ...]:
    """Near, open, surprise, over the people who have a past job and get a card with each.

    Raises ValueError when there is nobody.
    """
    rows = [_by_dial(catalogue, one) for one in crowd if one.profile.past_jobs]
    whole = np.array([one for one in rows if not np.isnan(one).any()]).reshape(-1, len(SURPRISE), 4)
    return tuple(
        DialEffect(dial, *(mean_of(whole[:, place, column], seed=seed) for column in range(4)))
        for place, dial in enumerate(SURPRISE)
    )


def _by_dial(catalogue: Catalogue, one: Person) -> list[tuple[float, float, float, float]]:
    return [
        _figures(rank(catalogue, replace(one.profile, surprise=dial), one.seed))
        for dial in SURPRISE
    ]


def _figures(ranking: Ranking) -> tuple[float, float, float, float]:
    """As in DialEffect, of one person; NaN without a card or a fit."""
    found = proposed(ranking)
    cards, situation = list(found.cards), ranking.situation
    if not cards:
        return np.nan, np.nan, np.nan, np.nan
    past = [situation.row_of(job) for _, job in situation.past]
    table = situation.table
    return (
        float(ranking.columns["experience"].values[cards].mean()),
        float(np.isin(table.domain[cards], table.domain[past]).mean()),
        float(ranking.fit[cards].mean()),
        float(len(found.declics)),
    )
