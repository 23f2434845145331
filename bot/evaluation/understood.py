"""How well sentences are understood: what was expected, what was heard, and the figures of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from bot.evaluation.calibration import Calibration, calibration
from bot.evaluation.intervals import Estimate, Rows, bootstrap
from bot.evaluation.share import Share
from bot.orientation.sentence_model import train

ANSWER, OFF_TOPIC, NOT_UNDERSTOOD = "answer", "out_of_scope", "not_understood"
FOLDS = 5
MOST_FAILURES, MOST_CONFUSIONS = 10, 12
RESAMPLES = 300


@dataclass(frozen=True)
class Heard:
    """One sentence. expected, understood: intents, ANSWER for an answer to the question on screen.

    are_slots_right: None when nothing was to be filled. confidence: of the classifier.
    """

    text: str
    kind: str
    expected: str
    understood: str
    confidence: float
    are_slots_right: bool | None = None

    @property
    def is_right(self) -> bool:
        """A refusal of what is off-topic is right, whether it is known to be so or not."""
        if self.expected == OFF_TOPIC:
            return self.understood in (OFF_TOPIC, NOT_UNDERSTOOD)
        return self.understood == self.expected and self.are_slots_right is not False


@dataclass(frozen=True)
class Intents:
    """F1 over the intents (each counts alike, or by its sentences), and what is confused."""

    macro: Estimate
    weighted: Estimate
    calibration: Calibration
    confusions: tuple[tuple[str, str, int], ...]
    sentences: int


@dataclass(frozen=True)
class Understood:
    """The whole path, as a person meets it; `noise`: what of it is right under each noise."""

    intents: Intents
    right: Share
    slots: Share
    off_topic: Share
    danger: Share
    by_kind: Mapping[str, Share]
    noise: Mapping[str, Share]
    failures: tuple[Heard, ...]


def intents(heard: Sequence[Heard]) -> Intents:
    """Off-topic sentences that were not understood count as refused."""
    expected = np.array([one.expected for one in heard])
    found = np.array([_label(one) for one in heard])
    kinds = sorted(set(expected))

    def measure(average: str) -> Estimate:
        def of(rows: Rows) -> float:
            kept = [kind for kind in kinds if kind in set(expected[rows])]
            score = f1_score(
                expected[rows], found[rows], labels=kept, average=average, zero_division=0
            )
            return float(score)

        return bootstrap(of, len(heard), RESAMPLES)

    wrong = Counter((e, f) for e, f in zip(expected, found, strict=True) if e != f)
    return Intents(
        measure("macro"),
        measure("weighted"),
        calibration([(one.confidence, _label(one) == one.expected) for one in heard]),
        tuple((e, f, count) for (e, f), count in wrong.most_common(MOST_CONFUSIONS)),
        len(heard),
    )


def _label(one: Heard) -> str:
    is_refused = one.expected == OFF_TOPIC and one.understood == NOT_UNDERSTOOD
    return OFF_TOPIC if is_refused else one.understood


def understood(
    heard: Sequence[Heard], noisy: Mapping[str, Sequence[Heard]], danger: frozenset[str]
) -> Understood:
    """The figures of the sentences, and of the same ones under noise."""
    slots = [one.are_slots_right for one in heard if one.are_slots_right is not None]
    kinds = sorted({one.kind for one in heard})
    wrong = sorted((one for one in heard if not one.is_right), key=lambda one: -one.confidence)
    return Understood(
        intents(heard),
        _right(heard),
        Share.of(slots),
        _right([one for one in heard if one.expected == OFF_TOPIC]),
        _right([one for one in heard if one.expected in danger]),
        {kind: _right([one for one in heard if one.kind == kind]) for kind in kinds},
        {name: _right(again) for name, again in noisy.items()},
        tuple(wrong[:MOST_FAILURES]),
    )


def _right(heard: Sequence[Heard]) -> Share:
    return Share.of(one.is_right for one in heard)


def cross_validated(examples: Sequence[tuple[str, str]], seed: int = 0) -> tuple[Heard, ...]:
    """Each example, understood by a model that was trained without it (five folds, stratified).

    The bare classifier: no reader, no threshold.
    """
    names = np.array([intent for _, intent in examples])
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    heard: list[Heard] = []
    for known, asked in folds.split(names, names):
        model = train([examples[place] for place in known])
        rows = model.confidences([examples[place][0] for place in asked])
        for place, row in zip(asked, rows, strict=True):
            text, intent = examples[place]
            best = int(row.argmax())
            heard.append(Heard(text, "", intent, model.intents[best], float(row[best])))
    return tuple(heard)
