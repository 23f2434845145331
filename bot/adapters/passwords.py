"""Passwords as they are stored: argon2id, as RFC 9106 and the CNIL's guidance of 2022 want it."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()
_NOBODY = _hasher.hash("nobody has this password")


def hash_of(password: str) -> str:
    """Takes about 50 ms and 64 MiB on purpose."""
    return _hasher.hash(password)


def is_right(password_hash: str | None, password: str) -> bool:
    """Whether the password is the one; as long for an account that has none, or does not exist."""
    try:
        _hasher.verify(password_hash or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None
