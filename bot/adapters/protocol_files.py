"""Protocols of trials as YAML files, read strictly, each fault with its line; and their folders.

Bundled ones are in `data/protocols`, those of an installation in `var/bench/protocols`, those of a
territory pack in its folder `protocols`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import chain, count
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.adapters.file_names import file_name
from bot.adapters.pack_folders import pack_protocol_folders
from bot.adapters.whole_files import alone, text_hash, write_whole
from bot.adapters.yaml_records import BrokenContent, Document, Problem, Record, record_of
from bot.services.trial_protocol import Protocol, Question, Task, faults
from bot.settings import ROOT, Settings

BUNDLED, OWN = "declic", "ici"
"""The sources that are always there; others are the ids of packs."""
KEYS = ("protocole", "auteur", "but", "profil", "durée", "tâches")
TASK_KEYS, TASK_MORE = ("titre", "consigne"), ("à observer", "histoire")
_LAYOUT = {
    "default_flow_style": False,
    "allow_unicode": True,
    "width": 96,
    "sort_base_mapping_type_on_output": False,
}
"""A key a line, in the order in which one reads them, with accents as they are."""


class ProtocolChanged(Exception):
    """The file is no longer what was read: somebody changed or erased it meanwhile."""


class BrokenProtocol(BrokenContent):
    """The protocol cannot be used."""


@dataclass(frozen=True)
class Kept:
    """A protocol of a folder. protocol_id: "<source>/<file without .yml>"."""

    protocol_id: str
    source: str
    protocol: Protocol


class ProtocolShelf:
    """All protocols of an installation. of_packs: id of a pack -> its folder of protocols; packs
    come and go while this process runs."""

    def __init__(self, own: Path, of_packs: Callable[[], Mapping[str, Path]] = dict) -> None:
        self._own = own
        self._of_packs = of_packs

    @classmethod
    def of(cls, settings: Settings) -> ProtocolShelf:
        own = settings.var / "bench" / "protocols"
        return cls(own, lambda: pack_protocol_folders(settings))

    def all(self) -> list[Kept]:
        """Those that can be used, own ones first."""
        folders = {
            **self._of_packs(),
            BUNDLED: ROOT / "data" / "protocols",
            OWN: self._own,
        }
        sources = sorted(folders, key=lambda one: (one != OWN, one != BUNDLED, one))
        return [kept for source in sources for kept in _of(source, folders[source])]

    def find(self, protocol_id: str) -> Kept | None:
        """None: there is none of this id."""
        return next((one for one in self.all() if one.protocol_id == protocol_id), None)

    def namesake(self, protocol: Protocol) -> Kept | None:
        """One's own protocol of the same title that says something else; None: there is none."""
        titled = (one for one in _of(OWN, self._own) if one.protocol.title == protocol.title)
        found = list(titled)
        is_kept = any(one.protocol == protocol for one in found)
        return None if is_kept else next(iter(found), None)

    def add(self, protocol: Protocol) -> str:
        """Keeps it among one's own under a free name, unless it is there already; its id."""
        self._own.mkdir(mode=0o700, parents=True, exist_ok=True)
        with alone(self._own):
            for one in _of(OWN, self._own):
                if one.protocol == protocol:
                    return one.protocol_id
            path = self._free(protocol_name(protocol.title))
            write_whole(path, written(protocol))
        return f"{OWN}/{path.stem}"

    def replace(self, protocol_id: str, protocol: Protocol, before: str) -> None:
        """Keeps it in the place of one's own. before: `text_hash` of what was read there.
        Raises ProtocolChanged."""
        kept = self.find(protocol_id)
        if kept is None or kept.source != OWN:
            raise ProtocolChanged
        path = self._own / f"{protocol_id.removeprefix(f'{OWN}/')}.yml"
        with alone(self._own):
            if not path.exists() or text_hash(path.read_text(encoding="utf-8")) != before:
                raise ProtocolChanged
            write_whole(path, written(protocol))

    def read(self, kept: Kept) -> str:
        """The text of the file of one's own protocol."""
        path = self._own / f"{kept.protocol_id.removeprefix(f'{OWN}/')}.yml"
        return path.read_text(encoding="utf-8")

    def path(self, name: str) -> Path:
        """The file of one's own of this name."""
        return self._own / f"{name}.yml"

    def _free(self, stem: str) -> Path:
        """A file of this name, or of one like it, that is not there."""
        names = chain((stem,), (f"{stem}-{number}" for number in count(2)))
        paths = (self._own / f"{name}.yml" for name in names)
        return next(path for path in paths if not path.exists())


def _of(source: str, folder: Path) -> Iterator[Kept]:
    for path in sorted(folder.glob("*.yml"), key=lambda one: one.stem) if folder.is_dir() else ():
        try:
            yield Kept(f"{source}/{path.stem}", source, read(path))
        except BrokenProtocol:
            continue


def read(path: Path) -> Protocol:
    """The protocol of a file. BrokenProtocol: with every fault and its line."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = f"lecture impossible ({error.strerror})"
        raise BrokenProtocol([Problem(path, None, "", reason)]) from error
    return read_bytes(path, content)


def read_bytes(path: Path, content: bytes) -> Protocol:
    """The same for bytes that were read; path: what the faults name."""
    document, record = record_of(Document(path), content)
    protocol = _protocol(record) if record else None
    if protocol is None or document.problems:
        raise BrokenProtocol(document.problems)
    found = [Problem(path, None, name, reason) for name, reason in faults(protocol)]
    if found:
        raise BrokenProtocol(found)
    return protocol


def _protocol(record: Record) -> Protocol:
    record.has_keys(KEYS, ("questions",))
    return Protocol(
        title=record.text("protocole"),
        author=record.text("auteur"),
        goal=record.text("but"),
        profile=record.text("profil"),
        minutes=record.whole_number("durée"),
        tasks=tuple(_task(one) for one in record.records("tâches")),
        questions=tuple(_question(one) for one in record.records("questions")),
    )


def _task(record: Record) -> Task:
    record.has_keys(TASK_KEYS, TASK_MORE)
    return Task(
        record.text("titre"),
        record.text("consigne"),
        record.optional_text("à observer"),
        record.optional_text("histoire"),
    )


def _question(record: Record) -> Question:
    record.has_keys(("question",), ("réponses",))
    return Question(record.text("question"), record.optional_texts("réponses") or ())


def written(protocol: Protocol) -> str:
    """The file of a protocol, which `read` reads."""
    content: dict[str, Any] = {
        "protocole": protocol.title,
        "auteur": protocol.author,
        "but": protocol.goal,
        "profil": protocol.profile,
        "durée": protocol.minutes,
        "tâches": [_task_written(task) for task in protocol.tasks],
    }
    if protocol.questions:
        content["questions"] = [
            {"question": one.text, **({"réponses": list(one.answers)} if one.answers else {})}
            for one in protocol.questions
        ]
    text, yaml = StringIO(), YAML(typ="safe", pure=True)
    for name, value in _LAYOUT.items():
        setattr(yaml, name, value)
    yaml.dump(content, text)
    return text.getvalue()


def _task_written(task: Task) -> dict[str, str]:
    more = {"à observer": task.watch, "histoire": task.story_id}
    told = {name: text for name, text in more.items() if text}
    return {"titre": task.title, "consigne": task.instruction, **told}


def protocol_name(title: str) -> str:
    """The title of a protocol as the name of its file."""
    return file_name(title) or "protocole"
