"""A local France Travail, and clients of it whose sleeps take no time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.adapters.live.caching import AnswerCache
from bot.adapters.live.france_travail import FranceTravail
from bot.adapters.live.france_travail_token import Keys
from bot.adapters.live.limits import Time
from tests.live.france_travail_server import (
    CLIENT_ID,
    CLIENT_SECRET,
    TOKEN_PATH,
    FranceTravailServer,
)
from tests.live.stopped_time import StoppedTime


@pytest.fixture
def server() -> Iterator[FranceTravailServer]:
    """At the end, no request may have broken the contract; else a test empties `faults`."""
    with FranceTravailServer() as running:
        yield running
        assert running.faults == []


@pytest.fixture
def stopped_time() -> StoppedTime:
    return StoppedTime()


@pytest.fixture
def france_travail(
    server: FranceTravailServer, stopped_time: StoppedTime
) -> Callable[..., FranceTravail]:
    """Opens France Travail on the local server; other keys, a cache or a real clock on demand."""

    def opened(
        secret: str = CLIENT_SECRET, cache: AnswerCache | None = None, time: Time | None = None
    ) -> FranceTravail:
        return FranceTravail(
            Keys(CLIENT_ID, secret),
            f"{server.url}/partenaire",
            f"{server.url}{TOKEN_PATH}?realm=%2Fpartenaire",
            cache=cache,
            time=time or stopped_time.time,
        )

    return opened
