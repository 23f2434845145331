"""How a tester reads the name of a slot."""

from __future__ import annotations

from bot.services.kept_words import LABELS


def slot_label(slot: str) -> str:
    """Its French name, else its own."""
    return LABELS.get(slot, slot)
