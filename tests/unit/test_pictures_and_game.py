"""Pictures and game scenes: what a choice tells, and whether a deck gives every axis its chance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.balance import Imbalance, imbalances, unexplained
from bot.orientation.evidence import Evidence
from bot.orientation.game import ACTED, Scene, SceneChoice, scene_evidence
from bot.orientation.interests import interest_profile
from bot.orientation.pictures import ALONE, Picture, picture_evidence
from bot.orientation.statements import LETTERS, SETTINGS, STATEMENTS

GARDEN = Picture(
    number=1,
    picture_id="garden",
    file="garden.svg",
    name="Un jardin au soleil",
    description="Une personne arrose des légumes dans un jardin, un matin d'été.",
    weights={"outdoors": 1, "R": 0.5},
    why={"outdoors": "tout se passe dehors", "R": "un travail concret"},
    domains="A",
)
HELP = SceneChoice(
    "help",
    "Aider une voisine",
    "aidé une voisine",
    "Elle respire.",
    "dry",
    {"S": 1, "team": 0.5},
    {"S": "aider", "team": "à deux"},
    "K",
)
COUNT = SceneChoice(
    "count", "Compter", "compté les sacs", "Il y en a dix.", "dry", {"C": 1}, {"C": "compter"}
)
FLOOD = Scene(
    "flood", "La rue", "L'eau monte. Que faites-vous ?", "Il y a de l'eau.", (HELP, COUNT), "dry"
)


@pytest.mark.parametrize(
    ("own_words", "expected"),
    [
        pytest.param(
            None,
            Evidence(
                "picture", "garden", "Un jardin au soleil", {"outdoors": 0.5, "R": 0.25}, 1.0, "A"
            ),
            id="chosen without a word weighs half",
        ),
        pytest.param(
            "  ",
            Evidence(
                "picture", "garden", "Un jardin au soleil", {"outdoors": 0.5, "R": 0.25}, 1.0, "A"
            ),
            id="blank words are no words",
        ),
        pytest.param(
            " mon père jardinait ",
            Evidence(
                "picture",
                "garden",
                "mon père jardinait",
                {"outdoors": 1, "R": 0.5},
                1.0,
                "A",
                is_own_words=True,
            ),
            id="with own words weighs as a statement",
        ),
    ],
)
def test_what_a_chosen_picture_tells(own_words: str | None, expected: Evidence) -> None:
    assert picture_evidence(GARDEN, own_words) == expected


def test_what_one_does_in_a_scene_weighs_more_than_a_picture_and_less_than_a_statement() -> None:
    assert ALONE < ACTED < 1
    assert scene_evidence(FLOOD, HELP) == Evidence(
        "scene", "flood", "aidé une voisine", {"S": 0.75, "team": 0.375}, 1.0, "K"
    )


def test_a_choice_of_another_scene_is_refused() -> None:
    with pytest.raises(ValueError, match="scene flood has no choice flee"):
        scene_evidence(FLOOD, replace(HELP, choice_id="flee"))


def test_two_pictures_alone_are_as_much_evidence_as_one_statement() -> None:
    chosen = [picture_evidence(GARDEN, None), picture_evidence(GARDEN, None)]
    assert interest_profile(chosen).evidence["outdoors"] == 1


EVEN = [
    *({letter: 1.0} for letter in LETTERS for _ in range(3)),
    *({axis: end} for axis in SETTINGS for end in (1.0, -1.0) for _ in range(2)),
]
"""A deck that is just enough: all the pictures of one axis give ENOUGH of it."""


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        pytest.param(EVEN, [], id="just enough of everything"),
        pytest.param(EVEN[1:], [Imbalance("thin", "R")], id="one picture of R is missing"),
        pytest.param([*EVEN[1:], {"R": -1.0}], [Imbalance("thin", "R")], id="against is not for"),
        pytest.param(EVEN[:-1], [Imbalance("thin", "variety", -1)], id="nobody can choose calm"),
        pytest.param(EVEN + [{"C": 1.0}] * 6, [Imbalance("dominant", "C")], id="C is everywhere"),
        pytest.param(
            EVEN + [{"hands": -1.0}] * 4,
            [Imbalance("dominant", "hands", -1)],
            id="screens are everywhere",
        ),
    ],
)
def test_a_deck_gives_every_axis_its_chance(
    weights: list[dict[str, float]], expected: list[Imbalance]
) -> None:
    assert list(imbalances(weights, ALONE)) == expected


def test_the_same_deck_is_more_than_enough_with_heavier_choices() -> None:
    assert imbalances(EVEN[1:], ACTED) == ()


def test_every_weight_has_its_reason_and_every_reason_its_weight() -> None:
    weights, why = [GARDEN.weights, HELP.weights], [GARDEN.why, HELP.why]
    assert unexplained(weights, why) == ()
    assert unexplained(weights, [{"outdoors": "dehors", "R": " "}, {**HELP.why, "E": "oser"}]) == (
        Imbalance("unexplained", "R", place=0),
        Imbalance("unexplained", "E", place=1),
    )


def test_statements_can_tell_enough_of_every_letter_and_setting() -> None:
    assert imbalances([statement.weights for statement in STATEMENTS], 1.0) == ()
