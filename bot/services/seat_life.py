"""How long somebody may sit at the console, and how long it is known that they did."""

from __future__ import annotations

from datetime import datetime, timedelta

IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=12)
"""Without a request, and in all: a working day."""
AUDIT_LIFE = timedelta(days=365)
"""Within what the CNIL asks of access logs: six months to a year."""


def is_over(created_at: datetime, seen_at: datetime, at: datetime) -> bool:
    """Whether a session opens nothing any more; moments are UTC, naive."""
    return at - seen_at > IDLE or at - created_at > LONGEST
