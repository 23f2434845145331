"""The profile of a person as a pure function of the conversation's slots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.orientation.profile import (
    CONDITIONS,
    HOURS,
    SURPRISE,
    TRAINING,
    VEHICLES,
    PastJob,
    Profile,
    Refusal,
)
from bot.services.profile_json import read_choices

_YES_NO = {"yes": True, "no": False}


def profile_from_slots(slots: Mapping[str, Any]) -> Profile:
    """Profile of the slots. "Unknown", "declined", skipped and unanswered are all None here.

    WrongProfile when a picture or scene choice is not written as it should be: no person writes
    these, so a fault there is ours.
    """
    return Profile(
        insee_code=_known(slots.get("commune")),
        home_point=_point(slots.get("home_point")),
        statements=_agreements(slots.get("statements") or {}),
        choices=read_choices("choices", slots.get("choices") or []),
        past_jobs=tuple(PastJob(j["said"], j["rome_code"]) for j in slots.get("past_jobs") or ()),
        has_licence_b=_YES_NO.get(slots.get("licence") or ""),
        vehicle=_among(slots.get("vehicle"), VEHICLES),
        has_public_transport=_YES_NO.get(slots.get("public_transport") or ""),
        max_minutes=_minutes(slots.get("max_minutes")),
        hours_refused=_refused(slots.get("hours_refused"), HOURS),
        conditions_refused=_refused(slots.get("conditions_refused"), CONDITIONS),
        training_accepted=_among(slots.get("training"), TRAINING),
        refusals=tuple(Refusal(r["rome_code"], r["reason"]) for r in slots.get("refusals") or ()),
        surprise=_among(slots.get("surprise"), SURPRISE),
    )


def _known(commune: Any) -> str | None:
    return None if commune in ("unknown", "declined") else commune


def _point(given: Any) -> tuple[float, float] | None:
    return (given["latitude"], given["longitude"]) if given else None


def _agreements(given: Mapping[str, Any]) -> dict[str, float | None]:
    return {name: None if value is None else float(value) for name, value in given.items()}


def _among(value: Any, allowed: tuple[str, ...]) -> str | None:
    return value if value in allowed else None


def _minutes(value: Any) -> int | None:
    return int(value) if isinstance(value, (int, float)) else None


def _refused(value: Any, allowed: tuple[str, ...]) -> frozenset[str] | None:
    return frozenset(v for v in value if v in allowed) if isinstance(value, list) else None
