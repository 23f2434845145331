"""One validation per form: what the message answers, the progress, then what to say about it."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecutionRejected, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.reading import is_first_look, message_of, question_of, seed_of, slot_events
from actions.saying import say_replies
from bot import wiring
from bot.services import interview
from bot.services.questions import FORMS, Outcome, Situation


def validate(form: str, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[dict[str, Any]]:
    """Events of the answer. A rejected form lets a rule answer; facts told beside are kept."""
    question = question_of(tracker)
    if question not in FORMS[form] or not is_first_look(tracker, form):
        return []
    outcome = interview.answer(
        Situation(
            question,
            message_of(tracker),
            tracker.slots,
            wiring.understanding(),
            wiring.live().addresses,
            seed_of(tracker),
            wiring.deck(),
            wiring.story(),
        )
    )
    if outcome.is_digression:
        return _kept_beside(form, dispatcher, outcome)
    slots = {question: None, **outcome.slots}
    step, total = interview.progress({**tracker.slots, **slots}, wiring.story())
    dispatcher.utter_message(json_message={"type": "progress", "step": step, "total": total})
    say_replies(dispatcher, outcome.replies)
    return slot_events(slots)


def _kept_beside(
    form: str, dispatcher: CollectingDispatcher, outcome: Outcome
) -> list[dict[str, Any]]:
    """An empty list rejects the form; with slots, Rasa must be told that it is rejected."""
    say_replies(dispatcher, outcome.replies)
    is_told = bool(outcome.slots) or outcome.goes_back
    rejected = [ActionExecutionRejected(form)] if is_told else []
    back = [FollowupAction("action_go_back")] if outcome.goes_back else []
    return [*slot_events(dict(outcome.slots)), *rejected, *back]


class ValidatePlaceForm(Action):
    def name(self) -> str:
        return "validate_place_form"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return validate("place_form", dispatcher, tracker)


class ValidateInterestsForm(Action):
    def name(self) -> str:
        return "validate_interests_form"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return validate("interests_form", dispatcher, tracker)


class ValidateExperienceForm(Action):
    def name(self) -> str:
        return "validate_experience_form"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return validate("experience_form", dispatcher, tracker)


class ValidateMobilityForm(Action):
    def name(self) -> str:
        return "validate_mobility_form"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return validate("mobility_form", dispatcher, tracker)


class ValidateConstraintsForm(Action):
    def name(self) -> str:
        return "validate_constraints_form"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return validate("constraints_form", dispatcher, tracker)
