"""On a computer that others use, the server itself ends a conversation that nobody holds."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.leftovers import Leftovers
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.session_tables import sessions
from bot.adapters.sql.sessions import SessionStore
from bot.web.conversations import Conversations
from bot.web.retention import Retention
from bot.web.rights import SHARED_IDLE
from bot.web.tokens import now
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.person import Person


@pytest.fixture
def passer_by(web: TestClient) -> Person:
    """Somebody at the computer of a library."""
    return Person(web, shared=True)


def be_silent(engine: Engine, silence: timedelta) -> None:
    """As if the last request of everybody had come so long ago."""
    with engine.begin() as connection:
        connection.execute(sa.update(sessions).values(seen_at=now() - silence))


def look(engine: Engine, rasa: FakeRasa) -> int:
    async def run() -> int:
        client = RasaClient(rasa.url, SECRET, 1.0)
        try:
            conversations = Conversations(SessionStore(engine), client)
            return await Retention(
                RightsStore(engine), Leftovers(engine), conversations, client
            ).erase_old(now())
        finally:
            await client.close()

    return asyncio.run(run())


def test_after_thirty_minutes_the_next_request_finds_nothing(
    passer_by: Person, engine: Engine, rasa: FakeRasa
) -> None:
    passer_by.say("Je suis boulangère")
    be_silent(engine, SHARED_IDLE + timedelta(seconds=1))
    refused = passer_by.read()
    assert (refused.status_code, refused.json()["error"]) == (401, "session_expired")
    assert rasa.conversations() == set()
    assert passer_by.say("Encore").json()["error"] == "unknown_session"


def test_while_rasa_is_away_it_opens_no_more_either(
    passer_by: Person, engine: Engine, rasa: FakeRasa
) -> None:
    be_silent(engine, SHARED_IDLE + timedelta(seconds=1))
    rasa.stop()
    assert passer_by.read().json()["error"] == "session_expired"
    assert passer_by.read().json()["error"] == "session_expired"
    rasa.start()
    assert look(engine, rasa) == 1


def test_each_request_begins_the_thirty_minutes_again(passer_by: Person, engine: Engine) -> None:
    for _ in range(2):
        be_silent(engine, SHARED_IDLE - timedelta(minutes=1))
        assert passer_by.read().status_code == 200


def test_nobody_needs_to_come_back_for_it_to_be_erased(
    passer_by: Person, engine: Engine, rasa: FakeRasa
) -> None:
    at_home = Person(passer_by.web)
    be_silent(engine, SHARED_IDLE + timedelta(seconds=1))
    assert look(engine, rasa) == 1
    assert len(rasa.conversations()) == 1
    assert at_home.read().status_code == 200


def test_one_may_say_later_whether_the_computer_is_shared(person: Person, engine: Engine) -> None:
    assert person.read().json()["shared"] is False
    told = person.web.patch("/api/session", json={"shared": True}, headers=person.headers)
    assert (told.status_code, told.json()) == (200, {"shared": True})
    assert person.read().json()["shared"] is True
    person.web.patch("/api/session", json={"shared": False}, headers=person.headers)
    be_silent(engine, SHARED_IDLE * 2)
    assert person.read().json()["shared"] is False


def test_a_shared_computer_has_no_code_and_the_one_there_was_ends(person: Person) -> None:
    code = person.web.post("/api/session/code", headers=person.headers).json()["code"]
    person.web.patch("/api/session", json={"shared": True}, headers=person.headers)
    refused = person.web.post("/api/session/code", headers=person.headers)
    assert (refused.status_code, refused.json()["error"]) == (409, "no_code_shared")
    assert person.web.post("/api/resume", json={"code": code}).status_code == 404


@pytest.mark.parametrize("body", [{}, {"shared": 1}, {"shared": True, "token": "mine"}, []])
def test_a_wrong_body_changes_nothing(person: Person, body: object) -> None:
    refused = person.web.patch("/api/session", json=body, headers=person.headers)
    assert (refused.status_code, refused.json()["error"]) == (422, "wrong_body")
    assert person.read().json()["shared"] is False


def test_a_code_that_was_being_given_opens_nothing_on_a_shared_computer(
    person: Person, engine: Engine
) -> None:
    code = person.web.post("/api/session/code", headers=person.headers).json()["code"]
    with engine.begin() as connection:
        given = connection.execute(sa.select(sessions.c.code_hash)).scalar_one()
    person.web.patch("/api/session", json={"shared": True}, headers=person.headers)
    with engine.begin() as connection:
        # A sheet or another device asked for the code just before, and keeps it just after.
        connection.execute(sa.update(sessions).values(code_hash=given))
    refused = person.web.post("/api/resume", json={"code": code})
    assert (refused.status_code, refused.json()["error"]) == (404, "unknown_code")
