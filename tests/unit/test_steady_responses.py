"""Wordings are a function of the conversation: the same again, each in its turn."""

from __future__ import annotations

import asyncio
import datetime
import threading
from contextvars import copy_context

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.rasa_process.responses import SteadyResponses
from bot.services import clock

DOMAIN = Domain.from_dict(
    {
        "responses": {
            "utter_hello": [{"text": "Bonjour"}, {"text": "Salut"}, {"text": "Bienvenue {name}"}],
            "utter_one": [{"text": "Un"}],
        }
    }
)
RESPONSES = SteadyResponses(EndpointConfig(), DOMAIN)


def said(sender: str, response: str, times: int) -> list[str]:
    tracker = DialogueStateTracker.from_events(sender, [])
    words = []
    for _ in range(times):
        wording = asyncio.run(RESPONSES.generate(response, tracker, "declic", name="Zoé"))
        assert wording
        words.append(wording["text"])
        tracker.update(BotUttered(wording["text"], metadata={"utter_action": response}))
    return words


def test_every_wording_comes_before_one_comes_back() -> None:
    words = said("a" * 32, "utter_hello", 6)
    assert sorted(words[:3]) == ["Bienvenue Zoé", "Bonjour", "Salut"] and words[:3] == words[3:]


def test_the_same_conversation_says_the_same() -> None:
    assert said("a" * 32, "utter_hello", 4) == said("a" * 32, "utter_hello", 4)


def test_conversations_begin_with_different_wordings() -> None:
    assert len({said(f"{n:032x}", "utter_hello", 1)[0] for n in range(20)}) == 3


@pytest.mark.parametrize(("response", "words"), [("utter_one", "Un"), ("utter_none", None)])
def test_a_response_of_one_wording_or_none(response: str, words: str | None) -> None:
    tracker = DialogueStateTracker.from_events("a", [])
    found = asyncio.run(RESPONSES.generate(response, tracker, "declic"))
    assert (found and found["text"]) == words


def test_a_frozen_day_follows_its_turn_into_the_thread_of_an_action() -> None:
    day, seen = datetime.date(2026, 2, 3), []
    with clock.frozen(day):
        context = copy_context()
        threads = [
            threading.Thread(target=context.run, args=(lambda: seen.append(clock.today()),)),
            threading.Thread(target=lambda: seen.append(clock.today())),
        ]
        for thread in threads:
            thread.start()
            thread.join()
    assert seen == [day, datetime.date.today()] and clock.today() == datetime.date.today()
