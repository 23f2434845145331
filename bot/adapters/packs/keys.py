"""The Ed25519 keys that sign packs: one of an installation, made once; those that it trusts.

The private key is a file that only its owner reads. A public key travels as a line of text; people
compare its fingerprint, in groups of four signs, over the telephone.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.whole_files import write_once

FILE = "pack-key"
PUBLIC = "declic-pack-key"
"""The word before a public key in its file."""
CONTEXT = b"declic pack 1\0"
"""Signed before the manifest: a signature made for something else is none of a pack."""
KEY_BYTES, SIGNATURE_BYTES = 32, 64
NO_KEY = "Il n’y a pas encore de clé ici. Lancez : declic pack key"
WRONG_KEY = "Ce fichier n’est pas une clé de mallette. Demandez celui de « declic pack key --to »."


@dataclass(frozen=True)
class PublicKey:
    """Who signs. `fingerprint`: 32 signs of a hash, in groups of four."""

    raw: bytes

    @classmethod
    def of_text(cls, text: str) -> PublicKey:
        """The key of a line `declic-pack-key <base64>`. RefusedPack: it is none."""
        words = text.split()
        try:
            raw = base64.b64decode(words[1], validate=True)
            if words[0] != PUBLIC or len(words) != 2 or len(raw) != KEY_BYTES:
                raise RefusedPack(WRONG_KEY)
        except (IndexError, ValueError) as error:
            raise RefusedPack(WRONG_KEY) from error
        return cls(raw)

    @property
    def text(self) -> str:
        return f"{PUBLIC} {base64.b64encode(self.raw).decode()}"

    @property
    def fingerprint(self) -> str:
        digest = hashlib.sha256(self.raw).hexdigest()[:32]
        return " ".join(digest[at : at + 4] for at in range(0, 32, 4))

    def has_signed(self, content: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, CONTEXT + content)
        except (InvalidSignature, ValueError):
            return False
        return True


class OwnKey:
    """The key of an installation: it signs."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @classmethod
    def in_folder(cls, folder: Path) -> OwnKey | None:
        """None: none was made yet. RefusedPack: its file is not a key."""
        path = folder / FILE
        if not path.is_file():
            return None
        try:
            raw = base64.b64decode(path.read_text(encoding="ascii").strip(), validate=True)
            return cls(Ed25519PrivateKey.from_private_bytes(raw))
        except ValueError as error:
            raise RefusedPack(f"{path} : ce fichier n’est plus une clé. Écartez-le.") from error

    @classmethod
    def made_in(cls, folder: Path) -> OwnKey:
        """The key of the folder, made when there is none; of two at once, the first one stays."""
        known = cls.in_folder(folder)
        if known is not None:
            return known
        folder.mkdir(parents=True, exist_ok=True)
        raw = Ed25519PrivateKey.generate().private_bytes(
            Encoding.Raw, PrivateFormat.Raw, NoEncryption()
        )
        write_once(folder / FILE, base64.b64encode(raw).decode())
        made = cls.in_folder(folder)
        assert made is not None
        return made

    @property
    def public(self) -> PublicKey:
        raw = self._key.public_key().public_bytes_raw()
        return PublicKey(raw)

    def sign(self, content: bytes) -> bytes:
        return self._key.sign(CONTEXT + content)
