"""The way of a participant through a trial, and who has not been heard yet.

Every step can be skipped, and one may leave at any time: both lead to the last page, on which one
is asked for a word. Only who passed that page, or wrote something, has been heard.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.services.trial_protocol import Protocol
from bot.services.trial_records import ALOUD, OWN, REACTIONS, UNHEARD, Input, Participant

WELCOME, QUESTIONS, SHEET, LAST_WORD, THANKS = "welcome", "questions", "sheet", "word", "thanks"
ABSENT, WITHDRAWN, TOLD, NOTHING_TO_ADD = "absent", "withdrawn", "told", "nothing"
SAID_ALOUD, WHY_NOT, WAITING = "aloud", "why_not", "waiting"
"""How a participant was heard; WAITING: not yet."""
_TASK = "task:"


def task_step(number: int) -> str:
    """The step of a task, counted from zero."""
    return f"{_TASK}{number}"


def task_of(step: str) -> int | None:
    """Which task a step is, from zero; None: another step."""
    return int(step[len(_TASK) :]) if step.startswith(_TASK) else None


def steps_of(protocol: Protocol) -> tuple[str, ...]:
    """All steps in their order; without questions, no page of questions."""
    return (
        *(task_step(number) for number in range(len(protocol.tasks))),
        *((QUESTIONS,) if protocol.questions else ()),
        SHEET,
        LAST_WORD,
        THANKS,
    )


def after(step: str, protocol: Protocol) -> str:
    """The next step; the last one stays."""
    steps = steps_of(protocol)
    place = steps.index(step) if step in steps else -1
    return steps[min(place + 1, len(steps) - 1)]


def again(step: str) -> str:
    """Where somebody speaks again who took their words back: where they were, or the last word."""
    return LAST_WORD if step == THANKS else step


def hearing(participant: Participant, inputs: Iterable[Input]) -> str:
    """How a participant was heard. inputs: theirs, and what was noted for them.

    A tap alone is no word: who tapped once and went away is still waited for.
    """
    kinds = {one.kind for one in inputs if one.words and one.words.strip()}
    taps = {*REACTIONS}
    if participant.withdrawn_at:
        return WITHDRAWN
    if kinds & OWN:
        return TOLD
    if ALOUD in kinds:
        return SAID_ALOUD
    if participant.finished_at:
        return TOLD if any(one.kind in taps for one in inputs) else NOTHING_TO_ADD
    if UNHEARD in kinds:
        return WHY_NOT
    return WAITING if participant.entered_at else ABSENT


def waited_for(participants: Iterable[Participant], inputs: Iterable[Input]) -> list[Participant]:
    """Those who came and have not been heard: a trial does not close before."""
    said = list(inputs)
    return [
        one
        for one in participants
        if hearing(one, (i for i in said if i.participant_id == one.participant_id)) == WAITING
    ]
