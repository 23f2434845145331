"""The desk of territory packs, which knows what a story must be."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import Engine

from bot import wiring
from bot.adapters.pack_desk import PackDesk
from bot.adapters.packs.contents import Around
from bot.adapters.yaml_records import Problem
from bot.replay.library import BUNDLED
from bot.replay.reading import read_stories, story_files
from bot.settings import ROOT

CATALOGUE = ROOT / "data" / "catalogue"


def pack_desk(engine: Engine) -> PackDesk:
    """That of the database of this process."""
    published = wiring.published_offers()
    return PackDesk(
        engine,
        CATALOGUE,
        wiring.offers_folder(),
        lambda: published.in_use(at_once=True),
        story_problems,
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
