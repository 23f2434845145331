"""Words with which one keeps a job or lets it go, and what is left to name it."""

from __future__ import annotations

import pytest

from bot.orientation.keep_words import lets_go, only_jobs
from bot.orientation.list_answers import read_ranks_among

KEEPS = [
    "je garde le premier",
    "garde cariste",
    "le deuxième je le garde pour plus tard",
    "gardez-le, pas besoin d'autre chose",
    "notez celui-là",
    "comparer mes métiers gardés",
]
LETS_GO = [
    "je ne garde plus le premier",
    "je garde plus cariste",
    "finalement je ne le garde pas",
    "enlevez cariste de mes gardés",
    "retire le dernier",
    "oubliez soudeur",
]


@pytest.mark.parametrize("text", KEEPS)
def test_these_words_keep(text: str) -> None:
    assert not lets_go(text)


@pytest.mark.parametrize("text", LETS_GO)
def test_these_words_let_go(text: str) -> None:
    assert lets_go(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("garde cariste", "cariste"),
        ("je garde soudeur pour plus tard", "soudeur"),
        ("gardez-moi le métier de boulanger svp", "le métier de boulanger"),
        ("je ne garde plus l’aide-soignante", "l'aide-soignante"),
        ("compare soudeur et cariste", "soudeur et cariste"),
        ("mettez cuisinier de côté", "cuisinier"),
    ],
)
def test_what_is_left_names_the_job(text: str, named: str) -> None:
    assert only_jobs(text) == named


@pytest.mark.parametrize(
    ("text", "count", "ranks"),
    [
        ("compare le premier et le troisième", 4, (1, 3)),
        ("comparez le 1 et le 4", 4, (1, 4)),
        ("le premier et le dernier", 3, (1, 3)),
        ("les deux premiers", 4, (1, 2)),
        ("les trois premiers", 2, (1, 2)),
        ("compare soudeur et cariste", 4, ()),
        ("le cinquième", 4, ()),
    ],
)
def test_several_ranks_of_a_list(text: str, count: int, ranks: tuple[int, ...]) -> None:
    assert read_ranks_among(text, count) == ranks
