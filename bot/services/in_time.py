"""Several outside services asked at once, without ever waiting for the slowest."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from bot.services.ports import LiveError

logger = logging.getLogger(__name__)

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

AT_ONCE = 8
"""Questions under way to one service; one that hangs keeps these threads, and no other's."""
_threads: dict[str, ThreadPoolExecutor] = {}
_opening = Lock()


@dataclass(frozen=True)
class Answers(Generic[K, V]):
    """`given`: what came in time. `missing`: what failed, or is still awaited."""

    given: Mapping[K, V]
    missing: frozenset[K]


def in_time(
    questions: Mapping[K, Callable[[], V]], seconds: float, service: str | None = None
) -> Answers[K, V]:
    """What the questions answer within `seconds` for all of them together; never raises.

    service: a name of ours for who is asked; None: the key of each question is that name.
    A question under way goes on behind, so that its answer fills the cache for the next turn;
    one that has not begun is dropped.
    """
    asked = {
        _threads_of(service or str(key)).submit(question): key
        for key, question in questions.items()
    }
    done, late = wait(asked, timeout=seconds)
    for future in late:
        future.cancel()
    given = {asked[future]: future.result() for future in done if _succeeded(future)}
    return Answers(given, frozenset(questions) - frozenset(given))


def _threads_of(service: str) -> ThreadPoolExecutor:
    with _opening:
        if service not in _threads:
            _threads[service] = ThreadPoolExecutor(AT_ONCE, thread_name_prefix=f"live {service}")
        return _threads[service]


def _succeeded(future: Future[V]) -> bool:
    """A fault of our own in a client is logged by its kind; the turn goes on without the fact."""
    error = future.exception()
    if error is not None and not isinstance(error, LiveError):
        logger.error("live_answer_failed error=%s", type(error).__name__)
    return error is None
