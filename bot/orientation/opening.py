"""The déclic: a job that nobody thought of, near the person on every axis but one.

Opening, after Diagoriente: the largest distance on one axis / (1 + mean of the others).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from bot.orientation.finding import FOR, Reason
from bot.orientation.job_table import NEAR_JOB, Flags, Numbers, Rows
from bot.orientation.matching import FEASIBLE, YES, Match, Ranking
from bot.orientation.opportunity import REAL_HIRING
from bot.orientation.situation import Situation
from bot.orientation.statements import AXES, LETTERS

FAR = 0.4
"""Distance from which an axis is far: a taste that the person does not really have."""
REFUSED = 0.7
"""Distance that says a clear no: a surprise never goes against what the person said."""
MOST_FAR_AXES = 2
DECLIC_SPREAD = 0.3
"""Surprises nearer in merit than this are drawn by lot: not everyone is to get the same one."""
DISTANCE_AXES = (*AXES, "domain")


@dataclass(frozen=True)
class Openings:
    """How each job would open the person's horizon, one row a job.

    distances: jobs x DISTANCE_AXES, from 0 to 1 between person and job; NaN where not known.
    "domain" is the distance from what the person did: 0 the same domain, 1 quite elsewhere, less
    when ROME calls the jobs near. value: about 0 to 1, higher is more of a discovery; NaN when
    fewer than two axes are known. far_axes: how many axes are far; a déclic has exactly one.
    is_refused: a taste goes against a clear no.
    """

    distances: Numbers
    value: Numbers
    far_axes: Rows
    is_refused: Flags

    def far_axis(self, row: int) -> str:
        """The axis that the job opens."""
        return DISTANCE_AXES[int(np.nanargmax(self.distances[row]))]


def openings(situation: Situation) -> Openings:
    distances = axis_distances(situation)
    is_known = ~np.isnan(distances)
    filled = np.where(is_known, distances, 0.0)
    known = is_known.sum(axis=1)
    largest = filled.max(axis=1)
    others = (filled.sum(axis=1) - largest) / np.maximum(known - 1, 1)
    return Openings(
        distances,
        np.where(known >= 2, largest / (1 + others), np.nan),
        (filled >= FAR).sum(axis=1),
        filled[:, : len(AXES)].max(axis=1) >= REFUSED,
    )


def axis_distances(situation: Situation) -> Numbers:
    """Jobs x DISTANCE_AXES; see Openings."""
    table = situation.table
    letters = np.where(table.is_major + table.is_minor > 0, 1.0, np.nan)
    scores = np.array([situation.interests.scores.get(axis, np.nan) for axis in AXES])
    tastes = abs(np.hstack([letters, table.settings]) - scores) / 2
    return np.column_stack([tastes, _domain_distance(situation)])


def choose_declics(
    ranking: Ranking,
    count: int,
    beside: Collection[Match],
    passed_over: Collection[str] = (),
) -> tuple[Match, ...]:
    """The best openings among jobs that recruit in reach, outside the domains of the past jobs.

    Wanted, in this order: real hiring in reach, nothing to check, a domain other than those shown
    `beside`, exactly one far axis (failing that, none or two). Each is of another family than those
    beside, and nothing in it goes against a clear no. Fewer than `count`, or none, when no job is
    so.
    """
    found = openings(ranking.situation)
    chosen: list[Match] = []
    while len(chosen) < count:
        row = _best_opening(ranking, found, (*beside, *chosen), passed_over)
        if row is None:
            break
        chosen.append(Match(ranking, row))
    return tuple(chosen)


def may_surprise(ranking: Ranking, found: Openings) -> Flags:
    """The jobs that may be a déclic: possible, recruiting in reach, outside the domains of the past
    jobs, far on MOST_FAR_AXES at most, and nothing in them goes against a clear no."""
    situation, table = ranking.situation, ranking.situation.table
    past = [situation.row_of(job) for _, job in situation.past]
    return np.asarray(
        ranking.is_possible
        & situation.around.has_figure[table.family]
        & ~np.isin(table.domain, table.domain[past])
        & ~np.isnan(found.value)
        & (found.far_axes <= MOST_FAR_AXES)
        & ~found.is_refused
    )


def _best_opening(
    ranking: Ranking, found: Openings, beside: Collection[Match], passed_over: Collection[str]
) -> int | None:
    table, rows = ranking.situation.table, ranking.order
    shown = [match.row for match in beside]
    gone = [table.row_by_code[code] for code in passed_over if code in table.row_by_code]
    is_fitting = (
        may_surprise(ranking, found)[rows]
        & ~np.isin(rows, gone)
        & ~np.isin(table.family[rows], table.family[shown])
    )
    rows = rows[is_fitting][::-1]  # the last of equals is taken below: the best ranked
    if not len(rows):
        return None
    hires = ranking.columns["hiring"].values[rows] >= REAL_HIRING
    is_elsewhere = ~np.isin(table.domain[rows], table.domain[shown])
    merit = found.value[rows] * ranking.score[rows] * (1 + DECLIC_SPREAD * ranking.luck[rows])
    is_sure = ranking.feasible[rows] == FEASIBLE.index(YES)
    wish = (merit, -abs(found.far_axes[rows] - 1), is_elsewhere, is_sure, hires)
    return int(rows[np.lexsort(wish)[-1]])


def declic_reason(situation: Situation, row: int) -> Reason:
    """What is new about the déclic: its one far axis, none, or more."""
    found = openings(situation)
    if np.isnan(found.value[row]) or found.far_axes[row] == 0:
        return Reason("declic_all_near", FOR)
    if found.far_axes[row] > 1:
        return Reason("declic_further", FOR)
    axis = found.far_axis(row)
    settings = situation.catalogue.settings_by_job[situation.table.jobs[row].rome_code]
    sign = 1.0 if axis in LETTERS else settings.get(axis, 1.0)
    return Reason("declic", FOR, {"axis": axis, "sign": sign})


def _domain_distance(situation: Situation) -> Numbers:
    table = situation.table
    nearest = np.full(len(table), np.nan)
    for _, past in situation.past:
        row = situation.row_of(past)
        distance = np.where(table.nearness(row) >= NEAR_JOB, 0.5, 1.0)
        distance[table.domain == table.domain[row]] = 0.0
        nearest = np.fmin(nearest, distance)
    return nearest
