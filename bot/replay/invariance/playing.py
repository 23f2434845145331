"""Plays a story in a manner, then asks for aids, in a process of the workshop."""

from __future__ import annotations

import time
from dataclasses import dataclass

from bot import wiring
from bot.orientation.territory import Commune, distance_km
from bot.replay.invariance.manners import ELSEWHERE, HOME, Manner
from bot.replay.invariance.telling import Telling
from bot.replay.player import Playing
from bot.replay.record import StoryRecord
from bot.replay.screen import named
from bot.replay.session import Session
from bot.replay.speaking import Speaker
from bot.replay.story import CANDIDATE, Press, Say, Saying
from bot.replay.workshop import player

ASK_FOR_AIDS = "et si j'avais le permis ?"
DONT_KNOW = "Je ne sais pas"
AGE = "age"
MOST_QUESTIONS = 6
NEAREST = 40
SMALLEST = 500


async def play(telling: Telling) -> StoryRecord:
    begun = time.perf_counter()
    story, manner = telling.story, telling.manner
    session: Session = player().conversation(story.name, story.seed, story.day)
    await session.forget()
    speaker = Speaker(session, story.persona, _Said(manner))
    record = await Playing(story, session, speaker).to_the_end()
    if not session.is_erased and session.slots.get("proposed"):
        await _ask_for_aids(record, session, manner)
    record.name = telling.name
    record.title = f"{story.title} : {manner.title}"
    record.seconds = time.perf_counter() - begun
    return record


async def _ask_for_aids(record: StoryRecord, session: Session, manner: Manner) -> None:
    """Asks what a licence would open, and answers what decides: the age, and nothing else."""
    record.turns.append(await session.say(ASK_FOR_AIDS, CANDIDATE))
    for _ in range(MOST_QUESTIONS):
        asked = (session.slots.get("asked_circumstance") or {}).get("fact")
        if asked == AGE:
            record.turns.append(await session.say(f"{manner.age} ans", CANDIDATE))
            continue
        button = named(session.screen.buttons, DONT_KNOW) if asked else None
        if button is None:
            return
        record.turns.append(await session.press([button], CANDIDATE))


@dataclass(frozen=True)
class _Said:
    """The manner, with what only a catalogue knows: the commune next door."""

    manner: Manner

    def __call__(self, saying: Saying, question: str | None, count: int) -> Saying:
        if self.manner.change == ELSEWHERE and question == HOME and isinstance(saying, Say):
            return Say(next_door(saying.text))
        if self.manner.change == ELSEWHERE and question == HOME and isinstance(saying, Press):
            return Say(next_door(str(saying.title)))
        return self.manner.said(saying, question, count)


def next_door(typed: str) -> str:
    """The nearest commune of the same basin that is known by its name alone; what was typed when
    it names no commune, or there is none."""
    places, catalogue = wiring.understanding().places, wiring.understanding().catalogue
    found = places.find(typed)
    if found.status != "found":
        return typed
    home = found.communes[0]
    others = [
        one
        for one in catalogue.communes
        if one.basin_code == home.basin_code
        and one.insee_code != home.insee_code
        and (one.population or 0) >= SMALLEST
    ]
    for one in sorted(others, key=lambda other: _km(home, other))[:NEAREST]:
        if [c.insee_code for c in places.find(one.name).communes] == [one.insee_code]:
            return one.name
    return typed


def _km(one: Commune, other: Commune) -> float:
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude)
