"""Keeping jobs aside, and setting them side by side."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.aids import back_to_jobs, person_of
from actions.jobs import ask_which_job
from actions.reading import is_easy, message_of
from actions.saying import say_jobs_first
from bot import wiring
from bot.orientation.labels import job_label
from bot.orientation.phrases import say
from bot.services import choices
from bot.services.choices import LEAST_COMPARED
from bot.services.chosen_job import alike_jobs
from bot.services.compare import MOST_COLUMNS, comparison
from bot.services.kept_jobs import (
    after_keeping_buttons,
    job_meant,
    jobs_to_compare,
    kept_of,
    with_job,
)
from bot.services.unlock import carpool_zone


class KeepJob(Action):
    """Keeps a job, or lets it go: a short answer, and cards on screen say so where they stand."""

    def name(self) -> str:
        return "action_keep_job"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        understanding, message = wiring.understanding(), message_of(tracker)
        if tracker.slots.get("proposed") is None:
            say_jobs_first(dispatcher, tracker)
            return []
        rome_code = job_meant(message, tracker.slots, understanding)
        if rome_code is None:
            ask_which_job(dispatcher, tracker, "keep_job", alike_jobs(message, understanding))
            return []
        before = kept_of(tracker.slots, understanding.catalogue)
        kept = with_job(before, rome_code, message)
        dispatcher.utter_message(
            response="utter_job_kept" if rome_code in kept else "utter_job_let_go",
            job=job_label(understanding.catalogue.job_by_code[rome_code]),
            buttons=after_keeping_buttons(rome_code, kept, is_easy(tracker)),
        )
        dispatcher.utter_message(json_message={"type": "kept", "rome_codes": [*kept]})
        return [SlotSet("kept", kept)]


class CompareJobs(Action):
    """Two or three jobs side by side: those that words name, else those kept last."""

    def name(self) -> str:
        return "action_compare_jobs"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if tracker.slots.get("proposed") is None:
            say_jobs_first(dispatcher, tracker)
            return []
        understanding = wiring.understanding()
        codes = jobs_to_compare(message_of(tracker), tracker.slots, understanding)
        if len(codes) < LEAST_COMPARED:
            _ask_to_keep(dispatcher, tracker)
            return []
        _compare(dispatcher, tracker, codes)
        return []


def _compare(dispatcher: CollectingDispatcher, tracker: Tracker, codes: tuple[str, ...]) -> None:
    person = person_of(tracker)
    dispatcher.utter_message(
        json_message=comparison(
            wiring.understanding().catalogue,
            person.profile,
            codes[-MOST_COLUMNS:],
            person.seed,
            carpool_zone(wiring.offers().by_id.values(), person.today),
            person.easy,
        )
    )
    lines = [say("compare.sources", person.easy)]
    if len(codes) > MOST_COLUMNS:
        lines.append(say("compare.last_ones", person.easy, count=MOST_COLUMNS))
    dispatcher.utter_message(text="\n".join(lines), buttons=[back_to_jobs(person.easy)])


def _ask_to_keep(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """Two are needed: the jobs on screen that are not kept yet."""
    catalogue = wiring.understanding().catalogue
    kept = kept_of(tracker.slots, catalogue)
    left = [code for code in tracker.slots.get("proposed") or [] if code not in kept]
    dispatcher.utter_message(
        response="utter_compare_needs_two",
        buttons=choices.job_buttons("keep_job", left, catalogue)
        or [back_to_jobs(is_easy(tracker))],
    )
