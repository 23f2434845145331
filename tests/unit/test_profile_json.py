"""A profile given as JSON: read whole, and every fault told by its field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.orientation.evidence import Evidence
from bot.orientation.profile import PastJob, Profile, Refusal
from bot.services.profile import profile_from_slots
from bot.services.profile_json import WrongProfile, profile_from_json
from tests.unit.small_world import WORLD

PICTURE = {
    "kind": "picture",
    "source_id": "garden",
    "text": "Un jardin au soleil",
    "weights": {"outdoors": 0.5, "R": 0.25},
    "agreement": 1,
    "domains": "A",
}
SCENE = {**PICTURE, "kind": "scene", "source_id": "flood/help", "domains": ""}

WHOLE = {
    "insee_code": "38001",
    "home_point": {"latitude": 45.61, "longitude": 5.28},
    "statements": {"care": 1, "tidy": 0.5, "sell": None},
    "choices": [PICTURE, {**SCENE, "text": "j'aime ça", "is_own_words": True}],
    "past_jobs": [{"said": "caissière", "rome_code": "D1505"}],
    "has_licence_b": False,
    "vehicle": "none",
    "has_public_transport": True,
    "max_minutes": 30,
    "hours_refused": ["night"],
    "conditions_refused": [],
    "training_accepted": "short",
    "refusals": [{"rome_code": "D1507", "reason": "physical"}],
}


GARDEN = Evidence(
    "picture", "garden", "Un jardin au soleil", {"outdoors": 0.5, "R": 0.25}, 1.0, "A"
)
OWN: dict[str, Any] = {
    "kind": "scene",
    "source_id": "flood/help",
    "text": "j'aime ça",
    "domains": "",
    "is_own_words": True,
}


def test_every_field_is_read() -> None:
    assert profile_from_json(WHOLE, WORLD) == Profile(
        insee_code="38001",
        home_point=(45.61, 5.28),
        statements={"care": 1, "tidy": 0.5, "sell": None},
        choices=(GARDEN, replace(GARDEN, **OWN)),
        past_jobs=(PastJob("caissière", "D1505"),),
        has_licence_b=False,
        vehicle="none",
        has_public_transport=True,
        max_minutes=30,
        hours_refused=frozenset({"night"}),
        conditions_refused=frozenset(),
        training_accepted="short",
        refusals=(Refusal("D1507", "physical"),),
    )


def test_absent_and_null_fields_are_not_known() -> None:
    assert profile_from_json({}, WORLD) == Profile()
    assert profile_from_json(dict.fromkeys(WHOLE), WORLD) == Profile()


WRONG: list[tuple[object, str]] = [
    ([], "objet JSON"),
    ({"age": 46}, "champ inconnu « age »"),
    ({"insee_code": "99999"}, "commune inconnue « 99999 »"),
    ({"insee_code": 38053}, "insee_code : écrivez un texte"),
    ({"home_point": [45.6, 5.2]}, "il manque « latitude »"),
    ({"home_point": {"latitude": 45.6}}, "il manque « longitude »"),
    ({"home_point": {"latitude": 91, "longitude": 5}}, "degrés entre -90 et 90"),
    ({"home_point": {"latitude": 45, "longitude": "5"}}, "home_point.longitude : écrivez"),
    ({"past_jobs": [{"said": "fée", "rome_code": "Z0000"}]}, "métier inconnu « Z0000 »"),
    ({"past_jobs": [{"rome_code": "D1505"}]}, "il manque « said »"),
    ({"past_jobs": "caissière"}, "écrivez une liste"),
    ({"statements": {"dance": 1}}, "« dance »"),
    ({"statements": {"repair": 2}}, "un nombre de -1 à 1"),
    ({"statements": {"repair": True}}, "un nombre de -1 à 1"),
    ({"choices": {}}, "écrivez une liste"),
    ({"choices": ["garden"]}, "choices : il manque « agreement »"),
    ({"choices": [PICTURE, PICTURE]}, "le même choix est écrit deux fois"),
    ({"choices": [{**PICTURE, "kind": "statement"}]}, "« statement » ; possibles : picture, scene"),
    ({"choices": [{**PICTURE, "source_id": ""}]}, "choices.source_id : écrivez de 1 à 300 signes"),
    ({"choices": [{**PICTURE, "text": "a" * 301}]}, "choices.text : écrivez de 1 à 300 signes"),
    ({"choices": [{**PICTURE, "text": None}]}, "choices.text : écrivez un texte"),
    ({"choices": [{**PICTURE, "weights": {}}]}, "choices.weights : écrivez un objet"),
    ({"choices": [{**PICTURE, "weights": {"joy": 1}}]}, "« joy »"),
    ({"choices": [{**PICTURE, "weights": {"R": 2}}]}, "choices.weights.R : écrivez un nombre"),
    ({"choices": [{**PICTURE, "weights": {"R": float("nan")}}]}, "weights.R : écrivez un nombre"),
    ({"choices": [{**PICTURE, "weights": {"R": 0}}]}, "aucun ne vaut 0"),
    ({"choices": [{**PICTURE, "weights": {"R": 0.5, "S": 1}}]}, "le premier axe est le plus fort"),
    ({"choices": [{**PICTURE, "agreement": 0}]}, "entre 0 et 1, sans 0"),
    ({"choices": [{**PICTURE, "agreement": True}]}, "choices.agreement : écrivez un nombre"),
    ({"choices": [{**PICTURE, "domains": "AZ"}]}, "« Z »"),
    ({"choices": [{**PICTURE, "is_own_words": 1}]}, "true, false"),
    ({"vehicle": "tank"}, "« tank »"),
    ({"max_minutes": "30"}, "nombre de minutes"),
    ({"max_minutes": 0}, "nombre de minutes"),
    ({"has_licence_b": "yes"}, "true, false ou null"),
    ({"hours_refused": ["monday"]}, "« monday »"),
    ({"refusals": [{"rome_code": "D1507", "reason": "bof"}]}, "« bof »"),
]


@pytest.mark.parametrize(("given", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_fault_is_told_by_its_field(given: object, message: str) -> None:
    with pytest.raises(WrongProfile, match=message):
        profile_from_json(given, WORLD)


def test_the_choices_of_a_conversation_are_read_and_a_faulty_one_is_refused() -> None:
    assert profile_from_slots({"choices": [PICTURE]}).choices == (GARDEN,)
    assert profile_from_slots({"choices": None}).choices == ()
    with pytest.raises(WrongProfile, match=r"choices\.weights"):
        profile_from_slots({"choices": [{**PICTURE, "weights": {"R": "a lot"}}]})


def test_no_fault_and_no_trace_repeats_what_a_person_wrote() -> None:
    own = {**PICTURE, "text": "mon père jardinait", "is_own_words": True}
    (read,) = profile_from_slots({"choices": [own]}).choices
    assert "jardinait" not in repr(read)
    with pytest.raises(WrongProfile) as fault:
        profile_from_slots({"choices": [{**own, "text": "mon père jardinait" * 30}]})
    assert "jardinait" not in str(fault.value)
