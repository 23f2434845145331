"""The actions, run by rasa_sdk's executor on trackers of our making, with the bundled catalogue."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

from bot.services import interview, questions
from bot.settings import ROOT

DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
BOURGOIN = "38053"
WITH_JOBS = {
    "consent": "yes",
    "commune": BOURGOIN,
    "statements": {"repair": 1, "care": -1, "outside": 1},
    "spark_way": "statements",
    "statement": "done",
    "portrait": "done",
    "past_job": "done",
    "past_job_choice": "done",
    "licence": "yes",
    "vehicle": "car",
    "max_minutes": 45,
    "hours_refused": [],
    "conditions_refused": [],
    "training": "short",
}


def run(
    executor: ActionExecutor,
    action: str,
    slots: dict[str, Any],
    text: str = "",
    intent: str = "answer",
    entities: dict[str, Any] | None = None,
    loop: str | None = None,
) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
    """(slots set, messages, other events) of one action after one message."""
    message = {
        "text": text,
        "intent": {"name": intent, "confidence": 1.0},
        "entities": [{"entity": k, "value": v} for k, v in (entities or {}).items()],
    }
    tracker = {
        "sender_id": "0" * 32,
        "slots": {name: slots.get(name) for name in [*DOMAIN["slots"], "requested_slot"]},
        "latest_message": message,
        "events": [{"event": "user"}, {"event": "action", "name": loop}],
        "active_loop": {"name": loop} if loop else {},
        "paused": False,
        "followup_action": None,
        "latest_action_name": "action_listen",
    }
    call = {"next_action": action, "tracker": tracker, "domain": {}}
    result = asyncio.run(executor.run(call))
    assert result is not None
    events = result["events"]
    slot_events = {e["name"]: e["value"] for e in events if e["event"] == "slot"}
    return slot_events, result["responses"], [e for e in events if e["event"] != "slot"]


def said(messages: list[dict[str, Any]]) -> list[str]:
    return [m["response"] for m in messages if m.get("response")]


def test_every_action_of_the_domain_is_there(executor: ActionExecutor) -> None:
    assert set(DOMAIN["actions"]) == set(executor.actions)


@pytest.mark.parametrize("form", list(questions.FORMS))
def test_a_form_that_opens_reads_nothing_from_the_last_message(executor, form) -> None:
    slots, messages, _ = run(executor, f"validate_{form}", {}, text="oui", loop=form)
    assert (slots, messages) == ({}, [])


def test_an_answer_sets_its_slot_and_says_the_progress(executor) -> None:
    slots, messages, _ = run(
        executor,
        "validate_mobility_form",
        {**WITH_JOBS, "licence": None, "requested_slot": "licence"},
        entities={"question": "licence", "value": "no"},
        loop="mobility_form",
    )
    assert slots["licence"] == "no"
    assert messages[0]["custom"]["type"] == "progress"


def test_a_button_of_another_question_answers_nothing(executor) -> None:
    slots, messages, _ = run(
        executor,
        "validate_mobility_form",
        {"requested_slot": "licence"},
        entities={"question": "vehicle", "value": "car"},
        loop="mobility_form",
    )
    assert slots["licence"] is None
    assert "utter_ask_licence_again" in said(messages)


def test_a_digression_is_left_to_the_rules(executor) -> None:
    slots, messages, _ = run(
        executor,
        "validate_place_form",
        {"consent": "yes", "requested_slot": "commune"},
        text="c'est gratuit ?",
        intent="ask_price",
        loop="place_form",
    )
    assert (slots, messages) == ({}, [])


def test_after_a_digression_the_message_does_not_count_again(executor) -> None:
    executor_call = {
        "next_action": "validate_mobility_form",
        "tracker": {
            "sender_id": "0" * 32,
            "slots": {"requested_slot": "licence"},
            "latest_message": {"text": "oui", "intent": {"name": "thanks", "confidence": 1.0}},
            "events": [
                {"event": "user"},
                {"event": "action", "name": "utter_thanks"},
                {"event": "action", "name": "mobility_form"},
            ],
            "active_loop": {"name": "mobility_form"},
        },
        "domain": {},
    }
    result = asyncio.run(executor.run(executor_call))
    assert result == {"events": [], "responses": []}


def test_one_sentence_can_answer_two_questions(executor) -> None:
    slots, _, _ = run(
        executor,
        "validate_mobility_form",
        {"requested_slot": "licence"},
        text="j'ai le permis mais plus de voiture",
        loop="mobility_form",
    )
    assert slots["licence"] == "yes" and slots["vehicle"] == "none"


@pytest.mark.parametrize("question", [q for q in questions.QUESTIONS if q != "consent"])
def test_each_question_has_its_reason(executor, question) -> None:
    _, messages, _ = run(executor, "action_why_question", {"requested_slot": question})
    assert said(messages) == [f"utter_why_{question}"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("pourquoi pas infirmière ?", "Infirmière", id="off the screen"),
        pytest.param("pourquoi le premier ?", "caisse", id="by its rank"),
        pytest.param("pourquoi ?", None, id="none is told"),
    ],
)
def test_why_after_the_jobs_is_about_the_job_that_is_told(
    executor, text: str, label: str | None
) -> None:
    _, messages, _ = run(
        executor, "action_why_question", {**WITH_JOBS, "proposed": ["D1505"]}, text=text
    )
    told = " ".join(str(message) for message in messages)
    assert (label in told) if label else said(messages) == ["utter_which_job"]


def test_words_of_distress_pause_the_interview(executor) -> None:
    slots, messages, others = run(
        executor, "action_to_humans", {}, intent="distress", loop="mobility_form"
    )
    assert said(messages) == ["utter_distress"]
    assert slots == {"paused_form": "mobility_form"}
    assert others[0]["event"] == "active_loop" and others[0]["name"] is None


def test_the_interview_resumes_where_it_was(executor) -> None:
    _, _, others = run(executor, "action_resume", {"paused_form": "mobility_form"})
    assert others[0]["name"] == "mobility_form"


def test_starting_over_keeps_the_consent_and_the_way_of_writing_only(executor) -> None:
    slots, _, others = run(executor, "action_start_over", {**WITH_JOBS, "reading": "easy"})
    assert slots == {"consent": "yes", "reading": "easy"}
    assert [e["event"] for e in others] == ["reset_slots", "active_loop"]


def test_jobs_are_shown_as_cards(executor) -> None:
    slots, messages, _ = run(executor, "action_propose_jobs", WITH_JOBS)
    cards = next(m["custom"]["cards"] for m in messages if m.get("custom"))
    assert slots["proposed"] == [card["rome_code"] for card in cards]
    assert 1 <= len(cards) <= 4


@pytest.mark.parametrize("action", ["action_more_jobs", "action_why_job", "action_refuse_job"])
def test_before_the_jobs_one_is_told_to_answer_first(executor, action) -> None:
    _, messages, _ = run(executor, action, {}, text="pourquoi", intent="why_job")
    assert said(messages) == ["utter_jobs_first"]


def test_a_refusal_asks_why_then_replaces(executor) -> None:
    shown, _, _ = run(executor, "action_propose_jobs", WITH_JOBS)
    code = shown["proposed"][0]
    slots = {**WITH_JOBS, **shown}
    asked = run(executor, "action_refuse_job", slots, entities={"rome_code": code})
    assert said(asked[1]) == ["utter_ask_refusal_reason"] and asked[0] == {"refused_job": code}
    done = run(
        executor, "action_refuse_job", slots, entities={"rome_code": code, "reason": "hours"}
    )
    assert done[0]["refusals"] == [{"rome_code": code, "reason": "hours"}]
    assert code not in done[0]["proposed"]


@pytest.mark.parametrize(
    ("place", "titles"),
    [
        (0, ["Où l'essayer ?", "Pas pour moi", "Revenir à ma liste", "Ce n'est plus vrai"]),
        (None, ["Où l'essayer ?", "Revenir à ma liste"]),
    ],
    ids=["in the list", "not in the list"],
)
def test_an_explanation_ends_with_what_one_may_do(executor, place, titles) -> None:
    slots, _, _ = run(executor, "action_propose_jobs", WITH_JOBS)
    shown = {**WITH_JOBS, **slots}
    code = shown["proposed"][place] if place is not None else "J1506"
    assert place is not None or code not in shown["proposed"]
    _, messages, _ = run(executor, "action_why_job", shown, entities={"rome_code": code})
    assert [button["title"] for button in messages[-1]["buttons"]] == titles


def test_an_unknown_code_is_asked_back_and_not_believed(executor) -> None:
    shown, _, _ = run(executor, "action_propose_jobs", WITH_JOBS)
    slots = {**WITH_JOBS, **shown}
    _, messages, _ = run(executor, "action_why_job", slots, entities={"rome_code": "Z9999"})
    assert said(messages) == ["utter_which_job"]


def test_when_nothing_is_left_it_is_said(executor, bundled) -> None:
    every = [job.rome_code for job in bundled.catalogue.jobs]
    slots, messages, _ = run(
        executor, "action_propose_jobs", {**WITH_JOBS, "shown": every, "proposed": every[:4]}
    )
    assert said(messages)[0] == "utter_no_more_jobs"
    assert slots["proposed"] == []


@pytest.mark.parametrize("question", questions.QUESTIONS)
@pytest.mark.parametrize("command", ["go_back", "help", "start_over", "why_question", "resume"])
def test_a_command_never_answers_a_question(executor, question, command) -> None:
    slots, messages, _ = run(
        executor,
        f"validate_{interview.form_of(question)}",
        {**WITH_JOBS, question: None, "requested_slot": question, "past_job_candidates": []},
        text=f"/{command}",
        intent=command,
        loop=interview.form_of(question),
    )
    assert (slots, messages) == ({}, [])


@pytest.mark.parametrize("question", ["commune", "vehicle", "max_minutes", "training", "licence"])
def test_declining_is_kept_as_such(executor, question) -> None:
    slots, _, _ = run(
        executor,
        f"validate_{interview.form_of(question)}",
        {**WITH_JOBS, question: None, "requested_slot": question},
        text="je préfère ne pas répondre",
        intent="prefer_not",
        loop=interview.form_of(question),
    )
    assert slots[question] == "declined"


def test_a_commune_without_postcode_can_be_offered(executor, bundled) -> None:
    lyon = next(c for c in bundled.catalogue.communes if not c.postcodes)
    _, messages, _ = run(
        executor, "action_ask_commune", {"commune_candidates": [lyon.insee_code, BOURGOIN]}
    )
    assert messages[0]["buttons"][0]["title"] == f"{lyon.name} ({lyon.department})"


def test_codes_that_left_the_catalogue_are_passed_over(executor) -> None:
    _, asked, _ = run(executor, "action_ask_commune", {"commune_candidates": ["99999"]})
    assert said(asked) == ["utter_ask_commune_first"]
    gone = [{"said": "x", "rome_code": "Z9999", "sure": True}]
    _, listed, _ = run(executor, "action_ask_past_job_choice", {"past_job_candidates": gone})
    assert listed[-1]["custom"]["options"] == []


def test_a_free_reason_after_a_refusal_is_taken(executor) -> None:
    shown, _, _ = run(executor, "action_propose_jobs", WITH_JOBS)
    code = shown["proposed"][0]
    slots, _, _ = run(
        executor,
        "action_not_understood",
        {**WITH_JOBS, **shown, "refused_job": code},
        text="je supporte pas le bruit",
        intent="nlu_fallback",
    )
    assert slots["refusals"][0]["rome_code"] == code and slots["refused_job"] is None


def test_a_reason_heard_as_a_refusal_is_for_the_job_just_refused(executor) -> None:
    shown = run(executor, "action_propose_jobs", WITH_JOBS)[0]
    code = shown["proposed"][0]
    pending = {**WITH_JOBS, **shown, "refused_job": code}
    slots, _, _ = run(executor, "action_refuse_job", pending, "c'est trop loin", "refuse_job")
    assert slots["refusals"] == [{"rome_code": code, "reason": "too_far"}]


def test_another_subject_after_a_refusal_is_no_reason(executor) -> None:
    shown = run(executor, "action_propose_jobs", WITH_JOBS)[0]
    pending = {**WITH_JOBS, **shown, "refused_job": shown["proposed"][0]}
    slots, messages, _ = run(executor, "action_not_understood", pending, "je veux le permis")
    assert "refusals" not in slots
    assert said(messages)[0] == "utter_not_understood"


WITHOUT_TRAINING = {**WITH_JOBS, "public_transport": "skipped", "training": "unknown"}


def test_a_question_that_can_still_change_the_list_is_offered_with_a_way_to_refuse(
    executor,
) -> None:
    slots, messages, _ = run(executor, "action_propose_jobs", WITHOUT_TRAINING)
    offered = next(m for m in messages if "Une formation" in (m.get("text") or ""))
    titles = [button["title"] for button in offered["buttons"]]
    assert titles == ["Répondre à cette question", "Non merci"]
    assert slots["questions_offered"] == ["training"]


@pytest.mark.parametrize(
    "slots",
    [
        {"training": "declined"},
        {"questions_offered": ["training"]},
        {"questions_offered": ["licence", "vehicle"]},
        {"training": "short"},
    ],
    ids=["declined", "offered before", "offered enough", "answered"],
)
def test_such_a_question_is_not_offered_when(executor, slots) -> None:
    answered = {"past_jobs": [{"said": "caissière", "rome_code": "D1505"}]}
    given = {**WITHOUT_TRAINING, **answered, **slots}
    _, messages, _ = run(executor, "action_propose_jobs", given)
    assert not [m for m in messages if "Une formation" in (m.get("text") or "")]


def test_the_button_opens_its_question_and_takes_nothing_else_back(executor) -> None:
    slots, _, others = run(
        executor,
        "action_go_back",
        {**WITHOUT_TRAINING, "statements": {"repair": 1}},
        intent="go_back",
        entities={"question": "training"},
    )
    assert slots["training"] is None and slots["requested_slot"] == "training"
    assert "statements" not in slots and "hours_refused" not in slots
    assert others[0]["name"] == "constraints_form"


def test_the_statement_on_screen_is_the_one_that_an_answer_is_for(executor) -> None:
    settled = {"consent": "yes", "commune": BOURGOIN, "exact_address": "skipped"}
    asked, messages, _ = run(executor, "action_ask_statement", settled)
    assert asked["statement_asked"]
    slots, _, _ = run(
        executor,
        "validate_interests_form",
        {**settled, **asked, "requested_slot": "statement"},
        entities={"question": "statement", "value": "1"},
        loop="interests_form",
    )
    assert slots["statements"] == {asked["statement_asked"]: 1.0}
    assert slots["statement_asked"] not in slots["statements"]
    again, _, _ = run(
        executor, "action_go_back", {**settled, **slots, "requested_slot": "statement"}
    )
    assert again["statement_asked"] == asked["statement_asked"]
    assert messages[0]["response"] == "utter_ask_statement_first"


@pytest.mark.parametrize(
    ("vehicle", "transport"), [("car", "skipped"), ("none", None)], ids=["driver", "walker"]
)
def test_buses_are_asked_about_only_when_they_can_change_the_list(
    executor, vehicle, transport
) -> None:
    slots, _, _ = run(
        executor,
        "validate_mobility_form",
        {**WITH_JOBS, "vehicle": None, "max_minutes": None, "requested_slot": "vehicle"},
        entities={"question": "vehicle", "value": vehicle},
        loop="mobility_form",
    )
    assert slots.get("public_transport") == transport


def test_who_goes_back_past_a_skipped_question_may_be_asked_it(executor) -> None:
    skipped = {**WITH_JOBS, "public_transport": "skipped", "max_minutes": None}
    slots, _, _ = run(executor, "action_go_back", {**skipped, "requested_slot": "max_minutes"})
    assert slots["vehicle"] is None and slots["public_transport"] is None
