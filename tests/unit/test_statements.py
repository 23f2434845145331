"""The statements: easy to read, balanced, and asked only while they can teach something."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation.evidence import amounts
from bot.orientation.statements import (
    AXES,
    ENOUGH,
    LETTERS,
    LONGEST,
    REQUIRED,
    STATEMENT_BY_ID,
    STATEMENTS,
    Statement,
    next_statement,
    statement_evidence,
)
from tests.unit.small_world import always

ANSWERS = st.sampled_from([1.0, 0.5, -1.0, None])


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda s: s.statement_id)
def test_a_statement_is_one_short_gender_neutral_sentence(statement: Statement) -> None:
    assert len(re.findall(r"[\w-]+", statement.text)) <= 12
    assert statement.text.endswith(".")
    assert not re.search(r"\(e|·|/|;", statement.text)


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda s: s.statement_id)
def test_weights_stay_on_known_axes_between_minus_one_and_one(statement: Statement) -> None:
    assert set(statement.weights) <= set(AXES)
    assert all(0 < abs(weight) <= 1 for weight in statement.weights.values())
    assert abs(next(iter(statement.weights.values()))) == 1


def test_ids_are_unique_and_every_letter_has_three_statements_of_its_own() -> None:
    main = Counter(next(iter(s.weights)) for s in STATEMENTS)
    assert len(STATEMENT_BY_ID) == len(STATEMENTS) == 24
    assert all(main[letter] >= 3 for letter in LETTERS)


def test_the_sentences_do_not_all_begin_alike() -> None:
    first_words = Counter(s.text.split()[0] for s in STATEMENTS)
    assert max(first_words.values()) <= 3


def amounts_of(answers: dict[str, float | None]) -> dict[str, float]:
    return amounts(statement_evidence(answers))


def interview(answer: float | None) -> dict[str, float | None]:
    answers: dict[str, float | None] = {}
    while (statement := next_statement(answers)) is not None:
        answers[statement.statement_id] = answer
    return answers


def test_ten_statements_are_enough_for_a_person_who_agrees() -> None:
    answers = interview(1.0)
    evidence = amounts_of(answers)
    assert len(answers) <= 10
    assert all(evidence[axis] >= ENOUGH[axis] for axis in REQUIRED)


@pytest.mark.parametrize("answer", [-1.0, None], ids=["always no", "never knows"])
def test_a_person_who_never_agrees_is_not_asked_for_ever(answer: float | None) -> None:
    assert len(interview(answer)) == LONGEST


def test_i_do_not_know_is_not_asked_again_and_weighs_nothing() -> None:
    first = next_statement({})
    assert first is not None
    assert next_statement({first.statement_id: None}) not in (None, first)
    assert amounts_of({first.statement_id: None}) == {}


def test_an_axis_nobody_asked_about_is_asked_before_one_half_known() -> None:
    second = next_statement({"repair": 1.0})
    assert second is not None
    assert next(iter(second.weights)) not in ("R", "hands", "I")


def test_a_no_is_evidence_on_the_main_axis_only() -> None:
    assert amounts_of({"repair": -1.0}) == {"R": 1}
    assert amounts_of({"repair": 1.0}) == {"R": 1, "I": 0.5, "hands": 1}


@always
@given(st.lists(ANSWERS, min_size=LONGEST, max_size=LONGEST))
def test_no_statement_is_asked_twice_and_the_order_is_always_the_same(
    given_answers: list[float | None],
) -> None:
    answers: dict[str, float | None] = {}
    for answer in given_answers:
        statement = next_statement(answers)
        assert statement == next_statement(dict(answers))
        if statement is None:
            break
        assert statement.statement_id not in answers
        answers[statement.statement_id] = answer
    assert next_statement(answers) is None or len(answers) < LONGEST


def test_answers_to_statements_that_no_longer_exist_are_ignored() -> None:
    assert amounts_of({"gone": 1.0}) == {}
