"""Plays what a run asks for, one conversation after the other: the engine of the command and of the
bench's job alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot import wiring
from bot.checks import CannotStart
from bot.replay.attacks.attack import Attack, attack_one
from bot.replay.coverage import Part, coverage
from bot.replay.invariance.telling import Telling, play_telling
from bot.replay.record import StoryRecord
from bot.replay.runs.archives import chosen_model
from bot.replay.runs.facts import WrongData
from bot.replay.runs.spec import DataChoice
from bot.replay.story import Story
from bot.replay.transcript import compare_whole
from bot.replay.walks.walk import Walk, walk_one
from bot.replay.walks.writing import as_story
from bot.replay.workshop import Workshop, jobs_for, workshop
from bot.settings import Settings

STORY, WALK, ATTACK, TELLING = "story", "walk", "attack", "telling"


class CannotPlay(RuntimeError):
    """A run cannot be played, or no further; the message says why and what to do, in French."""


@dataclass(frozen=True)
class Played:
    """A conversation that was played. kind: STORY, WALK, ATTACK or TELLING. found: of a walk or an
    attack that failed, its shortest form, as the text of a story."""

    kind: str
    record: StoryRecord
    found: str | None = None


@dataclass(frozen=True)
class Programme:
    """What is to be played, read and ready."""

    stories: Sequence[Story] = ()
    people: Sequence[Walk] = ()
    tellings: Sequence[Telling] = ()
    attacks: Sequence[Attack] = ()

    @property
    def size(self) -> int:
        return sum(map(len, (self.stories, self.people, self.tellings, self.attacks)))

    def played_in(self, place: Workshop, with_transcripts: bool = True) -> Iterator[Played]:
        """Each conversation as it ends. with_transcripts: stories are also compared with their
        accepted transcripts."""
        for story, record in zip(self.stories, place.play(self.stories), strict=True):
            if with_transcripts:
                record.whole = compare_whole(story, record)
            yield Played(STORY, record)
        for walked in place.each(walk_one, self.people):
            found = as_story(walked) if walked.shortest else None
            yield Played(WALK, walked.record, found)
        for record in place.each(play_telling, self.tellings):
            yield Played(TELLING, record)
        for attacked in place.each(attack_one, self.attacks):
            yield Played(ATTACK, attacked.record, attacked.story)


def covered(place: Workshop, records: Sequence[StoryRecord]) -> tuple[Part, ...]:
    """What conversations that were played there reached of its facts."""
    catalogue = wiring.load_catalogue(place.settings)
    offers = wiring.offers_of(place.settings).current()
    return coverage(records, catalogue, offers.by_id.values())


@contextmanager
def place_for(
    programme: Programme,
    settings: Settings,
    jobs: int,
    data: DataChoice = DataChoice(),  # noqa: B008 (frozen)
    model: str | None = None,
    folder: Path | None = None,
) -> Iterator[Workshop]:
    """Where a programme is played, with its facts and its model. Raises CannotPlay."""
    tasks = range(programme.size)
    try:
        archive = chosen_model(settings, model)
        with workshop(settings, jobs_for(tasks, jobs), data, archive, folder) as opened:
            yield opened
    except (CannotStart, WrongData) as error:
        raise CannotPlay(str(error)) from error
    except BrokenExecutor as error:
        reason = "un processus s’est arrêté : ne changez pas les sources pendant ce temps"
        raise CannotPlay(f"{reason}, libérez de la mémoire, puis relancez.") from error
