"""Yes, no, unknown: Kleene's tables, and how a leaf reads an answer."""

from __future__ import annotations

import pytest

from bot.orientation.circumstances import INFINITY
from bot.orientation.condition_truth import Facts, holds
from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within

RSA, CEJ = IsTrue("receives_rsa"), IsTrue("in_cej")

# one part, the other: all of them, any of them
TABLE: dict[str, tuple[bool | None, bool | None, bool | None, bool | None]] = {
    "yes and yes": (True, True, True, True),
    "yes and no": (True, False, False, True),
    "yes and unknown": (True, None, None, True),
    "no and yes": (False, True, False, True),
    "no and no": (False, False, False, False),
    "no and unknown": (False, None, False, None),
    "unknown and yes": (None, True, None, True),
    "unknown and no": (None, False, False, None),
    "unknown and unknown": (None, None, None, None),
}


@pytest.mark.parametrize(("one", "other", "both", "either"), TABLE.values(), ids=TABLE.keys())
def test_and_and_or_follow_kleene(
    one: bool | None, other: bool | None, both: bool | None, either: bool | None
) -> None:
    given = {"receives_rsa": one, "in_cej": other}
    facts = {fact: value for fact, value in given.items() if value is not None}
    assert holds(AllOf((RSA, CEJ)), facts) is both
    assert holds(AnyOf((RSA, CEJ)), facts) is either


@pytest.mark.parametrize(("part", "expected"), [(True, False), (False, True), (None, None)])
def test_not_turns_yes_and_no_around_and_leaves_unknown(
    part: bool | None, expected: bool | None
) -> None:
    facts = {} if part is None else {"receives_rsa": part}
    assert holds(Not(RSA), facts) is expected


LEAVES: dict[str, tuple[Condition, Facts, bool | None]] = {
    "a choice that is named": (OneOf("status", ("employee",)), {"status": "employee"}, True),
    "a choice that is not": (OneOf("status", ("employee",)), {"status": "student"}, False),
    "none of the choices": (OneOf("status", ("employee",)), {"status": "other"}, False),
    "a choice not told": (OneOf("status", ("employee",)), {}, None),
    "the lower limit": (Within("age", 18, 25), {"age": 18}, True),
    "the upper limit": (Within("age", 18, 25), {"age": 25}, True),
    "below": (Within("age", 18, 25), {"age": 17.9}, False),
    "above": (Within("age", 18, 25), {"age": 25.1}, False),
    "no lower limit": (Within("age", None, 25), {"age": 0}, True),
    "no upper limit": (Within("age", 18, None), {"age": 99}, True),
    "no child at all": (
        Within("youngest_child_age", None, 11),
        {"youngest_child_age": INFINITY},
        False,
    ),
    "zero is known": (Within("daily_allowance_eur", None, 30), {"daily_allowance_eur": 0}, True),
    "no is known": (RSA, {"receives_rsa": False}, False),
}


@pytest.mark.parametrize(("leaf", "facts", "expected"), LEAVES.values(), ids=LEAVES.keys())
def test_a_leaf_reads_its_answer(leaf: Condition, facts: Facts, expected: bool | None) -> None:
    assert holds(leaf, facts) is expected
