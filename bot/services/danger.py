"""What words of danger change in what a classifier understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.orientation.danger_words import only_sounds_dangerous, read_danger
from bot.services.questions import SURE_OF_DIGRESSION, URGENT

NOT_UNDERSTOOD = "nlu_fallback"
LIKELY = 0.4
"""The threshold of FallbackClassifier in config.yml, which sees a message before danger is read."""


def corrected(
    text: str, intent: Mapping[str, Any], ranking: Sequence[Mapping[str, Any]]
) -> dict[str, Any] | None:
    """The intent to put in place of the one understood; None to leave it.

    Danger that is read is sure. One that is only guessed goes to the intent that comes next when
    the words are a mere saying, or when the guess itself is not sure; when nothing that comes next
    is likely either, the message is not understood.
    """
    danger = read_danger(text)
    if danger:
        return {"name": danger, "confidence": 1.0}
    name, confidence = intent.get("name"), float(intent.get("confidence") or 0.0)
    is_guessed = name in URGENT and bool(text)
    if not is_guessed or (confidence >= SURE_OF_DIGRESSION and not only_sounds_dangerous(text)):
        return None
    others = (
        one
        for one in ranking
        if one["name"] not in URGENT | {NOT_UNDERSTOOD} and one["confidence"] >= LIKELY
    )
    return dict(next(others, {"name": NOT_UNDERSTOOD, "confidence": confidence}))
