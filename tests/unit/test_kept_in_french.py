"""What is kept of a person reads in French wherever testers see it."""

from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.adapters.catalogue_files import read
from bot.orientation.catalogue import Catalogue
from bot.replay.in_french import QUESTION_WORDS
from bot.replay.intent_words import INTENTS
from bot.replay.kept_in_french import kept_name, kept_value
from bot.replay.names import names
from bot.settings import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read(ROOT / "data" / "catalogue")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "rien"),
        ("no", "non"),
        ("true", "oui"),
        ("38053", "Bourgoin-Jallieu (38053)"),
        ([], "liste vide"),
        ({"form": "mobility_form"}, "questions : les déplacements"),
        ("45", "45"),
    ],
)
def test_a_value_is_told_in_words(catalogue: Catalogue, value: Any, told: str) -> None:
    assert kept_value(value, catalogue) == told


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("hours_refused", ["night", "weekend"], "travailler la nuit, travailler le week-end"),
        ("hours_refused", [], "liste vide"),
        ("conditions_refused", ["noise"], "le bruit"),
        ("refusals", [{"reason": "too_far"}], "raison : c’est trop loin"),
        ("max_minutes", "30", "30 minutes"),
        ("max_minutes", "unknown", "ne sait pas"),
        ("vehicle", "none", "pas de véhicule"),
        ("training", "none", "non, travailler vite"),
        ("kept", frozenset({"x"}), "x"),
        ("feedback_face", "very_bad", "très mauvais"),
    ],
)
def test_a_value_is_told_in_the_words_of_its_question(name: str, value: Any, told: str) -> None:
    assert kept_value(value, name=name) == told


def test_a_phrase_is_told_by_its_words_and_its_answer() -> None:
    told = kept_value({"care": 1.0, "steps": None}, name="statements")
    assert "care" not in told and "steps" not in told and told.endswith(": je ne sais pas")


def test_what_is_long_is_cut() -> None:
    assert len(kept_value("x" * 1000)) == 301


def test_every_name_that_a_story_may_check_has_words() -> None:
    assert [name for name in names().kept if kept_name(name) == name] == ["commune", "surprise"]


def test_every_question_has_words() -> None:
    assert set(names().questions) <= set(QUESTION_WORDS)


def test_every_intent_has_words() -> None:
    domain = YAML(typ="safe").load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert set(INTENTS) == {*domain["intents"], "nlu_fallback"}


def test_a_job_is_told_by_its_name(catalogue: Catalogue) -> None:
    job = catalogue.jobs[0]
    assert kept_value([{"rome_code": job.rome_code}], catalogue).endswith(f"({job.rome_code})")
    assert kept_value([{"rome_code": job.rome_code}]) == job.rome_code


@pytest.mark.parametrize(
    ("name", "told"),
    [("licence", "permis"), ("insee_code", "commune"), ("max_minutes", "minutes de trajet")],
)
def test_a_slot_or_a_fact_has_a_name(name: str, told: str) -> None:
    assert kept_name(name) == told
