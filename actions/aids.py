"""The aids that may give a lever, the one question that decides most, and its answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.reading import is_easy, is_just_set, message_of, seed_of
from actions.saying import say
from bot import wiring
from bot.orientation.circumstance_answers import WrongAnswer, read_circumstances
from bot.orientation.circumstance_words import read_circumstance
from bot.orientation.circumstances import CIRCUMSTANCES
from bot.orientation.eligibility_sentences import question_words
from bot.orientation.offer import Offer
from bot.orientation.person_facts import facts_known
from bot.orientation.phrases import say as words
from bot.services import clock, support_offers
from bot.services.aids_for_levers import Aids, aids_for, question_buttons, what_changed
from bot.services.choices import payload
from bot.services.profile import profile_from_slots
from bot.services.questions import Message
from bot.services.support_offers import Person as Enquirer
from bot.services.unlock import Person
from bot.services.what_if import levers_of


def person_of(tracker: Tracker) -> Person:
    """Who asks: their answers to the interview, and what they told for aids."""
    return Person(
        profile_from_slots(tracker.slots),
        read_circumstances(tracker.slots.get("circumstances") or {}),
        clock.today(),
        seed_of(tracker),
        is_easy(tracker),
    )


def enquirer(tracker: Tracker) -> Enquirer:
    """Who asks about support offers by name or by subject."""
    person = person_of(tracker)
    return Enquirer(
        person.profile.insee_code,
        person.today,
        person.easy,
        facts_known(person.profile, person.circumstances.facts, person.today),
        person.circumstances.not_asked,
    )


def back_to_jobs(easy: bool) -> dict[str, str]:
    """The button that shows the list again."""
    return {"title": words("title.jobs.back", easy), "payload": payload("back_to_jobs")}


def show_aids(dispatcher: CollectingDispatcher, aids: Aids) -> None:
    """The offers as small cards, or that none is known."""
    if aids.cards:
        dispatcher.utter_message(response="utter_aids_found")
        dispatcher.utter_message(json_message=aids.cards)
    if aids.lacking:
        dispatcher.utter_message(response="utter_aids_none")


def ask_question(
    dispatcher: CollectingDispatcher, aids: Aids, levers: Sequence[str]
) -> list[dict[str, Any]]:
    """The question that decides most, if any, and the way back to the list."""
    if aids.question is None:
        dispatcher.utter_message(response="utter_what_if_only", buttons=[back_to_jobs(aids.easy)])
        return [SlotSet("asked_circumstance", None)]
    dispatcher.utter_message(response="utter_circumstance_why")
    dispatcher.utter_message(
        text=question_words(aids.question, aids.easy),
        buttons=[*question_buttons(aids.question, aids.easy), back_to_jobs(aids.easy)],
    )
    return [SlotSet("asked_circumstance", {"fact": aids.question, "levers": [*levers]})]


def answered_aside(
    dispatcher: CollectingDispatcher, tracker: Tracker
) -> list[dict[str, Any]] | None:
    """Events of a typed answer to the question of the turn before; None when there is none."""
    asked = tracker.slots.get("asked_circumstance")
    if not asked or not is_just_set(tracker, "asked_circumstance"):
        return None
    value = read_circumstance(CIRCUMSTANCES[asked["fact"]], message_of(tracker).text)
    return None if value is None else _keep(dispatcher, tracker, asked, asked["fact"], value)


def _can_be_kept(fact: object, value: object) -> bool:
    try:
        read_circumstances({fact: value})
    except WrongAnswer:
        return False
    return True


def _keep(
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    asked: dict[str, Any],
    fact: str,
    value: str,
) -> list[dict[str, Any]]:
    """Keeps the answer and shows the offers again, with what it changed.

    An old button comes without levers: then there are no offers on screen to speak of.
    """
    offers, levers = wiring.offers().by_id.values(), levers_of(asked.get("levers"))
    before = aids_for(offers, person_of(tracker), levers)
    named = wiring.offers().by_id.get(str(asked.get("offer_id")))
    told = {**(tracker.slots.get("circumstances") or {}), fact: value}
    tracker.slots["circumstances"] = told
    if named is not None:
        return [SlotSet("circumstances", told), *_show_offer(dispatcher, tracker, named)]
    after = aids_for(offers, person_of(tracker), levers)
    if levers:
        say(dispatcher, what_changed(before, after, offers))
    show_aids(dispatcher, after)
    return [SlotSet("circumstances", told), *_offer_more(dispatcher, after, levers)]


def _show_offer(
    dispatcher: CollectingDispatcher, tracker: Tracker, offer: Offer
) -> list[dict[str, Any]]:
    """The same offer again, as the answer makes it; its card asks the next question."""
    about = Message("", entities={"offer_id": offer.offer_id})
    answer = support_offers.answer(wiring.offers(), about, enquirer(tracker))
    dispatcher.utter_message(response=answer.response)
    dispatcher.utter_message(json_message=answer.cards)
    dispatcher.utter_message(response="utter_circumstance_kept", buttons=_back(tracker))
    return [SlotSet("asked_circumstance", None)]


def _ask_about_offer(
    dispatcher: CollectingDispatcher, tracker: Tracker, offer: Offer
) -> list[dict[str, Any]]:
    """The one question that decides most for this offer; none is left once it is decided."""
    fact = support_offers.question_of(offer, enquirer(tracker))
    if fact is None:
        return _show_offer(dispatcher, tracker, offer)
    easy = is_easy(tracker)
    dispatcher.utter_message(
        text=question_words(fact, easy), buttons=[*question_buttons(fact, easy), *_back(tracker)]
    )
    return [SlotSet("asked_circumstance", {"fact": fact, "levers": [], "offer_id": offer.offer_id})]


def _back(tracker: Tracker) -> list[dict[str, str]]:
    """The way back to the list, once there is one."""
    return [back_to_jobs(is_easy(tracker))] if tracker.slots.get("proposed") else []


def _ask_fact(
    dispatcher: CollectingDispatcher, tracker: Tracker, fact: str
) -> list[dict[str, Any]]:
    """One question on its own, because somebody wants to know."""
    easy = is_easy(tracker)
    dispatcher.utter_message(
        text=question_words(fact, easy), buttons=[*question_buttons(fact, easy), *_back(tracker)]
    )
    return [SlotSet("asked_circumstance", {"fact": fact, "levers": []})]


def _offer_more(
    dispatcher: CollectingDispatcher, aids: Aids, levers: Sequence[str]
) -> list[dict[str, Any]]:
    """Another question only if the person wants it."""
    buttons = [back_to_jobs(aids.easy)]
    if aids.question:
        more = payload("tell_circumstance", levers="+".join(levers))
        title = words("title.aids.another_question", aids.easy)
        buttons.insert(0, {"title": title, "payload": more})
    dispatcher.utter_message(response="utter_circumstance_kept", buttons=buttons)
    return [SlotSet("asked_circumstance", None)]


class TellCircumstance(Action):
    """A button of the question, the wish for another one, or for the one that is named."""

    def name(self) -> str:
        return "action_tell_circumstance"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        entities = message_of(tracker).entities
        fact, value = entities.get("fact"), entities.get("value")
        asked = tracker.slots.get("asked_circumstance") or {}
        offer = wiring.offers().by_id.get(str(entities.get("offer_id")))
        if offer is not None:
            return _ask_about_offer(dispatcher, tracker, offer)
        if fact in CIRCUMSTANCES and value is None:
            return _ask_fact(dispatcher, tracker, str(fact))
        if _can_be_kept(fact, value):
            return _keep(dispatcher, tracker, asked, str(fact), str(value))
        answered = answered_aside(dispatcher, tracker)
        if answered is not None:
            return answered
        levers = levers_of(entities.get("levers"))
        if not levers:
            is_told = bool(message_of(tracker).text)
            response = "utter_circumstance_unasked" if is_told else "utter_not_understood"
            dispatcher.utter_message(response=response)
            return []
        aids = aids_for(wiring.offers().by_id.values(), person_of(tracker), levers)
        return ask_question(dispatcher, aids, levers)
