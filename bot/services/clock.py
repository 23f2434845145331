"""The day on which a conversation takes place: the real one, unless a replay has frozen it.

Offers open, close and expire by the day, so that a conversation replayed a month later would
otherwise say something else. The frozen day belongs to the turn that runs, and follows it into the
thread of its action: conversations of several days may run in one process.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_frozen: ContextVar[datetime.date | None] = ContextVar("frozen_day", default=None)


def today() -> datetime.date:
    """The frozen day of this turn; without one, the day of this machine."""
    return _frozen.get() or datetime.date.today()


@contextmanager
def frozen(day: datetime.date) -> Iterator[None]:
    """Inside, in this task and what it calls, it is always `day`."""
    token = _frozen.set(day)
    try:
        yield
    finally:
        _frozen.reset(token)
