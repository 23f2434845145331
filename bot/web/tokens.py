"""What opens a conversation, and the clock of the web app."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timezone


def new_token() -> str:
    """A session token: 256 random bits, made here only."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """SHA-256 of a session token, in hex: the only form in which it is stored."""
    return hashlib.sha256(token.encode()).hexdigest()


def random_id() -> str:
    """A conversation id that nobody can guess."""
    return secrets.token_hex(16)


def now() -> datetime:
    """UTC without zone, as both databases keep it."""
    return datetime.now(timezone.utc).replace(tzinfo=None)
