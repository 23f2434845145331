"""What may be logged of an error: never its text, which may quote people."""

from __future__ import annotations

import traceback

from bot.settings import ROOT

_OURS = tuple(f"{ROOT / folder}/" for folder in ("bot", "actions"))


def where(error: BaseException) -> str:
    """Kind of an error and our last line before it, as `KeyError at bot/channel.py:12`."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(_OURS)]
    if not frames:
        return f"{type(error).__name__} at ?"
    place = frames[-1].filename[len(f"{ROOT}/") :]
    return f"{type(error).__name__} at {place}:{frames[-1].lineno}"
