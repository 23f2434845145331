"""The game: scenes in which what a person does tells what they like. No right way, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.orientation.evidence import SCENE, Evidence, weakened

ACTED = 0.75
"""What doing something in a scene weighs: one acts, but among the few things the story offers."""


@dataclass(frozen=True)
class SceneChoice:
    """did: what the person will be told they did, after "vous avez" ("aidé une voisine").

    weights, why, domains: as those of a picture.
    """

    choice_id: str
    did: str
    weights: Mapping[str, float]
    why: Mapping[str, str]
    domains: str = ""


@dataclass(frozen=True)
class Scene:
    """text: what happens, before the person chooses one of the choices, or none."""

    scene_id: str
    text: str
    choices: tuple[SceneChoice, ...]


def scene_evidence(scene: Scene, choice: SceneChoice) -> Evidence:
    """What this choice tells; the paths not taken tell nothing. ValueError: not of this scene.

    The piece bears the id of its scene: who plays it again has the new choice instead of the old.
    """
    if choice not in scene.choices:
        raise ValueError(f"scene {scene.scene_id} has no choice {choice.choice_id}")
    return Evidence(
        kind=SCENE,
        source_id=scene.scene_id,
        text=choice.did,
        weights=weakened(choice.weights, ACTED),
        agreement=1.0,
        domains=choice.domains,
    )
