"""Pictures chosen in words, as at a table with the printed deck, and taken back in words."""

from __future__ import annotations

import pytest

from bot.orientation.picture_words import (
    PicturesSaid,
    has_nothing_to_say,
    passes_all,
    quotable,
    read_pictures,
    rejects,
)
from bot.orientation.pictures import Deck, Picture

NAMES = {
    1: "Une femme dans son potager",
    2: "Un vélo que l’on répare",
    6: "Trois personnes en cuisine",
    7: "Un insecte à la loupe",
    12: "Une fresque sur un mur",
    21: "Deux personnes sur un banc",
    23: "Un fruit tendu au marché",
}
DECK = Deck(
    "small",
    tuple(
        Picture(number, f"p{number}", f"{number}.svg", name, "", {"R": 1}, {"R": "faire"})
        for number, name in NAMES.items()
    ),
)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("7, 12 et 23", [7, 12, 23]),
        ("7,12,23", [7, 12, 23]),
        ("7-12-23", [7, 12, 23]),
        ("7.12.23", [7, 12, 23]),
        ("numéros 7 12 23", [7, 12, 23]),
        ("n°7, n°12, n°23", [7, 12, 23]),
        ("la 7 la douze et la vingt-trois", [7, 12, 23]),
        ("sept douze vingt trois", [7, 12, 23]),
        ("un, sept et douze", [1, 7, 12]),
        ("vingt et un et vingt-trois", [21, 23]),
        ("le 1er", [1]),
        ("la première et la deuxième", [1, 2]),
        ("le potager", [1]),
        ("le potajer et le velo", [1, 2]),
        ("un vélo et une fresque", [2, 12]),
        ("je prends la 7, le potager et le banc", [7, 1, 21]),
        ("les trois cuisiniers", [6]),
        ("7 12 7", [7, 12]),
        ("j'aime bien", []),
        ("je ne sais pas", []),
        ("", []),
    ],
)
def test_pictures_are_named_by_number_or_by_what_they_show(text: str, chosen: list[int]) -> None:
    assert read_pictures(text, DECK) == PicturesSaid(tuple(f"p{number}" for number in chosen))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7, 12 et 45", PicturesSaid(("p7", "p12"), (), (45,))),
        ("enlève la 12", PicturesSaid((), ("p12",))),
        ("7 12 23 mais pas la 12", PicturesSaid(("p7", "p23"), ("p12",))),
        ("sans le potager", PicturesSaid((), ("p1",))),
    ],
)
def test_numbers_of_no_picture_and_pictures_taken_out(text: str, expected: PicturesSaid) -> None:
    assert read_pictures(text, DECK) == expected


@pytest.mark.parametrize(
    ("text", "is_rejected", "is_empty"),
    [
        ("en fait non", True, False),
        ("ça me fait peur", True, False),
        ("je me suis trompé", True, False),
        ("j'aime pas celle-ci", True, False),
        ("bof", True, False),
        ("rien de spécial", False, True),
        ("je sais pas trop", False, True),
        ("passer", False, True),
        ("j'aime pas la foule mais le calme oui", False, False),
        ("j'ai jamais eu de jardin mais ça me fait rêver", False, False),
        ("rien ne presse, c'est beau", False, False),
        ("mon père jardinait", False, False),
    ],
)
def test_words_on_a_picture_reject_it_pass_or_count(
    text: str, is_rejected: bool, is_empty: bool
) -> None:
    assert (rejects(text), has_nothing_to_say(text)) == (is_rejected, is_empty)


@pytest.mark.parametrize("text", ["passe toutes les autres", "passer pour toutes"])
def test_all_pictures_are_passed_at_once(text: str) -> None:
    assert passes_all(text)
    assert not passes_all("passer")


def test_long_words_are_quoted_up_to_a_whole_word() -> None:
    assert quotable("le  calme\net l'eau") == "le calme et l'eau"
    assert quotable("très " * 40).endswith("très…") and len(quotable("très " * 40)) <= 81


def test_many_numbers_and_a_word_are_read_at_once() -> None:
    """Tried in every way to cut the digits, these would take years."""
    said = read_pictures("12 23 " * 300 + "euros", DECK)
    assert said.chosen[:2] == ("p12", "p23")
