"""Something dies or goes away in the middle of a form: one kind sentence, and nothing is lost."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from tests.interview_steps import a_bit, answer_statements
from tests.proxy import Proxy
from tests.servers import free_port
from tests.stack import Person, Stack


@contextmanager
def installation(var: Path, environment: dict[str, str], **commands: list[str]) -> Iterator[Stack]:
    stack = Stack(var, environment)
    stack.commands = {**commands, **stack.commands}
    try:
        yield stack
    finally:
        stack.stop()


def in_the_middle_of_mobility(stack: Stack) -> Person:
    person = stack.person()
    person.choose("C’est parti")
    person.say("Aurillac")
    answer_statements(person, a_bit)
    person.choose("Je n’ai jamais travaillé")
    person.choose("Oui")
    assert "disposition" in person.texts
    return person


def check_away_and_back(
    person: Person, cut: Callable[[], object], restore: Callable[[], object]
) -> None:
    """The message that failed is answered kindly; the same one works afterwards, once."""
    before, message_id = person.history(), str(uuid.uuid4())
    cut()
    answer = person.post({"text": "une voiture"}, message_id)
    assert answer.status_code == 503, answer.text
    assert "rien n’est perdu" in answer.json()["message"].replace("'", "’")
    restore()
    after = person.history()
    assert [turn["you"] for turn in after[: len(before)]] == [turn["you"] for turn in before]
    person.send({"text": "une voiture"}, message_id)
    assert "temps de trajet" in person.texts, "the form goes on at the next question"
    said = [turn["you"] for turn in person.history()]
    assert said.count("une voiture") == 1


@pytest.mark.parametrize("name", ["rasa", "web"])
def test_a_process_killed_in_the_middle_loses_nothing(stack: Stack, name: str) -> None:
    person = in_the_middle_of_mobility(stack)

    def restore() -> None:
        stack.launch(name)
        stack.wait_until_ready()

    if name == "rasa":
        check_away_and_back(person, lambda: stack.kill("rasa"), restore)
    else:
        stack.kill("web")
        restore()
        person.say("une voiture")
        assert "temps de trajet" in person.texts


def test_the_action_server_away(tmp_path: Path) -> None:
    port = free_port()
    environment = {"DECLIC_ACTIONS_URL": f"http://127.0.0.1:{port}/webhook"}
    actions = ["-m", "rasa_sdk", "--actions", "actions", "--port", str(port)]
    with installation(tmp_path, environment, actions=actions) as stack:
        person = in_the_middle_of_mobility(stack.start())

        def restore() -> None:
            stack.launch("actions")
            stack.wait_until(lambda: person_answered(port))

        check_away_and_back(person, lambda: stack.kill("actions"), restore)


def person_answered(port: int) -> bool:
    import httpx

    return httpx.get(f"http://127.0.0.1:{port}/health", timeout=2).status_code == 200


def test_the_conversation_store_away(tmp_path: Path, postgresql_url: str) -> None:
    url = make_url(postgresql_url)
    proxy = Proxy(url.port or 5432)
    through = url.set(port=proxy.port).render_as_string(hide_password=False)
    with installation(tmp_path, {"DECLIC_DATABASE_URL": postgresql_url}) as stack:
        stack.environment_of["rasa"] = {"DECLIC_DATABASE_URL": through}
        check_away_and_back(in_the_middle_of_mobility(stack.start()), proxy.cut, proxy.restore)


def test_the_whole_database_away(tmp_path: Path, postgresql_url: str) -> None:
    url = make_url(postgresql_url)
    proxy = Proxy(url.port or 5432)
    through = url.set(port=proxy.port).render_as_string(hide_password=False)
    with installation(tmp_path, {"DECLIC_DATABASE_URL": through}) as stack:
        check_away_and_back(in_the_middle_of_mobility(stack.start()), proxy.cut, proxy.restore)


def test_the_lock_store_away(tmp_path: Path, redis_url: str) -> None:
    proxy = Proxy(int(redis_url.rsplit(":", 1)[1].split("/")[0]))
    environment = {"DECLIC_REDIS_URL": f"redis://127.0.0.1:{proxy.port}/0"}
    with installation(tmp_path, environment) as stack:
        check_away_and_back(in_the_middle_of_mobility(stack.start()), proxy.cut, proxy.restore)


def test_a_locked_sqlite_file(stack: Stack) -> None:
    person = in_the_middle_of_mobility(stack)
    file = make_url(stack.settings.database_url).database
    other = sqlite3.connect(str(file), isolation_level=None)
    check_away_and_back(
        person, lambda: other.execute("BEGIN IMMEDIATE"), lambda: other.execute("ROLLBACK")
    )
    other.close()
