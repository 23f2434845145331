"""The code that opens a conversation on another device: easy to copy, hard to guess.

Nine characters out of 25 give 41.8 bits. Signs that are taken for one another have one reading, and
without vowels no code spells a word. A code is computed from the conversation and the secret of the
installation, so that it can be shown again though only its keyed hash is stored. When the person
ends an accompaniment, the code that the advisor knows opens nothing, and the next one is another.
"""

from __future__ import annotations

import hashlib
import hmac

ALPHABET = "23456789CDFGHJKMNPQRTVWXY"
CHARACTERS = 9
GROUP = 3
LOOKALIKES = str.maketrans("BSZU", "852V")
"""Written by hand, or heard: B is 8, S is 5, Z is 2, U is V."""


class ResumeCodes:
    """The codes of one installation; with another secret, all codes are others."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def code_of(self, conversation_id: str, lost: int = 0) -> str:
        """The code of a conversation, without spaces. lost: how many it may have had before."""
        about = f"{conversation_id} {lost}" if lost else conversation_id
        return code_from(int.from_bytes(self._keyed("resume code", about), "big"), CHARACTERS)

    def present(self, conversation_id: str, kept_hash: str | None, ended: int) -> str:
        """The code that is kept; None is kept: one that nobody of `ended` accompaniments saw."""
        codes = [self.code_of(conversation_id, lost) for lost in range(ended + 1)]
        return next((code for code in codes if self.hash_of(code) == kept_hash), codes[-1])

    def hash_of(self, code: str) -> str:
        """The form in which a code is stored and looked for."""
        return self._keyed("stored code", code).hex()

    def _keyed(self, use: str, text: str) -> bytes:
        return hmac.new(self._secret, f"{use} {text}".encode(), hashlib.sha256).digest()


def code_from(number: int, characters: int) -> str:
    """A code of so many signs out of a number that is larger than all of them."""
    code = ""
    for _ in range(characters):
        number, place = divmod(number, len(ALPHABET))
        code += ALPHABET[place]
    return code


def in_groups(code: str) -> str:
    """A code as people read it: `K7R-M4X-TPQ`."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read_code(typed: str, characters: int = CHARACTERS) -> str | None:
    """The code in what was typed: case, spaces, dots and hyphens do not count. None: no code."""
    letters = "".join(character for character in typed if character.isalnum()).upper()
    code = letters.translate(LOOKALIKES)
    return code if len(code) == characters and set(code) <= set(ALPHABET) else None
