"""How actions say sentences that are not responses of the domain."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from bot.services.questions import Reply


def say(dispatcher: CollectingDispatcher, sentences: Sequence[str]) -> None:
    """One message of several sentences, or nothing."""
    if sentences:
        dispatcher.utter_message(text="\n".join(sentences))


def say_replies(dispatcher: CollectingDispatcher, replies: Sequence[Reply]) -> None:
    """Responses of the domain, each its own message."""
    for reply in replies:
        dispatcher.utter_message(response=reply.response, **reply.facts)
