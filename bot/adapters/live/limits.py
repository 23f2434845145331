"""What keeps a live service from slowing a conversation, and us from burdening the service."""

from __future__ import annotations

import datetime
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """budget_seconds: whole time of one call, retries and waiting included; no more than a turn
    waits for it, else a service that always comes too late would never count as one that fails.

    connect_seconds, read_seconds: of one exchange, within the budget. requests_per_second: of this
    process; a service that counts per key must be given its share when several processes ask it.
    failures_to_open: failed calls in a row after which the service is left alone for open_seconds.
    answer_bytes: the largest body read, decompressed. at_once: exchanges under way at one time.
    """

    budget_seconds: float = 2.0
    connect_seconds: float = 1.0
    read_seconds: float = 1.8
    attempts: int = 3
    requests_per_second: float = 10.0
    failures_to_open: int = 3
    open_seconds: float = 30.0
    answer_bytes: int = 2_000_000
    at_once: int = 8


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc)


@dataclass(frozen=True)
class Time:
    """The clocks and the sleep of a client; tests bring their own."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime.datetime] = _utc_now


class RateLimit:
    """Evenly spaced turns: never more than the rate in any second, whatever the threads."""

    def __init__(self, requests_per_second: float, clock: Callable[[], float]) -> None:
        self._spacing = 1 / requests_per_second
        self._clock = clock
        self._next_turn = 0.0
        self._lock = threading.Lock()

    def take_turn(self, at_most_seconds: float) -> float | None:
        """Seconds to wait for the turn taken; None, and no turn, when it would be too long."""
        with self._lock:
            now = self._clock()
            wait = max(0.0, self._next_turn - now)
            if wait > at_most_seconds:
                return None
            self._next_turn = now + wait + self._spacing
            return wait


class Breaker:
    """Keeps away from a service that failed several calls in a row; then lets one call try.

    Own code, since pybreaker holds its lock during the call (one call at a time) and
    circuitbreaker lets every waiting call through once the pause is over.
    """

    def __init__(
        self,
        failures_to_open: int,
        open_seconds: float,
        clock: Callable[[], float],
        name: str = "",
    ) -> None:
        self.name = name
        self._failures_to_open = failures_to_open
        self._open_seconds = open_seconds
        self._clock = clock
        self._failures = 0
        self._closed_to_calls_until: float | None = None
        self._lock = threading.Lock()
        _breakers.add(self)

    @property
    def is_open(self) -> bool:
        """Whether the service is being left alone; asking this lets no call through."""
        until = self._closed_to_calls_until
        return until is not None and self._clock() < until

    def lets_through(self) -> bool:
        """Whether a call may go. After the pause one may, and the next only a pause later."""
        with self._lock:
            if self._closed_to_calls_until is None:
                return True
            now = self._clock()
            if now < self._closed_to_calls_until:
                return False
            self._closed_to_calls_until = now + self._open_seconds
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failures = 0
            self._closed_to_calls_until = None

    def failed(self, keep_away_seconds: float = 0.0) -> None:
        """A call failed. keep_away_seconds: the service asked to be left alone for that long."""
        with self._lock:
            self._failures += 1
            pause = keep_away_seconds
            if self._failures >= self._failures_to_open:
                pause = max(pause, self._open_seconds)
            if pause:
                self._closed_to_calls_until = self._clock() + pause


_breakers: weakref.WeakSet[Breaker] = weakref.WeakSet()


def left_alone() -> dict[str, bool]:
    """The live services of this process by name, and whether each is being left alone."""
    return {breaker.name: breaker.is_open for breaker in list(_breakers)}
