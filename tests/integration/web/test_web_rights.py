"""Opening and erasing leave nothing half-made; strangers get nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.sql import session_tables, sessions
from bot.adapters.sql.sessions import Turn
from bot.web.tokens import now
from tests.fake_rasa import FakeRasa
from tests.integration.web.person import Person
from tests.web_database import PERSONAL_TABLES


@pytest.fixture
def answer_seconds() -> float:
    return 1.0


def rows(engine: Engine) -> int:
    with engine.connect() as connection:
        counts = [sa.select(sa.func.count()).select_from(table) for table in PERSONAL_TABLES]
        return sum(connection.execute(count).scalar_one() for count in counts)


def test_erasing_leaves_nothing_here_nor_in_rasa(
    person: Person, engine: Engine, rasa: FakeRasa
) -> None:
    person.say("Je suis boulangère")
    answer = person.erase()
    assert (answer.status_code, answer.content) == (204, b"")
    assert rows(engine) == 0
    assert rasa.conversations() == set()
    assert person.read().status_code == 401
    assert person.say("Encore").status_code == 401
    assert person.erase().status_code == 401


def test_erasing_one_person_leaves_the_others(person: Person, rasa: FakeRasa) -> None:
    other = Person(person.web)
    other.say("Je reste")
    person.erase()
    assert "Je reste" in other.read().text
    assert len(rasa.conversations()) == 1


def test_while_rasa_is_away_nothing_is_erased_and_it_is_said(
    person: Person, rasa: FakeRasa
) -> None:
    before = person.read().json()
    rasa.stop()
    refused = person.erase()
    assert (refused.status_code, refused.json()["error"]) == (503, "cannot_erase")
    assert person.read().json() == before
    rasa.start()
    assert person.erase().status_code == 204


def test_a_message_without_an_answer_does_not_keep_the_rest_from_being_erased(
    person: Person, engine: Engine, rasa: FakeRasa
) -> None:
    rasa.held = True
    assert person.say("Je suis boulangère").status_code == 503
    assert person.erase().status_code == 204
    assert rasa.said() == ["/greet", "Je suis boulangère"]
    assert rows(engine) == 0
    assert rasa.conversations() == set()


def test_a_turn_whose_process_died_does_not_keep_the_rest_from_being_erased(
    person: Person, engine: Engine, rasa: FakeRasa
) -> None:
    conversation_id = rasa.handled[0]["conversation_id"]
    left = Turn(2, "m", "Bourgoin", None, now() + timedelta(hours=1))
    assert sessions.SessionStore(engine).claim(conversation_id, left)
    assert person.erase().status_code == 204
    assert rasa.said() == ["/greet"]
    assert rows(engine) == 0


def test_an_erasure_that_fails_leaves_the_message_that_waits(
    person: Person, rasa: FakeRasa
) -> None:
    rasa.held = True
    person.say("Je suis boulangère")
    before = person.read().json()
    rasa.stop()
    assert person.erase().json()["error"] == "cannot_erase"
    assert person.read().json() == before
    rasa.start()
    assert person.post(before["pending"]).status_code == 200


def test_the_token_is_stored_only_as_a_hash(person: Person, engine: Engine) -> None:
    with engine.connect() as connection:
        stored = connection.execute(sa.select(session_tables.tokens)).one()
    assert person.token not in stored
    assert len(stored.token_hash) == 64


@pytest.mark.parametrize("state", ["unavailable", "held", "stopped"])
def test_an_opening_that_fails_keeps_nothing(
    web: TestClient, engine: Engine, rasa: FakeRasa, state: str
) -> None:
    if state == "stopped":
        rasa.stop()
    else:
        setattr(rasa, state, True)
    refused = web.post("/api/sessions")
    assert (refused.status_code, refused.json()["error"]) == (503, "cannot_open")
    assert rows(engine) == 0
    assert rasa.conversations() == set()


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", "Bearer unknown", "Basic YTpi", "Bearer " + "x" * 8000, "Bearer é"],
    ids=lambda value: value[:16],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/api/session"), ("DELETE", "/api/session"), ("POST", "/api/messages")],
)
def test_without_a_known_token_there_is_no_conversation(
    web: TestClient, method: str, path: str, authorization: str
) -> None:
    headers = {"Authorization": authorization.encode()}
    refused = web.request(method, path, headers=headers)
    assert (refused.status_code, refused.json()["error"]) == (401, "unknown_session")


def test_rasa_refusing_the_secret_is_a_failure_of_ours(person: Person, rasa: FakeRasa) -> None:
    rasa.replies = lambda turn: 1 / 0
    refused = person.say("Bonjour")
    assert (refused.status_code, refused.json()["error"]) == (502, "refused")
    assert person.read().json()["pending"] is None
