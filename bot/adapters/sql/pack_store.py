"""Installed packs in the database; moments are UTC, naive. SQLAlchemyError when it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters.sql.pack_tables import pack_keys, pack_uploads, pack_uses, packs

PICTURES, GAME = "pictures", "game"
KINDS = (PICTURES, GAME)
UPLOAD_LIFE = timedelta(days=1)


@dataclass(frozen=True)
class StoredPack:
    """A pack of the database. content_hash: SHA-256 of its archive."""

    pack_id: str
    version: str
    content: bytes = field(repr=False)
    content_hash: str
    imported_by: str
    imported_at: datetime


@dataclass(frozen=True)
class TrustedKey:
    """A key whose packs are imported without asking again. key: its line of text."""

    fingerprint: str
    key: str
    name: str
    trusted_by: str
    trusted_at: datetime


Edition = tuple[tuple[str, str], ...]


def edition(connection: Connection) -> Edition:
    """Id and hash of each installed pack: what changes when packs do."""
    query = sa.select(packs.c.pack_id, packs.c.content_hash).order_by(packs.c.pack_id)
    return tuple((row.pack_id, row.content_hash) for row in connection.execute(query))


def stored(connection: Connection) -> tuple[StoredPack, ...]:
    """Every installed pack, by id."""
    rows = connection.execute(sa.select(packs).order_by(packs.c.pack_id))
    return tuple(StoredPack(**row._mapping) for row in rows)


def put(connection: Connection, pack: StoredPack) -> None:
    """Puts a pack in the place of its former version."""
    row = vars(pack)
    of_it = packs.c.pack_id == pack.pack_id
    if not connection.execute(sa.update(packs).where(of_it).values(row)).rowcount:
        connection.execute(sa.insert(packs).values(row))


def drop(connection: Connection, pack_id: str) -> None:
    """Removes a pack and its choices."""
    connection.execute(sa.delete(pack_uses).where(pack_uses.c.pack_id == pack_id))
    connection.execute(sa.delete(packs).where(packs.c.pack_id == pack_id))


def uses(connection: Connection) -> Mapping[str, str]:
    """Kind -> the pack whose pictures or game are used."""
    return {row.kind: row.pack_id for row in connection.execute(sa.select(pack_uses))}


def use(connection: Connection, kind: str, pack_id: str | None) -> None:
    """pack_id None: those of Déclic again."""
    connection.execute(sa.delete(pack_uses).where(pack_uses.c.kind == kind))
    if pack_id is not None:
        connection.execute(sa.insert(pack_uses).values(kind=kind, pack_id=pack_id))


class PackKeys:
    """The trusted keys."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> tuple[TrustedKey, ...]:
        query = sa.select(pack_keys).order_by(pack_keys.c.name)
        with self._engine.connect() as connection:
            return tuple(TrustedKey(**row._mapping) for row in connection.execute(query))

    def trust(self, key: TrustedKey) -> None:
        with self._engine.begin() as connection:
            of_it = pack_keys.c.fingerprint == key.fingerprint
            connection.execute(sa.delete(pack_keys).where(of_it))
            connection.execute(sa.insert(pack_keys).values(vars(key)))

    def forget(self, fingerprint: str) -> bool:
        of_it = pack_keys.c.fingerprint == fingerprint
        with self._engine.begin() as connection:
            return bool(connection.execute(sa.delete(pack_keys).where(of_it)).rowcount)


class PackUploads:
    """Archives that were sent and wait for a decision: one for each admin, a day at most."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, advisor_id: str, content: bytes, at: datetime) -> str:
        """Its id; the admin's former one goes, and those that are too old."""
        upload_id = uuid4().hex
        gone = sa.or_(
            pack_uploads.c.advisor_id == advisor_id, pack_uploads.c.sent_at < at - UPLOAD_LIFE
        )
        row = {"upload_id": upload_id, "advisor_id": advisor_id, "content": content, "sent_at": at}
        with self._engine.begin() as connection:
            connection.execute(sa.delete(pack_uploads).where(gone))
            connection.execute(sa.insert(pack_uploads).values(row))
        return upload_id

    def of(self, advisor_id: str, upload_id: str) -> bytes | None:
        query = sa.select(pack_uploads.c.content).where(*_its(advisor_id, upload_id))
        with self._engine.connect() as connection:
            content = connection.execute(query).scalar_one_or_none()
        return None if content is None else bytes(content)

    def drop(self, advisor_id: str, upload_id: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.delete(pack_uploads).where(*_its(advisor_id, upload_id)))


def _its(advisor_id: str, upload_id: str) -> tuple[sa.sql.ColumnElement[bool], ...]:
    return pack_uploads.c.advisor_id == advisor_id, pack_uploads.c.upload_id == upload_id
