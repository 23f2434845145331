"""The way of writing: easy-read French or the usual one, and the same again in the new way."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.jobs import AGAIN, show_jobs
from actions.reading import message_of
from bot.orientation.reading_words import EASY, STANDARD, read_reading

CONFIRMED = {EASY: "utter_reading_easy", STANDARD: "utter_reading_standard"}


class SetReading(Action):
    """Keeps the way of writing and tells the widget. Words that name none ask for the easy one."""

    def name(self) -> str:
        return "action_set_reading"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        message = message_of(tracker)
        reading = message.entities.get("reading") or read_reading(message.text)
        reading = reading if reading in (EASY, STANDARD) else EASY
        dispatcher.utter_message(json_message={"type": "reading", "reading": reading})
        dispatcher.utter_message(response=CONFIRMED[reading])
        return [SlotSet("reading", EASY if reading == EASY else None)]


class SayAgain(Action):
    """What is on screen, in the new way; a question is asked again by its own form."""

    def name(self) -> str:
        return "action_say_again"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if tracker.active_loop.get("name"):
            return []
        if tracker.slots.get("paused_form"):
            dispatcher.utter_message(response="utter_on_pause")
            return []
        if tracker.slots.get("proposed"):
            return show_jobs(dispatcher, tracker, AGAIN)
        return []
