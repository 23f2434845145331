"""The rules of data/rules: what each begins with, and what it leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML


@dataclass(frozen=True)
class Rule:
    """A rule of data/rules. intent None: it begins when the form `after` has ended."""

    name: str
    intent: str | None
    after: str | None
    actions: tuple[str, ...]


def read_rules(folder: Path) -> tuple[Rule, ...]:
    """All rules, in the order of their files."""
    yaml = YAML(typ="safe", pure=False)
    files = [yaml.load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yml"))]
    return tuple(_rule(one) for content in files for one in content.get("rules") or ())


def _rule(written: Mapping[str, Any]) -> Rule:
    steps: Sequence[Mapping[str, Any]] = written["steps"]
    intents = [step["intent"] for step in steps if "intent" in step]
    actions = [step["action"] for step in steps if "action" in step]
    ends = any("active_loop" in step and step["active_loop"] is None for step in steps)
    after = actions[0] if ends and not intents else None
    return Rule(written["rule"], next(iter(intents), None), after, tuple(actions[bool(after) :]))
