"""The secret shared by the web app and Rasa."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from bot.settings import Settings


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
