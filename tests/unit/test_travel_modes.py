"""Which ways to travel a person has, for sure or to check, and at which hours they run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.catalogue import Catalogue
from bot.orientation.mobility import BasinReach, reach
from bot.orientation.profile import Profile
from bot.orientation.territory import Commune
from bot.orientation.travel_modes import available_modes
from bot.orientation.trips import trips_from
from tests.unit.small_world import WORLD

Modes = tuple[set[str], set[str], set[str]]

ANSWERS = {
    "a car and the licence": (True, "car", False, {"car"}, set(), set()),
    "a car, no licence: it stays there": (False, "car", False, set(), set(), set()),
    "no licence, vehicle unknown": (False, None, False, set(), set(), set()),
    "no licence, nor do they know the buses": (
        False, None, None, set(), {"public_transport"}, {"public_transport"},
    ),
    "vehicle unknown": (True, None, False, set(), {"car"}, {"vehicle"}),
    "they do not know about the licence": (None, "car", False, set(), {"car"}, {"licence"}),
    "nothing known but buses": (
        None, None, True, {"public_transport"}, {"car"}, {"licence", "vehicle"},
    ),
    "no vehicle, buses unknown": (
        True, "none", None, set(), {"public_transport"}, {"public_transport"},
    ),
    "scooter": (False, "scooter", False, {"scooter"}, set(), set()),
    "bike": (True, "bike", False, {"bike"}, set(), set()),
}  # fmt: skip


@pytest.mark.parametrize(
    ("licence", "vehicle", "transport", "sure", "to_check", "unknown"),
    ANSWERS.values(),
    ids=ANSWERS.keys(),
)
def test_modes_that_are_sure_and_modes_to_check(
    licence: bool | None,
    vehicle: str | None,
    transport: bool | None,
    sure: set[str],
    to_check: set[str],
    unknown: set[str],
) -> None:
    profile = Profile(has_licence_b=licence, vehicle=vehicle, has_public_transport=transport)
    assert [set(part) for part in available_modes(profile)] == [sure | {"walk"}, to_check, unknown]


GAINED = {
    "a car with the licence": (True, "none", "car", {"car"}, set(), set()),
    "a car without licence is of no use": (False, "none", "car", set(), set(), set()),
    "a car, licence unknown": (None, "none", "car", set(), {"car"}, {"licence"}),
    "a car beside a bike": (True, "bike", "car", {"bike", "car"}, set(), set()),
    "a car answers what the vehicle is": (True, None, "car", {"car"}, set(), set()),
    "a scooter": (False, "none", "scooter", {"scooter"}, set(), set()),
    "a bike, vehicle unknown": (True, None, "bike", {"bike"}, {"car"}, {"vehicle"}),
    "an electric bike": (False, "none", "ebike", {"ebike"}, set(), set()),
    "carpool is never sure": (False, "none", "carpool", set(), {"carpool"}, set()),
}


@pytest.mark.parametrize(
    ("licence", "vehicle", "gained", "sure", "to_check", "unknown"),
    GAINED.values(),
    ids=GAINED.keys(),
)
def test_a_way_gained_adds_to_what_the_person_has(
    licence: bool | None,
    vehicle: str | None,
    gained: str,
    sure: set[str],
    to_check: set[str],
    unknown: set[str],
) -> None:
    profile = Profile(
        has_licence_b=licence,
        vehicle=vehicle,
        has_public_transport=False,
        modes_gained=frozenset({gained}),
    )
    assert [set(part) for part in available_modes(profile)] == [sure | {"walk"}, to_check, unknown]


def two_communes(population: int, departments: tuple[str, str] = ("38", "38")) -> Catalogue:
    """Home and work, 6 km apart, each in its own basin."""
    six_km = 6 / 111.195
    communes = tuple(
        Commune(code, code, (), department, latitude, 5.0, population, code)
        for code, latitude, department in zip(
            ("home", "work"), (45.0, 45.0 + six_km), departments, strict=True
        )
    )
    return replace(WORLD, communes=communes)


def work(
    world: Catalogue, vehicle: str, gained: str = "", zone: frozenset[str] = frozenset()
) -> BasinReach | None:
    """Reach of the basin where the work is, in an hour."""
    profile = Profile(
        insee_code="home",
        has_licence_b=True,
        vehicle=vehicle,
        has_public_transport=vehicle == "none" and not gained,
        modes_gained=frozenset({gained} if gained else ()),
        max_minutes=60,
    )
    return reach(trips_from(world, profile, zone), profile).basins.get("work")


HOURS_OF = {
    "car": ("car", 1_000, 1.0, 1.0),
    "scooter": ("scooter", 1_000, 1.0, 1.0),
    "bike": ("bike", 1_000, 1.0, 1.0),
    "buses in the country": ("none", 1_000, 0.0, 0.0),
    "buses in a town": ("none", 20_000, 1.0, 0.0),
    "buses in a big town": ("none", 120_000, 1.0, 0.0),
}


@pytest.mark.parametrize(
    ("vehicle", "population", "weekend", "night"), HOURS_OF.values(), ids=HOURS_OF.keys()
)
def test_buses_are_rare_at_weekends_and_absent_at_night(
    vehicle: str, population: int, weekend: float, night: float
) -> None:
    found = work(two_communes(population), vehicle)
    assert found is not None
    assert (found.share_to_check, found.share_weekend, found.share_night) == (1.0, weekend, night)


LINES = {
    "both ends inside": (("38", "38"), {"38"}, True),
    "home outside": (("69", "38"), {"38"}, False),
    "work outside": (("38", "69"), {"38"}, False),
    "two departments of one zone": (("38", "69"), {"38", "69"}, True),
    "no line anywhere": (("38", "38"), set(), False),
}


@pytest.mark.parametrize(("departments", "zone", "leads"), LINES.values(), ids=LINES.keys())
def test_a_carpool_line_leads_somewhere_only_inside_its_zone(
    departments: tuple[str, str], zone: set[str], leads: bool
) -> None:
    found = work(two_communes(1_000, departments), "none", "carpool", frozenset(zone))
    assert (found is not None) == leads
    if found is not None:
        assert (found.mode, found.share, found.share_to_check) == ("carpool", 0.0, 1.0)
        assert (found.share_weekend, found.share_night) == (0.0, 0.0)


def test_an_electric_bike_leads_further_than_a_bike() -> None:
    trips = trips_from(two_communes(1_000), Profile(insee_code="home"))
    minutes = {
        mode: reach(trips, Profile(vehicle="none", modes_gained=frozenset({mode}), max_minutes=60))
        .basins["work"]
        .minutes
        for mode in ("bike", "ebike")
    }
    assert minutes["ebike"] < minutes["bike"]
