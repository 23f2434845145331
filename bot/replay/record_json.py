"""What a replay found, as JSON and back: it outlives the process that played it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.replay.json_values import as_plain, made
from bot.replay.record import StoryRecord


def to_json(record: StoryRecord) -> dict[str, Any]:
    """Everything of a story as it was played."""
    told: dict[str, Any] = as_plain(record)
    return told


def from_json(plain: Mapping[str, Any]) -> StoryRecord:
    """The record that `to_json` told. ValueError: it is none."""
    record: StoryRecord = made(StoryRecord, dict(plain))
    return record
