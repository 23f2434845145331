"""The time of a part is its own: what happens inside it in another part counts there."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Callable, Iterator

import pytest

from bot.replay.stage import timing
from bot.replay.stage.timing import ACTIONS, DATABASE, RULES, WEB, timed, timed_turn


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[float], None]]:
    """A clock that only goes on when it is told to."""
    now = [0.0]
    monkeypatch.setattr(timing.time, "perf_counter", lambda: now[0])

    def wait(seconds: float) -> None:
        now[0] += seconds

    yield wait


def test_parts_inside_one_another_count_once(passes: Callable[[float], None]) -> None:
    with timed_turn() as turn:
        passes(1)
        with timed(ACTIONS):
            passes(2)
            with timed(DATABASE):
                passes(4)
            passes(8)
        with timed(RULES):
            passes(16)
    assert turn.seconds[WEB] == 1
    assert turn.seconds[ACTIONS] == 10
    assert turn.seconds[DATABASE] == 4
    assert turn.seconds[RULES] == 16
    assert sum(turn.seconds.values()) == 31


def test_a_thread_of_an_action_counts_for_its_turn(passes: Callable[[float], None]) -> None:
    def ask() -> None:
        with timed(DATABASE):
            passes(4)

    with timed_turn() as turn, timed(ACTIONS):
        passes(1)
        thread = threading.Thread(target=contextvars.copy_context().run, args=(ask,))
        thread.start()
        thread.join()
    assert (turn.seconds[ACTIONS], turn.seconds[DATABASE]) == (1, 4)


def test_a_part_that_fails_is_counted(passes: Callable[[float], None]) -> None:
    with timed_turn() as turn:
        with pytest.raises(ValueError), timed(ACTIONS):
            passes(3)
            raise ValueError
        passes(1)
    assert (turn.seconds[ACTIONS], turn.seconds[WEB]) == (3, 1)


def test_outside_a_turn_nothing_is_measured(passes: Callable[[float], None]) -> None:
    async def ask() -> str:
        with timed(DATABASE):
            return "done"

    assert asyncio.run(ask()) == "done"
