"""Rehearsals, one after the other, each in a process of its own beside the web app."""

from __future__ import annotations

import logging
import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from subprocess import DEVNULL

from bot import processes
from bot.replay.recording.desk import RecordingDesk
from bot.replay.recording.draft import FAILED, STOPPED, WAITING
from bot.replay.runs.data import installation
from bot.settings import Settings

logger = logging.getLogger(__name__)
LONGEST_SECONDS = 600.0


class Rehearsals:
    """Drafts wait here for their turn. play: does one; the tests have their own."""

    def __init__(
        self,
        desk: RecordingDesk,
        settings: Settings,
        play: Callable[[str], None] | None = None,
    ) -> None:
        self._desk = desk
        self._settings = settings
        self._play = play or self._in_a_process
        self._waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def add(self, draft_id: str) -> None:
        """Rehearsed as soon as those before it are."""
        with self._lock:
            self._waiting.put(draft_id)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="rehearse", daemon=True)
                self._thread.start()

    def resume(self) -> None:
        """Takes up those that a web app which was stopped has left waiting."""
        for draft_id in self._desk.waiting():
            self.add(draft_id)

    def _work(self) -> None:
        while True:
            with self._lock:
                if self._waiting.empty():
                    self._thread = None
                    return
                draft_id = self._waiting.get()
            try:
                self._play(draft_id)
            except Exception as error:  # a thread that dies would leave all others waiting
                logger.error("rehearsal_failed error=%s", type(error).__name__)
            self._tell_when_stopped(draft_id)

    def _in_a_process(self, draft_id: str) -> None:
        folder = self._desk.place(draft_id)
        command = [sys.executable, "-W", "ignore", "-m", "bot.replay.recording.job", str(folder)]
        begun = processes.spawn(command, DEVNULL, installation(self._settings))
        try:
            begun.wait(LONGEST_SECONDS)
        finally:
            processes.stop([begun], 3.0)

    def _tell_when_stopped(self, draft_id: str) -> None:
        """A draft that still waits was left alone by its process."""
        draft = self._desk.find(draft_id)
        if draft is not None and draft.state == WAITING:
            self._desk.keep(replace(draft, state=FAILED, reason=STOPPED))
