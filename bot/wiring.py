"""What several processes build alike: the catalogue and its indexes."""

from __future__ import annotations

from functools import lru_cache

from bot.adapters.sql import catalogue_store
from bot.adapters.sql.engine import connect
from bot.orientation.catalogue import Catalogue
from bot.services.understanding import Understanding
from bot.settings import Settings


def load_catalogue(settings: Settings) -> Catalogue:
    """The catalogue in the database of the settings."""
    engine = connect(settings.database_url)
    try:
        return catalogue_store.load(engine)
    finally:
        engine.dispose()


@lru_cache(maxsize=1)
def understanding() -> Understanding:
    """The catalogue of this process and its indexes, built at the first use and kept."""
    return Understanding.of(load_catalogue(Settings.from_environment()))
