"""The files of installed packs as folders of this machine: stories, protocols, pictures, game.

They are copied out of the database when somebody asks for them first. A database that is not there
yet, or not ready, has none. SQLAlchemyError when it does not answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.adapters.packs import file_names as names
from bot.adapters.packs import installed
from bot.adapters.sql import pack_store
from bot.adapters.sql.engine import connect, is_there
from bot.adapters.sql.pack_tables import packs
from bot.settings import Settings


def pack_story_folders(settings: Settings) -> Mapping[str, Path]:
    """Id of each pack that brings stories -> their folder."""
    return _holding(settings, names.STORIES)


def pack_protocol_folders(settings: Settings) -> Mapping[str, Path]:
    """Id of each pack that brings protocols of trials -> their folder."""
    return _holding(settings, names.PROTOCOLS)


def used_folder(settings: Settings, kind: str) -> Path | None:
    """The folder of the pack whose pictures or game were chosen; None: Déclic's are used."""
    folders, uses = _folders(settings)
    folder = folders.get(uses.get(kind, ""))
    return folder / kind if folder and (folder / kind).is_dir() else None


def sweep_copies(settings: Settings) -> None:
    """Erases the copies of packs that are gone, before anybody uses them."""
    with _reading(settings) as connection:
        if connection is not None:
            installed.sweep_copies(pack_store.edition(connection), _place(settings))


def _holding(settings: Settings, kind: str) -> dict[str, Path]:
    folders, _ = _folders(settings)
    return {one: folder / kind for one, folder in folders.items() if (folder / kind).is_dir()}


def _folders(settings: Settings) -> tuple[dict[str, Path], Mapping[str, str]]:
    """Id of each pack -> its folder; kind -> id of the pack that is used."""
    place = _place(settings)
    with _reading(settings) as connection:
        if connection is None:
            return {}, {}
        edition, uses = pack_store.edition(connection), pack_store.uses(connection)
        found = {mark[0]: installed.copy_of(mark, place) for mark in edition}
        if not all(path.is_dir() for path in found.values()):
            for pack in pack_store.stored(connection):
                installed.copy(pack, place)
    return {one: path for one, path in found.items() if path.is_dir()}, uses


def _place(settings: Settings) -> Path:
    return settings.var / "packs"


@contextmanager
def _reading(settings: Settings) -> Iterator[Connection | None]:
    if not is_there(settings.database_url):
        yield None
        return
    engine = connect(settings.database_url)
    try:
        with engine.connect() as connection:
            has_packs = sa.inspect(connection).has_table(packs.name)
            yield connection if has_packs else None
    finally:
        engine.dispose()
