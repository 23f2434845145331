"""Chooses the jobs to show from a ranking: the best ones, but not all of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from bot.orientation.job_table import JobTable, Rows
from bot.orientation.matching import Match, Ranking
from bot.orientation.surprise import NEAR

DOMAIN_PRICE = 0.9
"""A job of a new domain is preferred down to this share of the best remaining score."""
MOST_PER_DOMAIN = 2


def choose(
    ranking: Ranking,
    count: int,
    passed_over: Collection[str] = (),
    beside: Sequence[Match] = (),
) -> tuple[Match, ...]:
    """The `count` best, from different families and, while it costs little, different domains.

    A past job comes only when nothing else is left. passed_over: codes already shown. beside: jobs
    shown too, whose families are taken.
    """
    table = ranking.situation.table
    left = _without(table, ranking.order, passed_over)
    fresh = _without(table, left, (job.rome_code for _, job in ranking.situation.past))
    candidates = fresh if len(fresh) else left
    taken = [match.row for match in beside]
    chosen: list[int] = []
    while len(chosen) < count and len(set(candidates.tolist()) - {*taken, *chosen}):
        chosen.append(_next_choice(ranking, candidates, [*taken, *chosen]))
    return tuple(Match(ranking, row) for row in chosen)


def _next_choice(ranking: Ranking, candidates: Rows, chosen: list[int]) -> int:
    """The best of another family; a domain chosen twice waits until no other liked job is left.

    Who wants to stay near what they know gets the best, of whatever domain.
    """
    table = ranking.situation.table
    left = candidates[~np.isin(candidates, chosen)]
    other = left[~np.isin(table.family[left], table.family[chosen])]
    left = other if len(other) else left
    if ranking.situation.profile.surprise == NEAR:
        return int(left[0])
    domains = Counter(table.domain[chosen].tolist())
    full = [domain for domain, times in domains.items() if times >= MOST_PER_DOMAIN]
    is_open = (ranking.tier[left] == ranking.tier[left[0]]) & ~np.isin(table.domain[left], full)
    best = left[is_open] if is_open.any() else left
    is_good = ranking.score[best] >= DOMAIN_PRICE * ranking.score[best[0]]
    is_new = is_open.any() & is_good & ~np.isin(table.domain[best], list(domains))
    return int(best[is_new.argmax()])


def _without(table: JobTable, rows: Rows, rome_codes: Iterable[str]) -> Rows:
    gone = [table.row_by_code[code] for code in rome_codes if code in table.row_by_code]
    return np.asarray(rows[~np.isin(rows, gone)])
