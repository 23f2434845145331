"""The facts of a run are a copy: bundled, of this installation, kept under a name, an edition."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot import wiring
from bot.adapters.official_import import Wanted, import_files
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.engine import connect
from bot.adapters.sql.offer_changes import OfferChanges
from bot.adapters.sql.personal_tables import PERSONAL
from bot.adapters.sql.session_tables import sessions
from bot.replay.runs import facts
from bot.replay.runs.data import CATALOGUE, prepare_data, read_offers
from bot.replay.runs.facts import WrongData
from bot.replay.runs.snapshots import Snapshots
from bot.replay.runs.spec import DEMAND, HERE, JOB, OFFER, DataChoice, FactChange
from bot.services.editing.changes import Signature, mark_of
from bot.settings import ROOT, Settings
from tests.integration.test_data_compare import BMO, NOW

DAY = datetime.date(2026, 11, 27)
BUNDLED_OFFERS = read_offers(ROOT / "data" / "offers")
GONE = "K1304"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An installation with a person's conversation, one job less and a published offer."""
    settings = Settings.from_environment({"DECLIC_VAR": str(tmp_path_factory.mktemp("here"))})
    engine = connect(settings.database_url)
    migrate.upgrade(engine)
    catalogue_store.fill(engine, CATALOGUE)
    left = facts.changed(catalogue_store.load(engine), FactChange(JOB, GONE, "removed", True))
    catalogue_store.put(engine, left, "0" * 64)
    now = datetime.datetime(2026, 11, 27)
    with engine.begin() as connection:
        row = {"conversation_id": "a" * 32, "created_at": now, "seen_at": now, "is_shared": False}
        connection.execute(sessions.insert().values(row))
    before = BUNDLED_OFFERS["acre"]
    content = before.replace("provider: Urssaf", "provider: Essai")
    signature = Signature("x", "Zoé", "Ici", now, "essai")
    OfferChanges(engine).publish("acre", 0, content, before, mark_of(before), signature)
    engine.dispose()
    return settings


def jobs_of(settings: Settings) -> frozenset[str]:
    return frozenset(wiring.load_catalogue(settings).job_by_code)


def test_bundled_facts_are_those_of_the_files(here: Settings, tmp_path: Path) -> None:
    made = prepare_data(DataChoice(), here, tmp_path)
    assert made.var == tmp_path and made.models == here.models
    assert GONE in jobs_of(made) and read_offers(made.offers) == BUNDLED_OFFERS


def test_the_facts_of_here_are_copied_and_nothing_of_anybody(
    here: Settings, tmp_path: Path
) -> None:
    made = prepare_data(DataChoice(HERE), here, tmp_path)
    assert jobs_of(made) == jobs_of(here) and GONE not in jobs_of(made)
    assert wiring.offers_of(made).current().by_id["acre"].provider == "Essai"
    engine = connect(made.database_url)
    with engine.connect() as connection:
        for personal in PERSONAL:
            query = sa.select(sa.func.count()).select_from(personal.table)
            assert connection.execute(query).scalar_one() == 0
    engine.dispose()


def test_a_variant_changes_the_copy_and_not_the_house(here: Settings, tmp_path: Path) -> None:
    row = wiring.load_catalogue(here).demand[0]
    changes = (
        FactChange(DEMAND, f"{row.fap_code}/{row.basin_code}", "projects", None, row.projects),
        FactChange(OFFER, "acre", "status", "ended", "active"),
    )
    made = prepare_data(DataChoice(HERE, changes), here, tmp_path)
    assert wiring.load_catalogue(made).demand[0].projects is None
    assert wiring.offers_of(made).current().by_id["acre"].status == "ended"
    assert wiring.load_catalogue(here).demand[0] == row
    assert wiring.offers_of(here).current().by_id["acre"].status == "active"


def test_a_copy_kept_under_a_name_outlives_a_change_of_the_house(
    here: Settings, tmp_path: Path
) -> None:
    snapshots = Snapshots.of(here)
    kept = snapshots.keep("Avant l’import", DAY, here)
    assert [one.name for one in snapshots.all()] == ["Avant l’import"]
    with pytest.raises(WrongData, match="existe déjà"):
        snapshots.keep("avant l import", DAY, here)
    made = prepare_data(DataChoice(f"snapshot:{kept.slug}"), here, tmp_path)
    assert jobs_of(made) == jobs_of(here)
    snapshots.forget(kept.slug)
    with pytest.raises(WrongData, match="n’est plus là"):
        prepare_data(DataChoice(f"snapshot:{kept.slug}"), here, tmp_path / "again")


@pytest.mark.parametrize(
    ("base", "reason"),
    [
        pytest.param("snapshot:../../etc", "n’est plus là", id="a name that leads elsewhere"),
        pytest.param("edition:BMO:2019", "n’est pas importée", id="an edition that is not here"),
        pytest.param("edition:BMO:x", "n’est pas importée", id="an edition without a number"),
        pytest.param("ailleurs", "inconnues", id="another word"),
    ],
)
def test_facts_that_are_not_there_are_refused(
    here: Settings, tmp_path: Path, base: str, reason: str
) -> None:
    with pytest.raises(WrongData, match=reason):
        prepare_data(DataChoice(base), here, tmp_path)


def test_an_installation_without_a_database_says_so(tmp_path: Path) -> None:
    settings = Settings.from_environment({"DECLIC_VAR": str(tmp_path / "none")})
    with pytest.raises(WrongData, match="declic data fill"):
        prepare_data(DataChoice(HERE), settings, tmp_path / "run")
    assert not (tmp_path / "none").exists()


def test_an_older_edition_takes_the_place_of_the_newest(tmp_path: Path) -> None:
    settings = Settings.from_environment({"DECLIC_VAR": str(tmp_path / "here")})
    engine = connect(settings.database_url)
    migrate.upgrade(engine)
    files = []
    for year, text in BMO.items():
        files.append(tmp_path / f"bmo_{year}.csv")
        files[-1].write_text(text, encoding="utf-8")
    done = import_files(engine, files, CATALOGUE, NOW, Wanted(is_extract=True))
    assert done.is_complete
    engine.dispose()
    older, newest = sorted(int(year) for year in BMO)
    made = prepare_data(DataChoice(f"edition:BMO:{older}"), settings, tmp_path / "run")
    assert wiring.load_catalogue(made).hiring_year == older
    assert wiring.load_catalogue(settings).hiring_year == newest
