"""What is kept, in words that a tester knows; names and values that are only ours are left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.replay.kept_in_french import kept_value
from bot.services.kept_words import LABELS

EMPTIED = "effacé"


def kept_in_words(kept: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Label and value of what a turn kept."""
    for name, value in kept.items():
        if name in LABELS:
            yield LABELS[name], _value_in_words(value, name)


def _value_in_words(value: Any, name: str) -> str:
    if value is None:
        return EMPTIED
    return "aucun" if value == [] else kept_value(value, name=name)
