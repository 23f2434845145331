"""Every job for one person, as an advisor goes through them: ranked, filtered, a page at a time.

The jobs that may be proposed come first, by their place; then those that a limit rules out; then
those that may not come at all (refused, rare, without words to tell of them).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from bot.orientation.catalogue import Catalogue
from bot.orientation.counterfactual import limits_of
from bot.orientation.counterfactual_sentences import limit_sentences
from bot.orientation.job import ACCESS, Demand
from bot.orientation.job_table import UNKNOWN_ACCESS, Flags, Rows
from bot.orientation.labels import job_label
from bot.orientation.matching import Match, Ranking
from bot.orientation.opening import may_surprise, openings
from bot.orientation.wording import fold

PER_PAGE = 25
UNKNOWN_TRAINING = "unknown"
TRAININGS = (*ACCESS, UNKNOWN_TRAINING)
BY_HIRING, BY_MINUTES = "hiring", "minutes"
ORDERS = (BY_HIRING, BY_MINUTES)
ONE_FAR_AXIS = 1
"""What makes a déclic of a job that may be one (opening.py)."""


@dataclass(frozen=True)
class Wanted:
    """What of the list is looked at; an empty text or None: all of it.

    words: found in a title or a ROME code. domain: letter of ROME. training: one of TRAININGS.
    basin: jobs with a figure there. state: one of STATES. limit: code and detail, as in
    Ranking.removed. page: from 1. order: one of ORDERS, most projects or fewest minutes first and
    what is unknown last; empty: the order of the ranking.
    """

    words: str = ""
    domain: str = ""
    training: str = ""
    basin: str = ""
    state: str = ""
    limit: tuple[str, str] | None = None
    page: int = 1
    order: str = ""


@dataclass(frozen=True)
class Marks:
    """ROME codes: proposed now, of these the déclics; kept; and rows that levers would open."""

    proposed: Sequence[str] = ()
    declics: Sequence[str] = ()
    kept: Sequence[str] = ()
    gained: Rows = field(default_factory=lambda: np.empty(0, np.intp), repr=False)

    def with_gained(self, rows: Rows) -> Marks:
        return replace(self, gained=rows)


@dataclass(frozen=True)
class Line:
    """One job. place: in the list of what may be proposed, from 1; None outside it.

    marks: those of STATES that hold, in their order. limits: what rules it out, in French. figure:
    hiring of its family in the basin looked at, else the one shown to the person; None = none
    published. basin_code: that basin; None while home is unknown.
    """

    match: Match
    place: int | None
    title: str
    marks: tuple[str, ...]
    limits: tuple[str, ...]
    figure: Demand | None
    basin_code: str | None

    @property
    def minutes(self) -> int | None:
        """One way to that basin; None while home is unknown."""
        reach = self.match.ranking.situation.reach
        basin = reach.basins.get(self.basin_code or "")
        return basin.minutes if basin else None

    @property
    def mode(self) -> str | None:
        reach = self.match.ranking.situation.reach
        basin = reach.basins.get(self.basin_code or "")
        return basin.mode if basin else None


@dataclass(frozen=True)
class JobList:
    """One page. count: jobs that answer the filters. counts: how many jobs are in each state."""

    lines: tuple[Line, ...]
    count: int
    page: int
    pages: int
    counts: Mapping[str, int]


@dataclass(frozen=True)
class JobWords:
    """The titles of each job, official and everyday, as they are searched."""

    catalogue: Catalogue

    @cached_property
    def texts(self) -> tuple[str, ...]:
        jobs = self.catalogue.jobs
        texts = {job.rome_code: [job.rome_code, job_label(job)] for job in jobs}
        for title in self.catalogue.titles:
            texts[title.rome_code].append(title.text)
        return tuple(fold(" | ".join(texts[job.rome_code])) for job in jobs)

    def find(self, words: str) -> Flags:
        """The jobs of which every word is in a title, without accents or capitals."""
        wanted = fold(words).split()
        return np.array([all(word in text for word in wanted) for text in self.texts], dtype=bool)


class ListOfJobs:
    """The whole list of one ranking, worked out once for all the questions of a screen."""

    def __init__(self, ranking: Ranking, marks: Marks) -> None:
        self.ranking = ranking
        self._marks = marks
        self._table = ranking.situation.table

    @cached_property
    def order(self) -> Rows:
        """Every row: what may be proposed, then what a limit rules out, then the rest."""
        ranking = self.ranking
        ranked = (self._table.codes, -ranking.score, ranking.tier, self._group)
        return np.asarray(np.lexsort(ranked))

    @cached_property
    def _group(self) -> Rows:
        """Of each row, 0: may be proposed; 1: a limit rules it out; 2: may not come at all."""
        ranking = self.ranking
        return np.asarray(np.where(ranking.is_possible, 0, np.where(ranking.is_ruled_out, 1, 2)))

    @cached_property
    def states(self) -> Mapping[str, Flags]:
        """Each of STATES -> the jobs in it."""
        ranking, marks = self.ranking, self._marks
        situation = ranking.situation
        found = openings(situation)
        is_to_check = ranking.is_possible & (ranking.feasible == 1)
        gained = np.zeros(len(self._table), dtype=bool)
        gained[marks.gained] = True
        return {
            "proposed": self._among(marks.proposed),
            "declic": self._among(marks.declics),
            "kept": self._among(marks.kept),
            "gained": gained,
            "surprise": may_surprise(ranking, found) & (found.far_axes == ONE_FAR_AXIS),
            "to_check": is_to_check,
            "possible": ranking.is_possible,
            "ruled_out": ranking.is_ruled_out,
            "refused": self._among([job.rome_code for job, _ in situation.refused_jobs]),
            "past": self._among([job.rome_code for _, job in situation.past]),
            "aside": ~ranking.may_come & ~self._among(
                [job.rome_code for job, _ in situation.refused_jobs]
            ),
        }  # fmt: skip

    def page(self, wanted: Wanted, words: JobWords) -> JobList:
        """The wanted jobs, PER_PAGE at a time; a page too far is the last one."""
        rows = self._sorted(self.order[self._wanted(wanted, words)[self.order]], wanted)
        pages = max(1, -(-len(rows) // PER_PAGE))
        page = min(max(1, wanted.page), pages)
        shown = rows[(page - 1) * PER_PAGE : page * PER_PAGE]
        return JobList(
            tuple(self.line(int(row), wanted.basin) for row in shown),
            len(rows),
            page,
            pages,
            {state: int(flags.sum()) for state, flags in self.states.items()},
        )

    def line(self, row: int, basin_code: str = "") -> Line:
        """One job. basin_code: where its hiring is looked at; empty: the basin shown to them."""
        match = Match(self.ranking, row)
        return Line(
            match,
            self._places.get(row),
            job_label(match.job),
            tuple(state for state, flags in self.states.items() if flags[row]),
            limit_sentences(limits_of(match)),
            *self._hiring(match, basin_code),
        )

    def _hiring(self, match: Match, basin_code: str) -> tuple[Demand | None, str | None]:
        """The figure of a job, and its basin, as Line has them."""
        around, catalogue = match.around, self.ranking.situation.catalogue
        if basin_code:
            by_basin = catalogue.demand_by_family_and_basin
            return by_basin.get((match.job.fap_code, basin_code)), basin_code
        return around.demand, around.basin.basin_code if around.basin else None

    def _sorted(self, rows: Rows, wanted: Wanted) -> Rows:
        """In the order wanted, inside of what may be proposed, is ruled out, may not come."""
        if not wanted.order:
            return rows
        basins = self.ranking.situation.reach.basins
        keys = np.full(len(rows), np.inf)
        for place, row in enumerate(rows):
            figure, where = self._hiring(Match(self.ranking, int(row)), wanted.basin)
            if wanted.order == BY_HIRING and figure and figure.projects is not None:
                keys[place] = -figure.projects
            elif wanted.order == BY_MINUTES and where and where in basins:
                keys[place] = basins[where].minutes
        return np.asarray(rows[np.lexsort((keys, self._group[rows]))])

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {int(row): place for place, row in enumerate(self.ranking.order, start=1)}

    def _among(self, rome_codes: Sequence[str]) -> Flags:
        flags = np.zeros(len(self._table), dtype=bool)
        rows = self._table.row_by_code
        flags[[rows[code] for code in rome_codes if code in rows]] = True
        return flags

    def _wanted(self, wanted: Wanted, words: JobWords) -> Flags:
        table, flags = self._table, np.ones(len(self._table), dtype=bool)
        if wanted.words:
            flags &= words.find(wanted.words)
        if wanted.domain:
            flags &= table.domain == ord(wanted.domain)
        if wanted.training:
            flags &= table.access == _access(wanted.training)
        if wanted.basin:
            flags &= self._recruits_in(wanted.basin)
        if wanted.state:
            flags &= self.states[wanted.state]
        if wanted.limit is not None:
            flags &= self._ruled_out_by(wanted.limit)
        return flags

    def _recruits_in(self, basin_code: str) -> Flags:
        """The jobs whose family has a published figure above zero in the basin."""
        demand = self.ranking.situation.catalogue.demand_table
        (column,) = demand.columns([basin_code])
        return np.asarray(demand.projects[self._table.family, column] > 0)

    def _ruled_out_by(self, limit: tuple[str, str]) -> Flags:
        none = np.zeros(len(self._table), dtype=bool)
        ruled = (column.rules_out.get(limit, none) for column in self.ranking.columns.values())
        return np.asarray(self.ranking.may_come & np.logical_or.reduce(list(ruled)))


STATES = (
    "proposed",
    "declic",
    "kept",
    "gained",
    "surprise",
    "to_check",
    "possible",
    "ruled_out",
    "refused",
    "past",
    "aside",
)


def _access(training: str) -> int:
    return UNKNOWN_ACCESS if training == UNKNOWN_TRAINING else ACCESS.index(training)
