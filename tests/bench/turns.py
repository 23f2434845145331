"""CPU and latency of a turn: this installation against the same bot on stock Rasa, in pairs.

    uv run python -m tests.bench.load stock [--quick] [--python PATH]

Both play the same button conversations, in turn (A B A B …), each on its own SQLite file.
- declic: `python -m bot.rasa_process`, through its own channel.
- stock: `rasa run` with the rest channel, Rasa's own SQL tracker store, and the same actions in
  `rasa run actions`, run by PATH (a Python with stock Rasa and TensorFlow; by default this one).

Prints, for each: CPU per turn (user + system of all its processes), p50 and p95 of a turn, memory
and start time; then the ratios declic / stock pair by pair.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from subprocess import Popen
from typing import Any
from uuid import uuid4

import httpx

from bot import processes
from bot.orientation.questionnaire import SHORTEST
from bot.preparation import prepare_database
from bot.secret import shared_secret
from bot.services.choices import payload
from bot.settings import Settings
from bot.training import train_if_needed
from tests.bench.load.figures import Ratios, Spread
from tests.bench.load.parts import cpu_seconds, memory_mb
from tests.servers import free_port

CONVERSATIONS_A_ROUND = 3


def conversation() -> list[str]:
    """Payloads of one whole interview, then three turns with the jobs."""
    answers = [("consent", "yes"), ("commune", "38053")]
    answers += [("spark_way", "statements"), *[("statement", "0.5")] * (SHORTEST - 1)]
    answers += [("statement", "skip"), ("portrait", "ok")]
    answers += [("past_job", "none"), ("licence", "yes"), ("vehicle", "bike")]
    answers += [("public_transport", "yes"), ("max_minutes", "45")]
    turns = ["/greet", *(payload("answer", question=q, value=v) for q, v in answers)]
    turns += [
        payload("answer", question="hours_refused", values=["night"]),
        payload("answer", question="conditions_refused", values=[]),
        payload("answer", question="training", value="short"),
        "/more_jobs",
        "/ask_privacy",
        "/go_back",
    ]
    return turns


@dataclass
class Variant:
    """One way to run the bot: its processes, and how a turn is sent to it."""

    name: str
    environment: dict[str, str]
    commands: Sequence[Sequence[str]]
    url: str
    health: str
    headers: dict[str, str]
    log: Path
    running: list[Popen[bytes]] = field(default_factory=list)
    cpu_per_turn: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    start_seconds: float = 0.0

    def start(self) -> None:
        begun = time.monotonic()
        with self.log.open("ab") as log:
            self.running = [processes.spawn(c, log, self.environment) for c in self.commands]
        while not self._answers():
            if any(process.poll() is not None for process in self.running):
                raise SystemExit(f"{self.name} does not start; see {self.log}")
            time.sleep(0.1)
        self.start_seconds = time.monotonic() - begun

    def _answers(self) -> bool:
        try:
            return httpx.get(self.health, headers=self.headers, timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def body(self, sender: str, turn: str) -> dict[str, Any]:
        if self.name == "declic":
            ids = {"conversation_id": sender, "message_id": uuid4().hex}
            return {**ids, "payload": turn, "title": turn}
        return {"sender": sender, "message": turn}

    def play(self, client: httpx.Client, turns: Sequence[str]) -> None:
        """One round: its CPU per turn and the seconds of each turn are kept."""
        before, count = self.cpu_seconds(), 0
        for _ in range(CONVERSATIONS_A_ROUND):
            sender = uuid4().hex
            for turn in turns:
                begun = time.monotonic()
                response = client.post(self.url, json=self.body(sender, turn), headers=self.headers)
                response.raise_for_status()
                if not response.json():
                    raise RuntimeError(f"{self.name} said nothing to {turn}")
                self.seconds.append(time.monotonic() - begun)
                count += 1
        self.cpu_per_turn.append((self.cpu_seconds() - before) / count)

    def cpu_seconds(self) -> float:
        return sum(cpu_seconds(process.pid) for process in self.running)

    def memory_mb(self) -> int:
        return round(sum(memory_mb(process.pid) for process in self.running))


def declic(folder: Path) -> Variant:
    """The product as `declic serve` runs it."""
    environment = {**os.environ, "DECLIC_VAR": str(folder), "DECLIC_RASA_PORT": str(free_port())}
    settings = Settings.from_environment(environment)
    train_if_needed(settings, print)
    prepare_database(settings)
    base = f"{settings.rasa_url}/webhooks/declic"
    return Variant(
        name="declic",
        environment=environment,
        commands=[[sys.executable, "-W", "ignore", "-m", "bot.rasa_process"]],
        url=f"{base}/turn",
        health=f"{base}/health",
        headers={"X-Declic-Secret": shared_secret(settings)},
        log=folder / "log",
    )


def stock(folder: Path, python: str) -> Variant:
    """The same model and the same actions, as the Rasa documentation runs them."""
    environment = {**os.environ, "DECLIC_VAR": str(folder), "RASA_TELEMETRY_ENABLED": "false"}
    settings = Settings.from_environment(environment)
    prepare_database(settings)
    model = train_if_needed(settings, print)
    rasa_port, actions_port = free_port(), free_port()
    (folder / "credentials.yml").write_text("rest:\n")
    (folder / "endpoints.yml").write_text(
        f"action_endpoint:\n  url: http://127.0.0.1:{actions_port}/webhook\n"
        f"tracker_store:\n  type: SQL\n  dialect: sqlite\n  db: {folder / 'rasa.db'}\n"
    )
    serve = ["run", "--model", str(model), "--port", str(rasa_port), "-i", "127.0.0.1"]
    files = ["--credentials", "credentials.yml", "--endpoints", "endpoints.yml"]
    files = [str(folder / f) if f.endswith(".yml") else f for f in files]
    return Variant(
        name="stock",
        environment=environment,
        commands=[
            [python, "-W", "ignore", "-m", "rasa", *serve, *files],
            [python, "-W", "ignore", "-m", "rasa", "run", "actions", "--port", str(actions_port)],
        ],
        url=f"http://127.0.0.1:{rasa_port}/webhooks/rest/webhook",
        health=f"http://127.0.0.1:{rasa_port}/webhooks/rest/",
        headers={},
        log=folder / "log",
    )


def report(variant: Variant) -> None:
    latency = Spread.of_seconds(variant.seconds)
    print(
        f"{variant.name:8} CPU/turn {1000 * statistics.median(variant.cpu_per_turn):6.1f} ms"
        f"   p50 {latency.p50 or 0:6.1f} ms   p95 {latency.p95 or 0:6.1f} ms"
        f"   memory {variant.memory_mb():5d} MB   start {variant.start_seconds:5.1f} s"
    )


def compare(folder: Path, rounds: int, stock_python: str) -> dict[str, Any]:
    """Both, in turn; prints the figures and gives them back. `folder`: where both keep state."""
    for name in ("declic", "stock"):
        (folder / name).mkdir()
    variants = [declic(folder / "declic"), stock(folder / "stock", stock_python)]
    try:
        return _compare(variants, rounds)
    finally:
        processes.stop([process for variant in variants for process in variant.running])


def _compare(variants: Sequence[Variant], rounds: int) -> dict[str, Any]:
    turns = conversation()
    with httpx.Client(timeout=60) as client:
        for variant in variants:
            variant.start()
            variant.play(client, turns)
            variant.cpu_per_turn.clear()
            variant.seconds.clear()
        for _ in range(rounds):
            for variant in variants:
                variant.play(client, turns)
    print(f"{rounds} rounds of {CONVERSATIONS_A_ROUND} conversations of {len(turns)} turns")
    for variant in variants:
        report(variant)
    ratios = Ratios.of_pairs(*(variant.cpu_per_turn for variant in variants))
    print(f"CPU declic / stock: median {ratios.median:.2f}", end="")
    print(f" (from {ratios.lowest:.2f} to {ratios.highest:.2f})")
    cpu_ms = {v.name: [1000 * one for one in v.cpu_per_turn] for v in variants}
    return {"cpu_ms": cpu_ms, "declic_by_stock": asdict(ratios)}
