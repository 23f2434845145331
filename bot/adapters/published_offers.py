"""The support offers in use: the files of a folder, over them those that installed packs bring, and
over these what editors have published.

All are looked at again at most once a second, when somebody asks: a published change is in use at
once in every process, without a restart. What cannot be read leaves the former offers in use.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.adapters.offer_files import read_one
from bot.adapters.sql.answer_cache import utc_now
from bot.orientation.offer import Offer
from bot.services.editing.changes import (
    CONFLICT,
    FILE,
    WAITING,
    WRITTEN,
    Change,
    former_marks,
    mark_of,
    standing,
)
from bot.services.support_offers import SupportOffers

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 1.0


class Changes(Protocol):
    """Where the published changes are kept. SQLAlchemyError when they cannot be read."""

    def edition(self) -> tuple[int, int]: ...

    def histories(self) -> Mapping[str, tuple[Change, ...]]: ...

    def note_written(self, numbers: Collection[int], at: datetime) -> None: ...


class NoChanges:
    """Where there is no database: the files are all there is."""

    def edition(self) -> tuple[int, int]:
        return 0, 0

    def histories(self) -> Mapping[str, tuple[Change, ...]]:
        return {}

    def note_written(self, numbers: Collection[int], at: datetime) -> None:
        pass


class PackOffers(Protocol):
    """The offers of installed packs. SQLAlchemyError when they cannot be read."""

    def edition(self) -> object: ...

    def contents(self) -> Mapping[str, tuple[str, str]]:
        """Offer -> the pack that brings it, and its file."""


class NoPacks:
    """Where there is no database, nothing is installed."""

    def edition(self) -> object:
        return None

    def contents(self) -> Mapping[str, tuple[str, str]]:
        return {}


@dataclass(frozen=True)
class OfferInUse:
    """content: of the offer as it is used. file_content: of its file; None: there is none.

    pack_id: the pack whose file it is; None: it is the project's.
    history: its published changes, oldest first. standing: one of changes.STANDINGS.
    """

    offer: Offer
    content: str
    file_content: str | None = None
    history: tuple[Change, ...] = ()
    standing: str = FILE
    pack_id: str | None = None

    @property
    def version(self) -> int:
        return self.history[-1].version if self.history else 0


@dataclass(frozen=True)
class OffersInUse:
    """All offers in use, ready for the conversation, and each with where it comes from."""

    support: SupportOffers
    by_id: Mapping[str, OfferInUse]


@dataclass(frozen=True)
class _File:
    """A file of the folder, or of a pack, as it was read; offer: None when it is wrong."""

    stamp: tuple[int, int]
    content: str
    offer: Offer | None
    pack_id: str | None = None


@dataclass
class PublishedOffers:
    """The offers of a folder under those of packs, under the changes of a store; for any number of
    threads."""

    folder: Path
    changes: Changes
    now: Callable[[], float] = time.monotonic
    packs: PackOffers = field(default_factory=NoPacks)
    _files: dict[str, _File] = field(default_factory=dict)
    _seen: object = None
    _looked_at: float = float("-inf")
    _in_use: OffersInUse | None = None
    _lock: Lock = field(default_factory=Lock)

    def current(self) -> SupportOffers:
        """For the conversation."""
        return self.in_use().support

    def in_use(self, at_once: bool = False) -> OffersInUse:
        """at_once: also looks when it has just looked, for who has just published."""
        is_due = at_once or self.now() - self._looked_at >= LOOK_EVERY_S
        if self._in_use is not None and not is_due:
            return self._in_use
        # A second thread is content with what there is, if there is something.
        if not self._lock.acquire(blocking=at_once or self._in_use is None):
            assert self._in_use is not None
            return self._in_use
        try:
            return self._looked()
        finally:
            self._lock.release()

    def _looked(self) -> OffersInUse:
        self._looked_at = self.now()
        stamps = _stamps(self.folder)
        try:
            seen = (stamps, self.packs.edition(), self.changes.edition())
            if self._in_use is None or seen != self._seen:
                brought = self.packs.contents()
                self._in_use = self._built(stamps, self.changes.histories(), brought)
                self._seen = seen
                self._note_written(self._in_use)
        except SQLAlchemyError as error:
            logger.warning("offer_changes_unread error=%s", type(error).__name__)
            if self._in_use is None:
                self._in_use = self._built(stamps, {}, {})
        return self._in_use

    def _note_written(self, found: OffersInUse) -> None:
        """From now on an edit of these files counts more than what was published before."""
        ours = (one for one in found.by_id.values() if one.pack_id is None)
        last = (one.history[-1] for one in ours if one.standing == WRITTEN)
        numbers = [change.number for change in last if not change.is_written]
        if numbers:
            self.changes.note_written(numbers, utc_now())

    def _built(
        self,
        stamps: Mapping[str, tuple[int, int]],
        histories: Mapping[str, tuple[Change, ...]],
        brought: Mapping[str, tuple[str, str]],
    ) -> OffersInUse:
        self._files = {
            name: known
            if (known := self._files.get(name)) and known.stamp == stamp
            else _read(self.folder / name, stamp)
            for name, stamp in stamps.items()
        }
        files = {Path(name).stem: file for name, file in self._files.items()}
        files |= {one: _of_pack(one, *held) for one, held in brought.items()}
        found = dict(_found(files, histories))
        if not found:
            logger.error("offers_missing folder=%s, see `declic offers check`", self.folder)
        support = SupportOffers.of(one.offer for one in found.values())
        return OffersInUse(support, found)


def _found(
    files: Mapping[str, _File], histories: Mapping[str, tuple[Change, ...]]
) -> Iterable[tuple[str, OfferInUse]]:
    for offer_id in sorted({*files, *histories}):
        one = _in_use(offer_id, files.get(offer_id), histories.get(offer_id, ()))
        if one is not None:
            yield offer_id, one


def _in_use(offer_id: str, file: _File | None, history: tuple[Change, ...]) -> OfferInUse | None:
    """The last published change, or the file; None when neither can be used."""
    file_content, pack_id = (file.content, file.pack_id) if file else (None, None)
    change = history[-1] if history else None
    stands = standing(change, mark_of(file.content) if file else None, former_marks(history))
    if change is not None and stands in (WAITING, CONFLICT):
        offer, problems = read_one(Path(f"{offer_id}.yml"), change.content.encode())
        if offer is not None:
            return OfferInUse(offer, change.content, file_content, history, stands, pack_id)
        logger.error("offer_change_wrong offer=%s faults=%d", offer_id, len(problems))
    if file is None or file.offer is None:
        return None
    return OfferInUse(file.offer, file.content, file_content, history, stands, pack_id)


def _of_pack(offer_id: str, pack_id: str, content: str) -> _File:
    offer, problems = read_one(Path(f"{offer_id}.yml"), content.encode())
    if problems:
        logger.error("pack_offer_wrong pack=%s offer=%s", pack_id, offer_id)
    return _File((0, 0), content, offer, pack_id)


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """The files of the folder with what changes when they are written."""
    found = {}
    for path in sorted(folder.glob("*.y*ml")):
        try:
            told = path.stat()
        except OSError:
            continue
        found[path.name] = (told.st_mtime_ns, told.st_size)
    return found


def _read(path: Path, stamp: tuple[int, int]) -> _File:
    """A wrong file is named in the log and left out: it stops `declic offers check`, not the
    chat."""
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    offer, problems = read_one(path, content)
    if problems:
        logger.error("offer_file_wrong file=%s, see `declic offers check`", path.name)
    return _File(stamp, content.decode("utf-8", errors="replace"), offer)
