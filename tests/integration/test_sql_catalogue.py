from __future__ import annotations

import gc
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.engine import Engine

from bot.adapters import catalogue_files
from bot.adapters.catalogue_rows import BrokenCatalogue
from bot.adapters.sql import catalogue_store, catalogue_tables, migrate, sessions
from bot.adapters.sql.catalogue_store import CatalogueMissing
from bot.adapters.sql.engine import metadata
from bot.adapters.sql.transactions import alone
from bot.settings import ROOT

BUNDLED = ROOT / "data" / "catalogue"
PROCESSES = 4


@pytest.fixture
def filled(engine: Engine, small_catalogue: Path) -> Engine:
    migrate.upgrade(engine)
    catalogue_store.fill(engine, small_catalogue)
    return engine


@pytest.fixture
def folder(small_catalogue: Path, tmp_path: Path) -> Path:
    """A copy of the small catalogue that a test may change."""
    return Path(shutil.copytree(small_catalogue, tmp_path / "copy"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_loaded_is_what_the_bundled_files_say(engine: Engine) -> None:
    migrate.upgrade(engine)
    catalogue_store.fill(engine, BUNDLED)
    assert catalogue_store.load(engine) == catalogue_files.read(BUNDLED)


def test_what_many_rows_have_is_kept_once_in_memory(engine: Engine) -> None:
    migrate.upgrade(engine)
    catalogue_store.fill(engine, BUNDLED)
    catalogue = catalogue_store.load(engine)
    for values in (
        [commune.basin_code for commune in catalogue.communes],
        [commune.postcodes for commune in catalogue.communes],
        [row.fap_code for row in catalogue.demand],
        [row.year for row in catalogue.demand],
    ):
        assert len({id(value) for value in values}) == len(set(values)) < len(values)


@pytest.mark.parametrize("is_on", [True, False])
def test_loading_leaves_the_search_for_cycles_as_it_was(filled: Engine, is_on: bool) -> None:
    try:
        gc.enable() if is_on else gc.disable()
        catalogue_store.load(filled)
        assert gc.isenabled() is is_on
        with filled.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE catalogue_communes RENAME TO away")
        with pytest.raises(sa.exc.DBAPIError):
            catalogue_store.load(filled)
        assert gc.isenabled() is is_on
    finally:
        gc.enable()


def test_the_same_content_is_filled_once(filled: Engine, folder: Path) -> None:
    assert catalogue_store.fill(filled, folder) is False


def test_other_content_replaces_all_of_the_former(filled: Engine, folder: Path) -> None:
    change(folder, "basins.csv", "Nord-Est Isère", "Nord-Isère")
    assert catalogue_store.fill(filled, folder) is True
    assert catalogue_store.load(filled) == catalogue_files.read(folder)
    assert catalogue_store.load(filled).basin_by_code["8414"].name == "Nord-Isère"


def test_a_broken_file_changes_nothing(filled: Engine, folder: Path) -> None:
    before = catalogue_store.load(filled)
    change(folder, "demand.csv", "2025", "deux mille")
    with pytest.raises(BrokenCatalogue):
        catalogue_store.fill(filled, folder)
    assert catalogue_store.load(filled) == before


def test_a_fill_that_dies_half_way_changes_nothing(filled: Engine, folder: Path) -> None:
    before = catalogue_store.load(filled)
    change(folder, "communes.csv", "Bourgoin-Jallieu", "Bourgoin")
    if filled.dialect.name == "sqlite":
        block = (
            "CREATE TRIGGER refuse BEFORE INSERT ON catalogue_editions "
            "BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    else:
        block = "ALTER TABLE catalogue_editions ADD CONSTRAINT refuse CHECK (name = '') NOT VALID"
    with filled.begin() as connection:
        connection.exec_driver_sql(block)
    with pytest.raises(sa.exc.IntegrityError):
        catalogue_store.fill(filled, folder)
    assert catalogue_store.load(filled) == before


def test_an_empty_database_says_what_to_do(engine: Engine) -> None:
    with pytest.raises(CatalogueMissing, match="declic data fill"):
        catalogue_store.load(engine)
    migrate.upgrade(engine)
    with pytest.raises(CatalogueMissing, match="declic data fill"):
        catalogue_store.load(engine)


def test_a_reader_sees_the_former_catalogue_until_the_new_one_is_whole(
    filled: Engine, folder: Path
) -> None:
    change(folder, "basins.csv", "Nord-Est Isère", "Nord-Isère")
    with filled.connect() as reader:
        names = sa.select(catalogue_tables.basins.c.name).where(
            catalogue_tables.basins.c.basin_code == "8414"
        )
        assert reader.execute(names).scalar_one() == "Nord-Est Isère"
        reader.rollback()
        catalogue_store.fill(filled, folder)
        assert reader.execute(names).scalar_one() == "Nord-Isère"


def test_the_migrations_make_the_tables_that_the_code_describes(engine: Engine) -> None:
    assert sessions.sessions.metadata is metadata
    migrate.upgrade(engine)
    # SQLite keeps the counters of its numbered rows in a table of its own.
    ours = {"include_name": lambda name, kind, parents: name != "sqlite_sequence"}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=ours)
        differences = compare_metadata(context, metadata)
    assert differences == []


def test_migrating_twice_is_harmless(filled: Engine) -> None:
    migrate.upgrade(filled)
    assert catalogue_store.load(filled).jobs


START = """
import sys
from pathlib import Path
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.engine import connect
engine = connect(sys.argv[1])
sys.stdin.readline()
migrate.upgrade(engine)
changed = catalogue_store.fill(engine, Path(sys.argv[2]))
print(changed, len(catalogue_store.load(engine).jobs))
"""


def test_processes_that_start_at_once_migrate_and_fill_once(
    database_url: str, folder: Path
) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-c", START, database_url, str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(PROCESSES)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=120) for process in started]
    assert [err for _, err in answers] == [""] * PROCESSES
    assert sorted(out.strip() for out, _ in answers) == ["False 4"] * (PROCESSES - 1) + ["True 4"]


def test_a_reader_does_not_wait_for_a_writer(filled: Engine) -> None:
    with alone(filled):
        assert catalogue_store.load(filled).jobs
