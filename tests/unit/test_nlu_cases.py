"""The sentences that measure what is understood: well formed, varied, and split for good."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections import Counter
from typing import Any

import pytest
from rapidfuzz import fuzz

from bot.settings import ROOT

CASES = ROOT / "tests" / "evaluation" / "nlu_cases.csv"
COLUMNS = ["text", "question", "intent", "slots", "split", "kind"]
SPLITS = {"tuning": 150, "held-out": 450}
QUESTIONS = (
    "consent commune spark_way pictures picture_why scene statement portrait past_job licence "
    "vehicle public_transport max_minutes hours_refused conditions_refused training after_jobs"
).split()
INTENTS = (
    "affirm deny dont_know prefer_not ask_duration ask_jobs_source ask_language ask_pay "
    "ask_price ask_privacy ask_progress ask_remote_work ask_rome ask_who help joke out_of_scope "
    "repeat skip_question set_reading why_question erase go_back goodbye greet resume start_over "
    "talk_to_human thanks back_to_jobs more_jobs refuse_job set_surprise try_job what_if why_job "
    "ask_local_help ask_support_offer tell_circumstance tell_disability discouraged distress "
    "homeless insult money_distress violence"
).split()
LEAST_OF_AN_INTENT = 6
LEAST_OF_KINDS = {
    ("many_facts", "long"): 80,
    ("correction",): 40,
    ("negation",): 50,
    ("duration",): 40,
    ("sms", "slang", "dictation"): 60,
    ("no_accents", "typo"): 30,
    ("english",): 15,
    ("ordinal",): 15,
    ("digression",): 90,
    ("safety",): 60,
    ("look_alike",): 50,
    ("off_topic",): 80,
    ("plain",): 100,
}
ONE_OF: dict[str, tuple[object, ...]] = {
    "licence": ("yes", "no", "unknown", "declined"),
    "vehicle": ("car", "scooter", "bike", "none"),
    "public_transport": ("yes", "no", "unknown"),
    "training": ("none", "short", "long"),
    "spark_way": ("pictures", "game", "statements", "skip"),
    "agreement": (1, 0.5, -1, None),
}
SOME_OF: dict[str, tuple[str, ...]] = {
    "hours_refused": ("night", "weekend", "shifted", "outside_school"),
    "conditions_refused": (
        "heavy_loads",
        "standing",
        "sitting",
        "outdoors",
        "heights",
        "noise",
        "cold_or_heat",
        "repetitive",
        "public_contact",
        "chemicals",
    ),
}
NEAR = 80
SHORT = 12


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def normal(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.lower()).encode("ascii", "ignore").decode()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in bare).split())


def is_allowed(slot: str, value: Any) -> bool:
    """Whether a slot may hold this value; False also for a slot nobody knows."""
    if slot in ONE_OF:
        return value in ONE_OF[slot]
    if slot in SOME_OF:
        return isinstance(value, list) and set(value) <= set(SOME_OF[slot])
    if slot == "past_jobs":
        return isinstance(value, list) and all(isinstance(title, str) for title in value)
    if slot == "max_minutes":
        return isinstance(value, int) and 5 <= value <= 180
    return slot == "commune" and isinstance(value, str) and value[:1].isupper()


def test_the_columns_are_those_of_the_readme() -> None:
    with CASES.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == COLUMNS
    readme = CASES.with_name("README.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in readme] == []


@pytest.mark.parametrize(
    ("column", "allowed"),
    [
        ("question", ["", *QUESTIONS]),
        ("intent", ["", *INTENTS]),
        ("split", list(SPLITS)),
        ("kind", [kind for kinds in LEAST_OF_KINDS for kind in kinds]),
    ],
)
def test_a_column_holds_only_known_words(column: str, allowed: list[str]) -> None:
    assert {row[column] for row in rows()} == set(allowed)


def test_slots_hold_only_values_that_exist() -> None:
    wrong = [
        (row["text"], slot, value)
        for row in rows()
        for slot, value in json.loads(row["slots"]).items()
        if not is_allowed(slot, value)
    ]
    assert wrong == []


def test_a_value_that_does_not_exist_is_seen() -> None:
    assert not is_allowed("licence", "maybe")
    assert not is_allowed("hours_refused", ["sunday"])
    assert not is_allowed("max_minutes", 0)
    assert not is_allowed("first_name", "Zoé")


def test_a_row_is_either_an_intent_or_an_answer() -> None:
    both = [row["text"] for row in rows() if row["intent"] and json.loads(row["slots"])]
    assert both == []


def test_no_sentence_is_there_twice() -> None:
    counts = Counter(normal(row["text"]) for row in rows())
    assert [text for text, count in counts.items() if count > 1] == []


def test_held_out_sentences_do_not_resemble_those_to_tune_on() -> None:
    tuning = [normal(row["text"]) for row in rows() if row["split"] == "tuning"]
    held_out = [normal(row["text"]) for row in rows() if row["split"] == "held-out"]
    near = [
        (text, other)
        for text in held_out
        for other in tuning
        if min(len(text), len(other)) > SHORT and fuzz.ratio(text, other) > NEAR
    ]
    assert near == []


@pytest.mark.parametrize(("split", "least"), SPLITS.items())
def test_a_split_is_large_enough(split: str, least: int) -> None:
    assert sum(row["split"] == split for row in rows()) >= least


@pytest.mark.parametrize(("kinds", "least"), LEAST_OF_KINDS.items())
def test_there_are_enough_sentences_of_a_kind(kinds: tuple[str, ...], least: int) -> None:
    assert sum(row["kind"] in kinds for row in rows()) >= least


def test_every_intent_and_question_has_enough_held_out_sentences() -> None:
    held_out = [row for row in rows() if row["split"] == "held-out"]
    intents = Counter(row["intent"] for row in held_out)
    questions = Counter(row["question"] for row in held_out)
    assert [name for name in INTENTS if intents[name] < LEAST_OF_AN_INTENT] == []
    assert [name for name in QUESTIONS if questions[name] < LEAST_OF_AN_INTENT] == []
