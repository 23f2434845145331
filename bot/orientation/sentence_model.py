"""The intent of a sentence, by its words, its groups of letters and the cues that it holds.

Logistic regression: light, quick to train, and its confidence means something. Sentences are heard
before they are counted, so that accents, SMS spelling and lost apostrophes change little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.orientation.cue_words import cues
from bot.orientation.sayings import heard

INVERSE_OF_REGULARISATION = 20.0
CUE_WEIGHT = 0.6
"""Beside word groups and letter groups, each of length 1: found by cross-validation."""
MOST_ROUNDS = 200
_SPACED = r"\S+"


@dataclass(frozen=True)
class SentenceModel:
    """What training leaves: how words, letters and cues are counted, and their weights."""

    word_groups: TfidfVectorizer
    letter_groups: TfidfVectorizer
    cue_names: TfidfVectorizer
    weights: LogisticRegression

    @property
    def intents(self) -> tuple[str, ...]:
        return tuple(self.weights.classes_)

    def confidences(self, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        """A row for each text, a column for each of `intents`; each row adds up to 1."""
        lines = [heard(text) for text in texts]
        parts = (self.word_groups, self.letter_groups, self.cue_names)
        return np.asarray(self.weights.predict_proba(_counted(parts, lines, is_new=False)))


def train(examples: Sequence[tuple[str, str]]) -> SentenceModel:
    """A model of (text, intent) pairs; the same pairs give the same model."""
    lines = [heard(text) for text, _ in examples]
    word_groups = TfidfVectorizer(
        lowercase=False, token_pattern=_SPACED, ngram_range=(1, 3), sublinear_tf=True
    )
    letter_groups = TfidfVectorizer(
        lowercase=False, analyzer="char_wb", ngram_range=(2, 4), min_df=2, sublinear_tf=True
    )
    cue_names = TfidfVectorizer(lowercase=False, token_pattern=_SPACED, use_idf=False, norm=None)
    counted = _counted((word_groups, letter_groups, cue_names), lines, is_new=True)
    weights = LogisticRegression(
        C=INVERSE_OF_REGULARISATION, class_weight="balanced", max_iter=MOST_ROUNDS, random_state=0
    )
    weights.fit(counted, [intent for _, intent in examples])
    return SentenceModel(word_groups, letter_groups, cue_names, weights)


def _counted(parts: tuple[Any, Any, Any], lines: Sequence[str], *, is_new: bool) -> csr_matrix:
    """The counts of each line. Between marks, so that first and last words are told apart."""
    words, letters, names = parts
    marked = [f"^ {line.replace(',', ' ')} $" for line in lines]
    named = [" ".join(cues(line)) for line in lines]
    blocks = [
        part.fit_transform(texts) if is_new else part.transform(texts)
        for part, texts in ((words, marked), (letters, lines), (names, named))
    ]
    blocks[2] = blocks[2] * CUE_WEIGHT
    return csr_matrix(hstack(blocks))
