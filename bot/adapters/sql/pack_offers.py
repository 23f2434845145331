"""The support offers that installed packs bring. SQLAlchemyError when they cannot be read."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.packs.installed import offer_files_of
from bot.adapters.sql import pack_store
from bot.adapters.sql.engine import connect
from bot.adapters.sql.team_box import wait_briefly


class SqlPackOffers:
    """Those of the packs in the database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def at(cls, database_url: str) -> SqlPackOffers:
        """On connections of its own, which do not wait long."""
        engine = connect(database_url)
        sa.event.listen(engine, "connect", wait_briefly(engine.dialect.name))
        return cls(engine)

    def edition(self) -> object:
        with self._engine.connect() as connection:
            return pack_store.edition(connection)

    def contents(self) -> dict[str, tuple[str, str]]:
        """Offer -> the pack that brings it, and its file. No two packs bring one differently."""
        with self._engine.connect() as connection:
            packs = pack_store.stored(connection)
        return {
            offer_id: (pack.pack_id, content)
            for pack in packs
            for offer_id, content in offer_files_of(pack).items()
        }
