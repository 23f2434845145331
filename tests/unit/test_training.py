"""When a model is trained anew, and what is left of a training that failed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot import training
from bot.settings import ROOT, Settings

SOURCES = {
    "config.yml": "pipeline:\n  - name: bot.nlu.speller.Speller\n",
    "domain.yml": "intents: []\n",
    "data/nlu/jobs.yml": "nlu: []\n",
    "data/rules/jobs.yml": "rules: []\n",
    "data/stories/jobs.yml": "stories: []\n",
    "bot/nlu/speller.py": "class Speller: ...\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in SOURCES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def settings_with(models: Path) -> Settings:
    return Settings.from_environment({"DECLIC_MODELS": str(models)})


@pytest.mark.parametrize("changed", SOURCES)
def test_a_change_of_a_source_asks_for_another_model(project: Path, changed: str) -> None:
    before = training.fingerprint(project)
    (project / changed).write_text(SOURCES[changed] + "# changed\n")
    assert training.fingerprint(project) != before


@pytest.mark.parametrize(
    "name", [pytest.param("data/nlu/new.yml", id="added"), pytest.param("README.md", id="not read")]
)
def test_only_a_new_source_counts(project: Path, name: str) -> None:
    before = training.fingerprint(project)
    (project / name).write_text("")
    assert (training.fingerprint(project) != before) == name.startswith("data/nlu")


def test_a_source_that_moves_asks_for_another_model(project: Path) -> None:
    before = training.fingerprint(project)
    (project / "data/nlu/jobs.yml").rename(project / "data/nlu/work.yml")
    assert training.fingerprint(project) != before


def test_the_date_of_a_source_does_not_count(project: Path) -> None:
    before = training.fingerprint(project)
    os.utime(project / "config.yml", (0, 0))
    assert training.fingerprint(project) == before


def test_an_up_to_date_model_is_not_trained_again(tmp_path: Path) -> None:
    model = training.model_path(settings_with(tmp_path))
    model.write_bytes(b"trained")
    said: list[str] = []
    assert training.train_if_needed(settings_with(tmp_path), said.append) == model
    assert (model.read_bytes(), said) == (b"trained", [])


def test_a_training_that_fails_says_why_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = "import sys; sys.exit('unknown component Speller')"
    monkeypatch.setattr(training, "_command", lambda *_: [training.sys.executable, "-c", script])
    with pytest.raises(training.TrainingFailed, match="unknown component Speller"):
        training.train_if_needed(settings_with(tmp_path), lambda line: None)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_training_left_is_removed_and_a_running_one_is_kept(tmp_path: Path) -> None:
    killed, running = tmp_path / ".training-999999999-x", tmp_path / f".training-{os.getpid()}-y"
    killed.mkdir()
    running.mkdir()
    training._remove_interrupted(tmp_path)
    assert list(tmp_path.iterdir()) == [running]


def test_only_the_last_models_are_kept(tmp_path: Path) -> None:
    for age in range(training.KEPT_MODELS + 2):
        path = tmp_path / f"declic-{age}.tar.gz"
        path.touch()
        os.utime(path, (1000 - age, 1000 - age))
    training._remove_old(tmp_path)
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == [f"declic-{age}.tar.gz" for age in range(training.KEPT_MODELS)]


def test_the_fingerprint_covers_what_rasa_is_told_to_read() -> None:
    assert all((ROOT / folder).is_dir() for folder in training.TRAINING_DATA)
