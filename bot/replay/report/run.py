"""A run of replays as a whole."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.replay.coverage import Part
from bot.replay.record import StoryRecord


@dataclass(frozen=True)
class Run:
    """walks: conversations of invented people, checked against what must always hold.
    attacks: conversations with hostile messages, checked likewise. unused: transcripts whose story
    is gone. seconds: of the whole run."""

    day: datetime.date
    records: Sequence[StoryRecord]
    walks: Sequence[StoryRecord]
    parts: Sequence[Part]
    unused: Sequence[Path]
    seconds: float
    attacks: Sequence[StoryRecord] = ()

    @property
    def all(self) -> list[StoryRecord]:
        """Stories, walks, then attacks."""
        return [*self.records, *self.walks, *self.attacks]

    @property
    def failed(self) -> list[StoryRecord]:
        return [record for record in self.all if not record.has_passed]
