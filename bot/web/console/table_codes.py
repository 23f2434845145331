"""The code of a workshop's table: what people type or scan to begin a conversation of their own.

It opens no conversation that exists, so six signs do; guesses are limited all the same. A code is
computed from its workshop and table, so that it can be printed again: only its hash is stored.
"""

from __future__ import annotations

import hashlib
import hmac

from bot.web.resume_codes import ALPHABET, code_from, read_code

CHARACTERS = 6


class TableCodes:
    """The codes of one installation."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def code_of(self, workshop_id: str, table: int) -> str:
        """Without spaces; `in_groups` shows it."""
        number = int.from_bytes(self._keyed("table code", f"{workshop_id} {table}"), "big")
        return code_from(number, CHARACTERS)

    def hash_of(self, code: str) -> str:
        return self._keyed("stored table code", code).hex()

    def _keyed(self, use: str, text: str) -> bytes:
        return hmac.new(self._secret, f"{use} {text}".encode(), hashlib.sha256).digest()


def read_table_code(typed: str) -> str | None:
    """The code in what was typed or scanned; None: it cannot be one."""
    return read_code(typed, CHARACTERS) if len(typed) <= len(ALPHABET) else None
