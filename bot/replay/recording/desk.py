"""Where recorded conversations wait to become stories: a folder each, below the local state."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

from bot.adapters.whole_files import write_whole
from bot.replay.json_values import as_plain, made
from bot.replay.recording.draft import WAITING, Draft
from bot.settings import Settings

_ID = re.compile(r"[0-9a-f]{16}")
FILE = "draft.json"
DRAFT_LIFE = timedelta(days=30)
"""As long as a conversation: words that nobody made a story of are not kept longer."""


class RecordingDesk:
    """Keeps, reads and throws away drafts; each is for the account that owns it alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def of(cls, settings: Settings) -> RecordingDesk:
        return cls(settings.var / "bench" / "recordings")

    def place(self, draft_id: str) -> Path:
        """The folder of a draft. LookupError: no draft has such a name."""
        if not _ID.fullmatch(draft_id):
            raise LookupError(draft_id)
        return self._folder / draft_id

    def keep(self, draft: Draft) -> None:
        """The whole draft, or what it was before."""
        folder = self.place(draft.draft_id)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(folder / FILE, json.dumps(as_plain(draft), ensure_ascii=False))

    def find(self, draft_id: str, owner: str | None = None) -> Draft | None:
        """None: there is none, or it is another's."""
        try:
            text = (self.place(draft_id) / FILE).read_text(encoding="utf-8")
            draft: Draft = made(Draft, json.loads(text))
        except (LookupError, OSError, ValueError):
            return None
        return draft if owner in (None, draft.owner) else None

    def of_owner(self, owner: str) -> list[Draft]:
        """All drafts of an account, the newest last."""
        found = (self.find(draft_id, owner) for _, draft_id in sorted(self._folders()))
        return [draft for draft in found if draft is not None]

    def waiting(self) -> list[str]:
        """Those that were to be rehearsed, the newest last."""
        found = (self.find(draft_id) for _, draft_id in sorted(self._folders()))
        return [draft.draft_id for draft in found if draft and draft.state == WAITING]

    def old(self, at: datetime) -> list[str]:
        """Those that nobody has touched for DRAFT_LIFE. at: UTC, naive."""
        oldest = (at - DRAFT_LIFE).replace(tzinfo=timezone.utc).timestamp()
        return [draft_id for touched, draft_id in self._folders() if touched < oldest]

    def erase_old(self, at: datetime) -> int:
        """Throws those away; how many."""
        found = self.old(at)
        for draft_id in found:
            self.throw_away(draft_id)
        return len(found)

    def throw_away(self, draft_id: str) -> None:
        """Nothing of it remains."""
        shutil.rmtree(self.place(draft_id), ignore_errors=True)

    def _folders(self) -> Iterator[tuple[float, str]]:
        """When each was last written (seconds), and its name; what is no draft is left out."""
        for folder in self._folder.iterdir() if self._folder.is_dir() else ():
            try:
                if _ID.fullmatch(folder.name):
                    yield folder.stat().st_mtime, folder.name
            except FileNotFoundError:
                # Thrown away meanwhile.
                continue
