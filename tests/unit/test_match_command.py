"""`declic match`: jobs for a profile file, and a clear sentence when something cannot be used."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commands.match import command
from bot.settings import ROOT

CATALOGUE = str(ROOT / "data" / "catalogue")
NADIA = {
    "insee_code": "38053",
    "statements": {"care": 1, "tidy": 0.5, "repair": -1, "sell": None},
    "past_jobs": [{"said": "caissière", "rome_code": "D1505"}],
    "has_licence_b": False,
    "vehicle": "none",
    "has_public_transport": True,
    "max_minutes": 30,
    "hours_refused": ["night"],
    "conditions_refused": [],
    "training_accepted": "short",
    "refusals": [{"rome_code": "D1507", "reason": "physical"}],
}


def match(folder: Path, given: object, *options: str) -> Result:
    path = folder / "profile.json"
    path.write_text(given if isinstance(given, str) else json.dumps(given), encoding="utf-8")
    return CliRunner().invoke(command, ["--profile", str(path), "--catalogue", CATALOGUE, *options])


def test_a_profile_gives_cards_with_reasons_figures_and_what_was_removed(tmp_path: Path) -> None:
    result = match(tmp_path, NADIA)
    assert result.exit_code == 0
    assert result.output.count("Source : France Travail, BMO 2025.") == 4
    assert "Déclic : " in result.output
    assert "J'ai mis de côté" in result.output
    assert "D1507" not in result.output


def test_a_program_reads_json(tmp_path: Path) -> None:
    answer = json.loads(match(tmp_path, NADIA, "--json", "--count", "5").output)
    assert len(answer["cards"]) == 6
    assert {card["feasible"] for card in answer["cards"]} <= {"yes", "to_check"}
    assert all(0 <= card["score"] <= 1.1 for card in answer["cards"])
    assert answer["removed"]
    assert answer["ways"][0]["levers"] == ["licence", "car"]
    assert len(answer["ways"]) == 3 and all(way["jobs"] for way in answer["ways"])


def test_ways_tell_what_a_lever_opens_and_which_offers_give_it(tmp_path: Path) -> None:
    output = match(tmp_path, NADIA, "--ways", "9", "--on", "2026-11-27").output
    assert re.search(r"Avec le permis et une voiture : \d+ métiers de plus", output)
    assert "Aide de la Région au permis de conduire (aura-permis-200) : à vérifier" in output
    assert "Avec" not in match(tmp_path, NADIA, "--ways", "0").output


def test_what_was_told_for_aids_decides_which_are_named(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    told.write_text('{"age": 60}', encoding="utf-8")
    options = ("--ways", "9", "--circumstances", str(told))
    assert "aura-permis-200" not in match(tmp_path, NADIA, *options).output


def test_a_job_that_is_not_in_the_list_is_told_why(tmp_path: Path) -> None:
    output = match(tmp_path, NADIA, "--why", "N4103").output
    assert "Il manque : le permis B." in output
    assert "Je ne trouve pas ce métier" in match(tmp_path, NADIA, "--why", "Z9999").output


def test_an_empty_profile_is_a_profile(tmp_path: Path) -> None:
    result = match(tmp_path, {})
    assert result.exit_code == 0
    assert "Sans votre commune" in result.output


WALKER = {"insee_code": "69259", "vehicle": "none", "has_public_transport": False}


def test_walking_inside_a_big_commune_is_enough_to_find_jobs(tmp_path: Path) -> None:
    given = WALKER | {"max_minutes": 30, "training_accepted": "none"}
    result = match(tmp_path, given)
    assert result.exit_code == 0
    assert "30 minutes à pied" in result.output


def test_no_job_found_is_told_and_fails(tmp_path: Path) -> None:
    result = match(tmp_path, WALKER | {"max_minutes": 1})
    assert result.exit_code == 1
    assert "Aucun métier ne respecte toutes vos limites." in result.output


WRONG = [("{", "ce n'est pas du JSON"), ({"insee_code": "99999"}, "commune inconnue « 99999 »")]


@pytest.mark.parametrize(("given", "message"), WRONG, ids=["not JSON", "unknown commune"])
def test_a_wrong_profile_is_told(tmp_path: Path, given: object, message: str) -> None:
    result = match(tmp_path, given)
    assert result.exit_code == 2
    assert message in result.output
    assert "Traceback" not in result.output


def test_a_missing_file_and_a_missing_catalogue_are_told(tmp_path: Path) -> None:
    missing = CliRunner().invoke(command, ["--profile", str(tmp_path / "no.json")])
    assert (missing.exit_code, "lecture impossible" in missing.output) == (2, True)
    (tmp_path / "profile.json").write_text("{}", encoding="utf-8")
    options = ["--profile", str(tmp_path / "profile.json"), "--catalogue", str(tmp_path)]
    nowhere = CliRunner().invoke(command, options)
    assert nowhere.exit_code == 2
    assert "le fichier n'existe pas" in nowhere.output


def test_a_database_that_is_not_filled_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECLIC_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    (tmp_path / "profile.json").write_text("{}", encoding="utf-8")
    result = CliRunner().invoke(command, ["--profile", str(tmp_path / "profile.json")])
    assert result.exit_code == 2
    assert "declic data fill" in result.output
