"""The story of the game as a YAML file, read strictly, each fault with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.evidence_records import read_identifier, read_told
from bot.adapters.yaml_records import BrokenContent, Problem, Record, read_record
from bot.orientation.game import Ending, Scene, SceneChoice, Story
from bot.orientation.story_check import ERROR, StoryFault, check_story

CHOICE_KEYS = ("id", "title", "did", "then", "next", "weights", "why")
Lines = dict[tuple[str | None, str | None], int]


class BrokenStory(BrokenContent):
    """The story cannot be played."""


@dataclass(frozen=True)
class StoryFile:
    """story: None when the file cannot be read at all; to be played only without problems.

    problems: what makes it unplayable. remarks: what an editor should still do.
    """

    story: Story | None
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...] = ()


@dataclass
class _Places:
    """Where each scene, ending and choice was written, to say the line of what is found later."""

    lines: Lines = field(default_factory=dict)

    def note(self, record: Record, place_id: str, choice_id: str | None = None) -> None:
        """Remembers the first of this name, and refuses a second one."""
        line = record.node.start_mark.line + 1
        first = self.lines.setdefault((place_id, choice_id), line)
        if first != line:
            name = choice_id or place_id
            record.problem("id", f"« {name} » est déjà pris, ligne {first} ; changez l'un des deux")

    def problem(self, path: Path, fault: StoryFault) -> Problem:
        line = self.lines.get((fault.place_id, fault.choice_id))
        name = ".".join(part for part in (fault.place_id, fault.choice_id) if part)
        return Problem(path, line, name, fault.message)


def read(path: Path) -> Story:
    """The story of a file. Raises BrokenStory with every fault that makes it unplayable."""
    found = read_all(path)
    if found.story is None or found.problems:
        raise BrokenStory(found.problems)
    return found.story


def read_all(path: Path) -> StoryFile:
    """The story with what is wrong in it, and what could be better."""
    document, record = read_record(path)
    if record is None:
        return StoryFile(None, tuple(document.problems))
    places = _Places()
    story = _story(record, places)
    if document.problems:
        return StoryFile(story, tuple(document.problems))
    faults = check_story(story)
    errors = (fault for fault in faults if fault.severity == ERROR)
    others = (fault for fault in faults if fault.severity != ERROR)
    return StoryFile(
        story,
        tuple(places.problem(path, fault) for fault in errors),
        tuple(places.problem(path, fault) for fault in others),
    )


def _story(record: Record, places: _Places) -> Story:
    record.has_keys(("story", "title", "first", "scenes", "endings"))
    return Story(
        story_id=read_identifier(record, "story"),
        title=record.text("title"),
        first_id=record.text("first"),
        scenes=tuple(_scene(one, places) for one in record.records("scenes")),
        endings=tuple(_ending(one, places) for one in record.records("endings")),
    )


def _scene(record: Record, places: _Places) -> Scene:
    record.has_keys(("id", "title", "text", "easy", "skip", "choices"))
    scene_id = read_identifier(record, "id")
    places.note(record, scene_id)
    return Scene(
        scene_id=scene_id,
        title=record.text("title"),
        text=record.text("text"),
        easy=record.text("easy"),
        choices=tuple(_choice(one, scene_id, places) for one in record.records("choices")),
        skip_id=record.text("skip"),
    )


def _choice(record: Record, scene_id: str, places: _Places) -> SceneChoice:
    record.has_keys(CHOICE_KEYS, ("domains", "strength", "said"))
    choice_id = read_identifier(record, "id")
    places.note(record, scene_id, choice_id)
    told = read_told(record)
    return SceneChoice(
        choice_id=choice_id,
        title=record.text("title"),
        did=record.text("did"),
        then=record.text("then"),
        next_id=record.text("next"),
        weights=told.weights,
        why=told.why,
        domains=told.domains,
        strength=record.optional_text("strength"),
        said=record.texts("said"),
    )


def _ending(record: Record, places: _Places) -> Ending:
    record.has_keys(("id", "title", "text", "easy"))
    ending_id = read_identifier(record, "id")
    places.note(record, ending_id)
    return Ending(ending_id, record.text("title"), record.text("text"), record.text("easy"))
