"""One job: why it is in the list or not, or its card, to look at it together."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.aids import person_of
from actions.jobs import ask_which_job, send_cards
from actions.reading import message_of
from actions.saying import say
from bot import wiring
from bot.orientation.matching import rank
from bot.services import choices
from bot.services.chosen_job import alike_jobs, named_job
from bot.services.explain import explain_job
from bot.services.job_cards import card_of
from bot.services.unlock import carpool_zone


def explain(dispatcher: CollectingDispatcher, tracker: Tracker, rome_code: str) -> None:
    """Why this job, or why it is not in the list."""
    person = person_of(tracker)
    sentences = explain_job(
        wiring.understanding().catalogue,
        person.profile,
        rome_code,
        person.seed,
        tracker.slots.get("proposed"),
        carpool_zone(wiring.offers().by_id.values(), person.today),
        person.easy,
    )
    proposed = tracker.slots.get("proposed")
    buttons = choices.after_why_buttons(rome_code, proposed, person.easy) if proposed else []
    dispatcher.utter_message(text="\n".join(sentences), buttons=buttons)


def show_card(dispatcher: CollectingDispatcher, tracker: Tracker, rome_code: str) -> None:
    """The card of a job that is not in the list; the list stays as it is."""
    person = person_of(tracker)
    ranking = rank(wiring.understanding().catalogue, person.profile, person.seed)
    dispatcher.utter_message(response="utter_job_shown")
    card = card_of(ranking.match(rome_code), easy=person.easy)
    say(dispatcher, send_cards(dispatcher, tracker, [card], frozenset()))


class WhyJob(Action):
    """A button may ask for the card instead of the reasons ("view": CARD)."""

    def name(self) -> str:
        return "action_why_job"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        understanding, message = wiring.understanding(), message_of(tracker)
        rome_code = named_job(message, tracker.slots, understanding)
        alike = alike_jobs(message, understanding)
        if rome_code is not None and message.entities.get("view") == choices.CARD:
            show_card(dispatcher, tracker, rome_code)
        elif rome_code is not None:
            explain(dispatcher, tracker, rome_code)
        else:
            ask_which_job(dispatcher, tracker, "why_job", alike)
        return []
