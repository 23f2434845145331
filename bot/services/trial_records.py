"""What is kept of a crash test: who takes part (by a number), what they say, what is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.services.trial_protocol import Protocol

CONFUSED, LIKED, WRONG = REACTIONS = ("confused", "liked", "wrong")
"""One tap on the last answer of Déclic: « Pas clair », « J’aime », « C’est faux »."""
ANSWER, WORD, NOTHING = "answer", "word", "nothing"
"""To a question of the protocol; the last word; that there is nothing to add."""
SHEET_PARTS = ("keep", "improve", "start", "stop")
ALOUD, UNHEARD = "aloud", "unheard"
"""Noted by the facilitator: what somebody said aloud; why somebody could not be heard."""
OWN = frozenset({*REACTIONS, ANSWER, WORD, *SHEET_PARTS})
QUADRANTS = ("says", "thinks", "does", "feels")
DONE, BLOCKED, SKIPPED, LEFT = OUTCOMES = ("done", "blocked", "skipped", "left")
"""How a task ended; LEFT: the participant stopped the trial meanwhile."""
DOTS = 3
"""That each voter shares out among the ideas."""
LEVELS = (1, 2, 3)
"""Of an idea's worth for people, and of its effort: little, some, much."""
MOST_WORDS = 2000
"""Signs of one text of a participant or a facilitator."""
MOST_PLACES = 20


@dataclass(frozen=True)
class Trial:
    """day: when it takes place. places: how many codes. Moments are UTC, naive; None: not yet."""

    trial_id: str
    org_id: str
    advisor_id: str
    title: str
    day: date
    places: int
    protocol: Protocol
    is_voting: bool
    created_at: datetime
    opened_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


@dataclass(frozen=True)
class Participant:
    """One place of a trial. number: P1, P2… seat_hash: of the browser that sits there, None: free.

    is_observed, is_for_story: what they agreed to. step: where they are. finished_at: when they
    passed the last page, on which one may speak.
    """

    participant_id: str
    trial_id: str
    number: int
    code_hash: str
    seat_hash: str | None = None
    is_observed: bool = False
    is_for_story: bool = False
    is_easy: bool = False
    step: str = "welcome"
    step_at: datetime | None = None
    entered_at: datetime | None = None
    finished_at: datetime | None = None
    withdrawn_at: datetime | None = None

    @property
    def name(self) -> str:
        return f"P{self.number}"


@dataclass(frozen=True)
class Input:
    """What came from, or was noted for, a participant. place: of a question. words: None for a tap.

    turn, said: the answer of Déclic that a reaction is about; None: not joined, or erased.
    """

    input_id: int
    participant_id: str
    kind: str
    step: str
    place: int | None
    words: str | None
    at: datetime
    turn: int | None = None
    said: str | None = None


@dataclass(frozen=True)
class TaskDone:
    """turns, misunderstood: of the conversation meanwhile; None: it was erased, or never was."""

    participant_id: str
    task: int
    outcome: str
    seconds: int
    turns: int | None = None
    misunderstood: int | None = None


@dataclass(frozen=True)
class Note:
    """A facilitator's. quadrant: of the empathy map; None: an observation."""

    note_id: int
    participant_id: str
    step: str
    quadrant: str | None
    words: str
    at: datetime


@dataclass(frozen=True)
class Idea:
    """Inputs that a facilitator put together. dots: all that were given to it."""

    idea_id: int
    title: str
    worth: int | None = None
    effort: int | None = None
    decision: str | None = None
    who: str | None = None
    due: date | None = None
    input_ids: frozenset[int] = frozenset()
    dots: int = 0


@dataclass(frozen=True)
class Gathered:
    """All of a trial. linked: participants whose conversation is still there."""

    trial: Trial
    participants: tuple[Participant, ...]
    inputs: tuple[Input, ...]
    tasks: tuple[TaskDone, ...]
    notes: tuple[Note, ...]
    ideas: tuple[Idea, ...]
    linked: frozenset[str] = frozenset()

    @property
    def stories(self) -> frozenset[str]:
        """Participants whose conversation is there and, as they agreed, may become a story."""
        agreed = {one.participant_id for one in self.participants if one.is_for_story}
        return self.linked & agreed

    def of(self, participant: Participant) -> tuple[Input, ...]:
        return tuple(one for one in self.inputs if one.participant_id == participant.participant_id)
