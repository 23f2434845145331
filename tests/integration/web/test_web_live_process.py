"""Two screens and a web process that stops or dies, in front of a Rasa that goes away."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator

import pytest

from bot.adapters.sql.engine import connect
from tests.fake_rasa import FakeRasa
from tests.integration.web.companions import Advisor, new_id
from tests.integration.web.person import Person
from tests.integration.web.screens import Screen
from tests.integration.web.web_process import WebProcess, someone


@pytest.fixture
def person(process: WebProcess) -> Iterator[Person]:
    with someone(process) as one:
        yield one


@pytest.fixture
def advisor(
    process: WebProcess, person: Person, rasa: FakeRasa, sqlite_url: str
) -> Iterator[Advisor]:
    """Beside the person, who has agreed."""
    engine = connect(sqlite_url)
    one = Advisor(engine, rasa.url, process.url)
    one.join(person)
    yield one
    one.web.close()
    engine.dispose()


@pytest.fixture
def screens(process: WebProcess, person: Person, advisor: Advisor) -> Iterator[list[Screen]]:
    """That of the person, then that of the advisor."""
    both = [Screen(process.url, who.token) for who in (person, advisor)]
    for screen in both:
        screen.until(lambda told: told["last_turn"] == 1)
    yield both
    for screen in both:
        screen.leave()


def test_it_stops_without_waiting_for_open_screens(
    process: WebProcess, screens: list[Screen]
) -> None:
    process.signal(signal.SIGTERM)
    assert process.wait(30) == -signal.SIGTERM
    assert "uvicorn" not in process.log(), "it had to cut what was open"
    process.start()


def test_killed_with_a_message_under_way_both_screens_find_each_other_again(
    process: WebProcess,
    person: Person,
    advisor: Advisor,
    screens: list[Screen],
    rasa: FakeRasa,
) -> None:
    rasa.held = True
    message_id = new_id()
    lost = threading.Thread(target=_send_in_vain, args=(person, message_id))
    lost.start()
    screens[1].until(lambda told: told["pending"])
    process.kill()
    lost.join()
    rasa.held = False
    process.start()
    while person.post(message_id, text="Bourgoin").status_code != 200:
        time.sleep(0.1)
    advisor.say("Et Lyon")
    for screen in screens:
        screen.until(lambda told: told["last_turn"] == 3 and not told["pending"])
        screen.until(lambda told: told["person_is_here"] and told["advisor"]["is_here"])
    assert rasa.said() == ["/greet", "Bourgoin", "Et Lyon"]
    for who in (person, advisor):
        turns = who.read().json()["turns"]
        assert [turn["you"] for turn in turns] == [None, "Bourgoin", "Et Lyon"]


def test_while_rasa_is_away_both_screens_stay_and_then_go_on(
    person: Person, advisor: Advisor, screens: list[Screen], rasa: FakeRasa
) -> None:
    rasa.stop()
    message_id = new_id()
    assert advisor.post(message_id, text="Bourgoin").status_code == 503
    for screen in screens:
        screen.until(lambda told: told["last_turn"] == 1 and not told["pending"])
    rasa.start()
    assert advisor.post(message_id, text="Bourgoin").status_code == 200
    for screen in screens:
        screen.until(lambda told: told["last_turn"] == 2)
    assert rasa.said() == ["/greet", "Bourgoin"]


def _send_in_vain(person: Person, message_id: str) -> None:
    with pytest.raises(Exception, match="disconnected|closed|reset|read"):
        person.post(message_id, text="Bourgoin")
