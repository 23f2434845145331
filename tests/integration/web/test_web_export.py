"""All that is kept about a person, in one file; and no table that escapes it or the erasure."""

from __future__ import annotations

import importlib
import json
import pkgutil

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters import sql
from bot.adapters.sql import migrate
from bot.adapters.sql.engine import connect, metadata
from bot.adapters.sql.personal_tables import PERSONAL
from tests.fake_rasa import FakeRasa
from tests.integration.web.person import Person


def test_the_file_holds_what_was_said_and_what_was_understood(person: Person) -> None:
    person.say("Je suis boulangère à Privas")
    answer = person.web.get("/api/session/export", headers=person.headers)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["content-disposition"].startswith("attachment;")
    kept = answer.json()
    assert set(kept) >= {one.title for one in PERSONAL}
    assert kept["échanges"][1]["vous"] == "Je suis boulangère à Privas"
    assert kept["ce que j’ai compris"] == {"permis": "oui"}
    assert kept["autres repères"] == {"misses": 0}
    assert kept["journal de la conversation"][-1]["text"] == "Je suis boulangère à Privas"
    assert kept["accords"][0]["texte du"]
    assert kept["conversation"][0]["sur un ordinateur partagé"] is False


def test_the_file_opens_nothing(person: Person, rasa: FakeRasa) -> None:
    code = person.web.post("/api/session/code", headers=person.headers).json()["code"]
    text = person.web.get("/api/session/export", headers=person.headers).text
    for secret in (person.token, code, code.replace("-", ""), rasa.handled[0]["conversation_id"]):
        assert secret not in text


def test_the_file_is_about_nobody_else(person: Person) -> None:
    Person(person.web).say("Je suis mécanicien")
    assert "mécanicien" not in person.web.get("/api/session/export", headers=person.headers).text


def test_half_a_file_is_never_given(person: Person, rasa: FakeRasa) -> None:
    rasa.stop()
    refused = person.web.get("/api/session/export", headers=person.headers)
    assert (refused.status_code, refused.json()["error"]) == (503, "cannot_export")
    assert json.loads(refused.text)["message"].startswith("Vos données")


def test_every_table_with_a_conversation_is_erased_and_exported(sqlite_url: str) -> None:
    """Of those that the migrations make: one that is missing in PERSONAL could not be forgotten."""
    engine = connect(sqlite_url)
    migrate.upgrade(engine)
    inspector = sa.inspect(engine)
    held = {
        name
        for name in inspector.get_table_names()
        if any("conversation" in column["name"] for column in inspector.get_columns(name))
    }
    engine.dispose()
    assert held == {personal.table.name for personal in PERSONAL}


def test_every_column_of_a_person_is_exported_or_left_out_on_purpose() -> None:
    for personal in PERSONAL:
        assert set(personal.columns) | personal.left_out == set(personal.table.columns.keys())
        assert not set(personal.columns) & personal.left_out
    assert len({personal.title for personal in PERSONAL}) == len(PERSONAL)


def test_no_module_describes_a_table_that_the_list_lacks() -> None:
    for module in pkgutil.walk_packages(sql.__path__, f"{sql.__name__}."):
        if "migrations" not in module.name:
            importlib.import_module(module.name)
    described = {t.name for t in metadata.tables.values() if "conversation_id" in t.columns}
    assert described == {personal.table.name for personal in PERSONAL}


def test_erasing_empties_every_table_of_the_list(person: Person, engine: Engine) -> None:
    person.press("C’est parti")
    person.erase()
    with engine.connect() as connection:
        for personal in PERSONAL:
            assert connection.execute(sa.select(personal.table)).all() == []
