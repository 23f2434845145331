"""A real conversation in words found nowhere else: no log and no count repeats them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.servers import free_port
from tests.stack import Stack

WORDS = {
    "a place": "Bourgoin-Jallieu",
    "a job": "tourneuse de zinzolin chez Quincampoix",
    "a name and a telephone": "je m'appelle Zéphyrine, 06 12 34 56 78",
    "a payload": '/answer{"question": "licence", "value": "zinzolin"}',
    "distress": "je veux mourir Zéphyrine",
    "odd characters": "zinzolin \U0001f600 \u202e <b>zinzolin</b> %s {zinzolin} ${jndi:zinzolin}",
}
SECRETS = ("Bourgoin", "zinzolin", "Quincampoix", "phyrine", "06 12 34", "mourir")


@pytest.fixture
def own_stack(tmp_path: Path) -> Iterator[Stack]:
    installed = Stack(tmp_path / "var", {"DECLIC_METRICS_PORT": str(free_port())})
    yield installed.start()
    installed.stop()


def test_logs_and_counts_of_both_processes_hold_no_word_of_a_person(own_stack: Stack) -> None:
    stack = own_stack
    person = stack.person()
    for words in WORDS.values():
        person.say(words)
    token = person._token
    httpx.get(f"{stack.url}/zinzolin", params={"code": "zinzolin"})
    rasa = f"http://127.0.0.1:{stack.settings.rasa_port}/webhooks/declic"
    counts = [
        httpx.get(f"http://127.0.0.1:{stack.settings.metrics_port}/metrics").text,
        httpx.get(f"{rasa}/metrics").text,
    ]
    person.erase()
    stack.stop()
    log = stack.log.read_text()
    told = [line for line in log.splitlines() if line.startswith("{")]
    events = [json.loads(line) for line in told]
    assert sum(line["event"] == "turn" for line in events) == len(WORDS) + 1
    assert any(line.get("turn") == len(WORDS) + 1 for line in events)
    assert f"declic_rasa_turn_seconds_count {len(WORDS) + 1}.0" in counts[1]
    assert 'declic_rasa_part_seconds_total{part="actions"}' in counts[1]
    for kept in (log, *counts):
        assert not [secret for secret in (*SECRETS, token) if secret in kept]


def test_only_the_counts_and_the_health_of_rasa_need_no_secret(stack: Stack) -> None:
    rasa = f"http://127.0.0.1:{stack.settings.rasa_port}/webhooks/declic"
    assert httpx.get(f"{rasa}/metrics").status_code == 200
    assert httpx.post(f"{rasa}/turn", json={}).status_code == 401
    assert httpx.delete(f"{rasa}/conversations/{'0' * 32}").status_code == 401
