"""From answers to an interest profile: a score for each axis and how much evidence it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

import numpy as np
import numpy.typing as npt

from bot.orientation.evidence import WORDS, Evidence, amounts, scores
from bot.orientation.job import Job
from bot.orientation.profile import Profile
from bot.orientation.statements import AXES, ENOUGH, LETTERS, SETTINGS, statement_evidence

Numbers = npt.NDArray[np.float64]

KNOWN_SHARE = 0.25
"""Of what a job is about, what must be known to tell: its minor letter, or many of its skills.
Else the letter of a few skills would decide alone."""
OFFICE_DOMAINS = "CM"
SHOPS = "D"
FLAT_SPREAD = 0.5
"""Under this gap between the most and the least liked letter, letters do not tell jobs apart."""
FLAT_LETTERS, FLAT_AMOUNT = 4, 1.0
"""A profile is called flat once most letters are known by a statement wholly about each."""
LIMITS: Mapping[str, str] = {"outdoors": "outdoors", "public_contact": "people"}
"""Refused condition -> the setting of which it is one whole side: who refuses it refuses that."""


@dataclass(frozen=True)
class Contradiction:
    """An axis on which a person went both ways, each way enough to know the axis by it alone.

    liked: the strongest piece on one side, to quote. against: the strongest on the other, or the
        condition they refused.
    """

    axis: str
    liked: Evidence
    against: Evidence | str


@dataclass(frozen=True)
class InterestProfile:
    """scores: axis -> from -1 to 1; evidence: axis -> amount. An axis nobody spoke of is absent.

    contradictions: those with a limit first, since limits rule jobs out.
    """

    scores: Mapping[str, float]
    evidence: Mapping[str, float]
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def is_empty(self) -> bool:
        """No letter has any evidence."""
        return not any(letter in self.scores for letter in LETTERS)

    @property
    def is_flat(self) -> bool:
        """Most letters are well known, and those are liked about the same."""
        known = [
            self.scores[letter]
            for letter in LETTERS
            if self.evidence.get(letter, 0.0) >= FLAT_AMOUNT
        ]
        return len(known) >= FLAT_LETTERS and max(known) - min(known) < FLAT_SPREAD


def evidence_of(profile: Profile) -> tuple[Evidence, ...]:
    """All that the person gave and that still counts: statements with an opinion, then choices."""
    return settled(statement_evidence(profile.statements) + profile.choices)


def settled(pieces: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Without what goes against a setting that the person has named outright ("non pas dehors").

    Who corrects us is not outvoted by what was guessed before: a piece mainly about the other end
    of that setting is left out, one partly about it keeps the rest.
    """
    named = {
        piece.source_id: piece.lean(piece.source_id)
        for piece in pieces
        if piece.kind == WORDS and piece.source_id in SETTINGS
    }
    if not named:
        return tuple(pieces)
    kept = (_without_opposite(piece, named) for piece in pieces)
    return tuple(piece for piece in kept if piece is not None)


def _without_opposite(piece: Evidence, named: Mapping[str, float]) -> Evidence | None:
    opposite = {axis for axis in piece.told if piece.lean(axis) * named.get(axis, 0.0) < 0}
    if piece.kind == WORDS or not opposite:
        return piece
    if piece.main_axis in opposite:
        return None
    weights = {axis: weight for axis, weight in piece.weights.items() if axis not in opposite}
    return replace(piece, weights=weights)


def interest_profile(
    evidence: Iterable[Evidence], conditions_refused: Collection[str] = ()
) -> InterestProfile:
    """Scores, amounts of evidence and contradictions; the order of the pieces changes nothing."""
    pieces = tuple(evidence)
    against_limits = (
        _against_limit(pieces, axis, condition)
        for condition, axis in LIMITS.items()
        if condition in conditions_refused
    )
    found = (*against_limits, *(_both_ways(pieces, axis) for axis in AXES))
    return InterestProfile(
        scores(pieces), amounts(pieces), tuple(one for one in found if one is not None)
    )


