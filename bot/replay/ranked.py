"""What ranked the jobs and offers that a turn showed: every figure needed to say later why one
moved, when the data they came from may be gone.

Each column holds all jobs as one text: a run keeps a million of these figures, and nobody looks at
one until two runs are compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import prod

UNKNOWN, MASKED = "-", "*"
SCORE_UNIT, POINT_UNIT = 1e-6, 1e-4
"""Scores and points are kept as whole numbers of these."""
FACTORS = ("sure_fit", "chances", "refusals", "dial", "to_check", "luck")
"""The factors of a score, as score_parts.ScoreParts multiplies them."""


@dataclass(frozen=True)
class BasinSeen:
    """A basin in reach. share: of its inhabitants, 0 to 1, within the accepted minutes."""

    basin_code: str
    name: str
    share: float
    minutes: int
    mode: str


@dataclass(frozen=True)
class RankedJob:
    """One job of a ranking.

    place: among what may be proposed, from 1; None outside it. absence: why it may not come at all
    (REFUSED, UNTOLD, RARE of counterfactual.py), else None. feasible: yes, to_check or no. factors:
    name -> factor of the score. points: criterion -> points in its part; None: not known. limits:
    what rules it out, as "hours_refused.night". letters: what it is about, of R I A S E C.
    share: of its family's hiring. basin: where the figure shown to the person is from. projects:
    name of each basin in reach -> hiring projects of the family; None: masked, absent: the
    source reports none. max_minutes: as in Ranked.
    """

    rome_code: str
    place: int | None
    tier: int
    absence: str | None
    feasible: str
    factors: Mapping[str, float]
    points: Mapping[str, float | None]
    limits: tuple[str, ...]
    letters: str
    fap_code: str
    share: float
    basin: BasinSeen | None
    projects: Mapping[str, int | None]
    max_minutes: int

    @property
    def score(self) -> float:
        return prod(self.factors.values())


@dataclass(frozen=True)
class Ranked:
    """A ranking as it stood in a turn.

    shown, declics: ROME codes of the cards, in their order. jobs: all ROME codes. columns: name ->
    one whole number a job, UNKNOWN where there is none. points: criterion -> the same, POINT_UNIT.
    flags: limit -> 1 for each job that it rules out. absences: ROME code -> why it may not come.
    hiring: family -> projects in each of `basins`, UNKNOWN none published, MASKED hidden.
    max_minutes: that the person accepts, or that are assumed.
    """

    shown: tuple[str, ...]
    declics: tuple[str, ...]
    jobs: str
    families: str
    letters: str
    columns: Mapping[str, str]
    points: Mapping[str, str]
    flags: Mapping[str, str]
    absences: Mapping[str, str]
    basins: tuple[BasinSeen, ...]
    hiring: Mapping[str, str]
    max_minutes: int

    def job(self, rome_code: str) -> RankedJob | None:
        """One job; None when the catalogue of that day had none of this code."""
        row = self._row_by_code.get(rome_code)
        return None if row is None else self._job(rome_code, row)

    @cached_property
    def _row_by_code(self) -> Mapping[str, int]:
        return {code: row for row, code in enumerate(self.jobs.split())}

    @cached_property
    def _columns(self) -> Mapping[str, list[str]]:
        texts = {"family": self.families, "letters": self.letters, **self.columns}
        return {name: text.split() for name, text in texts.items()}

    @cached_property
    def _points(self) -> Mapping[str, list[str]]:
        return {name: text.split() for name, text in self.points.items()}

    def _job(self, rome_code: str, row: int) -> RankedJob:
        columns = self._columns
        place, shown = int(columns["place"][row]), int(columns["basin"][row])
        family = columns["family"][row]
        return RankedJob(
            rome_code=rome_code,
            place=place or None,
            tier=int(columns["tier"][row]),
            absence=self.absences.get(rome_code),
            feasible=("no", "to_check", "yes")[int(columns["feasible"][row])],
            factors={name: int(columns[name][row]) * SCORE_UNIT for name in FACTORS},
            points={name: _points(values[row]) for name, values in self._points.items()},
            limits=tuple(name for name, flags in self.flags.items() if flags[row] == "1"),
            letters=columns["letters"][row],
            fap_code=family,
            share=int(columns["share"][row]) * POINT_UNIT,
            basin=self.basins[shown] if self.basins else None,
            projects=self._projects(family),
            max_minutes=self.max_minutes,
        )

    def _projects(self, family: str) -> Mapping[str, int | None]:
        figures = zip(self.basins, self.hiring.get(family, "").split(), strict=False)
        return {
            basin.name: None if told == MASKED else int(told)
            for basin, told in figures
            if told != UNKNOWN
        }


def _points(told: str) -> float | None:
    return None if told == UNKNOWN else int(told) * POINT_UNIT


@dataclass(frozen=True)
class OfferSeen:
    """An offer as it stood for the person. state: open, check, closed, elsewhere, ended, suspended
    or hidden. why: what decides, in French. since: the day of its end as its file tells it."""

    offer_id: str
    name: str
    state: str
    why: str | None = None
    since: str | None = None


@dataclass(frozen=True)
class OffersSeen:
    """All offers of the installation for one person on one day; shown: those on screen."""

    shown: tuple[str, ...]
    all: tuple[OfferSeen, ...] = field(repr=False)

    @cached_property
    def by_id(self) -> Mapping[str, OfferSeen]:
        return {one.offer_id: one for one in self.all}
