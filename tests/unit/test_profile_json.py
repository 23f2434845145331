"""A profile given as JSON: read whole, and every fault told by its field."""

from __future__ import annotations

import pytest

from bot.orientation.profile import PastJob, Profile, Refusal
from bot.services.profile_json import WrongProfile, profile_from_json
from tests.unit.small_world import WORLD

WHOLE = {
    "insee_code": "38001",
    "home_point": {"latitude": 45.61, "longitude": 5.28},
    "statements": {"care": 1, "tidy": 0.5, "sell": None},
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


def test_every_field_is_read() -> None:
    assert profile_from_json(WHOLE, WORLD) == Profile(
        insee_code="38001",
        home_point=(45.61, 5.28),
        statements={"care": 1, "tidy": 0.5, "sell": None},
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
