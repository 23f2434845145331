"""Each message is handled once and answered, whatever fails in between."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from bot.adapters.rasa_client import RasaClient
from bot.web.app import create_app
from bot.web.limits import Limits
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.person import Person


@pytest.fixture
def answer_seconds() -> float:
    return 1.0


def together(*calls: Any) -> list[httpx.Response]:
    """Runs calls at the same time; their results in order."""
    with ThreadPoolExecutor(len(calls)) as pool:
        running: list[Future[httpx.Response]] = [pool.submit(call) for call in calls]
        return [one.result(20) for one in running]


def wait_until_handled(rasa: FakeRasa, count: int) -> None:
    until = threading.Event()
    while len(rasa.handled) < count:
        until.wait(0.01)


def test_the_same_message_twice_gets_the_same_answer(person: Person, rasa: FakeRasa) -> None:
    message_id = str(uuid4())
    first = person.post(message_id, text="Bourgoin")
    second = person.post(message_id, text="Bourgoin")
    assert first.json() == second.json()
    assert rasa.said() == ["/greet", "Bourgoin"]


def test_the_same_button_message_twice_is_not_stale(person: Person) -> None:
    message_id, choice = str(uuid4()), person.token_of("C’est parti")
    first = person.post(message_id, choice=choice)
    assert person.post(message_id, choice=choice).json() == first.json()


def test_the_id_alone_brings_the_answer_back(person: Person) -> None:
    message_id = str(uuid4())
    first = person.post(message_id, text="Bourgoin")
    assert person.post(message_id).json() == first.json()


def test_the_same_message_twice_at_once_is_handled_once(person: Person, rasa: FakeRasa) -> None:
    message_id = str(uuid4())
    answers = together(*[lambda: person.post(message_id, text="Bourgoin")] * 5)
    assert [answer.status_code for answer in answers] == [200] * 5
    assert all(answer.json() == answers[0].json() for answer in answers)
    assert rasa.said() == ["/greet", "Bourgoin"]


def test_messages_at_once_are_answered_one_after_the_other(person: Person, rasa: FakeRasa) -> None:
    answers = together(*[lambda n=n: person.say(f"mot {n}") for n in range(5)])
    assert [answer.status_code for answer in answers] == [200] * 5
    assert sorted(answer.json()["turn"] for answer in answers) == [2, 3, 4, 5, 6]
    turns = person.read().json()["turns"]
    assert [turn["you"] for turn in turns[1:]] == rasa.said()[1:]


def test_the_same_button_pressed_twice_at_once_counts_once(person: Person, rasa: FakeRasa) -> None:
    answers = together(*[lambda: person.press("C’est parti")] * 2)
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert len(rasa.handled) == 2


def test_a_message_during_a_long_turn_is_told_to_come_again(person: Person, rasa: FakeRasa) -> None:
    rasa.held = True
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(person.say, "Bourgoin")
        wait_until_handled(rasa, 2)
        pending = person.read().json()
        second = person.say("Lyon")
        rasa.held = False
        first.result(20)
    assert pending["pending"] is not None
    assert pending["turns"][-1]["you"] == "Bourgoin"
    assert second.status_code in (409, 503)
    assert int(second.headers["Retry-After"]) > 0


def test_rasa_saying_503_leaves_no_turn_and_the_message_works_later(
    person: Person, rasa: FakeRasa
) -> None:
    before, message_id = person.read().json(), str(uuid4())
    rasa.unavailable = True
    refused = person.post(message_id, choice=person.token_of("C’est parti"))
    assert refused.status_code == 503
    assert "rien n’est perdu" in refused.json()["message"]
    assert person.read().json() == before
    rasa.unavailable = False
    assert person.post(message_id, choice=person.token_of("C’est parti")).status_code == 200


def test_rasa_stopped_and_started_again_goes_on(person: Person, rasa: FakeRasa) -> None:
    message_id = str(uuid4())
    rasa.stop()
    assert person.post(message_id, text="Bourgoin").status_code == 503
    rasa.start()
    assert person.post(message_id, text="Bourgoin").status_code == 200
    assert rasa.said() == ["/greet", "Bourgoin"]


def test_a_silent_rasa_leaves_the_message_pending_and_handles_it_once(
    person: Person, rasa: FakeRasa
) -> None:
    message_id = str(uuid4())
    rasa.held = True
    assert person.post(message_id, text="Bourgoin").status_code == 503
    assert person.read().json()["pending"] == message_id
    rasa.held = False
    assert person.post(message_id).status_code == 200
    assert person.read().json()["pending"] is None
    assert rasa.said() == ["/greet", "Bourgoin"]


def test_going_on_after_a_silence_first_brings_the_missing_answer(
    person: Person, rasa: FakeRasa
) -> None:
    rasa.held = True
    person.say("Bourgoin")
    rasa.held = False
    assert person.say("Lyon").status_code == 200
    turns = person.read().json()["turns"]
    assert [turn["you"] for turn in turns] == [None, "Bourgoin", "Lyon"]
    assert all(turn["messages"] for turn in turns)


def test_a_message_that_silences_rasa_twice_does_not_block_the_next(
    person: Person, rasa: FakeRasa
) -> None:
    rasa.held = True
    person.say("Bourgoin")
    assert person.say("Lyon").status_code == 503
    rasa.held = False
    assert person.say("Grenoble").status_code == 200


def test_a_message_that_rasa_refuses_when_asked_again_does_not_block_the_next(
    person: Person, rasa: FakeRasa
) -> None:
    rasa.held = True
    person.say("Bourgoin")
    rasa.held = False
    rasa.refused_text = "Bourgoin"
    assert person.say("Lyon").status_code == 200
    assert [turn["you"] for turn in person.read().json()["turns"]] == [None, "Lyon"]


@contextmanager
def database_failing_on(engine: Engine, start: str) -> Iterator[None]:
    """The database goes away for the statements that start so."""

    def fail(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith(start):
            raise OperationalError(statement, {"you": "Bourgoin"}, Exception("gone"))

    event.listen(engine, "before_cursor_execute", fail)
    yield
    event.remove(engine, "before_cursor_execute", fail)


def post_until_idle(person: Person, message_id: str) -> httpx.Response:
    """The same message again, as long as it is said to be running."""
    while (response := person.post(message_id)).status_code == 409:
        pass
    return response


def test_an_answer_that_could_not_be_saved_comes_once_later(
    person: Person, engine: Engine, rasa: FakeRasa, caplog: pytest.LogCaptureFixture
) -> None:
    message_id = str(uuid4())
    with database_failing_on(engine, "UPDATE web_turns"):
        failed = person.post(message_id, text="Bourgoin")
    assert (failed.status_code, failed.json()["error"]) == (503, "storage_away")
    assert post_until_idle(person, message_id).status_code == 200
    assert rasa.said() == ["/greet", "Bourgoin"]
    assert [turn["you"] for turn in person.read().json()["turns"]] == [None, "Bourgoin"]
    assert "Bourgoin" not in caplog.text


def test_another_web_process_finds_the_same_conversation(
    person: Person, engine: Engine, rasa: FakeRasa, limits: Limits
) -> None:
    message_id = str(uuid4())
    first = person.post(message_id, text="Bourgoin").json()
    other = create_app(engine, RasaClient(rasa.url, SECRET), limits)
    with TestClient(other) as web:
        person.web = web
        assert person.post(message_id).json() == first
        assert person.press("Oui").status_code == 200
