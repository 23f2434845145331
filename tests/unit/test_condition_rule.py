"""What is decided although answers are missing, and which answers can still decide."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given

from bot.orientation.condition_logic import TooManyCases
from bot.orientation.condition_rule import (
    deciding_facts,
    rule_of,
    share_left,
    verdict_of,
)
from bot.orientation.condition_truth import Facts, Value, holds
from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within
from tests.unit.conditions import VALUES, conditions, some_facts, whole_facts
from tests.unit.small_world import always

RSA, CEJ, WORKS = IsTrue("receives_rsa"), IsTrue("in_cej"), IsTrue("working")
YOUNG, ADULT = Within("age", None, 25), Within("age", 18, None)

# condition, what is known: the verdict, the facts that can still decide
CASES: dict[str, tuple[Condition, Facts, bool | None, tuple[str, ...]]] = {
    "this or not this": (AnyOf((RSA, Not(RSA))), {}, True, ()),
    "this and not this": (AllOf((RSA, Not(RSA))), {}, False, ()),
    "two ranges that meet": (AnyOf((YOUNG, ADULT)), {}, True, ()),
    "two ranges apart": (AllOf((YOUNG, Within("age", 30, None))), {}, False, ()),
    "every choice": (
        AnyOf((OneOf("status", ("rsa",)), Not(OneOf("status", ("rsa",))))),
        {},
        True,
        (),
    ),
    "one of two, either way": (
        AnyOf((AllOf((RSA, CEJ)), AllOf((RSA, Not(CEJ))))),
        {},
        None,
        ("receives_rsa",),
    ),
    "nothing known": (AllOf((RSA, CEJ)), {}, None, ("in_cej", "receives_rsa")),
    "half known": (AllOf((RSA, CEJ)), {"receives_rsa": True}, None, ("in_cej",)),
    "a part that no longer counts": (
        AllOf((CEJ, AnyOf((RSA, YOUNG)))),
        {"receives_rsa": True},
        None,
        ("in_cej",),
    ),
    "a way that is closed": (
        AnyOf((AllOf((RSA, CEJ)), WORKS)),
        {"receives_rsa": False},
        None,
        ("working",),
    ),
    "decided by one no": (AllOf((RSA, CEJ)), {"in_cej": False}, False, ()),
}


@pytest.mark.parametrize(
    ("condition", "facts", "verdict", "missing"), CASES.values(), ids=CASES.keys()
)
def test_what_is_decided_and_what_can_still_decide(
    condition: Condition, facts: Facts, verdict: bool | None, missing: tuple[str, ...]
) -> None:
    assert verdict_of(condition, facts) is verdict
    assert deciding_facts(condition, facts) == missing


@always
@given(conditions, some_facts)
def test_what_kleene_decides_is_decided_alike(
    condition: Condition, facts: dict[str, Value]
) -> None:
    truth = holds(condition, facts)
    assert truth is None or verdict_of(condition, facts) is truth


@always
@given(conditions, whole_facts)
def test_with_all_answers_nothing_is_left_open(
    condition: Condition, facts: dict[str, Value]
) -> None:
    assert verdict_of(condition, facts) is holds(condition, facts)
    assert deciding_facts(condition, facts) == ()


@always
@given(conditions, some_facts, whole_facts)
def test_what_is_decided_stays_so_whatever_is_added(
    condition: Condition, facts: dict[str, Value], more: dict[str, Value]
) -> None:
    before = verdict_of(condition, facts)
    assert before is None or verdict_of(condition, {**more, **facts}) is before


@always
@given(conditions, conditions, some_facts)
def test_the_laws_of_de_morgan_hold(
    one: Condition, other: Condition, facts: dict[str, Value]
) -> None:
    for judge in (holds, verdict_of):
        neither, not_both = Not(AnyOf((one, other))), Not(AllOf((one, other)))
        assert judge(neither, facts) is judge(AllOf((Not(one), Not(other))), facts)
        assert judge(not_both, facts) is judge(AnyOf((Not(one), Not(other))), facts)
        assert judge(Not(Not(one)), facts) is judge(one, facts)


@always
@given(conditions, conditions, some_facts)
def test_the_order_of_parts_changes_nothing(
    one: Condition, other: Condition, facts: dict[str, Value]
) -> None:
    for whole in (AllOf, AnyOf):
        ways = whole((one, other)), whole((other, one))
        assert holds(ways[0], facts) is holds(ways[1], facts)
        assert verdict_of(ways[0], facts) is verdict_of(ways[1], facts)
        assert deciding_facts(ways[0], facts) == deciding_facts(ways[1], facts)


@always
@given(conditions, some_facts)
def test_a_fact_that_changes_the_outcome_of_somebody_is_among_the_deciding_ones(
    condition: Condition, facts: dict[str, Value]
) -> None:
    open_facts = [fact for fact in VALUES if fact not in facts]
    people = [
        {**facts, **dict(zip(open_facts, values, strict=True))}
        for values in product(*(VALUES[fact] for fact in open_facts))
    ]
    for fact in open_facts:
        outcomes: dict[tuple[Value, ...], set[bool | None]] = {}
        for person in people:
            others = tuple(value for name, value in person.items() if name != fact)
            outcomes.setdefault(others, set()).add(holds(condition, person))
        if any(len(found) > 1 for found in outcomes.values()):
            assert fact in deciding_facts(condition, facts)


@always
@given(conditions, some_facts)
def test_an_answer_that_cannot_decide_leaves_the_question_open(
    condition: Condition, facts: dict[str, Value]
) -> None:
    idle = set(VALUES) - set(facts) - set(deciding_facts(condition, facts))
    for fact in idle:
        for value in VALUES[fact]:
            more = {**facts, fact: value}
            assert verdict_of(condition, more) is verdict_of(condition, facts)
            assert deciding_facts(condition, more) == deciding_facts(condition, facts)


def test_what_an_answer_leaves_open_is_a_share() -> None:
    whole = AllOf((RSA, CEJ, WORKS))
    assert share_left(whole, {}, {"receives_rsa": False}) == 0
    assert 0 < share_left(whole, {}, {"receives_rsa": True}) < 1
    assert share_left(whole, {}, {"age": 30}) == 1


TOO_MANY = AllOf(
    tuple(AnyOf((Within("age", at, at), Within("one_way_km", at, at))) for at in range(20))
)


def test_a_condition_of_too_many_cases_is_judged_by_kleene() -> None:
    with pytest.raises(TooManyCases):
        rule_of(TOO_MANY)
    assert verdict_of(TOO_MANY, {}) is None
    assert deciding_facts(TOO_MANY, {"age": 0}) == ("one_way_km",)
    assert share_left(TOO_MANY, {}, {"age": 0, "one_way_km": 0}) == 0
    assert share_left(TOO_MANY, {}, {"age": 0}) == 1
    assert verdict_of(TOO_MANY, {"age": 0, "one_way_km": 0}) is False
    assert deciding_facts(TOO_MANY, {"age": 0, "one_way_km": 0}) == ()
