"""What was understood of a person's tastes, to be told in one sentence that they can correct."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.orientation.evidence import WORDS, Evidence
from bot.orientation.interests import InterestProfile
from bot.orientation.statements import LETTERS, SETTINGS

CLEAR = 0.5
"""Mean agreement from which a taste is told: as in criteria, worth a sentence."""
TOLD = 0.5
"""Evidence from which an axis is told: a picture that is mainly about it."""
MOST_LETTERS, MOST_SETTINGS, MOST_NAMED = 2, 2, 3


@dataclass(frozen=True)
class Portrait:
    """letters: what is clearly liked, best known first. settings: (axis, end), end 1 or -1.

    named, refused: things the person named themselves. torn: an axis on which they went both ways.
    is_flat: most letters are known and liked alike. has_evidence, has_liking: whether anything was
    told at all, and whether any of it is liked.
    """

    letters: tuple[str, ...] = ()
    settings: tuple[tuple[str, int], ...] = ()
    named: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    torn: str | None = None
    is_flat: bool = False
    has_evidence: bool = False
    has_liking: bool = False

    @property
    def is_clear(self) -> bool:
        """Something can be told of what the person likes, to agree with."""
        return bool(self.letters or self.settings or self.named)


def portrait_of(evidence: Sequence[Evidence], interests: InterestProfile) -> Portrait:
    """The portrait of these pieces. A flat profile tells no letter: all would be told alike.

    A letter is told when something that was liked is mainly about it; a thing that the person named
    is told by its name instead, which says more. A setting that they named comes first.
    """
    torn = next((one.axis for one in interests.contradictions), None)
    things = [one for one in evidence if one.kind == WORDS and one.source_id not in SETTINGS]
    liked = {one.main_axis for one in evidence if one.kind != WORDS and one.agreement > 0}
    letters = () if interests.is_flat else _clear(interests, LETTERS, torn)
    named = {one.source_id for one in evidence if one.kind == WORDS}
    settings = sorted(_clear(interests, SETTINGS, torn), key=lambda one: one[0] not in named)
    return Portrait(
        letters=tuple(axis for axis, end in letters if end > 0 and axis in liked)[:MOST_LETTERS],
        settings=tuple(settings[:MOST_SETTINGS]),
        named=tuple(one.text for one in things if one.agreement > 0)[-MOST_NAMED:],
        refused=tuple(one.text for one in things if one.agreement < 0)[-MOST_NAMED:],
        torn=torn,
        is_flat=interests.is_flat,
        has_evidence=bool(evidence),
        has_liking=any(one.agreement > 0 for one in evidence),
    )


def _clear(
    interests: InterestProfile, axes: Sequence[str], torn: str | None
) -> tuple[tuple[str, int], ...]:
    """The axes on which the person leans, with the side, those most told first."""
    leaning = [
        (axis, 1 if interests.scores[axis] > 0 else -1)
        for axis in axes
        if abs(interests.scores.get(axis, 0.0)) >= CLEAR
        and interests.evidence[axis] >= TOLD
        and axis != torn
    ]
    strength = {axis: abs(interests.scores[axis]) * interests.evidence[axis] for axis, _ in leaning}
    return tuple(sorted(leaning, key=lambda one: -strength[one[0]]))
