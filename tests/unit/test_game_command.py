"""`declic game`: what an editor of the story is told, and reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.commands.game import command
from tests.unit.small_story import STORY


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, arguments)
    return result.exit_code, result.output


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "story.yml").write_text(STORY, encoding="utf-8")
    return tmp_path / "story.yml"


def test_the_story_that_ships_is_well() -> None:
    code, told = run("check")
    assert code == 0
    assert "11 scènes, 55 choix, 2 fins ; on passe par 8 scènes. 0 erreurs, 0 remarques." in told


def test_a_playable_story_with_remarks_passes(path: Path) -> None:
    code, told = run("check", str(path))
    assert code == 0
    assert f"à améliorer : {path}, ligne 25, quai : 1 choix ; donnez-en de 3 à 5" in told
    assert "un chemin a 2 scènes ; visez de 6 à 10" in told
    assert "3 scènes, 6 choix, 2 fins ; on passe par 2 ou 3 scènes. 0 erreurs" in told


def test_a_story_that_turns_in_circles_fails(path: Path) -> None:
    path.write_text(STORY.replace("skip: seul", "skip: quai"), encoding="utf-8")
    code, told = run("check", str(path))
    assert code == 1
    assert f"{path}, ligne 33, place : l'histoire tourne en rond : place → quai → place" in told
    code, told = run("show", str(path))
    assert code == 2
    assert "Lancez « declic game check »" in told


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, told = run("check", str(tmp_path / "none.yml"))
    assert code == 1
    assert "lecture impossible" in told


def test_an_editor_reads_where_each_choice_leads_and_what_it_tells(path: Path) -> None:
    code, told = run("show", str(path))
    assert code == 0
    assert (
        "- **Réparer le pont** → La place\n"
        "  - Il tient.\n"
        "  - « Vous avez réparé le pont ». Qualité : oser.\n"
        "  - Laisse penser : faire 1 (on répare) ; avec les mains 0.5 (avec ses mains)\n"
    ) in told
    assert "- **Lire** → fin « Au calme »" in told
    assert "sans personne 1 (un moment à soi)" in told
    assert "- Passer → La place" in told
    assert (
        "## Fin : Ensemble (tous)\n\nTout le monde est là.\n\n*Facile à lire :* Vous êtes" in told
    )
