"""What a refusal changes in the answers: a job that is too far shortens the trips looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.local_facts import about
from bot.orientation.matching import Ranking, rank
from bot.orientation.phrases import say
from bot.orientation.profile import Profile

TOO_FAR = "too_far"
STEP_MINUTES = 5
"""Trips are told to the nearest 5 minutes: one step less is seen on the cards."""


@dataclass(frozen=True)
class Refused:
    """slots: answers that the refusal changes. sentences: what is said of it."""

    slots: Mapping[str, Any] = field(default_factory=dict)
    sentences: tuple[str, ...] = ()


def refused(
    catalogue: Catalogue, profile: Profile, rome_code: str, reason: str, easy: bool = False
) -> Refused:
    """Too far at 25 minutes: from now on 20 at most, which the person may change again.

    Employers are told by basin, so that a job no farther would be told with the same minutes. When
    nothing is nearer, the answers stay, and that is said.
    """
    if reason != TOO_FAR or rome_code not in catalogue.job_by_code:
        return Refused()
    basin = rank(catalogue, profile, 0).match(rome_code).around.basin
    if basin is None:
        return Refused()
    minutes = about(basin.minutes) - STEP_MINUTES
    if profile.max_minutes is not None:
        minutes = min(minutes, profile.max_minutes)
    if not _has_other_jobs(rank(catalogue, replace(profile, max_minutes=minutes), 0), rome_code):
        return Refused(sentences=(say("list.nothing_nearer", easy),))
    told = say("list.minutes_at_most", easy, minutes=minutes)
    return Refused({"max_minutes": minutes}, (told,))


def _has_other_jobs(ranking: Ranking, rome_code: str) -> bool:
    return any(match.job.rome_code != rome_code for match in ranking.matches)
