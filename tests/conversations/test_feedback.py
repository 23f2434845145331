"""Words to the team with the real installation: written once, lost with no failure, erased."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from bot.adapters.sql.engine import connect
from bot.adapters.sql.team_tables import TABLES, feedback, stale_reports
from tests.stack import Person, Stack


def told(stack: Stack, table: sa.Table) -> list[Any]:
    engine = connect(stack.settings.database_url)
    with engine.connect() as connection:
        found = connection.execute(sa.select(table)).all()
    engine.dispose()
    return list(found)


@contextmanager
def nobody_writes(stack: Stack) -> Iterator[None]:
    file = make_url(stack.settings.database_url).database
    other = sqlite3.connect(str(file), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_the_same_message_twice_is_written_once(stack: Stack, settled: Person) -> None:
    before = len(told(stack, feedback))
    settled.say("je veux donner mon avis")
    for _ in range(2):
        message_id = str(uuid.uuid4())
        settled.send({"text": "pas terrible"}, message_id)
        settled.send({"text": "pas terrible"}, message_id)
        settled.say("stop")
        settled.send({"command": "feedback"})
    assert len(told(stack, feedback)) == before + 2


def test_a_word_that_cannot_be_written_may_be_sent_again(stack: Stack, settled: Person) -> None:
    settled.say("c'est quoi la garantie Visale ?")
    before, message_id = len(told(stack, stale_reports)), str(uuid.uuid4())
    with nobody_writes(stack):
        failed = settled.post({"text": "cette aide n'existe plus"}, message_id)
    assert failed.status_code == 503
    settled.send({"text": "cette aide n'existe plus"}, message_id)
    assert "ajouter une phrase" in settled.texts
    rows = told(stack, stale_reports)[before:]
    assert [(row.subject_id, row.reason) for row in rows] == [("visale", "ended")]


def test_erasing_takes_the_words_to_the_team_along(stack: Stack, person: Person) -> None:
    person.choose("C’est parti")
    person.send({"command": "feedback"})
    person.say("les phrases du zèbre sont trop longues")
    assert any("zèbre" in str(row) for row in told(stack, feedback))
    person.erase()
    for table in TABLES:
        assert not any("zèbre" in str(row) for row in told(stack, table))
