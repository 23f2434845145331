"""What a watch found, in words: the same lines for the command and for the bench."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from bot.orientation import dates
from bot.replay.move_words import NOTHING_MOVED, story_in_words, totals_in_words
from bot.replay.moves import Comparison
from bot.replay.watch.kept import Golden
from bot.replay.watch.state import State, state_in_words

TITLE = "Ce qui a changé pour les personnes"


@dataclass(frozen=True)
class StoryTold:
    """What changed for the person of one story. number: its place among those that were played;
    None: it was not."""

    number: int | None
    title: str
    presentation: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """since: day of the baseline; None: there was none, and this watch is it. rests: what changed
    of data, aids, model and code. count: golden stories that were played. state: what they rested
    on. against: stamp of the baseline."""

    since: datetime.date | None
    rests: tuple[str, ...]
    totals: tuple[str, ...]
    stories: tuple[StoryTold, ...]
    count: int
    state: State
    against: int | None

    @property
    def lines(self) -> list[str]:
        """First what the bot rests on, then what people see."""
        if self.since is None:
            return [f"Il n’y avait pas de référence : {self.count} histoires repères la font."]
        told = [line for story in self.stories for line in story.lines]
        seen = [*self.totals, *told] if self.stories else [NOTHING_MOVED]
        return [f"Depuis la référence du {dates.day(self.since)} :", *self.rests, *seen]


def report_of(before: Golden | None, now: Golden, comparison: Comparison) -> Report:
    """before: the baseline; None: there was none."""
    numbers = {record.name: at for at, record in enumerate(now.records)}
    stories = tuple(
        StoryTold(
            numbers.get(story.name),
            story.title,
            story.presentation,
            tuple(story_in_words(story, with_words=False)),
        )
        for story in comparison.changed
    )
    return Report(
        before.day if before else None,
        tuple(state_in_words(before.state, now.state)) if before else (),
        tuple(totals_in_words(comparison.totals)) if stories else (),
        stories,
        len(now.records),
        now.state,
        now.against,
    )
