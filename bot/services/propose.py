"""Proposes three jobs and one déclic, and explains any job."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from bot.orientation.borders import border_note, near_border
from bot.orientation.catalogue import Catalogue
from bot.orientation.explanation import (
    NOTES,
    contradiction_sentence,
    moved_sentences,
    refusal_sentences,
    removed_sentences,
    sentence,
)
from bot.orientation.finding import AGAINST, CHECK, FOR, Reason
from bot.orientation.labels import job_label, listing, quote
from bot.orientation.local_facts import (
    FIRST_STEP,
    about,
    hiring_sentence,
    hiring_source,
    share_sentence,
    summary_sentence,
    training_sentence,
    travel_sentence,
)
from bot.orientation.matching import Match, Ranking, choose, rank
from bot.orientation.opening import choose_declics, declic_reason
from bot.orientation.profile import Profile
from bot.orientation.situation import Situation
from bot.orientation.surprise import declic_count

MOST_REASONS, MOST_CAUTIONS = 4, 3


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
    """minutes: one way, to the nearest 5, as in the sentence; None while home is unknown."""

    sentence: str
    minutes: int | None
    mode: str | None


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


@dataclass(frozen=True)
class Proposal:
    """cards: the jobs, then the déclic. removed: what the person's limits took away.

    notes: what the person should know about this list. changes: since the jobs shown before.
    """

    cards: tuple[Card, ...]
    removed: tuple[str, ...]
    notes: tuple[str, ...]
    changes: tuple[str, ...]


def propose(
    catalogue: Catalogue,
    profile: Profile,
    seed: int,
    count: int = 3,
    shown: Collection[str] = (),
    before: Sequence[str] = (),
) -> Proposal:
    """`count` jobs and one déclic, or as many déclics as the dial of surprise says.

    `shown`: codes not to show again; `before`: the list on screen.
    The same catalogue, profile, seed and `shown` give the same proposal.
    """
    ranking = rank(catalogue, profile, seed)
    surprises = declic_count(profile.surprise, count + 1)
    chosen = choose(ranking, count + 1 - surprises, shown)
    declics = choose_declics(ranking, surprises, chosen, shown)
    cards = tuple(_card(match) for match in chosen)
    cards += tuple(_card(match, is_declic=True) for match in declics)
    return Proposal(
        cards=cards,
        removed=removed_sentences(int(ranking.is_ruled_out.sum()), ranking.removed),
        notes=_notes(
            ranking, chosen, count + 1 - surprises, lacks_declic=bool(surprises) and not declics
        ),
        changes=_changes(catalogue, profile, cards, before),
    )


def card_as_dict(card: Card, vacancies: dict[str, Any] | None = None) -> dict[str, Any]:
    """The card as the chat channel sends it, with its buttons; vacancies: of live_facts."""
    about_job = json.dumps({"rome_code": card.rome_code})
    return {
        "rome_code": card.rome_code,
        "title": card.title,
        "is_declic": card.is_declic,
        "summary": card.summary,
        "reasons": list(card.reasons),
        "hiring": vars(card.hiring).copy(),
        "vacancies": vacancies,
        "travel": vars(card.travel).copy(),
        "training": {"sentence": card.training},
        "cautions": list(card.cautions),
        "first_step": card.first_step,
        "buttons": [
            {"title": "Pourquoi ce métier ?", "payload": f"/why_job{about_job}"},
            {"title": "Pas pour moi", "payload": f"/refuse_job{about_job}"},
            {"title": "Où l'essayer ?", "payload": f"/try_job{about_job}"},
        ],
    }


def explain_job(catalogue: Catalogue, profile: Profile, rome_code: str, seed: int) -> list[str]:
    """Why this job, or why not: every reason for and against, then the figures and their source."""
    job = catalogue.job_by_code.get(rome_code)
    if job is None:
        return [NOTES["unknown_job"]]
    match = rank(catalogue, profile, seed).match(rome_code)
    situation, around = match.ranking.situation, match.around
    lines = [f"{quote(job_label(job))} : voici ce que je regarde."]
    lines += _sentences(match.reasons, FOR) or [NOTES["no_reason_yet"]]
    lines += _sentences(match.reasons, AGAINST) + _cautions(match)
    lines.append(hiring_sentence(catalogue, around))
    lines.append(travel_sentence(situation.reach, around.basin))
    if around.basin is not None and around.basin.share_to_check > 0:
        lines.append(share_sentence(situation.reach, around.basin))
    lines.append(training_sentence(job))
    lines += _sources(catalogue)
    return lines


def _card(match: Match, is_declic: bool = False) -> Card:
    situation, job = match.ranking.situation, match.job
    surprise = [sentence(declic_reason(situation, match.row))] if is_declic else []
    return Card(
        rome_code=job.rome_code,
        title=job_label(job),
        is_declic=is_declic,
        summary=summary_sentence(job, situation.catalogue.family_labels[job.fap_code]),
        reasons=tuple((surprise + _sentences(match.reasons, FOR))[:MOST_REASONS]),
        hiring=_hiring(situation, match),
        travel=_travel(situation, match),
        training=training_sentence(job),
        cautions=tuple((_cautions(match) + _sentences(match.reasons, AGAINST))[:MOST_CAUTIONS]),
        first_step=FIRST_STEP,
        feasible=match.feasible,
        score=match.score,
    )


def _hiring(situation: Situation, match: Match) -> Hiring:
    around = match.around
    catalogue = situation.catalogue
    year = around.demand.year if around.demand else None
    return Hiring(
        sentence=hiring_sentence(catalogue, around),
        projects=around.projects,
        basin=catalogue.basin_by_code[around.basin.basin_code].name if around.basin else None,
        year=year,
        source=hiring_source(catalogue, year),
    )


def _travel(situation: Situation, match: Match) -> Travel:
    basin = match.around.basin
    return Travel(
        sentence=travel_sentence(situation.reach, basin),
        minutes=about(basin.minutes) if basin else None,
        mode=basin.mode if basin else None,
    )


def _sentences(reasons: Sequence[Reason], side: str) -> list[str]:
    return [sentence(reason) for reason in reasons if reason.side == side]


def _cautions(match: Match) -> list[str]:
    """What to check; what rules nothing out but is still unsure comes first."""
    unsure = [f for f in match.findings.values() if f.value is None]
    told = [f for f in match.findings.values() if f.value is not None]
    return _sentences([reason for f in (*unsure, *told) for reason in f.reasons], CHECK)


def _notes(
    ranking: Ranking, chosen: Sequence[Match], count: int, lacks_declic: bool
) -> tuple[str, ...]:
    """What to know about the list. Contradictions of a flat profile are nothing of their own."""
    interests, reach = ranking.situation.interests, ranking.situation.reach
    facts = {
        "empty_profile": interests.is_empty,
        "flat_profile": interests.is_flat,
        "home_unknown": reach.home_basin is None,
        "minutes_assumed": reach.is_assumed and reach.home_basin is not None,
        "nothing_at_all": not ranking.matches,
        "nothing_left": bool(ranking.matches) and len(chosen) < count,
        "no_declic": lacks_declic and bool(chosen),
    }
    told = () if interests.is_flat else interests.contradictions
    return (
        *(NOTES[name] for name, holds in facts.items() if holds),
        *(contradiction_sentence(one) for one in told),
        *_border_notes(ranking.situation),
    )


def _border_notes(situation: Situation) -> tuple[str, ...]:
    """What is not counted, for a person who lives near a border."""
    home = situation.catalogue.commune_by_code.get(situation.profile.insee_code or "")
    if home is None:
        return ()
    country = near_border(situation.profile.home_point or (home.latitude, home.longitude))
    return (border_note(country),) if country else ()


def _changes(
    catalogue: Catalogue, profile: Profile, cards: Sequence[Card], before: Sequence[str]
) -> tuple[str, ...]:
    """What the last refusal took away, then what left and what came since the list `before`."""
    if not before or not profile.refusals:
        return ()
    last = profile.refusals[-1]
    jobs = catalogue.job_by_code
    if last.rome_code not in before or last.rome_code not in jobs:
        return ()
    now = [card.rome_code for card in cards]
    left = [code for code in before if code not in now and code != last.rome_code]
    came = [card.title for card in cards if card.rome_code not in before]
    return (
        *refusal_sentences(job_label(jobs[last.rome_code]), last.reason),
        *moved_sentences([job_label(jobs[code]) for code in left if code in jobs], came),
    )


def _sources(catalogue: Catalogue) -> list[str]:
    """One line: what the answer rests on, with editions."""
    names = [
        f"{edition.source} {edition.edition}"
        for edition in catalogue.editions
        if edition.name in ("BMO", "ROME")
    ]
    return [f"Sources : {listing(names)}."] if names else []
