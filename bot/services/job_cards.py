"""A job as it is shown to a person: one card, all in French."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bot.orientation.explanation import sentence
from bot.orientation.finding import AGAINST, CHECK, FOR, Reason
from bot.orientation.labels import job_label
from bot.orientation.local_facts import (
    about,
    first_step,
    hiring_sentence,
    hiring_source,
    summary_sentence,
    training_sentence,
    travel_sentence,
)
from bot.orientation.matching import Match
from bot.orientation.opening import declic_reason
from bot.orientation.phrases import say
from bot.orientation.situation import Situation

MOST_REASONS, MOST_CAUTIONS = 4, 3
MOST_WHEN_EASY = (3, 2)
"""Reasons and cautions of a card in easy-read."""


@dataclass(frozen=True)
class Hiring:
    """projects: None = masked or not published. basin: None while home is unknown."""

    sentence: str
    projects: int | None
    basin: str | None
    year: int | None
    source: str


@dataclass(frozen=True)
class Travel:
    """minutes: one way, to the nearest 5, as in the sentence; None while home is unknown.

    changes: what a lever changes of the trip, and what it would cost; empty without one.
    """

    sentence: str
    minutes: int | None
    mode: str | None
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """One job as it is shown, all in French. `score` is for programs and advisors, never shown."""

    rome_code: str
    title: str
    is_declic: bool
    summary: str
    reasons: tuple[str, ...]
    hiring: Hiring
    travel: Travel
    training: str
    cautions: tuple[str, ...]
    first_step: str
    feasible: str
    score: float


LEAST_REASONS = 2
"""Reasons that a card keeps, though all were read on a card before it."""


def card_of(
    match: Match, is_declic: bool = False, read: Collection[str] = (), easy: bool = False
) -> Card:
    """read: reasons on the cards before; they come last on this one, and go when others remain.

    easy: in easy-read French, with fewer reasons and cautions.
    """
    situation, job = match.ranking.situation, match.job
    surprise = [sentence(declic_reason(situation, match.row), easy)] if is_declic else []
    told = surprise + reason_sentences(match.reasons, FOR, easy)
    reasons = _freshest(told, read)
    most_reasons, most_cautions = MOST_WHEN_EASY if easy else (MOST_REASONS, MOST_CAUTIONS)
    against = reason_sentences(match.reasons, AGAINST, easy)
    return Card(
        rome_code=job.rome_code,
        title=job_label(job),
        is_declic=is_declic,
        summary=summary_sentence(job, situation.catalogue.family_labels[job.fap_code], easy),
        reasons=tuple(reasons[:most_reasons]),
        hiring=_hiring(situation, match, easy),
        travel=_travel(situation, match, easy),
        training=training_sentence(job, easy),
        cautions=tuple((caution_sentences(match, easy) + against)[:most_cautions]),
        first_step=first_step(easy),
        feasible=match.feasible,
        score=match.score,
    )


def _freshest(told: Sequence[str], read: Collection[str]) -> list[str]:
    """What was not read yet; then, of the rest, enough for LEAST_REASONS and for one quote."""
    reasons = [reason for reason in told if reason not in read]
    for reason in told:
        lacks_quote = "«" in reason and not any("«" in one for one in reasons)
        if reason in read and (lacks_quote or len(reasons) < LEAST_REASONS):
            reasons.append(reason)
    return reasons


def cards_as_dicts(
    cards: Sequence[Card],
    easy: bool = False,
    vacancies: Mapping[str, dict[str, Any]] = MappingProxyType({}),
    kept: Collection[str] = (),
    known: Collection[str] = (),
) -> list[dict[str, Any]]:
    """vacancies: of live_facts. kept: jobs that the person keeps. known: jobs of the list before,
    which are shown in short since what changed was just said."""
    return [
        {
            **card_as_dict(card, vacancies.get(card.rome_code), easy, card.rome_code in kept),
            "is_known": card.rome_code in known,
        }
        for card in cards
    ]


def card_as_dict(
    card: Card,
    vacancies: dict[str, Any] | None = None,
    easy: bool = False,
    is_kept: bool = False,
) -> dict[str, Any]:
    """The card as the chat channel sends it, with its buttons; vacancies: of live_facts."""
    about_job = json.dumps({"rome_code": card.rome_code})
    keep = "drop" if is_kept else "keep"
    return {
        "rome_code": card.rome_code,
        "title": card.title,
        "is_declic": card.is_declic,
        "kept": is_kept,
        "summary": card.summary,
        "reasons": list(card.reasons),
        "hiring": vars(card.hiring).copy(),
        "vacancies": vacancies,
        "travel": {**vars(card.travel), "changes": list(card.travel.changes)},
        "training": {"sentence": card.training},
        "cautions": list(card.cautions),
        "first_step": card.first_step,
        "buttons": [
            {"title": say("title.job.why", easy), "payload": f"/why_job{about_job}"},
            {"title": say(f"title.job.{keep}", easy), "payload": f"/keep_job{about_job}"},
            {"title": say("title.job.refuse", easy), "payload": f"/refuse_job{about_job}"},
            {"title": say("title.job.try", easy), "payload": f"/try_job{about_job}"},
        ],
    }


def reason_sentences(reasons: Sequence[Reason], side: str, easy: bool = False) -> list[str]:
    """What speaks on one side: FOR, AGAINST or CHECK."""
    return [sentence(reason, easy) for reason in reasons if reason.side == side]


def caution_sentences(match: Match, easy: bool = False) -> list[str]:
    """What to check; what rules nothing out but is still unsure comes first."""
    unsure = [f for f in match.findings.values() if f.value is None]
    told = [f for f in match.findings.values() if f.value is not None]
    reasons = [reason for finding in (*unsure, *told) for reason in finding.reasons]
    return reason_sentences(reasons, CHECK, easy)


def _hiring(situation: Situation, match: Match, easy: bool) -> Hiring:
    around = match.around
    catalogue = situation.catalogue
    year = around.demand.year if around.demand else None
    return Hiring(
        sentence=hiring_sentence(catalogue, around, easy),
        projects=around.projects,
        basin=catalogue.basin_by_code[around.basin.basin_code].name if around.basin else None,
        year=year,
        source=say("job.hiring.source.meaning", easy, source=hiring_source(catalogue, year)),
    )


def _travel(situation: Situation, match: Match, easy: bool) -> Travel:
    basin = match.around.basin
    return Travel(
        sentence=travel_sentence(situation.reach, basin, easy),
        minutes=about(basin.minutes) if basin else None,
        mode=basin.mode if basin else None,
    )
