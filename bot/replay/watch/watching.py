"""Plays the golden stories on what the installation uses, and compares them with the baseline."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot import wiring
from bot.orientation import dates
from bot.replay.move_words import in_words
from bot.replay.moves import Comparison, compare_runs
from bot.replay.reading import read_stories
from bot.replay.record import StoryRecord
from bot.replay.shelf import Kept, Shelf
from bot.replay.story import Story
from bot.replay.watch.kept import CannotWatch, Golden, WatchFolder
from bot.replay.watch.state import State, state_in_words, state_of
from bot.settings import Settings

Play = Callable[[Sequence[Story]], Sequence[StoryRecord]]


@dataclass(frozen=True)
class Watched:
    """before: the baseline; None: there was none, and `now` became it."""

    before: Golden | None
    now: Golden
    comparison: Comparison

    @property
    def is_changed(self) -> bool:
        return bool(self.comparison.changed)

    @property
    def lines(self) -> list[str]:
        """First what the bot rests on, then what people see."""
        if self.before is None:
            count = len(self.now.records)
            return [f"Il n’y avait pas de référence : {count} histoires repères la font."]
        since = f"Depuis la référence du {dates.day(self.before.day)} :"
        return [
            since,
            *state_in_words(self.before.state, self.now.state),
            *in_words(self.comparison),
        ]


def golden_stories(settings: Settings) -> tuple[Kept, ...]:
    """The stories of the shelf that are landmarks. Raises CannotWatch."""
    found = tuple(kept for kept in Shelf.of(settings).all() if kept.is_golden)
    if not found:
        raise CannotWatch("Aucune histoire repère. Écrivez « repère: oui » en tête d’une histoire.")
    return found


def current_state(settings: Settings, golden: Sequence[Kept]) -> State:
    """What the installation rests on now."""
    texts = [kept.path.read_text(encoding="utf-8") for kept in golden]
    offers = wiring.offers_of(settings).current().by_id.values()
    return state_of(settings, wiring.load_catalogue(settings), offers, texts)


def watch(settings: Settings, play: Play, today: datetime.date) -> Watched:
    """play: plays stories over the data of the installation. The first watch makes the baseline.

    Raises CannotWatch, and what `play` raises.
    """
    golden = golden_stories(settings)
    stories, problems = read_stories(kept.path for kept in golden)
    if problems:
        raise CannotWatch("\n".join(map(str, problems)))
    folder = WatchFolder.of(settings)
    before = folder.baseline()
    now = Golden(today, current_state(settings, golden), tuple(play(stories)))
    folder.keep_last(now)
    if before is None:
        folder.accept(now)
    return Watched(
        before, now, compare_runs(before.records if before else now.records, now.records)
    )


def accept_last(settings: Settings) -> Golden:
    """Moves the baseline to what the last watch showed. Raises CannotWatch: there is none, or what
    it rested on has changed since."""
    folder = WatchFolder.of(settings)
    last = folder.last()
    if last is None:
        raise CannotWatch("Rien à accepter : lancez d’abord declic watch, et lisez ce qu’il dit.")
    if last.state != current_state(settings, golden_stories(settings)):
        raise CannotWatch(
            "Données, aides, modèle, code ou histoires ont changé depuis le dernier declic watch. "
            "Relancez-le, lisez ce qu’il dit, puis acceptez."
        )
    folder.accept(last)
    return last
