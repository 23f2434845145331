"""Travel times and reachable shares, on a small map."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.orientation.barriers import around
from bot.orientation.catalogue import Catalogue
from bot.orientation.mobility import ASSUMED_MINUTES
from bot.orientation.profile import Profile
from bot.orientation.territory import Basin, Commune, Geography
from bot.orientation.travel_modes import HOURS, ROW_BY_MODE, USUAL
from bot.orientation.trips import Trips, inner_km, trips_from
from bot.orientation.waters import WATERS
from tests.unit.small_world import COMMUNES, DRIVER, WORLD, reached


def ways(world: Catalogue, home: str) -> Trips:
    trips = trips_from(world, Profile(insee_code=home))
    assert trips is not None
    return trips


def minutes_to(trips: Trips, world: Catalogue, mode: str, there: str, hours: str = USUAL) -> float:
    place = list(trips.rows).index(world.geography.row_by_code[there])
    return float(trips.minutes[HOURS.index(hours), ROW_BY_MODE[mode], place])


def ten_km_apart(population: int) -> Catalogue:
    ten_km = 10 / 111.195
    places = [("a", 45.0), ("b", 45.0 + ten_km)]
    return replace(
        WORLD,
        communes=tuple(
            Commune(code, code, (), "38", lat, 5.0, population, "b1") for code, lat in places
        ),
    )


@pytest.mark.parametrize(
    ("mode", "population", "at_least", "at_most"),
    [
        pytest.param("car", 2_000, 12, 15, id="10 km in the country by car"),
        pytest.param("car", 200_000, 25, 40, id="10 km in a big town by car"),
        pytest.param("public_transport", 200_000, 35, 45, id="10 km in a big town by bus"),
        pytest.param("public_transport", 2_000, 45, 65, id="10 km in the country by bus"),
        pytest.param("bike", 2_000, 45, 60, id="10 km by bike"),
        pytest.param("walk", 2_000, 150, 160, id="10 km on foot"),
    ],
)
def test_minutes_have_the_announced_order_of_magnitude(
    mode: str, population: int, at_least: float, at_most: float
) -> None:
    world = ten_km_apart(population)
    assert at_least <= minutes_to(ways(world, "a"), world, mode, "b") <= at_most


def test_distances_are_great_circles_in_km() -> None:
    paris_lyon = Geography(
        (
            Commune("75056", "Paris", (), "75", 48.8566, 2.3522, 1, "p"),
            Commune("69123", "Lyon", (), "69", 45.7640, 4.8357, 1, "l"),
        )
    )
    paris = (48.8566, 2.3522)
    assert paris_lyon.distances_km(paris, np.array([1]))[0] == pytest.approx(391.5, abs=1)


@pytest.mark.parametrize(
    ("population", "kilometres"),
    [(0, 0.5), (500, 0.5), (8_000, 0.83), (30_000, 1.6), (80_000, 2.6)],
)
def test_a_trip_inside_the_commune_is_longer_in_a_bigger_one(
    population: int, kilometres: float
) -> None:
    assert inner_km(np.array([float(population)]))[0] == pytest.approx(kilometres, abs=0.05)


def test_a_small_commune_beside_a_big_one_is_no_countryside() -> None:
    suburb = Geography(
        (
            Commune("1", "Ville", (), "69", 45.70, 5.00, 200_000, "b"),
            Commune("2", "Banlieue", (), "69", 45.71, 5.01, 900, "b"),
        )
    )
    assert list(suburb.surrounding_population) == [200_900, 200_900]


def test_the_share_is_that_of_the_population_in_reach() -> None:
    home = reached(WORLD, DRIVER).basins["b1"]
    assert home.share == pytest.approx(34_000 / 40_000)
    assert (home.mode, home.share_to_check) == ("car", home.share)


def test_minutes_are_the_median_over_the_people_in_reach() -> None:
    by_car = minutes_to(ways(WORLD, "38001"), WORLD, "car", "38001")
    assert reached(WORLD, DRIVER).basins["b1"].minutes == round(by_car)


def test_when_nothing_is_in_reach_minutes_lead_to_the_main_commune() -> None:
    walker = replace(DRIVER, vehicle="none", insee_code="38003", max_minutes=7)
    home = reached(WORLD, walker).basins["b1"]
    assert (home.share, home.mode) == (0.0, "walk")
    assert home.minutes > 300


VENISSIEUX = Geography(
    (
        Commune("69259", "Vénissieux", (), "69", 45.70, 4.88, 66_765, "b"),
        Commune("69199", "Saint-Fons", (), "69", 45.80, 4.98, 19_000, "b"),
    )
)


@pytest.mark.parametrize(
    ("max_minutes", "part", "minutes"),
    [
        pytest.param(7, 0.0, 37, id="less than the shortest trip"),
        pytest.param(15, 0.16, 15, id="a part of the commune"),
        pytest.param(30, 0.64, 30, id="most of the commune"),
        pytest.param(45, 1.0, 37, id="the whole commune"),
    ],
)
def test_a_part_of_a_big_home_commune_can_be_walked_to(
    max_minutes: int, part: float, minutes: int
) -> None:
    world = replace(WORLD, communes=VENISSIEUX.communes, basins=(Basin("b", "Rhône", "84"),))
    walker = replace(DRIVER, vehicle="none", insee_code="69259", max_minutes=max_minutes)
    home = reached(world, walker).basins["b"]
    assert home.share == pytest.approx(part * 66_765 / 85_765, abs=0.01)
    assert (home.mode, home.minutes) == ("walk", minutes)


def test_an_unknown_bus_counts_only_as_to_check() -> None:
    walker = replace(DRIVER, vehicle="none", has_public_transport=None)
    home = reached(WORLD, walker).basins["b1"]
    assert home.share_to_check >= home.share > 0
    assert reached(WORLD, walker).unknown == {"public_transport"}


def test_unknown_minutes_are_assumed_and_said_to_be() -> None:
    found = reached(WORLD, replace(DRIVER, max_minutes=None))
    assert (found.max_minutes, found.is_assumed) == (ASSUMED_MINUTES, True)
    assert not reached(WORLD, DRIVER).is_assumed


@pytest.mark.parametrize("insee_code", [None, "00000"], ids=["not said", "not in the catalogue"])
def test_without_home_nothing_is_known_about_distance(insee_code: str | None) -> None:
    found = reached(WORLD, replace(DRIVER, insee_code=insee_code))
    assert (found.home_basin, found.basins) == (None, {})


def test_communes_without_population_weigh_nothing_and_break_nothing() -> None:
    empty = tuple(replace(commune, population=None) for commune in COMMUNES)
    found = reached(replace(WORLD, communes=empty), DRIVER)
    assert found.basins["b1"].share == 0
    assert np.isfinite(found.basins["b1"].minutes)


def test_distances_count_from_the_exact_point_when_there_is_one() -> None:
    near_the_farm = replace(DRIVER, home_point=(45.55, 5.20))
    by_car = {
        mode: reached(WORLD, one).basins["b2"].minutes
        for mode, one in (("centre", DRIVER), ("point", near_the_farm))
    }
    assert by_car["point"] != by_car["centre"]
    at_the_centre = replace(DRIVER, home_point=(45.60, 5.27))
    assert reached(WORLD, at_the_centre).basins == reached(WORLD, DRIVER).basins


ACROSS = {
    "from the mainland to an island": ("56186", "56152", 0.0),
    "from an island to the mainland": ("56152", "56186", 0.0),
    "from an island to the next one": ("56086", "56085", 0.0),
    "between two communes of one island": ("56152", "56241", 1.0),
    "to an island that has a bridge": ("17274", "17161", 1.0),
}


@pytest.mark.parametrize(("home", "other", "share"), ACROSS.values(), ids=ACROSS.keys())
def test_nothing_across_the_water_is_reached_without_a_bridge(
    home: str, other: str, share: float
) -> None:
    places = tuple(
        Commune(code, code, (), code[:2], 47.0 + row / 20, -3.0, 2_000, code)
        for row, code in enumerate((home, other))
    )
    basins = tuple(Basin(code, code, "53") for code in (home, other))
    world = replace(WORLD, communes=places, basins=basins)
    basins_reached = reached(world, replace(DRIVER, insee_code=home, max_minutes=45)).basins
    assert basins_reached[home].share == 1.0
    assert (basins_reached[other].share if other in basins_reached else 0.0) == share


WAYS = {
    "across the Gironde": ((45.127, -0.665), (45.20, -0.757), 60, 75),
    "along the Gironde": ((45.127, -0.665), (44.84, -0.58), 30, 36),
    "across the Rade de Brest": ((48.40, -4.50), (48.24, -4.49), 36, 45),
    "across the Elorn, by its bridge": ((48.40, -4.50), (48.37, -4.37), 9, 11),
    "across the mouth of the Loire, by its bridge": ((47.28, -2.24), (47.24, -2.16), 7, 12),
    "to an island by its bridge": ((46.16, -1.15), (46.16, -1.28), 9, 12),
    "where there is no water": ((45.76, 4.84), (45.59, 5.27), 37, 40),
}


@pytest.mark.parametrize(("home", "place", "at_least", "at_most"), WAYS.values(), ids=WAYS.keys())
def test_a_road_goes_around_estuaries_and_bays(
    home: tuple[float, float], place: tuple[float, float], at_least: float, at_most: float
) -> None:
    geography = Geography(
        tuple(
            Commune(code, code, (), "33", *point, 1_000, "b1")
            for code, point in (("a", home), ("b", place))
        )
    )
    both = np.arange(2)
    crow = geography.distances_km(home, both)
    there = around(WATERS, home, np.degrees(geography.radians), crow)
    back = around(WATERS, place, np.degrees(geography.radians), geography.distances_km(place, both))
    assert at_least <= there[1] <= at_most
    assert there[1] >= crow[1]
    assert back[0] == pytest.approx(there[1], rel=0.02)
