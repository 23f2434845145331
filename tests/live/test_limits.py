"""Turns and pauses, by a clock that stands still."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.adapters.live.exchange import pause_asked
from bot.adapters.live.limits import Breaker, RateLimit
from tests.live.stopped_time import StoppedTime

NINE = datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.timezone.utc)


def test_threads_share_the_turns() -> None:
    rate = RateLimit(10.0, lambda: 5.0)
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: rate.take_turn(100.0), range(20)))
    assert sorted(w for w in waits if w is not None) == pytest.approx([n / 10 for n in range(20)])


def test_a_turn_that_is_not_taken_delays_nobody() -> None:
    rate = RateLimit(1.0, lambda: 5.0)
    assert rate.take_turn(0.0) == 0.0
    assert [rate.take_turn(0.5) for _ in range(3)] == [None] * 3
    assert rate.take_turn(1.0) == 1.0


def test_a_call_that_tries_and_is_never_heard_of_again_blocks_nothing_for_ever() -> None:
    time = StoppedTime()
    breaker = Breaker(1, 30.0, time.time.clock)
    breaker.failed()
    time.pass_by(31)
    assert [breaker.lets_through(), breaker.lets_through()] == [True, False]
    time.pass_by(31)
    assert breaker.lets_through()


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        pytest.param(None, None, id="absent"),
        pytest.param("5", 5.0, id="seconds"),
        pytest.param(" 0 ", 0.0, id="now"),
        pytest.param("Sun, 22 Nov 2026 09:01:00 GMT", 60.0, id="a date"),
        pytest.param("Sun, 22 Nov 2026 09:01:00 -0000", 60.0, id="a date without a zone"),
        pytest.param("Sun, 22 Nov 2026 08:00:00 GMT", 0.0, id="a date that is over"),
        pytest.param("-5", None, id="a negative number"),
        pytest.param("bientôt", None, id="words"),
        pytest.param("²", None, id="a digit that is no number"),
        pytest.param("Sun, 99 Nov 2026 08:00:00 GMT", None, id="a day that is none"),
        pytest.param(f"Sun, 22 Nov 2026 {'9' * 30}:00:00 GMT", None, id="an hour beyond measure"),
        pytest.param("9" * 5000, float("inf"), id="a number beyond measure"),
    ],
)
def test_the_pause_a_service_asks_for(header: str | None, seconds: float | None) -> None:
    assert pause_asked(header, NINE) == seconds
