"""A pack sealed: its files, the manifest that lists them, the signature of the manifest."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.adapters.packs import archive
from bot.adapters.packs.about import SCHEMA, About, read_about, schema_words
from bot.adapters.packs.file_names import ABOUT, MANIFEST, SIGNATURE
from bot.adapters.packs.keys import OwnKey, PublicKey
from bot.adapters.packs.refusal import RefusedPack

FORMAT = "declic-pack"
FORGED = "La signature ne correspond pas : cette mallette a été changée. Ne l’utilisez pas."
UNLIKE = "Le contenu ne correspond pas au manifeste. Ne l’utilisez pas."


@dataclass(frozen=True)
class SealedPack:
    """A pack whose signature and files were checked; what they hold is not read yet.

    files: without manifest and signature. content_hash: SHA-256 of the archive.
    """

    about: About
    files: Mapping[str, bytes]
    signer: PublicKey
    content: bytes
    content_hash: str

    @property
    def file_name(self) -> str:
        return f"{self.about.pack_id}-{self.about.version}.declic"


def seal(files: Mapping[str, bytes], key: OwnKey) -> SealedPack:
    """Makes the pack of these files: same files and same key, same bytes. RefusedPack."""
    about = about_of(files)
    manifest = _manifest(files, about, key.public)
    signature = base64.b64encode(key.sign(manifest)) + b"\n"
    return opened(archive.write({**files, MANIFEST: manifest, SIGNATURE: signature}))


def opened(content: bytes) -> SealedPack:
    """The pack of an archive. RefusedPack: not whole, changed, or of another version of Déclic.

    That the signer is known is the caller's affair.
    """
    files = archive.read(content)
    manifest, signature = files.pop(MANIFEST, None), files.pop(SIGNATURE, None)
    if manifest is None or signature is None:
        raise RefusedPack("Cette mallette n’est pas signée. Demandez-en une signée.")
    signer = _signer(manifest)
    if not signer.has_signed(manifest, _decoded(signature)):
        raise RefusedPack(FORGED)
    about = about_of(files)
    if manifest != _manifest(files, about, signer):
        raise RefusedPack(UNLIKE)
    return SealedPack(about, files, signer, content, hashlib.sha256(content).hexdigest())


def about_of(files: Mapping[str, bytes]) -> About:
    """What pack.yml says. RefusedPack with all that is wrong in it."""
    if ABOUT not in files:
        raise RefusedPack(f"{ABOUT} manque. Ajoutez-le : docs/mallettes.md dit ce qu’il contient.")
    about, problems = read_about(files[ABOUT])
    if about is None or problems:
        raise RefusedPack(str(problem) for problem in problems)
    return about


def _manifest(files: Mapping[str, bytes], about: About, signer: PublicKey) -> bytes:
    listed = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for name, content in files.items()
    }
    document = {
        "format": FORMAT,
        "schema": SCHEMA,
        "id": about.pack_id,
        "version": about.version,
        "key": signer.text,
        "files": listed,
    }
    return json.dumps(document, indent=1, sort_keys=True).encode() + b"\n"


def _signer(manifest: bytes) -> PublicKey:
    """Who says to have signed. The version comes first: another one may be written otherwise."""
    try:
        document = json.loads(manifest)
        schema, key = document["schema"], document["key"]
        if document["format"] != FORMAT or type(schema) is not int:
            raise RefusedPack(archive.BROKEN)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise RefusedPack(archive.BROKEN) from error
    if schema != SCHEMA:
        words = schema_words(schema)
        raise RefusedPack(f"{words[0].upper()}{words[1:]}.")
    return PublicKey.of_text(str(key))


def _decoded(signature: bytes) -> bytes:
    try:
        return base64.b64decode(signature.strip(), validate=True)
    except ValueError:
        return b""
