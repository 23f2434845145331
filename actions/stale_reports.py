""" "Ce n'est plus vrai": an offer or a job that the team is to look at again."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.asides import keep, open_aside
from actions.feedback import validate_aside
from actions.reading import contents_of, is_easy, message_of
from actions.told import told_aside
from bot import wiring
from bot.orientation.feedback_words import names_what_is_shown, read_report_reason
from bot.services import stale_reports
from bot.services.asides import REPORT
from bot.services.questions import Message


class ReportStale(Action):
    """A tap reaches the team at once; then why, and a line of one's own, if one wants.

    "Ma voiture ne marche plus" is a fact of the person, and no report.
    """

    def name(self) -> str:
        return "action_report_stale"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        message = message_of(tracker)
        is_about_oneself = bool(message.text) and not names_what_is_shown(message.text)
        events = told_aside(dispatcher, tracker) if is_about_oneself else None
        return _begin(dispatcher, tracker, message) if events is None else events


def _begin(
    dispatcher: CollectingDispatcher, tracker: Tracker, message: Message
) -> list[dict[str, Any]]:
    """What is named, or else the only thing that the last list showed, is kept at once."""
    shown = stale_reports.on_screen(contents_of(tracker))
    subject = _named(tracker, message) or (shown[0] if len(shown) == 1 else None)
    slots = {"report_subject": subject, "report_reason": read_report_reason(message.text)}
    about = stale_reports.shown(subject, (), wiring.offers(), wiring.understanding().catalogue)
    if about.name:
        dispatcher.utter_message(response="utter_report_begins", subject=about.name)
    else:
        dispatcher.utter_message(response="utter_report_begins_which")
    events = open_aside(tracker, REPORT, slots)
    if subject is not None:
        aside = next(event["value"] for event in events if event.get("name") == "aside")
        keep(tracker, slots, aside)
    return events


def _named(tracker: Tracker, message: Message) -> str | None:
    proposed = tracker.slots.get("proposed") or ()
    return stale_reports.subject_of(message, wiring.offers(), wiring.understanding(), proposed)


class ValidateReportForm(Action):
    def name(self) -> str:
        return "validate_report_form"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return validate_aside(REPORT, tracker, _named(tracker, message_of(tracker)))


class AskReportSubject(Action):
    def name(self) -> str:
        return "action_ask_report_subject"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        buttons = stale_reports.subject_buttons(
            stale_reports.on_screen(contents_of(tracker)),
            wiring.offers(),
            wiring.understanding().catalogue,
            is_easy(tracker),
        )
        dispatcher.utter_message(response="utter_ask_report_subject_which", buttons=buttons)
        return []


class AskReportReason(Action):
    def name(self) -> str:
        return "action_ask_report_reason"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        subject = tracker.slots.get("report_subject")
        buttons = stale_reports.reason_buttons(subject, is_easy(tracker))
        dispatcher.utter_message(response="utter_ask_report_reason_which", buttons=buttons)
        return []
