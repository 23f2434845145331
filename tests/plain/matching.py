"""Ranks jobs for one person: fit, opportunity and feasible are kept apart, then jobs are chosen.

Score = fit x opportunity x coverage of answers x refusals; coverage pulls a fit that rests on few
answers towards the middle. Inside "yes" and inside "to check" the score alone decides; between
the two, what is to check must be better by a quarter.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.orientation.catalogue import Catalogue
from bot.orientation.finding import Finding, Reason
from bot.orientation.job import Job
from bot.orientation.profile import Profile
from bot.orientation.rare_jobs import RARE_JOBS
from bot.orientation.surprise import FAR_PRICE, KNOWN_PRICE
from tests.plain.criteria import CRITERIA, NEAR_JOB, nearness
from tests.plain.opportunity import Opportunity
from tests.plain.refusals import refusal_factor
from tests.plain.situation import Situation, situation_of

PARTS = {
    part: tuple(criterion for criterion in CRITERIA if criterion.part == part)
    for part in ("fit", "opportunity", "feasible")
}
YES, TO_CHECK, NO = "yes", "to_check", "no"
NEUTRAL = 0.5
"""The fit of a job about which the answers say nothing."""
FIT_FLOOR = 0.5
"""Under it the person rather dislikes the job: being feasible does not make it a good idea."""
OPPORTUNITY_SHARE = 0.5
"""How much of the score hangs on opportunity: liked and less wanted beats wanted and disliked."""
TO_CHECK_PRICE = 0.8
"""What a job loses when something is still to check."""
SPREAD = 0.06
"""Scores nearer than this are as good as equal: the conversation's seed orders them."""


@dataclass(frozen=True)
class Match:
    """One job for one person.

    fit: 0 to 1, None when nothing is known about tastes or past. coverage: weighted share of the
    fit criteria that could be worked out. feasible: YES, TO_CHECK or NO. tier: 0 liked
    and a hiring figure is published in reach, 1 liked without figure (masked or none), 2 and 3 the
    same for what is rather disliked. score: ranking inside a tier.
    findings: criterion name -> finding.
    """

    job: Job
    fit: float | None
    coverage: float
    opportunity: float | None
    feasible: str
    tier: int
    score: float
    around: Opportunity
    openings: float
    luck: float
    findings: Mapping[str, Finding]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return tuple(reason for finding in self.findings.values() for reason in finding.reasons)

    @property
    def recruits(self) -> bool:
        """A hiring figure above zero is published for a basin in reach."""
        return self.openings >= 1 and bool(self.around.projects)


@dataclass(frozen=True)
class Ranking:
    """matches: what may be proposed, best first. ruled_out: ROME code -> why it cannot be."""

    situation: Situation
    matches: tuple[Match, ...]
    ruled_out: Mapping[str, tuple[Reason, ...]]

    @property
    def removed(self) -> dict[tuple[str, str], int]:
        """(reason code, hour or condition refused) -> how many jobs it rules out, most first.

        A job ruled out by two limits is counted by both.
        """
        counts = Counter(
            (reason.code, detail)
            for reasons in self.ruled_out.values()
            for reason in reasons
            for detail in _details(reason)
        )
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def rank(catalogue: Catalogue, profile: Profile, seed: int) -> Ranking:
    """Every job that can be proposed, best first: by tier, then by score.

    Same catalogue, profile and seed: same order.
    """
    situation = situation_of(catalogue, profile)
    possible: list[Match] = []
    ruled_out: dict[str, tuple[Reason, ...]] = {}
    for job in catalogue.jobs:
        if not _can_be_proposed(situation, job):
            continue
        feasibility = _findings("feasible", situation, job)
        blocking = _blocking(feasibility)
        if blocking:
            ruled_out[job.rome_code] = blocking
        else:
            possible.append(_match(situation, job, seed, feasibility))
    possible.sort(key=lambda match: (match.tier, -match.score, match.job.rome_code))
    return Ranking(situation, tuple(possible), ruled_out)


def match_job(situation: Situation, job: Job, seed: int) -> Match:
    """All numbers and all reasons for one job, feasible or not."""
    return _match(situation, job, seed, _findings("feasible", situation, job))


def _can_be_proposed(situation: Situation, job: Job) -> bool:
    """It can be told about, was not refused, and is not rare, or near what the person did."""
    if job.summary is None and job.definition is None:
        return False
    if any(refusal.rome_code == job.rome_code for refusal in situation.profile.refusals):
        return False
    if job.rome_code not in RARE_JOBS:
        return True
    return any(nearness(past, job) >= NEAR_JOB for _, past in situation.past)


