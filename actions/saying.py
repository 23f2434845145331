"""How actions say sentences that are not responses of the domain."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk import Tracker
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


def way_on(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """Buttons to go on when no question is being asked; an empty list has its own."""
    if tracker.active_loop.get("name"):
        return
    if tracker.slots.get("paused_form"):
        dispatcher.utter_message(response="utter_on_pause")
    elif tracker.slots.get("proposed"):
        dispatcher.utter_message(response="utter_jobs_still_here")
    elif tracker.slots.get("proposed") is not None:
        dispatcher.utter_message(response="utter_jobs_none")


def say_jobs_first(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """There is no list yet to speak of."""
    dispatcher.utter_message(response="utter_jobs_first")
    way_on(dispatcher, tracker)
