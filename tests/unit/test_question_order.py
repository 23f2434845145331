"""Which question decides most: plausible answers, ties, privacy, what was declined."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation.circumstances import ASKED_LAST, CIRCUMSTANCES, NUMBER
from bot.orientation.condition_truth import Facts, Value
from bot.orientation.deciding_question import deciding_question, deciding_questions
from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, OneOf, Within, Zone
from bot.orientation.question_order import limits_of, plausible_answers
from tests.unit.small_offers import TODAY, offer
from tests.unit.small_world import always

RSA, CEJ, WORKS = IsTrue("receives_rsa"), IsTrue("in_cej"), IsTrue("working")
DISABLED = IsTrue("disability_recognised")
YOUNG = Within("age", None, 25)
FRANCE = Zone("country")


def ask(
    *conditions: Condition,
    facts: Facts | None = None,
    not_asked: frozenset[str] = frozenset(),
    insee_code: str | None = "26362",
) -> str | None:
    offers = [
        offer(offer_id=f"offer-{at}", conditions=one, zone=FRANCE)
        for at, one in enumerate(conditions)
    ]
    best = deciding_question(offers, facts or {}, insee_code, TODAY, not_asked)
    return None if best is None else best.fact


CASES: dict[str, tuple[str | None, str | None]] = {
    "the fact of most offers": (ask(RSA, AllOf((RSA, CEJ)), WORKS), "receives_rsa"),
    "a fact that settles its offer alone": (
        ask(AllOf((AnyOf((RSA, CEJ)), AnyOf((RSA, WORKS))))),
        "receives_rsa",
    ),
    "as good: the one named first": (ask(AllOf((WORKS, RSA))), "working"),
    "what touches on privacy comes last": (ask(DISABLED, DISABLED, DISABLED, RSA), "receives_rsa"),
    "unless nothing else can decide": (ask(DISABLED), "disability_recognised"),
    "what is known is not asked": (
        ask(AllOf((WORKS, RSA)), facts={"working": True}),
        "receives_rsa",
    ),
    "what cannot count any more is not asked": (
        ask(AllOf((WORKS, RSA)), facts={"working": False}),
        None,
    ),
    "what was declined is skipped": (
        ask(AllOf((WORKS, RSA)), not_asked=frozenset({"working"})),
        "receives_rsa",
    ),
    "all declined": (ask(RSA, not_asked=frozenset({"receives_rsa"})), None),
    "no offer": (ask(), None),
    "an answer counts with what follows from it": (
        # "Never worked" also settles for how long.
        ask(
            Within("employed_months", 24, None),
            Within("employed_months_last_5_years", 24, None),
            IsTrue("has_worked"),
        ),
        "has_worked",
    ),
}


@pytest.mark.parametrize(("found", "expected"), CASES.values(), ids=CASES.keys())
def test_the_question_that_decides_most_is_asked(found: str | None, expected: str | None) -> None:
    assert found == expected


def test_a_question_says_how_many_it_decides_and_which_it_is_about() -> None:
    offers = [
        offer(offer_id="a", conditions=RSA, zone=FRANCE),
        offer(offer_id="b", conditions=AllOf((RSA, CEJ)), zone=FRANCE),
    ]
    first, second = deciding_questions(offers, {}, "26362", TODAY)
    assert (first.fact, first.decided, first.offer_ids) == ("receives_rsa", 1.5, ("a", "b"))
    assert (second.fact, second.decided, second.offer_ids) == ("in_cej", 0.5, ("b",))
    assert first.text == "Touchez-vous le RSA ?"


PLACES: dict[str, tuple[Zone, str | None, bool]] = {
    "the whole country": (FRANCE, None, True),
    "one's department": (Zone("department", ("26",)), "26362", True),
    "another department": (Zone("department", ("26",)), "38053", False),
    "an unknown home": (Zone("department", ("26",)), None, False),
    "an area that may be one's own": (Zone("area", ("26",), "Drôme"), "26362", True),
}


@pytest.mark.parametrize(("zone", "insee_code", "is_asked"), PLACES.values(), ids=PLACES.keys())
def test_only_offers_that_may_be_for_the_place_count(
    zone: Zone, insee_code: str | None, is_asked: bool
) -> None:
    found = deciding_question([offer(conditions=RSA, zone=zone)], {}, insee_code, TODAY)
    assert (found is not None) is is_asked


CLOSED = {"ended": "ended", "suspended": "suspended"}


@pytest.mark.parametrize("status", CLOSED.values(), ids=CLOSED.keys())
def test_offers_that_are_not_proposed_ask_nothing(status: str) -> None:
    assert deciding_question([offer(conditions=RSA, status=status)], {}, "26362", TODAY) is None


def weighed(fact: str, *limits: float) -> dict[Value, float]:
    return dict(plausible_answers(fact, frozenset(limits)))


def test_answers_weigh_as_documented() -> None:
    assert weighed("receives_rsa") == {True: 0.5, False: 0.5}
    assert weighed("current_contract") == pytest.approx(
        {"fixed_term": 1 / 3, "open_ended": 1 / 3, "other": 1 / 3}
    )
    assert weighed("age", 26, 60) == pytest.approx({0: 10 / 50, 26: 34 / 50, 60: 6 / 50})
    assert weighed("youngest_child_age", 3) == pytest.approx({0: 3 / 36, 3: 15 / 36, math.inf: 0.5})


def test_ages_below_the_usual_ones_weigh_nothing() -> None:
    assert weighed("age", 14, 26) == pytest.approx({14: 10 / 50, 26: 40 / 50})


@pytest.mark.parametrize("fact", CIRCUMSTANCES)
def test_the_weights_of_all_answers_add_up(fact: str) -> None:
    assert sum(weighed(fact, 3, 26, 1000).values()) == pytest.approx(1)


def test_limits_are_where_an_answer_changes_something() -> None:
    condition = AllOf((Within("age", 18, 25), Within("daily_allowance_eur", None, 32.13), RSA))
    assert limits_of(condition) == {
        "age": {18, 26},
        "daily_allowance_eur": {33},
        "receives_rsa": frozenset(),
    }


def test_every_number_has_a_usual_range() -> None:
    numbers = [one for one in CIRCUMSTANCES.values() if one.kind == NUMBER]
    assert [one.name for one in numbers if not 0 <= one.usual[0] < one.usual[1]] == []


def test_what_is_asked_last_exists() -> None:
    assert set(CIRCUMSTANCES) >= ASKED_LAST


@always
@given(st.permutations(range(5)))
def test_the_order_of_the_offers_changes_no_question(order: list[int]) -> None:
    conditions = (RSA, AllOf((RSA, CEJ)), YOUNG, OneOf("status", ("rsa",)), AllOf((WORKS, YOUNG)))
    offers = [
        offer(offer_id=f"offer-{at}", conditions=one, zone=FRANCE)
        for at, one in enumerate(conditions)
    ]
    shuffled = [offers[at] for at in order]
    assert deciding_questions(shuffled, {}, None, TODAY) == deciding_questions(
        offers, {}, None, TODAY
    )
