"""`declic offers`: what it prints, and exit codes that mean something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commands.offers import command
from tests.unit.test_offer_files import FICHE, folder_of

OPEN = FICHE.replace("ended_on: 2026-04", "ended_on: null").replace(
    "expires: 2027-04-01", "expires: 2099-01-01"
)
VERIFIED = OPEN.replace("verified_on: null", "verified_on: 2026-11-22").replace(
    "2025-07", "2026-11"
)
DAY = "2026-11-23"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    other = OPEN.replace("bourse-route", "autre-aide").replace("Bourse de la route", "Autre aide")
    other = other.replace("bourse route, BDR", "autre chose, autre bourse")
    closed = other.replace("autre-aide", "vieille-aide").replace("status: active", "status: ended")
    return folder_of(
        tmp_path,
        bourse_route=VERIFIED,
        autre_aide=other.replace("mobilite--financer-ma-mobilite", "famille--garde-denfants"),
        vieille_aide=closed.replace("replaced_by: []", "replaced_by: [bourse-route]"),
    )


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def test_the_list_says_what_the_public_sees(folder: Path) -> None:
    result = run("list", "--folder", str(folder), "--on", DAY)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["autre-aide", "bourse-route", "vieille-aide"]
    assert ["à vérifier" in lines[0], "complète" in lines[1], "arrêtée" in lines[2]] == [True] * 3
    assert lines[-1] == "3 fiches."


FILTERS = {
    "a theme": (("--theme", "famille"), ["autre-aide"]),
    "a state": (("--status", "ended"), ["vieille-aide"]),
    "both": (("--theme", "mobilite", "--status", "active"), ["bourse-route"]),
}


@pytest.mark.parametrize(("options", "expected"), FILTERS.values(), ids=FILTERS.keys())
def test_the_list_is_filtered(folder: Path, options: tuple[str, ...], expected: list[str]) -> None:
    result = run("list", "--folder", str(folder), "--json", *options)
    assert [row["offer_id"] for row in json.loads(result.output)] == expected


def test_an_empty_list_is_exit_code_1(folder: Path) -> None:
    assert run("list", "--folder", str(folder), "--theme", "sante").exit_code == 1


def test_a_theme_that_does_not_exist_is_a_usage_error(folder: Path) -> None:
    assert run("list", "--folder", str(folder), "--theme", "voyages").exit_code == 2


def test_an_offer_is_shown_as_on_a_day(folder: Path) -> None:
    verified = run("show", "bourse-route", "--folder", str(folder), "--on", DAY).output
    assert verified.splitlines()[0] == "Bourse de la route"
    assert "0,23 € par km" in verified
    before = run("show", "bourse-route", "--folder", str(folder), "--on", "2026-11-21").output
    assert "! À vérifier" in before and "0,23" not in before


def test_an_offer_is_shown_to_a_program(folder: Path) -> None:
    result = run("show", "vieille-aide", "--folder", str(folder), "--on", DAY, "--json")
    answer = json.loads(result.output)
    assert (answer["offer_id"], answer["level"]) == ("vieille-aide", "ended")
    assert "À la place : Bourse de la route." in answer["lines"]


def test_an_editor_sees_all_of_the_fiche(folder: Path) -> None:
    result = run("show", "autre-aide", "--folder", str(folder), "--on", DAY, "--all")
    assert result.output.startswith("Ce que le public en voit : à vérifier.")
    assert '"value": 0.23' in result.output
    as_json = json.loads(
        run("show", "autre-aide", "--folder", str(folder), "--all", "--json").output
    )
    assert as_json["conditions"]["parts"][0] == {"fact": "registered_jobseeker"}


def test_an_offer_that_does_not_exist_is_exit_code_1(folder: Path) -> None:
    result = run("show", "rien", "--folder", str(folder))
    assert result.exit_code == 1 and "declic offers list" in result.output


def test_offers_are_found_by_name(folder: Path) -> None:
    result = run("find", "la bource de la route", "--folder", str(folder), "--json")
    assert result.exit_code == 0
    assert [row["offer_id"] for row in json.loads(result.output)] == ["bourse-route"]
    assert run("find", "bourse route", "--folder", str(folder)).output.startswith("bourse-route")


def test_finding_nothing_is_exit_code_1(folder: Path) -> None:
    result = run("find", "bonjour", "--folder", str(folder))
    assert (result.exit_code, result.output) == (1, "Aucune aide reconnue.\n")


def test_an_empty_text_is_a_usage_error(folder: Path) -> None:
    assert run("find", " ", "--folder", str(folder)).exit_code == 2


def test_warnings_do_not_fail_the_check(folder: Path) -> None:
    result = run("check", "--folder", str(folder), "--today", DAY)
    assert result.exit_code == 0
    assert "Jamais vérifiées : autre-aide" in result.output
    assert result.output.splitlines()[-1].startswith("3 fiches lues, 0 erreurs, ")


def test_a_contradiction_fails_the_check(folder: Path) -> None:
    folder_of(folder, autre_aide=FICHE.replace("bourse-route", "autre-aide"))
    result = run("check", "--folder", str(folder), "--today", DAY, "--json")
    assert result.exit_code == 1
    errors = [one for one in json.loads(result.output)["findings"] if one["severity"] == "error"]
    assert [(one["offer_id"], one["code"]) for one in errors] == [("autre-aide", "ended_but_open")]


def test_a_broken_fiche_fails_the_check_and_the_others_are_checked(folder: Path) -> None:
    broken = OPEN.replace("bourse-route", "autre-aide").replace("status: active", "status: open")
    folder_of(folder, autre_aide=broken)
    result = run("check", "--folder", str(folder), "--today", DAY)
    assert result.exit_code == 1
    assert "autre-aide.yml, ligne 5, status : « open »" in result.output
    assert "2 fiches lues, " in result.output


@pytest.mark.parametrize(
    "subcommand", [("list",), ("show", "bourse-route"), ("find", "x"), ("export",)]
)
def test_broken_fiches_cannot_be_used(folder: Path, subcommand: tuple[str, ...]) -> None:
    folder_of(folder, autre_aide="")
    result = run(*subcommand, "--folder", str(folder))
    assert result.exit_code == 2
    assert "vide" in result.output and "declic offers check" in result.output


def test_the_export_is_written_to_a_file(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "services.json"
    result = run("export", "--folder", str(folder), "--on", DAY, "--output", str(path))
    assert result.exit_code == 0 and "2 services" in result.output
    document = json.loads(path.read_text(encoding="utf-8"))
    assert {one["id"] for one in document["services"]} == {
        "declic--bourse-route",
        "declic--autre-aide",
    }
    shown = json.loads(run("export", "--folder", str(folder), "--on", DAY).output)
    assert shown == document


def test_an_export_that_cannot_be_written_is_exit_code_1(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "missing" / "services.json"
    result = run("export", "--folder", str(folder), "--output", str(path))
    assert result.exit_code == 1 and "écriture impossible" in result.output


def test_the_real_fiches_pass_the_check() -> None:
    result = run("check", "--today", "2026-11-22")
    assert result.exit_code == 0, result.output
