"""The facts that a run is played over, as a database and a folder of offers of their own.

Only the catalogue and the offers are copied: no conversation, account or word of anybody.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.engine import Engine

from bot import wiring
from bot.adapters import catalogue_files
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.engine import connect, is_there
from bot.checks import make_private
from bot.orientation.catalogue import Catalogue
from bot.replay.json_values import as_plain
from bot.replay.runs import facts, offer_facts, snapshots
from bot.replay.runs.facts import WrongData
from bot.replay.runs.spec import BUNDLED, EDITION, HERE, OFFER, SNAPSHOT, DataChoice
from bot.settings import ROOT, Settings

CATALOGUE = ROOT / "data" / "catalogue"
OFFERS = "offers"


@dataclass(frozen=True)
class Facts:
    """What is played over. offers: offer_id -> text of its file. pictures: folder of the deck."""

    catalogue: Catalogue
    offers: Mapping[str, str]
    pictures: Path


def prepare_data(choice: DataChoice, settings: Settings, folder: Path) -> Settings:
    """Makes the database and the offers of a run in `folder`; gives the settings that use them.

    settings: those of this installation, whose database is only read. Raises WrongData,
    CannotStart, SQLAlchemyError.
    """
    chosen = with_changes(facts_of(choice.base, settings), choice)
    make_private(folder)
    there = replace(settings, var=folder, offers=folder / OFFERS, pictures=chosen.pictures)
    made = Settings.from_environment(environment(folder, there))
    engine = connect(made.database_url)
    try:
        migrate.upgrade(engine)
        catalogue_store.put(engine, chosen.catalogue, _mark(choice))
    finally:
        engine.dispose()
    write_offers(made.offers, chosen.offers)
    return made


def facts_of(base: str, settings: Settings) -> Facts:
    """The facts before any change. Raises WrongData."""
    if base == BUNDLED:
        return bundled()
    pictures = wiring.pictures_of(settings)
    if base.startswith(SNAPSHOT):
        kept = snapshots.Snapshots.of(settings).find(base.removeprefix(SNAPSHOT))
        return Facts(_loaded(kept.database_url), read_offers(kept.offers), pictures)
    if base == HERE:
        return Facts(_loaded(settings.database_url), offers_here(settings), pictures)
    if base.startswith(EDITION):
        catalogue = _with_edition(base.removeprefix(EDITION), settings)
        return Facts(catalogue, offers_here(settings), pictures)
    raise WrongData(f"Données « {base} » : inconnues. Choisissez-les dans la liste.")


def bundled() -> Facts:
    """The facts that come with Déclic."""
    catalogue = catalogue_files.read(CATALOGUE)
    return Facts(catalogue, read_offers(ROOT / "data" / OFFERS), wiring.PICTURES)


def with_changes(chosen: Facts, choice: DataChoice) -> Facts:
    """Raises WrongChange."""
    others = [change for change in choice.changes if change.kind != OFFER]
    catalogue = facts.with_changes(chosen.catalogue, others)
    offers = offer_facts.with_changes(chosen.offers, choice.changes)
    return replace(chosen, catalogue=catalogue, offers=offers)


def environment(folder: Path, settings: Settings) -> dict[str, str]:
    """The variables of a process with its state in `folder`: the offers, pictures and models of
    the settings, no key, and no other setting."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("DECLIC_")}
    return {
        **others,
        "DECLIC_VAR": str(folder),
        "DECLIC_MODELS": str(settings.models),
        "DECLIC_OFFERS": str(settings.offers),
        "DECLIC_PICTURES": str(settings.pictures),
    }


def installation(settings: Settings) -> dict[str, str]:
    """The variables of a process that reads what these settings lead to, and no live service."""
    return {
        **environment(settings.var, settings),
        "DECLIC_DATABASE_URL": settings.database_url,
        "DECLIC_STORIES": str(settings.stories),
    }


def offers_here(settings: Settings) -> dict[str, str]:
    """The offers in use in this installation, with what its editors have published."""
    found = wiring.offers_of(settings).in_use().by_id
    return {offer_id: one.content for offer_id, one in found.items()}


def read_offers(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yml"))}


def write_offers(folder: Path, offers: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for offer_id, content in offers.items():
        (folder / f"{offer_id}.yml").write_text(content, encoding="utf-8")


def catalogue_engine(database_url: str) -> Engine:
    """Raises WrongData when there is no database: opening it would make one."""
    if not is_there(database_url):
        raise WrongData("Cette installation n’a pas encore de données. Lancez : declic data fill")
    return connect(database_url)


def _loaded(database_url: str) -> Catalogue:
    engine = catalogue_engine(database_url)
    try:
        return catalogue_store.load(engine)
    except catalogue_store.CatalogueMissing as error:
        raise WrongData(str(error)) from error
    finally:
        engine.dispose()


def _with_edition(told: str, settings: Settings) -> Catalogue:
    data_set, _, number = told.partition(":")
    engine = catalogue_engine(settings.database_url)
    try:
        found = (
            catalogue_store.with_edition(engine, CATALOGUE, data_set, int(number))
            if number.isdecimal()
            else None
        )
    finally:
        engine.dispose()
    if found is None:
        raise WrongData(f"L’édition {number} de {data_set} n’est pas importée ici.")
    return found


def _mark(choice: DataChoice) -> str:
    """What stands for the hash of the files: that of none of them."""
    return hashlib.sha256(json.dumps(as_plain(choice)).encode()).hexdigest()
