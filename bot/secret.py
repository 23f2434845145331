"""The secret shared by the web app and Rasa."""

from __future__ import annotations

import secrets

from bot.adapters.whole_files import write_once
from bot.settings import Settings


def shared_secret(settings: Settings) -> str:
    """The secret of web and Rasa: DECLIC_SECRET, or one made once in `var/secret` (owner only)."""
    if settings.secret:
        return settings.secret
    path = settings.var / "secret"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        write_once(path, secrets.token_urlsafe(32))
    return path.read_text(encoding="ascii").strip()
