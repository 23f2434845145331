"""`declic jobs search`: ROME codes for a person's words, exit codes that mean something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commands.jobs import command
from bot.settings import ROOT

CATALOGUE = str(ROOT / "data" / "catalogue")


def search(text: str, *options: str) -> Result:
    return CliRunner().invoke(command, ["search", text, "--catalogue", CATALOGUE, *options])


def test_a_job_is_shown_with_its_code_and_its_confidence() -> None:
    result = search("caissière")
    assert result.exit_code == 0
    heading, first, *_ = result.output.splitlines()
    assert heading == "« caissière » : reconnu"
    assert first.split()[0] == "D1505"
    assert "Caissière" in first and "%" in first


def test_each_job_of_a_sentence_is_shown() -> None:
    output = search("j'ai été maçon puis agent").output
    assert "« maçon » : reconnu" in output
    assert "« agent » : plusieurs métiers possibles" in output


def test_json_is_for_a_program() -> None:
    result = search("maçon chez Dupont", "--json")
    assert result.exit_code == 0
    answer = json.loads(result.output)
    assert answer["text"] == "maçon chez Dupont"
    assert answer["never_worked"] is False
    (mention,) = answer["mentions"]
    assert (mention["said"], mention["status"]) == ("maçon", "sure")
    best = mention["candidates"][0]
    assert best["rome_code"] == "F1703"
    assert 0.75 <= best["confidence"] <= 1


NOTHING = {
    "no job of that name": ("xqzt", "« xqzt » : aucun métier reconnu\n"),
    "never worked": ("jamais travaillé", "Ce texte dit : jamais travaillé.\n"),
    "no job at all": ("bonjour", "Aucun métier reconnu.\n"),
}


@pytest.mark.parametrize(("text", "output"), NOTHING.values(), ids=NOTHING.keys())
def test_finding_nothing_is_exit_code_1(text: str, output: str) -> None:
    result = search(text)
    assert result.output == output
    assert result.exit_code == 1


def test_an_empty_text_is_a_usage_error() -> None:
    result = search("  ")
    assert result.exit_code == 2
    assert "écrivez un métier" in result.output


def test_a_missing_text_is_a_usage_error() -> None:
    assert CliRunner().invoke(command, ["search"]).exit_code == 2


def test_a_folder_without_catalogue_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["search", "maçon", "--catalogue", str(tmp_path)])
    assert result.exit_code == 2
    assert "le fichier n'existe pas" in result.output


def test_a_database_that_is_not_filled_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECLIC_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    result = CliRunner().invoke(command, ["search", "maçon"])
    assert result.exit_code == 2
    assert "declic data fill" in result.output
