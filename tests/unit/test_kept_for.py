"""How long a conversation is kept, alone and accompanied."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.services.kept_for import ACCOMPANIED, Accompanied, kept_until

BEGUN = datetime(2026, 11, 1, 9)


def at(days: int) -> datetime:
    return BEGUN + timedelta(days=days)


@pytest.mark.parametrize(
    ("accompanied", "days"),
    [
        pytest.param([], 30, id="alone"),
        pytest.param([Accompanied(at(0))], 90, id="accompanied from the first day"),
        pytest.param([Accompanied(at(20))], 110, id="agreed to on the twentieth day"),
        pytest.param([Accompanied(at(2), at(5))], 30, id="ended soon: thirty days again"),
        pytest.param([Accompanied(at(2), at(28))], 35, id="ended late: still a week"),
        pytest.param([Accompanied(at(2), at(60))], 67, id="ended after two months: a week"),
        pytest.param([Accompanied(at(2), at(91))], 92, id="ended on the last day: no day more"),
        pytest.param([Accompanied(at(1), at(3)), Accompanied(at(10))], 100, id="a second advisor"),
    ],
)
def test_the_time_that_a_conversation_is_kept(accompanied: list[Accompanied], days: int) -> None:
    assert kept_until(BEGUN, accompanied) == at(days)


def test_the_reminder_of_thirty_days_comes_while_the_conversation_lives() -> None:
    asked_late = timedelta(days=55)
    assert asked_late + timedelta(days=30) < ACCOMPANIED
