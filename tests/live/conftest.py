"""A local France Travail, and clients of it whose sleeps take no time."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Iterator

import pytest

from bot.adapters.live.france_travail import FranceTravail
from bot.adapters.live.france_travail_token import Keys
from bot.adapters.live.http_api import AnswerCache
from bot.adapters.live.limits import Time
from tests.live.france_travail_server import (
    CLIENT_ID,
    CLIENT_SECRET,
    TOKEN_PATH,
    FranceTravailServer,
)

START = datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.timezone.utc)


class HandTurnedTime:
    """A clock that only sleeps move. Threads may share it."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._lock = threading.Lock()

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.seconds += seconds

    @property
    def as_time(self) -> Time:
        return Time(
            clock=lambda: self.seconds,
            sleep=self.sleep,
            now=lambda: START + datetime.timedelta(seconds=self.seconds),
        )


@pytest.fixture
def server() -> Iterator[FranceTravailServer]:
    """At the end, no request may have broken the contract; else a test empties `faults`."""
    with FranceTravailServer() as running:
        yield running
        assert running.faults == []


@pytest.fixture
def hand_turned() -> HandTurnedTime:
    return HandTurnedTime()


@pytest.fixture
def france_travail(
    server: FranceTravailServer, hand_turned: HandTurnedTime
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
            time=time or hand_turned.as_time,
        )

    return opened
