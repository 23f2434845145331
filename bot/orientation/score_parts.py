"""The score of one job taken apart, so that every figure can be shown and added up again.

Score = sure fit x chances x refusals x dial x price of what is to check x luck (matching.py). The
two first are sums of points, one for each criterion:

- sure fit = NEUTRAL + points of the fit criteria: weight share x (value - NEUTRAL). A criterion
  that is not known gives no point either way: that is what coverage means.
- chances = 1 - OPPORTUNITY_SHARE x (1 - points of the opportunity criteria): weight share x value,
  over those that are known; NEUTRAL when none is.

What must be possible (reach, hours, licence…) has no points: one "no" rules the job out.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from bot.orientation.criteria import Criterion
from bot.orientation.finding import Finding
from bot.orientation.job import Job
from bot.orientation.matching import (
    NEUTRAL,
    OPPORTUNITY_SHARE,
    PARTS,
    SPREAD,
    TO_CHECK,
    TO_CHECK_PRICE,
    Match,
)
from bot.orientation.refusals import refusal_factors
from bot.orientation.surprise import dial_factor


@dataclass(frozen=True)
class Factor:
    """What one criterion brings to one job.

    weight: inside its part, as criteria.py has it; 0 for what must be possible. share: of what
    applies (fit) or of what is known (opportunity), 0 to 1; 0 when it does not count. points: what
    it adds to its part; None when it has none to give. most: points it could add or take away,
    were the answer known; 0 when it is.
    """

    name: str
    part: str
    weight: float
    finding: Finding
    share: float = 0.0
    points: float | None = None
    most: float = 0.0


@dataclass(frozen=True)
class RefusalPrice:
    """What a refused job does to this one. factor: 1 when nothing."""

    job: Job
    reason: str
    factor: float


@dataclass(frozen=True)
class ScoreParts:
    """factors: in the order of criteria.CRITERIA. sure_fit, chances, dial, to_check, luck: the
    factors of the score, with that of each of `refusals`."""

    factors: tuple[Factor, ...]
    sure_fit: float
    chances: float
    refusals: tuple[RefusalPrice, ...]
    dial: float
    to_check: float
    luck: float

    @property
    def score(self) -> float:
        """The product, which is the score of the ranking."""
        prices = prod(one.factor for one in self.refusals)
        return self.sure_fit * self.chances * prices * self.dial * self.to_check * self.luck

    def of_part(self, part: str) -> tuple[Factor, ...]:
        return tuple(factor for factor in self.factors if factor.part == part)


def score_parts(match: Match) -> ScoreParts:
    """The score of a job of a ranking, taken apart."""
    fit, opportunity = _fit_factors(match), _opportunity_factors(match)
    points = [one.points for one in opportunity if one.points is not None]
    feasible = tuple(
        Factor(criterion.name, "feasible", 0.0, match.findings[criterion.name])
        for criterion in PARTS["feasible"]
    )
    ranking, row = match.ranking, match.row
    situation = ranking.situation
    return ScoreParts(
        (*fit, *opportunity, *feasible),
        sure_fit=NEUTRAL + sum(one.points or 0.0 for one in fit),
        chances=1 - OPPORTUNITY_SHARE * (1 - (sum(points) if points else NEUTRAL)),
        refusals=tuple(
            RefusalPrice(job, reason, float(prices[row]))
            for (job, reason), prices in zip(
                situation.refused_jobs, refusal_factors(situation), strict=True
            )
        ),
        dial=float(dial_factor(situation, ranking.columns)[row]),
        to_check=TO_CHECK_PRICE if match.feasible == TO_CHECK else 1.0,
        luck=1 + SPREAD * float(ranking.luck[row]),
    )


def _fit_factors(match: Match) -> tuple[Factor, ...]:
    criteria, findings = PARTS["fit"], match.findings
    total = sum(one.weight for one in criteria if findings[one.name].applies)
    return tuple(_fit_factor(one, findings[one.name], total) for one in criteria)


def _fit_factor(criterion: Criterion, finding: Finding, total: float) -> Factor:
    """total: weight of the criteria that apply, known or not."""
    share = criterion.weight / total if finding.applies else 0.0
    is_known = finding.value is not None
    points = share * (finding.value - NEUTRAL) if finding.value is not None else None
    most = 0.0 if is_known else share * NEUTRAL
    return Factor(criterion.name, "fit", criterion.weight, finding, share, points, most)


def _opportunity_factors(match: Match) -> tuple[Factor, ...]:
    criteria, findings = PARTS["opportunity"], match.findings
    known = sum(one.weight for one in criteria if findings[one.name].value is not None)
    return tuple(_opportunity_factor(one, findings[one.name], known) for one in criteria)


def _opportunity_factor(criterion: Criterion, finding: Finding, known: float) -> Factor:
    """known: weight of the criteria whose value is known."""
    name, weight = criterion.name, criterion.weight
    if finding.value is None:
        return Factor(name, "opportunity", weight, finding, most=weight)
    share = weight / known
    return Factor(name, "opportunity", weight, finding, share, share * finding.value)
