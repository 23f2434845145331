"""`python -m bot.replay.recording.job FOLDER`: rehearses the draft in a folder, beside Rasa."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from bot.checks import CannotStart
from bot.replay.recording.desk import RecordingDesk
from bot.replay.recording.draft import FAILED, STOPPED, Draft
from bot.replay.recording.rehearsal import Unreadable, rehearse
from bot.replay.workshop import player, run, workshop
from bot.settings import Settings


def main(folder: Path) -> None:
    """The rehearsed draft takes the place of the other; a failure is written there too."""
    desk = RecordingDesk(folder.parent)
    draft = desk.find(folder.name)
    if draft is None:
        return
    try:
        with workshop(Settings.from_environment(), 1) as opened:
            (rehearsed,) = opened.each(rehearse_here, [draft])
    except CannotStart as error:
        rehearsed = _failed(draft, str(error))
    except Exception:
        desk.keep(_failed(draft, STOPPED))
        raise
    # Thrown away meanwhile, it does not come back.
    if desk.find(draft.draft_id) is not None:
        desk.keep(rehearsed)


def rehearse_here(draft: Draft) -> Draft:
    """In a process of the workshop."""
    try:
        rehearsed: Draft = run(rehearse(draft, player()))
    except Unreadable as error:
        return _failed(draft, str(error))
    return rehearsed


def _failed(draft: Draft, reason: str) -> Draft:
    return replace(draft, state=FAILED, reason=reason)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
