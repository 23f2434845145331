"""The questions whose wording or choices depend on what was said before."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.reading import is_easy
from bot import wiring
from bot.orientation.labels import job_label
from bot.orientation.phrases import say
from bot.services.choices import (
    button,
    commune_buttons,
    conditions_choice,
    hours_choice,
    jobs_choice,
)


class AskCommune(Action):
    def name(self) -> str:
        return "action_ask_commune"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        candidates = tracker.slots.get("commune_candidates") or []
        buttons = commune_buttons(candidates, wiring.understanding().catalogue, is_easy(tracker))
        if buttons:
            dispatcher.utter_message(response="utter_ask_commune_which", buttons=buttons)
        else:
            dispatcher.utter_message(response="utter_ask_commune_first")
        return []


class AskPastJob(Action):
    def name(self) -> str:
        return "action_ask_past_job"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        known = tracker.slots.get("past_jobs")
        catalogue, easy = wiring.understanding().catalogue, is_easy(tracker)
        if known:
            labels = [
                job_label(catalogue.job_by_code[job["rome_code"]])
                for job in known
                if job["rome_code"] in catalogue.job_by_code
            ]
            dispatcher.utter_message(
                response="utter_ask_past_job_more",
                jobs=", ".join(labels),
                buttons=[button(say("title.past_job.over", easy), "past_job", "none")],
            )
            return []
        none = "never" if known is None else "skip"
        dispatcher.utter_message(
            response="utter_ask_past_job_first"
            if known is None
            else "utter_ask_past_job_none_kept",
            buttons=[
                button(say(f"title.past_job.{none}", easy), "past_job", "none"),
                button(say("title.declined", easy), "past_job", "declined"),
            ],
        )
        return []


class AskPastJobChoice(Action):
    def name(self) -> str:
        return "action_ask_past_job_choice"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        candidates = tracker.slots.get("past_job_candidates") or []
        dispatcher.utter_message(response="utter_ask_past_job_choice_found")
        dispatcher.utter_message(
            json_message=jobs_choice(candidates, wiring.understanding().catalogue, is_easy(tracker))
        )
        return []


class AskHoursRefused(Action):
    def name(self) -> str:
        return "action_ask_hours_refused"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_ask_hours_refused_list")
        dispatcher.utter_message(json_message=hours_choice(is_easy(tracker)))
        return []


class AskConditionsRefused(Action):
    def name(self) -> str:
        return "action_ask_conditions_refused"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_ask_conditions_refused_list")
        dispatcher.utter_message(json_message=conditions_choice(is_easy(tracker)))
        return []
