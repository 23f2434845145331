"""Danger is heard in many wordings, and sayings that sound like it are not taken for it."""

from __future__ import annotations

import pytest
import yaml

from bot.orientation.danger_words import (
    DISTRESS,
    HOMELESS,
    VIOLENCE,
    only_sounds_dangerous,
    read_danger,
)
from bot.orientation.wording import fold
from bot.services import danger
from bot.services.danger import corrected
from bot.settings import ROOT
from tests.unit import danger_cases
from tests.unit.danger_cases import sentences

TOLD = [
    (text, kind)
    for block, kind in (
        (danger_cases.DISTRESS, DISTRESS),
        (danger_cases.VIOLENCE, VIOLENCE),
        (danger_cases.HOMELESS, HOMELESS),
    )
    for text in sentences(block)
]
HARMLESS = sentences(danger_cases.LOOK_ALIKES)


def test_there_are_many_sentences_of_both_sorts() -> None:
    assert len(TOLD) >= 100 and len(HARMLESS) >= 100
    assert len({text for text, _ in TOLD} | set(HARMLESS)) == len(TOLD) + len(HARMLESS)


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_danger_is_heard(text: str, kind: str) -> None:
    assert read_danger(text) == kind


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_danger_is_heard_without_accents_in_capitals_or_in_a_long_answer(text, kind) -> None:
    assert read_danger(fold(text).upper()) == kind
    assert read_danger(f"j'ai été vendeuse, j'ai le permis, {text}, voilà") == kind


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_like_it_is_no_danger(text: str) -> None:
    assert read_danger(text) is None


@pytest.mark.parametrize(
    ("text", "is_a_saying"),
    [
        ("je meurs d'envie d'apprendre", True),
        ("il ne m'a jamais frappée", True),
        ("j'ai travaillé avec des femmes battues", True),
        ("je veux mourir", False),
        ("je cherche un emploi", False),
    ],
)
def test_a_saying_is_told_from_plain_words(text: str, is_a_saying: bool) -> None:
    assert only_sounds_dangerous(text) is is_a_saying


LIKELY = [{"name": "distress", "confidence": 0.5}, {"name": "answer", "confidence": 0.4}]
UNLIKELY = [{"name": "distress", "confidence": 0.5}, {"name": "erase", "confidence": 0.2}]


@pytest.mark.parametrize(
    ("text", "intent", "confidence", "heard"),
    [
        ("je veux mourir", "answer", 0.9, ("distress", 1.0)),
        ("je meurs d'envie d'apprendre", "distress", 0.7, ("answer", 0.4)),
        ("ça va pas fort", "distress", 0.5, ("answer", 0.4)),
        ("ça va pas fort", "distress", 0.7, None),
        ("je cherche un emploi", "answer", 0.7, None),
        ("", "distress", 1.0, None),
    ],
)
def test_what_is_read_goes_before_what_is_guessed(text, intent, confidence, heard) -> None:
    found = corrected(text, {"name": intent, "confidence": confidence}, LIKELY)
    assert (found and (found["name"], found["confidence"])) == heard


def test_what_comes_after_a_doubtful_danger_must_be_likely_itself() -> None:
    """Else "efface tout" would be done for words that sound a bit like distress."""
    found = corrected("ça va pas fort", UNLIKELY[0], UNLIKELY)
    assert found is not None and found["name"] == "nlu_fallback"


def test_likely_is_what_the_classifier_calls_so() -> None:
    pipeline = yaml.safe_load((ROOT / "config.yml").read_text())["pipeline"]
    told = {one["name"]: one for one in pipeline}
    assert danger.LIKELY == told["FallbackClassifier"]["threshold"]
