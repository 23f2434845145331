"""How many requests are served: per session, and per client address.

Each key has a bucket of `burst` requests that fills again at `per_second`. A session is one person,
who cannot read faster than that. An address may be a whole agency or a mobile network, so its
bucket is wide; it stops a program, not a group. Buckets live in the memory of one web process:
with N processes the limits are N times as wide.
"""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from bot.web.errors import ApiError

SUBSCRIBER_BITS = 64
MOST_CHARACTERS = 64


@dataclass(frozen=True)
class Limit:
    """A bucket's size in requests, and how fast it fills again."""

    burst: float
    per_second: float


@dataclass(frozen=True)
class Limits:
    """session: requests with one token. address: all requests of one client address.

    openings: new conversations asked from one client address.
    guesses, all_guesses: wrong resume codes from one client address, and from all together.
    entries: wrong passwords of the console from one client address, which may be an agency.
    """

    session: Limit = Limit(burst=30, per_second=2)
    address: Limit = Limit(burst=400, per_second=40)
    openings: Limit = Limit(burst=40, per_second=40 / 60)
    guesses: Limit = Limit(burst=10, per_second=1 / 30)
    all_guesses: Limit = Limit(burst=100, per_second=0.2)
    entries: Limit = Limit(burst=30, per_second=1 / 20)

    @classmethod
    def for_openings(cls, per_minute: int) -> Limits:
        """The limits of addresses where `per_minute` people arrive.

        They stay about ten minutes and send a request every ten seconds: as many requests a
        second as people a minute.
        """
        return cls(
            address=Limit(burst=10 * per_minute, per_second=per_minute),
            openings=Limit(burst=per_minute, per_second=per_minute / 60),
        )


def household(address: str) -> str:
    """Whom an address counts for: an IPv6 subscriber has the 2**64 addresses of a network.

    An IPv4 address written in IPv6 is itself; what is no address is kept as it is, shortened.
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:MOST_CHARACTERS]
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((int(found), SUBSCRIBER_BITS), strict=False))


class Buckets:
    """Counts requests by key; keeps the `most` keys used last."""

    def __init__(
        self, limit: Limit, most: int = 10_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit = limit
        self._most = most
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def give_back(self, key: str) -> None:
        """One request of `key` did not count."""
        level, then = self._levels.get(key, (self._limit.burst, self._clock()))
        self._levels[key] = (min(self._limit.burst, level + 1), then)

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
