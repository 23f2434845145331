"""The statements: easy to read, balanced, and asked only while they can teach something."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from bot.orientation.evidence import amounts
from bot.orientation.statements import (
    AXES,
    LETTERS,
    STATEMENT_BY_ID,
    STATEMENTS,
    Statement,
    statement_evidence,
)


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
    assert len(STATEMENT_BY_ID) == len(STATEMENTS) == 30
    assert all(main[letter] >= 3 for letter in LETTERS)


def test_the_sentences_do_not_all_begin_alike() -> None:
    first_words = Counter(s.text.split()[0] for s in STATEMENTS)
    assert max(first_words.values()) <= 3


def amounts_of(answers: dict[str, float | None]) -> dict[str, float]:
    return amounts(statement_evidence(answers))


def test_a_no_is_evidence_on_the_main_axis_only() -> None:
    assert amounts_of({"repair": -1.0}) == {"R": 1}
    assert amounts_of({"repair": 1.0}) == {"R": 1, "I": 0.5, "hands": 1}


def test_answers_to_statements_that_no_longer_exist_are_ignored() -> None:
    assert amounts_of({"gone": 1.0}) == {}
