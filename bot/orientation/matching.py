"""Ranks jobs for one person: fit, opportunity and feasible are kept apart.

Score = fit x opportunity x coverage of answers x refusals x surprise; coverage pulls a fit that
rests on few answers towards the middle. Inside "yes" and inside "to check" the score alone decides;
between the two, what is to check must be better by a quarter.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.orientation.catalogue import Catalogue
from bot.orientation.chance import chance
from bot.orientation.criteria import CRITERIA
from bot.orientation.finding import Column, Finding, Reason
from bot.orientation.job import Job
from bot.orientation.job_table import NEAR_JOB, Flags, Numbers, Rows
from bot.orientation.opportunity import Opportunity
from bot.orientation.profile import Profile
from bot.orientation.refusals import refusal_factor
from bot.orientation.situation import Situation, situation_of
from bot.orientation.surprise import dial_factor

PARTS = {
    part: tuple(criterion for criterion in CRITERIA if criterion.part == part)
    for part in ("fit", "opportunity", "feasible")
}
YES, TO_CHECK, NO = "yes", "to_check", "no"
FEASIBLE = (NO, TO_CHECK, YES)
"""The words for the numbers of Ranking.feasible."""
NEUTRAL = 0.5
"""The fit of a job about which the answers say nothing."""
FIT_FLOOR = 0.5
"""Under it the person rather dislikes the job: being feasible does not make it a good idea."""
OPPORTUNITY_SHARE = 0.5
"""How much of the score hangs on opportunity: liked and less wanted beats wanted and disliked."""
TO_CHECK_PRICE = 0.8
"""What a job loses when something is still to check."""
SPREAD = 0.06
"""Scores nearer than this are as good as equal: the conversation's seed orders them."""
ONE_OPENING = 1.0
"""Openings in reach from which a job recruits: one at the edge of the basin is not enough."""
LAST_TIER = 5


@dataclass(frozen=True)
class Ranking:
    """Every job for one person, as columns in the order of the job table.

    columns: criterion name -> what it says. fit: 0 to 1, NaN when nothing is known about tastes or
    past. coverage: weighted share of the fit criteria that could be worked out. feasible: place in
    FEASIBLE. recruits: a hiring figure is published in reach, and at least one opening of it is
    probably for the job. tier: 0 liked and recruits, 1 liked and its figure is too small or too
    far, 2 liked and none is published, 3 to 5 the same for what is rather disliked. score: ranking
    inside a tier. luck: what tells equal jobs apart.
    may_come: it can be told about, was not refused, and is not rare, or near what the person did.
    order: the rows that may be proposed, best first.
    """

    situation: Situation
    columns: Mapping[str, Column]
    fit: Numbers
    coverage: Numbers
    opportunity: Numbers
    feasible: npt.NDArray[np.int8]
    tier: Rows
    score: Numbers
    recruits: Flags
    luck: Numbers
    may_come: Flags
    order: Rows = field(repr=False)

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """What may be proposed, best first."""
        return tuple(Match(self, int(row)) for row in self.order)

    def match(self, rome_code: str) -> Match:
        """All numbers and all reasons of one job, whether it may be proposed or not."""
        return Match(self, self.situation.table.row_by_code[rome_code])

    @property
    def scores(self) -> Scores:
        """The numbers of every job."""
        return Scores(*(getattr(self, name) for name in Scores._fields))

    @property
    def is_possible(self) -> Flags:
        """The jobs that may be proposed."""
        return np.asarray(self.may_come & (self.feasible > 0))

    @property
    def certain(self) -> Numbers:
        """The fit, pulled towards the middle where it rests on few answers."""
        return _certain(self.fit, self.coverage)

    @property
    def chances(self) -> Numbers:
        """The opportunity; in the middle where it is not known."""
        return _chances(self.opportunity)

    @property
    def is_ruled_out(self) -> Flags:
        """The jobs that might come, were it not for the person's limits."""
        return np.asarray(self.may_come & (self.feasible == 0))

    @property
    def removed(self) -> dict[tuple[str, str], int]:
        """(reason code, hour or condition refused) -> how many jobs it rules out, most first.

        A job ruled out by two limits is counted by both.
        """
        counts = {
            limit: int((self.may_come & rows).sum())
            for column in self.columns.values()
            for limit, rows in column.rules_out.items()
        }
        kept = ((limit, count) for limit, count in counts.items() if count)
        return dict(sorted(kept, key=lambda item: (-item[1], item[0])))


class Scores(NamedTuple):
    """The numbers of a Ranking, under the same names."""

    fit: Numbers
    coverage: Numbers
    opportunity: Numbers
    feasible: npt.NDArray[np.int8]
    tier: Rows
    score: Numbers


