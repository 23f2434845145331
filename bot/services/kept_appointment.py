"""The next appointment as it is kept, in one text."""

from __future__ import annotations

import datetime
import json

from bot.orientation.appointment import Appointment


def as_text(one: Appointment) -> str:
    """As it is kept, under names that the person can read in the copy of their data."""
    kept = {
        "jour": one.on.isoformat(),
        "heure": one.hour.isoformat("minutes") if one.hour else None,
        "lieu": one.place,
        "mots": one.words,
    }
    return json.dumps(kept, ensure_ascii=False)


def from_text(text: str | None) -> Appointment | None:
    """What `as_text` wrote; None: no appointment is kept."""
    if text is None:
        return None
    kept = json.loads(text)
    hour = datetime.time.fromisoformat(kept["heure"]) if kept["heure"] else None
    return Appointment(datetime.date.fromisoformat(kept["jour"]), hour, kept["lieu"], kept["mots"])
