"""One job under the glass: every factor with its weight, what is missing, what would open it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.orientation.catalogue import Edition
from bot.orientation.counterfactual import WhyNot, why_not
from bot.orientation.counterfactual_sentences import why_not_sentences
from bot.orientation.finding import AGAINST, FOR
from bot.orientation.interests import InterestProfile
from bot.orientation.local_facts import hiring_sentence, training_sentence, travel_sentence
from bot.orientation.matching import Match
from bot.orientation.offer_ranking import RankedOffer
from bot.orientation.profile import Profile
from bot.orientation.score_parts import Factor, ScoreParts, score_parts
from bot.orientation.statements import SETTINGS
from bot.orientation.unlocking import Unlocked, fewest_levers
from bot.services.job_cards import caution_sentences, reason_sentences

MOST_WAYS = 4
SOURCES = ("BMO", "FAP", "ROME", "COG")
"""Data sets that the figures of a job rest on."""


@dataclass(frozen=True)
class Missing:
    """What is not known of one criterion. question: the slot that would tell it; None when the
    source says nothing. most: points it could add or take away."""

    criterion: str
    question: str | None
    most: float


@dataclass(frozen=True)
class WayIn:
    """Levers that open the job together, and the offers that may give each of them."""

    levers: tuple[str, ...]
    offers: Mapping[str, tuple[RankedOffer, ...]]


@dataclass(frozen=True)
class JobFactors:
    """told: sentences for the job, against it and to check. why: why it is not among the first.
    sentences: hiring, travel and training. editions: where the figures come from."""

    match: Match
    parts: ScoreParts
    missing: tuple[Missing, ...]
    told: Mapping[str, tuple[str, ...]]
    why: WhyNot
    why_sentences: tuple[str, ...]
    ways: tuple[WayIn, ...]
    sentences: tuple[str, ...]
    editions: tuple[Edition, ...] = field(repr=False)


def job_factors(
    match: Match,
    unlocked: Sequence[Unlocked],
    giving: Mapping[str, tuple[RankedOffer, ...]],
    seed: int,
) -> JobFactors:
    """unlocked: of the same ranking. giving: the offers of each lever (offers_by_lever)."""
    parts, ranking = score_parts(match), match.ranking
    situation, job = ranking.situation, match.job
    why = why_not(ranking, unlocked, job.rome_code)
    catalogue = situation.catalogue
    return JobFactors(
        match,
        parts,
        missing(match, parts),
        {
            FOR: tuple(reason_sentences(match.reasons, FOR)),
            AGAINST: tuple(reason_sentences(match.reasons, AGAINST)),
            "check": tuple(caution_sentences(match)),
        },
        why,
        why_not_sentences(why),
        tuple(WayIn(way, {lever: giving[lever] for lever in way}) for way in _ways(why, seed)),
        (
            hiring_sentence(catalogue, match.around),
            travel_sentence(situation.reach, match.around.basin),
            training_sentence(job),
        ),
        tuple(one for one in catalogue.editions if one.name in SOURCES),
    )


def _ways(why: WhyNot, seed: int) -> tuple[tuple[str, ...], ...]:
    """One lever or two; failing that, as many as it takes. Empty when nothing rules the job out."""
    if why.ways or not why.limits:
        return why.ways[:MOST_WAYS]
    fewest = fewest_levers(why.match.ranking, why.match.row, seed)
    return (fewest,) if fewest else ()


def missing(match: Match, parts: ScoreParts) -> tuple[Missing, ...]:
    """What could still move this job: first what weighs most in its score."""
    profile, interests = match.ranking.situation.profile, match.ranking.situation.interests
    told = [
        Missing(factor.name, question, factor.most)
        for factor in parts.factors
        for question in _questions(factor, profile, interests, match)
    ]
    return tuple(sorted(told, key=lambda one: -one.most))


def _questions(
    factor: Factor, profile: Profile, interests: InterestProfile, match: Match
) -> tuple[str | None, ...]:
    """The questions whose answer is missing for a factor; (None,) when the source is silent."""
    name, value = factor.name, factor.finding.value
    if name in ("experience", "skills"):
        if not factor.finding.applies:
            return () if profile.past_jobs else ("past_jobs",)
        return (None,) if value is None else ()
    if name == "settings" and value is None:
        known = any(axis in interests.scores for axis in SETTINGS)
        return (None,) if known else ("interests",)
    if name in ("letters", "field"):
        return ("interests",) if value is None else ()
    if name in ("hiring", "trip"):
        return ("commune",) if value is None else ()
    return _open_limits(name, value, profile, match)


def _open_limits(
    name: str, value: float | None, profile: Profile, match: Match
) -> tuple[str | None, ...]:
    """What was not told of the limits; None: the source does not say it of the job."""
    if name == "reach" and value is None:
        reach = match.ranking.situation.reach
        return tuple(sorted(reach.unknown)) if reach.home_basin else ("commune",)
    answers = {
        "hours": ("hours_refused", profile.hours_refused),
        "conditions": ("conditions_refused", profile.conditions_refused),
        "licence": ("licence", profile.has_licence_b),
        "training": ("training", profile.training_accepted),
    }
    question, answer = answers.get(name, ("", True))
    if answer is None and (name != "licence" or match.job.needs_licence_b):
        return (question,)
    return (None,) if value is None and name != "reach" else ()
