"""Where one can go to work: said once mobility is known, and whenever it is asked."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.reading import is_easy
from actions.saying import say
from bot import wiring
from bot.services.profile import profile_from_slots
from bot.services.where_to import WhereTo, where_to


def _found(tracker: Tracker) -> WhereTo:
    catalogue = wiring.understanding().catalogue
    return where_to(catalogue, profile_from_slots(tracker.slots), is_easy(tracker))


class SayReach(Action):
    """Between two blocks of questions: the map alone, and nothing while home is unknown."""

    def name(self) -> str:
        return "action_say_reach"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        found = _found(tracker)
        if found.message is not None:
            dispatcher.utter_message(json_message=found.message)
        if found.is_nowhere:
            say(dispatcher, found.sentences)
        return []


class WhereToGo(Action):
    """The same with all that is to know about it, and what would change it."""

    def name(self) -> str:
        return "action_where_to"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        found = _found(tracker)
        if found.message is not None:
            dispatcher.utter_message(json_message=found.message)
        is_free = not tracker.active_loop.get("name")
        if found.sentences:
            dispatcher.utter_message(
                text="\n".join(found.sentences), buttons=[*found.buttons] if is_free else []
            )
        return []