def _match(situation: Situation, job: Job, seed: int, feasibility: Mapping[str, Finding]) -> Match:
    findings = {
        **_findings("fit", situation, job),
        **_findings("opportunity", situation, job),
        **feasibility,
    }
    fit, coverage = _weighted("fit", findings)
    opportunity, _ = _weighted("opportunity", findings)
    feasible = _feasible(feasibility)
    certain = NEUTRAL if fit is None else fit * coverage + NEUTRAL * (1 - coverage)
    chances = NEUTRAL if opportunity is None else opportunity
    score = (
        certain
        * (1 - OPPORTUNITY_SHARE + OPPORTUNITY_SHARE * chances)
        * refusal_factor(situation, job)
        * dial_factor(situation, findings["experience"])
        * (TO_CHECK_PRICE if feasible == TO_CHECK else 1.0)
        * (1 + SPREAD * chance(seed, job.rome_code))
    )
    around = situation.around[job.fap_code]
    openings = situation.catalogue.family_share[job.rome_code] * (around.reachable_projects or 0)
    has_figure = bool(around.projects)
    tier = _tier(fit, openings >= 1 and has_figure, has_figure)
    numbers = (fit, coverage, opportunity, feasible, tier, score)
    luck = chance(seed, job.rome_code)
    return Match(job, *numbers, around, openings, luck, findings)


def chance(seed: int, rome_code: str) -> float:
    """0 to 1, fixed for one conversation and one job (SplitMix64)."""
    salt = int.from_bytes(hashlib.blake2b(rome_code.encode(), digest_size=8).digest(), "big")
    mixed = (salt + seed * 0x9E3779B97F4A7C15) % 2**64
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB % 2**64
    return (mixed >> 11) / 2**53


def dial_factor(situation: Situation, experience: Finding) -> float:
    if experience.value is None or situation.profile.surprise not in ("near", "surprise"):
        return 1.0
    if situation.profile.surprise == "near":
        return FAR_PRICE + (1 - FAR_PRICE) * experience.value
    return 1 - (1 - KNOWN_PRICE) * experience.value


def choose(ranking: Ranking, count: int, passed_over: Collection[str] = ()) -> tuple[Match, ...]:
    """The `count` best, from different families and, while it costs little, different domains.

    A past job comes only when nothing else is left. `passed_over`: codes already shown.
    """
    past = {job.rome_code for _, job in ranking.situation.past}
    left = [m for m in ranking.matches if m.job.rome_code not in passed_over]
    fresh = [m for m in left if m.job.rome_code not in past]
    chosen: list[Match] = []
    stays_near = ranking.situation.profile.surprise == "near"
    while len(chosen) < count and (best := _next_choice(fresh or left, chosen, stays_near)):
        chosen.append(best)
    return tuple(chosen)


DOMAIN_PRICE = 0.9
"""A job of a new domain is preferred down to this share of the best remaining score."""
MOST_PER_DOMAIN = 2


def _next_choice(candidates: list[Match], chosen: list[Match], stays_near: bool) -> Match | None:
    """The best of another family; a domain chosen twice waits until no other liked job is left."""
    codes = {m.job.rome_code for m in chosen}
    families = {m.job.fap_code for m in chosen}
    domains = Counter(m.job.domain for m in chosen)
    left = [m for m in candidates if m.job.rome_code not in codes]
    left = [m for m in left if m.job.fap_code not in families] or left
    if not left:
        return None
    if stays_near:
        return left[0]
    tier = left[0].tier
    open_domains = [m for m in left if m.tier == tier and domains[m.job.domain] < MOST_PER_DOMAIN]
    best = (open_domains or left)[0]
    for match in open_domains:
        if not domains[match.job.domain] and match.score >= DOMAIN_PRICE * best.score:
            return match
    return best


def _tier(fit: float | None, recruits: bool, has_figure: bool) -> int:
    is_disliked = fit is not None and fit < FIT_FLOOR
    return 3 * is_disliked + 2 - recruits - has_figure


def _weighted(part: str, findings: Mapping[str, Finding]) -> tuple[float | None, float]:
    """Weighted mean of what is known, and the weighted share of what applies that is known."""
    criteria = [criterion for criterion in PARTS[part] if findings[criterion.name].applies]
    known = [
        (value, criterion.weight)
        for criterion in criteria
        if (value := findings[criterion.name].value) is not None
    ]
    weight = sum(w for _, w in known)
    mean = sum(value * w for value, w in known) / weight if weight else None
    return mean, weight / sum(criterion.weight for criterion in criteria)


def _findings(part: str, situation: Situation, job: Job) -> dict[str, Finding]:
    return {criterion.name: criterion.finding(situation, job) for criterion in PARTS[part]}


def _blocking(feasibility: Mapping[str, Finding]) -> tuple[Reason, ...]:
    return tuple(
        r for finding in feasibility.values() if finding.value == 0 for r in finding.reasons
    )


def _feasible(feasibility: Mapping[str, Finding]) -> str:
    values = [finding.value for finding in feasibility.values()]
    if 0.0 in values:
        return NO
    return TO_CHECK if None in values else YES


def _details(reason: Reason) -> tuple[str, ...]:
    details = reason.facts.get("hours") or reason.facts.get("conditions") or ("",)
    assert isinstance(details, tuple)
    return details
