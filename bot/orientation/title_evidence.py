"""How well each known title answers a few words: the same words, words that sound or look alike,
and shared letter groups. No threshold and no decision here."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.orientation.stems import sound, stem
from bot.orientation.title_words import CHAT, STOPWORDS
from bot.orientation.wording import words

Scores = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
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
_COMPOUND = re.compile(r"\w+(?:-\w+)+")
# Share of the score that a title keeps when the query covers little of it.
QUERY_SHARE = 0.55
LETTERS_SHARE = 0.3
# A word that no title has counts like one that this many titles have.
TITLES_OF_AN_UNKNOWN_WORD = 30


def content_words(text: str) -> list[str]:
    """The words that can tell one job from another; all of them when only stopwords remain."""
    return _telling(words(text))


def _telling(found: list[str]) -> list[str]:
    kept = [word for word in found if word not in STOPWORDS]
    return [word for word in kept if not word.isdecimal()] or kept or found


@dataclass(frozen=True)
class Asked:
    """One word of a query: the roots it may stand for with likeness 0-1, and its weight."""

    likeness: dict[int, float]
    weight: float


class Vocabulary:
    """The roots of all titles, and the ways to reach one from a misspelt word."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.root_ids: dict[str, int] = {}
        self._sounds: dict[str, set[int]] = defaultdict(set)
        self._spellings: dict[str, int] = {}
        self._compounds: dict[str, list[str]] = {}
        self.spelled_out = [self._learn(text) for text in texts]
        self.title_words = [_telling(title) for title in self.spelled_out]
        self.title_roots = [self._roots(title) for title in self.title_words]
        self._sorted = sorted(self._spellings)
        self._long = [word for word in self._sorted if len(word) >= SHORTEST_FUZZY]
        self._cache: dict[str, dict[int, float]] = {}

    def _learn(self, text: str) -> list[str]:
        """The words of one title, learnt as spelled and as heard (folding loses ç)."""
        for compound in _COMPOUND.findall(text):
            parts = words(compound)
            self._compounds.setdefault("".join(parts), parts)
        found = words(text)
        heard = words(text.replace("ç", "ss")) if "ç" in text else found
        for word, pronounced in zip(found, heard, strict=True):
            self._learn_word(word, pronounced)
        return found

    def _roots(self, title: Sequence[str]) -> list[int]:
        return list(dict.fromkeys(self._spellings[word] for word in title))

    def _learn_word(self, word: str, heard: str) -> None:
        root_id = self.root_ids.setdefault(stem(word), len(self.root_ids))
        self._spellings[word] = root_id
        self._sounds[sound(heard)].add(root_id)

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
            if len(self._cache) > 20_000:
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

    def _alike(self, word: str) -> Iterable[tuple[int, float]]:
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


class Letters:
    """Cosine of TF-IDF over groups of three and four letters. Sums the few columns that a query
    has, which is five times faster here than a sparse product."""

    def __init__(self, texts: Sequence[str]) -> None:
        vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True)
        self._columns = vectorizer.fit_transform(texts).tocsc()
        self._count = len(texts)
        self._groups = vectorizer.build_analyzer()
        self._column_by_group = vectorizer.vocabulary_
        self._rarity = vectorizer.idf_

    def scores(self, text: str) -> Scores:
        """One cosine in 0-1 for each text the letters were learnt from."""
        counts = Counter(
            self._column_by_group[group]
            for group in self._groups(text)
            if group in self._column_by_group
        )
        total = np.zeros(self._count)
        if not counts:
            return total
        weights = [(1 + np.log(count)) * self._rarity[column] for column, count in counts.items()]
        norm = float(np.linalg.norm(weights))
        for column, weight in zip(counts, weights, strict=True):
            start, end = self._columns.indptr[column : column + 2]
            total[self._columns.indices[start:end]] += weight / norm * self._columns.data[start:end]
        return total


class TitleEvidence:
    """Scores every title against a query; the titles are given once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.vocabulary = Vocabulary(texts)
        self._count = len(texts)
        self._rows_by_root = self._index_roots()
        self._weights = self._rarity()
        self._title_weight = np.array(
            [max(self._weights[roots].sum(), 1e-9) for roots in self.vocabulary.title_roots]
        )
        self._letters = Letters([" ".join(title) for title in self.vocabulary.title_words])

    def knows(self, word: str) -> bool:
        """Whether a title has this word, or another form of it, without any fault of spelling."""
        return self.vocabulary.knows(word)

    def rows_with(self, word: str) -> Rows:
        """The titles that have this word or another form of it."""
        root_id = self.vocabulary.root_ids.get(stem(word))
        return np.array([], dtype=np.intp) if root_id is None else self._rows_by_root[root_id]

    def begins_with(self, row: int, word: str) -> bool:
        """Whether a title's first content word is this one or another form of it."""
        return self.vocabulary.title_roots[row][0] == self.vocabulary.root_ids.get(stem(word))

    def _index_roots(self) -> list[Rows]:
        rows: list[list[int]] = [[] for _ in self.vocabulary.root_ids]
        for row, roots in enumerate(self.vocabulary.title_roots):
            for root_id in roots:
                rows[root_id].append(row)
        return [np.array(some, dtype=np.intp) for some in rows]

    def _rarity(self) -> Scores:
        frequency = np.array([len(rows) for rows in self._rows_by_root], dtype=np.float64)
        return np.asarray(np.log1p(self._count / np.maximum(frequency, 1.0)))

    def scores(self, query: Sequence[Weighted]) -> Scores:
        """One score in 0-1 for each title, for the weighted content words of a query."""
        letters = self._letters.scores(" ".join(word for word, _ in query))
        by_words = self._word_scores(self.vocabulary.split_compounds(query))
        return (1 - LETTERS_SHARE) * by_words + LETTERS_SHARE * letters

    def _word_scores(self, query: Sequence[Weighted]) -> Scores:
        """Share of the query found in the title, and of the title found in the query."""
        asked = [self._asked(word, weight) for word, weight in query]
        in_query = self._query_coverage(asked)
        in_title = self._title_coverage(asked)
        return in_query * (QUERY_SHARE + (1 - QUERY_SHARE) * in_title)

    def _asked(self, word: str, weight: float) -> Asked:
        likeness = self.vocabulary.likeness(word)
        if not likeness:
            return Asked({}, weight * float(np.log1p(self._count / TITLES_OF_AN_UNKNOWN_WORD)))
        best = max(likeness.values())
        rarity = max(self._weights[root] for root, like in likeness.items() if like >= best)
        return Asked(likeness, weight * float(rarity))

    def _query_coverage(self, asked: Sequence[Asked]) -> Scores:
        total = np.zeros(self._count)
        for one in asked:
            found = np.zeros(self._count)
            for root_id, likeness in one.likeness.items():
                rows = self._rows_by_root[root_id]
                found[rows] = np.maximum(found[rows], likeness)
            total += one.weight * found
        return total / max(sum(one.weight for one in asked), 1e-9)

    def _title_coverage(self, asked: Sequence[Asked]) -> Scores:
        best: dict[int, float] = {}
        for one in asked:
            for root_id, likeness in one.likeness.items():
                best[root_id] = max(best.get(root_id, 0.0), likeness)
        covered = np.zeros(self._count)
        for root_id, likeness in best.items():
            covered[self._rows_by_root[root_id]] += self._weights[root_id] * likeness
        return np.asarray(covered / self._title_weight)
