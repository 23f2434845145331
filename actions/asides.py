"""What both words to the team share: where they begin, what is kept, where they lead back to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.jobs import after_jobs
from actions.reading import contents_of, message_id_of, message_of, slot_events
from bot import wiring
from bot.orientation.contact_words import without_contacts
from bot.services import asides, stale_reports
from bot.services.asides import ASIDES, FEEDBACK
from bot.services.ports import Opened


def open_aside(tracker: Tracker, form: str, slots: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Events that leave the interview where it is and begin a form beside it."""
    loop = tracker.active_loop.get("name")
    opening = {"message_id": message_id_of(tracker), "kind": form, "opening": words_of(tracker)}
    aside = {**asides.beside(tracker.slots, loop), **opening}
    begun = {**asides.emptied(), "aside": aside, "paused_form": None, **slots}
    question = next(one for one in ASIDES[form] if begun[one] is None)
    return [*slot_events(begun), ActiveLoop(form), SlotSet("requested_slot", question)]


def words_of(tracker: Tracker) -> str:
    """What was typed, without ways to reach a person; empty for a button."""
    return without_contacts(message_of(tracker).text)


def keep(tracker: Tracker, slots: Mapping[str, Any], aside: Mapping[str, Any]) -> None:
    """Keeps what was said so far. A box that cannot be written fails the turn."""
    if aside["kind"] == FEEDBACK:
        feedback = asides.feedback_of(slots)
        if any(vars(feedback).values()):
            wiring.team_box().keep_feedback(_opened(tracker, aside), feedback)
        return
    catalogue = wiring.understanding().catalogue
    subject = asides.said(slots.get("report_subject"))
    about = stale_reports.shown(subject, contents_of(tracker), wiring.offers(), catalogue)
    report = stale_reports.report_of(slots, about, aside["opening"])
    if report is not None:
        wiring.team_box().keep_report(_opened(tracker, aside), report)


def _opened(tracker: Tracker, aside: Mapping[str, Any]) -> Opened:
    return asides.opened(tracker.sender_id, aside, wiring.understanding().catalogue)


class EndAside(Action):
    """Thanks, then the interview where it was: a question, a pause, or the jobs."""

    def name(self) -> str:
        return "action_end_aside"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        aside = tracker.slots.get("aside") or {}
        dispatcher.utter_message(response=_thanks(tracker.slots, aside))
        emptied = slot_events({**asides.emptied(), "aside": None})
        return [*emptied, *_back(dispatcher, tracker, aside)]


def _back(
    dispatcher: CollectingDispatcher, tracker: Tracker, aside: Mapping[str, Any]
) -> list[dict[str, Any]]:
    form = aside.get("form")
    if form is None:
        if tracker.slots.get("proposed"):
            after_jobs(dispatcher, tracker)
        return []
    if aside.get("is_paused"):
        dispatcher.utter_message(response="utter_on_pause")
        return [SlotSet("paused_form", form)]
    return [ActiveLoop(form)]


def _thanks(slots: Mapping[str, Any], aside: Mapping[str, Any]) -> str:
    """Praise and criticism are both heard; nothing said is no fault."""
    if aside.get("kind") == FEEDBACK:
        feedback = asides.feedback_of(slots)
        if not any(vars(feedback).values()):
            return "utter_nothing_told"
        return "utter_feedback_thanks_hard" if asides.is_hard(feedback) else "utter_feedback_thanks"
    answers = (asides.said(slots.get(one)) for one in ASIDES[asides.REPORT])
    return "utter_report_thanks" if any(answers) else "utter_nothing_told"
