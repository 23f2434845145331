"""Keeping, comparing, lists after a remark, where one can go, and the way on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.actions.test_actions import WITH_JOBS, run, said

BAKER, DRIVER = "D1102", "N1101"


def of_type(messages: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [m["custom"] for m in messages if (m.get("custom") or {}).get("type") == kind]


def cards(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [card for message in of_type(messages, "cards") for card in message["cards"]]


def titles(messages: list[dict[str, Any]]) -> list[str]:
    return [button["title"] for m in messages for button in m.get("buttons") or ()]


@pytest.fixture(scope="module")
def listed(executor) -> dict[str, Any]:  # type: ignore[no-untyped-def]
    """The slots of somebody who sees a list."""
    slots, _, _ = run(executor, "action_propose_jobs", WITH_JOBS)
    return {**WITH_JOBS, **slots}


def test_a_kept_job_gets_a_short_answer_and_no_cards(executor, listed) -> None:
    code = listed["proposed"][0]
    slots, messages, _ = run(executor, "action_keep_job", listed, entities={"rome_code": code})
    assert slots == {"kept": [code]}
    assert said(messages) == ["utter_job_kept"] and not cards(messages)
    again, messages, _ = run(
        executor, "action_keep_job", {**listed, **slots}, entities={"rome_code": code}
    )
    assert again == {"kept": []}
    assert said(messages) == ["utter_job_let_go"]


def test_two_kept_jobs_can_be_compared(executor, listed) -> None:
    slots = {**listed, "kept": [BAKER]}
    kept, messages, _ = run(executor, "action_keep_job", slots, "garde cariste", "keep_job")
    assert kept == {"kept": [BAKER, DRIVER]}
    assert "Comparer mes métiers gardés" in titles(messages)
    _, messages, _ = run(executor, "action_compare_jobs", {**slots, **kept})
    (table,) = of_type(messages, "comparison")
    assert len(table["columns"]) == 2
    assert titles(messages) == ["Revenir à ma liste"]


def test_four_kept_jobs_are_too_many_for_a_phone_and_that_is_said(executor, listed) -> None:
    slots = {**listed, "kept": [BAKER, DRIVER, "J1501", "H2913"]}
    _, messages, _ = run(executor, "action_compare_jobs", slots)
    (table,) = of_type(messages, "comparison")
    assert len(table["columns"]) == 3
    assert "les 3 derniers" in messages[-1]["text"]


def test_one_kept_job_is_not_compared_with_nothing(executor, listed) -> None:
    slots = {**listed, "kept": [listed["proposed"][0]]}
    _, messages, _ = run(executor, "action_compare_jobs", slots)
    assert said(messages) == ["utter_compare_needs_two"]
    payloads = [json.loads(b["payload"].removeprefix("/keep_job")) for b in messages[0]["buttons"]]
    assert [one["rome_code"] for one in payloads] == listed["proposed"][1:]


@pytest.mark.parametrize("action", ["action_keep_job", "action_compare_jobs"])
def test_before_the_list_there_is_nothing_to_keep(executor, action) -> None:
    slots, messages, _ = run(executor, action, {"commune": "38053"}, "je garde le premier")
    assert (slots, said(messages)) == ({}, ["utter_jobs_first"])


def test_after_a_remark_what_stays_is_shown_in_short_after_what_is_new(executor, listed) -> None:
    about = {"rome_code": listed["proposed"][0], "reason": "not_interested"}
    slots, messages, _ = run(executor, "action_refuse_job", listed, entities=about)
    shown = cards(messages)
    known = [card["is_known"] for card in shown]
    assert known == sorted(known) and set(known) == {True, False}
    assert [card["rome_code"] for card in shown] == slots["proposed"]
    assert all(card["is_known"] == (card["rome_code"] in listed["proposed"]) for card in shown)
    first = messages[0]["text"]
    assert "J'ai retiré" in first and "Toujours dans la liste" in first
    assert all(len(card["buttons"]) == 4 for card in shown)


def test_a_list_asked_for_is_shown_in_full(executor, listed) -> None:
    _, messages, _ = run(executor, "action_back_to_jobs", listed)
    assert not any(card["is_known"] for card in cards(messages))


def test_other_jobs_and_refusals_leave_kept_jobs_alone(executor, listed) -> None:
    slots = {**listed, "kept": [BAKER, DRIVER]}
    more, messages, _ = run(executor, "action_more_jobs", slots)
    assert "kept" not in more and "Comparer mes métiers gardés" in titles(messages)
    about = {"rome_code": listed["proposed"][0], "reason": "hours"}
    after, _, _ = run(executor, "action_refuse_job", slots, entities=about)
    assert "kept" not in after


def test_who_refuses_a_kept_job_does_not_keep_it(executor, listed) -> None:
    code = listed["proposed"][0]
    slots = {**listed, "kept": [BAKER, code]}
    about = {"rome_code": code, "reason": "hours"}
    after, _, _ = run(executor, "action_refuse_job", slots, entities=about)
    assert after["kept"] == [BAKER]


def test_a_kept_job_that_the_answers_rule_out_is_said(executor) -> None:
    slots = {**WITH_JOBS, "training": "none", "kept": ["J1506"]}
    after, messages, _ = run(executor, "action_propose_jobs", slots)
    told = "\n".join(m.get("text") or "" for m in messages)
    assert "Parmi vos métiers gardés" in told and "formation" in told
    assert "kept" not in after


def test_too_far_leaves_no_card_with_the_same_minutes(executor, listed) -> None:
    _, before, _ = run(executor, "action_back_to_jobs", listed)
    far = max(cards(before), key=lambda card: card["travel"]["minutes"])
    about = {"rome_code": far["rome_code"], "reason": "too_far"}
    slots, messages, _ = run(executor, "action_refuse_job", listed, entities=about)
    assert slots["max_minutes"] == far["travel"]["minutes"] - 5
    assert all(card["travel"]["minutes"] < far["travel"]["minutes"] for card in cards(messages))
    assert f"{slots['max_minutes']} minutes de trajet au plus" in messages[0]["text"]


def test_where_one_can_go_is_shown_between_two_blocks_of_questions(executor) -> None:
    _, messages, _ = run(executor, "action_say_reach", WITH_JOBS, loop="mobility_form")
    (reach,) = of_type(messages, "reach")
    assert 1 <= len(reach["basins"]) <= 6 and len(messages) == 1
    _, nothing, _ = run(executor, "action_say_reach", {**WITH_JOBS, "commune": None})
    assert nothing == []


def test_where_one_can_go_is_shown_on_demand(executor) -> None:
    slots = {**WITH_JOBS, "commune": None}
    _, messages, _ = run(executor, "action_where_to", slots, "où puis-je aller ?", "ask_reach")
    assert "votre commune" in messages[0]["text"]
    _, messages, _ = run(executor, "action_where_to", WITH_JOBS, "quelles villes", "ask_reach")
    assert of_type(messages, "reach")


@pytest.mark.parametrize(
    ("slots", "loop", "response"),
    [
        pytest.param({"proposed": [BAKER]}, "place_form", [], id="a question is asked again"),
        pytest.param({"paused_form": "place_form"}, None, ["utter_on_pause"], id="on pause"),
        pytest.param({"proposed": [BAKER]}, None, ["utter_jobs_still_here"], id="after the jobs"),
        pytest.param({"proposed": []}, None, ["utter_jobs_none"], id="no job was found"),
        pytest.param({}, None, [], id="before anything"),
    ],
)
def test_after_a_digression_there_is_a_way_on(executor, slots, loop, response) -> None:
    _, messages, _ = run(executor, "action_way_on", slots, loop=loop)
    assert said(messages) == response


def test_an_offer_asks_the_question_that_decides_and_shows_what_the_answer_changes(
    executor,
) -> None:
    name = "c'est quoi le permis à un euro par jour ?"
    _, messages, _ = run(executor, "action_support_offer", WITH_JOBS, name, "ask_support_offer")
    (item,) = [item for message in of_type(messages, "places") for item in message["items"]]
    assert (item["state"], item["state_title"]) == ("check", "À vérifier")
    button = item["buttons"][0]
    assert button["title"] == "Est-ce pour moi ?"
    about = json.loads(button["payload"].removeprefix("/tell_circumstance"))
    asked, messages, _ = run(executor, "action_tell_circumstance", WITH_JOBS, entities=about)
    fact = asked["asked_circumstance"]["fact"]
    answer = next(b for b in messages[0]["buttons"] if fact in b["payload"])
    told = json.loads(answer["payload"].removeprefix("/tell_circumstance"))
    kept, messages, _ = run(
        executor, "action_tell_circumstance", {**WITH_JOBS, **asked}, entities=told
    )
    assert fact in kept["circumstances"]
    (item,) = [item for message in of_type(messages, "places") for item in message["items"]]
    assert item["state"] in ("open", "check", "closed")
