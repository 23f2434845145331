"""Sentences as hurried hands write them: no accents, a slip of the keyboard, SMS spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import numpy as np

from bot.orientation.wording import fold

_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_LETTERS_PER_SLIP = 20
"""About one slip in four words."""
_SMS = (
    (r"\bj'ai\b", "g"), (r"\bc'est\b", "c"), (r"\bpourquoi\b", "pk"), (r"\bque\b", "ke"),
    (r"\bqui\b", "ki"), (r"\bquoi\b", "koi"), (r"\bpas\b", "pa"), (r"\bavec\b", "avc"),
    (r"\bbeaucoup\b", "bcp"), (r"\bje suis\b", "jsui"), (r"\bje veux\b", "jveu"),
    (r"\bvous\b", "vs"), (r"\bpour\b", "pr"), (r"\bquelqu'un\b", "qqn"), (r"\bdans\b", "ds"),
    (r"\bça\b", "sa"), (r"\best-ce que\b", "eske"), (r"\bje sais\b", "jsai"), (r"\btout\b", "tt"),
)  # fmt: skip


def without_accents(text: str, seed: int) -> str:
    """The same for any seed."""
    return fold(text)


def with_slips(text: str, seed: int) -> str:
    """One letter in twenty, and at least one, becomes its neighbour on a French keyboard."""
    chance = np.random.default_rng([seed, *text.encode()])
    places = [place for place, letter in enumerate(text) if _neighbours(letter)]
    if not places:
        return text
    count = max(1, len(places) // _LETTERS_PER_SLIP)
    letters = list(text)
    for place in chance.choice(places, size=count, replace=False):
        near = _neighbours(letters[place])
        letters[place] = near[chance.integers(len(near))]
    return "".join(letters)


def as_sms(text: str, seed: int) -> str:
    """The same for any seed."""
    short = text.lower().replace("’", "'")
    for spelled, said in _SMS:
        short = re.sub(spelled, said, short)
    return fold(short)


def _neighbours(letter: str) -> str:
    row = next((row for row in _ROWS if letter in row), None)
    if row is None:
        return ""
    place = row.index(letter)
    return row[max(0, place - 1) : place] + row[place + 1 : place + 2]


NOISES: Mapping[str, Callable[[str, int], str]] = {
    "accents": without_accents,
    "slips": with_slips,
    "sms": as_sms,
}
