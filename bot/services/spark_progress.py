"""How far a person is in telling what they like: pictures, scenes and statements all count."""

from __future__ import annotations

from bot.orientation.game import Story
from bot.orientation.statements import LONGEST
from bot.services.questions import DONE
from bot.services.spark import QUESTIONS_OF, Slots
from bot.services.story_place import place_in

SPARK_STEPS = 6
"""Steps of the interview for tastes, the portrait counted: a way has 6 to 12 answers."""


def step_within(slots: Slots, story: Story) -> int:
    """0 to SPARK_STEPS - 1, which is the portrait. The way that is farthest counts: who takes
    another one too has not gone back."""
    part = max(_pictures(slots), _scenes(slots, story), _statements(slots))
    is_asked = any(slots.get(q) is None for qs in QUESTIONS_OF.values() for q in qs)
    if slots.get("spark_way") is None or is_asked:
        return min(int(part * (SPARK_STEPS - 1)), SPARK_STEPS - 1)
    return SPARK_STEPS - 1


def _pictures(slots: Slots) -> float:
    """The choice, then what is said of each picture."""
    if slots.get("picture_why") == DONE:
        return 1.0
    chosen, told = slots.get("pictures_chosen") or [], slots.get("pictures_told") or []
    return (1 + len(told)) / (1 + len(chosen)) if slots.get("pictures") == DONE and chosen else 0.0


def _scenes(slots: Slots, story: Story) -> float:
    """The scenes that may still come are counted as on the longest way."""
    if slots.get("scene") == DONE:
        return 1.0
    played = len(slots.get("scenes_played") or [])
    return played / (played + story.longest_from(place_in(story, slots))) if played else 0.0


def _statements(slots: Slots) -> float:
    """There may be fewer: one stops when no answer changes the list any more."""
    return 1.0 if slots.get("statement") == DONE else len(slots.get("statements") or {}) / LONGEST
