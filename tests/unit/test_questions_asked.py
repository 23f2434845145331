"""The measure of the questionnaire on a small world."""

from __future__ import annotations

import pytest

from bot.evaluation.people import people
from bot.evaluation.questions_asked import questions_asked
from bot.orientation.questionnaire import SHORTEST
from bot.orientation.statements import LONGEST
from tests.unit.small_world import WORLD


def test_it_counts_the_statements_and_how_much_of_the_list_is_found_again() -> None:
    measured = questions_asked(WORLD, people(WORLD, 6, seed=1), resamples=50)
    assert measured.people == 6
    assert SHORTEST <= measured.asked.low <= measured.asked.high <= LONGEST
    for one in (measured.overlap, measured.by_chance):
        assert 0 <= one.low <= one.value <= one.high <= 1


def test_the_same_seed_gives_the_same_figures() -> None:
    one, two = (
        questions_asked(WORLD, people(WORLD, 3, seed=2), seed=2, resamples=20) for _ in range(2)
    )
    assert one == two


def test_nobody_gives_no_figure() -> None:
    with pytest.raises(ValueError, match="nothing to measure"):
        questions_asked(WORLD, ())
