"""Why a job, or why not: everything that is looked at, in French."""

from __future__ import annotations

from collections.abc import Collection

from bot.orientation.catalogue import Catalogue
from bot.orientation.counterfactual import why_not
from bot.orientation.counterfactual_sentences import why_not_sentences
from bot.orientation.finding import AGAINST, FOR
from bot.orientation.labels import job_label, listed, quote
from bot.orientation.local_facts import (
    SMALL_PART,
    hiring_sentence,
    share_sentence,
    training_sentence,
    travel_sentence,
)
from bot.orientation.matching import rank
from bot.orientation.phrases import say
from bot.orientation.profile import Profile
from bot.orientation.unlocking import unlocking
from bot.services.job_cards import caution_sentences, reason_sentences


def explain_job(
    catalogue: Catalogue,
    profile: Profile,
    rome_code: str,
    seed: int,
    shown: Collection[str] | None = None,
    carpool_zone: Collection[str] = frozenset(),
    easy: bool = False,
) -> list[str]:
    """Why this job, or why not: every reason for and against, then the figures and their source.

    shown: the jobs on screen, None before any list; for another job, it is told first why it is not
    among them and what it would take. carpool_zone: as in situation_of.
    """
    job = catalogue.job_by_code.get(rome_code)
    if job is None:
        return [say("list.unknown_job", easy)]
    ranking = rank(catalogue, profile, seed, carpool_zone)
    match = ranking.match(rome_code)
    situation, around = ranking.situation, match.around
    lines = [say("list.looked_at", easy, job=quote(job_label(job)))]
    if shown is not None and rome_code not in shown:
        lacks = why_not(ranking, unlocking(ranking, seed), rome_code)
        lines += why_not_sentences(lacks, easy)
    lines += reason_sentences(match.reasons, FOR, easy) or [say("list.no_reason_yet", easy)]
    lines += reason_sentences(match.reasons, AGAINST, easy) + caution_sentences(match, easy)
    lines.append(hiring_sentence(catalogue, around, easy))
    lines.append(travel_sentence(situation.reach, around.basin, easy))
    if around.basin is not None and around.basin.share_to_check >= SMALL_PART:
        lines.append(share_sentence(situation.reach, around.basin, easy))
    lines.append(training_sentence(job, easy))
    lines += _sources(catalogue, easy)
    return list(dict.fromkeys(lines))


def _sources(catalogue: Catalogue, easy: bool) -> list[str]:
    """One line: what the answer rests on, with editions."""
    names = [
        f"{edition.source} {edition.edition}"
        for edition in catalogue.editions
        if edition.name in ("BMO", "ROME")
    ]
    return [say("list.sources", easy, names=listed(names, easy))] if names else []
