"""The drawings of the panel "Explorer": points of a job, gains of switches, the map of basins.

Titles and names come from the templates, where the words of the console are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from markupsafe import Markup

from bot.orientation.catalogue import Catalogue
from bot.orientation.labels import number
from bot.orientation.reach_map import STATES, ReachMap
from bot.orientation.score_parts import Factor
from bot.services.switches import Board, Switch
from bot.web.console.drawing import (
    WIDTH,
    Bar,
    Dots,
    Group,
    Name,
    Ring,
    bars,
    dots_map,
    grouped_bars,
)

HUNDRED = 100
"""Points are shown out of a hundred."""
FARTHER = " min"


def signed(points: float) -> str:
    """ "+12,4", "−3,0", "0,0": points of a hundred with their sign, so that they add up."""
    tenths = round(points * HUNDRED, 1)
    sign = "+" if tenths > 0 else "−" if tenths < 0 else ""
    return f"{sign}{abs(tenths):.1f}".replace(".", ",")


def factor_chart(
    factors: Sequence[Factor], title: str, names: Mapping[str, str], unknown: str
) -> Markup:
    """What each criterion brings, in points; less than nothing goes to the left."""
    rows = [
        Bar(
            names[one.name],
            one.points,
            unknown if one.points is None else signed(one.points),
            "hatched" if (one.points or 0) < 0 else "full",
        )
        for one in factors
    ]
    return bars(title, rows)


def compared_chart(
    jobs: Sequence[str],
    factors: Sequence[Sequence[Factor]],
    title: str,
    names: Mapping[str, str],
) -> Markup:
    """The points of two jobs, criterion by criterion."""
    patterns = ("full", "hatched")
    groups = [
        Group(
            names[same[0].name],
            tuple(
                Bar(job, one.points, "–" if one.points is None else signed(one.points), pattern)
                for job, one, pattern in zip(jobs, same, patterns, strict=True)
            ),
        )
        for same in zip(*factors, strict=True)
    ]
    return grouped_bars(title, groups)


def jobs_chart(board: Board, title: str, names: Mapping[str, str]) -> Markup:
    """Jobs that each switch gives alone; those that are on are full."""
    return bars(title, [_switch_bar(one, one.jobs, names) for one in _shown(board)])


def openings_chart(board: Board, title: str, names: Mapping[str, str]) -> Markup:
    """Hiring projects that each switch brings within reach, alone."""
    return bars(title, [_switch_bar(one, one.openings, names) for one in _shown(board)])


def _shown(board: Board) -> list[Switch]:
    return [one for one in board.switches if one.standing in ("opens", "needs", "nothing")]


def _switch_bar(switch: Switch, value: float, names: Mapping[str, str]) -> Bar:
    told = f"+{number(round(value))}" if round(value) else "0"
    return Bar(names[switch.lever], value, told, "full" if switch.is_on else "hatched")


def before_after(before: float, gained: float, title: str, names: tuple[str, str]) -> Markup:
    """Today, and with the switches that are on; names: of the two bars."""
    today = round(before)
    after = today + round(gained)
    rows = [
        Bar(names[0], today, number(today), "hatched"),
        Bar(names[1], after, number(after)),
    ]
    return bars(title, rows)


def map_of(found: ReachMap, catalogue: Catalogue, title: str) -> Markup:
    """The communes around home, by the state of their basin."""
    scale = WIDTH / 2 / found.half_km

    def placed(east: float, north: float) -> tuple[float, float]:
        return (east + found.half_km) * scale, (found.half_km - north) * scale

    dots = []
    for state in STATES:
        east, north = found.dots[state].T
        points = np.column_stack(placed(east, north))
        dots.append(Dots(state, points))
    middle = placed(0.0, 0.0)
    rings = [Ring(*middle, km * scale, f"{minutes}{FARTHER}") for minutes, km in found.rings]
    names = [
        Name(
            catalogue.basin_by_code[one.basin_code].name,
            *placed(one.east, one.north),
            is_strong=place == 0,
        )
        for place, one in enumerate(found.names)
    ]
    return dots_map(title, WIDTH, dots, names, rings)
