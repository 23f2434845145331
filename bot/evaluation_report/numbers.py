"""Figures as a French reader writes them: comma, no-break spaces, intervals."""

from __future__ import annotations

from bot.evaluation.intervals import Estimate
from bot.evaluation.share import Share
from bot.evaluation.unlocked_jobs import Spread
from bot.evaluation_report.parts import Bar

NO_BREAK, DASH = "\u00a0", "\u2013"
NOTHING = "—"


def number(value: float, decimals: int = 2) -> str:
    return f"{value:,.{decimals}f}".replace(",", NO_BREAK).replace(".", ",")


def percent(value: float | None) -> str:
    return NOTHING if value is None else f"{number(100 * value, 1)}{NO_BREAK}%"


def share(one: Share) -> str:
    """ "63,4 % (58,0 – 68,5)"; a dash without any case."""
    if one.value is None or one.low is None or one.high is None:
        return NOTHING
    return f"{percent(one.value)} {interval(100 * one.low, 100 * one.high, 1)}"


def share_estimate(one: Estimate) -> str:
    return f"{percent(one.value)} {interval(100 * one.low, 100 * one.high, 1)}"


def estimate(one: Estimate, decimals: int = 2) -> str:
    return f"{number(one.value, decimals)} {interval(one.low, one.high, decimals)}"


def interval(low: float, high: float, decimals: int) -> str:
    return f"({number(low, decimals)}{NO_BREAK}{DASH} {number(high, decimals)})"


def quartiles(one: Spread | None) -> tuple[str, str, str]:
    """A quarter, the median with its interval, three quarters."""
    if one is None:
        return NOTHING, NOTHING, NOTHING
    return number(one.low, 0), estimate(one.median, 0), number(one.high, 0)


def share_bar(label: str, one: Share, is_ours: bool = True) -> Bar:
    return Bar(label, share(one), one.value or 0.0, one.low, one.high, is_ours)


def estimate_bar(label: str, one: Estimate, is_ours: bool = True) -> Bar:
    """Of a mean share."""
    return Bar(label, share_estimate(one), one.value, one.low, one.high, is_ours)
