"""How long a conversation is kept: the one rule, which retention, codes and notices follow.

30 days from its beginning. While an advisor accompanies it, 90 days from the agreement, so that
an aid that was asked for can be followed; when that ends, it is 30 days again, but never less than
a week from then (docs/decisions/0024-prescriptions.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

ALONE = timedelta(days=30)
ACCOMPANIED = timedelta(days=90)
AFTER_THE_END = timedelta(days=7)
"""Whoever ends an accompaniment late still has the time to take their answers with them."""


@dataclass(frozen=True)
class Accompanied:
    """An accompaniment that was agreed to. Moments are UTC, naive; ended_at None: it is open."""

    agreed_at: datetime
    ended_at: datetime | None = None


def kept_until(created_at: datetime, accompanied: Iterable[Accompanied] = ()) -> datetime:
    """The moment (UTC, naive) from which a conversation is erased."""
    return max((created_at + ALONE, *(_kept_for(one) for one in accompanied)))


def _kept_for(one: Accompanied) -> datetime:
    longest = one.agreed_at + ACCOMPANIED
    return longest if one.ended_at is None else min(longest, one.ended_at + AFTER_THE_END)
