"""What was decided of the baseline: by whom, when and why, one line each, never changed."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass

from bot.replay.json_values import as_plain, made
from bot.replay.watch.kept import WatchFolder

FIRST, ACCEPTED, KEPT, RESTORED = "first", "accepted", "kept", "restored"
DECISIONS = "decisions.jsonl"
LONGEST_WHY = 200


@dataclass(frozen=True)
class Signed:
    """Who decides, and why in one line."""

    author: str
    organisation: str
    why: str
    at: datetime.datetime


@dataclass(frozen=True)
class Decision:
    """act: FIRST, the first watch made the baseline; ACCEPTED, a watch became it; KEPT, a watch was
    read and did not; RESTORED, a former baseline is it again. at: UTC. run_id: of the watch; "": a
    watch of the command, or none. day: when the golden stories it is about were played. former: the
    baseline that was replaced, "": none. former_day: when that one was played."""

    at: datetime.datetime
    act: str
    author: str
    organisation: str
    why: str
    run_id: str
    day: datetime.date
    former: str = ""
    former_day: datetime.date | None = None


def decisions(folder: WatchFolder) -> list[Decision]:
    """The newest first; what an interruption left half written is left out."""
    path = folder.path / DECISIONS
    content = path.read_text(encoding="utf-8") if path.exists() else ""
    whole = content[: content.rfind("\n") + 1]
    return [made(Decision, json.loads(line)) for line in reversed(whole.splitlines())]


def note(folder: WatchFolder, decision: Decision) -> None:
    with (folder.path / DECISIONS).open("a", encoding="utf-8") as file:
        file.write(json.dumps(as_plain(decision), ensure_ascii=False) + "\n")
