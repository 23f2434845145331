"""All stories of an installation: those that come with Déclic, those kept here, those of packs.

A story is known by its source and its path in the folder of its source: "declic/aides/permis".
Only stories kept here may be written. No path leads out of the folders.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.adapters.file_names import file_name
from bot.adapters.pack_folders import pack_story_folders
from bot.adapters.whole_files import alone, text_hash, write_whole
from bot.adapters.yaml_records import BrokenContent, Problem
from bot.orientation.wording import fold
from bot.replay.authors import (
    UNKNOWN,
    has_same_author,
    note_organisation,
    organisations,
    without_author,
)
from bot.replay.library import ASIDE, BUNDLED
from bot.replay.reading import read_text, story_files
from bot.replay.search_words import is_found, search_words
from bot.settings import Settings

DECLIC, OWN = "declic", "ici"
RECORDED_TOPIC = "enregistrees"
"""Where conversations that became stories go by themselves."""
_NAME = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/){0,3}[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_NAME = 80
Stamp = tuple[int, int]


class StoryChanged(Exception):
    """The file is no longer what was edited: somebody changed, erased or made it meanwhile."""


@dataclass(frozen=True)
class Kept:
    """A story on the shelf. topic: its folder, "" at the top; search_words: folded; is_broken: its
    file has faults and cannot be played; the rest is then as far as it could be read.
    is_recorded: it was a conversation of real people, as far as one can tell.
    organisation: of whoever wrote one that is kept here, None: not known."""

    story_id: str
    path: Path
    source: str
    title: str
    author: str
    day: datetime.date
    topic: str
    persona: str | None
    is_golden: bool
    search_words: str
    is_broken: bool = False
    is_recorded: bool = False
    organisation: str | None = None

    @property
    def is_own(self) -> bool:
        return self.source == OWN

    def author_for(self, organisation: str) -> str:
        """The author's name; for people of another organisation, the name of theirs."""
        if not self.is_own or self.organisation == organisation:
            return self.author
        return self.organisation or UNKNOWN

    def is_found(self, words: str, organisation: str) -> bool:
        """Whether each word that is looked for is in it, for people of an organisation."""
        author = fold(self.author_for(organisation))
        return is_found(f"{self.search_words} {author}", words)


