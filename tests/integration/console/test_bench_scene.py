"""The page of a stage before, without and after a stage; and one story compared with itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from sqlalchemy.engine import Engine

from bot.adapters.sql.bench_runs import DONE, WAITING, BenchRun, BenchRuns
from bot.replay.record import StoryRecord, TurnRecord
from bot.replay.runs.engine import STORY, Played
from bot.replay.runs.folder import RunFolder
from bot.replay.runs.spec import STORIES, RunSpec
from bot.settings import Settings
from bot.web.tokens import now
from tests.integration.console.conftest import Chair, on_sqlite

pytestmark = pytest.mark.usefixtures("bundled")
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
    assert noa.get(f"{SCENE}/fermer").url.path == SCENE


def kept_run(engine: Engine, settings: Settings, name: str, said: str, state: str = DONE) -> None:
    """A run of Nadia's story in which Déclic says something at the welcome."""
    message = {"type": "text", "text": said, "buttons": []}
    turn = TurnRecord(said=None, messages=[message])
    record = StoryRecord("nadia", "Nadia", "", "nadia.yml", "2026-11-27", 1, "", [turn])
    folder = RunFolder(settings.var / "bench" / "runs" / name)
    folder.begin(RunSpec(STORIES, ("declic/silencieuse", NADIA)))
    if state == DONE:
        folder.add(Played(STORY, replace(record, name="silencieuse")))
        folder.add(Played(STORY, record))
    run = BenchRun(name, "Deux histoires", STORIES, f"Faits de {name}", "Noa", "M", state, now())
    BenchRuns(engine).add(run)


@pytest.fixture
def runs(engine: Engine, settings: Settings) -> None:
    kept_run(engine, settings, "a" * 16, "Bonjour !")
    kept_run(engine, settings, "b" * 16, "Bonsoir !")
    kept_run(engine, settings, "c" * 16, "Bonjour !")


def compared(noa: Chair, left: str, right: str, **headers: str) -> httpx.Response:
    query = f"histoire={NADIA}&gauche={left}&droite={right}"
    return noa.get(f"{COMPARE}?{query}", **headers)


def test_two_runs_of_one_story_stand_side_by_side(noa: Chair, runs: None) -> None:
    page = compared(noa, "a" * 16, "b" * 16).text
    assert "Un tour change, sur 1." in page
    assert page.index("Bonjour") < page.index("Bonsoir")
    assert "Les deux conversations sont pareilles." in compared(noa, "a" * 16, "c" * 16).text


def test_runs_that_were_kept_are_offered(noa: Chair, runs: None) -> None:
    page = noa.get(f"{COMPARE}?histoire={NADIA}").text
    assert page.count(f'<option value="{"b" * 16}"') == 2
    chosen = re.findall(r'<option value="(\w{16})" selected', page)
    assert len(set(chosen)) == 2, "one is not compared with itself"
    assert "Faits de bbbb" not in noa.get(f"{COMPARE}?histoire=declic/sofiane").text


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("", 200, "Choisissez l’histoire à comparer"),
        ("histoire=declic/jamais-ecrite", 200, "n’est plus dans la bibliothèque"),
        (f"histoire={NADIA}&gauche=scene&droite=scene", 404, "n’est plus là"),
        (f"histoire={NADIA}&gauche={'a' * 16}&droite=../..", 404, "n’est plus là"),
    ],
    ids=["nothing", "unknown story", "no stage", "a path"],
)
def test_what_cannot_be_compared_is_told(
    noa: Chair, runs: None, query: str, status: int, said: str
) -> None:
    answer = noa.get(f"{COMPARE}?{query}")
    assert answer.status_code == status
    assert said in answer.text


def test_the_page_waits_for_runs_and_then_loads_whole(
    noa: Chair, runs: None, engine: Engine, settings: Settings
) -> None:
    kept_run(engine, settings, "d" * 16, "", WAITING)
    page = compared(noa, "a" * 16, "d" * 16)
    assert 'data-every="2"' in page.text and "en attente" in page.text
    waiting = compared(noa, "a" * 16, "d" * 16, **{"Declic-Part": "again"})
    assert waiting.status_code == 200 and "<html" not in waiting.text
    assert compared(noa, "a" * 16, "b" * 16, **{"Declic-Part": "again"}).status_code == 204


def test_two_runs_are_launched_over_two_choices(noa: Chair, engine: Engine) -> None:
    fields: dict[str, str | list[str]] = {"histoire": NADIA, "donnees-b": "bundled"}
    answer = noa.post(COMPARE, fields, on=f"{COMPARE}?histoire={NADIA}")
    assert "Aucun modèle entraîné" in answer.text, answer.text
    assert BenchRuns(engine).all() == []
