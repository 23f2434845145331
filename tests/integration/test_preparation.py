"""What is brought up to date before anything starts, and what is said when it cannot be."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import preparation, processes
from bot.checks import CannotStart, check_folders
from bot.preparation import prepare_database
from bot.settings import ROOT, Settings
from bot.web.__main__ import STOP_SECONDS


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folders = {"DECLIC_VAR": str(tmp_path / "var"), "DECLIC_MODELS": str(tmp_path / "models")}
    return Settings.from_environment(folders)


def rights(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


@pytest.mark.parametrize("prepare", [check_folders, prepare_database])
@pytest.mark.parametrize("exists", [False, True])
def test_only_its_owner_looks_into_local_state(
    settings: Settings, prepare: Callable[[Settings], None], exists: bool
) -> None:
    if exists:
        settings.var.mkdir(mode=0o755)
    prepare(settings)
    assert rights(settings.var) == 0o700


def test_a_broken_catalogue_is_told_by_file_and_line(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "data" / "catalogue", tmp_path / "data" / "catalogue")
    jobs = tmp_path / "data" / "catalogue" / "jobs.csv"
    jobs.write_text("odd,columns\n", encoding="utf-8")
    monkeypatch.setattr(preparation, "ROOT", tmp_path)
    with pytest.raises(CannotStart, match=r"jobs\.csv, ligne 1 : la première ligne doit être"):
        prepare_database(settings)


def test_the_web_app_stops_by_itself_before_it_is_killed() -> None:
    assert STOP_SECONDS < processes.GRACE_SECONDS
