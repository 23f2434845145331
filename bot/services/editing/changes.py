"""A published change of an offer, dated and signed: what its file is to be. And drafts of one."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

FILE, WRITTEN, WAITING, CONFLICT = "file", "written", "waiting", "conflict"
STANDINGS = (FILE, WRITTEN, WAITING, CONFLICT)
"""Of an offer: its file is newer than all that was published, or nothing was; its file holds the
last change; does not yet; was changed by somebody else before it did."""


def mark_of(content: bytes | str) -> str:
    """What tells two contents apart."""
    return sha256(content.encode() if isinstance(content, str) else content).hexdigest()


@dataclass(frozen=True)
class Signature:
    """Who publishes, when (UTC), and why. author, organisation: names as they were that day."""

    advisor_id: str
    author: str
    organisation: str
    at: datetime.datetime
    why: str


@dataclass(frozen=True)
class Change:
    """number: of the change, over all offers. version: of this offer, from 1. content: the whole
    file. before: what was in use until then; base_mark: of the file that was there; None: nothing.
    is_written: whether a file was seen to hold it."""

    number: int
    offer_id: str
    version: int
    content: str
    before: str | None
    base_mark: str | None
    signature: Signature
    is_written: bool = False


@dataclass(frozen=True)
class Draft:
    """What an editor has typed of an offer. base: the content it was begun from; None: a new offer.

    fields: as in fields.py. saved_at: UTC.
    """

    offer_id: str
    advisor_id: str
    fields: Mapping[str, Sequence[str]]
    base: str | None
    saved_at: datetime.datetime


class AlreadyChanged(Exception):
    """Another change was published in between; `version` is the one that stands."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


def standing(change: Change | None, file_mark: str | None, former: frozenset[str | None]) -> str:
    """Where the last change of an offer stands beside its file.

    file_mark: of the file as it is; None: there is none. former: the marks of all that the file was
    when changes were made, and of the changes before the last.
    """
    if change is None:
        return FILE
    if file_mark == mark_of(change.content):
        return WRITTEN
    if file_mark in former:
        return WAITING
    return FILE if change.is_written else CONFLICT


def former_marks(history: Sequence[Change]) -> frozenset[str | None]:
    """What the file may be without anybody having touched it since the last change."""
    before = (mark_of(change.content) for change in history[:-1])
    return frozenset({*(change.base_mark for change in history), *before})
