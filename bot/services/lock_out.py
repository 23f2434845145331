"""How wrong passwords slow an account down: the wait doubles, and never lasts beyond an hour."""

from __future__ import annotations

from datetime import datetime, timedelta

FREE_TRIES = 5
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
"""An hour: 24 tries a day for who guesses; the person is not shut out by who wishes them ill."""


def wait_after(failures: int) -> timedelta | None:
    """How long an account is closed after as many wrong passwords in a row; None: not at all."""
    if failures < FREE_TRIES:
        return None
    wait = FIRST_WAIT
    for _ in range(min(failures - FREE_TRIES, 6)):
        wait *= 2
    return min(wait, LONGEST_WAIT)


def is_closed(locked_until: datetime | None, at: datetime) -> bool:
    """Whether even the right password opens nothing now. locked_until None: no wait."""
    return locked_until is not None and at < locked_until
