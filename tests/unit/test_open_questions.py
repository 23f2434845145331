"""Open questions suit the moment, and are open: none can be answered by yes or by no."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest

from bot.adapters.catalogue_files import read
from bot.orientation.catalogue import Catalogue
from bot.orientation.phrases import PHRASES
from bot.services.case import Case, case_of
from bot.services.open_questions import MOST, RULES, WAITING, all_open_questions, open_questions
from bot.services.questions import QUESTIONS
from bot.settings import ROOT

DAY = datetime.date(2026, 11, 27)
TALKED = {
    "consent": "yes",
    "commune": "38053",
    "portrait": "done",
    "past_job": "done",
    "past_jobs": [{"said": "boulanger", "rome_code": "D1102"}],
    "statements": {"repair": 1, "care": 1, "sell": 1},
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read(ROOT / "data" / "catalogue")


def case(slots: dict[str, Any], *events: dict[str, Any]) -> Case:
    return case_of("a" * 32, {"slots": slots, "events": list(events)}, DAY)


def codes(slots: dict[str, Any], *events: dict[str, Any]) -> list[str]:
    return [one.code for one in open_questions(case(slots, *events))]


def heard(intent: str) -> dict[str, Any]:
    return {"event": "user", "text": "…", "parse_data": {"intent": {"name": intent}}}


def shown(kind: str) -> dict[str, Any]:
    return {"event": "bot", "data": {"custom": {"type": kind}}}


@pytest.mark.parametrize(
    ("slots", "events", "first"),
    [
        ({"requested_slot": "consent"}, [], "start.today"),
        ({**TALKED, "requested_slot": "licence"}, [], "road.licence"),
        ({**TALKED, "requested_slot": "training"}, [], "training.learn"),
        ({**TALKED, "requested_slot": "scene"}, [], "tastes.story"),
        ({**TALKED, "requested_slot": "licence"}, [heard("discouraged")], "mood.heavy"),
        ({**TALKED, "proposed": ["D1102"]}, [shown("cards")], "jobs.look"),
        ({**TALKED, "kept": ["D1102", "N1101"]}, [], "jobs.two"),
        ({**TALKED, "kept": ["D1102", "N1101"]}, [shown("places")], "aids.first"),
        ({**TALKED}, [shown("sheet")], "next.step"),
        ({**TALKED, "vehicle": "car", "licence": "no"}, [], "road.car"),
        ({**TALKED, "statements": {"outside": 1, "inside": 1}}, [], "tastes.torn"),
        (
            {**TALKED, "statements": {"outside": 1}, "conditions_refused": ["outdoors"]},
            [],
            "tastes.limit",
        ),
        (
            {**TALKED, "statements": {"repair": -1, "care": -1, "sell": -1, "tidy": -1}},
            [],
            "tastes.only_no",
        ),
        ({**TALKED, "statements": {"repair": 1}}, [], "tastes.good_day"),
        ({**TALKED, "past_jobs": None}, [], "past.unpaid"),
        (
            {**TALKED, "licence": "declined", "vehicle": "unknown", "training": "declined"},
            [],
            "mood.choose",
        ),
    ],
)
def test_the_first_question_suits_the_moment(slots, events, first) -> None:
    assert codes(slots, *events)[0] == first


def test_what_was_shown_before_the_last_message_is_past() -> None:
    assert "jobs.look" not in codes({**TALKED}, shown("cards"), heard("thanks"))


def test_a_job_that_was_kept_is_named(catalogue) -> None:
    slots = {**TALKED, "kept": ["D1102"], "refusals": [{"rome_code": "N1101", "reason": "hours"}]}
    texts = [one.text for one in open_questions(case(slots), catalogue)]
    assert any("garder «\u00a0Boulangère ou boulanger\u00a0»" in text for text in texts)
    assert any("mis «" in text and "de côté" in text for text in texts)


def test_who_reads_easy_french_reads_them_so() -> None:
    texts = [one.text for one in open_questions(case({**TALKED, "reading": "easy"}))]
    assert any("\n" in text for text in texts)


@pytest.mark.parametrize("question", [None, *QUESTIONS, "feedback_face"])
def test_there_are_always_some_and_never_too_many(question) -> None:
    for slots in ({}, TALKED):
        found = codes({**slots, "requested_slot": question})
        assert 3 <= len(found) <= MOST and len(set(found)) == len(found)


def test_every_question_of_the_interview_has_its_own() -> None:
    assert set(WAITING) == set(QUESTIONS) - {"exact_address"}


def test_every_phrase_is_asked_at_some_moment() -> None:
    source = (ROOT / "bot" / "services" / "open_questions.py").read_text(encoding="utf-8")
    for code in PHRASES:
        if code.startswith("open."):
            assert f'"{code.removeprefix("open.")}"' in source, code
    assert len(RULES) == len(set(RULES))


@pytest.mark.parametrize("code", [code for code in PHRASES if code.startswith("open.")])
def test_none_can_be_answered_by_yes_or_no(code) -> None:
    for easy in (False, True):
        text = PHRASES[code].in_style(easy)
        last = re.split(r"(?<=[.?])\s+|\n", text)[-1]
        opens = r"\b(?:qu|quand|quel|comment|pour quoi|à qui|jusqu|de quoi|où|combien)"
        assert re.search(opens, last, re.IGNORECASE) or re.search(
            r"\b(?:[Rr]acontez|[Pp]arlez|[Dd]ites)\b", text
        ), text
        assert not re.search(r"(?:^|[.?]\s)(?:Est-ce que|Avez-vous|Êtes-vous|Voulez-vous)", text)


def test_the_whole_list_needs_no_fact() -> None:
    found = all_open_questions()
    assert len(found) > 35 and not any("{" in one.text for one in found)