@dataclass(frozen=True)
class Match:
    """One job of a ranking, seen from the person; the numbers are those of Ranking."""

    ranking: Ranking = field(repr=False)
    row: int

    @property
    def job(self) -> Job:
        return self.ranking.situation.table.jobs[self.row]

    @property
    def fit(self) -> float | None:
        return _known(self.ranking.fit[self.row])

    @property
    def coverage(self) -> float:
        return float(self.ranking.coverage[self.row])

    @property
    def feasible(self) -> str:
        return FEASIBLE[self.ranking.feasible[self.row]]

    @property
    def tier(self) -> int:
        return int(self.ranking.tier[self.row])

    @property
    def score(self) -> float:
        return float(self.ranking.score[self.row])

    @property
    def around(self) -> Opportunity:
        return self.ranking.situation.around.of(self.job)

    @property
    def recruits(self) -> bool:
        return bool(self.ranking.recruits[self.row])

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """Criterion name -> what it says of this job."""
        return {name: column.finding(self.row) for name, column in self.ranking.columns.items()}

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return tuple(reason for finding in self.findings.values() for reason in finding.reasons)


def rank(
    catalogue: Catalogue, profile: Profile, seed: int, carpool_zone: Collection[str] = frozenset()
) -> Ranking:
    """Every job that can be proposed, best first: by tier, then by score.

    Same catalogue, profile and seed: same order. carpool_zone: as in situation_of.
    """
    return ranking_of(situation_of(catalogue, profile, carpool_zone), seed)


def ranking_of(
    situation: Situation, seed: int, known: Mapping[str, Column] = MappingProxyType({})
) -> Ranking:
    """The ranking of a person whose situation is known.

    known: columns worked out before, of criteria to which the situation makes no difference.
    """
    columns = {
        criterion.name: known.get(criterion.name) or criterion.column(situation)
        for criterion in CRITERIA
    }
    scores = scores_of(situation, columns, seed)
    may_come = may_come_of(situation)
    order = np.lexsort((situation.table.codes, -scores.score, scores.tier))
    kept = order[(may_come & (scores.feasible != FEASIBLE.index(NO)))[order]]
    luck = chance(seed, situation.table)
    return Ranking(situation, columns, *scores, recruits_of(situation), luck, may_come, kept)


def scores_of(situation: Situation, columns: Mapping[str, Column], seed: int) -> Scores:
    """What the columns come to for each job.

    A column may have a row for each of many answers to one question: then so have the numbers.
    """
    fit, coverage = _weighted("fit", columns)
    opportunity, _ = _weighted("opportunity", columns)
    feasible = feasible_of(columns)
    luck = chance(seed, situation.table)
    score = (
        _certain(fit, coverage)
        * (1 - OPPORTUNITY_SHARE + OPPORTUNITY_SHARE * _chances(opportunity))
        * refusal_factor(situation)
        * dial_factor(situation, columns)
        * np.where(feasible == FEASIBLE.index(TO_CHECK), TO_CHECK_PRICE, 1.0)
        * (1 + SPREAD * luck)
    )
    has_figure = situation.around.has_figure[situation.table.family]
    tier = 3 * (fit < FIT_FLOOR) + 2 - recruits_of(situation) - has_figure.astype(np.intp)
    return Scores(fit, coverage, opportunity, feasible, tier, score)


def feasible_of(columns: Mapping[str, Column]) -> npt.NDArray[np.int8]:
    """Place in FEASIBLE: no when one criterion says no, else to check when one cannot tell."""
    values = np.array([columns[criterion.name].values for criterion in PARTS["feasible"]])
    is_sure = np.where(np.isnan(values).any(axis=0), FEASIBLE.index(TO_CHECK), FEASIBLE.index(YES))
    return np.where((values == 0).any(axis=0), FEASIBLE.index(NO), is_sure).astype(np.int8)


def recruits_of(situation: Situation) -> Flags:
    """Jobs of a figure in reach of which probably one opening at least is theirs."""
    table, around = situation.table, situation.around
    openings = table.family_share * around.reachable[table.family]
    return np.asarray(around.has_figure[table.family] & (openings >= ONE_OPENING))


def may_come_of(situation: Situation) -> Flags:
    """It can be told about, was not refused, and is not rare, or near what the person did."""
    table = situation.table
    is_near = np.zeros(len(table), dtype=bool)
    for _, past in situation.past:
        is_near |= table.nearness(situation.row_of(past)) >= NEAR_JOB
    is_refused = np.zeros(len(table), dtype=bool)
    is_refused[[situation.row_of(job) for job, _ in situation.refused_jobs]] = True
    return np.asarray(table.can_be_told & (~table.is_rare | is_near) & ~is_refused)


def _weighted(part: str, columns: Mapping[str, Column]) -> tuple[Numbers, Numbers]:
    """Weighted mean of what is known (NaN: nothing), and the weighted share of what applies that
    is known."""
    criteria = [criterion for criterion in PARTS[part] if columns[criterion.name].applies]
    known_weight, total = np.zeros(1), np.zeros(1)
    for criterion in criteria:
        values = columns[criterion.name].values
        is_known = ~np.isnan(values)
        known_weight = known_weight + criterion.weight * is_known
        total = total + criterion.weight * np.where(is_known, values, 0.0)
    mean = np.divide(total, known_weight, out=np.full_like(total, np.nan), where=known_weight > 0)
    return mean, known_weight / sum(criterion.weight for criterion in criteria)


def _certain(fit: Numbers, coverage: Numbers) -> Numbers:
    return np.asarray(NEUTRAL + np.nan_to_num(fit - NEUTRAL) * coverage)


def _chances(opportunity: Numbers) -> Numbers:
    return np.nan_to_num(opportunity, nan=NEUTRAL)


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
