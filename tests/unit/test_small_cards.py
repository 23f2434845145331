"""Small cards: where something is, how big, and what is left out when it is not known."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from bot.services.immersion import companies_near
from bot.services.local_help import services_near
from bot.services.ports import LocalService, Place
from bot.services.small_cards import item, where
from tests.live_ports import Companies, Down, Services, company
from tests.unit.small_world import NARROW

HOME = Place("38001", 45.60, 5.27)


@pytest.mark.parametrize(
    ("city", "kilometres", "expected"),
    [
        ("Bourgoin-Jallieu", 3.2, "Bourgoin-Jallieu, à 3 km environ"),
        ("Bourgoin-Jallieu", 0.2, "Bourgoin-Jallieu, à moins de 1 km"),
        ("Bourgoin-Jallieu", None, "Bourgoin-Jallieu"),
        (None, 12.6, "À 13 km environ"),
        (None, None, None),
    ],
)
def test_where_something_is(city, kilometres, expected) -> None:
    assert where(city, kilometres) == expected


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (50, 99, "Entre 50 et 99 personnes"),
        (1, 2, "Entre 1 et 2 personnes"),
        (10_000, None, f"10{NARROW}000 personnes ou plus"),
        (1, 1, "1 personne"),
        (0, 9, "Au plus 9 personnes"),
        (None, 5, "Au plus 5 personnes"),
        (0, 0, None),
        (None, None, None),
    ],
)
def test_the_size_of_a_company_in_words(least, most, expected) -> None:
    found = companies_near(Companies((company("FOURNIL", least, most),)), "D1102", HOME, 10)
    assert found.message is not None
    (shown,) = found.message["items"]
    place, sector, *size = shown["lines"]
    assert size == ([expected] if expected else [])
    assert shown["url"] is None and shown["notice"] is None


def test_what_is_not_known_is_left_out() -> None:
    assert item("Titre", [None, "a", "", "b"])["lines"] == ["a", "b"]


@pytest.mark.parametrize(
    ("port", "place", "status"),
    [
        (None, HOME, "off"),
        (Companies(), None, "off"),
        (Companies(), HOME, "none"),
        (Down(), HOME, "unavailable"),
    ],
)
def test_why_there_is_no_company(port, place, status) -> None:
    found = companies_near(port, "D1102", place, 10)
    assert (found.status, found.message) == (status, None)


def test_a_service_says_when_its_card_was_written_and_how_to_reach_it() -> None:
    service = LocalService(
        "1", "Garage", "Association", "Bourg", "0400000000", "https://example.org/",
        ("mobilite--entretenir-reparer-son-vehicule",), 2.0, datetime.date(2026, 10, 1),
    )  # fmt: skip
    bare = replace(
        service, structure=None, city=None, phone=None, url=None, distance_km=None, updated_on=None
    )
    found = services_near(Services((service, bare)), HOME, ["mobilite--financer-ma-mobilite"])
    assert found.message is not None
    full, empty = found.message["items"]
    assert full["lines"] == [
        "Association",
        "Bourg, à 2 km environ",
        "Fiche du 1er octobre 2026",
    ]
    assert full["phone"] == {"title": "Appeler le 04 00 00 00 00", "number": "04 00 00 00 00"}
    assert empty["lines"] == [] and empty["url"] is None and empty["phone"] is None
    assert found.message["source"]


def test_without_a_theme_no_service_is_looked_for() -> None:
    assert services_near(Services(), HOME, []).status == "off"
