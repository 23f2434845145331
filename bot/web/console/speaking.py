"""What a seat says in its conversation by a panel, rather than by its widget."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import uuid4

from bot.web.console.visits import Visit
from bot.web.conversations import Conversations
from bot.web.requests import Message

Say = Callable[[Visit, str, str], Awaitable[None]]
"""Says the words that both screens read, with the payload that the conversation understands."""


def speaking(conversations: Conversations) -> Say:
    """ApiError: the conversation is busy, or its robot is away; then nothing was said."""

    async def say(visit: Visit, words: str, payload: str) -> None:
        author = visit.accompaniment.accompaniment_id
        message = Message(str(uuid4()), made=(words, payload), author=author)
        await conversations.answer(visit.case.conversation_id, message)

    return say
