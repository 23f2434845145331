"""Which of the jobs on screen a message speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.services.questions import Message
from bot.services.understanding import Understanding


def chosen_job(
    message: Message, slots: Mapping[str, Any], understanding: Understanding
) -> str | None:
    """ROME code named by a button or in words; the only job on screen when there is just one.

    None when the words could mean several of them, or none: then one asks back.
    """
    given = message.entities.get("rome_code")
    if given in understanding.catalogue.job_by_code:
        return str(given)
    on_screen = list(slots.get("proposed") or ())
    titles = understanding.titles
    mentions = titles.recognise(message.text).mentions
    told = {one.candidates[0].rome_code for one in mentions if one.candidates}
    alike = {candidate.rome_code for candidate in titles.search(message.text, limit=5)}
    for named in (told.intersection(on_screen), alike.intersection(on_screen)):
        if len(named) == 1:
            return named.pop()
    return on_screen[0] if len(on_screen) == 1 else None
