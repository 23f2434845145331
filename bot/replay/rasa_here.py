"""Rasa in this process for a replay: its real agent and actions, and what happened in a turn."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from rasa.core.agent import Agent
from rasa.shared.core.trackers import DialogueStateTracker

from bot import channel
from bot.adapters.rasa_client import RasaAway
from bot.rasa_process.tracker_store import ConversationStore

ANSWER_SECONDS = 30.0


class WatchedStore(ConversationStore):
    """The conversation store, which also shows each conversation as it was last kept."""

    def __init__(self, *given: Any, **settings: Any) -> None:
        super().__init__(*given, **settings)
        self.kept: dict[str, DialogueStateTracker] = {}

    async def save(self, tracker: DialogueStateTracker) -> None:
        await super().save(tracker)
        self.kept[tracker.sender_id] = tracker


STORE = f"{WatchedStore.__module__}.{WatchedStore.__name__}"


@dataclass
class RasaHere:
    """Takes turns as the web app's client does, without HTTP.

    author: who the next messages are said by, kept in their metadata; None: the person.
    payload, sent: of the last turn, the payload that was pressed (None: typed words) and the bot's
    messages with their payloads. faults: what was logged as an error, and the code of a failure.
    """

    agent: Agent
    answer_seconds: float = ANSWER_SECONDS
    author: str | None = None
    payload: str | None = None
    sent: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    async def turn(
        self,
        conversation_id: str,
        message_id: str,
        *,
        text: str | None = None,
        payload: str | None = None,
        title: str | None = None,
        author: str | None = None,
    ) -> list[dict[str, Any]]:
        body = {"conversation_id": conversation_id, "message_id": message_id}
        body |= {"text": text, "payload": payload, "title": title}  # type: ignore[dict-item]
        body["author"] = author or self.author  # type: ignore[assignment]
        message = channel.read_message(body)
        self.payload = payload
        with _errors_heard(self.faults):
            self.sent, failure = await channel.answer(message, self.agent)
        if failure:
            self.faults.append(failure)
            raise RasaAway(failure)
        return self.sent

    async def forget(self, conversation_id: str) -> None:
        self.store.erase(conversation_id)
        self.store.kept.pop(conversation_id, None)

    @property
    def store(self) -> WatchedStore:
        store = channel.store_of(self.agent)
        assert isinstance(store, WatchedStore)
        return store

    def tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The conversation after its last whole turn; None when there is none."""
        return self.store.kept.get(conversation_id)


class _Ear(logging.Handler):
    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(record.getMessage())


@contextmanager
def _errors_heard(heard: list[str]) -> Iterator[None]:
    ear = _Ear(heard)
    logging.getLogger().addHandler(ear)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(ear)
