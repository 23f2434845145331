"""Evidence on tastes: one thing a person said, chose or did, and which axes it tells about.

How much a piece tells is in its weights, so that all kinds add up alike. Our choice, on one rule:
what was asked for in words tells more than what has to be read from a gesture.

A statement weighs 1: its words say what is liked, and a yes or no answers just that.
A scene choice weighs 0.75: one acts, but the story also pushes, and few choices are offered.
A picture weighs 0.5: why it was chosen is guessed. With the person's own words on it, it weighs 1.
Words said of oneself weigh 1 ("j'aime pas les machines"): nothing tells more.
A picture that was not chosen, a path that was not taken and "I do not know" are no evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum

STATEMENT, PICTURE, SCENE, WORDS = "statement", "picture", "scene", "words"


@dataclass(frozen=True)
class Evidence:
    """One piece, known by its kind and source_id; who takes it back has simply not given it.

    text: what to quote: the statement, the name of the picture or the person's words on it, what
        they did in the scene ("aidé une voisine"), what they named ("la musique"). Left out of
        repr: it may be the person's own.
    weights: axis -> from -1 to 1, what a full yes says about it; the main axis comes first.
    agreement: from -1 (no) to 1 (yes).
    domains: ROME grands domaines where one does just that; empty when it happens everywhere.
    is_own_words: the text was written by the person, and is quoted back to nobody else.
    """

    kind: str
    source_id: str
    text: str = field(repr=False)
    weights: Mapping[str, float]
    agreement: float
    domains: str = ""
    is_own_words: bool = False

    @property
    def main_axis(self) -> str:
        return next(iter(self.weights))

    @property
    def told(self) -> Mapping[str, float]:
        """The weights it gives evidence on: all for a yes, the main axis for a no.

        Who does not want to repair things has said nothing against using their hands.
        """
        return (
            self.weights if self.agreement > 0 else {self.main_axis: self.weights[self.main_axis]}
        )

    @property
    def amount(self) -> float:
        """How much it tells about what it is mainly about, 0 to 1."""
        return abs(self.weights[self.main_axis])

    @property
    def quoted_as(self) -> str:
        """How it is told in a sentence: a key of explanation.CLAUSES."""
        if self.agreement < 0:
            return "no"
        if self.kind == STATEMENT and self.agreement < 1:
            return "a_bit"
        return "own_words" if self.is_own_words else self.kind

    def lean(self, axis: str) -> float:
        """What it says of the axis, from -1 (dislikes) to 1 (likes); 0 when it says nothing."""
        return self.told.get(axis, 0.0) * self.agreement


def weakened(weights: Mapping[str, float], amount: float) -> dict[str, float]:
    """The same direction, told less surely."""
    return {axis: weight * amount for axis, weight in weights.items()}


def amounts(evidence: Iterable[Evidence]) -> dict[str, float]:
    """How much was told about each axis: the sum of the weights; absent without evidence."""
    return {axis: fsum(map(abs, told)) for axis, told in _by_axis(evidence).items()}


def scores(evidence: Iterable[Evidence]) -> dict[str, float]:
    """Mean agreement on each axis, from -1 to 1, weighted by how much each piece is about it."""
    pieces = tuple(evidence)
    known = amounts(pieces)
    return {
        axis: max(-1.0, min(1.0, fsum(piece.lean(axis) for piece in pieces) / known[axis]))
        for axis in known
    }


def _by_axis(evidence: Iterable[Evidence]) -> dict[str, list[float]]:
    told: dict[str, list[float]] = {}
    for piece in evidence:
        for axis, weight in piece.told.items():
            told.setdefault(axis, []).append(weight)
    return told
