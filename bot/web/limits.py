"""How many requests are served: per session, and per client address.

Each key has a bucket of `burst` requests that fills again at `per_second`. A session is one person,
who cannot read faster than that. An address may be a whole agency or a mobile network, so its
bucket is wide; it stops a program, not a group. Buckets live in the memory of one web process:
with N processes the limits are N times as wide.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from bot.web.errors import ApiError


@dataclass(frozen=True)
class Limit:
    """A bucket's size in requests, and how fast it fills again."""

    burst: float
    per_second: float


@dataclass(frozen=True)
class Limits:
    """session: requests with one token. address: all requests of one client address.

    openings: new conversations asked from one client address.
    """

    session: Limit = Limit(burst=30, per_second=2)
    address: Limit = Limit(burst=300, per_second=30)
    openings: Limit = Limit(burst=40, per_second=0.5)


class Buckets:
    """Counts requests by key; keeps the `most` keys used last."""

    def __init__(
        self, limit: Limit, most: int = 10_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit = limit
        self._most = most
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> None:
        """One request of `key`. ApiError, with the seconds to wait, when none is left."""
        now = self._clock()
        level, then = self._levels.pop(key, (self._limit.burst, now))
        level = min(self._limit.burst, level + (now - then) * self._limit.per_second)
        self._levels[key] = (max(level - 1, 0) if level >= 1 else level, now)
        if len(self._levels) > self._most:
            self._levels.popitem(last=False)
        if level < 1:
            raise ApiError("too_many", math.ceil((1 - level) / self._limit.per_second))
