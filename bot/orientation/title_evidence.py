"""How well each known title answers a few words: the same words, words that sound or look alike,
and shared letter groups. No threshold and no decision here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from bot.orientation.stems import stem
from bot.orientation.title_letters import Letters, Scores
from bot.orientation.title_vocabulary import Vocabulary, Weighted

Rows = npt.NDArray[np.intp]

# Share of the score that a title keeps when the query covers little of it.
QUERY_SHARE = 0.55
LETTERS_SHARE = 0.3
# A word that no title has counts like one that this many titles have.
TITLES_OF_AN_UNKNOWN_WORD = 30


@dataclass(frozen=True)
class Fit:
    """words: share of the query that a phrase has. title: share of the phrase that the query has.
    letters: cosine of their letters. bag: share of the query that all titles of a job have."""

    words: Scores
    title: Scores
    letters: Scores
    bag: Scores

    def scores(self) -> Scores:
        """One score in 0-1 for each phrase."""
        by_words = self.words * (QUERY_SHARE + (1 - QUERY_SHARE) * self.title)
        return (1 - LETTERS_SHARE) * by_words + LETTERS_SHARE * self.letters


@dataclass(frozen=True)
class Asked:
    """One word of a query: the roots it may stand for with likeness 0-1, and its weight."""

    likeness: dict[int, float]
    weight: float


class TitleEvidence:
    """Scores every title against a query. Titles of one job with the same roots ("caissier" and
    "caissière") are one phrase, so that gender changes nothing; `phrase_of_title` tells which.

    jobs: the position of the job of each title, ascending.
    """

    def __init__(self, texts: Sequence[str], jobs: Sequence[int]) -> None:
        self.vocabulary = Vocabulary(texts)
        phrases: dict[tuple[int, ...], int] = {}
        keys = zip(jobs, self.vocabulary.title_roots, strict=True)
        self.phrase_of_title: Rows = np.array(
            [phrases.setdefault((job, *roots), len(phrases)) for job, roots in keys], dtype=np.intp
        )
        self.count = len(phrases)
        self.job_starts: Rows = _starts([key[0] for key in phrases])
        self.job_of_phrase: Rows = np.array([key[0] for key in phrases], dtype=np.intp)
        self._learn([key[1:] for key in phrases])

    def _learn(self, phrases: Sequence[tuple[int, ...]]) -> None:
        sizes = np.array([len(roots) for roots in phrases], dtype=np.intp)
        self._roots: Rows = np.array([root for roots in phrases for root in roots], dtype=np.intp)
        self._ends = np.cumsum(sizes)
        self._begins = self._ends - sizes
        owners = np.repeat(np.arange(self.count), sizes)
        order = np.argsort(self._roots, kind="stable")
        self._rows_in_root_order = owners[order].astype(np.int32)
        count = len(self.vocabulary.root_ids)
        uses = np.bincount(self._roots, minlength=count)
        self._root_ends = np.cumsum(uses)
        self._root_begins = self._root_ends - uses
        self._weights: Scores = np.log1p(self.count / np.maximum(uses, 1.0))
        self._title_weight = np.maximum(self._sum_by_phrase(self._weights), 1e-9)
        self._learn_letters()

    def _learn_letters(self) -> None:
        """Letters are those of each title as it is spelled: a phrase has those of its likest."""
        words, sizes = self.vocabulary.word_ids, self.vocabulary.sizes
        order = np.argsort(self.phrase_of_title, kind="stable")
        begins = np.cumsum(sizes) - sizes
        picked = np.concatenate([np.arange(begins[row], begins[row] + sizes[row]) for row in order])
        ordered = sizes[order]
        ends = np.cumsum(ordered)
        self._first_titles = _starts(self.phrase_of_title[order])
        uses = np.bincount(words, minlength=len(self.vocabulary.spellings))
        self._letters = Letters(self.vocabulary.spellings, uses)
        norms = self._letters.norms[words[picked]]
        whole = np.sqrt(np.add.reduceat(norms**2, ends - ordered))
        self._share_of_letters = sparse.csr_matrix(
            (norms / np.repeat(whole, ordered), words[picked], np.r_[0, ends]),
            shape=(len(ordered), len(uses)),
            dtype=np.float32,
        )

    def _sum_by_phrase(self, by_root: Scores) -> Scores:
        sums: Scores = np.add.reduceat(by_root[self._roots], self._begins)
        return sums

    def knows(self, word: str) -> bool:
        """Whether a title has this word, or another form of it, without any fault of spelling."""
        return self.vocabulary.knows(word)

    def rows_with(self, word: str) -> Rows:
        """The phrases that have this word or another form of it."""
        root_id = self.vocabulary.root_ids.get(stem(word))
        return np.array([], dtype=np.intp) if root_id is None else self._rows(root_id)

    def begins_with(self, row: int, word: str) -> bool:
        """Whether a phrase's first content word is this one or another form of it."""
        first = self._roots[self._begins[row]]
        return bool(first == self.vocabulary.root_ids.get(stem(word)))

    def _rows(self, root_id: int) -> Rows:
        begin, end = self._root_begins[root_id], self._root_ends[root_id]
        rows: Rows = self._rows_in_root_order[begin:end].astype(np.intp)
        return rows

    def fit(self, query: Sequence[Weighted]) -> Fit:
        """How each phrase, and each job as a whole, answers the weighted content words."""
        letters = self._letter_scores([word for word, _ in query])
        asked = [self._asked(word, weight) for word, weight in self._split(query)]
        total = max(sum(one.weight for one in asked), 1e-9)
        words, bag = np.zeros(self.count), np.zeros(len(self.job_starts))
        for one in asked:
            found = self._found(one)
            words += one.weight * found
            bag += one.weight * np.maximum.reduceat(found, self.job_starts)
        return Fit(words / total, self._title_coverage(asked), letters, bag / total)

    def _split(self, query: Sequence[Weighted]) -> list[Weighted]:
        return self.vocabulary.split_compounds(query)

    def begins_like(self, phrase: int, word: str) -> float:
        """How much the first content word of a phrase is like this one."""
        first = int(self._roots[self._begins[phrase]])
        return self.vocabulary.likeness(word).get(first, 0.0)

    def _letter_scores(self, query: Sequence[str]) -> Scores:
        likeness = self._letters.likeness(query).astype(np.float32)
        by_title = self._share_of_letters @ likeness
        best = np.maximum.reduceat(by_title, self._first_titles)
        return np.minimum(1.0, best, dtype=np.float64)

    def _asked(self, word: str, weight: float) -> Asked:
        likeness = self.vocabulary.likeness(word)
        if not likeness:
            return Asked({}, weight * float(np.log1p(self.count / TITLES_OF_AN_UNKNOWN_WORD)))
        best = max(likeness.values())
        rarity = max(self._weights[root] for root, like in likeness.items() if like >= best)
        return Asked(likeness, weight * float(rarity))

    def _found(self, asked: Asked) -> Scores:
        found = np.zeros(self.count)
        for root_id, likeness in asked.likeness.items():
            rows = self._rows(root_id)
            found[rows] = np.maximum(found[rows], likeness)
        return found

    def _title_coverage(self, asked: Sequence[Asked]) -> Scores:
        best: dict[int, float] = {}
        for one in asked:
            for root_id, likeness in one.likeness.items():
                best[root_id] = max(best.get(root_id, 0.0), likeness)
        covered = np.zeros(self.count)
        for root_id, likeness in best.items():
            covered[self._rows(root_id)] += self._weights[root_id] * likeness
        return np.asarray(covered / self._title_weight)


def _starts(ascending: Sequence[int]) -> Rows:
    """Where each new value begins."""
    return np.flatnonzero(np.diff(ascending, prepend=-1)).astype(np.intp)
