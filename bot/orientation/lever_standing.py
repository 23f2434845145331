"""Where a person stands with a lever that opens nothing to them: held, not told, or of no gain."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.orientation.phrases import say
from bot.orientation.profile import Profile
from bot.orientation.unlocking import LONGEST_TRIP, MORE_MINUTES, with_lever

_HOLDS: Mapping[str, Callable[[Profile], bool | None]] = {
    "licence": lambda profile: profile.has_licence_b,
    "car": lambda profile: _is(profile.vehicle, "car"),
    "bike": lambda profile: _is(profile.vehicle, "bike"),
    "carpool": lambda profile: False,
    "minutes": lambda profile: _is_long(profile.max_minutes),
    "training": lambda profile: _is(profile.training_accepted, "short", "long"),
    "childcare": lambda profile: _is_free(profile.hours_refused),
}


def _is(value: str | None, *held: str) -> bool | None:
    return None if value is None else value in held


def _is_long(minutes: int | None) -> bool | None:
    return None if minutes is None else minutes + MORE_MINUTES > LONGEST_TRIP


def _is_free(hours_refused: frozenset[str] | None) -> bool | None:
    return None if hours_refused is None else "outside_school" not in hours_refused


def is_held(profile: Profile, lever: str) -> bool:
    """Whether the person surely has what the lever gives, or is not limited by lacking it."""
    return bool(_HOLDS[lever](profile))


def no_gain_sentence(profile: Profile, lever: str, easy: bool = False) -> str:
    """Why a lever opens no job to this person, kindly."""
    holds = _HOLDS[lever](profile)
    if holds:
        return say(f"lever.held.{lever}", easy)
    if holds is None and with_lever(profile, lever) is None:
        return say("lever.untold", easy)
    return say("lever.no_gain", easy, lever=say(f"lever.name.{lever}", easy))
