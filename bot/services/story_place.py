"""Where a person is in the story, by the choices they made, and what they showed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.orientation.evidence import SCENE
from bot.orientation.game import Scene, Story
from bot.services import spark


def place_in(story: Story, slots: spark.Slots) -> str:
    """The scene or the ending that the choices made so far lead to.

    An editor may have taken the last scene out of the story since: then it begins anew.
    """
    played = slots.get("scenes_played") or []
    if not played or not _is_told(story, played[-1]):
        return story.first_id
    return place_after(story, played[-1]["scene"], played[-1]["choice"])


def scene_on_screen(story: Story, slots: spark.Slots) -> Scene | None:
    """The scene that waits for a choice; None once the story has ended."""
    return story.scene_by_id.get(place_in(story, slots))


def strengths_shown(story: Story, slots: spark.Slots) -> list[str]:
    """The soft skills of what the person did and keeps as theirs, each once."""
    kept = {piece.source_id for piece in spark.given(slots) if piece.kind == SCENE}
    shown = [
        story.scene_by_id[one["scene"]].by_id[one["choice"]].strength
        for one in slots.get("scenes_played") or []
        if one["scene"] in kept and one["choice"] is not None and _is_told(story, one)
    ]
    return list(dict.fromkeys(strength for strength in shown if strength))


def _is_told(story: Story, played: Mapping[str, Any]) -> bool:
    """Whether the story still has this scene with this choice."""
    scene = story.scene_by_id.get(played["scene"])
    return scene is not None and (played["choice"] is None or played["choice"] in scene.by_id)


def place_after(story: Story, scene_id: str, choice_id: str | None) -> str:
    scene = story.scene_by_id[scene_id]
    return scene.skip_id if choice_id is None else scene.by_id[choice_id].next_id
