"""Yes, to check, no: what conditions, place, publication and missing answers make of an offer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from bot.orientation.circumstances import CIRCUMSTANCES, NUMBER
from bot.orientation.condition_truth import Facts, Value
from bot.orientation.eligibility import NO, TO_CHECK, YES, Eligibility, eligibility
from bot.orientation.eligibility_sentences import (
    eligibility_sentence,
    verdict_words,
)
from bot.orientation.finding import AGAINST, Reason
from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within, Zone
from tests.unit.conditions import conditions, some_facts, whole_facts
from tests.unit.small_offers import TODAY, TOMORROW, offer
from tests.unit.small_world import always
from tests.unit.test_explanation import eligibility_codes, words

HERE, ELSEWHERE = "26362", "38053"
RSA, CEJ, LICENCE = IsTrue("receives_rsa"), IsTrue("in_cej"), IsTrue("has_licence_b")
YOUNG = Within("age", None, 25)
FRANCE = Zone("country")


def judged(
    condition: Condition | None,
    facts: Facts,
    insee_code: str | None = HERE,
    not_asked: frozenset[str] = frozenset(),
    **changes: Any,
) -> Eligibility:
    """Of a sure offer of the whole country, unless `changes` say otherwise."""
    one = offer(**{"zone": FRANCE, "conditions": condition, **changes})
    return eligibility(one, facts, insee_code, TODAY, not_asked)


def codes(found: Eligibility) -> list[str]:
    return [reason.code for reason in found.reasons]


def told(found: Eligibility) -> str:
    return " ".join(eligibility_sentence(reason) for reason in found.reasons)


UNCHECKED: dict[str, Any] = {"verified_on": None}
DROME = Zone("department", ("26",))
# what is judged: the verdict, the codes of the reasons
VERDICTS: dict[str, tuple[Eligibility, str, list[str]]] = {
    "all holds": (judged(RSA, {"receives_rsa": True}), YES, ["you_might", "condition_met"]),
    "it fails": (judged(RSA, {"receives_rsa": False}), NO, ["condition_failed"]),
    "an answer is missing": (judged(RSA, {}), TO_CHECK, ["to_answer"]),
    "an answer was declined": (
        judged(RSA, {}, not_asked=frozenset({"receives_rsa"})),
        TO_CHECK,
        ["answers_not_given"],
    ),
    "no condition": (judged(None, {}), YES, ["you_might"]),
    "only an advisor asks": (
        judged(RSA, {"receives_rsa": True}, asked_by=("professionnels",)),
        YES,
        ["advisor_might", "condition_met"],
    ),
    "nobody has checked it, all holds": (
        judged(RSA, {"receives_rsa": True}, **UNCHECKED),
        TO_CHECK,
        ["answers_fit", "condition_met", "not_checked"],
    ),
    "nobody has checked it, it fails": (
        judged(RSA, {"receives_rsa": False}, **UNCHECKED),
        NO,
        ["condition_failed"],
    ),
    "nobody has checked it, no condition": (
        judged(None, {}, **UNCHECKED),
        TO_CHECK,
        ["not_checked"],
    ),
    "past its date": (
        judged(RSA, {"receives_rsa": True}, verified_on=TODAY, expires=TODAY.replace(day=1)),
        TO_CHECK,
        ["answers_fit", "condition_met", "not_checked"],
    ),
    "verified tomorrow": (judged(None, {}, verified_on=TOMORROW), TO_CHECK, ["not_checked"]),
    "conditions not all known": (
        judged(RSA, {"receives_rsa": True}, unknown=("conditions",)),
        TO_CHECK,
        ["answers_fit", "condition_met", "conditions_open"],
    ),
    "by waves": (judged(None, {}, status="by_waves"), TO_CHECK, ["by_waves"]),
    "one's own department": (judged(None, {}, zone=DROME), YES, ["you_might"]),
    "another department": (
        judged(RSA, {"receives_rsa": True}, ELSEWHERE, zone=DROME),
        NO,
        ["not_your_area"],
    ),
    "an unknown home": (judged(None, {}, None, zone=DROME), TO_CHECK, ["home_needed"]),
    "an unknown home, the whole country": (judged(None, {}, None), YES, ["you_might"]),
    "an unknown home, and it fails": (
        judged(RSA, {"receives_rsa": False}, None, zone=DROME),
        NO,
        ["condition_failed"],
    ),
    "an area that may be one's own": (
        judged(None, {}, zone=Zone("area", ("26",), "Drôme")),
        TO_CHECK,
        ["area_to_check"],
    ),
    "ended": (judged(RSA, {"receives_rsa": True}, status="ended"), NO, ["offer_ended"]),
    "suspended": (judged(None, {}, status="suspended"), NO, ["offer_suspended"]),
    "from memory": (
        judged(RSA, {}, confidence="memory", **UNCHECKED),
        TO_CHECK,
        ["offer_hidden"],
    ),
    "decided by two parts together": (
        judged(
            AllOf((AnyOf((RSA, CEJ)), AnyOf((Not(RSA), YOUNG)), AnyOf((RSA, Not(CEJ))))),
            {"age": 40},
        ),
        NO,
        ["no_case_fits"],
    ),
}


@pytest.mark.parametrize(("found", "verdict", "reasons"), VERDICTS.values(), ids=VERDICTS.keys())
def test_the_verdict_and_its_reasons(found: Eligibility, verdict: str, reasons: list[str]) -> None:
    assert (found.verdict, codes(found)) == (verdict, reasons)


TOLD: dict[str, tuple[Eligibility, str]] = {
    "a yes that fits": (
        judged(RSA, {"receives_rsa": True}),
        "Vous pourriez demander cette aide. Vous touchez le RSA : oui. C'est bon.",
    ),
    "a no that does not": (
        judged(RSA, {"receives_rsa": False}),
        "Vous touchez le RSA : non. Il faudrait répondre oui.",
    ),
    "a yes that does not": (
        judged(Not(RSA), {"receives_rsa": True}),
        "Vous touchez le RSA : oui. Il faudrait répondre non.",
    ),
    "a no that fits": (
        judged(Not(RSA), {"receives_rsa": False}),
        "Vous pourriez demander cette aide. Vous touchez le RSA : non. C'est bon.",
    ),
    "too old": (judged(YOUNG, {"age": 40}), "Votre âge : 40 ans. Il faudrait : au plus 25 ans."),
    "too near": (
        judged(Not(Within("one_way_km", None, 15)), {"one_way_km": 15}),
        "L'aller : 15 km. Il faudrait : plus de 15 km.",
    ),
    "no child": (
        judged(Within("youngest_child_age", None, 2), {"youngest_child_age": float("inf")}),
        "L'âge de votre plus jeune enfant : aucun enfant. Il faudrait : au plus 2 ans.",
    ),
    "another situation": (
        judged(OneOf("status", ("employee", "temp_worker")), {"status": "student"}),
        "Votre situation : en études. Il faudrait : en emploi ou en intérim.",
    ),
    "a situation that is not named": (
        judged(OneOf("status", ("employee",)), {"status": "other"}),
        "Votre situation : autre. Il faudrait : en emploi.",
    ),
    "a situation that is excluded": (
        judged(Not(OneOf("status", ("student",))), {"status": "student"}),
        "Votre situation : en études. Cela ne convient pas.",
    ),
    "too old, as far as we know": (
        judged(YOUNG, {"age": 40}, **UNCHECKED),
        "Votre âge : 40 ans. D'après nos informations, cela ne convient pas.",
    ),
    "one of two would do": (
        judged(AnyOf((YOUNG, RSA)), {"age": 40, "receives_rsa": False}),
        "Votre âge : 40 ans. Cela ne convient pas. "
        "Vous touchez le RSA : non. Cela ne convient pas.",
    ),
    "two ranges of one number": (
        judged(AnyOf((YOUNG, AllOf((Within("age", None, 29), RSA)))), {"age": 40}),
        "Votre âge : 40 ans. Cela ne convient pas.",
    ),
    "none of many": (
        judged(AnyOf((YOUNG, RSA, CEJ)), {"age": 40, "receives_rsa": False, "in_cej": False}),
        "Aucun des cas prévus ne correspond à vos réponses.",
    ),
    "an answer is missing": (
        judged(AllOf((RSA, YOUNG)), {"receives_rsa": True}),
        "Une réponse aiderait. Quel âge avez-vous ? Vous touchez le RSA : oui. C'est bon.",
    ),
    "another place": (
        judged(None, {}, ELSEWHERE, zone=DROME),
        "Cette aide n'est pas prévue pour votre commune.",
    ),
    "another place, as far as we know": (
        judged(None, {}, ELSEWHERE, zone=DROME, **UNCHECKED),
        "D'après nos informations, cette aide n'est pas prévue pour votre commune.",
    ),
}


@pytest.mark.parametrize(("found", "expected"), TOLD.values(), ids=TOLD.keys())
def test_the_reasons_in_words(found: Eligibility, expected: str) -> None:
    assert told(found) == expected


def test_only_what_can_still_decide_is_missing() -> None:
    condition = AllOf((LICENCE, AnyOf((RSA, YOUNG))))
    assert judged(condition, {}).missing == ("age", "has_licence_b", "receives_rsa")
    assert judged(condition, {"receives_rsa": True}).missing == ("has_licence_b",)
    assert judged(condition, {"has_licence_b": False}).missing == ()
    assert judged(condition, {}).question == "has_licence_b"


def test_what_was_declined_stays_missing_and_is_not_asked() -> None:
    found = judged(AllOf((RSA, CEJ)), {}, not_asked=frozenset({"receives_rsa"}))
    assert found.missing == ("in_cej", "receives_rsa")
    assert found.question == "in_cej"


def test_disability_is_never_asked_first() -> None:
    found = judged(AllOf((IsTrue("disability_recognised"), IsTrue("working"))), {})
    assert found.question == "working"


@always
@given(conditions, some_facts, whole_facts)
def test_a_yes_and_a_no_stay_whatever_else_is_told(
    condition: Condition, facts: dict[str, Value], more: dict[str, Value]
) -> None:
    before = judged(condition, facts)
    after = judged(condition, {**more, **facts})
    assert before.verdict == TO_CHECK or after.verdict == before.verdict
    assert after.verdict != TO_CHECK


@always
@given(conditions, some_facts)
def test_a_no_has_a_reason_and_a_question_can_decide(
    condition: Condition, facts: dict[str, Value]
) -> None:
    found = judged(condition, facts)
    assert (found.verdict == NO) is any(one.side == AGAINST for one in found.reasons)
    assert (found.question is None) is (found.verdict != TO_CHECK)
    assert found.question is None or found.question in found.missing


@always
@given(conditions, some_facts)
def test_what_nobody_has_checked_is_never_a_plain_yes(
    condition: Condition, facts: dict[str, Value]
) -> None:
    sure, unsure = judged(condition, facts), judged(condition, facts, **UNCHECKED)
    assert unsure.verdict == (TO_CHECK if sure.verdict == YES else sure.verdict)
    assert (unsure.missing, unsure.question) == (sure.missing, sure.question)


def all_sentences() -> Iterator[str]:
    """Every sentence with no facts, and those of every leaf, answer and state of the page."""
    with_facts = {"condition_failed", "condition_met", "no_case_fits", "not_your_area", "to_answer"}
    for code in eligibility_codes() - with_facts:
        yield eligibility_sentence(Reason(code, AGAINST))
    for is_checked in (True, False):
        for code in ("no_case_fits", "not_your_area"):
            yield eligibility_sentence(Reason(code, AGAINST, {"is_checked": is_checked}))
    for fact, circumstance in CIRCUMSTANCES.items():
        yield eligibility_sentence(Reason("to_answer", AGAINST, {"fact": fact}))
        yield circumstance.question
    for reason in leaf_reasons():
        yield eligibility_sentence(reason)


def leaf_reasons() -> Iterator[Reason]:
    for fact, circumstance in CIRCUMSTANCES.items():
        leaf, answers = _leaf_and_answers(fact)
        for answer in answers:
            for wanted in (True, False):
                known = {"leaf": leaf, "wanted": wanted, "answer": answer, "is_alone": True}
                yield Reason("condition_met", AGAINST, known)
                for is_checked in (True, False):
                    facts = {**known, "is_checked": is_checked}
                    yield Reason("condition_failed", AGAINST, facts)
        assert circumstance.none is None or circumstance.kind == NUMBER


def _leaf_and_answers(fact: str) -> tuple[Condition, list[Value]]:
    circumstance = CIRCUMSTANCES[fact]
    if circumstance.kind == NUMBER:
        numbers = [1.0, 2500.5, *([float("inf")] if circumstance.none else [])]
        return Within(fact, 10, 20), numbers  # type: ignore[return-value]
    if circumstance.choices:
        return OneOf(fact, tuple(circumstance.choices)), [*circumstance.choices, "other"]
    return IsTrue(fact), [True, False]


def test_sentences_are_short_complete_and_promise_nothing() -> None:
    for text in all_sentences():
        assert not re.search(r"avez droit|\(e\)|·", text), text
        for part in re.split(r"(?<=[.?]) ", text):
            assert words(part) <= 15, part
            assert part[0].isupper() and part[-1] in ".?", part


def test_every_verdict_has_its_words() -> None:
    assert len({verdict_words(verdict) for verdict in (YES, TO_CHECK, NO)}) == 3
