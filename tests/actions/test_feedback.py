"""The words to the team, run by rasa_sdk's executor, with a box that remembers."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk.executor import ActionExecutor

from bot import wiring
from bot.services.asides import FEEDBACK, REPORT
from bot.services.ports import Feedback, Opened, StaleReport


class Box:
    """Keeps the last word told under each opening, as the database does."""

    def __init__(self) -> None:
        self.told: dict[tuple[str, str], Feedback | StaleReport] = {}

    def keep_feedback(self, opened: Opened, feedback: Feedback) -> None:
        self.told[opened.conversation_id, opened.message_id] = feedback

    def keep_report(self, opened: Opened, report: StaleReport) -> None:
        self.told[opened.conversation_id, opened.message_id] = report


@pytest.fixture
def box(monkeypatch: pytest.MonkeyPatch) -> Box:
    box = Box()
    monkeypatch.setattr(wiring, "team_box", lambda: box)
    return box


def run(
    executor: ActionExecutor,
    action: str,
    slots: dict[str, Any],
    text: str = "",
    loop: str | None = None,
    **entities: Any,
) -> tuple[dict[str, Any], list[str], list[str | None]]:
    """(slots set, responses said, loops begun) of one action after one message."""
    message = {
        "text": text,
        "message_id": "message-1",
        "intent": {"name": "answer" if entities else "other", "confidence": 1.0},
        "entities": [{"entity": name, "value": value} for name, value in entities.items()],
    }
    tracker = {
        "sender_id": "0" * 32,
        "slots": slots,
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
    return (
        {event["name"]: event["value"] for event in events if event["event"] == "slot"},
        [one["response"] for one in result["responses"] if one.get("response")],
        [event["name"] for event in events if event["event"] == "active_loop"],
    )


def test_a_form_begins_beside_the_interview_and_leads_back(executor, box) -> None:
    before = {"requested_slot": "vehicle", "licence": "yes"}
    begun, said, loops = run(executor, "action_give_feedback", before, loop="mobility_form")
    assert (said, loops) == (["utter_feedback_begins"], [FEEDBACK])
    assert begun["requested_slot"] == "feedback_face" and "licence" not in begun
    ended, said, loops = run(executor, "action_end_aside", {**before, **begun})
    assert (said, loops) == (["utter_nothing_told"], ["mobility_form"])
    assert ended["aside"] is None and box.told == {}


def test_a_cry_is_thanked_for_and_asks_nothing(executor, box) -> None:
    slots, said, loops = run(executor, "action_give_feedback", {}, "c'était nul")
    assert (slots, said, loops) == ({}, ["utter_feedback_heard"], [])


@pytest.mark.parametrize(
    ("face", "thanks"),
    [("very_bad", "utter_feedback_thanks_hard"), ("good", "utter_feedback_thanks")],
)
def test_praise_and_criticism_are_both_thanked_for(executor, box, face, thanks) -> None:
    slots = {"aside": {"kind": FEEDBACK, "form": None}, "feedback_face": face}
    assert run(executor, "action_end_aside", slots)[1] == [thanks]


def test_the_same_message_again_is_kept_once(executor, box) -> None:
    begun, _, _ = run(executor, "action_give_feedback", {})
    for _ in range(2):
        slots, _, _ = run(
            executor,
            "validate_feedback_form",
            begun,
            loop=FEEDBACK,
            question="feedback_face",
            value="bad",
        )
    assert slots == {"feedback_face": "bad"}
    assert box.told == {("0" * 32, "message-1"): Feedback("bad")}


def test_a_tap_reaches_the_team_before_any_question(executor, box) -> None:
    begun, said, loops = run(executor, "action_report_stale", {}, offer_id="visale")
    assert (said, loops) == (["utter_report_begins"], [REPORT])
    assert begun["requested_slot"] == "report_reason"
    (report,) = box.told.values()
    assert report.shown.subject_id == "visale" and report.reason is None


def test_a_car_that_is_gone_is_a_fact_and_no_report(executor, box) -> None:
    slots, said, loops = run(executor, "action_report_stale", {}, "je n'ai plus de voiture")
    assert slots["vehicle"] == "none" and loops == [] and "utter_noted" in said
    assert box.told == {}


def test_what_nobody_can_name_is_asked_and_not_kept_yet(executor, box) -> None:
    begun, said, _ = run(executor, "action_report_stale", {}, "cette aide n'existe plus")
    assert said == ["utter_report_begins_which"]
    assert begun["requested_slot"] == "report_subject" and begun["report_reason"] == "ended"
    assert box.told == {}


@pytest.mark.parametrize(
    ("slots", "offered"),
    [
        ({"proposed": ["D1106"]}, ["utter_offer_feedback"]),
        ({"proposed": ["D1106"], "feedback_offered": True}, []),
        ({"proposed": None}, []),
    ],
    ids=["after the jobs", "once", "not before"],
)
def test_it_is_offered_once_at_the_end(executor, box, slots, offered) -> None:
    assert run(executor, "action_offer_feedback", slots)[1] == offered


def test_it_is_not_offered_in_the_middle_of_a_question(executor, box) -> None:
    slots = {"proposed": ["D1106"]}
    assert run(executor, "action_offer_feedback", slots, loop="mobility_form")[1] == []
