"""The stories and protocols written here: which ones somebody lets go with a pack, and as what.

None goes by itself: a story may be a conversation of real people. What goes bears the name of who
gives the pack, never that of its author, who wrote it for colleagues.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.adapters import protocol_files
from bot.adapters.packs import file_names as names
from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.protocol_files import ProtocolShelf
from bot.adapters.yaml_records import Document, record_of
from bot.replay.library import Library
from bot.replay.reading import read_text
from bot.replay.shelf import Shelf
from bot.settings import Settings

AUTHOR = "auteur"


@dataclass(frozen=True)
class OwnText:
    """A story or a protocol. is_recorded: it was a conversation of real people. is_broken: it has
    faults, and cannot be given."""

    title: str
    path: Path
    is_recorded: bool = False
    is_broken: bool = False


class OwnTexts:
    """Those of an installation, known by their path in its folder, without ".yml"."""

    def __init__(self, settings: Settings) -> None:
        self._shelf = Shelf.of(settings)
        self._protocols = ProtocolShelf.of(settings)

    def stories(self) -> dict[str, OwnText]:
        """By name."""
        own = (one for one in self._shelf.all() if one.is_own)
        return {
            _name(one.story_id): OwnText(one.title, one.path, one.is_recorded, one.is_broken)
            for one in own
        }

    def protocols(self) -> dict[str, OwnText]:
        own = (one for one in self._protocols.all() if one.source == protocol_files.OWN)
        named = ((_name(one.protocol_id), one.protocol.title) for one in own)
        return {name: OwnText(title, self._protocols.path(name)) for name, title in named}

    def chosen(
        self, stories: Collection[str], protocols: Collection[str], signed: str
    ) -> dict[str, bytes]:
        """The files of a pack with those of these names. RefusedPack: one is not here."""
        there, tried = self.stories(), self.protocols()
        missing = [
            *_missing("L’histoire", stories, there),
            *_missing("Le protocole", protocols, tried),
        ]
        if missing:
            raise RefusedPack(missing)
        paths = {f"{names.STORIES}/{one}.yml": there[one].path for one in stories}
        tests = {f"{names.PROTOCOLS}/{one}.yml": tried[one].path for one in protocols}
        signed_files = {
            name: _signed(path.read_bytes(), signed) for name, path in {**paths, **tests}.items()
        }
        return {**self._shared(paths.values()), **signed_files}

    def _shared(self, stories: Iterable[Path]) -> dict[str, bytes]:
        """The personas and fragments of here that these stories need."""
        library, own = Library(), self._shelf.own.resolve()
        for path in stories:
            read_text(path, path.read_text("utf-8", errors="replace"), library)
        inside = (path for path in sorted(library.files) if path.is_relative_to(own))
        return {
            f"{names.STORIES}/{one.relative_to(own).as_posix()}": one.read_bytes() for one in inside
        }


def _name(text_id: str) -> str:
    """Without its source."""
    return text_id.partition("/")[2]


def _missing(what: str, asked: Collection[str], there: Collection[str]) -> Iterator[str]:
    known = ", ".join(sorted(there)) or "rien pour l’instant"
    for one in asked:
        if one not in there:
            yield f"{what} « {one} » n’est pas ici. Il y a : {known}."


def _signed(content: bytes, name: str) -> bytes:
    """With this name where that of the author stood; a file that cannot be read as it is, to be
    judged with all others."""
    _, record = record_of(Document(Path(AUTHOR)), content)
    node = record.values.get(AUTHOR) if record else None
    if node is None:
        return content
    text = content.decode()
    start, end = node.start_mark.index, node.end_mark.index
    # A block of lines ends after its last line break.
    rest = text[start:end]
    kept = rest[len(rest.rstrip()) :]
    return f"{text[:start]}{json.dumps(name, ensure_ascii=False)}{kept}{text[end:]}".encode()
