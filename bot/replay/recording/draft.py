"""A recorded conversation on its way to a story: what is kept of it has no personal data left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.replay.recording.communes import Communes
from bot.replay.recording.heard import Heard
from bot.replay.recording.sayings import saying_of
from bot.replay.recording.scrub import Replaced, Scrubber
from bot.replay.screen import Screen
from bot.replay.story import Press, Say, Saying
from bot.replay.walks.writing import written

WAITING, READY, FAILED = "waiting", "ready", "failed"
STOPPED = "la répétition s’est arrêtée ; lancez-la encore"
STAGE, CONVERSATION, TRIAL = "scène", "conversation", "essai"
"""Where a recording comes from."""


@dataclass(frozen=True)
class Proposal:
    """A check that a story may make. key, value: as its file writes them; is_ticked: it lasts."""

    key: str
    value: Any
    is_ticked: bool


@dataclass(frozen=True)
class DraftStep:
    """What was done, as a story writes it. question: the one that it answered, as far as known.

    doubts: why a person should look at its words. shown: what the rehearsal answered, bubble by
    bubble. was_added: nobody said it, but the way to the next question needs it.
    """

    speaker: str
    saying: Any
    question: str | None = None
    doubts: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    shown: tuple[str, ...] = ()
    was_added: bool = False


@dataclass(frozen=True)
class Draft:
    """owner: the account whose recording it is. commune: INSEE code of the one that is named in
    the story; None: none is. left_out: sayings that found no place in the rehearsal."""

    draft_id: str
    owner: str
    origin: str
    title: str
    name: str
    author: str
    day: str
    seed: int
    steps: tuple[DraftStep, ...]
    replaced: tuple[Replaced, ...] = ()
    commune: str | None = None
    state: str = WAITING
    reason: str | None = None
    welcome: tuple[Proposal, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scrubbed:
    """What is left of a conversation once nothing personal is."""

    steps: tuple[DraftStep, ...]
    replaced: tuple[Replaced, ...]
    commune: str | None


def scrubbed(heard: Sequence[Heard], communes: Communes, home: str | None) -> Scrubbed:
    """The steps of a conversation. home: INSEE code of the commune of the person."""
    scrubber = Scrubber(communes, home)
    screen = Screen()
    steps: list[DraftStep] = []
    for turn in heard:
        saying = saying_of(turn, screen) if turn.said is not None else None
        if saying is not None:
            steps.append(_step(turn, saying, scrubber))
        screen = screen.then(turn.messages)
    instead = communes.instead_of(home)
    return Scrubbed(tuple(steps), scrubber.replaced, instead.insee_code if instead else None)


def _step(turn: Heard, saying: Saying, scrubber: Scrubber) -> DraftStep:
    doubts: tuple[str, ...] = ()
    if isinstance(saying, Say):
        clean = scrubber.text(saying.text, turn.question)
        saying, doubts = Say(clean.text), clean.doubts
    elif isinstance(saying, Press) and turn.question == "commune":
        saying = Press(
            scrubber.title(saying.title) if isinstance(saying.title, str) else saying.title
        )
    return DraftStep(turn.speaker, written(saying), turn.question, doubts)


def with_commune(draft: Draft, before: str, after: str, insee_code: str) -> Draft:
    """The same with another commune, named where the one before was."""

    def renamed(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: renamed(one) for name, one in value.items()}
        return value.replace(before, after) if isinstance(value, str) else value

    steps = tuple(replace(step, saying=renamed(step.saying)) for step in draft.steps)
    return again(replace(draft, steps=steps, commune=insee_code))


def again(draft: Draft) -> Draft:
    """To be rehearsed anew: what was added and proposed is forgotten."""
    said = (step for step in draft.steps if not step.was_added)
    steps = tuple(replace(step, proposals=(), shown=()) for step in said)
    return replace(draft, steps=steps, state=WAITING, reason=None, welcome=(), left_out=())
