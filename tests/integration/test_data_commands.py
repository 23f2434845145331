from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.adapters import catalogue_files
from bot.cli import main
from bot.settings import ROOT
from tests import reference_excerpt

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
    assert "manque : chiffres masqués par la source, dits inconnus (1)" in run("status").output


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
    assert len(catalogue_files.read(folder).jobs) == 4
    assert run("fill", "--folder", str(folder)).exit_code == 0


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
    assert "ligne 2 : « Q » n'est pas un code pour « major »" in result.output
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
