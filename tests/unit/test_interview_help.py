"""A question about help, at every question of the interview; what sounds like one and answers."""

from __future__ import annotations

from typing import Any

import pytest

from bot import wiring
from bot.adapters.catalogue_files import read
from bot.services import interview
from bot.services.questions import HELP, QUESTIONS, Message, Situation
from bot.services.understanding import Understanding
from bot.settings import ROOT

SURE = 0.9


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding.of(read(ROOT / "data" / "catalogue"))


def heard(
    understanding: Understanding, question: str, text: str, intent: str = "ask_support_offer",
    slots: dict[str, Any] | None = None,
) -> interview.Outcome:  # fmt: skip
    message = Message(text, intent, SURE)
    return interview.answer(Situation(question, message, slots or {}, understanding))


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q != "past_job_choice"])
@pytest.mark.parametrize(
    "text",
    [
        "c'est quoi Wimoov ?",
        "une aide pour le permis",
        "y a-t-il une aide pour acheter une voiture ou un vélo ?",
        "qui peut m'aider à faire garder mes enfants ?",
        "comment payer la formation ?",
        "je ne sais pas quel organisme peut m'aider",
    ],
)
def test_asking_for_help_is_heard_at_every_question(understanding, question, text) -> None:
    assert heard(understanding, question, text).is_digression


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("commune", "Bourgoin-Jallieu"),
        ("past_job", "aide à domicile"),
        ("past_job", "aide-soignante"),
        ("past_job", "j'ai gardé des enfants"),
        ("licence", "oui, j'ai mon permis"),
        ("vehicle", "un vélo"),
        ("vehicle", "j'ai une voiture"),
        ("max_minutes", "une demi-heure"),
        ("training", "une formation courte"),
        ("hours_refused", "pas le soir, je garde mes enfants"),
    ],
)
@pytest.mark.parametrize("intent", sorted(HELP))
def test_an_answer_stays_an_answer(understanding, question, text, intent) -> None:
    outcome = heard(understanding, question, text, intent)
    assert not outcome.is_digression and outcome.slots.get(question) is not None


@pytest.mark.parametrize("intent", sorted(HELP))
def test_a_button_about_help_never_answers(understanding, intent) -> None:
    for question in QUESTIONS:
        assert heard(understanding, question, "", intent).is_digression


def test_who_kept_no_past_job_may_say_that_is_all(understanding) -> None:
    outcome = heard(understanding, "past_job", "non c'est tout", "deny", {"past_jobs": []})
    assert outcome.slots["past_job"] == outcome.slots["past_job_choice"] == "done"


@pytest.mark.parametrize(
    ("text", "is_digression"),
    [
        ("je demande de l'aide aux voisins", False),
        ("je frappe chez les voisins pour qu'ils m'aident", False),
        ("une aide pour le permis", True),
        ("qui peut m'aider ?", True),
    ],
)
def test_help_asked_for_inside_the_story_is_a_choice_of_the_scene(
    understanding, text: str, is_digression: bool
) -> None:
    message = Message(text, "ask_local_help", SURE)
    slots = {"spark_way": "game", "scenes_played": []}
    found = interview.answer(
        Situation("scene", message, slots, understanding, story=wiring.story())
    )
    assert found.is_digression == is_digression
    if not is_digression:
        assert found.slots["scenes_played"] == [{"scene": "porte", "choice": "voisins"}]
