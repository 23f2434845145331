"""Two screens at the real product: what is kept of who spoke, and kill -9 of each process."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from bot.adapters.sql.engine import connect
from bot.secret import shared_secret
from tests.integration.web.companions import Advisor, new_id
from tests.integration.web.person import Person
from tests.integration.web.screens import Screen
from tests.stack import Stack


@pytest.fixture
def person(stack: Stack) -> Iterator[Person]:
    with httpx.Client(base_url=stack.url, timeout=30, trust_env=False) as web:
        yield Person(web)  # type: ignore[arg-type]


@pytest.fixture
def advisor(stack: Stack, person: Person) -> Iterator[Advisor]:
    """Beside the person, who has agreed."""
    engine, secret = connect(stack.settings.database_url), shared_secret(stack.settings)
    one = Advisor(engine, stack.settings.rasa_url, stack.url, secret=secret)
    one.join(person)
    yield one
    one.web.close()
    engine.dispose()


@pytest.fixture
def screens(stack: Stack, person: Person, advisor: Advisor) -> Iterator[list[Screen]]:
    """That of the person, then that of the advisor; both follow."""
    both = [Screen(stack.url, who.token) for who in (person, advisor)]
    for screen in both:
        screen.until(bool)
    yield both
    for screen in both:
        screen.leave()


def test_both_follow_through_the_deaths_of_rasa_and_of_the_web_app(
    stack: Stack, person: Person, advisor: Advisor, screens: list[Screen]
) -> None:
    assert person.press("C’est parti").status_code == 200
    for part, who, words in (("rasa", advisor, "Bourgoin-Jallieu"), ("web", person, "facile")):
        stack.kill(part)
        stack.launch(part)
        stack.wait_until_ready()
        before = len(person.read().json()["turns"])
        message_id = new_id()
        answers = [who.post(message_id, text=words) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200]
        for screen in screens:
            screen.until(lambda told: told["last_turn"] == before + 1)  # noqa: B023
    histories = [who.read().json()["turns"] for who in (person, advisor)]
    said = [(turn["author"], turn["you"]) for turn in histories[0]]
    assert said == [
        (None, None),
        (None, "C’est parti"),
        ("advisor", "Bourgoin-Jallieu"),
        (None, "facile"),
    ]
    assert histories[0] == histories[1]


def test_rasa_keeps_who_spoke(person: Person, advisor: Advisor) -> None:
    person.press("C’est parti")
    advisor.say("Bourgoin-Jallieu")
    copy = person.web.get("/api/session/export", headers=person.headers).json()
    said = {
        event["text"]: (event.get("metadata") or {}).get("author")
        for event in copy["journal de la conversation"]
        if event["event"] == "user"
    }
    assert said["C’est parti"] is None
    assert said["Bourgoin-Jallieu"] == "advisor"


def test_erasing_leaves_nothing_of_an_accompaniment(
    stack: Stack, person: Person, advisor: Advisor, screens: list[Screen]
) -> None:
    advisor.say("Bourgoin-Jallieu")
    assert person.web.delete("/api/session", headers=person.headers).status_code == 204
    for screen in screens:
        screen.gone_for("erased")
    assert advisor.read().status_code == 401
