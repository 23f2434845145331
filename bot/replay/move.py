"""One thing that changed in one turn."""

from __future__ import annotations

from dataclasses import dataclass

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
    where a change needs no reason (a sentence is another). factor: the code of what moved it."""

    kind: str
    what: str
    before: str | None = None
    after: str | None = None
    why: str = ""
    factor: str | None = None
    code: str | None = None


def group_of(move: Move) -> str:
    """The French name of the group of a move."""
    return next(name for name, kinds in GROUPS.items() if move.kind in kinds)
