from __future__ import annotations

import datetime
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result
from sqlalchemy.engine import Engine

from bot.adapters import catalogue_files, official_import
from bot.adapters.official_import import Wanted
from bot.adapters.sql import migrate
from bot.cli import main
from bot.settings import ROOT
from tests import reference_excerpt
from tests.integration.test_data_import import BMO_2026

Run = Callable[..., Result]


@pytest.fixture
def run(database_url: str) -> Run:
    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(
            main, ["data", *arguments], env={"DECLIC_DATABASE_URL": database_url}
        )

    return invoke


def test_status_of_an_empty_database_says_what_to_do(run: Run) -> None:
    result = run("status")
    assert result.exit_code == 1
    assert "declic data fill" in result.output


def test_fill_puts_the_bundled_catalogue_in_once(run: Run) -> None:
    assert "Le catalogue est chargé." in run("fill").output
    assert "déjà à jour" in run("fill").output
    result = run("status")
    assert result.exit_code == 0
    assert "BMO : France Travail, BMO, édition 2025, 6685 lignes" in result.output
    assert "livrée avec Déclic" in result.output
    assert "Éditions importées : aucune." in result.output


def test_status_tells_what_is_missing(run: Run, small_catalogue: Path) -> None:
    run("fill", "--folder", str(small_catalogue))
    told = run("status").output
    assert "manque : chiffres masqués par la source, dits inconnus (1)" in told
    assert "manque : métiers sans compétences connues : importez le ROME entier (2)" in told


def test_status_for_a_program(run: Run, small_catalogue: Path) -> None:
    run("fill", "--folder", str(small_catalogue))
    data_sets = json.loads(run("status", "--json").output)
    assert [one["name"] for one in data_sets] == ["BMO", "COG", "FAP", "ROME", "TENSION"]
    assert all(one["without_it"] for one in data_sets)
    assert all(one["edition"] and one["rows"] for one in data_sets[:4])
    assert (data_sets[4]["edition"], data_sets[4]["rows"]) == (None, 0)


def test_a_broken_file_gives_one_sentence_and_leaves_the_database(
    run: Run, small_catalogue: Path, tmp_path: Path
) -> None:
    run("fill", "--folder", str(small_catalogue))
    folder = Path(shutil.copytree(small_catalogue, tmp_path / "copy"))
    (folder / "basins.csv").write_text("basin_code,name,region\n8414,,84\n", encoding="utf-8")
    result = run("fill", "--folder", str(folder))
    assert result.exit_code == 1
    assert "basins.csv, ligne 2, colonne name" in result.output
    assert "Traceback" not in result.output
    assert run("status").exit_code == 0


def test_compile_writes_a_catalogue_that_can_be_filled(run: Run, tmp_path: Path) -> None:
    reference = reference_excerpt.write_reference(tmp_path / "reference")
    folder = reference_excerpt.write_notes(tmp_path / "catalogue")
    paths = ("--reference", str(reference), "--output", str(folder))
    result = run("compile", "--extract", *paths)
    assert result.exit_code == 0, result.output
    assert "jobs.csv : 4 lignes" in result.output
    assert "compétences de métiers, que ce ROME ne donne pas : 2" in result.output
    assert len(catalogue_files.read(folder).jobs) == 4
    assert run("fill", "--folder", str(folder)).exit_code == 0


PACK_NOTES = """rome_code,summary,everyday_titles
D1505,Au soleil vous tenez la caisse. On parle avec tout le monde.,caisse
F1703,Vous montez des murs. Le travail est physique.,maçon
"""


@pytest.fixture
def pack(tmp_path: Path) -> tuple[str, ...]:
    """Arguments of compile-pack: a bundled catalogue of Auvergne-Rhône-Alpes without F1703, and a
    pack whose notes have it, with other words for the bundled D1505."""
    reference = reference_excerpt.write_reference(tmp_path / "reference")
    bundled = reference_excerpt.write_notes(tmp_path / "bundled")
    notes = [
        line for line in (bundled / "notes.csv").read_text().splitlines() if "F1703" not in line
    ]
    (bundled / "notes.csv").write_text("\n".join(notes) + "\n")
    reference_excerpt.write_catalogue(reference, bundled)
    folder = tmp_path / "pack" / "catalogue"
    folder.mkdir(parents=True)
    (folder / "notes.csv").write_text(PACK_NOTES)
    paths = ("--reference", str(reference), "--bundled", str(bundled))
    return (str(folder.parent), *paths, "--extract")


