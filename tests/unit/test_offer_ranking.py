"""Offers for a person and a lever, best first."""

from __future__ import annotations

from typing import Any

import pytest

from bot.orientation.condition_truth import Facts
from bot.orientation.eligibility import NO, TO_CHECK, YES
from bot.orientation.levers import LEVERS
from bot.orientation.offer import Deadline, IsTrue, Offer, Zone
from bot.orientation.offer_ranking import lever_offers, ranked_offers
from tests.unit.small_offers import TODAY, offer

HERE = "26362"
FRANCE, DROME, ISERE = Zone("country"), Zone("department", ("26",)), Zone("department", ("38",))
RSA, CEJ = IsTrue("receives_rsa"), IsTrue("in_cej")


def plain(name: str, **changes: Any) -> Offer:
    """An offer of the whole country, sure and open to all, without deadline or fees known."""
    given: dict[str, Any] = {
        "offer_id": name,
        "name": name,
        "zone": FRANCE,
        "conditions": None,
        "deadlines": (),
        "fees": None,
    }
    return offer(**{**given, **changes})


def order(*offers: Offer, facts: Facts | None = None) -> list[str]:
    return [one.offer.offer_id for one in ranked_offers(offers, facts or {}, HERE, TODAY)]


A, Z = plain("a"), plain("z")
UNCHECKED: dict[str, Any] = {"verified_on": None}
FOR_DISABLED: dict[str, Any] = {"publics": ("personnes-en-situation-de-handicap",)}
CASES: dict[str, tuple[list[str], list[str]]] = {
    "open, to check, not open": (
        order(
            plain("no", conditions=RSA),
            plain("check", conditions=CEJ),
            plain("yes"),
            facts={"receives_rsa": False},
        ),
        ["yes", "check", "no"],
    ),
    "to check: all answers given first": (
        order(plain("a", conditions=CEJ, **UNCHECKED), plain("z", **UNCHECKED)),
        ["z", "a"],
    ),
    "own area before the country": (order(A, plain("z", zone=DROME)), ["z", "a"]),
    "with a deadline first": (
        order(A, plain("z", deadlines=(Deadline(7, "after", "l'entretien"),))),
        ["z", "a"],
    ),
    "free before paid": (order(plain("a", fees="payant"), plain("z", fees="gratuit")), ["z", "a"]),
    "unknown fees before paid": (order(plain("a", fees="payant"), Z), ["z", "a"]),
    "by name at the end": (order(Z, A), ["a", "z"]),
    "for disabled people alone: last": (order(plain("a", **FOR_DISABLED), Z), ["z", "a"]),
    "unless a recognition was told": (
        order(plain("a", **FOR_DISABLED), Z, facts={"disability_recognised": True}),
        ["a", "z"],
    ),
    "given elsewhere: left out": (order(A, plain("z", zone=ISERE)), ["a"]),
    "ended, suspended, from memory: left out": (
        order(
            plain("ended", status="ended"),
            plain("suspended", status="suspended"),
            plain("memory", confidence="memory", **UNCHECKED),
            A,
        ),
        ["a"],
    ),
}


@pytest.mark.parametrize(("found", "expected"), CASES.values(), ids=CASES.keys())
def test_the_best_offer_comes_first(found: list[str], expected: list[str]) -> None:
    assert found == expected


def test_each_lever_has_the_offers_that_give_it() -> None:
    offers = [
        plain("licence", levers=("licence",)),
        plain("both", levers=("licence", "car"), conditions=CEJ),
        plain("neither", levers=()),
    ]
    found = lever_offers(offers, {}, HERE, TODAY)
    assert tuple(found) == LEVERS
    assert {
        lever: [one.offer.offer_id for one in some] for lever, some in found.items() if some
    } == {
        "licence": ["licence", "both"],
        "car": ["both"],
    }
    assert [one.eligibility.verdict for one in found["licence"]] == [YES, TO_CHECK]


def test_levers_also_name_what_is_not_open_and_why() -> None:
    offers = [plain("car", levers=("car",), conditions=RSA)]
    (found,) = lever_offers(offers, {"receives_rsa": False}, HERE, TODAY)["car"]
    assert found.eligibility.verdict == NO
    assert [reason.code for reason in found.eligibility.reasons] == ["condition_failed"]


def ranked(**changes: Any) -> Any:
    (found,) = ranked_offers([plain("one", **changes)], {}, HERE, TODAY)
    return found


SEVEN = (Deadline(7, "after", "l'entretien"),)
DEADLINES: dict[str, tuple[dict[str, Any], str | None]] = {
    "checked": ({"deadlines": SEVEN}, "Demandez au plus tard 7 jours après l'entretien."),
    "not checked": (
        {"deadlines": SEVEN, **UNCHECKED},
        "Il y a une date limite : renseignez-vous vite.",
    ),
    "none": ({}, None),
}


@pytest.mark.parametrize(("changes", "expected"), DEADLINES.values(), ids=DEADLINES.keys())
def test_a_deadline_is_exact_only_where_the_page_was_checked(
    changes: dict[str, Any], expected: str | None
) -> None:
    assert ranked(**changes).deadline == expected


def test_papers_are_told_only_where_the_page_was_checked() -> None:
    assert ranked(papers=("une facture",)).papers == ("une facture",)
    assert ranked(papers=("une facture",), **UNCHECKED).papers == ()


ASKERS: dict[str, tuple[tuple[str, ...], bool]] = {
    "the person": (("usagers",), False),
    "an advisor alone": (("professionnels",), True),
    "either": (("usagers", "professionnels"), False),
    "not known": ((), False),
}


@pytest.mark.parametrize(("asked_by", "needs"), ASKERS.values(), ids=ASKERS.keys())
def test_what_only_an_advisor_can_ask_is_marked(asked_by: tuple[str, ...], needs: bool) -> None:
    found = ranked(asked_by=asked_by)
    assert (found.asked_by, found.needs_professional) == (asked_by, needs)
