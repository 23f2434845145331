"""What becomes possible with a licence, a car, a training: shown, never kept as an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.aids import ask_question, back_to_jobs, person_of, show_aids
from actions.reading import is_easy, message_of
from actions.saying import say, say_jobs_first
from actions.told import told_aside
from bot import wiring
from bot.orientation.lever_words import read_levers
from bot.services.aids_for_levers import aids_for
from bot.services.job_cards import cards_as_dicts
from bot.services.jobs_message import jobs_message
from bot.services.kept_jobs import kept_of
from bot.services.what_if import lever_buttons, levers_of, what_if


def show_what_if(
    dispatcher: CollectingDispatcher, tracker: Tracker, asked: Sequence[str]
) -> list[dict[str, Any]]:
    """What the levers would open, the jobs, the aids, then one question."""
    offers, person = wiring.offers().by_id.values(), person_of(tracker)
    found = what_if(wiring.understanding().catalogue, offers, person, asked)
    say(dispatcher, found.sentences)
    if not found.jobs:
        dispatcher.utter_message(response="utter_what_if_only", buttons=[back_to_jobs(person.easy)])
        return [SlotSet("asked_circumstance", None)]
    kept = kept_of(tracker.slots, wiring.understanding().catalogue)
    cards = cards_as_dicts(found.jobs, person.easy, kept=kept)
    dispatcher.utter_message(json_message=jobs_message(cards, person.easy))
    aids = aids_for(offers, person, found.levers)
    show_aids(dispatcher, aids)
    return ask_question(dispatcher, aids, found.levers)


class WhatIf(Action):
    """The jobs as they would be with the levers, then the offers that may give them."""

    def name(self) -> str:
        return "action_what_if"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        told = told_aside(dispatcher, tracker)
        if told is not None:
            return told
        message = message_of(tracker)
        asked = levers_of(message.entities.get("levers")) or read_levers(message.text)
        if tracker.slots.get("proposed") is None:
            say_jobs_first(dispatcher, tracker)
            return []
        if not asked:
            dispatcher.utter_message(
                response="utter_which_lever", buttons=lever_buttons(is_easy(tracker))
            )
            return []
        return show_what_if(dispatcher, tracker, asked)
