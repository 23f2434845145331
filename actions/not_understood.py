"""Words that no intent was sure of: read once more, then something to say otherwise."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.jobs import after_jobs
from actions.one_job import explain
from actions.reading import message_of, turns_before_with
from actions.told import heard_aside
from actions.what_if import show_what_if
from bot import wiring
from bot.orientation.lever_words import wished_levers
from bot.orientation.list_answers import ranked
from bot.services.chosen_job import begins_like_a_question, told_job


class NotUnderstood(Action):
    """Words outside any question: the reason of a refusal, or something to say otherwise."""

    def name(self) -> str:
        return "action_not_understood"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        events = heard_aside(dispatcher, tracker)
        if events is None and tracker.slots.get("proposed"):
            events = _about_the_jobs(dispatcher, tracker)
        if events is not None:
            return events
        dispatcher.utter_message(response="utter_not_understood")
        if turns_before_with(tracker, self.name()):
            dispatcher.utter_message(response="utter_offer_human")
        if tracker.slots.get("paused_form"):
            dispatcher.utter_message(response="utter_on_pause")
        elif tracker.slots.get("proposed"):
            after_jobs(dispatcher, tracker)
        return []


def _about_the_jobs(
    dispatcher: CollectingDispatcher, tracker: Tracker
) -> list[dict[str, Any]] | None:
    """A what-if or a question about a job, by its words alone; None when it is neither."""
    message = message_of(tracker)
    levers = wished_levers(message.text)
    if levers:
        return show_what_if(dispatcher, tracker, levers)
    rome_code = ranked(message.text, tracker.slots["proposed"])
    if rome_code is None and begins_like_a_question(message.text):
        rome_code = told_job(message, wiring.understanding())
    if rome_code is None:
        return None
    explain(dispatcher, tracker, rome_code)
    return []
