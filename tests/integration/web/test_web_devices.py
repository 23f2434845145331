"""One conversation on several devices: the code that opens it, and what each of them sees."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import rights
from bot.adapters.sql.session_tables import sessions, tokens
from bot.services.kept_for import ALONE
from bot.web.app import create_app
from bot.web.limits import Limit, Limits
from bot.web.tokens import now
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.companions import code_of, on_another_device
from tests.integration.web.person import Person


@pytest.fixture
def answer_seconds() -> float:
    return 1.0


def test_a_code_opens_the_conversation_elsewhere_and_both_go_on(person: Person) -> None:
    person.say("Privas")
    other = on_another_device(person)
    assert other.token != person.token
    assert other.read().json() == person.read().json()
    assert other.say("Je suis boulangère").status_code == 200
    assert person.say("Et caissière").status_code == 200
    said = [turn["you"] for turn in other.read().json()["turns"]]
    assert said == [None, "Privas", "Je suis boulangère", "Et caissière"]


def test_a_code_is_told_with_its_last_day_and_an_address_no_server_logs(
    person: Person, engine: Engine
) -> None:
    first, again = (
        person.web.post("/api/session/code", headers=person.headers).json() for _ in range(2)
    )
    assert first == again
    assert first["expires"] == (now() + ALONE).date().isoformat()
    assert first["url"].endswith("/#code=" + first["code"].replace("-", ""))
    with engine.connect() as connection:
        stored = connection.execute(sa.select(sessions.c.code_hash)).scalar_one()
    assert len(stored) == 64 and first["code"].replace("-", "") not in stored


def test_a_device_learns_of_the_turns_of_another_by_asking(person: Person) -> None:
    other = on_another_device(person)
    tag = other.read().headers["etag"]

    def look() -> int:
        headers = {**other.headers, "If-None-Match": tag}
        answer = other.web.get("/api/session", headers=headers)
        assert answer.status_code == 200 or answer.content == b""
        return answer.status_code

    assert look() == 304
    person.say("Privas")
    assert look() == 200
    tag = other.read().headers["etag"]
    assert look() == 304
    other.web.patch("/api/session", json={"shared": True}, headers=other.headers)
    assert look() == 200


def test_a_message_that_waits_changes_what_a_device_reads(person: Person, rasa: FakeRasa) -> None:
    before = person.read().headers["etag"]
    rasa.held = True
    person.say("Privas")
    waiting = person.read()
    rasa.held = False
    person.post(waiting.json()["pending"])
    assert len({before, waiting.headers["etag"], person.read().headers["etag"]}) == 3


def test_a_button_of_before_the_other_devices_turn_is_stale(person: Person) -> None:
    other = on_another_device(person)
    other.last = person.last
    person.press("C’est parti")
    assert other.press("C’est parti").json()["error"] == "stale_choice"


def test_erasing_on_one_device_ends_the_others_and_the_code(person: Person, engine: Engine) -> None:
    other, code = on_another_device(person), code_of(person)
    assert other.erase().status_code == 204
    assert person.read().status_code == 401
    refused = person.web.post("/api/resume", json={"code": code})
    assert (refused.status_code, refused.json()["error"]) == (404, "unknown_code")
    with engine.connect() as connection:
        assert connection.execute(sa.select(tokens)).all() == []


def test_with_too_many_devices_the_first_one_ends(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rights, "MOST_DEVICES", 2)
    second, third = on_another_device(person), on_another_device(person)
    assert [one.read().status_code for one in (person, second, third)] == [401, 200, 200]


def test_a_code_opens_nothing_after_thirty_days(person: Person, engine: Engine) -> None:
    code = code_of(person)
    with engine.begin() as connection:
        old = now() - ALONE - timedelta(minutes=1)
        connection.execute(sa.update(sessions).values(created_at=old))
    assert person.web.post("/api/resume", json={"code": code}).status_code == 404


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"code": "K7R-M4X-TPQ"}, "unknown_code"),
        ({"code": "0" * 10_000}, "unknown_code"),
        ({"code": ""}, "unknown_code"),
        ({"code": 7}, "wrong_body"),
        ({}, "wrong_body"),
        ({"code": "K7R-M4X-TPQ", "token": "mine"}, "wrong_body"),
        ([], "wrong_body"),
    ],
    ids=["a guess", "long", "empty", "a number", "none", "with a token", "a list"],
)
def test_what_is_no_code_opens_nothing(web: TestClient, body: object, code: str) -> None:
    refused = web.post("/api/resume", json=body)
    assert refused.json()["error"] == code
    assert refused.status_code in (404, 422)


def test_guesses_are_limited_by_address_and_right_codes_are_not(
    engine: Engine, rasa: FakeRasa
) -> None:
    few = Limits(guesses=Limit(burst=2, per_second=0.01))
    with TestClient(create_app(engine, RasaClient(rasa.url, SECRET), few)) as web:
        code = code_of(Person(web))
        right = [web.post("/api/resume", json={"code": code}).status_code for _ in range(4)]
        wrong = [web.post("/api/resume", json={"code": "K7RM4XTPQ"}) for _ in range(3)]
    assert right == [200] * 4
    assert [answer.status_code for answer in wrong] == [404, 404, 429]
    assert wrong[-1].headers["Retry-After"] == "100"


def test_guesses_are_limited_over_all_addresses(engine: Engine, rasa: FakeRasa) -> None:
    few = Limits(all_guesses=Limit(burst=2, per_second=0.01))
    app = create_app(engine, RasaClient(rasa.url, SECRET), few)
    with TestClient(app, client=("192.0.2.1", 1)) as here:
        elsewhere = TestClient(app, client=("198.51.100.7", 1))
        guesses = [
            web.post("/api/resume", json={"code": "K7RM4XTPQ"}) for web in (here, here, elsewhere)
        ]
    assert [answer.status_code for answer in guesses] == [404, 404, 429]