def test_compile_pack_writes_what_the_bundled_catalogue_lacks(
    run: Run, pack: tuple[str, ...]
) -> None:
    result = run("compile-pack", *pack, "--region", "01")
    assert result.exit_code == 0, result.output
    made = {path.stem: path.read_text() for path in (Path(pack[0]) / "catalogue").iterdir()}
    kept = "basins communes demand editions jobs notes skills titles"
    assert sorted(made) == kept.split(), "families and domains are all known already"
    assert [line[:5] for line in made["jobs"].splitlines()[1:]] == ["F1703"]
    assert "97105" in made["communes"] and "38053" not in made["communes"]
    assert "118069" not in made["skills"], "a skill that the bundled catalogue has"
    assert made["notes"] == PACK_NOTES


def test_compile_pack_refuses_a_region_that_is_bundled(run: Run, pack: tuple[str, ...]) -> None:
    result = run("compile-pack", *pack, "--region", "84")
    assert result.exit_code == 1
    assert "La région 84 est déjà dans le catalogue livré" in result.output


def test_compile_names_the_data_set_that_is_missing(run: Run, tmp_path: Path) -> None:
    folder = reference_excerpt.write_notes(tmp_path / "catalogue")
    result = run("compile", "--reference", str(tmp_path), "--output", str(folder))
    assert result.exit_code == 1
    assert "Il manque BMO" in result.output


def test_compile_says_which_file_is_wrong(run: Run, tmp_path: Path) -> None:
    reference = reference_excerpt.write_reference(tmp_path / "reference")
    folder = reference_excerpt.write_notes(tmp_path / "catalogue")
    path = reference / "rome_v460" / "unix_referentiel_code_rome_riasec_v460_utf8.csv"
    path.write_text(path.read_text("utf-8").replace('"E"', '"Q"'), "utf-8")
    result = run("compile", "--extract", "--reference", str(reference), "--output", str(folder))
    assert result.exit_code == 1
    assert "ligne 2 : « Q » n'est pas un code pour « riasec_majeur »" in result.output
    assert "Il manque ROME" in result.output


def test_a_database_out_of_reach_gives_one_sentence() -> None:
    url = "postgresql://declic@127.0.0.1:1/declic"
    result = CliRunner().invoke(main, ["data", "status"], env={"DECLIC_DATABASE_URL": url})
    assert result.exit_code == 1
    assert "La base de données ne répond pas" in result.output
    assert "Traceback" not in result.output


REFERENCE = os.environ.get("DECLIC_REFERENCE")


@pytest.mark.skipif(not REFERENCE, reason="needs the reference files: set DECLIC_REFERENCE")
def test_the_committed_catalogue_is_what_the_reference_files_compile_to(tmp_path: Path) -> None:
    shutil.copy(ROOT / "data" / "catalogue" / "notes.csv", tmp_path)
    arguments = ["data", "compile", "--reference", str(REFERENCE), "--output", str(tmp_path)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    committed = ROOT / "data" / "catalogue"
    assert catalogue_files.content_hash(tmp_path) == catalogue_files.content_hash(committed)


def test_tables_of_an_older_declic_are_told_as_such(run: Run, engine: Engine) -> None:
    migrate.upgrade(engine, "0003")
    result = run("status")
    assert result.exit_code == 1
    assert "Lancez : declic data fill" in result.output
    assert run("fill").exit_code == 0
    assert run("status").exit_code == 0


def test_tables_of_a_newer_declic_are_told_as_such(run: Run, engine: Engine) -> None:
    run("fill")
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    for command in ("status", "fill"):
        result = run(command)
        assert result.exit_code == 1
        assert "Mettez Déclic à jour" in result.output


def test_status_tells_when_the_edition_in_use_was_imported(
    run: Run, engine: Engine, small_catalogue: Path, tmp_path: Path
) -> None:
    run("fill", "--folder", str(small_catalogue))
    for year, month in ((2026, 3), (2025, 9)):
        path = tmp_path / "bmo.csv"
        path.write_text(
            BMO_2026.replace("2026", str(year)).replace("BE26", f"BE{year % 100}"), "utf-8"
        )
        now = datetime.datetime(2026, month, 1)
        wanted = Wanted(is_extract=True)
        official_import.import_files(engine, [path], small_catalogue, now, wanted)
    told = run("status").output
    assert "édition 2026, 2 lignes\n  importée le 2026-03-01" in told
