"""Asking what could help, as opposed to answering with words that sound alike."""

from __future__ import annotations

import pytest

from bot.orientation.help_words import (
    asks_for_help,
    asks_in_general,
    says_little,
    theme_codes,
)


@pytest.mark.parametrize(
    "text",
    [
        "une aide pour le permis",
        "c'est quoi Wimoov ?",
        "le microcrédit Adie",
        "comment financer mon permis",
        "j'ai besoin d'aide pour le permis",
        "qui peut m'aider près de chez moi ?",
        "où faire une immersion ?",
        "une association pour la mobilité",
        "quelles entreprises recrutent ?",
        "j'ai droit à une prime ?",
    ],
)
def test_it_asks(text: str) -> None:
    assert asks_for_help(text)


@pytest.mark.parametrize(
    "text",
    [
        "aide à domicile",
        "aide-soignante pendant dix ans",
        "j'ai payé mon permis",
        "j'ai fait une immersion",
        "bénévole dans une association",
        "un vélo",
        "j'ai une voiture",
        "Bourgoin-Jallieu",
        "j'aide mes parents",
        "assistante maternelle",
        "",
    ],
)
def test_it_answers(text: str) -> None:
    assert not asks_for_help(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quelles aides je peux avoir ?", True),
        ("j'ai droit à quoi ?", True),
        ("une aide pour le permis", False),
        ("l'aide tartempion", False),
    ],
)
def test_asking_in_general(text: str, expected: bool) -> None:
    assert asks_in_general(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wimoov", True),
        ("le microcrédit de l'Adie", True),
        ("j'ai gardé des enfants", False),
        ("je ne peux plus porter", False),
        ("un mot de plus que ce qu'il faut pour dire un nom", False),
    ],
)
def test_saying_little(text: str, expected: bool) -> None:
    assert says_little(text) is expected


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("le permis", "mobilite--preparer-un-permis", 1),
        ("garder mes enfants", "famille--garde-denfants", 1),
        ("un logement", "logement-hebergement--", 7),
        ("bonjour", "", 0),
    ],
)
def test_the_themes_that_a_text_tells(text: str, first: str, count: int) -> None:
    codes = theme_codes(text)
    assert len(codes) == count
    assert all(code.startswith(first) for code in codes[:1])
    assert not any(code in ("jeunes", "seniors") for code in theme_codes("les jeunes seniors"))
