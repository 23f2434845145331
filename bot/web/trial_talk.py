"""What a trial reads of a participant's conversation: its last answer, its length, its trouble."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.adapters.domain_responses import read_responses
from bot.adapters.sql.sessions import SessionStore, Turn
from bot.orientation.typography import french
from bot.settings import ROOT

_LOST = re.compile(r"utter_not_understood|utter_ask_\w+_again")
_HOLE = re.compile(r"\\\{\w+\\\}")
"""A hole of a response once its text is escaped."""
MOST_SAID = 600
"""Signs of an answer that are kept beside a reaction."""


@dataclass(frozen=True)
class Talk:
    """The answered turns of a conversation, oldest first; the first is the welcome."""

    turns: tuple[Turn, ...]

    @property
    def length(self) -> int:
        """How often the person spoke."""
        return max(len(self.turns) - 1, 0)

    @property
    def last_turn(self) -> int | None:
        return self.turns[-1].number if self.turns else None

    @property
    def last_words(self) -> str | None:
        """The last thing that the person said; None: nothing yet."""
        return next((turn.you for turn in reversed(self.turns) if turn.you), None)

    @property
    def last_answer(self) -> str:
        """What Déclic answered last, as text."""
        return said_in(self.turns[-1])[:MOST_SAID] if self.turns else ""

    def misunderstood(self, after: int) -> int:
        """How often Déclic said that it did not understand, after so many words of the person."""
        return sum(_is_lost(turn) for turn in self.turns[1 + after :])


def talk_of(store: SessionStore, conversation_id: str) -> Talk:
    """The conversation as it is now; empty when it was erased."""
    turns = (turn for turn in store.turns(conversation_id) if turn.messages is not None)
    return Talk(tuple(turns))


def said_in(turn: Turn) -> str:
    """The texts of an answer, and the titles of its cards."""
    texts: list[str] = []
    for message in turn.messages or ():
        texts += [message["text"]] if message.get("text") else []
        texts += [str(card["title"]) for card in message.get("cards", ())]
    return "\n".join(texts)


def _is_lost(turn: Turn) -> bool:
    texts = [message.get("text") or "" for message in turn.messages or ()]
    return any(_lost().fullmatch(text) for text in texts)


@lru_cache(maxsize=1)
def _lost() -> re.Pattern[str]:
    """All that Déclic says when it did not understand: in general, or asking a question again."""
    told = [one for one in read_responses(ROOT / "domain.yml") if _LOST.fullmatch(one.name)]
    texts = [french(text) for one in told for text in (*one.texts, *one.easy)]
    return re.compile("|".join(_HOLE.sub(".+", re.escape(text)) for text in texts), re.DOTALL)
