"""Where the baseline of `declic watch` is, and the line that names the command after a change."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings

FOLDER = Path("bench", "watch")
BASELINE = "baseline.json.gz"


def watch_hint(settings: Settings) -> str | None:
    """Said once data or model have changed; None where nobody keeps a baseline."""
    if not (settings.var / FOLDER / BASELINE).exists():
        return None
    return "Ce que cela change pour les personnes : declic watch"
