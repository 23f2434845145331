"""The web app as its own process, on a real port: large bodies, and a kill in a turn's middle."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from bot.adapters.sql import sessions
from bot.adapters.sql.engine import connect
from bot.settings import ROOT
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.person import Person
from tests.servers import free_port


class WebProcess:
    """`python -m bot.web` on a database, in front of a FakeRasa."""

    def __init__(self, rasa: FakeRasa, database_url: str, var: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._environment = {
            **os.environ,
            "DECLIC_PORT": str(self.port),
            "DECLIC_RASA_URL": rasa.url,
            "DECLIC_SECRET": SECRET,
            "DECLIC_DATABASE_URL": database_url,
            "DECLIC_VAR": str(var),
        }

    def start(self) -> None:
        self._log = (Path(self._environment["DECLIC_VAR"]) / "web.log").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.web"],
            cwd=ROOT,
            env=self._environment,
            stdout=self._log,
            stderr=self._log,
        )
        while not self._answers():
            assert self._process.poll() is None, "python -m bot.web has stopped"
            time.sleep(0.1)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self._log.close()

    def log(self) -> str:
        return (Path(self._environment["DECLIC_VAR"]) / "web.log").read_text()

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/healthz").status_code == 200
        except httpx.TransportError:
            return False


@pytest.fixture
def process(rasa: FakeRasa, sqlite_url: str, tmp_path: Path) -> Iterator[WebProcess]:
    engine = connect(sqlite_url)
    tables = [sessions.sessions, sessions.turns, sessions.choices]
    sessions.metadata.create_all(engine, tables=tables)
    engine.dispose()
    web = WebProcess(rasa, sqlite_url, tmp_path)
    web.start()
    yield web
    web.kill()


@contextmanager
def someone(process: WebProcess) -> Iterator[Person]:
    with httpx.Client(base_url=process.url, timeout=30) as client:
        yield Person(client)


def test_a_megabyte_is_refused_and_the_next_message_works(process: WebProcess) -> None:
    with someone(process) as person:
        refused = person.say("a" * 1_000_000)
        assert (refused.status_code, refused.json()["error"]) == (413, "body_too_large")
        assert person.say("Bourgoin").status_code == 200


def test_killed_between_rasas_answer_and_the_save_it_answers_once(
    process: WebProcess, rasa: FakeRasa
) -> None:
    message_id = str(uuid4())
    with someone(process) as person:
        rasa.held = True
        with pytest.raises(httpx.ReadTimeout):
            person.web.post(
                "/api/messages",
                json={"message_id": message_id, "text": "Bourgoin"},
                headers=person.headers,
                timeout=1,
            )
        process.kill()
        rasa.held = False
        process.start()
        while (answer := person.post(message_id)).status_code == 409:
            time.sleep(0.2)
        assert answer.status_code == 200
        assert rasa.said() == ["/greet", "Bourgoin"]
        assert [turn["you"] for turn in person.read().json()["turns"]] == [None, "Bourgoin"]


def test_its_log_tells_nothing_about_people(process: WebProcess, rasa: FakeRasa) -> None:
    with someone(process) as person:
        rasa.unavailable = True
        assert person.say("Je suis Amina de Privas").status_code == 503
        assert "Amina" not in process.log()
        assert person.token not in process.log()
        assert "127.0.0.1" not in process.log()
