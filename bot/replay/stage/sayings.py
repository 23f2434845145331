"""What the tester did in the widget, as a story would write it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.adapters.sql.sessions import SessionStore
from bot.replay.names import MENU
from bot.replay.story import CANDIDATE

ENTRIES = {command: word for word, command in MENU.items()}


@dataclass(frozen=True)
class Heard:
    """The request of a message, before it is answered. body: its JSON; None: it is none."""

    store: SessionStore
    body: Mapping[str, Any] | None

    @classmethod
    def of(cls, store: SessionStore, content: bytes) -> Heard:
        try:
            body = json.loads(content)
        except ValueError:
            body = None
        return cls(store, body if isinstance(body, dict) else None)

    def saying(self, conversation_id: str) -> dict[str, Any] | None:
        """The step of a story that says the same; None: it cannot be told."""
        body = self.body or {}
        if isinstance(body.get("text"), str):
            return {CANDIDATE: body["text"]}
        if body.get("command") in ENTRIES:
            return {CANDIDATE: {"menu": ENTRIES[body["command"]]}}
        if body.get("choice"):
            titles = self._titles(conversation_id, [body["choice"]])
            return {CANDIDATE: {"bouton": titles[0]}} if titles else None
        if isinstance(body.get("choices"), list):
            return {CANDIDATE: {"cocher": self._titles(conversation_id, body["choices"])}}
        return None

    def _titles(self, conversation_id: str, tokens: list[Any]) -> list[str]:
        known = [token for token in tokens if isinstance(token, str)]
        by_token = {one.token: one.title for one in self.store.choices(conversation_id, known)}
        return [by_token[token] for token in known if token in by_token]
