"""The sheet that a person takes away: made from what is known, or what is missing is said."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.aids import back_to_jobs, person_of
from actions.reading import is_easy, message_of
from bot import wiring
from bot.orientation.phrases import say
from bot.services.sheet import sheet
from bot.services.sheet_asked import NOW, SHARED, go_on_button, missing_message, sheet_message
from bot.services.sheet_jobs import Chosen
from bot.services.two_voices import links_message


class ShowSheet(Action):
    """Before any job is proposed, the sheet is made only if the person wants it as it is."""

    def name(self) -> str:
        return "action_show_sheet"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        value = str(message_of(tracker).entities.get("value"))
        if value.startswith(SHARED):
            _give(dispatcher, value, is_easy(tracker))
            return []
        if tracker.slots.get("proposed") is not None:
            _show(dispatcher, tracker, [back_to_jobs(is_easy(tracker))])
            return []
        is_asked = bool(tracker.active_loop.get("name"))
        missing = missing_message(person_of(tracker).profile, is_asked, is_easy(tracker))
        if missing.can_be_made and value == NOW:
            _show(dispatcher, tracker, [] if is_asked else [go_on_button(is_easy(tracker))])
        else:
            dispatcher.utter_message(text=missing.text, buttons=[*missing.buttons])
        return []


def _show(
    dispatcher: CollectingDispatcher, tracker: Tracker, buttons: list[dict[str, str]]
) -> None:
    """The sheet, then what it is and what one may do next."""
    chosen = Chosen(*(_codes(tracker, slot) for slot in ("kept", "proposed", "shown")))
    made = sheet(
        wiring.understanding().catalogue,
        wiring.offers().by_id.values(),
        wiring.deck(),
        person_of(tracker),
        chosen,
    )
    dispatcher.utter_message(json_message=sheet_message(made))
    dispatcher.utter_message(text=say("sheet.ready", made.is_easy), buttons=buttons)


def _give(dispatcher: CollectingDispatcher, value: str, easy: bool) -> None:
    """The sheet in two voices, which the advisor made: the links to it."""
    _, ticket, *files = value.split(":")
    dispatcher.utter_message(json_message=links_message(ticket, "ics" in files, easy))
    dispatcher.utter_message(text=say("leave.ready", easy))


def _codes(tracker: Tracker, slot: str) -> tuple[str, ...]:
    return tuple(tracker.slots.get(slot) or ())
