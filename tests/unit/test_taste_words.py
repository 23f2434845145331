"""Things that people name when they say what they like, and whether they like them."""

from __future__ import annotations

import pytest

from bot.orientation.evidence import Evidence
from bot.orientation.interests import evidence_of, interest_profile
from bot.orientation.profile import Profile
from bot.orientation.statements import AXES, SETTINGS
from bot.orientation.taste_topics import TOPICS, Topic
from bot.orientation.taste_words import read_tastes, taste_evidence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("non pas dehors", {"pas dehors": False}),
        ("oui, sauf que je ne veux plus travailler dehors", {"pas dehors": False}),
        ("je veux plus de contact avec les gens", {"voir du monde": True}),
        ("j’aime pas les machines", {"les machines": False}),
        ("et aussi la musique", {"la musique": True}),
        ("plutôt dedans que dehors", {"à l'intérieur": True, "pas dehors": False}),
        ("non, plutôt à l'intérieur", {"à l'intérieur": True}),
        ("les machines ça me plaît pas", {"les machines": False}),
        ("les machines, j'aime pas", {"les machines": False}),
        ("dehors non merci", {"pas dehors": False}),
        (
            "j'adore cuisiner mais pas la foule",
            {"la cuisine": True, "pas trop de monde": False},
        ),
        ("j'aime bien réparer, et je déteste vendre", {"réparer": True, "vendre": False}),
        ("la musique et les animaux", {"la musique": True, "les animaux": True}),
        ("jaime pa lordi", {}),
        ("g horreur des ordinateurs", {"pas sur écran": False}),
        ("pas seulement dehors", {"dehors": True}),
        ("j'aime la musique. non j'aime pas la musique", {"la musique": False}),
        ("je préfère le calme", {"le calme": True}),
        ("mon grand-père avait un vieux jardin", {"jardiner": True}),
        ("oui sauf dehors", {"pas dehors": False}),
        ("j'aime la musique mais pas trop fort", {"la musique": True}),
        ("je déteste pas les animaux", {"les animaux": True}),
        ("je vis seule avec mes enfants", {}),
        ("ça marche", {}),
        ("oui c'est ça", {}),
        ("", {}),
    ],
)
def test_what_is_named_and_whether_it_is_liked(text: str, expected: dict[str, bool]) -> None:
    assert {taste.name: taste.is_liked for taste in read_tastes(text)} == expected


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.topic_id)
def test_a_topic_is_read_by_its_own_name_and_tells_known_axes(topic: Topic) -> None:
    assert topic.topic_id in {taste.topic.topic_id for taste in read_tastes(topic.name)}
    assert set(topic.weights) <= set(AXES)
    assert topic.weights[next(iter(topic.weights))] in (1, -1)
    is_setting = topic.topic_id.lstrip("-") in SETTINGS
    assert bool(topic.opposite) == is_setting


def of(text: str) -> tuple[Evidence, ...]:
    return tuple(taste_evidence(taste) for taste in read_tastes(text))


def test_refusing_one_end_of_a_setting_is_wanting_the_other() -> None:
    (piece,) = of("pas dehors")
    assert (piece.source_id, piece.weights, piece.agreement) == ("outdoors", {"outdoors": -1}, 1)
    assert of("plutôt dedans")[0].source_id == "outdoors", "the last word on it replaces it"


def test_a_thing_that_is_not_liked_says_so_on_its_main_axis_only() -> None:
    (piece,) = of("j'aime pas réparer")
    assert piece.agreement == -1
    assert interest_profile([piece]).scores == {"R": -1}


def test_a_setting_named_outright_is_not_outvoted_by_what_was_guessed() -> None:
    statements = {"outside": 1.0, "living": 1.0, "roads": 0.5, "repair": 1.0}
    before = evidence_of(Profile(statements=statements))
    after = evidence_of(Profile(statements=statements, choices=of("non pas dehors")))
    assert interest_profile(before).scores["outdoors"] > 0
    assert interest_profile(after).scores["outdoors"] == -1
    assert {piece.source_id for piece in after} == {"repair", "outdoors"}


def test_a_piece_partly_about_the_other_end_keeps_the_rest() -> None:
    statements = {"steps": 1.0}
    kept = evidence_of(Profile(statements=statements, choices=of("j'aime le changement")))
    assert {piece.source_id: dict(piece.weights) for piece in kept} == {
        "steps": {"C": 1},
        "variety": {"variety": 1},
    }


def test_a_thing_named_does_not_settle_its_letter() -> None:
    statements = {"draw": -1.0}
    kept = evidence_of(Profile(statements=statements, choices=of("et aussi la musique")))
    assert interest_profile(kept).scores["A"] == 0
