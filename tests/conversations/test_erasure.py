"""After "Effacer mes données", nothing of a person is in any file, table or lock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
import sqlalchemy as sa

from bot.adapters.sql.engine import connect
from bot.adapters.sql.rights import RightsStore
from bot.web.tokens import token_hash
from tests.interview_steps import FIRST_WAY
from tests.stack import Person, Stack

WORDS = [f"quolbax{a}{b}" for a in "bdfgklmp" for b in "aeiou"]


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """An installation that keeps all it writes in one folder, temporary files too."""
    var = tmp_path_factory.mktemp("quiet")
    running = Stack(var, {"TMPDIR": str(var)})
    try:
        yield running.start()
    finally:
        running.stop()


@pytest.fixture(scope="module")
def large(
    tmp_path_factory: pytest.TempPathFactory, redis_url: str, _postgresql_server: str
) -> Iterator[Stack]:
    """The same on PostgreSQL and Redis."""
    var = tmp_path_factory.mktemp("large")
    admin = sa.create_engine(f"{_postgresql_server}/postgres", isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text("CREATE DATABASE erasure"))
    admin.dispose()
    database = f"{_postgresql_server}/erasure"
    settings = {"DECLIC_DATABASE_URL": database, "DECLIC_REDIS_URL": redis_url}
    running = Stack(var, {"TMPDIR": str(var), **settings})
    try:
        yield running.start()
    finally:
        running.stop()


def tell_everything(person: Person) -> None:
    """One word of WORDS in each field that takes words, and the rest at whatever is asked."""
    words = iter(WORDS)
    person.say(f"c'est quoi {next(words)}")
    person.choose("C’est parti")
    person.say(f"j'habite rue {next(words)}")
    person.say("Bourgoin-Jallieu")
    person.say("les images")
    person.say("1, 2 et 3")
    person.say(f"parce que j'aime {next(words)}")
    person.say(f"et puis {next(words)}")
    give_opinion(person, words)
    person.say("c'est quoi la garantie Visale ?")
    person.say("cette aide n'existe plus")
    person.say(f"la page dit {next(words)}")
    for word in words:
        go_on(person)
        person.say(f"j'ai travaillé chez {word}")


def give_opinion(person: Person, words: Iterator[str]) -> None:
    person.send({"command": "feedback"})
    for _ in range(5):
        person.say(f"les phrases de {next(words)}")
    person.say("stop")


def go_on(person: Person) -> None:
    """Presses the first button that is there, as somebody in a hurry; refuses the first job."""
    if person.cards:
        person.choose("Pas pour moi")
    elif FIRST_WAY in person.buttons:
        person.choose(FIRST_WAY)
    elif any(message["type"] == "multiple" for message in person.messages):
        person.tick()
    elif person.buttons:
        person.choose(person.buttons[0])


def in_files(stack: Stack, words: list[str]) -> list[str]:
    """The words that any byte of any file of the installation holds."""
    folders = (stack.settings.var, stack.settings.models)
    files = [path for folder in folders for path in Path(folder).rglob("*") if path.is_file()]
    content = b"".join(path.read_bytes() for path in files)
    return [word for word in words if word.encode() in content]


def in_tables(stack: Stack, words: list[str]) -> list[str]:
    """The words that any row of any table holds, as text."""
    engine = connect(stack.settings.database_url)
    with engine.connect() as connection:
        tables = sa.inspect(connection).get_table_names()
        rows: list[Any] = []
        for name in tables:
            rows += connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
    engine.dispose()
    content = "\n".join(str(tuple(row)) for row in rows)
    return [word for word in words if word in content]


def ids_of(stack: Stack, person: Person) -> list[str]:
    """The id of the conversation and the hash of its token, which tell who it is as well."""
    engine = connect(stack.settings.database_url)
    session = RightsStore(engine).session_of(token_hash(person.token))
    engine.dispose()
    assert session is not None
    return [session.conversation_id, token_hash(person.token)]


def test_no_file_holds_a_word_of_a_person_who_has_erased(quiet: Stack) -> None:
    person, other = quiet.person(), quiet.person()
    other.say("c'est quoi un zigomarchand")
    tell_everything(person)
    told = [*WORDS, *ids_of(quiet, person)]
    assert in_files(quiet, told) == told
    export = person.export()
    assert [word for word in WORDS if word not in export] == []
    logs = quiet.log.read_text(errors="replace")
    assert [word for word in (*told, person.token) if word in logs] == []
    assert person.erase().status_code == 204
    assert in_files(quiet, told) == []
    assert in_files(quiet, ["zigomarchand"]) == ["zigomarchand"]
    assert person.post({"text": "encore"}).status_code == 401


def test_no_row_and_no_lock_is_left_on_postgresql_and_redis(large: Stack) -> None:
    person = large.person()
    tell_everything(person)
    told = [*WORDS, *ids_of(large, person)]
    assert in_tables(large, told) == told
    assert person.erase().status_code == 204
    assert in_tables(large, told) == []
    assert in_files(large, told) == []
    keys = redis.Redis.from_url(str(large.settings.redis_url)).keys("*")
    assert [key for key in keys if told[-2].encode() in key] == []
