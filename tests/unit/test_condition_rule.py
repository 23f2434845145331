"""What is decided although answers are missing, and which answers can still decide."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given

from bot.orientation.condition_rule import judge, rule_of
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


def verdict(condition: Condition, facts: Facts) -> bool | None:
    return judge(condition, facts).verdict


@pytest.mark.parametrize(
    ("condition", "facts", "expected", "missing"), CASES.values(), ids=CASES.keys()
)
def test_what_is_decided_and_what_can_still_decide(
    condition: Condition, facts: Facts, expected: bool | None, missing: tuple[str, ...]
) -> None:
    assert judge(condition, facts).verdict is expected
    assert judge(condition, facts).deciding == missing


@always
@given(conditions, some_facts)
def test_what_kleene_decides_is_decided_alike(
    condition: Condition, facts: dict[str, Value]
) -> None:
    truth = holds(condition, facts)
    assert truth is None or judge(condition, facts).verdict is truth


@always
@given(conditions, whole_facts)
def test_with_all_answers_nothing_is_left_open(
    condition: Condition, facts: dict[str, Value]
) -> None:
    assert judge(condition, facts).verdict is holds(condition, facts)
    assert judge(condition, facts).deciding == ()


@always
@given(conditions, some_facts, whole_facts)
def test_what_is_decided_stays_so_whatever_is_added(
    condition: Condition, facts: dict[str, Value], more: dict[str, Value]
) -> None:
    before = judge(condition, facts).verdict
    assert before is None or judge(condition, {**more, **facts}).verdict is before


@always
@given(conditions, conditions, some_facts)
def test_the_laws_of_de_morgan_hold(
    one: Condition, other: Condition, facts: dict[str, Value]
) -> None:
    for truth in (holds, verdict):
        neither, not_both = Not(AnyOf((one, other))), Not(AllOf((one, other)))
        assert truth(neither, facts) is truth(AllOf((Not(one), Not(other))), facts)
        assert truth(not_both, facts) is truth(AnyOf((Not(one), Not(other))), facts)
        assert truth(Not(Not(one)), facts) is truth(one, facts)


@always
@given(conditions, conditions, some_facts)
def test_the_order_of_parts_changes_nothing(
    one: Condition, other: Condition, facts: dict[str, Value]
) -> None:
    for whole in (AllOf, AnyOf):
        ways = whole((one, other)), whole((other, one))
        assert holds(ways[0], facts) is holds(ways[1], facts)
        assert judge(ways[0], facts).verdict is judge(ways[1], facts).verdict
        assert judge(ways[0], facts).deciding == judge(ways[1], facts).deciding


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
            assert fact in judge(condition, facts).deciding


@always
@given(conditions, some_facts)
def test_an_answer_that_cannot_decide_leaves_the_question_open(
    condition: Condition, facts: dict[str, Value]
) -> None:
    idle = set(VALUES) - set(facts) - set(judge(condition, facts).deciding)
    for fact in idle:
        for value in VALUES[fact]:
            more = {**facts, fact: value}
            assert judge(condition, more).verdict is judge(condition, facts).verdict
            assert judge(condition, more).deciding == judge(condition, facts).deciding


def test_what_an_answer_leaves_open_is_a_share() -> None:
    whole = AllOf((RSA, CEJ, WORKS))
    assert judge(whole, {}).share_left({"receives_rsa": False}) == 0
    assert 0 < judge(whole, {}).share_left({"receives_rsa": True}) < 1
    assert judge(whole, {}).share_left({"age": 30}) == 1


TOO_MANY = AllOf(
    tuple(AnyOf((Within("age", at, at), Within("one_way_km", at, at))) for at in range(20))
)


def test_a_condition_of_too_many_cases_is_judged_by_kleene() -> None:
    assert rule_of(TOO_MANY) is None
    assert judge(TOO_MANY, {}).verdict is None
    assert judge(TOO_MANY, {"age": 0}).deciding == ("one_way_km",)
    assert judge(TOO_MANY, {}).share_left({"age": 0, "one_way_km": 0}) == 0
    assert judge(TOO_MANY, {}).share_left({"age": 0}) == 1
    assert judge(TOO_MANY, {"age": 0, "one_way_km": 0}).verdict is False
    assert judge(TOO_MANY, {"age": 0, "one_way_km": 0}).deciding == ()
