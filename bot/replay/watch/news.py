"""Whether data, offers, stories, model or code are still those of the baseline: for a front page.

What a process loads once (the facts) is marked once; the rest is looked at anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot import wiring
from bot.orientation.catalogue import Catalogue
from bot.replay.shelf import Shelf
from bot.replay.watch.kept import WatchFolder
from bot.replay.watch.state import State, mark_of_facts, state_in_words, state_with
from bot.settings import Settings


@dataclass
class News:
    """Of one installation, in one process."""

    settings: Settings
    _marked: tuple[Catalogue, str] | None = None
    _baseline: tuple[int, State | None] | None = None

    def lines(self) -> list[str]:
        """What has changed since the baseline, in French; empty when nothing has, and where nobody
        keeps a baseline."""
        before = self._of_baseline()
        if before is None:
            return []
        now = self._now(wiring.catalogue())
        return [] if now == before else state_in_words(before, now)

    def is_now(self, state: State) -> bool:
        """Whether what stories rested on is still what the installation uses."""
        return state == self._now(wiring.catalogue())

    def _of_baseline(self) -> State | None:
        """Read again only when its file has changed."""
        folder = WatchFolder.of(self.settings)
        stamp = folder.stamp()
        if stamp is None:
            return None
        if self._baseline is None or self._baseline[0] != stamp:
            self._baseline = (stamp, folder.state())
        return self._baseline[1]

    def _now(self, catalogue: Catalogue) -> State:
        if self._marked is None or self._marked[0] is not catalogue:
            self._marked = (catalogue, mark_of_facts(catalogue))
        mark = self._marked[1]
        golden = [kept for kept in Shelf.of(self.settings).all() if kept.is_golden]
        texts = [kept.path.read_text(encoding="utf-8") for kept in golden]
        offers = wiring.offers().by_id.values()
        return state_with(self.settings, catalogue, mark, offers, texts)
