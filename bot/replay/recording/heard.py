"""What was said in a conversation, turn by turn, whatever it is read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.adapters.sql.sessions import Turn
from bot.replay.record import TurnRecord
from bot.replay.story import ADVISOR, CANDIDATE
from bot.web.requests import for_rasa

Message = Mapping[str, Any]


@dataclass(frozen=True)
class Heard:
    """One thing said and what was shown then. payload: of a button; None: typed words.

    question: the one that waited for an answer before; None: none did, or nobody knows.
    """

    speaker: str
    said: str | None
    payload: str | None
    question: str | None
    messages: Sequence[Message]
    is_erasure: bool = False


ERASED = "Effacer mes données"


def from_records(turns: Iterable[TurnRecord]) -> list[Heard]:
    """A conversation that was replayed, or held on a stage."""
    return [
        Heard(
            turn.speaker,
            turn.said,
            turn.trace.payload,
            turn.trace.question,
            turn.messages,
            is_erasure=turn.said == ERASED and turn.trace.payload is None,
        )
        for turn in turns
        if turn.refusal is None
    ]


def from_turns(turns: Sequence[Turn], events: Sequence[Mapping[str, Any]]) -> list[Heard]:
    """A conversation of the web, and what Rasa recalls of it. An unanswered turn is left out."""
    asked = _questions(events)
    heard: list[Heard] = []
    for turn in turns:
        if turn.messages is None:
            continue
        question = None
        if turn.you is not None:
            # Rasa keeps of a button what the person saw themselves say.
            question = _next_question(asked, turn.you if turn.payload else for_rasa(turn.you))
        speaker = ADVISOR if turn.author else CANDIDATE
        heard.append(Heard(speaker, turn.you, turn.payload, question, turn.messages))
    return heard


def _questions(events: Iterable[Mapping[str, Any]]) -> list[tuple[str, str | None]]:
    """Of each message of the person: its text, and the question that it found."""
    question: str | None = None
    found: list[tuple[str, str | None]] = []
    for event in events:
        if event.get("event") == "slot" and event.get("name") == "requested_slot":
            question = event.get("value")
        elif event.get("event") == "user":
            found.append((str(event.get("text")), question))
    return found


def _next_question(asked: list[tuple[str, str | None]], text: str) -> str | None:
    """Of the next message with this text; those before it are no turns of the web."""
    for place, (said, question) in enumerate(asked):
        if said == text:
            del asked[: place + 1]
            return question
    return None
