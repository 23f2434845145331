"""Kept jobs side by side: what speaks for each, the figures, what it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.counterfactual import limits_of
from bot.orientation.counterfactual_sentences import limit_sentences, way_sentences
from bot.orientation.finding import AGAINST, FOR
from bot.orientation.labels import job_label, number
from bot.orientation.local_facts import about, training_sentence
from bot.orientation.matching import NO, YES, Match, Ranking, rank
from bot.orientation.phrases import say
from bot.orientation.profile import Profile
from bot.orientation.unlocking import Unlocked, unlocking
from bot.services.job_cards import caution_sentences, reason_sentences

MOST_COLUMNS = 3
"""A fourth column would be too narrow to read at 320 px."""


@dataclass(frozen=True)
class Compared:
    """One job as a column. unlocked: what levers would open to the person. times: how many of the
    jobs each reason or caution is told of."""

    match: Match
    unlocked: Sequence[Unlocked]
    easy: bool
    times: Mapping[str, int]


def comparison(
    catalogue: Catalogue,
    profile: Profile,
    rome_codes: Sequence[str],
    seed: int,
    carpool_zone: Collection[str] = frozenset(),
    easy: bool = False,
) -> dict[str, Any]:
    """The message: one column a job, in the order given. carpool_zone: as in situation_of."""
    ranking = rank(catalogue, profile, seed, carpool_zone)
    return comparison_of(ranking, unlocking(ranking, seed), rome_codes, easy)


def comparison_of(
    ranking: Ranking, unlocked: Sequence[Unlocked], rome_codes: Sequence[str], easy: bool = False
) -> dict[str, Any]:
    """The same from a ranking made before, and what levers would open."""
    matches = [ranking.match(code) for code in rome_codes]
    times = Counter(told for match in matches for told in _all_told(match, easy))
    columns = [Compared(match, unlocked, easy, times) for match in matches]
    return {
        "type": "comparison",
        "title": say("compare.title", easy),
        "columns": [job_label(column.match.job) for column in columns],
        "rows": [
            {"title": say(f"compare.row.{name}", easy), "cells": [row(one) for one in columns]}
            for name, row in ROWS.items()
        ],
    }


def _all_told(match: Match, easy: bool) -> list[str]:
    return [*reason_sentences(match.reasons, FOR, easy), *_cautions(match, easy)]


def _cautions(match: Match, easy: bool) -> list[str]:
    return [*caution_sentences(match, easy), *reason_sentences(match.reasons, AGAINST, easy)]


def _own(told: Sequence[str], times: Mapping[str, int]) -> str | None:
    """One sentence, since columns are narrow: the first that fewest of the jobs share."""
    return min(told, key=lambda one: times[one], default=None)


def _fits(one: Compared) -> str:
    told = reason_sentences(one.match.reasons, FOR, one.easy)
    return _own(told, one.times) or say("list.no_reason_yet", one.easy)


def _hiring(one: Compared) -> str:
    """The figure is that of the whole family, as on the card."""
    around, catalogue = one.match.around, one.match.ranking.situation.catalogue
    if around.basin is None:
        return say("compare.home_unknown", one.easy)
    basin = catalogue.basin_by_code[around.basin.basin_code].name
    if around.demand is None or around.demand.projects is None:
        return say("compare.hiring.unknown", one.easy, basin=basin)
    count = number(around.demand.projects)
    kind = "at_least" if around.demand.is_minimum else "known"
    year = around.demand.year
    return say(f"compare.hiring.{kind}", one.easy, count=count, basin=basin, year=year)


def _travel(one: Compared) -> str:
    basin, reach = one.match.around.basin, one.match.ranking.situation.reach
    if basin is None:
        return say("compare.home_unknown", one.easy)
    mode = say(f"reason.mode.{basin.mode}", one.easy)
    travel = say("job.travel", one.easy, minutes=about(basin.minutes), mode=mode)
    code = "compare.travel" if basin.share_to_check else "job.travel.too_far"
    return say(code, one.easy, travel=travel, limit=reach.max_minutes)


def _training(one: Compared) -> str:
    return training_sentence(one.match.job, one.easy)


def _to_know(one: Compared) -> str:
    told = _cautions(one.match, one.easy)
    return _own(told, one.times) or say("compare.nothing_to_know", one.easy)


def _possible(one: Compared) -> str:
    """What it lacks and with what it becomes possible."""
    match = one.match
    if match.feasible != NO:
        return say(f"compare.{'possible' if match.feasible == YES else 'to_check'}", one.easy)
    ways = [unlocked.levers for unlocked in one.unlocked if match.row in unlocked.rows]
    told = (*limit_sentences(limits_of(match), one.easy), *way_sentences(ways, one.easy))
    return "\n".join(told) or say("compare.not_now", one.easy)


ROWS: dict[str, Callable[[Compared], str]] = {
    "fits": _fits,
    "hiring": _hiring,
    "travel": _travel,
    "training": _training,
    "to_know": _to_know,
    "possible": _possible,
}
