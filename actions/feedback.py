"""An opinion on the conversation: offered once, heard at any moment, kept for the team."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.asides import keep, open_aside
from actions.reading import is_first_look, message_of, question_of, slot_events
from bot.orientation.feedback_words import asks_to_tell
from bot.services.asides import ASIDES, FEEDBACK, told


def offer_feedback(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[dict[str, Any]]:
    """Offers once, after the jobs, to say what one thinks; nothing when it was, or was given."""
    is_late = tracker.slots.get("proposed") is not None and not tracker.active_loop.get("name")
    if not is_late or tracker.slots.get("feedback_offered"):
        return []
    dispatcher.utter_message(response="utter_offer_feedback")
    return [SlotSet("feedback_offered", True)]


class OfferFeedback(Action):
    def name(self) -> str:
        return "action_offer_feedback"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return offer_feedback(dispatcher, tracker)


class GiveFeedback(Action):
    """The form for who asks to be heard; for "c'était nul" thanks, and the way to say more."""

    def name(self) -> str:
        return "action_give_feedback"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        message = message_of(tracker)
        if message.text and not asks_to_tell(message.text):
            dispatcher.utter_message(response="utter_feedback_heard")
            return []
        dispatcher.utter_message(response="utter_feedback_begins")
        return open_aside(tracker, FEEDBACK, {"feedback_offered": True})


def validate_aside(form: str, tracker: Tracker, subject: str | None = None) -> list[dict[str, Any]]:
    """Keeps and sets what a message tells; an empty list rejects the form, for a rule."""
    question = question_of(tracker)
    if question not in ASIDES[form] or not is_first_look(tracker, form):
        return []
    heard = told(form, str(question), message_of(tracker), tracker.slots, subject)
    if heard.is_digression:
        return []
    keep(tracker, {**tracker.slots, **heard.slots}, tracker.slots["aside"])
    return slot_events(dict(heard.slots))


class ValidateFeedbackForm(Action):
    def name(self) -> str:
        return "validate_feedback_form"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return validate_aside(FEEDBACK, tracker)
