"""What a run is to play, and over what; written by the page or a command, read by the job."""

from __future__ import annotations

from dataclasses import dataclass

STORIES, WALKS, ATTACKS, INVARIANCE, WATCH = "stories", "walks", "attacks", "invariance", "watch"
KINDS = (STORIES, WALKS, ATTACKS, INVARIANCE, WATCH)
BUNDLED, HERE = "bundled", "here"
SNAPSHOT, EDITION = "snapshot:", "edition:"
OFFER, DEMAND, JOB, COMMUNE = "offer", "demand", "job", "commune"

Value = str | int | bool | None
Fact = tuple[str, str, str]
"""Kind, key and field."""


@dataclass(frozen=True)
class FactChange:
    """A fact that is broken on purpose.

    kind: OFFER, DEMAND, JOB or COMMUNE. key: offer_id; "family/basin"; ROME code; INSEE code.
    field: which of its facts. was: the former value, so that a page can tell both. None: unknown.
    """

    kind: str
    key: str
    field: str
    value: Value
    was: Value = None

    @property
    def fact(self) -> Fact:
        """Which fact it is, whatever its value."""
        return self.kind, self.key, self.field


@dataclass(frozen=True)
class DataChoice:
    """The facts of a run. base: BUNDLED; HERE, a copy of this installation's; "snapshot:name", a
    copy kept under a name; "edition:BMO:2024", this installation's with an edition that it has
    imported in the place of the newest. changes: a variant, over that copy only."""

    base: str = BUNDLED
    changes: tuple[FactChange, ...] = ()


@dataclass(frozen=True)
class RunSpec:
    """kind: one of KINDS. story_ids: those of the shelf, for stories. count, seed: of invented
    people. families: kinds of attack; empty: all of them. model: an archive of the models folder;
    None: the one that matches the sources."""

    kind: str
    story_ids: tuple[str, ...] = ()
    count: int = 0
    seed: int = 0
    data: DataChoice = DataChoice()
    model: str | None = None
    families: tuple[str, ...] = ()
