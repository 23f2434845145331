"""Facts told in passing: each kind, its look-alikes, and noise that changes nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.orientation.corrections import replacements
from bot.orientation.told_facts import ToldFacts, told_facts
from bot.orientation.told_past import past_job_words
from bot.orientation.told_places import home_words
from bot.orientation.wording import fold
from tests.unit.told_sentences import LOOK_ALIKES, TOLD

CASES = [(kind, text, told) for kind, cases in TOLD.items() for text, told in cases]
OTHERS = [(kind, text) for kind, texts in LOOK_ALIKES.items() for text in texts]
SENTENCES = [text for _, text, _ in CASES] + [text for _, text in OTHERS]


def as_dict(facts: ToldFacts) -> dict[str, Any]:
    found: dict[str, Any] = dict(facts.values())
    for name in ("hours", "conditions", "max_km"):
        if getattr(facts, name):
            found[name] = getattr(facts, name)
    return found


@pytest.mark.parametrize(
    ("text", "told"), [c[1:] for c in CASES], ids=[f"{c[0]}: {c[1]}" for c in CASES]
)
def test_a_fact_is_read(text: str, told: dict[str, Any]) -> None:
    assert as_dict(told_facts(text)) == told


@pytest.mark.parametrize("text", [o[1] for o in OTHERS], ids=[f"{o[0]}: {o[1]}" for o in OTHERS])
def test_what_only_looks_like_a_fact_tells_nothing(text: str) -> None:
    assert as_dict(told_facts(text)) == {}


def without_accents(text: str) -> str:
    return fold(text)


def without_punctuation(text: str) -> str:
    return re.sub(r"\s*[.,;:!?…]\s*", " ", text)


NOISES = {
    "no accents": without_accents,
    "capitals": str.upper,
    "no punctuation": without_punctuation,
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "no apostrophes": lambda text: re.sub(r"\bj'", "j ", text),
    "spaces": lambda text: f"  {text.replace(' ', '  ')} ",
    "filler before": lambda text: f"euh alors {text}",
    "end of a sentence": lambda text: f"{text}.",
}


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    text=st.sampled_from(SENTENCES),
    noises=st.lists(st.sampled_from(sorted(NOISES)), min_size=1, max_size=4, unique=True),
)
def test_noise_does_not_change_the_facts(text: str, noises: list[str]) -> None:
    heard = text
    for noise in noises:
        heard = NOISES[noise](heard)
    assert as_dict(told_facts(heard)) == as_dict(told_facts(text))


@pytest.mark.parametrize(
    "words", ["j'ai pas ", "permis ", "la nuit ", "je garde mes enfants ", "j'étais ", "en fait "]
)
def test_a_very_long_message_is_read(words: str) -> None:
    told_facts(words * 500)
    past_job_words(words * 500)
    home_words(words * 500)
    replacements(words * 500)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    told_facts(text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(" , ".join))
def test_what_is_told_is_told_again_among_other_sentences(text: str) -> None:
    facts = as_dict(told_facts(text))
    assert set(facts) <= {
        "licence", "vehicle", "public_transport", "max_minutes", "training", "hours",
        "conditions", "max_km",
    }  # fmt: skip
