"""One conversation that is attacked, and all those of a set."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.orientation.wording import fold
from bot.replay.attacks.messages import FAMILIES
from bot.replay.library import BUNDLED
from bot.replay.reading import read_stories
from bot.replay.record import StoryRecord
from bot.replay.story import END, Persona, Story
from bot.replay.workshop import player, run

POINTS = {
    "consent": "à l’accueil",
    "commune": "à la commune",
    "statement": "aux goûts",
    "past_job": "aux métiers faits",
    "licence": "au permis",
    "hours_refused": "aux horaires",
    END: "devant les métiers",
}
"""The question that waits when the messages come, and where that is, in French."""
PERSONA = "base"


@dataclass(frozen=True)
class Attack:
    """The messages of a family at one point. persona: answers until then."""

    family: str
    point: str
    day: datetime.date
    persona: Persona
    seed: int = 0

    @property
    def name(self) -> str:
        words = fold(f"{self.family} {POINTS[self.point]}").replace("'", " ").split()
        return f"attaque-{self.seed}-{'-'.join(words)}".replace("’", "-")

    @property
    def title(self) -> str:
        return f"{self.family}, {POINTS[self.point]}"


@dataclass(frozen=True)
class Attacked:
    """An attack as it went. story: of one that found something, its shortest form, as the text of a
    story; None: a press that a story cannot tell."""

    record: StoryRecord
    story: str | None = None


def attacks(
    stories: Sequence[Story], seed: int = 0, families: Collection[str] = FAMILIES
) -> Iterator[Attack]:
    """Each of the families at every point, on the newest day of the stories, by PERSONA: theirs,
    else that of the stories that come with Déclic."""
    day = max(story.day for story in stories)
    personas = [story.persona for story in stories if story.persona]
    usual = next((one for one in personas if one.name == PERSONA), None) or _bundled()
    return (Attack(family, point, day, usual, seed) for point in POINTS for family in families)


def _bundled() -> Persona:
    stories, _ = read_stories([BUNDLED])
    return next(one.persona for one in stories if one.persona and one.persona.name == PERSONA)


def attack_one(attack: Attack) -> Attacked:
    """In a process of the workshop."""
    # Here: the process that gives the attacks out needs no Rasa.
    from bot.replay.attacks.attacking import attack_to_the_end

    attacked: Attacked = run(attack_to_the_end(player(), attack))
    return attacked
