"""Which of the jobs on screen a message speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from bot.orientation.list_answers import read_rank_among
from bot.orientation.mentions import Mention
from bot.orientation.sayings import heard
from bot.services.questions import Message
from bot.services.understanding import Understanding

MOST_ALIKE = 4
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
    rank = read_rank_among(message.text, len(on_screen))
    if rank is not None:
        return str(on_screen[rank - 1])
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
    """The job that words surely name, on screen or not; else as chosen_job.

    "infirmière" is not the nursing assistant who happens to be on screen; "le deuxième" is the
    second job of the list, not a second assistant of the cinema.
    """
    is_ranked = read_rank_among(message.text, len(slots.get("proposed") or ())) is not None
    told = None if is_ranked else told_job(message, understanding)
    return told or chosen_job(message, slots, understanding)


def told_job(message: Message, understanding: Understanding) -> str | None:
    """The one job that words surely name, on screen or not."""
    mentions = _mentions(message, understanding)
    is_sure = len(mentions) == 1 and mentions[0].status == "sure"
    return mentions[0].candidates[0].rome_code if is_sure else None


def told_jobs(
    message: Message, understanding: Understanding, known: Collection[str] = ()
) -> tuple[str, ...]:
    """All the jobs that words name, each once: what is sure, or one of those `known`."""
    found = []
    for mention in understanding.titles.recognise(message.text).mentions:
        codes = [candidate.rome_code for candidate in mention.candidates]
        near = [code for code in codes if code in known]
        sure = codes[:1] if mention.status == "sure" or len(set(codes)) == 1 else near[:1]
        found += sure
    return tuple(dict.fromkeys(found))


def alike_jobs(message: Message, understanding: Understanding) -> tuple[str, ...]:
    """The jobs that words may mean when they name one that is not sure; empty when they do not."""
    mentions = _mentions(message, understanding)
    if len(mentions) != 1 or mentions[0].status != "which_one":
        return ()
    return tuple(candidate.rome_code for candidate in mentions[0].candidates[:MOST_ALIKE])


def begins_like_a_question(text: str) -> bool:
    """Whether a text begins as one asks about a job: "et cariste ?", "pourquoi pas maçon"."""
    return heard(text).startswith(("et ", "pourquoi "))


def _mentions(message: Message, understanding: Understanding) -> Sequence[Mention]:
    """The jobs that words name once the way of asking is taken off; none for a button."""
    if message.entities:
        return ()
    name = _ASKING.sub("", message.text.replace("’", "'").strip(), count=1).strip(" ?!.…")
    return understanding.titles.recognise(name).mentions if name else ()
