"""Where stories are played: processes of their own, each with Rasa, a database and nothing else.

The databases are copies of one that holds the facts of the run, in a folder that is removed at the
end. No live service is on: what is outside would change from one day to the next.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot import processes
from bot.replay.record import StoryRecord
from bot.replay.runs.data import environment, prepare_data
from bot.replay.runs.spec import DataChoice
from bot.replay.story import Story
from bot.settings import ROOT, Settings

Task = TypeVar("Task")
Found = TypeVar("Found")
DATABASE = "declic.db"


@dataclass
class _Here:
    """What a process of the workshop keeps: its event loop and its player."""

    loop: asyncio.AbstractEventLoop
    player: Any


_here: list[_Here] = []


class Workshop:
    """Plays stories in `jobs` processes. settings: they lead to the facts that are played over."""

    def __init__(self, settings: Settings, model: Path | None, jobs: int) -> None:
        self.settings = settings
        self._pool = ProcessPoolExecutor(
            jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_settle,
            initargs=(settings.var, environment(settings.var, settings), model, os.getpid()),
        )

    def play(self, stories: Iterable[Story]) -> Iterator[StoryRecord]:
        """The stories as they were played, in the order given."""
        return self.each(play_one, stories)

    def each(self, work: Callable[[Task], Found], tasks: Iterable[Task]) -> Iterator[Found]:
        """`work` done on each task in the processes; it finds its player by `player()`."""
        return self._pool.map(work, tasks)

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)


@contextmanager
def workshop(
    settings: Settings,
    jobs: int,
    choice: DataChoice = DataChoice(),  # noqa: B008 (frozen)
    model: Path | None = None,
    folder: Path | None = None,
) -> Iterator[Workshop]:
    """A workshop whose folder and processes end with it.

    settings: of this installation. model: an archive; None: the one that matches the sources.
    folder: where it works; None: in a temporary one. Raises CannotStart, WrongData.
    """
    with _emptied(folder) as work:
        opened = Workshop(prepare_data(choice, settings, work), model, jobs)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def _emptied(folder: Path | None) -> Iterator[Path]:
    """A folder that is removed at the end."""
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="declic-replay-") as name:
            yield Path(name)
        return
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def play_one(story: Story) -> StoryRecord:
    """In a process of the workshop: plays a story."""
    record: StoryRecord = run(player().play(story))
    return record


def player() -> Any:
    """The player of this process."""
    return _here[0].player


def run(work: Any) -> Any:
    """Awaits `work` in the event loop of this process."""
    return _here[0].loop.run_until_complete(work)


def _settle(folder: Path, given: Mapping[str, str], model: Path | None, parent: int) -> None:
    """The first thing a process does: a database of its own, then Rasa with its model."""
    processes.stop_with_parent()
    if os.getppid() != parent:
        os._exit(1)
    own = folder / str(os.getpid())
    own.mkdir()
    shutil.copyfile(folder / DATABASE, own / DATABASE)
    os.environ.clear()
    os.environ.update({**given, "DECLIC_VAR": str(own)})
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    # Kept from the terminal: Rasa turns the warnings of its libraries on again while it loads.
    with warnings.catch_warnings(record=True):
        _here.append(_Here(loop, loop.run_until_complete(_player(model))))


async def _player(model: Path | None) -> Any:
    # Here: the process that reads stories and writes reports needs no Rasa.
    from bot import wiring
    from bot.adapters.sql.engine import connect
    from bot.rasa_process.local_agent import open_agent
    from bot.replay.looking import Looking
    from bot.replay.player import Player
    from bot.replay.rasa_here import STORE, RasaHere
    from bot.replay.rules import read_rules
    from bot.replay.tracing import Tracing

    settings = Settings.from_environment()
    agent = await open_agent(settings, in_memory=False, store=STORE, model=model)
    wiring.understanding()
    wiring.offers()
    tracing = Tracing(read_rules(ROOT / "data" / "rules"))
    looking = Looking(lambda: wiring.understanding().catalogue, wiring.offers)
    return Player(connect(settings.database_url), RasaHere(agent), tracing, looking)


def jobs_for(tasks: Sequence[object], wanted: int) -> int:
    """No more processes than conversations: each takes seconds to start."""
    return max(1, min(wanted, len(tasks)))
