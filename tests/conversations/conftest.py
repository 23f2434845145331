"""One real installation for all conversations of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.stack import Person, Stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    running = Stack(tmp_path_factory.mktemp("installation"))
    try:
        yield running.start()
    finally:
        running.stop()


@pytest.fixture
def person(stack: Stack) -> Person:
    return stack.person()


@pytest.fixture
def settled(person: Person) -> Person:
    """Somebody of Bourgoin-Jallieu who is asked the first statement."""
    person.choose("C’est parti")
    person.say("Bourgoin-Jallieu")
    return person
