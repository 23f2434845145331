"""The actions about what becomes possible: levers, aids that give them, the dial of surprise."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk.executor import ActionExecutor

from bot.orientation.phrases import say
from bot.orientation.profile import SURPRISE
from bot.orientation.unlocking_sentences import lever_words
from tests.actions.test_actions import BOURGOIN, DOMAIN, run, said
from tests.actions.test_help import cards, live, places, texts, titles

__all__ = ["live"]

WALKER = {
    "consent": "yes",
    "commune": BOURGOIN,
    "statements": {"repair": 1, "care": -1, "outside": 1},
    "statement": "done",
    "past_job": "done",
    "past_job_choice": "done",
    "licence": "no",
    "vehicle": "scooter",
    "public_transport": "no",
    "max_minutes": 30,
    "hours_refused": ["outside_school"],
    "conditions_refused": [],
    "training": "none",
    "proposed": ["N1110"],
}
LICENCE = {"levers": "licence"}


def asked_again(
    executor: ActionExecutor, action: str, slots: dict[str, Any], text: str, intent: str
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A message right after the question of an aid: (slots set, messages)."""
    asked = slots["asked_circumstance"]
    tracker = {
        "sender_id": "0" * 32,
        "slots": {name: slots.get(name) for name in [*DOMAIN["slots"], "requested_slot"]},
        "latest_message": {
            "text": text, "intent": {"name": intent, "confidence": 0.9}, "entities": [],
        },
        "events": [
            {"event": "user"},
            {"event": "slot", "name": "asked_circumstance", "value": asked},
            {"event": "user"},
        ],
        "active_loop": {},
        "latest_action_name": "action_listen",
    }  # fmt: skip
    call = {"next_action": action, "tracker": tracker, "domain": {}}
    result = asyncio.run(executor.run(call))
    assert result is not None
    events = {e["name"]: e["value"] for e in result["events"] if e["event"] == "slot"}
    return events, result["responses"]


def test_after_the_jobs_each_way_has_its_button(executor: ActionExecutor) -> None:
    _, messages, _ = run(executor, "action_propose_jobs", WALKER)
    assert "utter_ways" in said(messages)
    ways = [b for m in messages for b in m["buttons"] if b["payload"].startswith("/what_if")]
    assert 1 <= len(ways) <= 3
    assert all(" de plus" in button["title"] for button in ways)


def test_when_nothing_is_left_the_ways_are_still_told(executor: ActionExecutor, bundled) -> None:
    every = [job.rome_code for job in bundled.catalogue.jobs]
    _, messages, _ = run(executor, "action_propose_jobs", {**WALKER, "shown": every})
    assert "utter_ways" in said(messages)


@pytest.mark.parametrize(
    ("text", "entities"), [("", {"levers": "training"}), ("et si je faisais une formation", {})]
)
def test_a_lever_shows_jobs_as_they_would_be_then_its_aids(executor, text, entities) -> None:
    slots, messages, _ = run(executor, "action_what_if", WALKER, text, "what_if", entities)
    assert f"Avec {lever_words(['training'])} : " in texts(messages)
    assert 1 <= len(cards(messages)) <= 3
    assert 1 <= len(places(messages)) <= 4
    for item in places(messages):
        asks = [line for line in item["lines"][:3] if "demand" in line.lower()]
        assert asks, "who asks, and by when, come first"
        assert item["state"] in ("open", "check") and item["state_title"]
    assert set(slots) == {"asked_circumstance"}, "a what-if keeps no answer"


def test_the_question_that_decides_has_its_buttons_and_a_way_back(executor) -> None:
    slots, messages, _ = run(executor, "action_what_if", WALKER, entities={"levers": "training"})
    fact = slots["asked_circumstance"]["fact"]
    pressed = [b for m in messages for b in m.get("buttons") or ()]
    assert any(f'"fact": "{fact}"' in b["payload"] for b in pressed)
    assert {"Je ne sais pas", "Je préfère ne pas répondre"} <= set(titles(messages))
    assert pressed[-1] == {"title": "Revenir à ma liste", "payload": "/back_to_jobs"}


def test_somebody_who_has_it_already_is_told_so(executor) -> None:
    slots = {**WALKER, "licence": "yes", "vehicle": "car"}
    _, messages, _ = run(executor, "action_what_if", slots, entities=LICENCE)
    assert "Vous avez déjà le permis" in texts(messages)
    assert not cards(messages) and titles(messages) == ["Revenir à ma liste"]


def test_without_a_lever_in_the_words_one_chooses(executor) -> None:
    _, messages, _ = run(executor, "action_what_if", WALKER, "qu'est-ce qui changerait", "what_if")
    assert said(messages) == ["utter_which_lever"] and len(titles(messages)) == 7


@pytest.mark.parametrize("action", ["action_what_if", "action_set_surprise", "action_back_to_jobs"])
def test_before_the_jobs_there_is_nothing_to_change(executor, action) -> None:
    slots = {**WALKER, "proposed": None}
    _, messages, _ = run(executor, action, slots, "surprenez-moi", "set_surprise")
    assert said(messages) == ["utter_jobs_first"]


@pytest.mark.parametrize("levers", ["nothing", "licence;car", ["licence", 3], 7, {"a": 1}])
def test_a_lever_that_is_none_is_not_believed(executor, levers) -> None:
    _, messages, _ = run(executor, "action_what_if", WALKER, entities={"levers": levers})
    assert messages


def test_an_answer_to_the_question_sorts_the_aids_again(executor) -> None:
    slots, messages, _ = run(
        executor,
        "action_tell_circumstance",
        {**WALKER, "asked_circumstance": {"fact": "age", "levers": ["licence"]}},
        intent="tell_circumstance",
        entities={"fact": "age", "value": "34"},
    )
    assert slots["circumstances"] == {"age": "34"} and slots["asked_circumstance"] is None
    assert said(messages)[-1] == "utter_circumstance_kept"
    assert texts(messages)


