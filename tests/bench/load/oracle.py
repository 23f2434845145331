"""Whether a conversation stayed right: what must be true of it, whatever happened meanwhile.

1. The page's history has each message of the person once, in order, with the answer they got.
2. Rasa's own events have each message once, in order.
3. One process alone, given the same messages in a conversation of the same number, answers the
   same words: that is asked of the replay (bot.replay), which shares neither HTTP nor processes
   with what is judged.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.sql.engine import connect
from bot.adapters.sql.rights import RightsStore
from bot.replay.record import TurnRecord
from bot.replay.session import Session
from bot.replay.workshop import player, run, workshop
from bot.settings import Settings
from bot.web.openings import OPENING
from bot.web.tokens import token_hash
from tests.bench.load.telling import Sent
from tests.bench.load.visitor import Conversation

TOUCHED = ("buttons", "options", "none", "others", "cards")
RANDOM = ("choice", "url")
"""What is drawn at random for each answer: tokens of choices, tickets of sheets."""


@dataclass(frozen=True)
class Verdict:
    """One conversation, and what is not right in it, in words."""

    story: str
    turns: int
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """A conversation and what the database has of it; number None: nothing."""

    conversation: Conversation
    number: str | None
    user_message_ids: tuple[str, ...] = ()


def judge(conversations: Iterable[Conversation], settings: Settings) -> list[Verdict]:
    """All that were opened, each compared with its history, its events and its replay.

    settings: of the installation that held them.
    """
    engine = connect(settings.database_url)
    kept = [_kept(engine, one) for one in conversations if one.token]
    engine.dispose()
    with workshop(settings, jobs=2) as opened:
        return list(opened.each(_verdict, kept))


def _kept(engine: Engine, conversation: Conversation) -> Kept:
    session = RightsStore(engine).session_of(token_hash(conversation.token or ""))
    if session is None:
        return Kept(conversation, None)
    number = session.conversation_id
    query = sa.text(
        "SELECT data FROM events WHERE sender_id = :number AND type_name = 'user' ORDER BY id"
    )
    with engine.connect() as connection:
        events = [
            json.loads(data) for data in connection.execute(query, {"number": number}).scalars()
        ]
    return Kept(conversation, number, tuple(event["message_id"] for event in events))


def _verdict(kept: Kept) -> Verdict:
    conversation = kept.conversation
    faults = [*_outcome(kept)]
    if kept.number and conversation.history is not None:
        faults += [*history_faults(conversation), *event_faults(kept), *_replay_faults(kept)]
    return Verdict(conversation.story, len(conversation.answers), tuple(faults))


def _outcome(kept: Kept) -> Iterator[str]:
    conversation = kept.conversation
    if conversation.gave_up:
        yield f"gave up: {conversation.gave_up}"
    elif conversation.is_erased and kept.number:
        yield "erased, and still there"
    elif not conversation.is_erased and not kept.number:
        yield "not erased, and not there"
    elif not conversation.is_erased and conversation.history is None:
        yield "its history was not read"


def history_faults(conversation: Conversation) -> Iterator[str]:
    """Each answer that was given is in the history, once, at its place, and nothing else is."""
    history = conversation.history or []
    numbers = [turn["turn"] for turn in history]
    if numbers != list(range(1, len(conversation.answers) + 1)):
        yield f"{len(conversation.answers)} answers were given, the history has turns {numbers}"
        return
    for turn, messages in zip(history, conversation.answers, strict=True):
        if worded(turn["messages"], TOUCHED) != worded(messages, TOUCHED):
            yield f"turn {turn['turn']} of the history is not the answer that was given"
    for turn, sent in zip(history[1:], conversation.sent, strict=True):
        if sent.text is not None and turn["you"] != sent.text:
            yield f"turn {turn['turn']} answers other words than those that were sent"


def event_faults(kept: Kept) -> Iterator[str]:
    """Rasa handled each message once, in order."""
    expected = (OPENING, *kept.conversation.message_ids)
    if kept.user_message_ids != expected:
        lost = [one for one in expected if one not in kept.user_message_ids]
        doubled = {one for one in kept.user_message_ids if kept.user_message_ids.count(one) > 1}
        yield f"Rasa's events: {len(lost)} messages lost, {len(doubled)} doubled"


def _replay_faults(kept: Kept) -> Iterator[str]:
    day = datetime.date.today()
    session = player().conversation(kept.conversation.story, 0, day)
    session.conversation_id = kept.number
    try:
        answers = kept.conversation.answers
        for place, record in enumerate(run(_replayed(session, kept.conversation.sent))):
            if record.refusal or worded(record.messages) != worded(answers[place]):
                yield f"one process alone says something else at turn {place + 1}"
                return
    except IndexError:
        yield "one process alone shows another screen"


async def _replayed(session: Session, sayings: Sequence[Sent]) -> list[TurnRecord]:
    return [await session.open(), *[await _said(session, sent) for sent in sayings]]


async def _said(session: Session, sent: Sent) -> TurnRecord:
    if sent.text is not None:
        return await session.say(sent.text)
    if sent.command is not None:
        return await session.menu(sent.command)
    return await session.press(sent.touched(session.screen))


def worded(content: Any, without: Sequence[str] = ()) -> Any:
    """The content without what is drawn at random, and without the keys of `without`."""
    if isinstance(content, dict):
        left_out = (*RANDOM, *without)
        return {key: worded(one, without) for key, one in content.items() if key not in left_out}
    if isinstance(content, (list, tuple)):
        return [worded(one, without) for one in content]
    return content
