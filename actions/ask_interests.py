"""The questions on tastes: the ways to tell them, statements, what was understood."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.reading import is_easy, seed_of, slot_events
from bot import wiring
from bot.orientation.portrait_sentences import portrait_sentences
from bot.services import spark_choices
from bot.services.portrait_reader import pieces_on_screen
from bot.services.spark import STORY, portrait_from
from bot.services.what_to_ask import statement_on_screen


class AskSparkWay(Action):
    def name(self) -> str:
        return "action_ask_spark_way"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(
            response="utter_ask_spark_way_first",
            buttons=spark_choices.way_buttons(is_easy(tracker)),
        )
        return []


class AskStatement(Action):
    def name(self) -> str:
        return "action_ask_statement"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        catalogue = wiring.understanding().catalogue
        statement = statement_on_screen(catalogue, tracker.slots, seed_of(tracker))
        begun = tracker.slots.get("statements") or tracker.slots.get("misses")
        dispatcher.utter_message(
            response="utter_ask_statement_next" if begun else "utter_ask_statement_first",
            statement=statement.text if statement else "",
            buttons=spark_choices.agreement_buttons(is_easy(tracker)),
        )
        return slot_events({"statement_asked": statement.statement_id if statement else None})


class AskPortrait(Action):
    """What was understood, or the list of what one said, to untick what is not right."""

    def name(self) -> str:
        return "action_ask_portrait"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        view, easy = tracker.slots.get("portrait_view"), is_easy(tracker)
        if view:
            is_story = view == STORY
            dispatcher.utter_message(
                response="utter_portrait_story" if is_story else "utter_portrait_list"
            )
            pieces = pieces_on_screen(tracker.slots)
            dispatcher.utter_message(json_message=spark_choices.pieces_choice(pieces, easy))
            return []
        portrait = portrait_from(tracker.slots)
        dispatcher.utter_message(
            response="utter_portrait_clear" if portrait.is_clear else "utter_portrait_little",
            understood="\n".join(portrait_sentences(portrait, easy)),
            buttons=spark_choices.portrait_buttons(portrait, tracker.slots.get("spark_way"), easy),
        )
        return []
