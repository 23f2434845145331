"""What the actions read from a Rasa tracker."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from bot.orientation.reading_words import EASY
from bot.services import case
from bot.services.questions import Message


def message_of(tracker: Tracker) -> Message:
    """The latest message of the person, as understood; the text of a button is no words."""
    latest = tracker.latest_message or {}
    intent = latest.get("intent") or {}
    return Message(
        text="" if (latest.get("text") or "").startswith("/") else latest.get("text") or "",
        intent=intent.get("name"),
        confidence=float(intent.get("confidence") or 0.0),
        entities={e["entity"]: e["value"] for e in latest.get("entities") or ()},
    )


def message_id_of(tracker: Tracker) -> str:
    """The identifier of the latest message: the same when it is sent again after a failure."""
    return str((tracker.latest_message or {})["message_id"])


def contents_of(tracker: Tracker) -> list[dict[str, Any]]:
    """What was shown beside text in this conversation, oldest first: cards, lists of offers."""
    shown = (event.get("data") or {} for event in tracker.events if event["event"] == "bot")
    return [data["custom"] for data in shown if data.get("custom")]


def question_of(tracker: Tracker) -> str | None:
    """The question that waits for an answer, if any."""
    return tracker.slots.get("requested_slot")


def is_first_look(tracker: Tracker, form: str) -> bool:
    """Whether the form sees this message for the first time, not on its way back.

    Rasa validates again after a digression; the message must not count twice.
    """
    for event in reversed(tracker.events[:-1] if tracker.events else []):
        if event["event"] == "user":
            return True
        if event["event"] == "action" and event.get("name") not in (form, "action_listen"):
            return False
    return True


def is_just_set(tracker: Tracker, slot: str) -> bool:
    """Whether the answer to the message before this one set the slot."""
    messages = 0
    for event in reversed(tracker.events):
        messages += event["event"] == "user"
        if messages == 1 and event["event"] == "slot" and event.get("name") == slot:
            return True
        if messages == 2:
            return False
    return False


def turns_before_with(tracker: Tracker, action: str) -> int:
    """How many turns in a row, up to the one before this message, ran the action."""
    turns = 0
    has_run = True
    for event in reversed(tracker.events):
        if event["event"] == "action" and event.get("name") == action:
            has_run = True
        elif event["event"] == "user":
            if not has_run:
                return turns - 1
            turns, has_run = turns + 1, False
    return max(turns - 1, 0)


def seed_of(tracker: Tracker) -> int:
    """The seed of this conversation: the same list for the same answers, whenever it is asked."""
    return case.seed_of(tracker.sender_id)


def is_easy(tracker: Tracker) -> bool:
    """Whether the person reads easy-read French: the slot `reading`."""
    return tracker.slots.get("reading") == EASY


def slot_events(slots: dict[str, Any]) -> list[dict[str, Any]]:
    """Rasa events that set the slots."""
    return [SlotSet(name, value) for name, value in slots.items()]