def letters_fit(interests: InterestProfile, letters: Numbers) -> Numbers:
    """How much the person likes what each job is about, 0 to 1; NaN while too little is known.

    letters: jobs x 6, shares (job_letters.py). The mean of what they feel about each letter,
    weighted by its share; a letter that is not known leaves its share to the others.

    Why not the correlation of the six scores, as O*NET does: it needs three letters, it is not
    defined for who likes all alike, so that one more answer could make a known fit unknown, and it
    forgets whether they like anything at all. Measured over all of France on made-up people who
    want one job, as the area under the curve for its near jobs: correlation is better by 0.005 when
    twelve answers are in, and worse by 0.01 with three.
    """
    known = [n for n, letter in enumerate(LETTERS) if letter in interests.scores]
    scores = np.array([interests.scores[LETTERS[n]] for n in known])
    told = letters[:, known].sum(axis=1)
    return _agreement(letters[:, known] @ scores, np.where(told >= KNOWN_SHARE, told, 0.0))


def job_settings(job: Job) -> dict[str, float]:
    """Where the job stands on each setting axis, -1 to 1; absent when its contexts do not say.

    ROME lists a context only when it matters, so silence is never read as the opposite; but
    domains C and M (bank, insurance, offices) are screen work when nothing else is listed, and ROME
    lists "outdoors" for shops because of markets, which is nothing to praise a shop for.
    """
    hands = 1.0 if job.riasec_major == "R" else _sign(job, "hands", "screen")
    if hands is None and job.domain in OFFICE_DOMAINS and "outdoors" not in job.contexts:
        hands = -1.0
    outdoors = None if job.domain == SHOPS else _sign(job, "outdoors", "indoors")
    signs = {
        "outdoors": outdoors,
        "people": 1.0 if "public_contact" in job.contexts or job.riasec_major == "S" else None,
        "team": _sign(job, "team", "alone"),
        "hands": hands,
        "variety": -1.0 if "repetitive" in job.contexts else None,
    }
    return {axis: sign for axis, sign in signs.items() if sign is not None}


def settings_fit(interests: InterestProfile, settings: Numbers) -> Numbers:
    """Agreement between the settings the person likes and those of each job, 0 to 1.

    settings: jobs x 5, NaN where not known. Settings the person feels strongly about weigh more;
    half when they mind none of them; NaN when no setting is known on both sides.
    """
    known = [n for n, axis in enumerate(SETTINGS) if axis in interests.scores]
    scores = np.array([interests.scores[SETTINGS[n]] for n in known], dtype=np.float64)
    is_told = ~np.isnan(settings[:, known])
    signs = np.where(is_told, settings[:, known], 0.0)
    weights = is_told.astype(np.float64)
    agreement = _agreement(signs @ (scores * abs(scores)), weights @ abs(scores))
    return np.where(np.isnan(agreement) & is_told.any(axis=1), 0.5, agreement)


def _agreement(total: Numbers, weight: Numbers) -> Numbers:
    """Weighted mean of agreements from -1 to 1, brought to 0-1; NaN without any weight."""
    mean = np.divide(total, weight, out=np.full(len(total), np.nan), where=weight > 0)
    return np.asarray(0.5 + 0.5 * mean)


def _against_limit(pieces: Sequence[Evidence], axis: str, condition: str) -> Contradiction | None:
    liked = _side(pieces, axis, 1)
    return Contradiction(axis, liked, condition) if liked else None


def _both_ways(pieces: Sequence[Evidence], axis: str) -> Contradiction | None:
    liked, against = _side(pieces, axis, 1), _side(pieces, axis, -1)
    return Contradiction(axis, liked, against) if liked and against else None


def _side(pieces: Sequence[Evidence], axis: str, sign: int) -> Evidence | None:
    """The strongest piece on one side of the axis; None when that side has too little in all."""
    side = [piece for piece in pieces if piece.lean(axis) * sign > 0]
    if fsum(abs(piece.lean(axis)) for piece in side) < ENOUGH[axis]:
        return None
    return max(side, key=lambda piece: (abs(piece.lean(axis)), piece.kind, piece.source_id))


def _sign(job: Job, positive: str, negative: str) -> float | None:
    """1 or -1 when exactly one of the two contexts is listed; None when neither or both are."""
    if (positive in job.contexts) == (negative in job.contexts):
        return None
    return 1.0 if positive in job.contexts else -1.0
