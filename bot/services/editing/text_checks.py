"""How long a text of an offer is and how easy it reads, told beside it while it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.orientation.offer_check import MOST_WORDS_IN_A_SENTENCE
from bot.orientation.readability import longest_sentence, reading_ease, words
from bot.services.editing.fields import Fields, typed

TEXTS = ("gives", "how_to_ask", "papers", "steps", "delay", "replacement")
EASY, FAIR = 70, 50


@dataclass(frozen=True)
class TextCheck:
    """signs, words: how many. longest: words of the longest sentence. ease: 100 is very easy (see
    readability.py)."""

    signs: int
    words: int
    longest: int
    ease: float

    @property
    def is_long(self) -> bool:
        return self.longest > MOST_WORDS_IN_A_SENTENCE

    @property
    def level(self) -> str:
        """In a word."""
        return "facile" if self.ease >= EASY else "moyenne" if self.ease >= FAIR else "difficile"


def text_checks(fields: Fields) -> Mapping[str, TextCheck]:
    """By field; a text without words has none."""
    return dict(_checks(fields))


def _checks(fields: Fields) -> Iterator[tuple[str, TextCheck]]:
    form = typed(fields)
    for name in TEXTS:
        text = form.one(name)
        if told := words(text):
            yield name, TextCheck(len(text), len(told), longest_sentence(text), reading_ease(text))
