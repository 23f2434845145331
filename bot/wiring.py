"""What several processes build alike: the catalogue with its indexes, and the shared secret."""

from __future__ import annotations

import os
import secrets
from functools import lru_cache
from pathlib import Path

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


def shared_secret(settings: Settings) -> str:
    """The secret of web and Rasa: DECLIC_SECRET, or one made once in `var/secret` (owner only)."""
    if settings.secret:
        return settings.secret
    path = settings.var / "secret"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(32))
    return path.read_text(encoding="ascii").strip()


def _write_once(path: Path, text: str) -> None:
    """Writes a file that only its owner reads; of two processes at once, the first one wins."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(text, encoding="ascii")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
