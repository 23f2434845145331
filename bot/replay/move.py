"""One thing that changed in one turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

JOB_OUT, JOB_IN, JOB_MOVED, JOB_FACT, DECLIC = (
    "job_out",
    "job_in",
    "job_moved",
    "job_fact",
    "declic",
)
OFFER_OUT, OFFER_IN, OFFER_STATE, OFFER_WORDS = (
    "offer_out",
    "offer_in",
    "offer_state",
    "offer_words",
)
TEXT, TEXT_OUT, TEXT_IN = "text", "text_out", "text_in"
BUTTON_OUT, BUTTON_IN = "button_out", "button_in"
KEPT, HEARD, QUESTION, FAULT = "kept", "heard", "question", "fault"
JOBS = (JOB_OUT, JOB_IN, JOB_MOVED, JOB_FACT, DECLIC)
OFFERS = (OFFER_OUT, OFFER_IN, OFFER_STATE, OFFER_WORDS)
WORDS = (TEXT, TEXT_OUT, TEXT_IN, BUTTON_OUT, BUTTON_IN)
UNDERSTOOD = (KEPT, HEARD, QUESTION, FAULT)
GROUPS = {"métiers": JOBS, "aides": OFFERS, "textes": WORDS, "compréhension": UNDERSTOOD}
"""For a filter, in French."""


@dataclass(frozen=True)
class Move:
    """kind: one of the codes above. what: the job, the offer, the slot or the sentence, as people
    read it. before, after: in French, None where there was nothing. why: sentences in French, ""
    where a change needs no reason (a sentence is another). note: what it may follow from, which
    is the same for all changes of a turn. factor: the code of what moved it."""

    kind: str
    what: str
    before: str | None = None
    after: str | None = None
    why: str = ""
    factor: str | None = None
    code: str | None = None
    note: str = ""


def group_of(move: Move) -> str:
    """The French name of the group of a move."""
    return next(name for name, kinds in GROUPS.items() if move.kind in kinds)


class Explained(Protocol):
    """A change with its reason, however it is shown."""

    @property
    def why(self) -> str: ...

    @property
    def note(self) -> str: ...


Change = TypeVar("Change", bound=Explained)


@dataclass(frozen=True)
class Reason(Generic[Change]):
    """Changes of one turn that have the same reason, which is said once."""

    why: str
    moves: tuple[Change, ...]


def by_reason(moves: Iterable[Change]) -> tuple[Reason[Change], ...]:
    """In the order of the first change of each; a change that needs no reason stands alone."""
    found: dict[object, list[Change]] = {}
    for at, move in enumerate(moves):
        found.setdefault(move.why or at, []).append(move)
    return tuple(Reason(group[0].why, tuple(group)) for group in found.values())


def notes_of(moves: Iterable[Explained]) -> tuple[str, ...]:
    """What the changes of a turn may follow from, each once."""
    return tuple(dict.fromkeys(move.note for move in moves if move.note))
