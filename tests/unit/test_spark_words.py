"""Asking for another way to say what one likes, or to stop, in the middle of one."""

from __future__ import annotations

import pytest

from bot.orientation.near_words import Nameable
from bot.orientation.spark_words import (
    read_way,
    takes_any_way,
    takes_no_way,
    wants_another_way,
    wants_to_stop,
)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("plutôt les questions", "statements"),
        ("je préfère les images", "pictures"),
        ("non je veux voir les photos", "pictures"),
        ("je veux les images stp", "pictures"),
        ("en fait je préfère les images, 7, 12 et 23", "pictures"),
        ("le jeu", "game"),
        ("l'histoire svp", "game"),
        ("je préfère les phrases", "statements"),
        ("est-ce qu'on peut faire des questions à la place ?", "statements"),
        ("Choisir des images", "pictures"),
        ("Vivre une petite histoire", "game"),
        ("Répondre à des phrases", "statements"),
        ("j'aime les images de la nature", None),
        ("j'adore raconter des histoires", None),
        ("pas les images", None),
        ("les images ou le jeu", None),
        ("", None),
    ],
)
def test_a_way_is_asked_for_only_by_a_message_about_nothing_else(text: str, way: str) -> None:
    assert read_way(text) == way


def test_when_the_way_is_the_question_its_name_is_enough() -> None:
    assert read_way("les phrases ça me va bien", is_asked=True) == "statements"
    assert read_way("images ou histoire ?", is_asked=True) is None


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("montrez-moi les photos", "pictures"),
        ("un truc visuel plutôt", "pictures"),
        ("les visuels", "pictures"),
        ("g pref les imaj", "pictures"),
        ("je sais pas lire trop bien alors les photos", "pictures"),
        ("je préfère jouer", "game"),
        ("ça m'amuse plus de jouer", "game"),
        ("le truc avec l'histoire", "game"),
        ("euh non attends pas les images, le jeu", "game"),
        ("en fait plutôt l'histoire que les images", "game"),
        ("les images non, l'histoire oui", "game"),
        ("plutôt des questions rapides", "statements"),
        ("posez-moi des questions", "statements"),
        ("je veux bien répondre", "statements"),
        ("les images ça me saoule, des questions", "statements"),
        ("pas d'images s'il vous plaît, les phrases", "statements"),
        ("ni les images ni le jeu", None),
        ("je veux pas jouer", None),
        ("je cherche un travail", None),
    ],
)
def test_a_way_is_chosen_in_free_words_where_it_is_asked(text: str, way: str | None) -> None:
    assert read_way(text, is_asked=True) == way


@pytest.mark.parametrize(
    "text",
    [
        "peu importe",
        "comme vous voulez",
        "choisissez pour moi",
        "ça m'est égal",
        "je sais pas trop, à vous de voir",
        "n'importe laquelle",
    ],
)
def test_any_way_will_do(text: str) -> None:
    assert takes_any_way(text) and not takes_no_way(text)


@pytest.mark.parametrize(
    "text",
    ["aucun des trois", "rien de tout ça", "bof j'ai pas envie", "on peut sauter ça ?", "aucune"],
)
def test_no_way_is_taken(text: str) -> None:
    assert takes_no_way(text) and not takes_any_way(text)


@pytest.mark.parametrize("text", ["pas envie de jouer", "rien ne presse", "plus tard dehors"])
def test_other_words_leave_the_ways_open(text: str) -> None:
    assert not takes_no_way(text)


@pytest.mark.parametrize(
    "text",
    [
        "stop l'histoire",
        "on arrête",
        "stop",
        "je veux plus jouer",
        "passer à la suite",
        "stop on arrête là",
        "bon j'arrête là l'histoire",
    ],
)
def test_one_may_stop(text: str) -> None:
    assert wants_to_stop(text)
    assert not wants_another_way(text)


@pytest.mark.parametrize("text", ["non", "j'arrête pas de bricoler", "la suite de l'histoire ?"])
def test_other_words_stop_nothing(text: str) -> None:
    assert not wants_to_stop(text)


@pytest.mark.parametrize("text", ["autrement", "y a pas une autre façon ?", "changer de façon svp"])
def test_another_way_without_saying_which(text: str) -> None:
    assert wants_another_way(text)


NAMED = Nameable(
    {
        "garden": "une femme dans son potager",
        "bike": "un vélo que l’on répare",
        "computer": "un ordinateur ouvert à réparer",
        "music": "de la musique autour du feu",
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le potager", "garden"),
        ("le velo", "bike"),
        ("la musiqe", "music"),
        ("le vélo à réparer", "bike"),
        ("réparer", None),
        ("je ne sais pas", None),
        ("le vélo et le potager", None),
        ("", None),
    ],
)
def test_one_thing_is_named_by_words_of_its_own(text: str, expected: str | None) -> None:
    assert NAMED.named_in(text) == expected


@pytest.mark.parametrize("text", ["passe " * 60, "stop " + "la " * 60 + "x", "je prends " * 60])
def test_words_said_over_and_over_ask_for_nothing(text: str) -> None:
    """Tried in every way to read each word, these would take years."""
    assert read_way(text) is None and not wants_to_stop(text)
