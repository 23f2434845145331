"""Takes territory packs in, tells what they would change, lets them go again.

A pack comes whole or not at all: everything is read and judged first, then one transaction puts the
archive and the catalogue that follows in the database.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import Engine

from bot.adapters import catalogue_files, offer_files
from bot.adapters.catalogue_files import NOTHING_ELSE, CataloguePart
from bot.adapters.packs import installed
from bot.adapters.packs.about import About
from bot.adapters.packs.conflicts import Bringing, conflicts
from bot.adapters.packs.contents import Around, PackContents, StoryCheck, read_contents
from bot.adapters.packs.keys import PublicKey
from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.packs.replacing import refuse_signer, refuse_version
from bot.adapters.packs.sealed import SealedPack, opened
from bot.adapters.published_offers import OffersInUse
from bot.adapters.sql import catalogue_store, pack_store
from bot.adapters.sql.catalogue_store import PackChange
from bot.adapters.sql.pack_store import Edition, PackKeys, StoredPack, TrustedKey
from bot.adapters.sql.transactions import alone, snapshot
from bot.orientation.catalogue import Catalogue
from bot.orientation.offer import Offer
from bot.services.pack_differences import PackDifferences, Side, pack_differences

HERE = "cette installation"
MEANWHILE = "Une autre mallette vient de changer. Rien n’a été fait : recommencez."


@dataclass(frozen=True)
class Installed:
    """A pack that is there. about: None when this Déclic can no longer read it."""

    stored: StoredPack
    about: About | None
    signer: PublicKey | None


@dataclass(frozen=True)
class Arrival:
    """A pack that was read and could come. former: the version that is there, None: none.

    known_as: the name under which its signer is trusted, None: the signer is unknown. among: the
    packs that there were.
    """

    sealed: SealedPack
    contents: PackContents
    former: StoredPack | None
    known_as: str | None
    among: Edition

    @property
    def is_there(self) -> bool:
        """This very archive is installed: nothing would change."""
        return self.former is not None and self.former.content_hash == self.sealed.content_hash


@dataclass(frozen=True)
class Preview:
    """What an arrival, or a removal, would change; left_out: reason -> how many facts."""

    differences: PackDifferences
    left_out: Mapping[str, int]
    kept_offers: tuple[str, ...] = ()


class PackDesk:
    """The packs of a database. bundled, bundled_offers: folders of the project. offers: those in
    use, looked at at once. own_key: that of this installation, None: it has none."""

    def __init__(
        self,
        engine: Engine,
        bundled: Path,
        bundled_offers: Path,
        offers: Callable[[], OffersInUse],
        story_check: StoryCheck,
        own_key: Callable[[], PublicKey | None] = lambda: None,
    ) -> None:
        self._engine = engine
        self._bundled = bundled
        self._bundled_offers = bundled_offers
        self._offers = offers
        self._story_check = story_check
        self._own_key = own_key
        self.keys = PackKeys(engine)

    def installed(self) -> tuple[Installed, ...]:
        """By id."""
        return tuple(_installed(one) for one in self._stored())

    def one(self, pack_id: str) -> Installed | None:
        return next((one for one in self.installed() if one.stored.pack_id == pack_id), None)

    def holding(self, kind: str) -> tuple[Installed, ...]:
        """The packs that bring files of a kind: pictures, game, …"""
        return tuple(_installed(one) for one in self._stored() if _holds(one, kind))

    def uses(self) -> Mapping[str, str]:
        """Kind -> the pack whose pictures or game are used."""
        with snapshot(self._engine) as connection:
            return pack_store.uses(connection)

    def read(self, content: bytes) -> Arrival:
        """The pack of an archive, judged whole. RefusedPack with every reason."""
        sealed = opened(content)
        packs = self._stored()
        former = next((one for one in packs if one.pack_id == sealed.about.pack_id), None)
        bundled = catalogue_files.read(self._bundled)
        around = Around(bundled, frozenset(self._offers().by_id), self._story_check)
        contents = read_contents(sealed.about, sealed.files, around)
        if former is not None:
            refuse_signer(sealed, former, self._known_as)
            refuse_version(sealed, former)
        others = (one for one in packs if one.pack_id != sealed.about.pack_id)
        found = [
            reason
            for other in others
            for reason in conflicts(_bringing(contents), _brought_by(other, bundled))
        ]
        if found:
            raise RefusedPack(found)
        among = tuple((one.pack_id, one.content_hash) for one in packs)
        return Arrival(sealed, contents, former, self._known_as(sealed.signer), among)

    def preview(self, arrival: Arrival) -> Preview:
        """What it would change here."""
        change = PackChange(comes=_row(arrival.sealed, "", datetime.min))
        offers = {key: one.offer for key, one in arrival.contents.offers.items()}
        return self._preview(change, arrival.former, arrival.sealed.files, offers)

    def preview_removal(self, pack_id: str) -> Preview:
        """What would change without it. LookupError: it is not there."""
        return self._preview(PackChange(goes=pack_id), self._one_stored(pack_id), {}, {})

    def install(self, arrival: Arrival, by: str, at: datetime, accepted: str | None = None) -> bool:
        """Takes a pack in; False: this very archive was there. by: who decides, in words.

        accepted: fingerprint of an unknown signer whom somebody chose to believe. RefusedPack:
        nobody did, or packs changed meanwhile; sqlalchemy's errors when the database fails.
        """
        if arrival.is_there:
            return False
        signer = arrival.sealed.signer
        if self._known_as(signer) is None and accepted != signer.fingerprint:
            raise RefusedPack(unknown_signer(signer))
        self._update(PackChange(comes=_row(arrival.sealed, by, at), among=arrival.among))
        return True

    def remove(self, pack_id: str) -> tuple[str, ...]:
        """Lets a pack go with all it brought; ids of its offers that editors changed, which stay.

        LookupError: it is not there.
        """
        pack = self._one_stored(pack_id)
        kept = self._kept(installed.offer_files_of(pack))
        self._update(PackChange(goes=pack_id))
        return kept

    def use(self, kind: str, pack_id: str | None) -> None:
        """Whose pictures or game are used from the next start on; None: Déclic's.

        RefusedPack: the pack has none. LookupError: it is not there.
        """
        if pack_id is not None:
            if not _holds(self._one_stored(pack_id), kind):
                raise RefusedPack("Cette mallette n’en contient pas. Choisissez-en une autre.")
        with alone(self._engine) as connection:
            pack_store.use(connection, kind, pack_id)

    def _update(self, change: PackChange) -> None:
        try:
            catalogue_store.update(self._engine, self._bundled, {}, packs=change)
        except catalogue_store.PacksChanged as error:
            raise RefusedPack(MEANWHILE) from error

    def _stored(self) -> tuple[StoredPack, ...]:
        with snapshot(self._engine) as connection:
            return pack_store.stored(connection)

    def _one_stored(self, pack_id: str) -> StoredPack:
        found = next((one for one in self._stored() if one.pack_id == pack_id), None)
        if found is None:
            raise LookupError(pack_id)
        return found

    def _known_as(self, signer: PublicKey) -> str | None:
        if signer == self._own_key():
            return HERE
        trusted: dict[str, TrustedKey] = {one.fingerprint: one for one in self.keys.all()}
        found = trusted.get(signer.fingerprint)
        return found.name if found else None

    def _kept(self, offer_ids: Iterable[str]) -> tuple[str, ...]:
        by_id = self._offers().by_id
        return tuple(one for one in sorted(offer_ids) if one in by_id and by_id[one].history)

    def _preview(
        self,
        change: PackChange,
        former: StoredPack | None,
        files: Mapping[str, bytes],
        offers: Mapping[str, Offer],
    ) -> Preview:
        """files, offers: those of the pack once it is changed."""
        there = installed.sealed(former) if former else None
        brought = installed.offer_files_of(former) if former else {}
        touched = {*brought, *offers}
        in_use = {one: self._offers().by_id[one].offer for one in touched & {*self._offers().by_id}}
        again = self._below(brought.keys() - offers.keys())
        planned = catalogue_store.planned(self._engine, self._bundled, change.done_to)
        before = Side(catalogue_store.load(self._engine), in_use, there.files if there else {})
        after = Side(planned.catalogue, {**again, **offers}, files)
        kept = self._kept(touched)
        left_out = {reason: count for reason, count in planned.left_out.items() if count}
        return Preview(pack_differences(before, after, kept), left_out, kept)

    def _below(self, offer_ids: Collection[str]) -> dict[str, Offer]:
        """The project's own offers under these ids, which come into use again."""
        found = {}
        for offer_id in offer_ids:
            path = self._bundled_offers / f"{offer_id}.yml"
            if path.is_file():
                offer, _ = offer_files.read_one(path, path.read_bytes())
                if offer is not None:
                    found[offer_id] = offer
        return found


