"""People at the start of a conversation with the real installation."""

from __future__ import annotations

import pytest

from tests.interview_steps import FIRST_WAY
from tests.stack import Person, Stack


@pytest.fixture
def person(stack: Stack) -> Person:
    return stack.person()


@pytest.fixture
def settled(person: Person) -> Person:
    """Somebody of Bourgoin-Jallieu who is asked the first statement."""
    person.choose("C’est parti")
    person.say("Bourgoin-Jallieu")
    person.choose(FIRST_WAY)
    return person
