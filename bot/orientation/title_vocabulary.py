"""The words of all titles, and the ways to reach one from a word that a person wrote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from bot.orientation.stems import sound, sounds, stem
from bot.orientation.title_words import CHAT, STOPWORDS
from bot.orientation.wording import SHORTHAND, fold, words

# A content word of a query and how much it counts beside the others.
Weighted = tuple[str, float]

SAME_SOUND = 0.92
SAME_BEGINNING = 0.8
SAME_LONG_ROOT = 0.95
SAME_SHORT_ROOT = 0.8
# "manut" is enough of "manutention"; "taxi" is not enough of "taxidermiste", nor "accord" of
# "accordéoniste": longer words are not shortened so much.
SHORTEST_BEGINNING, LONG_BEGINNING, LONG_WORD = 0.4, 0.5, 6
LOOKS_ALIKE_FROM = 76.0
# People rarely miss the first letter: "bovins" is not "ovins".
OTHER_FIRST_LETTER = 0.8
SHORTEST_FUZZY = 4
MOST_REMEMBERED = 20_000
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_PARTED = "\0"
_WORD = re.compile(r"\d+\.\d+|\d+|[a-z]+")


def content_words(text: str) -> list[str]:
    """The words that can tell one job from another; all of them when only stopwords remain."""
    return telling(words(text))


def telling(found: list[str]) -> list[str]:
    kept = [word for word in found if word not in STOPWORDS]
    return [word for word in kept if not word.isdecimal()] or kept or found


def spelled_out(texts: Iterable[str]) -> list[list[str]]:
    """The words of each text, as wording.words gives them but for the signs that no title has: all
    are folded at once, which is ten times faster on a whole catalogue."""
    # Folding joins lines, so that a sign which no title has parts them.
    folded = fold(_PARTED.join(text.replace(_PARTED, " ") for text in texts)).split(_PARTED)
    found = [_WORD.findall(text) for text in folded]
    shortened = SHORTHAND.keys()
    for text in found:
        if not shortened.isdisjoint(text):
            text[:] = [word for short in text for word in SHORTHAND.get(short, short).split()]
    return found


class Vocabulary:
    """The words of all titles and their roots. `sizes` counts the words of each title, `word_ids`
    are their positions in `spellings`, title after title; `title_roots` has the roots of each."""

    def __init__(self, texts: Sequence[str]) -> None:
        titles = [telling(title) for title in spelled_out(texts)]
        spellings = sorted({word for title in titles for word in title})
        self.root_ids: dict[str, int] = {}
        self._spellings = {
            word: self.root_ids.setdefault(stem(word), len(self.root_ids)) for word in spellings
        }
        place = {word: position for position, word in enumerate(spellings)}
        self.sizes = np.array([len(title) for title in titles], dtype=np.intp)
        self.word_ids = np.array(
            [place[word] for title in titles for word in title], dtype=np.int32
        )
        self.title_roots = [
            list(dict.fromkeys(self._spellings[word] for word in title)) for title in titles
        ]
        self._sounds = self._heard(texts)
        self._compounds = _compounds(texts)
        self._sorted = spellings
        self._long = [word for word in spellings if len(word) >= SHORTEST_FUZZY]
        self._cache: dict[str, dict[int, float]] = {}

    @property
    def spellings(self) -> list[str]:
        """All words of the titles, sorted."""
        return self._sorted

    def _heard(self, texts: Iterable[str]) -> dict[str, set[int]]:
        """Sound -> roots so pronounced; folding loses ç, so words that have one are heard apart."""
        heard: dict[str, set[int]] = {}
        for word, pronounced in zip(self._spellings, sounds(self._spellings), strict=True):
            heard.setdefault(pronounced, set()).add(self._spellings[word])
        soft = {word for text in texts if "ç" in text for word in text.split() if "ç" in word}
        for word in soft:
            for plain, pronounced in zip(words(word), words(word.replace("ç", "ss")), strict=True):
                if plain in self._spellings:
                    heard.setdefault(sound(pronounced), set()).add(self._spellings[plain])
        return heard

    def split_compounds(self, query: Sequence[Weighted]) -> list[Weighted]:
        """ "babysitting" -> baby, sitting; "agro", "alimentaire" -> agroalimentaire."""
        found: list[Weighted] = []
        for word, weight in query:
            joined = (found[-1][0] + word) if found else ""
            if len(joined) > 5 and joined in self._spellings:
                found[-1] = (joined, max(found[-1][1], weight))
            elif word in self._spellings or word not in self._compounds:
                found.append((word, weight))
            else:
                found.extend((part, weight) for part in self._compounds[word])
        return found

    def knows(self, word: str) -> bool:
        return word in self._spellings or stem(word) in self.root_ids

    def likeness(self, word: str) -> dict[int, float]:
        """Root ids that the word may stand for, with a likeness of 1 for the word itself."""
        if word not in self._cache:
            if len(self._cache) > MOST_REMEMBERED:
                self._cache.clear()
            self._cache[word] = self._compute_likeness(word)
        return self._cache[word]

    def _compute_likeness(self, word: str) -> dict[int, float]:
        if word in self._spellings:
            return {self._spellings[word]: 1.0}
        if word in CHAT:
            return {}
        found: dict[int, float] = {}
        root = stem(word)
        root_id = self.root_ids.get(root)
        if root_id is not None and len(root) >= SHORTEST_FUZZY:
            found[root_id] = SAME_LONG_ROOT if len(root) > SHORTEST_FUZZY else SAME_SHORT_ROOT
        for other, likeness in self._alike(word):
            found[other] = max(found.get(other, 0.0), likeness)
        return found

    def _alike(self, word: str) -> Iterator[tuple[int, float]]:
        heard = sound(word)
        if len(heard) > 2:
            yield from ((root_id, SAME_SOUND) for root_id in self._sounds.get(heard, ()))
        if len(word) < SHORTEST_FUZZY or word[0].isdigit():
            return
        start = bisect_left(self._sorted, word)
        least = SHORTEST_BEGINNING if len(word) < LONG_WORD else LONG_BEGINNING
        for spelling in self._sorted[start : start + 40]:
            if not spelling.startswith(word):
                break
            if len(word) >= least * len(spelling):
                yield self._spellings[spelling], SAME_BEGINNING
        near = process.extract(
            word, self._long, scorer=fuzz.ratio, score_cutoff=LOOKS_ALIKE_FROM, limit=8
        )
        for spelling, ratio, _ in near:
            same_start = 1.0 if spelling[0] == word[0] else OTHER_FIRST_LETTER
            yield self._spellings[spelling], same_start * looks_alike(ratio)


def looks_alike(ratio: float) -> float:
    """Likeness of two spellings whose edit ratio (0-100) is known: 0.5 at the limit, 0.95 at 97."""
    return min(0.95, 0.5 + 0.45 * (ratio - LOOKS_ALIKE_FROM) / (97 - LOOKS_ALIKE_FROM))


def _compounds(texts: Iterable[str]) -> dict[str, list[str]]:
    """ "babysitting" -> baby, sitting, for each word that some title writes with hyphens."""
    found = {compound for text in texts if "-" in text for compound in _COMPOUND.findall(text)}
    parts = spelled_out(sorted(found))
    return {"".join(some): some for some in reversed(parts)}
