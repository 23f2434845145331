"""What a person has said, and nothing else. None always means "not known", never "no"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.orientation.evidence import Evidence

VEHICLES = ("car", "scooter", "bike", "none")
MODES_GAINED = ("car", "scooter", "bike", "ebike", "carpool")
HOURS = ("night", "weekend", "shifted", "outside_school")
CONDITIONS = (
    "heavy_loads",
    "standing",
    "sitting",
    "outdoors",
    "heights",
    "noise",
    "cold_or_heat",
    "repetitive",
    "public_contact",
    "chemicals",
)
TRAINING = ("none", "short", "long")
SURPRISE = ("near", "open", "surprise")
REFUSAL_REASONS = ("too_far", "hours", "physical", "training", "not_interested", "done_before")


@dataclass(frozen=True)
class PastJob:
    """A job the person did, in their words (`said`), linked to a ROME code they confirmed."""

    said: str = field(repr=False)
    rome_code: str


@dataclass(frozen=True)
class Refusal:
    """A proposed job that the person put aside; `reason` is one of REFUSAL_REASONS."""

    rome_code: str
    reason: str


@dataclass(frozen=True)
class Profile:
    """The answers of one person.

    home_point: latitude and longitude (degrees WGS84) of the exact address, when they wanted it
        to be used; None: distances count from the centre of the commune.
    statements: statement id -> agreement from -1 (no) to 1 (yes); None = asked, "I do not know",
        or taken back.
    choices: pictures and game scenes, in the order they were chosen; one taken back is absent.
    modes_gained: ways to travel that a lever would add to what the person has, of
        MODES_GAINED; "car" still needs the licence.
    max_minutes: one-way travel the person accepts, in minutes.
    hours_refused and conditions_refused: None = not asked or not answered, empty = nothing refused.
    training_accepted: the longest training accepted, one of TRAINING.
    surprise: how far from the known the jobs may be, one of SURPRISE; None: not said, as "open".
    """

    insee_code: str | None = None
    home_point: tuple[float, float] | None = None
    statements: Mapping[str, float | None] = field(default_factory=dict)
    choices: tuple[Evidence, ...] = ()
    past_jobs: tuple[PastJob, ...] = ()
    has_licence_b: bool | None = None
    vehicle: str | None = None
    has_public_transport: bool | None = None
    modes_gained: frozenset[str] = frozenset()
    max_minutes: int | None = None
    hours_refused: frozenset[str] | None = None
    conditions_refused: frozenset[str] | None = None
    training_accepted: str | None = None
    refusals: tuple[Refusal, ...] = ()
    surprise: str | None = None
