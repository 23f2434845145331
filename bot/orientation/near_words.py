"""Which of a few things on screen a person names in their own words, by the words in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import DamerauLevenshtein

from bot.orientation.stems import stem
from bot.orientation.wording import words

MARGIN = 1.5
"""The thing named must be so many times more alike than the next one, or it is asked back."""
LONG_WORD, LONG_ROOT = 5, 4
"""From this many letters on, one wrong letter is a typing error; one missing at the end, a verb."""
_EMPTY = frozenset(
    "je j moi tu on nous vous il elle ca c est ce cet cette ces le la les l un une des de du d au "
    "aux a en et ou y dans sur pour par avec sans qui que qu quoi se s me m mon ma mes son sa ses "
    "plutot bien aussi encore image images photo photos numero celle celui choix choisis prends "
    "veux vais prefere voudrais aimerais faire fais".split()
)


@dataclass(frozen=True)
class Nameable:
    """Things by their id, each with the words that tell it: its title, what it shows."""

    told: Mapping[str, str]

    @cached_property
    def _stems(self) -> Mapping[str, frozenset[str]]:
        return {name: frozenset(_stems_of(text)) for name, text in self.told.items()}

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        """A word that several things share tells them apart less."""
        count = Counter(word for stems in self._stems.values() for word in stems)
        return {word: 1 / times for word, times in count.items()}

    def named_in(self, text: str) -> str | None:
        """The one thing that the text names; None when it names none, or two as well."""
        said = _stems_of(text)
        scores = {name: self._score(stems, said) for name, stems in self._stems.items()}
        ranked = sorted(scores, key=lambda name: -scores[name])
        if not ranked or scores[ranked[0]] == 0:
            return None
        second = scores[ranked[1]] if len(ranked) > 1 else 0.0
        return ranked[0] if scores[ranked[0]] >= MARGIN * second else None

    def _score(self, stems: frozenset[str], said: list[str]) -> float:
        found = {word for word in stems if any(_is_same(word, one) for one in said)}
        return sum(self._rarity[word] for word in found)


def _stems_of(text: str) -> list[str]:
    return [stem(word) for word in words(text) if word not in _EMPTY and len(word) > 1]


def _is_same(word: str, said: str) -> bool:
    if word == said:
        return True
    short, long = sorted((word, said), key=len)
    if len(short) >= LONG_ROOT and long[:-1] == short:
        return True
    distance = DamerauLevenshtein.distance(word, said, score_cutoff=1)
    return len(short) >= LONG_WORD and distance <= 1
