"""domain.yml reads like a script: in order, nothing missing, nothing unused, plain French."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.services import asides, questions
from bot.settings import ROOT

DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
RULES = [
    rule
    for path in sorted((ROOT / "data" / "rules").glob("*.yml"))
    for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]
]
STORIES = [
    story
    for path in sorted((ROOT / "data" / "stories").glob("*.yml"))
    for story in yaml.safe_load(path.read_text(encoding="utf-8"))["stories"]
]
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for zone in ("actions", "bot")
    for path in (ROOT / zone).rglob("*.py")
)
TEXTS = [
    (name, variation["text"])
    for name, variations in DOMAIN["responses"].items()
    for variation in variations
]
BUTTONS = [
    (name, button)
    for name, variations in DOMAIN["responses"].items()
    for variation in variations
    for button in variation.get("buttons", ())
]


def test_the_domain_is_in_the_agreed_order() -> None:
    order = ["version", "session_config", "intents", "entities", "slots", "forms", "actions"]
    assert list(DOMAIN) == [*order, "responses"]


def test_intents_and_actions_have_one_name_each() -> None:
    for zone in ("intents", "entities", "actions"):
        assert len(DOMAIN[zone]) == len(set(DOMAIN[zone])), zone
    names = [item["rule"] for item in RULES] + [item["story"] for item in STORIES]
    assert len(names) == len(set(names))


def test_every_intent_is_used_and_has_examples() -> None:
    used = {step["intent"] for item in RULES for step in item["steps"] if "intent" in step}
    nlu = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "data" / "nlu").glob("*.yml"))
    trained = set(re.findall(r"- intent: (\w+)", nlu))
    assert set(DOMAIN["intents"]) == trained
    assert set(DOMAIN["intents"]) <= used | {"nlu_fallback"}


def test_every_action_has_its_class_and_every_class_its_entry() -> None:
    in_code = set(re.findall(r'return "((?:action|validate)_\w+)"', CODE))
    assert in_code == set(DOMAIN["actions"])


def test_every_response_is_said_somewhere() -> None:
    in_rules = {step["action"] for item in RULES for step in item["steps"] if "action" in step}
    built = {f"utter_ask_{q}{end}" for q in questions.QUESTIONS for end in ("", "_again")}
    built |= {f"utter_why_{q}" for q in questions.QUESTIONS}
    built |= {f"utter_{intent}" for intent in questions.URGENT}
    built |= {f"utter_ask_{q}" for q in asides.emptied()}
    for name in DOMAIN["responses"]:
        assert name in in_rules | built or f'"{name}"' in CODE, f"{name} is never said"


def test_every_question_can_be_asked_again_and_explained() -> None:
    for question in questions.QUESTIONS:
        asked = f"utter_ask_{question}" in DOMAIN["responses"]
        assert asked or f"action_ask_{question}" in DOMAIN["actions"], question
        assert f"utter_ask_{question}_again" in DOMAIN["responses"], question
        assert question == "consent" or f"utter_why_{question}" in DOMAIN["responses"], question


def test_every_question_to_tell_the_team_is_asked() -> None:
    for question in asides.emptied():
        asked = f"utter_ask_{question}" in DOMAIN["responses"]
        assert asked or f"action_ask_{question}" in DOMAIN["actions"], question


def test_responses_named_in_the_code_exist() -> None:
    for name in re.findall(r'"(utter_[a-z_]+)"', CODE):
        assert name in DOMAIN["responses"], name


def test_forms_are_those_of_the_interview() -> None:
    forms = {name: tuple(form["required_slots"]) for name, form in DOMAIN["forms"].items()}
    assert forms == {**questions.FORMS, **asides.ASIDES}


@pytest.mark.parametrize(("name", "button"), BUTTONS)
def test_a_button_answers_its_own_question_or_names_an_intent(name: str, button: dict) -> None:
    written = button["payload"].replace("{{", "{").replace("}}", "}")
    assert "{" not in button["payload"].replace("{{", ""), "Rasa takes single braces for a slot"
    intent, _, entities = written.removeprefix("/").partition("{")
    assert intent in DOMAIN["intents"]
    if intent == "answer":
        question = json.loads("{" + entities)["question"]
        assert name in (f"utter_ask_{question}", f"utter_ask_{question}_first")


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_sentences_are_short_and_say_vous(name: str, text: str) -> None:
    for sentence in re.split(r"(?<=[.!?])\s+|\n", text):
        words = re.findall(r"[\w’'-]+", sentence)
        assert len(words) <= 16, f"{name}: {len(words)} words: {sentence}"
    assert not re.search(r"\b(tu|toi|ton|tes|t’|te)\b", text.lower()), name
    assert not re.search(r"\(e\)|·e|/trice|\be\)", text), name
    assert "'" not in text, f"{name}: write ’"


def test_training_data_names_its_topics_alike() -> None:
    nlu, rules, stories = (
        {p.name for p in (ROOT / "data" / zone).glob("*.yml")}
        for zone in ("nlu", "rules", "stories")
    )
    assert nlu == rules
    assert stories <= rules


def test_no_other_file_under_data_can_be_taken_for_training_data() -> None:
    training = {"nlu", "rules", "stories"}
    for path in Path(ROOT / "data").rglob("*.y*ml"):
        if path.relative_to(ROOT / "data").parts[0] in training:
            continue
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(nlu|rules|stories|responses):", text, re.MULTILINE), path
