"""A slip of the keyboard put right: the one frequent word that a misspelt word can have been.

Real words are left alone, the towns of France and the official job titles included: only what is no
word is mended, and only when a single word is near.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.orientation.spelling_words import FREQUENT, REAL
from bot.orientation.wording import SHORTHAND, fold

_KEY_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_NEAR_KEYS = {
    key: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in _KEY_ROWS
    for place, key in enumerate(row)
}
_WORD = re.compile(r"[^\W\d_]+")
LEAST_LETTERS = 3
"""A shorter word is one slip away from too many others; at that length, only a finger that fell on
the next key is mended."""
LEAST_FOR_MOVED_OR_LOST = 4
LEAST_FOR_ANY_SLIP = 5
LEAST_FOR_TWO_SLIPS = 9
_LONG = tuple(word for word in FREQUENT if len(word) >= LEAST_FOR_TWO_SLIPS)


@lru_cache(maxsize=20_000)
def mended(word: str) -> str:
    """The word, or the frequent one that it misspells: lower case, no accents.

    The likeliest kind of slip that gives a word counts: a key beside the right one, a letter
    doubled, two that changed places, a letter lost, then any other letter, then two slips. Several
    words near: as it was.
    """
    if len(word) < LEAST_LETTERS or word in FREQUENT or word in REAL or not word.isalpha():
        return word
    near = next((found for found in _by_likelihood(word) if found), set())
    return near.pop() if len(near) == 1 else word


def with_mended(text: str, is_known: Callable[[str], bool]) -> str:
    """A text in which the words that are misspelt frequent ones are mended, the rest as it was
    written. is_known: words, lower case and without accents, that are left alone as well."""
    return _WORD.sub(lambda found: _mended_written(found.group(), is_known), text)


def _mended_written(written: str, is_known: Callable[[str], bool]) -> str:
    word = fold(written)
    if len(word) < LEAST_FOR_MOVED_OR_LOST or word in SHORTHAND or is_known(word):
        return written
    found = mended(word)
    return written if found == word else found


def _by_likelihood(word: str) -> Iterator[set[str]]:
    yield _known(_beside(word))
    if len(word) >= LEAST_FOR_MOVED_OR_LOST:
        yield _known(_without_double(word))
        yield _known(_swapped(word))
        yield _known(_with_lost(word))
    if len(word) >= LEAST_FOR_ANY_SLIP:
        yield _known(_other_letter(word))
    if len(word) >= LEAST_FOR_TWO_SLIPS:
        yield _two_slips(word)


def _known(spellings: Iterator[str]) -> set[str]:
    return {word for word in spellings if word in FREQUENT}


def _beside(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        for key in _NEAR_KEYS.get(letter, ""):
            yield word[:place] + key + word[place + 1 :]


def _without_double(word: str) -> Iterator[str]:
    """The first letter is not doubled by a slip: "ttire" is no "tire"."""
    for place in range(1, len(word) - 1):
        if word[place] == word[place + 1]:
            yield word[:place] + word[place + 1 :]


def _swapped(word: str) -> Iterator[str]:
    for place in range(len(word) - 1):
        start, first, second, end = word[:place], word[place], word[place + 1], word[place + 2 :]
        if first != second:
            yield start + second + first + end


def _with_lost(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        for letter in ascii_lowercase:
            yield word[:place] + letter + word[place:]


def _other_letter(word: str) -> Iterator[str]:
    for place in range(len(word)):
        start, end = word[:place], word[place + 1 :]
        yield start + end
        for letter in ascii_lowercase:
            yield start + letter + end


def _two_slips(word: str) -> set[str]:
    found = process.extract(word, _LONG, scorer=OSA.distance, score_cutoff=2, processor=None)
    return {str(near[0]) for near in found}
