"""Clocks that stand still until a test, or the client's own sleep, moves them."""

from __future__ import annotations

import datetime
import threading

from bot.adapters.live.limits import Time

START = datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.timezone.utc)


class StoppedTime:
    """`slept` lists the pauses that were asked for, in seconds."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []
        self._lock = threading.Lock()

    def pass_by(self, seconds: float) -> None:
        with self._lock:
            self.seconds += seconds

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.slept.append(seconds)
            self.seconds += seconds

    def now(self) -> datetime.datetime:
        return START + datetime.timedelta(seconds=self.seconds - 1000.0)

    @property
    def time(self) -> Time:
        return Time(lambda: self.seconds, self.sleep, self.now)
