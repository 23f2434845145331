"""The page of a stage before, without and after a stage; and one story compared with itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from bot.settings import Settings
from tests.integration.console.conftest import Chair, on_sqlite

SCENE = "/console/banc/scene"
COMPARE = f"{SCENE}/comparer"
NADIA = "declic/nadia"
Sit = Callable[[str], Chair]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = on_sqlite(tmp_path)
    yield opened
    opened.dispose()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Of an installation that has no trained model."""
    return Settings.from_environment(
        {
            "DECLIC_VAR": str(tmp_path),
            "DECLIC_MODELS": str(tmp_path / "no-models"),
            "DECLIC_STORIES": str(tmp_path / "stories"),
        }
    )


@pytest.fixture
def noa(sit: Sit) -> Chair:
    return sit("tester")


def test_a_story_is_chosen_from_the_library(noa: Chair) -> None:
    page = noa.get(f"{SCENE}?histoire={NADIA}").text
    assert f'<option value="{NADIA}" selected>' in page
    assert '<option value="libre">' in page
    assert "Données livrées avec Déclic" in page


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({}, 422, "Choisissez une histoire"),
        ({"histoire": "declic/jamais-ecrite"}, 404, "n’est plus dans la bibliothèque"),
        ({"histoire": "../../../etc/passwd"}, 404, "n’est plus dans la bibliothèque"),
        ({"histoire": NADIA, "donnees": "celles-du-voisin"}, 422, "Ces données ne sont plus là"),
    ],
    ids=["nothing", "unknown story", "a path", "unknown data"],
)
def test_what_cannot_be_opened_is_told_on_the_form(
    noa: Chair, fields: dict[str, str | list[str]], status: int, said: str
) -> None:
    answer = noa.post(f"{SCENE}/ouvrir", fields, on=SCENE)
    assert answer.status_code == status
    assert said in answer.text


def test_without_a_model_the_tester_is_told_what_to_do(noa: Chair, tmp_path: Path) -> None:
    answer = noa.post(f"{SCENE}/ouvrir", {"histoire": NADIA}, on=SCENE)
    assert "Aucun modèle entraîné" in answer.text and "make train" in answer.text
    assert not (tmp_path / "bench" / "scenes").exists()


def test_acts_without_a_stage_lead_to_the_choice(noa: Chair) -> None:
    for act in ("avancer", "reculer", "aller", "recommencer", "main", "histoire", "fermer"):
        answer = noa.post(f"{SCENE}/{act}", on=SCENE)
        assert (answer.status_code, answer.url.path) == (200, SCENE), act
        assert "Ouvrir la scène" in answer.text
