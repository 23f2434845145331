"""What a web process counts for those who run it, read by Prometheus on a private port.

Labels are names of routes, statuses and codes: nothing about a person, and few of them.
"""

from __future__ import annotations

import time
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

from bot.adapters.rasa_client import RasaAway, RasaClient, RasaError, RasaSilent

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
METHODS = frozenset({"GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS", "other"})
WHAT_HAPPENED = {
    ("POST", "/api/sessions", 201): "opened",
    ("POST", "/api/resume", 200): "resumed",
    ("DELETE", "/api/session", 204): "erased",
}
"""What a request that went well has made of a conversation."""


STREAM = ("GET", "/api/session/live")
"""It lasts as long as somebody looks, which says nothing of how fast we are."""


class Metrics:
    """The counts of one process. Several processes have a port each; Prometheus adds them up."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "declic_requests",
            "Requests by route, method and status",
            ("route", "method", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "declic_request_seconds",
            "Time to answer a request",
            ("route",),
            buckets=SECONDS,
            registry=self.registry,
        )
        self._conversations = Counter(
            "declic_conversations",
            "Conversations by what became of them",
            ("what",),
            registry=self.registry,
        )
        self._turns = Histogram(
            "declic_turn_seconds",
            "Time that Rasa takes for a turn that it answers",
            buckets=SECONDS,
            registry=self.registry,
        )
        self._failures = Counter(
            "declic_rasa_failures",
            "Turns and erasures that Rasa did not do: away, silent or refused",
            ("kind",),
            registry=self.registry,
        )
        for what in WHAT_HAPPENED.values():
            self._conversations.labels(what)
        for kind in ("away", "silent", "refused"):
            self._failures.labels(kind)

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """route: as it is declared, never with what a person put in it. method: of METHODS."""
        self._requests.labels(route, method, status).inc()
        if (method, route) != STREAM:
            self._seconds.labels(route).observe(seconds)
        if what := WHAT_HAPPENED.get((method, route, status)):
            self._conversations.labels(what).inc()

    def rasa_answered(self, seconds: float) -> None:
        self._turns.observe(seconds)

    def rasa_failed(self, error: RasaError) -> None:
        kinds = {RasaAway: "away", RasaSilent: "silent"}
        self._failures.labels(kinds.get(type(error), "refused")).inc()


class CountedRasa:
    """Rasa, with its turns timed and its failures counted."""

    def __init__(self, rasa: RasaClient, metrics: Metrics) -> None:
        self.answer_seconds = rasa.answer_seconds
        self._rasa = rasa
        self._metrics = metrics

    async def turn(
        self,
        conversation_id: str,
        message_id: str,
        *,
        text: str | None = None,
        payload: str | None = None,
        title: str | None = None,
        author: str | None = None,
    ) -> list[dict[str, Any]]:
        started = time.perf_counter()
        try:
            said = await self._rasa.turn(
                conversation_id,
                message_id,
                text=text,
                payload=payload,
                title=title,
                author=author,
            )
        except RasaError as error:
            self._metrics.rasa_failed(error)
            raise
        self._metrics.rasa_answered(time.perf_counter() - started)
        return said

    async def forget(self, conversation_id: str) -> None:
        try:
            await self._rasa.forget(conversation_id)
        except RasaError as error:
            self._metrics.rasa_failed(error)
            raise
