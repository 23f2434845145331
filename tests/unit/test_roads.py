"""Minutes by car against ways whose time is well known: plains, mountains, overseas."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.orientation.barriers import around
from bot.orientation.profile import Profile
from bot.orientation.relief import RIDGES, slowness
from bot.orientation.territory import Commune
from bot.orientation.travel_modes import ROW_BY_MODE
from bot.orientation.trips import trips_from
from tests.unit.roads import MINUTES, TOWNS
from tests.unit.small_world import WORLD

FRANCE = replace(
    WORLD,
    communes=tuple(
        Commune(name, name, (), "00", latitude, longitude, people, "b")
        for name, (latitude, longitude, people) in TOWNS.items()
    ),
)
PLAINS = ("between towns of the plains", "from the country")


def minutes_by_car(home: str, there: str) -> float:
    """Infinite when it is beyond reason."""
    trips = trips_from(FRANCE, Profile(insee_code=home))
    assert trips is not None
    places = dict(zip(trips.rows.tolist(), trips.minutes[0, ROW_BY_MODE["car"]], strict=True))
    return float(places.get(FRANCE.geography.row_by_code[there], np.inf))


def error(home: str, there: str, minutes: int) -> float:
    """Relative; a way that is beyond reason, and must be, is no error."""
    estimate = minutes_by_car(home, there)
    return 0.0 if np.isinf(estimate) and minutes >= 90 else estimate / minutes - 1


WELL_KNOWN = [
    ("Grenoble", "Le Bourg-d'Oisans"),
    ("Briançon", "Gap"),
    ("Chamonix-Mont-Blanc", "Annecy"),
    ("Modane", "Chambéry"),
    ("Chambéry", "Grenoble"),
    ("Grenoble", "Die"),
    ("Grenoble", "Villard-de-Lans"),
    ("Albertville", "Val-d'Isère"),
    ("Chamonix-Mont-Blanc", "Bourg-Saint-Maurice"),
    ("Tarbes", "Cauterets"),
    ("Bagnères-de-Bigorre", "Arreau"),
    ("Colmar", "Gérardmer"),
    ("Saint-Claude", "Lons-le-Saunier"),
    ("Le Puy-en-Velay", "Saint-Étienne"),
    ("Aurillac", "Saint-Flour"),
    ("Mende", "Le Puy-en-Velay"),
    ("Corte", "Ajaccio"),
    ("Ajaccio", "Propriano"),
    ("Saint-Denis (974)", "Cilaos"),
    ("Saint-Louis (974)", "Cilaos"),
    ("Fort-de-France", "Saint-Pierre (972)"),
    ("Basse-Terre", "Pointe-à-Pitre"),
    ("Lyon 3e", "Bourgoin-Jallieu"),
    ("Nantes", "Saint-Nazaire"),
    ("Condom", "Auch"),
]
KNOWN = {way: minutes for ways in MINUTES.values() for way, minutes in ways.items()}


@pytest.mark.parametrize("way", WELL_KNOWN, ids=" - ".join)
def test_minutes_by_car_are_within_a_quarter_of_what_is_known(way: tuple[str, str]) -> None:
    assert minutes_by_car(*way) == pytest.approx(KNOWN[way], rel=0.25)


@pytest.mark.parametrize("way", WELL_KNOWN, ids=" - ".join)
def test_the_way_back_takes_as_long(way: tuple[str, str]) -> None:
    assert minutes_by_car(*reversed(way)) == pytest.approx(minutes_by_car(*way), rel=0.02)


@pytest.mark.parametrize(("area", "mean"), {
    "Alpes": 0.14,
    "Pyrénées": 0.14,
    "Vosges and Jura": 0.17,
    "Massif central": 0.17,
    "Corse": 0.21,
    "overseas": 0.17,
    "between towns of the plains": 0.17,
    "from the country": 0.11,
}.items())  # fmt: skip
def test_the_mean_error_of_all_known_ways_stays_low(area: str, mean: float) -> None:
    errors = [abs(error(*way, minutes)) for way, minutes in MINUTES[area].items()]
    assert np.mean(errors) <= mean


def test_beyond_a_ridge_nothing_near_on_the_map_is_near() -> None:
    assert minutes_by_car("Modane", "Val-d'Isère") > 80
    assert minutes_by_car("Saint-Jean-de-Maurienne", "Le Bourg-d'Oisans") > 75
    assert minutes_by_car("Cilaos", "Salazie") > 90


@pytest.mark.parametrize("area", PLAINS)
def test_relief_changes_nothing_in_the_plains(area: str) -> None:
    for home, there in MINUTES[area]:
        (*point, _), (*other, _) = TOWNS[home], TOWNS[there]
        places = np.array([point, other])
        assert slowness(places).tolist() == [1.0, 1.0]
        crow = np.array([0.0, 1.0])
        assert around(RIDGES, (point[0], point[1]), places, crow).tolist() == [0.0, 1.0]
