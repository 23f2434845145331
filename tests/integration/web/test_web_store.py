"""The store alone: what two web processes at work on one conversation may and may not do."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.engine import Engine

from bot.adapters.sql.sessions import Choice, Opened, SessionStore, Turn

NOW = datetime(2026, 11, 22, 12, 0)
CONVERSATION = "0" * 32
OPENING = Turn(1, "opening", None, "/greet", NOW, [])
TURN = Turn(2, "message", "Bourgoin", None, NOW + timedelta(seconds=12))
ANSWER = [{"type": "text", "text": "C’est noté", "buttons": []}]


@pytest.fixture
def store(engine: Engine) -> SessionStore:
    """A store with one conversation, just opened."""
    opened = SessionStore(engine)
    opened.open(Opened("hash", CONVERSATION, NOW, "2026-11-22"), OPENING, [])
    return opened


def test_a_number_is_claimed_once(store: SessionStore) -> None:
    assert store.claim(CONVERSATION, TURN)
    assert not store.claim(CONVERSATION, replace(TURN, message_id="another"))


def test_a_message_is_claimed_once(store: SessionStore) -> None:
    assert store.claim(CONVERSATION, TURN)
    assert not store.claim(CONVERSATION, replace(TURN, number=3))


def test_a_turn_left_behind_is_taken_over_once(store: SessionStore) -> None:
    store.claim(CONVERSATION, TURN)
    later = NOW + timedelta(minutes=1)
    assert store.reclaim(CONVERSATION, TURN, later)
    assert not store.reclaim(CONVERSATION, TURN, later + timedelta(minutes=1))


def test_the_first_answer_stays(store: SessionStore) -> None:
    store.claim(CONVERSATION, TURN)
    assert store.save_answer(CONVERSATION, TURN, ANSWER, [])
    offered = Choice("token", 2, "button", "Oui", "/affirm")
    assert not store.save_answer(CONVERSATION, TURN, [], [offered])
    assert store.turns(CONVERSATION)[-1].messages == ANSWER
    assert store.choices(CONVERSATION, ["token"]) == []


def test_an_answered_turn_is_neither_released_nor_taken_over(store: SessionStore) -> None:
    store.claim(CONVERSATION, TURN)
    store.save_answer(CONVERSATION, TURN, ANSWER, [])
    store.release(CONVERSATION, TURN)
    assert not store.reclaim(CONVERSATION, TURN, NOW)
    assert len(store.turns(CONVERSATION)) == 2


def test_an_erased_conversation_takes_no_answer(store: SessionStore) -> None:
    store.claim(CONVERSATION, TURN)
    store.erase(CONVERSATION)
    assert not store.save_answer(CONVERSATION, TURN, ANSWER, [])
    with pytest.raises(LookupError):
        store.known_and_last(CONVERSATION, "message")
