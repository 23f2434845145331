"""The vacancies published today, on the cards of a proposal: a fact that may be missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.orientation.dates import day
from bot.orientation.labels import number
from bot.orientation.phrases import say
from bot.services.in_time import in_time
from bot.services.ports import Place, Vacancies, VacancySearch

BUDGET_SECONDS = 2.0
"""For all cards of a turn together. A turn may take 5 s, a person waits gladly for two. No less
than one call may take (bot.adapters.live.limits): a slower service is then one that failed."""

LONGEST_TITLE = 90


@dataclass(frozen=True)
class LiveFacts:
    """`vacancies`: by ROME code, as a card shows them. `notes`: what is missing, in French."""

    vacancies: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def live_facts(
    port: VacancySearch | None,
    rome_codes: Sequence[str],
    place: Place | None,
    radius_km: int,
    easy: bool = False,
) -> LiveFacts:
    """Vacancies around a place, for the jobs of one turn; nothing when off or without a place."""
    if port is None or place is None or not rome_codes:
        return LiveFacts()
    questions = {code: partial(port.near, code, place, radius_km) for code in rome_codes}
    answers = in_time(questions, BUDGET_SECONDS, "vacancies")
    shown = {code: as_shown(found, easy) for code, found in answers.given.items()}
    return LiveFacts(shown, _missing(len(answers.missing), len(questions), easy))


def as_shown(found: Vacancies, easy: bool = False) -> dict[str, Any]:
    """The part of a card: a sentence, at most three titles, where to see them, and the date."""
    return {
        "sentence": _sentence(found.count, found.radius_km, easy),
        "titles": [_cut(vacancy.title) for vacancy in found.newest[:3]],
        "url": (found.url or None) if found.count else None,
        "source": say("job.vacancies.source", easy, day=day(found.as_of.date())),
    }


def _sentence(count: int, radius_km: int, easy: bool) -> str:
    kind = "none" if count == 0 else "one" if count == 1 else "many"
    return say(f"job.vacancies.{kind}", easy, count=number(count), radius=radius_km)


def _cut(title: str) -> str:
    """Titles are written by recruiters: some are as long as the whole text."""
    clean = " ".join(title.split())
    return clean if len(clean) <= LONGEST_TITLE else f"{clean[: LONGEST_TITLE - 1].rstrip()}…"


def _missing(missing: int, asked: int, easy: bool) -> tuple[str, ...]:
    if missing == 0:
        return ()
    return (say(f"job.vacancies.{'none_answered' if missing == asked else 'some_missing'}", easy),)
