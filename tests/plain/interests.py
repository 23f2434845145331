"""Fit of tastes with one job."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.interests import KNOWN_SHARE, InterestProfile


def letters_fit(interests: InterestProfile, shares: Mapping[str, float]) -> float | None:
    """How much the person likes what the job is about, 0 to 1; None while too little is known.

    shares: letter -> its share of the job. A letter that is not known leaves it to the others.
    """
    known = {letter: share for letter, share in shares.items() if letter in interests.scores}
    told = sum(known.values())
    if told < KNOWN_SHARE:
        return None
    mean = sum(interests.scores[letter] * share for letter, share in known.items())
    return 0.5 + 0.5 * mean / told


def settings_fit(interests: InterestProfile, settings: Mapping[str, float]) -> float | None:
    """Agreement between the settings the person likes and those of a job, 0 to 1.

    Settings the person feels strongly about weigh more; half when they mind none of them; None
    when no setting is known on both sides.
    """
    pairs = [
        (interests.scores[axis], sign)
        for axis, sign in settings.items()
        if axis in interests.scores
    ]
    if not pairs:
        return None
    strength = sum(abs(score) for score, _ in pairs)
    if strength == 0:
        return 0.5
    return 0.5 + 0.5 * sum(score * sign * abs(score) for score, sign in pairs) / strength
