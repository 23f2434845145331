"""Sentences of the test set go the whole way, at every question, and are judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.adapters.catalogue_files import read
from bot.commands.evaluate_nlu import CASES
from bot.commands.nlu_path import Case, heard, read_cases
from bot.services.understanding import Understanding
from bot.settings import ROOT


@pytest.fixture(scope="module")
def bundled() -> Understanding:
    return Understanding.of(read(ROOT / "data" / "catalogue"))


def understood_as(intent: str, confidence: float = 0.9) -> Any:
    def parse(_text: str) -> Mapping[str, Any]:
        return {"intent": {"name": intent, "confidence": confidence}}

    return parse


def test_every_tuning_sentence_is_judged_at_its_question(bundled: Understanding) -> None:
    cases = read_cases(CASES, "tuning")
    found = heard(cases, understood_as("answer"), bundled)
    assert len(found) == len(cases) > 100
    filled = [one.are_slots_right for one in found if one.are_slots_right is not None]
    assert sum(filled) / len(filled) > 0.8, "readers alone fill most slots"


@pytest.mark.parametrize(
    ("case", "intent", "understood", "is_right"),
    [
        (Case("c'est gratuit ?", "commune", "ask_price", {}, ""), "ask_price", "ask_price", True),
        (Case("oui", "licence", "", {"licence": "yes"}, ""), "answer", "answer", True),
        (Case("oui", "licence", "", {"licence": "no"}, ""), "answer", "answer", False),
        (Case("xyz", "licence", "out_of_scope", {}, ""), "nlu_fallback", "not_understood", True),
        (Case("je passe", "licence", "skip_question", {}, ""), "answer", "skip_question", True),
        (Case("merci", "", "thanks", {}, ""), "thanks", "thanks", True),
        (
            Case("sans emploi", "after_jobs", "joke", {}, ""),
            "nlu_fallback",
            "not_understood",
            False,
        ),
    ],
)
def test_what_a_sentence_comes_to(bundled, case, intent, understood, is_right) -> None:
    (found,) = heard([case], understood_as(intent), bundled)
    assert (found.understood, found.is_right) == (understood, is_right)
