"""The personas and fragments that stories share: one file each, in folders beside the stories.

They are looked for in the story's own folder, then in those above it, then among those that come
with Déclic.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml.nodes import Node

from bot.adapters.yaml_records import Problem, Record, read_record
from bot.replay.nodes import Source, unknown, with_keys
from bot.replay.reading_sayings import answers, known_question
from bot.replay.story import Answer, Persona
from bot.settings import ROOT

PERSONAS, FRAGMENTS, EXPECTED = "personas", "fragments", "attendu"
ASIDE = frozenset({PERSONAS, FRAGMENTS, EXPECTED})
BUNDLED = ROOT / "tests" / "replays"
_NOBODY = Persona("", "", {})


def shared(story: Path, kind: str) -> dict[str, Path]:
    """Files of PERSONAS or FRAGMENTS that a story may name: the nearest ones, then ours."""
    beside = [folder / kind for folder in story.resolve().parents]
    nearest = next((folder for folder in beside if folder.is_dir()), BUNDLED / kind)
    folders = (BUNDLED / kind, nearest)
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.yml"))}


@dataclass
class Library:
    """What was read so far. `problems`: those of the shared files, each file's once."""

    problems: list[Problem] = field(default_factory=list)
    _personas: dict[Path, Persona] = field(default_factory=dict)
    _fragments: dict[Path, Record | None] = field(default_factory=dict)

    @property
    def files(self) -> frozenset[Path]:
        """Those that were read so far."""
        return frozenset((*self._personas, *self._fragments))

    def persona(self, source: Source, node: Node, name: str) -> Persona | None:
        """The persona of this name; None, and a problem at `node`, when there is none."""
        path = self._found(source, node, PERSONAS, name)
        if path is None:
            return None
        if path not in self._personas:
            self._personas[path] = _NOBODY
            self._personas[path] = self._read_persona(path)
        return self._personas[path]

    def fragment(self, source: Source, node: Node, name: str) -> Record | None:
        """The top of a fragment's file; None after a problem."""
        path = self._found(source, node, FRAGMENTS, name)
        if path is None:
            return None
        if path not in self._fragments:
            document, record = read_record(path)
            if record is not None:
                with_keys(record, ("fragment", "étapes"), ("paramètres",))
            self.problems += document.problems
            self._fragments[path] = record
        return self._fragments[path]

    def _found(self, source: Source, node: Node, kind: str, name: str) -> Path | None:
        known = shared(source.document.path, kind)
        if name in known:
            return known[name]
        source.fault(node, kind, f"aucun fichier {kind}/{name}.yml : {unknown(name, known)}")
        return None

    def _read_persona(self, path: Path) -> Persona:
        document, record = read_record(path)
        if record is None:
            self.problems += document.problems
            return _NOBODY
        with_keys(record, ("persona", "présentation", "réponses"), ("comme", "à défaut"))
        persona = self._persona(Source(document), record)
        self.problems += document.problems
        return persona

    def _persona(self, source: Source, record: Record) -> Persona:
        like = self._like(source, record)
        given: dict[str, tuple[Answer, ...]] = {**like.answers}
        said = record.record("réponses")
        for question, node in said.values.items() if said else ():
            known_question(source, node, question)
            given[question] = answers(source, node, question)
        usual = record.values.get("à défaut")
        otherwise = source.texts(usual, "à défaut") if usual is not None else ()
        name, presentation = record.text("persona"), record.text("présentation")
        return Persona(name, presentation, given, (*otherwise, *like.otherwise))

    def _like(self, source: Source, record: Record) -> Persona:
        """The persona whose answers stand where this one gives none."""
        node = record.values.get("comme")
        if node is None:
            return _NOBODY
        return self.persona(source, node, source.text(node, "comme")) or _NOBODY
