"""Protocols of trials as YAML files, read strictly, each fault with its line; and their folders.

Bundled ones are in `data/protocols`, those of an installation in `var/bench/protocols`, those of a
territory pack in its folder `protocols`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.adapters.pack_folders import pack_protocol_folders
from bot.adapters.whole_files import write_whole
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
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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

    def keep(self, protocol: Protocol) -> str:
        """Keeps a protocol among one's own, in the place of one of the same title; its id."""
        name = file_name(protocol.title)
        self._own.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self._own / f"{name}.yml", written(protocol))
        return f"{OWN}/{name}"


def _of(source: str, folder: Path) -> Iterator[Kept]:
    for path in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
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


def file_name(title: str) -> str:
    """A title as the name of a file: "Premier essai !" -> "premier-essai"."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return "-".join(_NAME.findall(re.sub(r"[^a-z0-9]+", "-", plain)))[:60].strip("-") or "protocole"
