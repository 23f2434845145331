"""A story in each manner; read and named here, played in a process of the workshop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.replay.invariance.manners import GROUPS, Group, Manner
from bot.replay.record import StoryRecord
from bot.replay.story import Story
from bot.replay.workshop import run

MARK = "--"
"""Between the name of a story and the code of a manner, in the name of a record."""


@dataclass(frozen=True)
class Telling:
    """A story, and the manner it is played in."""

    story: Story
    manner: Manner

    @property
    def name(self) -> str:
        return f"{self.story.name}{MARK}{self.manner.code}"


def tellings_of(stories: Iterable[Story], groups: Iterable[Group] = GROUPS) -> Iterator[Telling]:
    """Every manner of the groups, for the stories in which a persona answers; what a story checks
    is left out, since its words may be others."""
    groups = tuple(groups)
    for story in stories:
        if story.persona is None:
            continue
        bare = tuple(replace(step, checks=()) for step in story.steps)
        plain = replace(story, steps=bare, is_whole=False, is_steady=False)
        for group in groups:
            yield from (Telling(plain, manner) for manner in group.manners)


def play_telling(telling: Telling) -> StoryRecord:
    """In a process of the workshop: the same conversation, by its seed, whatever the manner."""
    # Here: the process that makes the tellings needs no Rasa.
    from bot.replay.invariance.playing import play

    record: StoryRecord = run(play(telling))
    return record
