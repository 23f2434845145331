"""What one message does at a question of the team: kept, passed, left, or for a rule."""

from __future__ import annotations

from typing import Any

import pytest

from bot.services.asides import (
    ASIDES,
    FEEDBACK,
    REPORT,
    beside,
    emptied,
    feedback_of,
    told,
)
from bot.services.ports import Feedback
from bot.services.questions import SKIPPED, Message

EMPTY: dict[str, Any] = dict(emptied())


def press(question: str, value: str) -> Message:
    return Message("", "answer", 1.0, {"question": question, "value": value})


def at(question: str, message: Message, **slots: Any) -> Any:
    form = FEEDBACK if question in ASIDES[FEEDBACK] else REPORT
    return told(form, question, message, {**EMPTY, **slots})


@pytest.mark.parametrize(
    ("question", "text", "slots"),
    [
        ("feedback_face", "bien", {"feedback_face": "good"}),
        ("feedback_keep", "j'ai le permis", {"feedback_keep": "j'ai le permis"}),
        ("feedback_stop", "arrêter de tutoyer", {"feedback_stop": "arrêter de tutoyer"}),
        ("feedback_start", "rien", {"feedback_start": SKIPPED}),
        ("report_detail", "vu sur leur page", {"report_detail": "vu sur leur page"}),
        (
            "report_reason",
            "le lien est mort",
            {"report_reason": "link", "report_detail": "le lien est mort"},
        ),
        ("report_reason", "bizarre", {"report_reason": "other", "report_detail": "bizarre"}),
        (
            "report_subject",
            "le truc du permis",
            {"report_subject": SKIPPED, "report_detail": "le truc du permis"},
        ),
    ],
)
def test_typed_words_are_kept_as_they_are(question: str, text: str, slots: dict) -> None:
    assert at(question, Message(text)).slots == slots


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        (
            "c'était vraiment super j'ai adoré les images",
            {
                "feedback_face": "very_good",
                "feedback_keep": "c'était vraiment super j'ai adoré les images",
            },
        ),
        (
            "les phrases sont trop longues pour moi",
            {
                "feedback_face": SKIPPED,
                "feedback_improve": "les phrases sont trop longues pour moi",
            },
        ),
    ],
)
def test_more_than_a_face_goes_where_it_belongs(text: str, slots: dict) -> None:
    assert at("feedback_face", Message(text)).slots == slots


def test_stopping_keeps_what_was_said() -> None:
    said = {"feedback_face": "bad", "feedback_improve": "moins long"}
    heard = at("feedback_keep", press("feedback_keep", "stop"), **said)
    assert heard.slots == dict.fromkeys(
        ("feedback_keep", "feedback_start", "feedback_stop"), SKIPPED
    )


@pytest.mark.parametrize(
    "message",
    [Message("retour", "go_back", 0.9), Message("", "go_back", 1.0), Message("", "goodbye", 1.0)],
    ids=["typed", "menu", "goodbye"],
)
def test_going_back_leaves(message: Message) -> None:
    assert set(at("feedback_face", message).slots) == set(ASIDES[FEEDBACK])


@pytest.mark.parametrize(
    "message",
    [
        Message("je veux mourir", "distress", 1.0),
        Message("j'ai plus rien à manger", "money_distress", 0.8),
        Message("parler à quelqu'un", "talk_to_human", 0.9),
        Message("facile à lire", "set_reading", 1.0),
        Message("", "refuse_job", 1.0, {"rome_code": "D1101"}),
        Message("", "go_back", 1.0, {"question": "commune"}),
        Message("", "answer", 1.0, {"question": "licence", "value": "yes"}),
    ],
    ids=["distress", "hunger", "human", "easy", "card", "named question", "other question"],
)
def test_danger_ways_out_and_other_buttons_are_for_rules(message: Message) -> None:
    heard = at("feedback_improve", message)
    assert heard.is_digression and not heard.slots


@pytest.mark.parametrize(
    "text",
    [
        "il faudrait parler à quelqu'un de vrai plus vite",
        "écrivez plus facile à lire pour les gens comme moi",
    ],
)
def test_a_wish_in_many_words_is_an_opinion(text: str) -> None:
    for intent in ("talk_to_human", "set_reading"):
        heard = at("feedback_improve", Message(text, intent, 1.0))
        assert heard.slots == {"feedback_improve": text}


def test_a_guess_of_danger_that_is_not_sure_stays_an_opinion() -> None:
    heard = at("feedback_stop", Message("ça me tue ces questions", "distress", 0.5))
    assert heard.slots == {"feedback_stop": "ça me tue ces questions"}


def test_nobody_can_be_reached_by_what_is_kept() -> None:
    heard = at("feedback_improve", Message("rappelez-moi au 06 12 34 56 78"))
    assert heard.slots == {"feedback_improve": "rappelez-moi au [numéro retiré]"}


@pytest.mark.parametrize(
    ("slots", "loop", "where"),
    [
        (
            {"requested_slot": "vehicle"},
            "mobility_form",
            {"form": "mobility_form", "is_paused": False, "moment": "vehicle"},
        ),
        (
            {"paused_form": "mobility_form"},
            None,
            {"form": "mobility_form", "is_paused": True, "moment": None},
        ),
        ({"proposed": []}, None, {"form": None, "is_paused": True, "moment": "jobs"}),
        (
            {
                "requested_slot": "feedback_keep",
                "aside": {"form": "place_form", "is_paused": False, "moment": "commune"},
            },
            FEEDBACK,
            {"form": "place_form", "is_paused": False, "moment": "commune"},
        ),
        (
            {"paused_form": FEEDBACK, "aside": {"form": "place_form", "is_paused": False}},
            None,
            {"form": "place_form", "is_paused": False, "moment": None},
        ),
    ],
    ids=["in a form", "on a pause", "after the jobs", "inside another", "another on a pause"],
)
def test_where_the_interview_was_is_remembered(slots: dict, loop: Any, where: dict) -> None:
    assert beside(slots, loop) == where


def test_what_was_passed_is_not_said() -> None:
    slots = {**EMPTY, "feedback_face": "good", "feedback_keep": SKIPPED}
    assert feedback_of(slots) == Feedback("good")
