"""`python -m bot.replay.runs.job FOLDER`: plays the run of a folder, and tells there how far it is.

It asks the system for what others leave over, so that conversations stay quick meanwhile.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from bot.replay.runs.engine import CannotPlay, Played, covered, place_for
from bot.replay.runs.folder import DONE, FAILED, PLAYING, Progress, RunFolder
from bot.replay.runs.programmes import programme_of
from bot.settings import Settings

NICENESS = 19
JOBS = 2


def play(folder: RunFolder, settings: Settings) -> None:
    """Plays the run to its end, or tells why it cannot be."""
    progress = Progress()
    try:
        spec = folder.spec()
        programme = programme_of(spec, settings)
        progress = replace(progress, total=programme.size)
        folder.tell(progress)
        place = place_for(programme, settings, _jobs(), spec.data, spec.model, folder.work)
        with place as opened:
            begun = time.monotonic()
            progress = replace(progress, state=PLAYING)
            folder.tell(progress)
            for one in programme.played_in(opened):
                folder.add(one)
                progress = _after(one, progress, begun)
                folder.tell(progress)
            folder.keep_coverage(covered(opened, folder.records()))
        folder.tell(replace(progress, state=DONE))
    except CannotPlay as error:
        folder.tell(replace(progress, state=FAILED, said=str(error)))


def _after(one: Played, progress: Progress, begun: float) -> Progress:
    return replace(
        progress,
        done=progress.done + 1,
        failed=progress.failed + (not one.record.has_passed),
        seconds=time.monotonic() - begun,
    )


def _jobs() -> int:
    return max(1, min(JOBS, os.cpu_count() or 1))


def main(arguments: list[str]) -> int:
    """0 also for a run in which something is not as expected: its folder tells."""
    os.nice(NICENESS)
    folder = RunFolder(Path(arguments[0]))
    with folder.held():
        play(folder, Settings.from_environment())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
