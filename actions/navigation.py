"""Going back, starting over, taking the conversation up again, and the way to humans."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, AllSlotsReset, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.aids import answered_aside
from actions.jobs import after_jobs, ask_which_job
from actions.one_job import explain
from actions.reading import message_of, question_of, slot_events
from actions.saying import way_on
from actions.told import facts_aside, told_aside
from bot import wiring
from bot.orientation.list_answers import read_rank_among
from bot.services import asides, interview
from bot.services.chosen_job import told_job
from bot.services.questions import QUESTIONS, STEPS
from bot.services.spark import WAY_OF

KEPT = ("consent", "reading")
"""What starting over keeps: the agreement, and the way of writing."""


class GoBack(Action):
    """Back to the question before, or to the one that the button names."""

    def name(self) -> str:
        return "action_go_back"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        told = facts_aside(dispatcher, tracker)
        if told is not None:
            return told
        message = message_of(tracker)
        named = message.entities.get("question") or interview.asked_by_name(
            message.text, tracker.slots, question_of(tracker)
        )
        if named in STEPS or named in WAY_OF:
            reopened = interview.asked_again(named, tracker.slots)
        else:
            reopened = interview.step_back(question_of(tracker), tracker.slots)
        if not reopened:
            dispatcher.utter_message(response="utter_nothing_before")
            return []
        step, total = interview.progress({**tracker.slots, **reopened}, wiring.story())
        dispatcher.utter_message(json_message={"type": "progress", "step": step, "total": total})
        question = interview.reopened_question(reopened)
        return [
            *slot_events({**reopened, "paused_form": None, "shown": None}),
            ActiveLoop(interview.form_of(question)),
            SlotSet("requested_slot", question),
        ]


class StartOver(Action):
    def name(self) -> str:
        return "action_start_over"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_started_over")
        kept = {name: tracker.slots.get(name) for name in KEPT}
        return [AllSlotsReset(), *slot_events(kept), ActiveLoop("place_form")]


class Resume(Action):
    def name(self) -> str:
        return "action_resume"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if tracker.active_loop.get("name"):
            return []
        form = tracker.slots.get("paused_form")
        if form is None:
            answered = answered_aside(dispatcher, tracker) or told_aside(dispatcher, tracker)
            if answered is not None:
                return answered
        if form is None and tracker.slots.get("proposed"):
            after_jobs(dispatcher, tracker)
            return []
        return [SlotSet("paused_form", None), ActiveLoop(form or "place_form")]


class SayProgress(Action):
    """How many questions are left, about: some of them may not be asked."""

    def name(self) -> str:
        return "action_say_progress"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        step, total = interview.progress(tracker.slots, wiring.story())
        if tracker.slots.get("proposed") is not None and question_of(tracker) is None:
            dispatcher.utter_message(response="utter_no_question_left")
        elif step == total:
            dispatcher.utter_message(response="utter_last_question")
        else:
            dispatcher.utter_message(response="utter_questions_left", left=total - step + 1)
        return []


class WayOn(Action):
    """After an answer beside the point, what one may do: nothing during a question, which is asked
    again; the questions on pause; the list, once there is one."""

    def name(self) -> str:
        return "action_way_on"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        way_on(dispatcher, tracker)
        return []


class ToHumans(Action):
    """Says who can help, and waits: the interview goes on only if the person wants it to."""

    def name(self) -> str:
        return "action_to_humans"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(response=f"utter_{message_of(tracker).intent}")
        form = tracker.active_loop.get("name")
        return [SlotSet("paused_form", form), ActiveLoop(None)] if form else []


class WhyQuestion(Action):
    def name(self) -> str:
        return "action_why_question"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        question = question_of(tracker)
        if question is None and tracker.slots.get("proposed"):
            job = _job_asked_about(tracker)
            if job is None:
                ask_which_job(dispatcher, tracker, "why_job")
            else:
                explain(dispatcher, tracker, job)
            return []
        if question in asides.emptied():
            dispatcher.utter_message(response="utter_why_aside")
            return []
        has_reason = question in QUESTIONS and question != "consent"
        dispatcher.utter_message(
            response=f"utter_why_{question}" if has_reason else "utter_ask_privacy"
        )
        way_on(dispatcher, tracker)
        return []


def _job_asked_about(tracker: Tracker) -> str | None:
    """The job of "pourquoi le deuxième ?", "pourquoi pas goémonier ?"; None when none is told."""
    message, proposed = message_of(tracker), tracker.slots["proposed"]
    rank = read_rank_among(message.text, len(proposed))
    return proposed[rank - 1] if rank else told_job(message, wiring.understanding())
