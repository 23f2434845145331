"""Minutes, kilometres and money of going to work, and what is not known of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.commute import Commute, commute, cost_sentences, gained_sentence
from bot.orientation.mobility import BasinReach
from bot.orientation.profile import Profile
from bot.orientation.territory import Commune
from bot.orientation.trips import trips_from
from tests.unit.small_world import NARROW, WORLD


def way(kilometres: float, mode: str, max_minutes: int = 180) -> Commute | None:
    """To a basin whose only commune is that far by road."""
    north = 45.0 + kilometres / 1.3 / 111.195
    places = (("home", 45.0), ("work", north))
    communes = tuple(Commune(c, c, (), "01", lat, 5.0, 2_000, c) for c, lat in places)
    trips = trips_from(replace(WORLD, communes=communes), Profile(insee_code="home"))
    assert trips is not None
    return commute(trips, "work", mode, max_minutes)


@pytest.mark.parametrize(
    ("kilometres", "low", "high"),
    [
        pytest.param(5, 111, 146, id="2,520 km a year: the first band"),
        pytest.param(20, 354, 457, id="10,080 km a year: the second band"),
        pytest.param(50, 777, 987, id="25,200 km a year: the third band"),
    ],
)
def test_a_car_costs_what_the_tax_scale_says(kilometres: float, low: int, high: int) -> None:
    found = way(kilometres, "car")
    assert found is not None and found.km == kilometres
    assert found.monthly_eur_low == pytest.approx(low, abs=1)
    assert found.monthly_eur_high == pytest.approx(high, abs=1)


@pytest.mark.parametrize(
    ("mode", "cost"), [("walk", 0), ("bike", None), ("public_transport", None), ("carpool", None)]
)
def test_a_cost_that_no_source_tells_is_unknown(mode: str, cost: int | None) -> None:
    found = way(5, mode)
    assert (found.monthly_eur_low if found else None) == cost


def test_out_of_reach_and_unknown_basins_have_no_way() -> None:
    assert way(50, "car", max_minutes=20) is None
    assert way(20, "walk", max_minutes=60) is None


def test_the_cost_is_told_with_its_source_and_as_an_estimate() -> None:
    told = cost_sentences(Commute("car", 25, 20, 354, 457))
    assert told[0] == "Environ 350 à 460 euros par mois, toute la voiture comprise."
    assert told[1] == (
        "Estimation pour 21 jours de travail, d'après le barème fiscal du 27 mars 2023."
    )
    assert "la moitié" in cost_sentences(Commute("public_transport", 25, 20, None, None))[0]
    assert cost_sentences(Commute("walk", 25, 2, 0, 0)) == ()
    assert cost_sentences(Commute("bike", 25, 6, None, None)) == ()


def test_large_amounts_are_written_in_the_french_way() -> None:
    dear = Commute("car", 60, 55, 1160, 1480)
    assert cost_sentences(dear)[0].startswith(f"Environ 1{NARROW}160 à 1{NARROW}480 euros")


def test_minutes_before_and_after_a_lever() -> None:
    after = BasinReach("b", 0.5, 0.5, "car", 25, 0.5, 0.5)
    before = replace(after, mode="public_transport", minutes=55)
    assert gained_sentence(before, after) == "Le trajet passe d'environ 55 à 25 minutes."
    further = replace(after, mode="car", minutes=20)
    village = replace(after, mode="walk", minutes=10, share=0.05, share_to_check=0.05)
    assert gained_sentence(village, further) == (
        "Vous pouvez aller plus loin : environ 20 minutes au lieu de 10."
    )
    assert gained_sentence(None, after).startswith("Aujourd'hui hors d'atteinte")
    nothing = replace(before, share=0.0, share_to_check=0.0)
    assert gained_sentence(nothing, after) == gained_sentence(None, after)
