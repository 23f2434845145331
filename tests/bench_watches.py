"""A watch of the bench that was played, without Rasa: for the pages that show one."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from bot.replay.record import StoryRecord
from bot.replay.report.differences import as_html
from bot.replay.runs.desk import Author, RunDesk
from bot.replay.runs.engine import STORY, Played
from bot.replay.runs.folder import DONE, Progress
from bot.replay.runs.spec import HERE, WATCH, DataChoice, RunSpec
from bot.replay.runs.words import facts_words
from bot.replay.story import Story
from bot.replay.watch.report import TITLE
from bot.replay.watch.watching import watch
from tests.unit.small_records import WELCOME, record, said

DAY = datetime.date(2026, 11, 27)


def played(answer: str = "Bien.") -> Callable[[Sequence[Story]], list[StoryRecord]]:
    """Every golden story has the same two turns."""

    def play(stories: Sequence[Story]) -> list[StoryRecord]:
        return [record([WELCOME, said("oui", answer)], story.name) for story in stories]

    return play


def ended_watch(desk: RunDesk, answer: str = "Bien.") -> str:
    """Launched by Noa, played to its end as the job does."""
    spec = RunSpec(WATCH, data=DataChoice(HERE))
    author = Author("Noa", "Mission locale du Rhône")
    run = desk.launch(spec, "Surveillance", facts_words(spec, desk.settings), author)
    found = watch(desk.settings, played(answer), DAY, run.run_id)
    folder, report = desk.folder(run.run_id), found.report
    for one in found.now.records:
        folder.add(Played(STORY, one))
    folder.keep_watch(report, as_html(TITLE, report.lines, found.comparison))
    count, moved = len(found.now.records), len(report.stories)
    folder.tell(Progress(DONE, count, count, moved, 4.2))
    at = datetime.datetime(2026, 11, 27, 10, 0)
    values = {"state": DONE, "total": count, "done": count, "failed": moved}
    desk.runs.change(run.run_id, started_at=at, ended_at=at, **values)
    return run.run_id