class Shelf:
    """The folders of stories, each with its source."""

    def __init__(
        self,
        fixed: Mapping[str, Path],
        of_packs: Callable[[], Mapping[str, Path]] = dict,
    ) -> None:
        """of_packs: folders that come and go while this process runs."""
        self._fixed = fixed
        self._of_packs = of_packs

    @classmethod
    def of(cls, settings: Settings) -> Shelf:
        """The shelf of this installation."""
        fixed = {DECLIC: BUNDLED, OWN: settings.stories}
        return cls(fixed, lambda: pack_story_folders(settings))

    @property
    def own(self) -> Path:
        """The folder of the stories that may be written."""
        return self._fixed[OWN]

    def _folders(self) -> Mapping[str, Path]:
        return {**self._of_packs(), **self._fixed}

    def all(self) -> tuple[Kept, ...]:
        """Every story, by source, then by path."""
        noted = organisations(self.own)
        return tuple(
            _with_organisation(_kept(source, folder, path), noted)
            for source, folder in self._folders().items()
            if folder.is_dir()
            for path in story_files([folder])
            if _is_inside(folder, path)
        )

    def find(self, story_id: str) -> Kept | None:
        """None: no story has this name, among them every name that would lead elsewhere."""
        source, _, name = story_id.partition("/")
        folder = self._folders().get(source)
        if folder is None or not _NAME.fullmatch(name):
            return None
        path = folder / f"{name}.yml"
        if not _is_inside(folder, path) or path not in story_files([folder]):
            return None
        return _with_organisation(_kept(source, folder, path), organisations(self.own))

    def read(self, kept: Kept) -> str:
        """The text of its file."""
        return kept.path.read_text(encoding="utf-8")

    def read_for(self, kept: Kept, organisation: str) -> str:
        """The same for people of an organisation: those of another one are not named."""
        text, shown = self.read(kept), kept.author_for(organisation)
        return text if shown == kept.author else without_author(text, shown)

    def problems(self, name: str, text: str, is_new: bool = False) -> list[Problem]:
        """All that is wrong with a text before it may be kept here under this name."""
        path = self.own / f"{name}.yml"
        wrong = list(self._name_problems(name, path))
        if is_new and not wrong and path.exists():
            wrong = [Problem(path, None, "nom", "une histoire a déjà ce nom ; changez-le")]
        readable = self.own / "histoire.yml" if wrong else path
        return [*wrong, *read_text(readable, text)[1]]

    def save(
        self, name: str, text: str, before: str | None, organisation: str | None = None
    ) -> Kept:
        """Keeps a story here, under its path without ".yml". before: `text_hash` of the text that
        was edited; None: there was none. organisation: of whoever keeps it; the author stays that
        of theirs while their name is not changed. Raises BrokenContent, StoryChanged."""
        found = self.problems(name, text)
        if found:
            raise BrokenContent(found)
        path = self.own / f"{name}.yml"
        self.own.mkdir(parents=True, exist_ok=True)
        with alone(self.own):
            self._same(path, before)
            path.parent.mkdir(parents=True, exist_ok=True)
            was = path.read_text(encoding="utf-8") if path.exists() else None
            if was is None or not has_same_author(text, was):
                note_organisation(self.own, name, organisation)
            write_whole(path, text)
        return _with_organisation(_kept(OWN, self.own, path), organisations(self.own))

    def delete(self, name: str, before: str) -> None:
        """Removes a story kept here. Raises StoryChanged."""
        kept = self.find(f"{OWN}/{name}")
        if kept is None:
            raise StoryChanged
        with alone(self.own):
            self._same(kept.path, before)
            kept.path.unlink()
            note_organisation(self.own, name, None)

    def free_name(self, wanted: str) -> str:
        """A name like the one wanted that no story has: a name is also that of a conversation."""
        taken = {kept.path.stem for kept in self.all()}
        folder, _, stem = wanted.rpartition("/")
        stems = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
        free = next(one for one in stems if one not in taken)
        return f"{folder}/{free}" if folder else free

    def _name_problems(self, name: str, path: Path) -> Iterator[Problem]:
        if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
            reason = "écrivez des minuscules, chiffres et tirets, par exemple lieux/ma-commune"
            yield Problem(path, None, "nom", f"« {name} » ne convient pas ; {reason}")
        elif ASIDE & set(name.split("/")[:-1]):
            yield Problem(path, None, "nom", "ce dossier est réservé ; choisissez-en un autre")
        elif not _is_inside(self.own, path):
            yield Problem(path, None, "nom", "ce dossier mène ailleurs ; choisissez-en un autre")
        for kept in self.all():
            if kept.path.stem == path.stem and kept.path != path:
                reason = f"« {path.stem} » est déjà le nom de {kept.story_id} ; changez-le"
                yield Problem(path, None, "nom", reason)

    def _same(self, path: Path, before: str | None) -> None:
        now = text_hash(path.read_text(encoding="utf-8")) if path.exists() else None
        if now != before:
            raise StoryChanged


def story_name(title: str) -> str:
    """A file name from a title: "On m’a dit non" gives "on-m-a-dit-non"."""
    return file_name(title) or "histoire"


def _is_inside(folder: Path, path: Path) -> bool:
    """Whether a path, its links followed, stays in its folder."""
    return path.resolve().is_relative_to(folder.resolve())


_read: dict[Path, tuple[Stamp, Kept]] = {}
"""What was read of each file, until it changes: a page shows a hundred stories."""


def _kept(source: str, folder: Path, path: Path) -> Kept:
    stat = path.stat()
    stamp = (stat.st_mtime_ns, stat.st_size)
    known = _read.get(path)
    if known is None or known[0] != stamp or known[1].source != source:
        known = _read[path] = (stamp, _read_kept(source, folder, path))
    return known[1]


def _with_organisation(kept: Kept, noted: Mapping[str, str]) -> Kept:
    if not kept.is_own:
        return kept
    return replace(kept, organisation=noted.get(kept.story_id.partition("/")[2]))


def _read_kept(source: str, folder: Path, path: Path) -> Kept:
    name = path.relative_to(folder).with_suffix("").as_posix()
    story, problems = read_text(path, path.read_bytes().decode("utf-8", "replace"))
    topic = name.partition("/")[0] if "/" in name else ""
    return Kept(
        story_id=f"{source}/{name}",
        path=path,
        source=source,
        title=(story.title if story else "") or path.stem,
        author=story.author if story else "",
        day=story.day if story else datetime.date.min,
        topic=topic,
        persona=story.persona.name if story and story.persona else None,
        is_golden=bool(story and story.is_golden),
        search_words=search_words(story, name) if story else fold(name),
        is_broken=bool(problems),
        is_recorded=topic == RECORDED_TOPIC or bool(story and story.is_recorded),
    )
