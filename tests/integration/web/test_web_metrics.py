"""What those who run Déclic see: counts on a private port, lines in the log, readiness."""

from __future__ import annotations

import json
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import migrate
from bot.adapters.sql.engine import connect
from bot.web.app import create_app
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.web_process import WebProcess, someone
from tests.servers import free_port

Start = Callable[..., WebProcess]
WORDS = "Zéphyrine Bourgoin-Jallieu 0612345678"


def samples(port: int) -> dict[tuple[str, ...], float]:
    """Name and label values of each sample, with its value."""
    text = httpx.get(f"http://127.0.0.1:{port}/metrics").text
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def stop(web: WebProcess) -> None:
    """Ends it kindly: what it had to write of its last requests is written."""
    web.signal(signal.SIGTERM)
    web.wait(10)


def test_what_happens_is_counted_on_the_private_port(start_process: Start, rasa: FakeRasa) -> None:
    port = free_port()
    web = start_process(DECLIC_METRICS_PORT=str(port))
    before = samples(port)
    assert before["declic_conversations_total", "opened"] == 0
    with someone(web) as person:
        assert person.say(WORDS).status_code == 200
        rasa.unavailable = True
        assert person.say(WORDS).status_code == 503
        rasa.unavailable = False
        assert person.erase().status_code == 204
        assert httpx.get(f"{web.url}/{WORDS}?code={WORDS}").status_code == 404
    last = ("declic_requests_total", "GET", "none", "404")
    while last not in (found := samples(port)):
        time.sleep(0.05)
    assert found["declic_conversations_total", "opened"] == 1
    assert found["declic_conversations_total", "erased"] == 1
    assert found["declic_turn_seconds_count",] == 2
    assert found["declic_rasa_failures_total", "away"] == 1
    assert found["declic_requests_total", "POST", "/api/messages", "200"] == 1
    assert found["declic_requests_total", "POST", "/api/messages", "503"] == 1
    assert found["process_resident_memory_bytes",] > 1_000_000
    shown = httpx.get(f"http://127.0.0.1:{port}/metrics").text
    assert not any(word in shown for word in (*WORDS.split(), person.token, "127.0.0.1"))


def test_the_public_port_shows_no_counts(start_process: Start) -> None:
    web = start_process(DECLIC_METRICS_PORT=str(free_port()))
    for path in ("/metrics", "/api/metrics", "/metrics/"):
        assert httpx.get(f"{web.url}{path}").status_code == 404


def test_each_line_of_the_log_is_an_event_without_people(
    start_process: Start, rasa: FakeRasa
) -> None:
    web = start_process()
    with someone(web) as person:
        person.say(WORDS)
        rasa.unavailable = True
        person.say(WORDS)
        httpx.get(f"{web.url}/fiche/{WORDS}?code={WORDS}", headers={"User-Agent": WORDS.encode()})
    stop(web)
    lines = [json.loads(line) for line in web.log().splitlines()]
    asked = [
        {name: line.get(name) for name in ("method", "route", "status", "turn")}
        for line in lines
        if line["event"] == "request"
    ]
    assert {"method": "POST", "route": "/api/sessions", "status": 201, "turn": None} in asked
    assert {"method": "POST", "route": "/api/messages", "status": 200, "turn": 2} in asked
    assert {"method": "POST", "route": "/api/messages", "status": 503, "turn": None} in asked
    assert all({"time", "level", "event"} <= line.keys() for line in lines)
    private = (*WORDS.split(), person.token, "127.0.0.1")
    assert not any(word in web.log() for word in private)
    assert not any(route and "healthz" in route for route in (line.get("route") for line in lines))


def test_the_same_log_for_the_eye(start_process: Start) -> None:
    web = start_process(DECLIC_LOGS="text")
    with someone(web):
        stop(web)
    assert " info request method=POST route=/api/sessions status=201 ms=" in web.log()


def test_a_taken_port_for_counts_is_told_in_one_sentence(
    start_process: Start, rasa: FakeRasa
) -> None:
    port = str(free_port())
    first = start_process(DECLIC_METRICS_PORT=port)
    with pytest.raises(AssertionError, match="has stopped"):
        start_process(DECLIC_METRICS_PORT=port)
    assert f"DECLIC_METRICS_PORT={port} :" in first.log()
    assert "Traceback" not in first.log()


def test_a_database_that_is_not_migrated_is_not_ready(rasa: FakeRasa, tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'declic.db'}")
    with TestClient(create_app(engine, RasaClient(rasa.url, SECRET))) as web:
        empty = web.get("/readyz")
        migrate.upgrade(engine)
        assert web.get("/readyz").json() == {"status": "ok", "away": [], "schema": "current"}
        with engine.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'of tomorrow'")
        newer = web.get("/readyz")
    assert (empty.status_code, empty.json()["away"]) == (503, ["migrations"])
    assert (newer.status_code, newer.json()["schema"]) == (200, "newer")


def test_while_it_stops_it_is_not_ready_and_answers_the_turn_under_way(
    start_process: Start, rasa: FakeRasa
) -> None:
    web = start_process()
    with someone(web) as person:
        rasa.held = True
        answers: list[int] = []
        under_way = threading.Thread(target=lambda: answers.append(person.say("a").status_code))
        under_way.start()
        while "a" not in rasa.said():
            time.sleep(0.05)
        web.signal(signal.SIGTERM)
        while _is_ready(web):
            time.sleep(0.05)
        assert answers == []
        rasa.held = False
        under_way.join(10)
    assert answers == [200]
    assert web.wait(10) == -signal.SIGTERM


def _is_ready(web: WebProcess) -> bool:
    try:
        return httpx.get(f"{web.url}/readyz").status_code == 200
    except httpx.TransportError:
        return False
