"""How actions say sentences that are not responses of the domain."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher


def say(dispatcher: CollectingDispatcher, sentences: Sequence[str]) -> None:
    """One message of several sentences, or nothing."""
    if sentences:
        dispatcher.utter_message(text="\n".join(sentences))
