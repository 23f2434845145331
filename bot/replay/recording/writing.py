"""The file of a recorded story, with the checks that a tester ticked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bot.replay.editing.yaml_text import dump, flowing
from bot.replay.reading import RECORDED
from bot.replay.reading_checks import BUTTONS, KEPT, ROWS, SAID
from bot.replay.recording.draft import Draft, DraftStep, Proposal

Ticked = Callable[[int, int], bool]
"""Whether a proposal is wanted: the place of its step (-1: the welcome), and its own."""


def as_story(draft: Draft, is_ticked: Ticked, notes: Mapping[str, str] | None = None) -> str:
    """The text of the file. notes: keys that stand in the head besides."""
    content = CommentedMap()
    content["histoire"] = draft.title
    content["auteur"] = draft.author
    content["date"] = draft.day
    content["graine"] = draft.seed
    for key, value in {**(notes or {}), RECORDED: "oui"}.items():
        content[key] = value
    steps = CommentedSeq()
    welcome = _checks(_chosen(draft.welcome, -1, is_ticked))
    if welcome:
        steps.append(welcome)
    steps.extend(_step(step, place, is_ticked) for place, step in enumerate(draft.steps))
    content["étapes"] = steps
    # A day is written without quotes, as people write it.
    return dump(content).replace(f"date: '{draft.day}'", f"date: {draft.day}")


def _step(step: DraftStep, place: int, is_ticked: Ticked) -> CommentedMap:
    made = CommentedMap()
    made[step.speaker] = flowing(step.saying) if isinstance(step.saying, dict) else step.saying
    made.update(_checks(_chosen(step.proposals, place, is_ticked)))
    return made


def _chosen(proposals: Iterable[Proposal], step: int, is_ticked: Ticked) -> list[Proposal]:
    return [one for place, one in enumerate(proposals) if is_ticked(step, place)]


def _checks(chosen: Iterable[Proposal]) -> CommentedMap:
    """Several proposals of one key stand together, as a person would write them."""
    found: dict[str, Any] = {}
    for one in chosen:
        if one.key in (KEPT, ROWS):
            found[one.key] = {**found.get(one.key, {}), **one.value}
        else:
            found[one.key] = [*found.get(one.key, []), one.value]
    made = CommentedMap()
    for key in (SAID, BUTTONS, KEPT, ROWS):
        if key in found:
            value = found[key]
            is_alone = key == SAID and len(value) == 1
            made[key] = flowing(value[0] if is_alone else value)
    return made
