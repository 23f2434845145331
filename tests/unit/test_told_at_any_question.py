"""What a message tells is kept at every question, beside the answer, and said back once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.adapters.catalogue_files import read
from bot.services import interview
from bot.services.questions import MAX_CANDIDATES, QUESTIONS, Message, Outcome, Situation
from bot.services.told import told
from bot.services.understanding import Understanding
from bot.settings import ROOT
from bot.wiring import deck, story

THREE_FACTS = "j'ai le permis mais plus de voiture et je garde mes enfants le mercredi"
KEPT = {"licence": "yes", "vehicle": "none", "hours_refused": ["outside_school"]}


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding.of(read(ROOT / "data" / "catalogue"))


@pytest.fixture
def bundled_say(understanding: Understanding):  # type: ignore[no-untyped-def]
    """Answers with the real pictures and story, as the chat has them."""

    def said(question: str, text: str) -> dict[str, Any]:
        here = Situation(question, Message(text, "answer", 0.9), {}, understanding)
        return dict(interview.answer(replace(here, deck=deck(), story=story())).slots)

    return said


@pytest.fixture
def say(understanding: Understanding):  # type: ignore[no-untyped-def]
    def said(
        question: str, text: str, slots: dict[str, Any] | None = None, intent: str = "answer"
    ) -> Outcome:
        message = Message(text, intent, 0.9)
        return interview.answer(Situation(question, message, slots or {}, understanding))

    return said


def words(outcome: Outcome) -> list[str]:
    return [r.facts["facts"] for r in outcome.replies if r.response == "utter_noted"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_three_facts_in_one_sentence_fill_three_slots_at_any_question(say, question) -> None:
    slots = say(question, THREE_FACTS, {"past_job_candidates": []}).slots
    assert {name: slots.get(name) for name in KEPT} == KEPT


def test_what_is_noted_is_said_in_one_short_sentence(say) -> None:
    noted = words(say("consent", THREE_FACTS))
    assert noted == ["permis, pas de voiture, pas en dehors des heures d'école"]


def test_the_answer_itself_is_not_said_back(say) -> None:
    assert words(say("licence", "oui mais j'ai plus de voiture")) == ["pas de voiture"]


def test_a_fact_alone_leaves_the_question_open(say) -> None:
    slots = say("consent", THREE_FACTS).slots
    assert "consent" not in slots and slots["misses"] == 0


def test_a_refused_consent_keeps_nothing(say) -> None:
    outcome = say("consent", "non merci", {"licence": "yes", "commune": "07186"}, "deny")
    assert outcome.slots["licence"] is None and outcome.slots["commune"] is None


@pytest.mark.parametrize("intent", ["distress", "violence", "homeless", "insult"])
def test_nothing_is_kept_of_words_that_lead_to_humans(say, intent) -> None:
    outcome = say("licence", "j'ai plus de voiture et je veux mourir", {}, intent)
    assert outcome.is_digression and not outcome.slots


def test_a_digression_with_a_fact_keeps_the_fact(say) -> None:
    outcome = say("commune", "j'ai pas de voiture. c'est gratuit ?", {}, "ask_price")
    assert outcome.is_digression and outcome.slots == {"vehicle": "none"}


@pytest.mark.parametrize(
    ("text", "before", "changed"),
    [
        ("en fait j'ai une voiture", {"vehicle": "none"}, {"vehicle": "car"}),
        ("je me suis trompée, 45 minutes", {"max_minutes": 30}, {"max_minutes": 45}),
        ("non pas 30 minutes, 45", {"max_minutes": 30}, {"max_minutes": 45}),
        ("pardon, une heure", {"max_minutes": 30}, {"max_minutes": 60}),
        ("finalement la nuit ça va", {"hours_refused": ["night"]}, {"hours_refused": []}),
        (
            "finalement la nuit ça va",
            {"hours_refused": ["night", "weekend"]},
            {"hours_refused": ["weekend"]},
        ),
        (
            "en fait le dimanche je peux pas",
            {"hours_refused": ["night"]},
            {"hours_refused": ["night", "weekend"]},
        ),
        ("pardon, un vélo", {"vehicle": "car"}, {"vehicle": "bike"}),
        ("je corrige, j'ai le permis", {"licence": "no"}, {"licence": "yes"}),
        ("erreur, une formation courte", {"training": "long"}, {"training": "short"}),
    ],
)
@pytest.mark.parametrize("question", ["statement", "past_job", "training", ""])
def test_a_correction_changes_the_right_slot(understanding, text, before, changed, question):
    situation = Situation(question, Message(text), before, understanding)
    assert dict(told(situation).slots) == changed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pardon je voulais dire Vienne", "Vienne"),
        ("non pas Lyon, Lyon 8e", "Lyon 8e"),
        ("non pas lyon lyon 8e", "Lyon 8e"),
        ("en fait j'habite à Aurillac", "Aurillac"),
        ("je me suis trompé, 07000 Privas", "Privas"),
        ("en fait c'est Privas", "Privas"),
        ("j'ai déménagé à Grenoble", "Grenoble"),
        ("je suis sur Grenoble", "Grenoble"),
    ],
)
@pytest.mark.parametrize("question", ["statement", "licence", "training", ""])
def test_a_home_is_corrected_at_any_question(understanding, text, name, question) -> None:
    situation = Situation(question, Message(text), {"commune": "69123"}, understanding)
    code = told(situation).slots.get("commune")
    assert code and understanding.catalogue.commune_by_code[code].name == name


@pytest.mark.parametrize(
    "text",
    [
        "j'ai travaillé à Lyon",
        "j'étais vendeuse à Grenoble",
        "en fait non",
        "finalement oui",
        "en fait j'aime bien",
        "je suis de nuit",
        "je suis sur le point de partir",
        "ma mère habite à Lyon",
        "pardon, serveuse",
        "désolée je reviens",
        "j'ai 38000 euros de dettes",
        "j'ai gagné 26000 euros",
    ],
)
def test_what_is_no_home_changes_no_home(understanding, text) -> None:
    situation = Situation("statement", Message(text), {"commune": "69123"}, understanding)
    assert "commune" not in told(situation).slots


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("j'étais caissière", ["D1505"]),
        ("avant j'étais boulanger et j'ai pas le permis", ["D1102"]),
        ("j'ai été aide-soignante", ["J1501"]),
        ("j'ai travaillé comme maçon", ["F1703"]),
    ],
)
def test_a_past_job_is_kept_at_any_question(understanding, text, codes) -> None:
    situation = Situation("licence", Message(text), {}, understanding)
    assert [job["rome_code"] for job in told(situation).slots["past_jobs"]] == codes


@pytest.mark.parametrize(
    "text",
    [
        "j'étais malade",
        "j'étais au chômage",
        "j'ai été opérée",
        "j'étais en retard",
        "mon père était boulanger",
        "j'aimerais être boulanger",
        "je cherche un poste de caissière",
        "j'étais jeune",
        "j'ai été licenciée",
        "j'étais trop fatiguée",
    ],
)
def test_what_is_no_past_job_is_not_kept(understanding, text) -> None:
    situation = Situation("licence", Message(text), {}, understanding)
    assert "past_jobs" not in told(situation).slots


def test_of_a_very_long_list_of_past_jobs_the_first_ones_are_looked_up(understanding) -> None:
    jobs = ("boulanger", "coiffeur", "maçon", "soudeur", "serveur", "caissier", "peintre")
    text = ", ".join(f"j'étais {job}" for job in jobs)
    found = told(Situation("licence", Message(text), {}, understanding)).slots["past_jobs"]
    assert [job["said"] for job in found] == list(jobs[:MAX_CANDIDATES])


def test_without_agreement_the_towns_that_were_told_are_forgotten(say) -> None:
    slots = say("consent", "j'habite à Saint-Denis").slots
    assert slots["commune_candidates"], "several towns bear this name"
    assert say("consent", "non", dict(slots)).slots["commune_candidates"] is None


@pytest.mark.parametrize(
    ("slots", "minutes"),
    [
        ({"licence": "yes", "vehicle": "car"}, 30),
        ({"licence": "no", "vehicle": "bike", "public_transport": "no"}, 90),
        ({"licence": "no", "vehicle": "none", "public_transport": "yes"}, 60),
        ({}, None),
    ],
    ids=["by car", "by bike", "by bus", "nobody knows how"],
)
def test_a_distance_is_a_time_for_who_travels_in_a_known_way(say, slots, minutes) -> None:
    outcome = say("max_minutes", "20 bornes", slots)
    assert outcome.slots["max_minutes"] == minutes
    assert outcome.replies, "it is said, or asked back"


def test_an_area_then_a_commune_is_the_commune_of_the_area(say) -> None:
    area = say("commune", "en Ardèche")
    assert area.slots["commune"] is None and area.slots["commune_area"] == "Ardèche"
    there = say("commune", "Saint-Priest", {"commune_area": "Ardèche"})
    assert there.slots["commune"] == "07288" and there.slots["commune_area"] is None


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("vehicle", "le dernier", "none"),
        ("vehicle", "la première", "car"),
        ("training", "la deuxième", "short"),
        ("training", "1 an", "long"),
        ("max_minutes", "la troisième", 45),
    ],
)
def test_a_rank_answers_a_question_with_buttons(say, question, text, value) -> None:
    assert say(question, text).slots[question] == value


@pytest.mark.parametrize(
    ("text", "codes"), [("le premier", ["A"]), ("le dernier", ["B"]), ("les deux", ["A", "B"])]
)
def test_a_rank_keeps_one_of_the_past_jobs_found(say, text, codes) -> None:
    candidates = [{"said": "x", "rome_code": code, "sure": True} for code in "AB"]
    outcome = say("past_job_choice", text, {"past_job_candidates": candidates})
    assert [job["rome_code"] for job in outcome.slots["past_jobs"]] == codes


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("vehicle", "quelle voiture électrique acheter"),
        ("hours_refused", "c'est quoi le programme télé ce soir"),
        ("conditions_refused", "est-ce que c'est du travail dehors"),
    ],
)
def test_a_question_is_no_answer(say, question, text) -> None:
    assert question not in say(question, text).slots


def test_a_question_answered_before_is_asked_again_by_its_name(say) -> None:
    known = {"commune": "69123", "licence": "yes"}
    assert say("training", "je veux changer ma commune", known).goes_back
    assert not say("training", "je veux changer ma commune", {}).goes_back
    assert not say("licence", "je me suis trompé pour le permis", known).goes_back


@pytest.mark.parametrize(
    ("question", "text", "slots"),
    [
        ("licence", "non attends oui", {"licence": "yes"}),
        ("licence", "finalement oui je l'ai", {"licence": "yes"}),
        ("public_transport", "non attends si y a un bus", {"public_transport": "yes"}),
        ("public_transport", "en fait non y en a plus", {"public_transport": "no"}),
        ("public_transport", "ah non", {"public_transport": "no"}),
        ("spark_way", "peu importe", {"spark_way": "pictures"}),
        ("spark_way", "le deuxième", {"spark_way": "game"}),
        ("spark_way", "aucun des trois", {"spark_way": "skipped"}),
        ("hours_refused", "la première", {"hours_refused": ["night"]}),
        ("hours_refused", "tout est ok", {"hours_refused": []}),
        ("hours_refused", "la nuit, non attends, le dimanche", {"hours_refused": ["weekend"]}),
        (
            "hours_refused",
            "la nuit et en fait le dimanche",
            {"hours_refused": ["night", "weekend"]},
        ),
        (
            "conditions_refused",
            "le bruit, pardon, le froid",
            {"conditions_refused": ["cold_or_heat"]},
        ),
        ("vehicle", "une voiture, euh non un scooter", {"vehicle": "scooter"}),
        ("vehicle", "une voiture, en fait oui", {"vehicle": "car"}),
        ("training", "une courte, en fait non une longue", {"training": "long"}),
        ("max_minutes", "une heure, enfin non 30 minutes", {"max_minutes": 30}),
        ("max_minutes", "45 minutes, je me suis trompée c'est 20", {"max_minutes": 20}),
        ("max_minutes", "une demi-heure", {"max_minutes": 30}),
        ("consent", "j'ai le permis", {"licence": "yes"}),
    ],
)
def test_what_a_sentence_fills_at_its_question(bundled_say, question, text, slots) -> None:
    found = bundled_say(question, text)
    assert {name: found.get(name) for name in slots} == slots


def test_a_correction_once_all_is_asked_changes_the_list(understanding) -> None:
    message = Message("finalement pas la nuit")
    found = told(Situation("", message, {"hours_refused": []}, understanding))
    assert found.slots == {"hours_refused": ["night"]}


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("scooter", "ma moto ne marche plus", {"vehicle": "none"}),
        ("scooter", "mon scooter est en panne", {"vehicle": "none"}),
        ("bike", "on m'a volé mon vélo", {"vehicle": "none"}),
        ("scooter", "j'ai vendu ma moto, j'ai une voiture", {"vehicle": "car"}),
        ("scooter", "ma moto marche pas mal", {}),
        ("bike", "ma moto ne marche plus", {}),
        (None, "ma moto ne marche plus", {}),
    ],
)
def test_losing_the_vehicle_that_was_told_leaves_none(understanding, before, text, after) -> None:
    found = told(Situation("", Message(text), {"vehicle": before}, understanding))
    assert {slot: found.slots[slot] for slot in after} == after
    assert after or found.slots.get("vehicle") in (None, before)
