"""The game: scenes in which what a person does tells what they like. No right way, no clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.orientation.evidence import SCENE, Evidence, weakened

ACTED = 0.75
"""What doing something in a scene weighs: one acts, but among the few things the story offers."""


@dataclass(frozen=True)
class SceneChoice:
    """did: what the person will be told they did, after "vous avez" ("aidé une voisine").

    title: its button. then: what happens next, told before the next scene. next_id: that scene, or
    an ending. weights, why, domains: as those of a picture. strength: the soft skill it shows, told
    to the person ("garder son calme"); None: none. said: words by which a typed answer means it.
    """

    choice_id: str
    title: str
    did: str
    then: str
    next_id: str
    weights: Mapping[str, float]
    why: Mapping[str, str]
    domains: str = ""
    strength: str | None = None
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scene:
    """text: what happens, before the person chooses one of the choices, or none.

    easy: the same in easy-read French. skip_id: where one goes on without choosing.
    """

    scene_id: str
    title: str
    text: str
    easy: str
    choices: tuple[SceneChoice, ...]
    skip_id: str

    @cached_property
    def by_id(self) -> Mapping[str, SceneChoice]:
        return {choice.choice_id: choice for choice in self.choices}

    @property
    def next_ids(self) -> tuple[str, ...]:
        """Where one can go from here, each once."""
        return tuple(dict.fromkeys([*(one.next_id for one in self.choices), self.skip_id]))


@dataclass(frozen=True)
class Ending:
    """How the story closes. easy: the same in easy-read French."""

    ending_id: str
    title: str
    text: str
    easy: str


@dataclass(frozen=True)
class Story:
    """Scenes that lead to each other and to endings, never back: story_check.py makes sure."""

    story_id: str
    title: str
    first_id: str
    scenes: tuple[Scene, ...]
    endings: tuple[Ending, ...]

    @cached_property
    def scene_by_id(self) -> Mapping[str, Scene]:
        return {scene.scene_id: scene for scene in self.scenes}

    @cached_property
    def ending_by_id(self) -> Mapping[str, Ending]:
        return {ending.ending_id: ending for ending in self.endings}

    def longest_from(self, place_id: str) -> int:
        """Scenes that may still come, this one counted; 0 at an ending. For "3 sur 8"."""
        return max(len(route) for route in self.routes(place_id))

    def routes(self, place_id: str | None = None) -> Iterator[tuple[str, ...]]:
        """Every sequence of scenes from a place to an ending; the place is the start when None."""
        place_id = place_id or self.first_id
        scene = self.scene_by_id.get(place_id)
        if scene is None:
            yield ()
            return
        for next_id in scene.next_ids:
            for rest in self.routes(next_id):
                yield (place_id, *rest)


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
