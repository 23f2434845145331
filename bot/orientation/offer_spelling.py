"""How near a typed word is to a word of an offer's name: root, sound, slip of the keyboard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from math import log

from rapidfuzz.distance import OSA

from bot.orientation.offer_names import OfferName, TypedWord
from bot.orientation.offer_words import ASKED_ONLY, CAPITALS_ONLY, EVERYDAY, NO_MISSPELLING
from bot.orientation.stems import sound, stem
from bot.orientation.title_words import CHAT, STOPWORDS

# Likeness of a typed word to a word of a name, and slips of the keyboard by length of that word.
AS_WRITTEN, SAME_ROOT, SAME_SOUND, SLIP = 1.0, 0.97, 0.92, 0.85
SHORTEST_WITH_SLIP, SHORTEST_WITH_TWO_SLIPS, SHORTEST_SOUND, SHORTEST_ROOT = 5, 7, 4, 4
SHORTEST_ACRONYM = 5


class NameSpelling:
    """The words of all names, with how much each tells, ready to be compared with typed words."""

    def __init__(self, names: Sequence[OfferName]) -> None:
        self.weights = _weights(names)
        common = frozenset(word for name in names for word in name.common)
        self._acronyms = frozenset(word for name in names for word in name.acronyms) - common
        self._misspellable = [one for one in self.weights if _may_be_missed(one, self._acronyms)]
        self._by_stem = _grouped(common & self.weights.keys(), stem)
        self._by_singular = _grouped(self.weights, _singular)
        self._by_sound = _grouped(set(self._misspellable) - self._acronyms, sound)

    def likenesses(self, typed: TypedWord) -> dict[str, float]:
        """Words of names that a typed word may stand for; joined words are never a root."""
        word = typed.word
        found: dict[str, float] = {}
        if self._may_be_misspelt(word):
            found.update(dict.fromkeys(self._slips(word), SLIP))
            if len(word) >= SHORTEST_SOUND:
                found.update(dict.fromkeys(self._by_sound.get(sound(word), ()), SAME_SOUND))
        if len(typed.places) == 1 and len(word) >= SHORTEST_ROOT:
            found.update(dict.fromkeys(self._by_stem.get(stem(word), ()), SAME_ROOT))
            found.update(dict.fromkeys(self._by_singular.get(_singular(word), ()), SAME_ROOT))
        if word in self.weights:
            found[word] = AS_WRITTEN
        return found

    def _may_be_misspelt(self, word: str) -> bool:
        """A word of every day, or one that is already right, is no misspelling of another."""
        is_right = word in self.weights or word in NO_MISSPELLING
        return not (is_right or word in STOPWORDS or word in CHAT)

    def _slips(self, word: str) -> Iterator[str]:
        """Words of names that differ by one letter, by two when they are long."""
        for known in self._misspellable:
            allowed = _slips_allowed(word, known, known in self._acronyms)
            if allowed and OSA.distance(word, known, score_cutoff=allowed) <= allowed:
                yield known


def _may_be_missed(word: str, acronyms: Collection[str]) -> bool:
    """Whether a misspelling may stand for the word: not for short acronyms and everyday words."""
    least = SHORTEST_ACRONYM if word in acronyms else SHORTEST_SOUND
    return len(word) >= least and word not in EVERYDAY | CAPITALS_ONLY | ASKED_ONLY


def _slips_allowed(word: str, known: str, is_acronym: bool) -> int:
    """One for a word that is not short, two for a long one that begins and ends alike; letters
    without meaning (acronyms, words run together) are near too many words for two."""
    if len(known) < SHORTEST_WITH_SLIP:
        return 0
    is_alike = word[0] == known[0] and (word[-1] == known[-1] or word[:4] == known[:4])
    return 2 if len(known) >= SHORTEST_WITH_TWO_SLIPS and is_alike and not is_acronym else 1


def _singular(word: str) -> str:
    """Without the marks of plural and feminine."""
    return re.sub(r"e?[sx]?$", "", word)


def _weights(names: Sequence[OfferName]) -> dict[str, float]:
    """How much a word tells: more when few names have it or its plural."""
    by_name = [(name.words, {stem(word) for word in name.words}) for name in names]
    counts = Counter(root for _, roots in by_name for root in roots)
    words = {word for words, _ in by_name for word in words}
    return {word: 1 + log(len(names) / counts[stem(word)]) for word in words}


def _grouped(words: Iterable[str], key: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for word in words:
        groups[key(word)] = (*groups.get(key(word), ()), word)
    return groups
