"""A persona as Rasa would recall it once the jobs were shown: the slots of its answers."""

from __future__ import annotations

from typing import Any

from bot.orientation.profile import Profile

_YES_NO = {True: "yes", False: "no", None: None}


def slots_of(profile: Profile, proposed: tuple[str, ...], kept: tuple[str, ...]) -> dict[str, Any]:
    """What profile_from_slots reads back into the same profile, without choices and refusals."""
    return {
        "commune": profile.insee_code,
        "statements": dict(profile.statements),
        "past_jobs": [{"said": one.said, "rome_code": one.rome_code} for one in profile.past_jobs],
        "licence": _YES_NO[profile.has_licence_b],
        "vehicle": profile.vehicle,
        "public_transport": _YES_NO[profile.has_public_transport],
        "max_minutes": profile.max_minutes,
        "hours_refused": _listed(profile.hours_refused),
        "conditions_refused": _listed(profile.conditions_refused),
        "training": profile.training_accepted,
        "surprise": profile.surprise,
        "proposed": [*proposed],
        "kept": [*kept],
    }


def _listed(refused: frozenset[str] | None) -> list[str] | None:
    return None if refused is None else sorted(refused)
