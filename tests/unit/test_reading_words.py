"""Asking for easy-read French, as people say it, and words that only sound like it."""

from __future__ import annotations

import pytest

from bot.orientation.reading_words import EASY, STANDARD, read_reading

SAID = {
    "facile à lire": EASY,
    "Facile à lire": EASY,
    "mode facile svp": EASY,
    "écrivez plus simplement": EASY,
    "parlez plus simplement svp": EASY,
    "ecrit plus simple stp": EASY,
    "je veux des phrases courtes": EASY,
    "c'est trop compliqué à lire": EASY,
    "pas facile à lire": EASY,
    "j'ai du mal à lire": EASY,
    "je comprends mal vos phrases": EASY,
    "version FALC": EASY,
    "texte normal": STANDARD,
    "Texte habituel": STANDARD,
    "plus de mode facile": STANDARD,
    "arrêtez le facile à lire": STANDARD,
    "écrivez normalement": STANDARD,
    "vendeur": None,
    "un métier facile à apprendre": None,
    "j'écris des textes courts": None,
    "c'est trop dur de comprendre mon chef": None,
    "je suis facile à comprendre": None,
    "un métier où on parle simplement aux gens": None,
    "je comprends pas": None,
    "horaires normaux": None,
    "oui": None,
    "": None,
}


@pytest.mark.parametrize(("text", "reading"), SAID.items(), ids=SAID.keys())
def test_the_way_of_writing_is_heard(text: str, reading: str | None) -> None:
    assert read_reading(text) == reading


def test_a_long_message_tells_something_else() -> None:
    text = "j'ai travaillé dix ans dans une imprimerie et je relisais des textes faciles à lire"
    assert read_reading(text) is None
