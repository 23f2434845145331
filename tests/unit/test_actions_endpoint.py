"""Actions inside Rasa's process: many wait at once, each in its turn, and all end with it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import aiohttp
import pytest

from bot.rasa_process import actions_endpoint, turn
from bot.rasa_process.actions_endpoint import InProcessEndpoint

CALL: dict[str, Any] = {
    "next_action": "action_of_the_test",
    "tracker": {"sender_id": "someone", "slots": {}, "events": [], "latest_message": {}},
    "domain": {},
}
MANY = 40


@pytest.fixture
def endpoint() -> Iterator[InProcessEndpoint]:
    opened = InProcessEndpoint("actions")
    yield opened
    opened.close()


def does(endpoint: InProcessEndpoint, work: Callable[[], object]) -> None:
    def run(*_: Any) -> list[dict[str, Any]]:
        work()
        return []

    endpoint.executor.actions[CALL["next_action"]] = run


async def called(endpoint: InProcessEndpoint) -> Any:
    return await endpoint.request(json=CALL)


def test_actions_that_wait_do_not_hold_up_the_others(endpoint: InProcessEndpoint) -> None:
    """None of the forty goes on before all of them have begun."""
    together = threading.Barrier(MANY)
    does(endpoint, lambda: together.wait(4))

    async def all_at_once() -> list[Any]:
        return await asyncio.gather(*(called(endpoint) for _ in range(MANY)))

    assert len(asyncio.run(all_at_once())) == MANY


def test_an_action_notes_its_failure_in_the_turn_that_called_it(
    endpoint: InProcessEndpoint,
) -> None:
    does(endpoint, lambda: turn.fail(turn.STORAGE_UNAVAILABLE))

    async def in_a_turn() -> str | None:
        begun = turn.begin()
        await called(endpoint)
        return begun.failure

    assert asyncio.run(in_a_turn()) == turn.STORAGE_UNAVAILABLE


def test_an_action_that_hangs_is_given_up_and_fails_the_turn(
    endpoint: InProcessEndpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions_endpoint, "ACTION_TIMEOUT_SECONDS", 0.05)
    free = threading.Event()
    does(endpoint, lambda: free.wait(30))

    async def in_a_turn() -> str | None:
        begun = turn.begin()
        with pytest.raises(aiohttp.ClientConnectionError):
            await called(endpoint)
        return begun.failure

    assert asyncio.run(in_a_turn()) == turn.ACTIONS_UNAVAILABLE
    free.set()


def test_after_the_end_no_thread_is_left_and_nothing_begins() -> None:
    endpoint = InProcessEndpoint("actions")
    does(endpoint, lambda: None)
    asyncio.run(called(endpoint))
    endpoint.close()
    assert not any(one.name.startswith("action_") for one in threading.enumerate())
    with pytest.raises(aiohttp.ClientConnectionError):
        asyncio.run(called(endpoint))
