"""How a fact that was told in passing is said back: "J'ai noté : permis, pas de voiture."."""

from __future__ import annotations

from bot.orientation.phrases import say


def noted_value(slot: str, value: str | int, easy: bool = False) -> str:
    """The words for a slot of one value."""
    if slot == "max_minutes":
        return say("told.max_minutes", easy, minutes=value)
    return say(f"told.{slot}.{value}", easy)


def noted_limit(thing: str, is_refused: bool, easy: bool = False) -> str:
    """The words for an hour or a condition that is refused, or said to be fine after all."""
    return say(f"told.{'refused' if is_refused else 'accepted'}.{thing}", easy)
