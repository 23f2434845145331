"""A process that runs takes another catalogue once the database has it, and lets go the former."""

from __future__ import annotations

import gc
import weakref

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.sql import catalogue_store, migrate
from bot.catalogue_in_use import CatalogueInUse
from bot.replay.packs import CATALOGUE
from bot.settings import Settings
from tests import pack_source
from tests.integration.test_packs import desk, install


def in_use(engine: Engine) -> CatalogueInUse:
    migrate.upgrade(engine)
    catalogue_store.fill(engine, CATALOGUE)
    url = engine.url.render_as_string(hide_password=False)
    settings = Settings.from_environment({"DECLIC_DATABASE_URL": url})
    return CatalogueInUse(lambda: settings)


def test_a_pack_that_comes_and_goes_is_followed_and_nothing_else_is_loaded(engine: Engine) -> None:
    kept = in_use(engine)
    assert not kept.look(engine), "nobody asked for it yet"
    before = kept.understanding()
    assert before.catalogue is kept.catalogue() and not kept.look(engine)
    install(engine, pack_source.pack())
    assert kept.understanding() is before
    assert kept.look(engine) and not kept.look(engine)
    assert kept.catalogue().commune_by_code["29019"].name == "Brest"
    assert kept.understanding().catalogue is kept.catalogue()
    former = weakref.ref(before.catalogue)
    del before
    gc.collect()
    assert former() is None
    desk(engine).remove("petite-bretagne")
    assert kept.look(engine) and "29019" not in kept.catalogue().commune_by_code
    assert kept.catalogue() == catalogue_store.load(engine)


def test_an_empty_or_absent_catalogue_leaves_the_former_in_use(engine: Engine) -> None:
    kept = in_use(engine)
    former = kept.catalogue()
    with engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM catalogue_fills"))
    with pytest.raises(catalogue_store.CatalogueMissing):
        kept.look(engine)
    assert kept.catalogue() is former
