"""A fact is corrected or taken back at any moment; what cannot be is refused in clear words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.adapters.catalogue_files import read
from bot.orientation.circumstances import CIRCUMSTANCES
from bot.services import correcting, correction_choices, interview
from bot.services.correcting import WrongCorrection, correction
from bot.services.fact_words import FACT_SLOTS
from bot.services.questions import QUESTIONS, Message, Outcome, Situation
from bot.services.understanding import Understanding
from bot.settings import ROOT
from bot.wiring import deck, story

CASHIER, BAKER = "D1505", "D1102"
GARDEN = {
    "kind": "picture",
    "source_id": "garden",
    "text": "Un potager",
    "weights": {"R": 0.5},
    "agreement": 1.0,
    "domains": "A",
    "is_own_words": False,
}
SLOTS: dict[str, Any] = {
    "consent": "yes",
    "commune": "38053",
    "licence": "no",
    "vehicle": "none",
    "public_transport": "skipped",
    "max_minutes": 30,
    "hours_refused": ["night"],
    "past_jobs": [{"said": "caissière", "rome_code": CASHIER}],
    "statements": {"repair": 1.0, "care": None},
    "choices": [GARDEN],
    "pictures_chosen": ["garden"],
    "circumstances": {"age": "26"},
    "refusals": [{"rome_code": BAKER, "reason": "too_far"}],
    "kept": [CASHIER],
}


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding.of(read(ROOT / "data" / "catalogue"))


def sent(understanding: Understanding, fact: str, value: Any) -> dict[str, Any]:
    """What the conversation gets of a correction."""
    made = correction(fact, value, SLOTS, understanding)
    entities: dict[str, Any] = json.loads(made.payload.removeprefix("/answer"))
    return entities


def at(understanding: Understanding, question: str, entities: dict[str, Any]) -> Outcome:
    message = Message("", "answer", 1.0, entities)
    situation = Situation(question, message, SLOTS, understanding, deck=deck(), story=story())
    return interview.answer(situation)


@pytest.mark.parametrize(
    ("fact", "value", "changed", "title"),
    [
        ("licence", "yes", {"licence": "yes"}, "Correction : permis B, oui"),
        ("licence", None, {"licence": "unknown"}, "Correction : permis B, sans réponse"),
        ("vehicle", "car", {"vehicle": "car"}, "Correction : véhicule, une voiture"),
        ("max_minutes", "45", {"max_minutes": 45}, "Correction : trajet accepté, 45 minutes"),
        (
            "hours_refused",
            ["night", "weekend"],
            {"hours_refused": ["night", "weekend"]},
            "Correction : horaires à éviter, travailler la nuit, travailler le week-end",
        ),
        ("hours_refused", [], {"hours_refused": []}, "tous les horaires me vont"),
        ("training", "short", {"training": "short"}, "formation, oui, quelques mois"),
        ("training", "declined", {"training": "declined"}, "je préfère ne pas répondre"),
        (
            "past_jobs",
            {"said": "pain", "rome_code": BAKER},
            {
                "past_jobs": [
                    {"said": "caissière", "rome_code": CASHIER},
                    {"said": "pain", "rome_code": BAKER},
                ]
            },
            "Boulang",
        ),
        (
            f"past_jobs.{CASHIER}",
            {"said": "caissière", "rome_code": BAKER},
            {"past_jobs": [{"said": "caissière", "rome_code": BAKER}]},
            "caissière",
        ),
        (f"past_jobs.{CASHIER}", None, {"past_jobs": None}, "enlevé"),
        ("statements.repair", -1, {"statements": {"repair": -1, "care": None}}, "non"),
        ("statements.repair", None, {"statements": {"repair": None, "care": None}}, "Réparer"),
        (
            "choices.picture:garden",
            None,
            {"choices": [], "pictures_chosen": [], "statements": {"repair": 1.0, "care": None}},
            "Un potager",
        ),
        ("circumstances.age", "31", {"circumstances": {"age": "31"}}, "31 ans"),
        ("circumstances.age", None, {"circumstances": None}, "sans réponse"),
        ("circumstances.age", "unknown", {"circumstances": {"age": "unknown"}}, "je ne sais pas"),
        (f"refusals.{BAKER}", None, {"refusals": None}, "enlevé"),
        (
            f"refusals.{BAKER}",
            "hours",
            {"refusals": [{"rome_code": BAKER, "reason": "hours"}]},
            "horaires",
        ),
        (f"kept.{CASHIER}", None, {"kept": []}, "enlevé"),
        (f"kept.{BAKER}", "kept", {"kept": [CASHIER, BAKER]}, "métier gardé"),
        ("surprise", "near", {"surprise": "near"}, "plus proche de ce que je connais"),
        ("surprise", None, {"surprise": None}, "sans réponse"),
    ],
)
def test_a_correction_changes_its_fact_alone_and_says_so(
    understanding, fact, value, changed, title
) -> None:
    assert title in correction(fact, value, SLOTS, understanding).title
    outcome = at(understanding, "statement", sent(understanding, fact, value))
    assert dict(outcome.slots) == changed
    assert [reply.response for reply in outcome.replies] == ["utter_noted"]


def test_another_commune_comes_with_no_address_of_the_old_one(understanding) -> None:
    outcome = at(understanding, "licence", sent(understanding, "commune", "38185"))
    assert outcome.slots["commune"] == "38185"
    assert outcome.slots["home_point"] is None and outcome.slots["address_text"] is None
    assert "Grenoble" in outcome.replies[0].facts["facts"]


def test_tastes_in_words_are_added_to_the_others(understanding) -> None:
    outcome = at(understanding, "portrait", sent(understanding, "choices", "j'aime la musique"))
    assert [one["source_id"] for one in outcome.slots["choices"]][:1] == ["garden"]
    assert len(outcome.slots["choices"]) == 2


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q != "licence"])
def test_the_question_that_waits_is_not_answered(understanding, question) -> None:
    outcome = at(understanding, question, sent(understanding, "licence", "yes"))
    assert dict(outcome.slots) == {"licence": "yes"} and not outcome.is_digression


def test_the_question_that_waits_is_answered_by_its_own_correction(understanding) -> None:
    outcome = at(understanding, "licence", sent(understanding, "licence", "yes"))
    assert outcome.slots["licence"] == "yes"


@pytest.mark.parametrize(
    ("fact", "value", "said"),
    [
        ("licence", "peut-être", "ne va pas pour «\u00a0Permis B\u00a0»"),
        ("licence.x", "yes", "ne va pas"),
        ("licence", 1, "ne va pas"),
        ("vehicle", "plane", "ne va pas"),
        ("commune", "99999", "ne va pas"),
        ("commune", "other", "ne va pas"),
        ("max_minutes", "0", "ne va pas"),
        ("max_minutes", "241", "ne va pas"),
        ("max_minutes", "-5", "ne va pas"),
        ("hours_refused", ["night", "x"], "ne va pas"),
        ("hours_refused", "night", "ne va pas"),
        ("consent", "no", "ne se corrige pas"),
        ("requested_slot", None, "ne se corrige pas"),
        ("", None, "ne se corrige pas"),
        ("past_jobs", {"said": "x", "rome_code": "Z9999"}, "pas dans la liste"),
        ("past_jobs", "D1102", "pas dans la liste"),
        ("past_jobs", {"said": " ", "rome_code": BAKER}, "signes au plus"),
        ("past_jobs", {"said": "encore", "rome_code": CASHIER}, "déjà dans la liste"),
        (f"past_jobs.{BAKER}", None, "a changé entre-temps"),
        ("statements.sell", 1, "a changé entre-temps"),
        ("statements.repair", 0.3, "ne va pas"),
        ("choices.picture:sea", None, "a changé entre-temps"),
        ("choices.picture:garden", 1, "ne va pas"),
        ("choices", "tra la la", "aucun goût"),
        ("circumstances.shoe_size", "44", "ne va pas"),
        ("circumstances.age", "vieux", "écrivez un nombre"),
        ("circumstances.status", "king", "ne va pas"),
        ("refusals.A1234", None, "a changé entre-temps"),
        (f"refusals.{BAKER}", "because", "ne va pas"),
        ("kept.Z9999", "kept", "a changé entre-temps"),
        ("surprise", "always", "ne va pas"),
    ],
)
def test_a_wrong_correction_is_refused_and_says_what_to_do(
    understanding, fact, value, said
) -> None:
    with pytest.raises(WrongCorrection, match=said):
        correction(fact, value, SLOTS, understanding)
    entities = {"question": "correction", "fact": fact, "value": value}
    outcome = at(understanding, "training", entities)
    assert dict(outcome.slots) == {}
    assert [reply.response for reply in outcome.replies] == ["utter_correction_gone"]


def test_nothing_is_corrected_before_the_person_agrees(understanding) -> None:
    with pytest.raises(WrongCorrection, match="accord"):
        correction("licence", "yes", {**SLOTS, "consent": None}, understanding)


def test_every_fact_has_its_words_its_choices_and_its_correction() -> None:
    assert set(FACT_SLOTS) == set(correcting._CHANGES) == set(correction_choices._CHOICES)


@pytest.mark.parametrize("fact", ["licence", "vehicle", "public_transport", "training",
                                  "hours_refused", "conditions_refused", "surprise",
                                  "max_minutes", "statements.repair"])  # fmt: skip
def test_all_that_a_line_offers_can_be_sent(understanding, fact) -> None:
    choices = correction_choices.choices_of(fact)
    assert len(choices.options) > 1
    for option in (*choices.options, *choices.others):
        is_list = choices.kind == "boxes" and option not in choices.others
        given: Any = [option.value] if is_list else option.value
        if fact.startswith("statements."):
            given = float(option.value)
        assert correction(fact, given, SLOTS, understanding).payload


@pytest.mark.parametrize("fact", CIRCUMSTANCES)
def test_every_answer_about_an_aid_can_be_sent(understanding, fact) -> None:
    choices = correction_choices.choices_of(f"circumstances.{fact}")
    typed = [option.value for option in (*choices.options, *choices.others)] + (
        ["3"] if choices.kind == "number" else []
    )
    for value in typed:
        assert correction(f"circumstances.{fact}", value, SLOTS, understanding).payload


def test_what_a_line_holds_is_marked_among_its_choices() -> None:
    held = {
        "licence": "no", "max_minutes": 30, "hours_refused": ["night"], "statements.repair": 0.5,
    }  # fmt: skip
    for fact, value in held.items():
        marked = [
            one.value for one in correction_choices.choices_of(fact, value).options if one.is_now
        ]
        assert marked == [
            {"licence": "no", "max_minutes": "30", "hours_refused": "night"}.get(fact, "0.5")
        ]


def test_places_and_jobs_are_found_by_their_words(understanding) -> None:
    communes = correction_choices.communes_found("bourgoin", understanding)
    assert ("38053", "Bourgoin-Jallieu (38300)") in [(one.value, one.title) for one in communes]
    assert correction_choices.jobs_found("boulangère", understanding)[0].value == BAKER
    assert correction_choices.communes_found("%%", understanding) == ()
