"""From evidence to an order of jobs, and to a confidence in the first. The weights are numbers
fitted by `python -m tests.bench.fit_titles`, which tells how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.orientation.title_evidence import Fit, Rows, TitleEvidence
from bot.orientation.title_fields import JobFields
from bot.orientation.title_letters import Scores
from bot.orientation.title_readings import Reading

Matrix = npt.NDArray[np.float64]

FEATURES = ("score", "words", "title", "letters", "bag", "described", "begins", "hiring")
WEIGHTS: Scores = np.array([1.0, -0.016, 0.152, 0.286, 0.238, 0.095, 0.064, 0.032])
# Only so many jobs are looked at closely: the likeliest by titles and by description.
POOL, BAG_SHARE, DESCRIBED_SHARE = 30, 0.2, 0.2

# Confidence is logistic in a job's score, in its lead over the best other job, and in the share of
# the title that the person said: a word of conversation is rarely a whole title.
FIRST: Scores = np.array([-7.57, 3.8, 2.77, 4.13])
LATER: Scores = np.array([-4.93, 1.98, 1.22, 1.73])


@dataclass(frozen=True)
class Ranked:
    """Jobs, likeliest first, with the features each was ranked by, and its score.
    by_phrase: the score of every phrase."""

    jobs: Rows
    features: Matrix
    scores: Scores
    by_phrase: Scores


class Ranker:
    """Orders the jobs for the readings of a person's words."""

    def __init__(self, evidence: TitleEvidence, fields: JobFields, hiring: Scores) -> None:
        self._evidence, self._fields, self._hiring = evidence, fields, hiring

    def ranked(self, readings: Sequence[Reading]) -> Ranked:
        fits = [self._evidence.fit(reading.query) for reading in readings]
        both = list(zip(readings, fits, strict=True))
        by_reading = np.stack([one.share * fit.scores() for one, fit in both])
        by_phrase: Scores = by_reading.max(axis=0)
        starts = self._evidence.job_starts
        bag = np.max([one.share * fit.bag for one, fit in both], axis=0)
        described = np.max([one.share * self._fields.scores(one.query) for one in readings], axis=0)
        by_job = np.maximum.reduceat(by_phrase, starts)
        pooled = by_job + BAG_SHARE * bag + DESCRIBED_SHARE * described
        pool = np.argsort(-pooled, kind="stable")[:POOL]
        pool = pool[by_job[pool] > 0]
        features = self._features(pool, readings, fits, by_reading)
        features[:, FEATURES.index("bag")] = bag[pool]
        features[:, FEATURES.index("described")] = described[pool]
        scores = features @ WEIGHTS
        order = np.argsort(-scores, kind="stable")
        return Ranked(pool[order], features[order], scores[order], by_phrase)

    def _features(
        self, pool: Rows, readings: Sequence[Reading], fits: Sequence[Fit], by_reading: Matrix
    ) -> Matrix:
        """Those of the best phrase of each job, in the reading that suits it best."""
        ends = np.r_[self._evidence.job_starts[1:], self._evidence.count]
        features = np.zeros((len(pool), len(FEATURES)))
        for row, job in enumerate(pool):
            start = self._evidence.job_starts[job]
            some = by_reading[:, start : ends[job]]
            reading, phrase = divmod(int(some.argmax()), some.shape[1])
            fit, at = fits[reading], int(start) + phrase
            begins = self._evidence.begins_like(at, readings[reading].query[0][0])
            share = readings[reading].share
            features[row, 0] = some[reading, phrase]
            features[row, 1:4] = share * np.array([fit.words[at], fit.title[at], fit.letters[at]])
            features[row, 6:] = begins, self._hiring[job]
        return features


def confidences(ranked: Ranked) -> list[float]:
    """Confidence in each of the jobs, likeliest first."""
    scores = ranked.scores
    if not len(scores):
        return []
    first, second = scores[0], scores[1] if len(scores) > 1 else 0.0
    rivals = np.where(np.arange(len(scores)) == 0, second, first)
    titles = ranked.features[:, FEATURES.index("title")]
    facts = np.stack([np.ones(len(scores)), scores, scores - rivals, titles], axis=1)
    odds = np.r_[facts[:1] @ FIRST, facts[1:] @ LATER]
    return [round(float(value), 3) for value in 1 / (1 + np.exp(-odds))]
