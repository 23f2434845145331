"""What several processes build alike: catalogue, offers, pictures, story, live services."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from threading import Lock

from sqlalchemy.exc import SQLAlchemyError

from bot.adapters import game_files, pack_folders, picture_files
from bot.adapters.published_offers import NoChanges, PublishedOffers
from bot.adapters.sql import catalogue_store
from bot.adapters.sql.answer_cache import SqlAnswerCache
from bot.adapters.sql.engine import connect, is_there
from bot.adapters.sql.offer_changes import OfferChanges
from bot.adapters.sql.pack_offers import SqlPackOffers
from bot.adapters.sql.pack_store import GAME as PACK_GAME
from bot.adapters.sql.pack_store import PICTURES as PACK_PICTURES
from bot.adapters.sql.team_box import SqlTeamBox
from bot.catalogue_in_use import CatalogueInUse
from bot.orientation.catalogue import Catalogue
from bot.orientation.game import Story
from bot.orientation.pictures import Deck
from bot.orientation.profile import Profile
from bot.services.ports import Live, TeamBox
from bot.services.support_offers import SupportOffers
from bot.services.understanding import Understanding
from bot.settings import ROOT, Settings

logger = logging.getLogger(__name__)

EXAMPLE_PEOPLE, EXAMPLE_SEED = 300, 2026
PICTURES = ROOT / "data" / "pictures"
STORY = ROOT / "data" / "game" / "workshop.yml"


def load_catalogue(settings: Settings) -> Catalogue:
    """The catalogue in the database of the settings."""
    engine = connect(settings.database_url)
    try:
        return catalogue_store.load(engine)
    finally:
        engine.dispose()


_in_use = CatalogueInUse(Settings.from_environment)


def catalogue() -> Catalogue:
    """The catalogue of this process with its tables, loaded at the first use."""
    return _in_use.catalogue()


def understanding() -> Understanding:
    """The catalogue of this process and its indexes."""
    return _in_use.understanding()


def follow_catalogue() -> None:
    """From now on this process takes another catalogue as soon as the database holds it."""
    _in_use.follow()


def offers() -> SupportOffers:
    """The support offers in use: their folder, what packs bring, what editors have published."""
    return published_offers().current()


def offers_folder() -> Path:
    """Where the files of the support offers are."""
    return Settings.from_environment().offers


@lru_cache(maxsize=1)
def published_offers() -> PublishedOffers:
    """What this process knows of the offers. A database that is not there is not made for it."""
    return offers_of(Settings.from_environment())


def offers_of(settings: Settings) -> PublishedOffers:
    """The offers that these settings lead to, looked at anew."""
    url = settings.database_url
    if not is_there(url):
        return PublishedOffers(settings.offers, NoChanges())
    return PublishedOffers(settings.offers, OfferChanges.at(url), packs=SqlPackOffers.at(url))


def example_people() -> tuple[Profile, ...]:
    """Invented people, the same while the catalogue is, on whom an editor tries an offer."""
    # Here, since only an editor's page asks for the people of the measures.
    from bot.evaluation.people import people

    now = catalogue()
    if not _people or _people[0][0] is not now:
        invented = people(now, EXAMPLE_PEOPLE, EXAMPLE_SEED)
        _people[:] = [(now, tuple(one.profile for one in invented))]
    return _people[0][1]


_people: list[tuple[Catalogue, tuple[Profile, ...]]] = []


@lru_cache(maxsize=1)
def pictures_folder() -> Path:
    """Where the deck of this process is."""
    return pictures_of(Settings.from_environment())


def pictures_of(settings: Settings) -> Path:
    """Where the deck is: the folder of the settings, else that of the pack that was chosen for it,
    else the bundled one; this also when the former is wrong.

    A wrong folder is named in the log: it stops `declic pictures check`, not the chat.
    """
    chosen = settings.pictures
    if chosen == PICTURES:
        chosen = _of_pack(settings, PACK_PICTURES) or PICTURES
    if chosen != PICTURES and picture_files.read_all(chosen)[1]:
        logger.error("pictures_wrong folder=%s, see `declic pictures check`", chosen)
        return PICTURES
    return chosen


@lru_cache(maxsize=1)
def deck() -> Deck:
    """The pictures to choose from. Raises BrokenDeck when the bundled deck is wrong."""
    return picture_files.read(pictures_folder())


@lru_cache(maxsize=1)
def game_file() -> Path:
    """The story of the game: that of the pack that was chosen for it, else the bundled one; this
    also when the former is wrong, which the log says."""
    folder = _of_pack(Settings.from_environment(), PACK_GAME)
    chosen = next(folder.glob("*.yml"), STORY) if folder else STORY
    if chosen != STORY and game_files.read_all(chosen).problems:
        logger.error("game_wrong file=%s, see `declic game check`", chosen)
        return STORY
    return chosen


@lru_cache(maxsize=1)
def story() -> Story:
    """The story of the game. Raises BrokenStory when it cannot be played."""
    return game_files.read(game_file())


def _of_pack(settings: Settings, kind: str) -> Path | None:
    """The folder of the pack that was chosen for it; None: none, or the database is away."""
    try:
        return pack_folders.used_folder(settings, kind)
    except (SQLAlchemyError, OSError) as error:
        logger.warning("packs_unread error=%s", type(error).__name__)
        return None


# Of two first calls at once, both would build: rates and tokens are to be shared by all threads.
_building_live = Lock()


def live() -> Live:
    """The live services that the settings allow, built at the first use and kept."""
    with _building_live:
        return _live()


@lru_cache(maxsize=1)
def _live() -> Live:
    settings = Settings.from_environment()
    if not settings.live.is_any_on:
        return Live()
    # Here, since without keys nothing asks for the libraries of HTTP.
    from bot.adapters.live.build import build_live

    return build_live(settings.live, SqlAnswerCache.at(settings.database_url))


_team_boxes: list[TeamBox] = []


def use_team_box(box: TeamBox) -> None:
    """For a process whose conversations are not kept: what is told in them is not either."""
    _team_boxes[:] = [box]


def team_box() -> TeamBox:
    """Where what people tell the team is kept: the database of the settings."""
    return _team_boxes[0] if _team_boxes else _sql_team_box()


@lru_cache(maxsize=1)
def _sql_team_box() -> TeamBox:
    return SqlTeamBox.at(Settings.from_environment().database_url)
