"""A draft as a tester reads it: each step in French, with its checks in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.orientation.catalogue import Catalogue
from bot.replay.editing.yaml_text import dump
from bot.replay.in_french import check_in_french, told
from bot.replay.reading import read_text
from bot.replay.recording.draft import Draft, DraftStep, Proposal


@dataclass(frozen=True)
class ShownCheck:
    """key: what the form sends when it is ticked."""

    key: str
    words: str
    is_ticked: bool


@dataclass(frozen=True)
class ShownStep:
    """place: of the step in the draft; -1: the welcome. typed: words that may be changed."""

    place: int
    speaker: str
    said: str | None
    typed: str | None
    step: DraftStep | None
    checks: tuple[ShownCheck, ...]


def shown(
    draft: Draft, catalogue: Catalogue, ticked: frozenset[str] | None = None
) -> list[ShownStep]:
    """ticked: what the tester had ticked; None: as it is proposed."""
    welcome = _checks(draft.welcome, -1, catalogue, ticked)
    first = [ShownStep(-1, "Déclic", None, None, None, welcome)] if welcome else []
    return [
        *first,
        *(_shown(step, place, catalogue, ticked) for place, step in enumerate(draft.steps)),
    ]


def _shown(
    step: DraftStep, place: int, catalogue: Catalogue, ticked: frozenset[str] | None
) -> ShownStep:
    speaker, said = _said(step)
    typed = step.saying if isinstance(step.saying, str) else None
    checks = _checks(step.proposals, place, catalogue, ticked)
    return ShownStep(place, speaker, said, typed, step, checks)


def _checks(
    proposals: Sequence[Proposal], place: int, catalogue: Catalogue, ticked: frozenset[str] | None
) -> tuple[ShownCheck, ...]:
    found = []
    for number, proposal in enumerate(proposals):
        key = f"{place} {number}"
        is_ticked = proposal.is_ticked if ticked is None else key in ticked
        found.append(ShownCheck(key, _in_words(proposal, catalogue), is_ticked))
    return tuple(found)


def _said(step: DraftStep) -> tuple[str, str | None]:
    story, _ = read_text(Path("x.yml"), _story({step.speaker: step.saying}))
    one = told(story)[0] if story and story.steps else None
    return (one.speaker, one.said) if one else (step.speaker, str(step.saying))


def _in_words(proposal: Proposal, catalogue: Catalogue) -> str:
    """As the page of a story says it: read by the real reader."""
    story, _ = read_text(Path("x.yml"), _story({proposal.key: proposal.value}))
    checks = story.steps[0].checks if story and story.steps else ()
    return ", ".join(check_in_french(check, catalogue) for check in checks) or str(proposal.value)


def _story(step: dict[str, object]) -> str:
    return dump({"histoire": "x", "auteur": "x", "étapes": [step]})
