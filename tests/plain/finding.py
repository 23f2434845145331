"""What a criterion gives back for one job."""

from __future__ import annotations

from bot.orientation.finding import Finding

NOTHING_KNOWN = Finding(None)
NOT_APPLICABLE = Finding(None, applies=False)
ACCEPTED = Finding(1.0)
