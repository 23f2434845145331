"""Proposing jobs, explaining one, putting one aside, showing more."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.aids import person_of
from actions.reading import is_easy, message_of, seed_of, slot_events
from actions.saying import say
from bot import wiring
from bot.orientation import answers
from bot.services import choices
from bot.services.chosen_job import alike_jobs, chosen_job, named_job
from bot.services.explain import explain_job
from bot.services.job_cards import card_as_dict
from bot.services.jobs_message import jobs_message
from bot.services.live_facts import live_facts
from bot.services.profile import profile_from_slots
from bot.services.propose import Proposal, propose
from bot.services.surroundings import place_of, radius_km
from bot.services.unlock import carpool_zone, ways
from bot.services.what_if import MOST_WAYS, way_buttons
from bot.services.what_to_ask import question_left


def show_jobs(
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    introduction: str | None = None,
    is_dial_turned: bool = False,
    is_answer_changed: bool = False,
) -> list[dict[str, Any]]:
    """Sends the proposal for the slots as they are, and remembers which jobs were shown."""
    before = tracker.slots.get("proposed") or []
    shown = tracker.slots.get("shown") or []
    catalogue = wiring.understanding().catalogue
    profile, easy = profile_from_slots(tracker.slots), is_easy(tracker)
    proposal = propose(
        catalogue,
        profile,
        seed_of(tracker),
        shown=frozenset(shown),
        before=tuple(before),
        is_dial_turned=is_dial_turned,
        easy=easy,
        is_answer_changed=is_answer_changed,
    )
    codes = [card.rome_code for card in proposal.cards]
    if not codes:
        dispatcher.utter_message(response="utter_no_more_jobs" if shown else "utter_jobs_none")
        say(dispatcher, proposal.removed)
        show_ways(dispatcher, tracker)
        return slot_events({"proposed": [], "refused_job": None})
    place, radius = place_of(catalogue, profile), radius_km(profile)
    facts = live_facts(wiring.live().vacancies, codes, place, radius, easy)
    vacancies = facts.vacancies
    cards = [card_as_dict(card, vacancies.get(card.rome_code), easy) for card in proposal.cards]
    dispatcher.utter_message(response=introduction or _introduction(proposal))
    say(dispatcher, proposal.changes)
    dispatcher.utter_message(json_message=jobs_message(cards, easy))
    say(dispatcher, (*proposal.notes, *facts.notes, *proposal.removed))
    offered = offer_question(dispatcher, tracker)
    show_ways(dispatcher, tracker)
    after_jobs(dispatcher, tracker)
    return slot_events({"proposed": codes, "refused_job": None, **offered})


def offer_question(dispatcher: CollectingDispatcher, tracker: Tracker) -> dict[str, Any]:
    """Offers the question that can still change the list; the slots that remember it."""
    catalogue = wiring.understanding().catalogue
    left = question_left(catalogue, tracker.slots, seed_of(tracker), is_easy(tracker))
    if left is None:
        return {}
    buttons = choices.question_left_buttons(left.question, is_easy(tracker))
    dispatcher.utter_message(text=left.sentence, buttons=buttons)
    offered = tracker.slots.get("questions_offered") or []
    return {"questions_offered": [*offered, left.question]}


def after_jobs(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """What one may do with the list: see others, turn the dial of surprise, reach a person."""
    buttons = choices.after_jobs_buttons(tracker.slots.get("surprise"), is_easy(tracker))
    dispatcher.utter_message(response="utter_after_jobs", buttons=buttons)


def show_ways(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """What would open more jobs, one button for each; nothing when nothing would."""
    catalogue, offers = wiring.understanding().catalogue, wiring.offers().by_id.values()
    found = ways(catalogue, offers, person_of(tracker), MOST_WAYS)
    if found:
        dispatcher.utter_message(
            response="utter_ways", buttons=way_buttons(found, is_easy(tracker))
        )


def _introduction(proposal: Proposal) -> str:
    has_declic = any(card.is_declic for card in proposal.cards)
    return "utter_jobs_found" if has_declic and len(proposal.cards) == 4 else "utter_jobs_found_few"


def ask_which_job(dispatcher: CollectingDispatcher, tracker: Tracker, intent: str) -> None:
    """Asks back which of the jobs on screen is meant."""
    catalogue = wiring.understanding().catalogue
    proposed = tracker.slots.get("proposed") or []
    if not proposed:
        dispatcher.utter_message(response="utter_jobs_first")
        return
    dispatcher.utter_message(
        response="utter_which_job", buttons=choices.job_buttons(intent, proposed, catalogue)
    )


def put_aside(
    dispatcher: CollectingDispatcher, tracker: Tracker, rome_code: str, reason: str
) -> list[dict[str, Any]]:
    """Keeps the refusal and shows the list that follows from it."""
    refusals = [*(tracker.slots.get("refusals") or [])]
    refusals.append({"rome_code": rome_code, "reason": reason})
    tracker.slots["refusals"] = refusals
    return [SlotSet("refusals", refusals), *show_jobs(dispatcher, tracker, "utter_jobs_changed")]


def reason_told(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[dict[str, Any]] | None:
    """Puts aside the job whose reason was just asked for ("ça ne m'attire pas" sounds like a no);
    None when none was asked for, or none is told."""
    refused = tracker.slots.get("refused_job")
    reason = answers.read_refusal_reason(message_of(tracker).text) if refused else None
    return None if reason is None else put_aside(dispatcher, tracker, refused, reason)


class ProposeJobs(Action):
    def name(self) -> str:
        return "action_propose_jobs"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return show_jobs(dispatcher, tracker)


class BackToJobs(Action):
    """The same list again, after a look at something else."""

    def name(self) -> str:
        return "action_back_to_jobs"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if tracker.slots.get("proposed") is None:
            dispatcher.utter_message(response="utter_jobs_first")
            return []
        return show_jobs(dispatcher, tracker, "utter_jobs_again")


class MoreJobs(Action):
    def name(self) -> str:
        return "action_more_jobs"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        proposed = tracker.slots.get("proposed")
        if proposed is None:
            dispatcher.utter_message(response="utter_jobs_first")
            return []
        shown = [*(tracker.slots.get("shown") or []), *proposed]
        tracker.slots["shown"] = shown
        return [SlotSet("shown", shown), *show_jobs(dispatcher, tracker, "utter_jobs_changed")]


class RefuseJob(Action):
    def name(self) -> str:
        return "action_refuse_job"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        message = message_of(tracker)
        reason = message.entities.get("reason") or answers.read_refusal_reason(message.text)
        rome_code = chosen_job(message, tracker.slots, wiring.understanding())
        if reason is not None:
            # The job whose reason was just asked for.
            rome_code = rome_code or tracker.slots.get("refused_job")
        if rome_code is None or tracker.slots.get("proposed") is None:
            ask_which_job(dispatcher, tracker, "refuse_job")
            return []
        if reason is None:
            dispatcher.utter_message(
                response="utter_ask_refusal_reason",
                buttons=choices.reason_buttons(rome_code, is_easy(tracker)),
            )
            return [SlotSet("refused_job", rome_code)]
        return put_aside(dispatcher, tracker, rome_code, reason)


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


class WhyJob(Action):
    def name(self) -> str:
        return "action_why_job"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        understanding, message = wiring.understanding(), message_of(tracker)
        rome_code = named_job(message, tracker.slots, understanding)
        alike = alike_jobs(message, understanding)
        if rome_code is not None:
            explain(dispatcher, tracker, rome_code)
        elif alike and tracker.slots.get("proposed") is not None:
            buttons = choices.job_buttons("why_job", alike, understanding.catalogue)
            dispatcher.utter_message(response="utter_which_job", buttons=buttons)
        else:
            ask_which_job(dispatcher, tracker, "why_job")
        return []
