"""What a Rasa process counts for those who run it; served by the private channel.

Parts of a turn: "actions" and "storage" are timed here; the rest is understanding and deciding.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.adapters.live import limits

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
PARTS = ("actions", "storage")


class LiveServices(Collector):
    """Which live services are left alone now, because they failed several calls in a row."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        found = GaugeMetricFamily(
            "declic_live_service_left_alone",
            "1 while a live service is not asked, after failures",
            labels=("service",),
        )
        for name, is_open in limits.left_alone().items():
            found.add_metric([name], float(is_open))
        yield found


registry = CollectorRegistry()
ProcessCollector(registry=registry)
registry.register(LiveServices())
turns = Histogram(
    "declic_rasa_turn_seconds", "Time of a whole turn", buckets=SECONDS, registry=registry
)
parts = Counter(
    "declic_rasa_part_seconds", "Time spent in a part of turns", ("part",), registry=registry
)
failures = Counter(
    "declic_rasa_turn_failures", "Turns that were given up", ("reason",), registry=registry
)
for _part in PARTS:
    parts.labels(_part)


@contextmanager
def timed(part: str) -> Iterator[None]:
    """Around a piece of a turn; pieces of one part are added up."""
    started = time.perf_counter()
    try:
        yield
    finally:
        parts.labels(part).inc(time.perf_counter() - started)


def as_text() -> str:
    """All metrics of this process, as Prometheus reads them."""
    return generate_latest(registry).decode()
