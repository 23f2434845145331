"""What a replay found, turn by turn: plain values that go from one process to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.replay.ranked import OffersSeen, Ranked
from bot.replay.story import CANDIDATE, Place


@dataclass(frozen=True)
class Spoke:
    """An action that ran. rule: which rule led to it, in words; responses: those it said."""

    action: str
    policy: str | None
    rule: str | None
    responses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trace:
    """How Rasa came to its answer. question: the one that waited for an answer before the turn;
    confidence: of the intent, 0 to 1; entities: name and value, as text."""

    question: str | None = None
    intent: str | None = None
    confidence: float = 0.0
    entities: tuple[tuple[str, str], ...] = ()
    payload: str | None = None
    spoke: tuple[Spoke, ...] = ()


@dataclass(frozen=True)
class Difference:
    """What was expected and did not come; all in French. place: where it is written."""

    place: Place | None
    expected: str
    received: str


@dataclass
class TurnRecord:
    """One thing said and its answer. kept: slots that the turn changed. offered: payloads of the
    buttons and options shown, with their titles. refusal: why the web app refused the message.
    ranked, offers: what ranked the jobs and the offers on screen; None when it shows none."""

    speaker: str = CANDIDATE
    said: str | None = None
    messages: list[dict[str, Any]] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)
    trace: Trace = field(default_factory=Trace)
    offered: tuple[tuple[str, str], ...] = ()
    refusal: str | None = None
    faults: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    question_after: str | None = None
    checks: int = 0
    seconds: float = 0.0
    ranked: Ranked | None = field(default=None, repr=False)
    offers: OffersSeen | None = field(default=None, repr=False)


@dataclass
class StoryRecord:
    """A story as it was played. whole: what differs from its accepted transcript."""

    name: str
    title: str
    author: str
    path: str
    day: str
    seed: int
    presentation: str
    turns: list[TurnRecord]
    whole: list[Difference] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def differences(self) -> list[Difference]:
        """All that went otherwise than expected."""
        own = [found for turn in self.turns for found in turn.differences]
        return [*own, *self.whole]

    @property
    def has_passed(self) -> bool:
        return not self.differences


Slots = Mapping[str, Any]
