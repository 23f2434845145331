"""The desk of territory packs, which knows what a story must be; and the pack of what is known
here."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import Engine

from bot import wiring
from bot.adapters import catalogue_files
from bot.adapters.pack_desk import PackDesk
from bot.adapters.packs.contents import Around, read_contents
from bot.adapters.packs.export import Installation, Label, region_files
from bot.adapters.packs.installed import sealed
from bot.adapters.packs.keys import NO_KEY, OwnKey, PublicKey
from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.packs.sealed import SealedPack, about_of, seal
from bot.adapters.published_offers import PublishedOffers
from bot.adapters.sql import catalogue_store
from bot.adapters.sql.offer_changes import OfferChanges
from bot.adapters.sql.pack_offers import SqlPackOffers
from bot.adapters.sql.pack_store import StoredPack
from bot.adapters.yaml_records import Problem
from bot.orientation.administrative_areas import REGIONS
from bot.replay.library import BUNDLED
from bot.replay.own_texts import OwnTexts
from bot.replay.reading import read_stories, story_files
from bot.settings import ROOT, Settings

CATALOGUE = ROOT / "data" / "catalogue"


def pack_desk(engine: Engine, settings: Settings) -> PackDesk:
    """That of a database; the key of this installation is known to it."""
    published = _published(engine)
    return PackDesk(
        engine,
        CATALOGUE,
        wiring.offers_folder(),
        lambda: published.in_use(at_once=True),
        story_problems,
        KeyFolder(settings.var).own,
    )


def bundled_around() -> Around:
    """What a pack is judged beside where there is no database: what comes with Déclic."""
    return Around.of_folders(CATALOGUE, wiring.offers_folder(), story_problems)


def story_problems(folder: Path) -> list[Problem]:
    """What is wrong in the stories of a pack, and names that those of Déclic bear: two stories of
    one name are one conversation."""
    _, problems = read_stories([folder])
    ours = {path.stem for path in story_files([BUNDLED])}
    reason = "une histoire de Déclic porte déjà ce nom ; ajoutez le nom de votre région"
    taken = [path for path in story_files([folder]) if path.stem in ours]
    return [*problems, *(Problem(path, None, "", reason) for path in taken)]


@dataclass(frozen=True)
class Asked:
    """What somebody asks for. region: INSEE code. pack_id, title None: the name of the region.

    stories, protocols: names of those written here that go with it; without them, none does.
    """

    region: str
    version: str
    made_by: str
    pack_id: str | None = None
    title: str | None = None
    stories: Collection[str] = ()
    protocols: Collection[str] = ()


@dataclass(frozen=True)
class KeyFolder:
    """Where the key of this installation is."""

    var: Path

    def own(self) -> PublicKey | None:
        found = OwnKey.in_folder(self.var)
        return found.public if found else None

    def make(self) -> PublicKey:
        return OwnKey.made_in(self.var).public


def region_pack(
    engine: Engine, settings: Settings, asked: Asked, today: datetime.date
) -> SealedPack:
    """The signed pack of a region of this installation. RefusedPack: no key, nothing known of it,
    something chosen that is not here, or that packs may not hold, such as a telephone number."""
    key = OwnKey.in_folder(settings.var)
    if key is None:
        raise RefusedPack(NO_KEY)
    label = Label(
        asked.region, asked.version, asked.made_by, today, title=asked.title, pack_id=asked.pack_id
    )
    files = region_files(_installation(engine, settings, asked), label)
    offer_ids = frozenset(_published(engine).in_use().by_id)
    around = Around(catalogue_files.read(CATALOGUE), offer_ids, story_problems)
    read_contents(about_of(files), files, around)
    return seal(files, key)


def known_regions(engine: Engine) -> list[str]:
    """Codes of the regions whose basins are known here, by name."""
    try:
        codes = {basin.region for basin in catalogue_store.load(engine).basins}
    except catalogue_store.CatalogueMissing:
        return []
    return sorted(codes & REGIONS.keys(), key=lambda code: REGIONS[code].name)


def _of_region(region: str) -> Callable[[Sequence[StoredPack]], Sequence[StoredPack]]:
    """The packs of a region among all: what others brought is theirs to give."""

    def chosen(packs: Sequence[StoredPack]) -> Sequence[StoredPack]:
        found = ((pack, sealed(pack)) for pack in packs)
        return [pack for pack, one in found if one and one.about.region == region]

    return chosen


def _installation(engine: Engine, settings: Settings, asked: Asked) -> Installation:
    in_use = _published(engine).in_use().by_id
    folders = {}
    deck, game = wiring.pictures_folder(), wiring.game_file()
    if deck != wiring.PICTURES:
        folders["pictures"] = deck
    if game != wiring.STORY:
        folders["game"] = game.parent
    return Installation(
        catalogue_store.planned(engine, CATALOGUE, _of_region(asked.region)).catalogue,
        catalogue_files.read(CATALOGUE),
        {one: (found.offer.zone, found.content) for one, found in in_use.items()},
        folders,
        OwnTexts(settings).chosen(asked.stories, asked.protocols, asked.made_by),
    )


def _published(engine: Engine) -> PublishedOffers:
    changes = OfferChanges(engine)
    return PublishedOffers(wiring.offers_folder(), changes, packs=SqlPackOffers(engine))
