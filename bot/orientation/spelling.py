"""A slip of the keyboard put right: the one frequent word that a misspelt word can have been.

Real words are left alone, the towns of France and the official job titles included: only what is no
word is mended, and only when a single word is near.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.orientation.spelling_words import FREQUENT, REAL

_KEY_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_NEAR_KEYS = {
    key: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in _KEY_ROWS
    for place, key in enumerate(row)
}
LEAST_LETTERS = 3
"""A shorter word is one slip away from too many others."""
LEAST_FOR_ANY_SLIP = 5
"""Shorter words are mended only of a finger that fell on the next key."""
LEAST_FOR_TWO_SLIPS = 9
_LONG = tuple(word for word in FREQUENT if len(word) >= LEAST_FOR_TWO_SLIPS)


@lru_cache(maxsize=20_000)
def mended(word: str) -> str:
    """The word, or the frequent one that it misspells: lower case, no accents.

    The likeliest kind of slip that gives a word counts: a key beside the right one, then letters
    swapped or doubled, then any other letter, then two slips. Several words near: as it was.
    """
    if len(word) < LEAST_LETTERS or word in FREQUENT or word in REAL or not word.isalpha():
        return word
    near = next((found for found in _by_likelihood(word) if found), set())
    return near.pop() if len(near) == 1 else word


def _by_likelihood(word: str) -> Iterator[set[str]]:
    yield _known(_beside(word))
    if len(word) >= LEAST_FOR_ANY_SLIP:
        yield _known(_swapped_or_doubled(word))
        yield _known(_one_letter(word))
    if len(word) >= LEAST_FOR_TWO_SLIPS:
        yield _two_slips(word)


def _known(spellings: Iterator[str]) -> set[str]:
    return {word for word in spellings if word in FREQUENT}


def _beside(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        for key in _NEAR_KEYS.get(letter, ""):
            yield word[:place] + key + word[place + 1 :]


def _swapped_or_doubled(word: str) -> Iterator[str]:
    for place in range(len(word) - 1):
        start, first, second, end = word[:place], word[place], word[place + 1], word[place + 2 :]
        yield start + (first + end if first == second else second + first + end)


def _one_letter(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        start, end = word[:place], word[place:]
        yield start + end[1:]
        for letter in ascii_lowercase:
            yield start + letter + end
            yield start + letter + end[1:]


def _two_slips(word: str) -> set[str]:
    found = process.extract(word, _LONG, scorer=OSA.distance, score_cutoff=2, processor=None)
    return {str(near[0]) for near in found}
