"""Which hiring figure is shown, and what it weighs in the ranking."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Demand
from bot.orientation.opportunity import FEW, hiring_value, opportunities
from tests.unit.small_world import DRIVER, WORLD, by_code, demand, reached

FAR_DRIVER = replace(DRIVER, max_minutes=60)


def shown(*rows: Demand, person: object = FAR_DRIVER) -> tuple[str | None, int | None]:
    """Basin and projects of the figure shown for the garage family."""
    world = replace(WORLD, demand=rows)
    found = opportunities(world, reached(world, person)).of(by_code("I1604"))  # type: ignore[arg-type]
    return (found.basin.basin_code if found.basin else None, found.projects)


def reachable(world: Catalogue) -> float:
    """Reachable projects of the garage family."""
    around = opportunities(world, reached(world, DRIVER))
    return float(around.reachable[world.job_table.family_row["garage"]])


CASES = [
    pytest.param([("b1", 40), ("b2", 900)], ("b1", 40), id="home basin first, even if smaller"),
    pytest.param([("b1", None), ("b2", 90)], ("b2", 90), id="masked at home: the basin in reach"),
    pytest.param([("b1", 0), ("b2", 90)], ("b2", 90), id="zero at home: the basin in reach"),
    pytest.param([("b1", None)], ("b1", None), id="masked everywhere: home, no figure"),
    pytest.param([], ("b1", None), id="no row at all: home, no figure"),
]


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_the_figure_shown(
    rows: list[tuple[str, int | None]], expected: tuple[str, int | None]
) -> None:
    assert shown(*(demand("garage", basin, projects) for basin, projects in rows)) == expected


def test_a_basin_out_of_reach_is_never_shown() -> None:
    walker = replace(DRIVER, vehicle="none", max_minutes=20)
    assert shown(demand("garage", "b2", 900), person=walker) == ("b1", None)


def test_without_home_no_figure_is_shown() -> None:
    assert shown(demand("garage", "b1", 9), person=replace(DRIVER, insee_code=None)) == (None, None)


def test_reachable_projects_count_the_share_in_reach_and_seasonal_ones_for_half() -> None:
    world = replace(WORLD, demand=(demand("garage", "b1", 100, seasonal=60),))
    found = reached(world, DRIVER)
    assert reachable(world) == pytest.approx(70 * found.basins["b1"].share_to_check)


@pytest.mark.parametrize(
    ("projects", "expected"),
    [
        pytest.param(0, 0.0, id="none"),
        pytest.param(FEW, 0.5, id="few"),
        pytest.param(95, 0.95, id="many"),
    ],
)
def test_the_value_of_hiring_saturates(projects: float, expected: float) -> None:
    assert hiring_value(np.ones(1), np.array([projects]))[0] == pytest.approx(expected)
    assert np.isnan(hiring_value(np.ones(1), np.array([np.nan]))[0])


def test_a_masked_cell_weighs_less_than_any_published_one_and_more_than_nothing() -> None:
    def weight(*rows: Demand) -> float:
        return reachable(replace(WORLD, demand=rows))

    masked, five = weight(demand("garage", "b1", None)), weight(demand("garage", "b1", 5))
    assert 0 == weight() < masked < five
