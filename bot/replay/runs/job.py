"""`python -m bot.replay.runs.job FOLDER`: plays the run of a folder, and tells there how far it is.

It asks the system for what others leave over, so that conversations stay quick meanwhile.
"""

from __future__ import annotations

import datetime
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from bot.replay.record import StoryRecord
from bot.replay.report.differences import as_html
from bot.replay.runs.engine import CannotPlay, Played, Programme, covered, place_for
from bot.replay.runs.folder import DONE, FAILED, PLAYING, Progress, RunFolder
from bot.replay.runs.programmes import programme_of
from bot.replay.runs.spec import WATCH, RunSpec
from bot.replay.watch.kept import CannotWatch
from bot.replay.watch.report import TITLE
from bot.replay.watch.watching import watch
from bot.settings import Settings

NICENESS = 19
JOBS = 2


def play(folder: RunFolder, settings: Settings) -> None:
    """Plays the run to its end, or tells why it cannot be."""
    try:
        spec = folder.spec()
        if spec.kind == WATCH:
            failed = _watched(folder, spec, settings)
        else:
            _played(folder, programme_of(spec, settings), spec, settings)
            failed = folder.progress().failed
        folder.tell(replace(folder.progress(), state=DONE, failed=failed))
    except (CannotPlay, CannotWatch) as error:
        folder.tell(replace(folder.progress(), state=FAILED, said=str(error)))


def _watched(folder: RunFolder, spec: RunSpec, settings: Settings) -> int:
    """Plays the golden stories and tells what changed; how many stories did. Raises CannotWatch,
    CannotPlay."""
    found = watch(
        settings,
        lambda stories: _played(folder, Programme(stories), spec, settings),
        datetime.date.today(),
        folder.path.name,
    )
    report = found.report
    folder.keep_watch(report, as_html(TITLE, report.lines, found.comparison))
    return len(report.stories)


def _played(
    folder: RunFolder, programme: Programme, spec: RunSpec, settings: Settings
) -> list[StoryRecord]:
    """Plays everything, telling how far it is. Raises CannotPlay."""
    progress = Progress(total=programme.size)
    folder.tell(progress)
    place = place_for(programme, settings, _jobs(), spec.data, spec.model, folder.work)
    records = []
    with place as opened:
        begun = time.monotonic()
        progress = replace(progress, state=PLAYING)
        folder.tell(progress)
        # A watch tells moves: what changed against a transcript is no move.
        for one in programme.played_in(opened, with_transcripts=spec.kind != WATCH):
            folder.add(one)
            records.append(one.record)
            progress = _after(one, progress, begun)
            folder.tell(progress)
        folder.keep_coverage(covered(opened, records))
    return records


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
