"""Vacancies on the cards of a proposal: how many, how far, how old, or what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.phrases import say
from bot.orientation.profile import Profile
from bot.services import in_time
from bot.services import live_facts as module
from bot.services.live_facts import as_shown, live_facts
from bot.services.ports import Place
from bot.services.surroundings import place_of, radius_km
from tests.live_ports import Broken, Down, Held, Vacant, vacancy
from tests.unit.small_world import DRIVER, NARROW, WORLD

HOME = Place("38001", 45.60, 5.27)


def test_each_card_gets_its_vacancies() -> None:
    port = Vacant({"D1102": 1, "I1604": 0})
    facts = live_facts(port, ["D1505", "D1102", "I1604"], HOME, 20)
    assert [facts.vacancies[code]["sentence"] for code in ("D1505", "D1102", "I1604")] == [
        "12 offres à moins de 20 km.",
        "1 offre à moins de 20 km.",
        "Aucune offre publiée à moins de 20 km pour le moment.",
    ]
    assert facts.vacancies["D1505"]["titles"] == ["Offre 1", "Offre 2", "Offre 3"]
    assert facts.vacancies["I1604"]["titles"] == [] and facts.vacancies["I1604"]["url"] is None
    assert facts.vacancies["D1505"]["source"] == "France Travail, offres du 22 novembre 2026"
    assert facts.vacancies["D1505"]["url"].startswith("https://")
    assert facts.notes == ()


@pytest.mark.parametrize(
    ("port", "codes", "place"),
    [(None, ["D1505"], HOME), (Vacant(), ["D1505"], None), (Vacant(), [], HOME)],
    ids=["no key", "no home", "no card"],
)
def test_without_key_home_or_card_nothing_is_said(port, codes, place) -> None:
    facts = live_facts(port, codes, place, 20)
    assert not facts.vacancies and not facts.notes


@pytest.mark.parametrize("port", [Down(), Broken()])
def test_what_does_not_answer_is_said_once(port) -> None:
    facts = live_facts(port, ["D1505", "D1102"], HOME, 20)
    assert not facts.vacancies and facts.notes == (say("job.vacancies.none_answered"),)


def test_a_late_answer_is_left_out_and_still_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUDGET_SECONDS", 0.05)
    port = Held(only="D1102")
    facts = live_facts(port, ["D1505", "D1102"], HOME, 20)
    assert set(facts.vacancies) == {"D1505"} and facts.notes == (say("job.vacancies.some_missing"),)
    port.free.set()
    for _ in range(2):
        assert port.answered.acquire(timeout=10)
    assert {code for code, _, _ in port.behind.asked} == {"D1505", "D1102"}


def test_the_cards_of_all_conversations_share_the_threads_of_one_service(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else each ROME code would open threads of its own."""
    monkeypatch.setattr(in_time, "_threads", {})
    live_facts(Vacant(), ["D1505", "D1102"], HOME, 20)
    assert list(in_time._threads) == ["vacancies"]


def test_the_budget_leaves_time_in_the_five_seconds_of_a_turn() -> None:
    assert 0 < module.BUDGET_SECONDS <= 2


def test_long_titles_are_cut_and_thousands_are_apart() -> None:
    found = Vacant(default=1240).near("D1505", HOME, 30)
    found = replace(found, newest=(vacancy("Vendeuse " * 40),), url="")
    shown = as_shown(found)
    assert shown["sentence"] == f"1{NARROW}240 offres à moins de 30 km."
    assert len(shown["titles"][0]) <= module.LONGEST_TITLE and shown["titles"][0].endswith("…")
    assert shown["url"] is None


@pytest.mark.parametrize(
    ("licence", "vehicle", "bus", "minutes", "expected"),
    [
        (True, "car", False, 15, 10),
        (True, "car", False, 30, 20),
        (True, "car", False, 45, 30),
        (True, "car", False, 120, 30),
        (False, "none", True, 30, 10),
        (False, "none", True, 60, 20),
        (False, "bike", False, 30, 10),
        (False, "none", False, 60, 10),
        (None, None, None, None, 20),
    ],
)
def test_the_radius_follows_what_the_person_can_reach(
    licence, vehicle, bus, minutes, expected
) -> None:
    person = Profile(
        has_licence_b=licence, vehicle=vehicle, has_public_transport=bus, max_minutes=minutes
    )
    assert radius_km(person) == expected


def test_the_place_that_services_hear_of_is_the_commune_never_the_exact_point() -> None:
    assert place_of(WORLD, DRIVER) == HOME
    assert place_of(WORLD, replace(DRIVER, home_point=(45.61, 5.30))) == HOME
    assert place_of(WORLD, Profile()) is None
    assert place_of(WORLD, Profile(insee_code="99999")) is None
