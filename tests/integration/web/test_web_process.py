"""The web app as its own process, on a real port: large bodies, and a kill in a turn's middle."""

from __future__ import annotations

import time
from uuid import uuid4

import httpx
import pytest

from tests.fake_rasa import FakeRasa
from tests.integration.web.web_process import WebProcess, someone


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


def test_it_bounds_its_connections_and_does_not_name_its_server(process: WebProcess) -> None:
    answer = httpx.get(f"{process.url}/healthz", headers={"A": "a" * 20_000})
    assert (answer.status_code, answer.json()["error"]) == (431, "head_too_large")
    assert "server" not in httpx.get(f"{process.url}/healthz").headers