def unknown_signer(signer: PublicKey) -> str:
    """What to do about a pack whose signer is not known here."""
    return (
        f"Cette mallette est signée par une clé inconnue ici : {signer.fingerprint}. "
        "Comparez ces signes avec la région qui l’a faite, par téléphone par exemple."
    )


def _holds(pack: StoredPack, kind: str) -> bool:
    found = installed.sealed(pack)
    return found is not None and any(name.startswith(f"{kind}/") for name in found.files)


def _installed(stored: StoredPack) -> Installed:
    found = installed.sealed(stored)
    return Installed(stored, found.about if found else None, found.signer if found else None)


def _row(sealed: SealedPack, by: str, at: datetime) -> StoredPack:
    about = sealed.about
    return StoredPack(about.pack_id, about.version, sealed.content, sealed.content_hash, by, at)


def _bringing(contents: PackContents) -> Bringing:
    offers = {offer_id: one.content for offer_id, one in contents.offers.items()}
    return Bringing(contents.about.title, contents.part, offers)


def _brought_by(pack: StoredPack, bundled: Catalogue) -> Bringing:
    found = installed.sealed(pack)
    part = installed.catalogue_part(pack, bundled) or CataloguePart(NOTHING_ELSE, {})
    title = found.about.title if found else pack.pack_id
    return Bringing(title, part, installed.offer_files_of(pack))
