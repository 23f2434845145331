"""What a stage of a killed process has left goes when the web app starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bot.replay.stage.keeping import Stages
from bot.settings import Settings


def test_folders_of_processes_that_are_gone_are_erased_and_no_others(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    scenes = tmp_path / "bench" / "scenes"
    left, own, other = scenes / f"{gone.pid}-ab", scenes / f"{os.getpid()}-cd", scenes / "notes-ef"
    for folder in (left, own, other):
        folder.mkdir(parents=True)
        (folder / "declic.db").write_text("ce que quelqu’un a dit", encoding="utf-8")
    Stages(Settings.from_environment({"DECLIC_VAR": str(tmp_path)})).sweep()
    assert sorted(scenes.iterdir()) == sorted((own, other))
