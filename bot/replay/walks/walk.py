"""One invented person to play, and how it went."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.replay.record import StoryRecord
from bot.replay.story import Saying, Story
from bot.replay.walks.people import Typed
from bot.replay.workshop import player, run

TURNS = 25


@dataclass(frozen=True)
class Walk:
    """One invented person. typed: what may be typed to each question."""

    number: int
    seed: int
    day: datetime.date
    typed: Typed
    turns: int = TURNS

    @property
    def name(self) -> str:
        return f"promenade-{self.seed}-{self.number}"


@dataclass(frozen=True)
class Walked:
    """A walk as it went. shortest: the sayings that still break the rule; () when none was."""

    record: StoryRecord
    shortest: tuple[Saying, ...] = ()


def walks(count: int, seed: int, stories: Sequence[Story]) -> Iterator[Walk]:
    """The people of a seed, on the newest day of the stories, with the words of their personas."""
    typed = Typed.of([story.persona for story in stories if story.persona])
    day = max(story.day for story in stories)
    return (Walk(number, seed, day, typed) for number in range(1, count + 1))


def walk_one(walk: Walk) -> Walked:
    """In a process of the workshop: one person, and the shortest way to what they found."""
    # Here: the process that gives the walks out needs no Rasa.
    from bot.replay.walks.walking import walk_to_the_end

    walked: Walked = run(walk_to_the_end(player(), walk))
    return walked