def test_an_old_button_keeps_its_answer_and_says_nothing_of_offers_unseen(executor) -> None:
    entities = {"fact": "age", "value": "34"}
    slots, messages, _ = run(executor, "action_tell_circumstance", WALKER, entities=entities)
    assert slots["circumstances"] == {"age": "34"}
    assert said(messages) == ["utter_circumstance_kept"] and not texts(messages)


@pytest.mark.parametrize(
    ("action", "intent", "text", "value"),
    [
        ("action_not_understood", "nlu_fallback", "34", "34"),
        ("action_not_understood", "answer", "trente-quatre ans", "34"),
        ("action_tell_circumstance", "tell_circumstance", "j'ai 34 ans", "34"),
        ("action_answer_aside", "dont_know", "je sais pas", "unknown"),
        ("action_answer_aside", "prefer_not", "je préfère ne pas répondre", "declined"),
    ],
)
def test_a_typed_answer_is_understood(executor, action, intent, text, value) -> None:
    slots = {**WALKER, "asked_circumstance": {"fact": "age", "levers": ["licence"]}}
    kept, _ = asked_again(executor, action, slots, text, intent)
    assert kept["circumstances"] == {"age": value}


@pytest.mark.parametrize(
    ("action", "intent", "text", "value"),
    [
        ("action_resume", "affirm", "oui", "yes"),
        ("action_answer_aside", "deny", "non", "no"),
    ],
)
def test_a_typed_yes_or_no_is_understood(executor, action, intent, text, value) -> None:
    slots = {**WALKER, "asked_circumstance": {"fact": "prescribed", "levers": ["car"]}}
    kept, _ = asked_again(executor, action, slots, text, intent)
    assert kept["circumstances"] == {"prescribed": value}


def test_later_on_a_yes_answers_no_question_of_before(executor) -> None:
    slots = {**WALKER, "asked_circumstance": {"fact": "prescribed", "levers": ["car"]}}
    kept, messages, _ = run(executor, "action_resume", slots, "oui", "affirm")
    assert kept == {} and said(messages) == ["utter_after_jobs"]


@pytest.mark.parametrize(
    "entities",
    [{"fact": "age", "value": "beaucoup"}, {"fact": "nothing", "value": "yes"}, {"value": "3"}],
)
def test_an_answer_that_cannot_be_kept_is_not(executor, entities) -> None:
    slots, messages, _ = run(executor, "action_tell_circumstance", WALKER, entities=entities)
    assert slots == {} and said(messages) == ["utter_not_understood"]


@pytest.mark.parametrize("position", SURPRISE)
def test_the_dial_changes_the_list_and_says_what_moved(executor, position) -> None:
    start = {**WALKER, "training": "short", "hours_refused": [], "licence": "yes", "vehicle": "car"}
    before, _, _ = run(executor, "action_propose_jobs", {**start, "proposed": None})
    slots, messages, _ = run(
        executor,
        "action_set_surprise",
        {**start, **before},
        intent="set_surprise",
        entities={"surprise": position},
    )
    declics = sum(card["is_declic"] for card in cards(messages))
    assert slots["surprise"] == position
    assert declics == {"near": 0, "open": 1, "surprise": 3}[position]
    assert say(f"title.dial.{position}") not in titles(messages)
    moved = "entré" in texts(messages)
    assert moved == (set(slots["proposed"]) != set(before["proposed"]))


def test_words_turn_the_dial_too(executor) -> None:
    slots, _, _ = run(executor, "action_set_surprise", WALKER, "étonnez-moi !", "set_surprise")
    assert slots["surprise"] == "surprise"
    _, messages, _ = run(executor, "action_set_surprise", WALKER, "hein", "set_surprise")
    assert said(messages) == ["utter_which_surprise"]


def test_one_comes_back_to_the_same_list(executor) -> None:
    before, _, _ = run(executor, "action_propose_jobs", WALKER)
    again, messages, _ = run(executor, "action_back_to_jobs", {**WALKER, **before})
    assert again["proposed"] == before["proposed"]
    assert said(messages)[0] == "utter_jobs_again"


def test_a_job_that_is_not_on_screen_gets_its_reason_why_not(executor) -> None:
    before, _, _ = run(executor, "action_propose_jobs", WALKER)
    _, messages, _ = run(
        executor, "action_why_job", {**WALKER, **before}, "pourquoi pas infirmière ?", "why_job"
    )
    assert "nfirmi" in texts(messages) and "Il demande une formation" in texts(messages)


def test_a_name_that_several_jobs_bear_is_asked_back(executor) -> None:
    before, _, _ = run(executor, "action_propose_jobs", WALKER)
    slots = {**WALKER, **before}
    _, messages, _ = run(executor, "action_why_job", slots, "pourquoi pas vendeuse ?", "why_job")
    assert said(messages) == ["utter_which_job"]
    assert any("endeu" in title for title in titles(messages))


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("et si ma fille allait à la crèche", "Avec une garde d'enfants"),
        ("et cariste ?", "ariste"),
    ],
)
def test_what_no_intent_was_sure_of_is_read_by_its_words(executor, text, heard) -> None:
    _, messages, _ = run(executor, "action_not_understood", WALKER, text, "nlu_fallback")
    assert heard in texts(messages) and "utter_not_understood" not in said(messages)


def test_words_that_say_nothing_are_still_not_understood(executor) -> None:
    _, messages, _ = run(executor, "action_not_understood", WALKER, "et voilà", "nlu_fallback")
    assert said(messages)[0] == "utter_not_understood"
