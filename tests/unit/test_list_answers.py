"""Answers to a list on screen."""

import pytest

from bot.orientation.answers import read_done, read_rank
from bot.orientation.list_answers import ranked, ranked_many, read_all


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("la première", 1),
        ("La 1ère svp", 1),
        ("1", 1),
        ("le 2e", 2),
        ("la deuxième", 2),
        ("la troisieme", 3),
        ("5", 5),
        ("Privas", None),
        ("07000", None),
        ("la première ou la deuxième", None),
        ("ma première maison était à Privas il y a longtemps", None),
        ("", None),
    ],
)
def test_a_rank_is_read_from_a_short_answer(text: str, rank: int | None) -> None:
    assert read_rank(text) == rank


@pytest.mark.parametrize(
    "text", ["non", "non c'est tout", "c'est bon", "voilà", "ça ira", "rien d'autre", "fini !"]
)
def test_nothing_more_to_say(text: str) -> None:
    assert read_done(text)


@pytest.mark.parametrize(
    "text", ["oui", "maçon", "serveuse", "j'ai fini mes études de comptable en 2010 à Lyon", ""]
)
def test_more_to_say(text: str) -> None:
    assert not read_done(text)


LISTED = ("a", "b", "c")


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("le 1er", "a"),
        ("la deuxième", "b"),
        ("le dernier", "c"),
        ("la dernière svp", "c"),
        ("3", "c"),
        ("plutôt le 2 svp", "b"),
        ("je choisis la première", "a"),
        ("le 3 m'intéresse", "c"),
        ("pourquoi le deuxième ?", "b"),
        ("le 4e", None),
        ("j'ai 2 enfants", None),
        ("c'est mon premier emploi", None),
        ("j'en ai fait une l'an dernier", None),
        ("l'année dernière", None),
        ("c'est ma dernière chance", None),
        ("la première fois", None),
        ("je ne sais pas", None),
        ("Privas", None),
    ],
)
def test_a_rank_names_an_option_of_the_list(text: str, option: str | None) -> None:
    assert ranked(text, LISTED) == option
    assert ranked(text, ()) is None


@pytest.mark.parametrize("text", ["les deux", "tous", "tout est juste", "c'est tout bon", "toutes"])
def test_the_whole_list_is_taken(text: str) -> None:
    assert read_all(text)


@pytest.mark.parametrize("text", ["c'est tout", "pas tous", "aucun", "rien de tout ça", "oui", ""])
def test_the_whole_list_is_not_taken(text: str) -> None:
    assert not read_all(text)


LIMITS = ("nuit", "week-end", "décalé", "école")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("la 1 et la 3", ("nuit", "décalé")),
        ("les deux premières", ("nuit", "week-end")),
        ("le premier et le dernier", ()),
        ("la première", ("nuit",)),
        ("2 et 4", ("week-end", "école")),
        ("la deuxième et la troisième", ("week-end", "décalé")),
        ("1 et 7", ()),
        ("j'ai 2 enfants", ()),
        ("les 3x8", ()),
        ("", ()),
    ],
)
def test_ranks_name_several_options_of_the_list(text: str, named: tuple[str, ...]) -> None:
    assert ranked_many(text, LIMITS) == named
