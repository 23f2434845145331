"""Which of the jobs on screen a message speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.services.questions import Message
from bot.services.understanding import Understanding

_ASKING = re.compile(
    r"^(?:(?:et|alors|mais|bah|ben|bonjour|ok|d'accord|dites(?:[ -]moi)?|svp)[ ,]+)*"
    r"(?:(?:pour ?quoi|pourkoi|pk|pq|prk)(?:[ -](?:pas|pa|donc|ne pas)\b)?|c'?(?:est)? quoi|"
    r"c koi|comment|expliquez[ -]moi|parlez[ -]moi|et si je (?:devenais|faisais))?[ ,]*"
    r"(?:(?:vous )?(?:ne )?(?:me )?(?:proposez|montrez|mettez|conseillez)(?:[ -]vous)?"
    r"(?:[ -](?:pas|plus|jamais))?|je (?:ne )?(?:peux|pourrais)(?: pas)? "
    r"(?:etre|être|faire|devenir)|(?:de )?(?:devenir|être|etre|faire))?[ ,]*"
    r"(?:(?:plut[oô]t|aussi|pas|de|du|d'|le m[ée]tier (?:de |d')|m[ée]tier (?:de |d')|comme)[ ]*)*",
    re.IGNORECASE,
)
"""How one asks about a job, before the name of it."""


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


def named_job(
    message: Message, slots: Mapping[str, Any], understanding: Understanding
) -> str | None:
    """As chosen_job, and when words surely name a job that is not on screen, that one."""
    chosen = chosen_job(message, slots, understanding)
    name = _ASKING.sub("", message.text.replace("’", "'").strip(), count=1).strip(" ?!.…")
    if not name or message.entities:
        return chosen
    mentions = understanding.titles.recognise(name).mentions
    sure = [one.candidates[0].rome_code for one in mentions if one.status == "sure"]
    on_screen = slots.get("proposed") or ()
    if len(sure) != 1 or chosen == sure[0] or (chosen and len(on_screen) > 1):
        return chosen
    return sure[0]
