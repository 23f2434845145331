"""The interest profile to be read together: each axis in everyday words, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.orientation.evidence import Evidence
from bot.orientation.interests import InterestProfile, evidence_of, interest_profile
from bot.orientation.labels import listing
from bot.orientation.phrases import say
from bot.orientation.portrait_sentences import piece_title
from bot.orientation.profile import Profile
from bot.orientation.statements import ENOUGH, LETTERS, SETTINGS

NOTHING, LITTLE, ENOUGH_SAID, BOTH_WAYS = "nothing", "little", "enough", "both_ways"
"""How sure an axis is. ENOUGH_SAID: the interview asks no more about it (statements.ENOUGH)."""


@dataclass(frozen=True)
class Piece:
    """One thing that was said or done, and what it says of the axis: lean, from -1 to 1."""

    words: str
    lean: float


@dataclass(frozen=True)
class Axis:
    """more, less: what a high and a low score mean, in the words that people read; less is empty
    for a letter. score: from -1 to 1, None without evidence. amount: how much was told. sure: one
    of the codes above. pieces: what it rests on, what weighs most first.
    """

    code: str
    more: str
    less: str
    score: float | None
    amount: float
    sure: str
    pieces: tuple[Piece, ...]

    @property
    def is_letter(self) -> bool:
        return self.code in LETTERS


@dataclass(frozen=True)
class InterestView:
    """axes: the letters, then the settings. pieces: how many things were said or done in all."""

    axes: tuple[Axis, ...]
    pieces: int
    is_empty: bool
    is_flat: bool

    @property
    def letters(self) -> tuple[Axis, ...]:
        return tuple(axis for axis in self.axes if axis.is_letter)

    @property
    def settings(self) -> tuple[Axis, ...]:
        return tuple(axis for axis in self.axes if not axis.is_letter)


def interest_view(profile: Profile) -> InterestView:
    """What the tastes of a profile look like."""
    pieces = evidence_of(profile)
    interests = interest_profile(pieces, profile.conditions_refused or ())
    axes = (_axis(code, interests, pieces) for code in (*LETTERS, *SETTINGS))
    return InterestView(tuple(axes), len(pieces), interests.is_empty, interests.is_flat)


def _axis(code: str, interests: InterestProfile, pieces: Sequence[Evidence]) -> Axis:
    more, less = _ends(code)
    about = sorted((one for one in pieces if one.lean(code)), key=lambda one: -abs(one.lean(code)))
    return Axis(
        code,
        more,
        less,
        interests.scores.get(code),
        interests.evidence.get(code, 0.0),
        _sure(code, interests),
        tuple(Piece(piece_title(one), one.lean(code)) for one in about),
    )


def _ends(code: str) -> tuple[str, str]:
    if code in LETTERS:
        return listing(say(f"portrait.like.{code}").split("|")), ""
    return say(f"portrait.where.{code}.more"), say(f"portrait.where.{code}.less")


def _sure(code: str, interests: InterestProfile) -> str:
    if any(one.axis == code for one in interests.contradictions):
        return BOTH_WAYS
    amount = interests.evidence.get(code)
    if amount is None:
        return NOTHING
    return ENOUGH_SAID if amount >= ENOUGH[code] else LITTLE
