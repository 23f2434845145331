"""Answers about circumstances become typed facts, or a sentence that says what to write."""

from __future__ import annotations

import math

import pytest

from bot.orientation.circumstance_answers import (
    Circumstances,
    WrongAnswer,
    read_answer,
    read_circumstances,
)
from bot.orientation.circumstances import CHOICE, CIRCUMSTANCES
from bot.orientation.condition_truth import Value

READ: dict[str, tuple[str, object, Value]] = {
    "yes in JSON": ("receives_rsa", True, True),
    "no of a button": ("receives_rsa", "no", False),
    "a whole number": ("age", 34, 34.0),
    "a number that was typed": ("daily_allowance_eur", "32,13", 32.13),
    "zero": ("daily_allowance_eur", 0, 0.0),
    "no child": ("youngest_child_age", "none", math.inf),
    "a choice": ("status", "jobseeker", "jobseeker"),
    "none of the choices": ("status", "other", "other"),
    "no diploma is a choice": ("diploma", "none", "none"),
}


@pytest.mark.parametrize(("fact", "given", "expected"), READ.values(), ids=READ.keys())
def test_an_answer_is_typed(fact: str, given: object, expected: Value) -> None:
    assert read_answer(CIRCUMSTANCES[fact], given) == expected
    assert type(read_answer(CIRCUMSTANCES[fact], given)) is type(expected)


WRONG: dict[str, tuple[object, str]] = {
    "no object": ([1], "objet JSON"),
    "a fact that is unknown": ({"shoe_size": 42}, "« shoe_size »"),
    "a number for a yes or no": ({"receives_rsa": 1}, "receives_rsa : écrivez true ou false"),
    "nothing for a yes or no": ({"receives_rsa": None}, "receives_rsa"),
    "a yes for a number": ({"age": True}, "age : écrivez un nombre de ans"),
    "words for a number": ({"age": "jeune"}, "age"),
    "a negative number": ({"age": -1}, "age"),
    "a number without end": ({"age": 1e400}, "age"),
    "not a number": ({"age": math.nan}, "age"),
    "no age at all": ({"age": "none"}, "age"),
    "a child that is a word": ({"youngest_child_age": "petit"}, 'ou "none"'),
    "a choice that is none": ({"status": "king"}, "« king » ; possibles : apprentice"),
    "a list for a choice": ({"status": ["rsa"]}, "status"),
}


@pytest.mark.parametrize(("given", "message"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_answer_is_refused_with_what_to_write(given: object, message: str) -> None:
    with pytest.raises(WrongAnswer) as caught:
        read_circumstances(given)
    assert message in str(caught.value)


def test_not_knowing_and_not_saying_are_answers_that_leave_the_fact_unknown() -> None:
    given = {"age": 34, "receives_rsa": "declined", "status": "unknown"}
    assert read_circumstances(given) == Circumstances(
        {"age": 34.0}, frozenset({"receives_rsa", "status"})
    )


def test_no_choice_is_named_like_an_answer_that_is_none() -> None:
    codes = {code for one in CIRCUMSTANCES.values() if one.kind == CHOICE for code in one.choices}
    assert codes.isdisjoint({"unknown", "declined"})


def test_what_a_person_told_is_in_no_repr() -> None:
    assert "34" not in repr(read_circumstances({"age": 34}))
