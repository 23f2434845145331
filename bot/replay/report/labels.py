"""What is kept, in words that a tester knows; names and values that are only ours are left out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bot.services.kept_words import LABELS, VALUES

LONGEST = 160
EMPTIED = "effacé"


def kept_in_words(kept: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Label and value of what a turn kept."""
    for name, value in kept.items():
        if name in LABELS:
            yield LABELS[name], value_in_words(value)


def value_in_words(value: Any) -> str:
    if value is None:
        return EMPTIED
    if isinstance(value, str):
        return VALUES.get(value, value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value) or "aucun"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
