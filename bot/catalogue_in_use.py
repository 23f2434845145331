"""The catalogue that a process uses, and another one as soon as the database holds another."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters.no_search_for_cycles import no_search_for_cycles
from bot.adapters.sql import catalogue_store
from bot.adapters.sql.engine import connect
from bot.orientation.catalogue import Catalogue
from bot.services.understanding import Understanding
from bot.settings import Settings

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 2.0


@dataclass(frozen=True)
class _Loaded:
    """content_hash: what the database said of it. understanding: None until somebody asks."""

    content_hash: str
    catalogue: Catalogue
    understanding: Understanding | None = None


@dataclass
class CatalogueInUse:
    """Loaded at the first use. Who asks gets a whole one, and never waits for the next one: it is
    built aside, then takes the place of the former between two questions."""

    settings: Callable[[], Settings]
    _loaded: _Loaded | None = None
    _lock: Lock = field(default_factory=Lock)

    def catalogue(self) -> Catalogue:
        """With its tables. CatalogueMissing: the database was never filled."""
        return (self._loaded or self._first()).catalogue

    def understanding(self) -> Understanding:
        """With its indexes too."""
        loaded = self._loaded or self._first()
        return loaded.understanding or self._indexed()

    def look(self, engine: Engine) -> bool:
        """Whether another catalogue came into use. Nothing is loaded that nobody asked for."""
        former = self._loaded
        if former is None or catalogue_store.content_hash(engine) == former.content_hash:
            return False
        newer = _read(engine, is_indexed=former.understanding is not None)
        with self._lock:
            self._loaded = newer
        logger.info("catalogue_changed hash=%s", newer.content_hash[:12])
        return True

    def follow(self) -> None:
        """Looks again and again, in a thread that ends with the process. For servers: a command
        ends with the facts that it began with."""
        Thread(target=self._follow, name="catalogue", daemon=True).start()

    def _follow(self) -> None:
        engine = connect(self.settings().database_url)
        while True:
            time.sleep(LOOK_EVERY_S)
            try:
                self.look(engine)
            except (SQLAlchemyError, catalogue_store.CatalogueMissing) as error:
                logger.warning("catalogue_unread error=%s", type(error).__name__)

    def _first(self) -> _Loaded:
        with self._lock:
            if self._loaded is None:
                engine = connect(self.settings().database_url)
                try:
                    self._loaded = _read(engine, is_indexed=False)
                finally:
                    engine.dispose()
            return self._loaded

    def _indexed(self) -> Understanding:
        with self._lock:
            loaded = self._loaded
            assert loaded is not None
            if loaded.understanding is None:
                with no_search_for_cycles():
                    built = Understanding.of(loaded.catalogue)
                gc.freeze()
                self._loaded = _Loaded(loaded.content_hash, loaded.catalogue, built)
                return built
            return loaded.understanding


def _read(engine: Engine, is_indexed: bool) -> _Loaded:
    """It stays long: the collector of cycles does not look at it again."""
    with no_search_for_cycles():
        content_hash, catalogue = catalogue_store.load_with_hash(engine)
        catalogue.prepare()
        understanding = Understanding.of(catalogue) if is_indexed else None
    gc.freeze()
    return _Loaded(content_hash, catalogue, understanding)
