"""Which text a person agreed to, and when; a text that changes is agreed to again."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.sql.session_tables import consents
from bot.services import consent
from tests.fake_rasa import FakeRasa
from tests.integration.web.person import Person


def accepted(engine: Engine) -> dict[str, bool]:
    """Version -> whether it was accepted."""
    with engine.connect() as connection:
        rows = connection.execute(sa.select(consents)).all()
    return {row.version: row.accepted_at is not None for row in rows}


def test_the_welcome_shows_a_version_and_going_on_accepts_it(
    person: Person, engine: Engine
) -> None:
    assert accepted(engine) == {consent.VERSION: False}
    assert person.read().json()["consent"] == {"version": consent.VERSION, "is_current": True}
    person.press("C’est parti")
    assert accepted(engine) == {consent.VERSION: True}


def test_a_question_before_agreeing_accepts_nothing(
    person: Person, engine: Engine, rasa: FakeRasa
) -> None:
    rasa.replies = lambda turn: [{"text": "Je suis un robot. On commence ?"}]
    person.say("Qui êtes-vous ?")
    assert accepted(engine) == {consent.VERSION: False}


def test_a_text_that_has_changed_is_shown_and_agreed_to_again(
    person: Person, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = consent.VERSION
    person.press("C’est parti")
    monkeypatch.setattr(consent, "VERSION", "2027-01-15")
    asked = person.read().json()["consent"]
    assert (asked["version"], asked["is_current"]) == ("2027-01-15", False)
    assert "30 jours" in asked["text"] and "30 jours" in asked["easy"]
    for version, status in ((old, 409), ("2027-01-15", 204), ("2027-01-15", 204)):
        body = {"version": version}
        told = person.web.post("/api/session/consent", json=body, headers=person.headers)
        assert told.status_code == status
    assert accepted(engine) == {old: True, "2027-01-15": True}
    assert person.read().json()["consent"] == {"version": "2027-01-15", "is_current": True}
