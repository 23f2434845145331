"""What could help: trying a job, support offers, services near home."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.aids import enquirer
from actions.jobs import ask_which_job
from actions.reading import is_easy, message_of
from actions.saying import way_on
from bot import wiring
from bot.orientation.help_words import theme_codes
from bot.orientation.labels import job_label
from bot.services import support_offers
from bot.services.chosen_job import chosen_job
from bot.services.immersion import companies_near
from bot.services.local_help import held_back_by, services_near
from bot.services.profile import profile_from_slots
from bot.services.questions import Message
from bot.services.small_cards import NearBy
from bot.services.support_offers import SupportAnswer
from bot.services.surroundings import place_of, radius_km

IMMERSION = "pmsmp-immersion"
COMPANIES = {
    "found": "utter_companies_found",
    "none": "utter_companies_none",
    "unavailable": "utter_companies_unavailable",
}
SERVICES = {
    "found": "utter_local_help_found",
    "none": "utter_local_help_none",
    "unavailable": "utter_local_help_unavailable",
}


class TryJob(Action):
    """What an immersion is, then companies of the place, or whom to ask."""

    def name(self) -> str:
        return "action_try_job"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        understanding = wiring.understanding()
        rome_code = chosen_job(message_of(tracker), tracker.slots, understanding)
        if rome_code is None:
            dispatcher.utter_message(response="utter_immersion")
            ask_which_job(dispatcher, tracker, "try_job")
            return []
        label = job_label(understanding.catalogue.job_by_code[rome_code])
        dispatcher.utter_message(response="utter_try_job", job=label)
        if not _say_near(dispatcher, COMPANIES, _companies(tracker, rome_code)):
            dispatcher.utter_message(response="utter_try_job_whom")
            about = Message("", entities={"offer_id": IMMERSION})
            answer = support_offers.answer(wiring.offers(), about, enquirer(tracker))
            if answer.cards:
                dispatcher.utter_message(json_message=answer.cards)
        way_on(dispatcher, tracker)
        return []


class SupportOffer(Action):
    """One aid by its name, those of a subject, or the subjects that can be asked about."""

    def name(self) -> str:
        return "action_support_offer"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        answer = support_offers.answer(wiring.offers(), message_of(tracker), enquirer(tracker))
        _say(dispatcher, answer)
        if not answer.buttons:
            way_on(dispatcher, tracker)
        return []


class LocalHelp(Action):
    """Services near home on what the person asks about or is held back by, or whom to ask."""

    def name(self) -> str:
        return "action_local_help"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        message, profile = message_of(tracker), profile_from_slots(tracker.slots)
        said = message.entities.get("theme") or message.text
        subject = said if theme_codes(said) else held_back_by(profile)
        if subject is None:
            dispatcher.utter_message(response="utter_local_help_whom")
            dispatcher.utter_message(
                response="utter_local_help_subject",
                buttons=support_offers.subject_buttons("ask_local_help", is_easy(tracker)),
            )
            return []
        place = place_of(wiring.understanding().catalogue, profile)
        near = services_near(wiring.live().services, place, theme_codes(subject))
        if not _say_near(dispatcher, SERVICES, near):
            dispatcher.utter_message(response="utter_local_help_whom")
            offers = wiring.offers()
            _say(dispatcher, support_offers.on_subject(offers, subject, enquirer(tracker)))
        way_on(dispatcher, tracker)
        return []


def _companies(tracker: Tracker, rome_code: str) -> NearBy:
    profile = profile_from_slots(tracker.slots)
    place = place_of(wiring.understanding().catalogue, profile)
    return companies_near(wiring.live().companies, rome_code, place, radius_km(profile))


def _say_near(dispatcher: CollectingDispatcher, responses: dict[str, str], near: NearBy) -> bool:
    """Says what was found near home, or that nothing was; nothing when it was not looked for."""
    if near.status != "off":
        dispatcher.utter_message(response=responses[near.status])
    if near.message:
        dispatcher.utter_message(json_message=near.message)
    return near.message is not None


def _say(dispatcher: CollectingDispatcher, answer: SupportAnswer) -> None:
    """The answer, its cards, then the buttons of what can be asked next."""
    if answer.next_response is None:
        dispatcher.utter_message(response=answer.response, buttons=[*answer.buttons])
    else:
        dispatcher.utter_message(response=answer.response)
    if answer.cards:
        dispatcher.utter_message(json_message=answer.cards)
    if answer.next_response:
        dispatcher.utter_message(response=answer.next_response, buttons=[*answer.buttons])
