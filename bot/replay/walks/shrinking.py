"""Delta debugging: the fewest sayings that still break a rule."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

One = TypeVar("One")


async def shrunk(
    items: Sequence[One], still_fails: Callable[[Sequence[One]], Awaitable[bool]], most_tries: int
) -> list[One]:
    """A part of `items`, in order, that still fails, and from which no single one can be left
    out; longer than that when `most_tries` were not enough.

    `still_fails` holds for all the items. Parts are left out by halves, then by ever smaller ones.
    """
    kept, size, tries = list(items), max(1, len(items) // 2), 0
    while tries < most_tries:
        at, has_changed = 0, False
        while at < len(kept) and tries < most_tries:
            without = kept[:at] + kept[at + size :]
            tries += 1
            if without and await still_fails(without):
                kept, has_changed = without, True
            else:
                at += size
        if size == 1 and not has_changed:
            break
        size = max(1, size // 2)
    return kept
