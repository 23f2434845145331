"""What is known of a person without asking, and what follows from an answer."""

from __future__ import annotations

import datetime
import math
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation.circumstances import BOOLEAN, CHOICE, CIRCUMSTANCES
from bot.orientation.condition_truth import Facts, Value
from bot.orientation.implied_facts import RULES, SAME, with_implied
from bot.orientation.person_facts import facts_known, facts_of_profile
from bot.orientation.profile import PastJob, Profile
from tests.unit.small_world import always

TODAY = datetime.date(2026, 11, 27)
CASHIER = PastJob("caissière", "D1505")

PROFILES: dict[str, tuple[Profile, dict[str, Value]]] = {
    "nothing said": (Profile(), {}),
    "no licence": (Profile(has_licence_b=False), {"has_licence_b": False}),
    "a past job": (Profile(past_jobs=(CASHIER,)), {"has_worked": True}),
    "Bourgoin-Jallieu": (
        Profile(insee_code="38053"),
        {"home_in_ile_de_france": False, "lives_overseas": False},
    ),
    "Montreuil": (
        Profile(insee_code="93048"),
        {"home_in_ile_de_france": True, "lives_overseas": False},
    ),
    "Saint-Denis de La Réunion": (
        Profile(insee_code="97411"),
        {"home_in_ile_de_france": False, "lives_overseas": True},
    ),
    "no car, school hours: nothing is guessed": (
        Profile(vehicle="none", hours_refused=frozenset({"outside_school"})),
        {},
    ),
}


@pytest.mark.parametrize(("profile", "expected"), PROFILES.values(), ids=PROFILES.keys())
def test_a_profile_tells_these_facts(profile: Profile, expected: dict[str, Value]) -> None:
    assert facts_of_profile(profile) == expected


def test_what_a_person_tells_counts_before_the_profile() -> None:
    facts = facts_known(Profile(past_jobs=(CASHIER,)), {"has_worked": False}, TODAY)
    assert facts["has_worked"] is False
    assert facts["employed_months"] == 0


def test_a_profile_and_its_facts_stay_apart() -> None:
    assert {field.name for field in fields(Profile)} & set(CIRCUMSTANCES) == {"has_licence_b"}


# what is told: what follows besides
FOLLOWS: dict[str, tuple[Facts, dict[str, Value]]] = {
    "no benefit": (
        {"unemployment_benefit": False},
        {"benefit_below_minimum_wage": True, "daily_allowance_eur": 0.0},
    ),
    "no right to a benefit": (
        {"unemployment_rights": False},
        {
            "unemployment_benefit": False,
            "benefit_below_minimum_wage": True,
            "daily_allowance_eur": 0.0,
        },
    ),
    "an allowance": (
        {"daily_allowance_eur": 30.0},
        {"unemployment_benefit": True, "unemployment_rights": True},
    ),
    "registered for a year": ({"registered_months": 12.0}, {"registered_jobseeker": True}),
    "registered for no month yet": ({"registered_months": 0.0}, {}),
    "not registered": ({"registered_jobseeker": False}, {"registered_months": 0.0}),
    "registered": ({"registered_jobseeker": True}, {}),
    "never worked": (
        {"has_worked": False},
        {"employed_months": 0.0, "employed_months_last_5_years": 0.0, "working": False},
    ),
    "an employee": ({"status": "employee"}, {"working": True, "has_worked": True}),
    "a student": ({"status": "student"}, {}),
    "somebody who may ask": ({"prescriber": "mission_locale"}, {"prescribed": True}),
    "60 years old": ({"age": 60.0}, {"born_before_1988": True}),
    "30 years old": ({"age": 30.0}, {"born_before_1988": False}),
    "38 years old, born in 1987 or 1988": ({"age": 38.0}, {}),
    "no child": ({"youngest_child_age": math.inf}, {"single_parent": False}),
    "a child": ({"youngest_child_age": 4.0}, {}),
}


@pytest.mark.parametrize(("told", "expected"), FOLLOWS.values(), ids=FOLLOWS.keys())
def test_an_answer_settles_what_surely_follows(told: Facts, expected: dict[str, Value]) -> None:
    assert with_implied(told, TODAY) == {**told, **expected}


def test_what_was_answered_is_never_replaced() -> None:
    told: Facts = {"registered_jobseeker": False, "registered_months": 3.0}
    assert with_implied(told, TODAY) == told


def test_every_rule_is_about_facts_that_exist_and_values_that_they_take() -> None:
    for premise, fact, _ in RULES:
        assert {premise, fact} <= set(CIRCUMSTANCES)
    for premise, value, fact, found in SAME:
        for name, one in ((premise, value), (fact, found)):
            kind = CIRCUMSTANCES[name].kind
            assert isinstance(one, {BOOLEAN: bool, CHOICE: str}.get(kind, float)), name
            assert kind != CHOICE or one in CIRCUMSTANCES[name].choices


@always
@given(st.permutations(list(FOLLOWS.values())))
def test_one_answer_alone_implies_the_same_twice(
    cases: list[tuple[Facts, dict[str, Value]]],
) -> None:
    for told, _ in cases:
        once = with_implied(told, TODAY)
        assert with_implied(once, TODAY) == once
