"""The dial of surprise: nearer to what one knows, a mix, or surprises."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.jobs import DIAL, show_jobs
from actions.reading import is_easy, message_of
from actions.saying import say_jobs_first
from bot.orientation.dial_words import read_dial
from bot.orientation.profile import SURPRISE
from bot.services import choices


class SetSurprise(Action):
    """Turns the dial and shows what it changes in the list."""

    def name(self) -> str:
        return "action_set_surprise"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        message = message_of(tracker)
        told = message.entities.get("surprise")
        position = told if told in SURPRISE else read_dial(message.text)
        if tracker.slots.get("proposed") is None:
            say_jobs_first(dispatcher, tracker)
            return []
        if position is None:
            buttons = choices.dial_buttons(None, is_easy(tracker))
            dispatcher.utter_message(response="utter_which_surprise", buttons=buttons)
            return []
        tracker.slots["surprise"] = position
        shown = show_jobs(dispatcher, tracker, DIAL)
        return [SlotSet("surprise", position), *shown]
