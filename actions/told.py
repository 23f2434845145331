"""A fact told or corrected outside the interview: kept, and the list made again."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.aids import answered_aside
from actions.jobs import ANSWER, after_jobs, reason_told, show_jobs
from actions.reading import message_of, slot_events
from actions.saying import say_replies, way_on
from bot import wiring
from bot.services.correcting import UNRANKED, corrected
from bot.services.interview import asked_by_name
from bot.services.questions import Situation
from bot.services.told import told

ASIDE = {
    "deny": "utter_as_you_wish",
    "dont_know": "utter_help",
    "prefer_not": "utter_as_you_wish",
    "skip_question": "utter_nothing_to_skip",
}


def heard_aside(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[dict[str, Any]] | None:
    """Events of a message outside any question: a correction, the reason of a refusal, an answer
    about an aid, facts; None when it is none of these."""
    for hear in (corrected_aside, reason_told, answered_aside, told_aside):
        events = hear(dispatcher, tracker)
        if events is not None:
            return events
    return None


def corrected_aside(
    dispatcher: CollectingDispatcher, tracker: Tracker
) -> list[dict[str, Any]] | None:
    """Events of a correction; None when the message is none. What is asked beside the interview
    (an opinion, a report) waits on, and is asked again."""
    outcome = corrected(Situation("", message_of(tracker), tracker.slots, wiring.understanding()))
    if outcome is None:
        return None
    say_replies(dispatcher, outcome.replies)
    tracker.slots.update(outcome.slots)
    events = slot_events(dict(outcome.slots))
    if tracker.active_loop.get("name"):
        return events
    if UNRANKED.issuperset(outcome.slots):
        way_on(dispatcher, tracker)
        return events
    return [*events, *_list_again(dispatcher, tracker)]


def told_aside(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[dict[str, Any]] | None:
    """Events of the facts of a message, or of a question to answer again that it names; None when
    it tells none."""
    events = facts_aside(dispatcher, tracker)
    is_free = events is None and not tracker.active_loop.get("name")
    if is_free and asked_by_name(message_of(tracker).text, tracker.slots, None):
        return [FollowupAction("action_go_back")]
    return events


def facts_aside(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[dict[str, Any]] | None:
    """Events of the facts of a message when no question waits; None: no fact."""
    if tracker.active_loop.get("name"):
        return None
    situation = Situation("", message_of(tracker), tracker.slots, wiring.understanding())
    found = told(situation)
    known = {slot: tracker.slots.get(slot) for slot in found.slots}
    if not found:
        return None
    say_replies(dispatcher, found.said({}))
    if known == dict(found.slots) and tracker.slots.get("proposed") is not None:
        after_jobs(dispatcher, tracker)
        return []
    tracker.slots.update(found.slots)
    changed = _list_again(dispatcher, tracker) if found.slots else []
    return [*slot_events(dict(found.slots)), *changed]


def _list_again(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[dict[str, Any]]:
    """The jobs that follow from what changed; before there are any, the way back to the form."""
    if tracker.slots.get("proposed") is None:
        dispatcher.utter_message(response="utter_on_pause")
        return []
    return show_jobs(dispatcher, tracker, ANSWER)


class AnswerAside(Action):
    """A no, a doubt or a refusal to say, outside the interview."""

    def name(self) -> str:
        return "action_answer_aside"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        answered = heard_aside(dispatcher, tracker)
        if answered is not None:
            return answered
        dispatcher.utter_message(response=ASIDE[str(message_of(tracker).intent)])
        way_on(dispatcher, tracker)
        return []
