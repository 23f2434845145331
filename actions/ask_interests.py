"""The questions on tastes: the ways to tell them, statements, what was understood."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.reading import is_easy, seed_of, slot_events
from bot import wiring
from bot.orientation.labels import listing
from bot.orientation.portrait_sentences import portrait_sentences
from bot.services import spark_choices
from bot.services.picture_readers import picture_asked
from bot.services.portrait_reader import pieces_on_screen
from bot.services.spark import STORY, portrait_from
from bot.services.story_place import scene_on_screen, strengths_shown
from bot.services.what_to_ask import statement_on_screen

MOST_STRENGTHS = 4


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


class AskPictures(Action):
    def name(self) -> str:
        return "action_ask_pictures"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        selected = tracker.slots.get("pictures_chosen") or []
        dispatcher.utter_message(
            response="utter_ask_pictures_more" if selected else "utter_ask_pictures_first"
        )
        choice = spark_choices.pictures_choice(wiring.deck(), selected, is_easy(tracker))
        dispatcher.utter_message(json_message=choice)
        return []


class AskPictureWhy(Action):
    """What speaks to the person in one of the pictures they chose."""

    def name(self) -> str:
        return "action_ask_picture_why"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        deck, told = wiring.deck(), tracker.slots.get("pictures_told")
        picture = picture_asked(tracker.slots, deck)
        if picture is not None:
            dispatcher.utter_message(json_message=spark_choices.picture_shown(picture, deck))
        dispatcher.utter_message(
            response="utter_ask_picture_why_next" if told else "utter_ask_picture_why_first",
            buttons=spark_choices.picture_why_buttons(is_easy(tracker)),
        )
        return []


class AskScene(Action):
    """One scene of the story, and what one may do in it."""

    def name(self) -> str:
        return "action_ask_scene"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        story, easy = wiring.story(), is_easy(tracker)
        scene = scene_on_screen(story, tracker.slots)
        if scene is None:
            return []
        played = len(tracker.slots.get("scenes_played") or [])
        total = played + story.longest_from(scene.scene_id)
        if not played:
            dispatcher.utter_message(response="utter_story_begins", title=story.title)
        dispatcher.utter_message(json_message=spark_choices.scene_shown(scene, played + 1, total))
        dispatcher.utter_message(
            text=scene.easy if easy else scene.text,
            buttons=spark_choices.scene_buttons(scene, easy),
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
            if is_story:
                _tell_strengths(dispatcher, tracker)
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


def _tell_strengths(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """The soft skills that what one did has shown; the last ones are the freshest."""
    shown = strengths_shown(wiring.story(), tracker.slots)[-MOST_STRENGTHS:]
    if shown:
        dispatcher.utter_message(response="utter_story_strengths", strengths=listing(shown))
