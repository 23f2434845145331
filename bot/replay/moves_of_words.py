"""What a turn says, offers to press, understands and keeps otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from bot.orientation.catalogue import Catalogue
from bot.orientation.labels import quote
from bot.orientation.statements import STATEMENT_BY_ID
from bot.replay.in_french import question_words
from bot.replay.intent_words import intent_words
from bot.replay.kept_in_french import kept_name, kept_value
from bot.replay.move import (
    BUTTON_IN,
    BUTTON_OUT,
    FAULT,
    HEARD,
    KEPT,
    QUESTION,
    TEXT,
    TEXT_IN,
    TEXT_OUT,
    Move,
)
from bot.replay.record import TurnRecord
from bot.replay.screen import Screen, plain

ALIKE = 60
"""From this likeness (0 to 100) a sentence that went and one that came are one that changed."""
APART = frozenset({"cards", "places"})
"""Messages whose jobs and offers are compared as such."""
ASIDE = frozenset(
    {"proposed", "shown", "asked_circumstance", "questions_offered", "statement_asked"}
)
"""Slots that only say what was on screen."""


def text_moves(was: TurnRecord, now: TurnRecord) -> Iterator[Move]:
    """Sentences that changed, went and came, those of cards apart."""
    before, after = _bubbles(was), _bubbles(now)
    gone = [text for text in before if text not in after]
    new = [text for text in after if text not in before]
    for text in gone:
        near = max(new, key=lambda other: fuzz.ratio(text, other), default=None)
        if near is not None and fuzz.ratio(text, near) >= ALIKE:
            new.remove(near)
            yield Move(TEXT, near, text, near)
        else:
            yield Move(TEXT_OUT, text, text, None)
    for text in new:
        yield Move(TEXT_IN, text, None, text)
    if was.refusal != now.refusal:
        yield Move(TEXT, "message refusé", was.refusal, now.refusal)


def _bubbles(turn: TurnRecord) -> list[str]:
    """Which phrase about tastes is asked is told apart (moves_of_phrases.py)."""
    bubbles = Screen([one for one in turn.messages if one["type"] not in APART]).bubbles
    asked = STATEMENT_BY_ID.get(str(turn.kept.get("statement_asked")))
    return bubbles if asked is None else [_without(text, asked.text) for text in bubbles]


def _without(text: str, phrase: str) -> str:
    at = plain(text).find(plain(phrase).rstrip("."))
    return text if at < 0 else f"{text[:at]}…"


def button_moves(was: TurnRecord, now: TurnRecord) -> Iterator[Move]:
    before, after = _titles(was), _titles(now)
    for title in before:
        if title not in after:
            yield Move(BUTTON_OUT, title, title, None)
    for title in after:
        if title not in before:
            yield Move(BUTTON_IN, title, None, title)


def _titles(turn: TurnRecord) -> Sequence[str]:
    """Each title once; those of cards come and go with their job."""
    screen = Screen([one for one in turn.messages if one["type"] not in APART])
    return list(dict.fromkeys(screen.titles))


def heard_moves(was: TurnRecord, now: TurnRecord) -> Iterator[Move]:
    """What was understood, what is asked next, and what failed."""
    if was.trace.intent != now.trace.intent:
        before, after = (_heard(turn) for turn in (was, now))
        yield Move(HEARD, "ce qui est compris", before, after)
    if was.question_after != now.question_after:
        before, after = (_question(turn.question_after) for turn in (was, now))
        yield Move(QUESTION, "question posée ensuite", before, after)
    if was.faults != now.faults:
        yield Move(FAULT, "panne", "; ".join(was.faults) or None, "; ".join(now.faults) or None)


def _question(slot: str | None) -> str | None:
    return None if slot is None else quote(question_words(slot))


def _heard(turn: TurnRecord) -> str | None:
    return turn.trace.intent and intent_words(turn.trace.intent)


def kept_moves(
    was: TurnRecord, now: TurnRecord, catalogue: Catalogue | None = None
) -> Iterator[Move]:
    """Slots that the turn kept otherwise; of those that only one kept, the other has nothing."""
    for name in dict.fromkeys((*was.kept, *now.kept)):
        before, after = was.kept.get(name), now.kept.get(name)
        if before != after and name not in ASIDE:
            yield Move(
                KEPT,
                kept_name(name),
                None if before is None else kept_value(before, catalogue, name),
                None if after is None else kept_value(after, catalogue, name),
                code=name,
            )
