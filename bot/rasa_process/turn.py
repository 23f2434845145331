"""What went wrong in the turn that is running, so that a broken turn is never saved.

Rasa swallows the failure of an action, of the tracker store and of the lock store, and answers as
if nothing had happened (the form ends, the conversation starts anew, the list is empty). Each of
the three notes its failure here; the conversation store then saves nothing, and the channel tells
the web app that the same message may be sent again.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

ACTIONS_UNAVAILABLE = "actions_unavailable"
STORAGE_UNAVAILABLE = "storage_unavailable"
LOCK_UNAVAILABLE = "lock_unavailable"


@dataclass
class Turn:
    """One message being handled; `failure` is None or one of the three codes above."""

    failure: str | None = None


_current: ContextVar[Turn | None] = ContextVar("turn", default=None)


def begin() -> Turn:
    """Opens the turn of this task."""
    turn = Turn()
    _current.set(turn)
    return turn


def fail(code: str) -> None:
    """Notes the first failure of the running turn; outside a turn it does nothing."""
    turn = _current.get()
    if turn and turn.failure is None:
        turn.failure = code


def failed() -> bool:
    """Whether the running turn has failed."""
    turn = _current.get()
    return turn is not None and turn.failure is not None
