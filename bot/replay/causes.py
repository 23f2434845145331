"""Which factor moved a job or an offer between two runs: codes and figures, no sentences.

The score of a job is a product (score_parts.py), so the logarithm of its change is a sum: each
factor has its exact part of it, and a sum of points shares its part among its criteria.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from bot.replay.ranked import Ranked, RankedJob

LEAST = 0.002
"""Change of a score (its logarithm) under which nothing is said to have moved it: roundings."""
IN_FIT = ("letters", "field", "settings", "experience", "skills")
IN_CHANCES = ("hiring", "trip")
OTHERS, GONE, UNTOLD_RANKING, NOTHING = "others", "gone", "no_ranking", "nothing"
ABSENT, LIMIT = "absence", "limit"
Weigh = Callable[[float], float]


@dataclass(frozen=True)
class Cause:
    """factor: a criterion, a factor of the score, or one of the codes above. before, after: the
    job as it stood, where it did. detail: the limit or the absence. by: the job that came before
    it, for OTHERS, with what moved that one."""

    factor: str
    before: RankedJob | None = None
    after: RankedJob | None = None
    detail: str = ""
    by: str | None = None
    inner: Cause | None = None


def parts_of_change(before: RankedJob, after: RankedJob) -> Mapping[str, float]:
    """Factor or criterion -> its part of log(score after / score before)."""
    parts: dict[str, float] = {}
    for name, was in before.factors.items():
        change = log(max(after.factors[name], 1e-9) / max(was, 1e-9))
        inside = {"sure_fit": IN_FIT, "chances": IN_CHANCES}.get(name)
        if inside is None:
            parts[name] = change
        else:
            parts |= _shared(change, before.points, after.points, inside)
    return parts


def _shared(
    change: float,
    before: Mapping[str, float | None],
    after: Mapping[str, float | None],
    names: Sequence[str],
) -> Mapping[str, float]:
    """The part of each criterion, in proportion to what its points changed."""
    moved = {name: (after.get(name) or 0.0) - (before.get(name) or 0.0) for name in names}
    total = sum(moved.values())
    if not total:
        return dict.fromkeys(names, 0.0)
    return {name: change * one / total for name, one in moved.items()}


def why_left(before: Ranked | None, after: Ranked | None, code: str, came: Sequence[str]) -> Cause:
    """Why a job that was shown is not any more. came: the jobs shown since."""
    if before is None or after is None:
        return Cause(UNTOLD_RANKING)
    was, now = before.job(code), after.job(code)
    if was is None or now is None:
        return Cause(GONE, was, now)
    shut = _shut(was, now)
    return shut or _lowered(was, now) or _overtaken(before, after, came) or Cause(NOTHING, was, now)


def why_came(before: Ranked | None, after: Ranked | None, code: str, left: Sequence[str]) -> Cause:
    """Why a job is shown that was not: what raised it, what opened it, or who left its place."""
    if before is None or after is None:
        return Cause(UNTOLD_RANKING)
    was, now = before.job(code), after.job(code)
    if was is None or now is None:
        return Cause(GONE, was, now)
    opened = _shut(now, was)
    if opened:
        return Cause(opened.factor, was, now, opened.detail)
    return _raised(was, now) or _in_the_place_of(before, after, left) or Cause(NOTHING, was, now)


def why_moved(before: Ranked | None, after: Ranked | None, code: str, has_risen: bool) -> Cause:
    """Why a job shown both times has another place. has_risen: among those shown both times; what
    pushed it the other way is no reason."""
    if before is None or after is None:
        return Cause(UNTOLD_RANKING)
    was, now = before.job(code), after.job(code)
    if was is None or now is None:
        return Cause(GONE, was, now)
    found = _raised(was, now) if has_risen else _lowered(was, now)
    return found or Cause(OTHERS, was, now)


def _shut(was: RankedJob, now: RankedJob) -> Cause | None:
    """What keeps a job out now and did not before."""
    if now.absence and not was.absence:
        return Cause(ABSENT, was, now, now.absence)
    limits = [limit for limit in now.limits if limit not in was.limits]
    return Cause(LIMIT, was, now, limits[0]) if limits and now.feasible == "no" else None


def _lowered(was: RankedJob, now: RankedJob) -> Cause | None:
    return _most(was, now, lambda part: -part)


def _raised(was: RankedJob, now: RankedJob) -> Cause | None:
    return _most(was, now, lambda part: part)


def _most(was: RankedJob, now: RankedJob, weigh: Weigh) -> Cause | None:
    """The factor with the largest part in the wanted direction; None when none has LEAST.

    A job that changes tier because it recruits no more is moved by hiring, whatever its score.
    """
    parts = dict(parts_of_change(was, now))
    if (was.tier % 3) != (now.tier % 3):
        parts["hiring"] = parts["hiring"] + (1.0 if now.tier % 3 < was.tier % 3 else -1.0)
    factor = max(parts, key=lambda name: weigh(parts[name]))
    return Cause(factor, was, now) if weigh(parts[factor]) > LEAST else None


def _overtaken(before: Ranked, after: Ranked, came: Sequence[str]) -> Cause | None:
    """The first job that came in and whose own factors explain it."""
    for code in came:
        found = why_came(before, after, code, ())
        if found.factor not in (NOTHING, UNTOLD_RANKING):
            return Cause(OTHERS, by=code, inner=found)
    return None


def _in_the_place_of(before: Ranked, after: Ranked, left: Sequence[str]) -> Cause | None:
    for code in left:
        found = why_left(before, after, code, ())
        if found.factor not in (NOTHING, UNTOLD_RANKING):
            return Cause(OTHERS, by=code, inner=found)
    return None
