"""Proposing jobs, explaining one, putting one aside, showing more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.aids import person_of
from actions.reading import is_easy, message_of, seed_of, slot_events
from actions.saying import say, say_jobs_first
from bot import wiring
from bot.orientation import answers
from bot.orientation.matching import rank
from bot.orientation.phrases import say as words
from bot.services import choices
from bot.services.chosen_job import chosen_job
from bot.services.job_cards import Card, cards_as_dicts
from bot.services.jobs_message import jobs_message
from bot.services.kept_jobs import kept_of, let_go, ruled_out_sentences
from bot.services.live_facts import live_facts
from bot.services.profile import profile_from_slots
from bot.services.propose import Proposal, propose
from bot.services.refusing import refused
from bot.services.surroundings import place_of, radius_km
from bot.services.unlock import ways
from bot.services.what_if import MOST_WAYS, way_buttons
from bot.services.what_to_ask import question_left

FIRST, AGAIN, MORE, REFUSED, DIAL, ANSWER = "first", "again", "more", "refused", "dial", "answer"
"""Why a list is shown: after the interview, on demand, or because of what was just said."""
INTRODUCTIONS = {
    AGAIN: "utter_jobs_again",
    MORE: "utter_jobs_changed",
    REFUSED: "utter_jobs_changed",
    DIAL: "utter_jobs_changed",
    ANSWER: "utter_answer_changed",
}
REMARKS = frozenset({REFUSED, DIAL, ANSWER})
"""After these, what changed is said first, and the jobs that stay are shown in short."""


def show_jobs(
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    cause: str = FIRST,
    news: Sequence[str] = (),
) -> list[dict[str, Any]]:
    """Sends the proposal for the slots as they are, and remembers which jobs were shown.

    news: what else changed, said with what left and came.
    """
    before = tracker.slots.get("proposed") or []
    proposal = propose(
        wiring.understanding().catalogue,
        profile_from_slots(tracker.slots),
        seed_of(tracker),
        shown=frozenset(tracker.slots.get("shown") or ()),
        before=tuple(before),
        is_dial_turned=cause == DIAL,
        easy=is_easy(tracker),
        is_answer_changed=cause == ANSWER,
    )
    if not proposal.cards:
        return _say_none_left(dispatcher, tracker, proposal, news)
    known = frozenset(before) if cause in REMARKS else frozenset()
    cards = sorted(proposal.cards, key=lambda card: card.rome_code in known)
    _introduce(dispatcher, proposal, cause, news)
    notes = send_cards(dispatcher, tracker, cards, known)
    first = (words("list.note.first_step", is_easy(tracker)),) if cause == FIRST else ()
    say(dispatcher, (*proposal.notes, *notes, *first, *proposal.removed))
    if cause in (FIRST, ANSWER) or news:
        _say_ruled_out(dispatcher, tracker)
    offered = offer_question(dispatcher, tracker)
    show_ways(dispatcher, tracker)
    after_jobs(dispatcher, tracker)
    codes = [card.rome_code for card in cards]
    return slot_events({"proposed": codes, "refused_job": None, **offered})


def _say_none_left(
    dispatcher: CollectingDispatcher, tracker: Tracker, proposal: Proposal, news: Sequence[str]
) -> list[dict[str, Any]]:
    is_over = bool(tracker.slots.get("shown"))
    dispatcher.utter_message(response="utter_no_more_jobs" if is_over else "utter_jobs_none")
    say(dispatcher, (*news, *proposal.removed))
    _say_ruled_out(dispatcher, tracker)
    show_ways(dispatcher, tracker)
    return slot_events({"proposed": [], "refused_job": None})


def send_cards(
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    cards: Sequence[Card],
    known: Collection[str],
) -> tuple[str, ...]:
    """Sends the cards with the vacancies of the day; what to know of these."""
    catalogue, easy = wiring.understanding().catalogue, is_easy(tracker)
    profile = profile_from_slots(tracker.slots)
    codes = [card.rome_code for card in cards]
    place, radius = place_of(catalogue, profile), radius_km(profile)
    facts = live_facts(wiring.live().vacancies, codes, place, radius, easy)
    kept = kept_of(tracker.slots, catalogue)
    dicts = cards_as_dicts(cards, easy, facts.vacancies, kept, known)
    dispatcher.utter_message(json_message=jobs_message(dicts, easy))
    return tuple(facts.notes)


def _introduce(
    dispatcher: CollectingDispatcher, proposal: Proposal, cause: str, news: Sequence[str]
) -> None:
    """What changed is an introduction of its own."""
    changes = (*proposal.changes, *news)
    if not changes or cause == ANSWER:
        few = _introduction(proposal)
        dispatcher.utter_message(response=INTRODUCTIONS.get(cause, few))
    say(dispatcher, changes)


def _say_ruled_out(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """The kept jobs that the answers rule out now: never dropped in silence."""
    catalogue = wiring.understanding().catalogue
    kept = kept_of(tracker.slots, catalogue)
    if kept:
        person = person_of(tracker)
        ranking = rank(catalogue, person.profile, person.seed)
        say(dispatcher, ruled_out_sentences(ranking, kept, person.easy))


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
    kept = kept_of(tracker.slots, wiring.understanding().catalogue)
    buttons = choices.after_jobs_buttons(tracker.slots.get("surprise"), kept, is_easy(tracker))
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


def ask_which_job(
    dispatcher: CollectingDispatcher, tracker: Tracker, intent: str, among: Sequence[str] = ()
) -> None:
    """Asks back which job is meant: one of `among`, else one of those on screen."""
    catalogue = wiring.understanding().catalogue
    proposed = tracker.slots.get("proposed") or []
    if not proposed:
        say_jobs_first(dispatcher, tracker)
        return
    buttons = choices.job_buttons(intent, among or proposed, catalogue)
    dispatcher.utter_message(response="utter_which_job", buttons=buttons)


def put_aside(
    dispatcher: CollectingDispatcher, tracker: Tracker, rome_code: str, reason: str
) -> list[dict[str, Any]]:
    """Keeps the refusal and shows the list that follows from it."""
    profile, easy = profile_from_slots(tracker.slots), is_easy(tracker)
    refusal = refused(wiring.understanding().catalogue, profile, rome_code, reason, easy)
    refusals = [*(tracker.slots.get("refusals") or [])]
    refusals.append({"rome_code": rome_code, "reason": reason})
    slots = {"refusals": refusals, **refusal.slots, **let_go(tracker.slots, rome_code)}
    tracker.slots.update(slots)
    return [*slot_events(slots), *show_jobs(dispatcher, tracker, REFUSED, refusal.sentences)]


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
            say_jobs_first(dispatcher, tracker)
            return []
        return show_jobs(dispatcher, tracker, AGAIN)


class MoreJobs(Action):
    def name(self) -> str:
        return "action_more_jobs"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        proposed = tracker.slots.get("proposed")
        if proposed is None:
            say_jobs_first(dispatcher, tracker)
            return []
        shown = [*(tracker.slots.get("shown") or []), *proposed]
        tracker.slots["shown"] = shown
        return [SlotSet("shown", shown), *show_jobs(dispatcher, tracker, MORE)]


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
