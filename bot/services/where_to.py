"""Where a person can go to work: the basins within the minutes they accept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.local_facts import about, hiring_source
from bot.orientation.mobility import BasinReach, Reach, reach
from bot.orientation.phrases import say, say_count
from bot.orientation.profile import Profile
from bot.orientation.trips import trips_from
from bot.services.choices import payload

MOST_BASINS = 6


@dataclass(frozen=True)
class WhereTo:
    """message: for the channel; None while home is unknown. sentences: what to know about it.

    is_nowhere: no employer is within the minutes. buttons: what would change that.
    """

    message: dict[str, Any] | None
    sentences: tuple[str, ...]
    is_nowhere: bool = False
    buttons: tuple[dict[str, str], ...] = ()


def where_to(catalogue: Catalogue, profile: Profile, easy: bool = False) -> WhereTo:
    """The MOST_BASINS basins with most hiring in reach, the nearest first."""
    within = reach(trips_from(catalogue, profile, frozenset()), profile)
    if within.home_basin is None:
        return WhereTo(None, (say("where.home_unknown", easy),))
    reached = [basin for basin in within.basins.values() if basin.share_to_check > 0]
    if not reached:
        home = [within.basins[within.home_basin]]
        message = _message(catalogue, within, home, easy)
        return WhereTo(message, (say("where.nowhere", easy),), True, _ways_out(easy))
    most = sorted(reached, key=lambda basin: -_hiring_in_reach(catalogue, basin))[:MOST_BASINS]
    nearest = sorted(most, key=lambda basin: (basin.minutes, basin.basin_code))
    sentences = _sentences(within, len(reached) - len(most), nearest, easy)
    return WhereTo(_message(catalogue, within, nearest, easy), sentences)


def _message(
    catalogue: Catalogue, within: Reach, basins: list[BasinReach], easy: bool
) -> dict[str, Any]:
    """minutes None: not within the accepted ones. projects None: no figure is published."""
    names = catalogue.basin_by_code
    return {
        "type": "reach",
        "title": say("where.title", easy, minutes=within.max_minutes),
        "limit": within.max_minutes,
        "basins": [
            {
                "name": names[basin.basin_code].name,
                "minutes": about(basin.minutes) if basin.share_to_check else None,
                "mode": say(f"reason.mode.{basin.mode}", easy),
                "share": round(basin.share or basin.share_to_check, 2),
                "projects": _projects(catalogue, basin.basin_code),
            }
            for basin in basins
        ],
        "source": say("where.source", easy, source=hiring_source(catalogue, None)),
    }


def _sentences(within: Reach, others: int, shown: list[BasinReach], easy: bool) -> tuple[str, ...]:
    told = [say("list.note.minutes_assumed", easy)] if within.is_assumed else []
    if any(basin.share == 0 for basin in shown):
        told.append(say("where.to_check", easy))
    if others:
        told.append(say_count("where.others", others, easy))
    return tuple(told)


def _ways_out(easy: bool) -> tuple[dict[str, str], ...]:
    """The answers that would change where one can go."""
    return tuple(
        {
            "title": say(f"title.where.{question}", easy),
            "payload": payload("go_back", question=question),
        }
        for question in ("max_minutes", "vehicle")
    )


def _hiring_in_reach(catalogue: Catalogue, basin: BasinReach) -> float:
    return (_projects(catalogue, basin.basin_code) or 0) * basin.share_to_check


def _projects(catalogue: Catalogue, basin_code: str) -> int | None:
    """Published projects of all families of jobs, so at least that many; None without any."""
    table = catalogue.demand_table
    (column,) = table.columns([basin_code])
    if not table.is_published[:, column].any():
        return None
    return int(table.projects[:, column].sum())
