"""What a person types about a circumstance that was just asked, as a value of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rapidfuzz import fuzz

from bot.orientation.circumstance_answers import DECLINED, LARGEST, NONE, UNKNOWN
from bot.orientation.circumstances import BOOLEAN, CHOICE, NUMBER, OTHER, Circumstance
from bot.orientation.durations import with_digits
from bot.orientation.opinions import read_dont_know, read_prefer_not, read_yes_no
from bot.orientation.sayings import heard, phrases
from bot.orientation.wording import fold

MOST_WORDS = 12
"""A longer message tells something else."""
ALIKE = 85
"""Likeness (0-100) from which words mean a choice; the next one must be this much less alike."""
APART = 5
_NUMBER = re.compile(r"(?<![\d.])\d+(?:[.,]\d+)?(?![\d.])")
_SPACES_IN_NUMBERS = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))")
_NONE = phrases("aucun\\w*|pas d|pas de|zero|sans|rien|j en ai pas|j ai pas")
_OTHER = phrases(
    "aut?res?(?: choses?)?|aucun\\w*(?: de (?:ca|ces|ceux|tout))?|rien de (?:tout )?ca"
)


def read_circumstance(circumstance: Circumstance, text: str) -> str | None:
    """The value as a button would give it, UNKNOWN or DECLINED; None: no answer to this question.

    A number counts when it is the only one; a choice when it is clearly nearer than the others.
    """
    line = heard(text)
    if not line or len(line.split()) > MOST_WORDS:
        return None
    if read_prefer_not(text):
        return DECLINED
    if read_dont_know(text):
        return UNKNOWN
    return _READERS[circumstance.kind](circumstance, text)


def _boolean(_: Circumstance, text: str) -> str | None:
    said = read_yes_no(text)
    return None if said is None else ("yes" if said else "no")


def _number(circumstance: Circumstance, text: str) -> str | None:
    line = with_digits(heard(_SPACES_IN_NUMBERS.sub("", text)))
    found = _NUMBER.findall(line)
    if len(found) == 1:
        told = found[0].replace(",", ".")
        return told if float(told) <= LARGEST else None
    return NONE if not found and circumstance.none and _NONE.search(line) else None


def _choice(circumstance: Circumstance, text: str) -> str | None:
    said = fold(text)
    scores = sorted(
        ((_likeness(said, fold(words)), code) for code, words in circumstance.choices.items()),
        reverse=True,
    )
    best, code = scores[0]
    next_best = scores[1][0] if len(scores) > 1 else 0.0
    if best >= ALIKE and best - next_best >= APART:
        return code
    return OTHER if _OTHER.search(heard(text)) else None


def _likeness(said: str, words: str) -> float:
    return float(max(fuzz.token_set_ratio(said, words), fuzz.ratio(said, words)))


_READERS: Mapping[str, Callable[[Circumstance, str], str | None]] = {
    BOOLEAN: _boolean,
    CHOICE: _choice,
    NUMBER: _number,
}
