"""The whole transcript of a story, kept in a file beside it, and what differs from it since.

`attendu/<story>.yml` is written by --accept only. It has all bubbles, buttons and kept answers.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import LiteralScalarString

from bot.replay.library import EXPECTED
from bot.replay.reading import story_files
from bot.replay.record import Difference, StoryRecord, TurnRecord
from bot.replay.screen import Screen
from bot.replay.story import Place, Story

HEAD = "# Écrit par « declic replay --accept » : relisez-le, ne le changez pas à la main.\n"
ABSENT = "(rien)"
LONGEST_LINE = 4_000
"""A text is never cut over two lines: a difference would then show as two."""
Turn = Mapping[str, Any]


def transcript_path(story: Path) -> Path:
    """Where the transcript of a story is kept."""
    return story.parent / EXPECTED / story.name


@dataclass(frozen=True)
class Transcript:
    """The turns of a conversation as they are written down."""

    title: str
    turns: Sequence[Turn]

    @classmethod
    def of(cls, record: StoryRecord) -> Transcript:
        return cls(record.title, [_turn(turn) for turn in record.turns])

    @classmethod
    def read(cls, path: Path) -> Transcript:
        """Raises YAMLError, OSError, KeyError or TypeError when it cannot be used."""
        content = YAML(typ="safe", pure=False).load(path.read_text(encoding="utf-8"))
        return cls(content["histoire"], [dict(turn) for turn in content["tours"]])

    def as_text(self) -> str:
        yaml = YAML()
        yaml.width = LONGEST_LINE  # type: ignore[assignment]
        out = io.StringIO()
        yaml.dump(_written({"histoire": self.title, "tours": list(self.turns)}), out)
        return HEAD + out.getvalue()


def _turn(turn: TurnRecord) -> dict[str, Any]:
    """What is empty is left out."""
    screen = Screen(turn.messages)
    ticks = [f"{'☑' if one.is_ticked else '☐'} {one.title}" for one in screen.options]
    buttons = [one.title for one in (*screen.buttons, *([screen.none] if screen.none else []))]
    told: dict[str, Any] = {turn.speaker: turn.said} if turn.said is not None else {}
    told |= {"Refusé": turn.refusal, "Déclic": screen.bubbles, "Cases": ticks, "Boutons": buttons}
    told |= {"Question": turn.question_after, "Retenu": _plain(turn.kept)}
    return {name: value for name, value in told.items() if value not in (None, [], {})}


def _plain(value: Any) -> Any:
    """Lists and mappings that YAML writes as such."""
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value


def _written(value: Any) -> Any:
    """The same, with texts of several lines as they read."""
    if isinstance(value, Mapping):
        return {name: _written(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_written(one) for one in value]
    return LiteralScalarString(value) if isinstance(value, str) and "\n" in value else value


def accept(record: StoryRecord) -> Path:
    """Writes the transcript of a story as it was played."""
    path = transcript_path(Path(record.path))
    path.parent.mkdir(exist_ok=True)
    path.write_text(Transcript.of(record).as_text(), encoding="utf-8")
    return path


def compare_whole(story: Story, record: StoryRecord) -> list[Difference]:
    """What differs from the transcript that was accepted; without one, only a story that is to be
    whole differs."""
    path = transcript_path(story.path)
    if not path.exists():
        missing = f"la transcription {path.name} ; écrivez-la avec --accept après l'avoir relue"
        return [Difference(None, missing, "elle n'existe pas")] if story.is_whole else []
    try:
        accepted = Transcript.read(path)
    except (OSError, YAMLError, KeyError, TypeError) as error:
        received = f"{type(error).__name__} ; effacez-la, puis --accept"
        return [Difference(Place(path, 1), "une transcription lisible", received)]
    return list(_differences(path, accepted, Transcript.of(record)))


def _differences(path: Path, accepted: Transcript, played: Transcript) -> Iterator[Difference]:
    """Turn by turn and part by part."""
    for number, (before, now) in enumerate(zip_longest(accepted.turns, played.turns)):
        for part in dict.fromkeys((*(before or {}), *(now or {}))):
            expected, received = (before or {}).get(part), (now or {}).get(part)
            if expected != received:
                lead = f"tour {number}, {part} : "
                yield Difference(None, lead + _told(expected), _told(received))


def _told(value: Any) -> str:
    if value is None:
        return ABSENT
    if isinstance(value, Mapping):
        return ", ".join(f"{name} = {one}" for name, one in value.items())
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def unused(paths: Iterable[Path]) -> list[Path]:
    """Transcripts below these folders whose story is gone."""
    known = {transcript_path(path).resolve() for path in story_files(paths)}
    kept = [one for path in paths if path.is_dir() for one in path.rglob(f"{EXPECTED}/*.yml")]
    return sorted(one for one in kept if one.resolve() not in known)
