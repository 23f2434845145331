"""Why a job was not shown, and what it would take: "il manque…"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.orientation.finding import Reason
from bot.orientation.matching import FEASIBLE, FIT_FLOOR, NO, PARTS, Match, Ranking
from bot.orientation.unlocking import Unlocked

REFUSED, UNTOLD, RARE = "refused", "untold", "rare"
RULED_OUT, DONE_BEFORE = "ruled_out", "done_before"
DISLIKED, NO_FIGURE, LESS_LIKED, FEWER_OPENINGS = (
    "disliked",
    "no_figure",
    "less_liked",
    "fewer_openings",
)


@dataclass(frozen=True)
class WhyNot:
    """why: one of the codes above. limits: what rules the job out, for RULED_OUT. ways: the levers
    that would open it, alone or in pairs, the fewest first. place: its place in the list, from 1;
    None when it is not in it."""

    match: Match
    why: str
    limits: tuple[Reason, ...] = ()
    ways: tuple[tuple[str, ...], ...] = ()
    place: int | None = None


def why_not(ranking: Ranking, unlocked: Sequence[Unlocked], rome_code: str) -> WhyNot:
    """Why a job is not among the first ones: the strongest reason. KeyError: not in the catalogue.

    A job that may come and is feasible is behind others: it is less liked than the first, or it
    recruits less; what lowers its score most is told.
    """
    match = ranking.match(rome_code)
    if not ranking.may_come[match.row]:
        return WhyNot(match, _why_it_may_not_come(ranking, match))
    if ranking.feasible[match.row] == FEASIBLE.index(NO):
        ways = tuple(one.levers for one in unlocked if match.row in one.rows)
        return WhyNot(match, RULED_OUT, limits_of(match), ways)
    place = int((ranking.order == match.row).argmax()) + 1
    return WhyNot(match, _why_behind(ranking, match), place=place)


def limits_of(match: Match) -> tuple[Reason, ...]:
    """What rules the job out; empty when nothing does."""
    findings = (match.findings[criterion.name] for criterion in PARTS["feasible"])
    return tuple(r for finding in findings if finding.value == 0 for r in finding.reasons)


def _why_it_may_not_come(ranking: Ranking, match: Match) -> str:
    if any(job == match.job for job, _ in ranking.situation.refused_jobs):
        return REFUSED
    return RARE if ranking.situation.table.can_be_told[match.row] else UNTOLD


def _why_behind(ranking: Ranking, match: Match) -> str:
    if any(job == match.job for _, job in ranking.situation.past):
        return DONE_BEFORE
    if match.fit is not None and match.fit < FIT_FLOOR:
        return DISLIKED
    if not match.recruits:
        return NO_FIGURE
    first = ranking.order[0]
    lost_by_fit = ranking.certain[first] - ranking.certain[match.row]
    lost_by_hiring = ranking.chances[first] - ranking.chances[match.row]
    return LESS_LIKED if lost_by_fit >= lost_by_hiring else FEWER_OPENINGS
