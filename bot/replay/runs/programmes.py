"""What a run asks for, read from the shelf and drawn from its seed."""

from __future__ import annotations

from collections.abc import Iterable

from bot.adapters.yaml_records import Problem
from bot.replay.attacks.attack import attacks
from bot.replay.attacks.messages import FAMILIES
from bot.replay.invariance.telling import tellings_of
from bot.replay.reading import read_stories
from bot.replay.runs.engine import CannotPlay, Programme
from bot.replay.runs.spec import ATTACKS, INVARIANCE, STORIES, WALKS, RunSpec
from bot.replay.shelf import DECLIC, Shelf
from bot.replay.story import Story
from bot.replay.walks.walk import walks
from bot.settings import Settings


def programme_of(spec: RunSpec, settings: Settings) -> Programme:
    """Raises CannotPlay: a story is gone or has faults, or there is nothing to play."""
    shelf = Shelf.of(settings)
    if spec.kind == STORIES:
        return _filled(Programme(_stories(shelf, spec.story_ids)))
    if spec.kind == WALKS:
        return _filled(Programme((), tuple(walks(spec.count, spec.seed, _bundled(shelf)))))
    if spec.kind == ATTACKS:
        families = _families(spec)
        return _filled(Programme(attacks=tuple(attacks(_bundled(shelf), spec.seed, families))))
    if spec.kind == INVARIANCE:
        stories = _stories(shelf, spec.story_ids or _golden(shelf))
        return _filled(Programme(tellings=tuple(tellings_of(stories))))
    raise CannotPlay(f"Un passage « {spec.kind} » ne se joue pas ici.")


def _families(spec: RunSpec) -> list[str]:
    gone = [name for name in spec.families if name not in FAMILIES]
    if gone:
        raise CannotPlay(f"Ces genres d’attaque n’existent plus : {', '.join(gone)}")
    return [name for name in FAMILIES if not spec.families or name in spec.families]


def _golden(shelf: Shelf) -> list[str]:
    return [kept.story_id for kept in shelf.all() if kept.is_golden and not kept.is_broken]


def _stories(shelf: Shelf, story_ids: Iterable[str]) -> list[Story]:
    found = {story_id: shelf.find(story_id) for story_id in story_ids}
    gone = [story_id for story_id, kept in found.items() if kept is None]
    if gone:
        raise CannotPlay(f"Ces histoires ne sont plus là : {', '.join(gone)}")
    stories, problems = read_stories(kept.path for kept in found.values() if kept)
    if problems:
        raise CannotPlay(_told(problems))
    return stories


def _bundled(shelf: Shelf) -> list[Story]:
    """The stories whose personas lend their words to invented people."""
    whole = [kept for kept in shelf.all() if kept.source == DECLIC and not kept.is_broken]
    return read_stories(kept.path for kept in whole)[0]


def _told(problems: Iterable[Problem]) -> str:
    return "\n".join(
        f"{one.path.name}{f', ligne {one.line}' if one.line else ''} : {one.reason}"
        for one in problems
    )


def _filled(programme: Programme) -> Programme:
    if not programme.size:
        raise CannotPlay("Il n’y a rien à jouer. Choisissez au moins une histoire.")
    return programme
