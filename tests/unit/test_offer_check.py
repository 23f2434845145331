"""What editors are told of the offers: contradictions are errors, work to do is a warning."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from bot.orientation.circumstances import CIRCUMSTANCES
from bot.orientation.condition_logic import TooManyCases, can_fail, can_hold
from bot.orientation.offer import (
    AllOf,
    Amount,
    AnyOf,
    Condition,
    IsTrue,
    Not,
    OfferSource,
    OneOf,
    Within,
    Zone,
)
from bot.orientation.offer_check import check_offers
from tests.unit.small_offers import OFFER, TODAY, TOMORROW, YESTERDAY, offer

COMMUNES = {"69266", "69383"}
A_YEAR_AGO = datetime.date(2025, 11, 22)
LONG_AGO = datetime.date(2025, 11, 20)
LONG = "Une phrase " + "vraiment " * 17 + "longue."
DRIVES, WORKS = IsTrue("has_licence_b"), IsTrue("working")


def findings(**changes: Any) -> set[tuple[str, str]]:
    found = check_offers([offer(**changes)], TODAY, COMMUNES)
    return {(finding.severity, finding.code) for finding in found}


def test_a_good_offer_has_no_finding() -> None:
    assert check_offers([OFFER], TODAY, COMMUNES) == []


CASES: dict[str, tuple[dict[str, Any], tuple[str, str]]] = {
    "never verified": ({"verified_on": None}, ("warning", "never_verified")),
    "read more than a year ago": (
        {
            "verified_on": LONG_AGO,
            "sources": (OfferSource("exemple.fr", LONG_AGO),),
            "expires": TOMORROW,
        },
        ("warning", "read_long_ago"),
    ),
    "expired": ({"expires": YESTERDAY}, ("warning", "expired")),
    "never expires": ({"expires": None}, ("warning", "no_expiry")),
    "ended, yet open": ({"ended_on": "2026-11-21"}, ("error", "ended_but_open")),
    "ended, with an end to come": (
        {"status": "ended", "ended_on": "2026-12", "replacement": "Rien."},
        ("error", "open_but_ended"),
    ),
    "replaced, yet active": ({"replaced_by": ("other",)}, ("error", "replaced_but_open")),
    "ended, nothing instead": ({"status": "ended"}, ("warning", "no_replacement")),
    "replaced by itself": (
        {"status": "ended", "replaced_by": ("bourse-route",)},
        ("error", "replacement_loop"),
    ),
    "expires before it was verified": (
        {"expires": datetime.date(2026, 10, 1)},
        ("error", "expires_before_verified"),
    ),
    "verified tomorrow": ({"verified_on": TOMORROW}, ("error", "read_tomorrow")),
    "read tomorrow": (
        {"sources": (OfferSource("exemple.fr", TOMORROW),)},
        ("error", "read_tomorrow"),
    ),
    "a commune that does not exist": (
        {"zone": Zone("commune", ("69999",))},
        ("error", "unknown_commune"),
    ),
    "an amount that ends before it begins": (
        {"amounts": (Amount("une fois", 5, "EUR", TOMORROW, YESTERDAY),)},
        ("error", "amount_ends_before"),
    ),
    "a negative amount": ({"amounts": (Amount("x", -5, "EUR"),)}, ("error", "negative_amount")),
    "two amounts for the same thing": (
        {"amounts": (Amount("x", 5, "EUR", None, TODAY), Amount("x", 6, "EUR", TODAY))},
        ("error", "amounts_overlap"),
    ),
    "all amounts over": (
        {"amounts": (Amount("x", 5, "EUR", None, YESTERDAY),)},
        ("warning", "amounts_over"),
    ),
    "the least above the most": ({"conditions": Within("age", 30, 18)}, ("error", "min_above_max")),
    "nobody can fulfil it": (
        {"conditions": AllOf((DRIVES, Not(DRIVES)))},
        ("error", "never_true"),
    ),
    "everybody fulfils it": (
        {"conditions": AnyOf((DRIVES, Not(DRIVES)))},
        ("error", "idle_condition"),
    ),
    "a part that nobody fulfils": (
        {"conditions": AnyOf((DRIVES, AllOf((WORKS, Not(WORKS)))))},
        ("error", "idle_condition"),
    ),
    "nobody may ask": ({"asked_by": ()}, ("warning", "nobody_asks")),
    "no official page": ({"official_url": None}, ("warning", "no_url")),
    "a promise": ({"gives": "Vous avez droit à une aide."}, ("error", "wording")),
    "a gender in parentheses": ({"steps": ("Soyez inscrit(e).",)}, ("error", "wording")),
    "a long sentence": ({"how_to_ask": LONG}, ("warning", "long_sentence")),
    "one nickname": ({"nicknames": ("BDR",)}, ("warning", "nicknames")),
    "money untold": ({"amounts": ()}, ("warning", "money_untold")),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES.keys())
def test_a_fault_is_found(changes: dict[str, Any], expected: tuple[str, str]) -> None:
    assert findings(**changes) >= {expected}


FINE: dict[str, dict[str, Any]] = {
    "an end to come": {"ended_on": "2026-12-31"},
    "suspended since a day": {
        "status": "suspended",
        "ended_on": "2023-07-01",
        "replacement": "Demandez autre chose.",
    },
    "a commune of the catalogue": {"zone": Zone("commune", ("69266",))},
    "a city of which the catalogue has arrondissements": {"zone": Zone("commune", ("69123",))},
    "a commune of a department that the catalogue lacks": {"zone": Zone("commune", ("29019",))},
    "one amount after the other": {
        "amounts": (Amount("x", 5, "EUR", None, YESTERDAY), Amount("x", 6, "EUR", TODAY))
    },
    "two amounts for two things": {"amounts": (Amount("x", 5, "EUR"), Amount("y", 6, "EUR"))},
    "money unknown, and said so": {"amounts": (), "unknown": ("amounts",)},
    "no conditions": {"conditions": None},
    "the last day before it expires": {"expires": TODAY},
    "read a year ago": {
        "verified_on": A_YEAR_AGO,
        "sources": (OfferSource("exemple.fr", A_YEAR_AGO),),
    },
}


@pytest.mark.parametrize("changes", FINE.values(), ids=FINE.keys())
def test_what_is_right_is_not_found_fault_with(changes: dict[str, Any]) -> None:
    assert findings(**changes) == set()


def test_a_loop_of_replacements_is_found_through_others() -> None:
    one = offer(offer_id="one", status="ended", replaced_by=("two",))
    two = offer(offer_id="two", status="ended", replaced_by=("one",))
    three = offer(offer_id="three", status="ended", replaced_by=("one",))
    found = check_offers([one, two, three], TODAY, COMMUNES)
    loops = {finding.offer_id for finding in found if finding.code == "replacement_loop"}
    assert loops == {"one", "two"}


def test_errors_come_first() -> None:
    found = check_offers([offer(verified_on=None, ended_on="2026-01")], TODAY, COMMUNES)
    assert [finding.severity for finding in found] == ["error", "warning"]


# condition: (some person fulfils it, some person misses it)
LOGIC: dict[str, tuple[Condition, bool, bool]] = {
    "a fact": (DRIVES, True, True),
    "a fact and its contrary": (AllOf((DRIVES, Not(DRIVES))), False, True),
    "a fact or its contrary": (AnyOf((DRIVES, Not(DRIVES))), True, False),
    "ages that meet": (AllOf((Within("age", 18, None), Within("age", None, 18))), True, True),
    "ages that do not meet": (
        AllOf((Within("age", 26, None), Within("age", None, 25))),
        False,
        True,
    ),
    "not under 18, not over 18": (
        AllOf((Not(Within("age", None, 18)), Not(Within("age", 18, None)))),
        False,
        True,
    ),
    "any age": (Within("age", 0, None), True, False),
    "an age, excluded": (AllOf((Within("age", 18, 25), Not(Within("age", 18, 25)))), False, True),
    "an age, half excluded": (
        AllOf((Within("age", 18, 25), Not(Within("age", 18, 20)))),
        True,
        True,
    ),
    "every age in two halves": (
        AnyOf((Within("age", None, 25), Within("age", 25, None))),
        True,
        False,
    ),
    "two situations at once": (
        AllOf((OneOf("status", ("student",)), OneOf("status", ("trainee",)))),
        False,
        True,
    ),
    "situations that share one": (
        AllOf((OneOf("status", ("student", "rsa")), OneOf("status", ("rsa",)))),
        True,
        True,
    ),
    "neither, though there are others": (Not(OneOf("status", ("student", "rsa"))), True, True),
    "none of all that we name": (
        Not(OneOf("status", tuple(CIRCUMSTANCES["status"].choices))),
        True,
        True,
    ),
    "not all of two": (Not(AllOf((DRIVES, WORKS))), True, True),
    "not any of a fact and its contrary": (Not(AnyOf((DRIVES, Not(DRIVES)))), False, True),
}


@pytest.mark.parametrize(("condition", "holds", "fails"), LOGIC.values(), ids=LOGIC.keys())
def test_whether_a_condition_can_hold_and_can_fail(
    condition: Condition, holds: bool, fails: bool
) -> None:
    assert (can_hold(condition), can_fail(condition)) == (holds, fails)


def test_a_condition_with_too_many_cases_is_given_up() -> None:
    pair = AnyOf((DRIVES, WORKS))
    huge = AllOf((pair,) * 20)
    with pytest.raises(TooManyCases):
        can_hold(huge)
    assert findings(conditions=huge) == {("warning", "too_many_cases")}
