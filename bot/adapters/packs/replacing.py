"""Which pack may take the place of the one of its name that is there: a newer one of the same
people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.adapters.packs import installed
from bot.adapters.packs.about import version_key
from bot.adapters.packs.keys import PublicKey
from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.packs.sealed import SealedPack

if TYPE_CHECKING:
    from bot.adapters.sql.pack_store import StoredPack

KnownAs = Callable[[PublicKey], str | None]


def refuse_signer(sealed: SealedPack, former: StoredPack, known_as: KnownAs) -> None:
    """RefusedPack: the one that is there is of somebody else, or can no longer be read. Trust in
    the new signer does not help: who reads the name would believe that it is of the same people."""
    there = installed.sealed(former)
    if there is not None and there.signer == sealed.signer:
        return
    is_there = _whose("Elle", there.signer, known_as) if there else "Elle n’est plus lisible ici."
    raise RefusedPack(
        f"Une mallette « {former.pack_id} » est déjà là. {is_there} "
        f"{_whose('La nouvelle', sealed.signer, known_as)} "
        "Demandez à l’autre région pourquoi la clé n’est plus la même. "
        "Pour prendre la nouvelle, retirez d’abord celle qui est là."
    )


def refuse_version(sealed: SealedPack, former: StoredPack) -> None:
    """RefusedPack: the one that is there is newer, or of this version with another content."""
    if former.content_hash == sealed.content_hash:
        return
    version = sealed.about.version
    if version == former.version:
        raise RefusedPack(
            f"La version {version} est déjà là, avec un autre contenu. "
            "Demandez une mallette avec un nouveau numéro."
        )
    if version_key(version) < version_key(former.version):
        raise RefusedPack(
            f"Une version plus récente est déjà là ({former.version}). "
            "Pour revenir à l’ancienne, retirez d’abord la mallette."
        )


def _whose(pack: str, signer: PublicKey, known_as: KnownAs) -> str:
    """A sentence."""
    name = known_as(signer) or "une clé inconnue ici"
    return f"{pack} est signée par {name} ({signer.fingerprint})."
