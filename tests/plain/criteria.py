"""One small function per criterion: a value from 0 to 1, or None when it cannot be known, and why.

Parts are never mixed: "fit" says whether the person would like the job, "opportunity" whether it
recruits in reach, "feasible" whether it can be done (1 yes, 0 no, None with a reason: to check).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from bot.orientation.evidence import Evidence
from bot.orientation.finding import AGAINST, CHECK, FOR, Finding, Reason
from bot.orientation.job import Job
from bot.orientation.misplaced_jobs import MISPLACED_JOBS
from bot.orientation.skill_likeness import skill_words
from bot.orientation.statements import LETTERS
from tests.plain.feasibility import (
    conditions_accepted,
    hours_accepted,
    licence_held,
    training_accepted,
    within_reach,
)
from tests.plain.finding import NOT_APPLICABLE, NOTHING_KNOWN
from tests.plain.interests import letters_fit, settings_fit
from tests.plain.opportunity import hiring_value
from tests.plain.situation import Situation

CLEAR, STRONG = 0.5, 0.75
"""Agreement worth a sentence; what speaks against a job must be stronger to be said."""
NEVER_PRAISED = {("variety", -1)}
"""Repeated gestures: no statement says that one likes them, only that routine or steps are fine."""
MANY_HARD, MANY_SEASONAL, FEW_PROJECTS = 0.5, 0.5, 10
NEAR_JOB, SAME_FAMILY, SAME_DOMAIN = 0.8, 0.7, 0.4
CHANGE = 0.35
UNLIKE, TELLING_LIKENESS, FULL_LIKENESS = 0.1, 0.25, 0.5


def letters_liked(situation: Situation, job: Job) -> Finding:
    """What the job is about against what the person likes; quotes the answer that weighs most.

    The minor letter is told only beside a liked major one: alone it says little about the job.
    """
    table = situation.catalogue.job_table
    shares = table.letters[table.row_by_code[job.rome_code]]
    value = letters_fit(situation.interests, dict(zip(LETTERS, shares, strict=True)))
    if value is None:
        return NOTHING_KNOWN
    letters = [job.riasec_major]
    if job.riasec_minor and situation.interests.scores.get(job.riasec_major, 0.0) > 0:
        letters.append(job.riasec_minor)
    reasons = [_letter_reason(situation, job, letter) for letter in letters]
    return Finding(value, tuple(reason for reason in reasons if reason is not None))


def field_liked(situation: Situation, job: Job) -> Finding:
    """Mean agreement with what is the daily life of the job's ROME domain, by amount told."""
    told = [piece for piece in situation.evidence if job.domain in piece.domains]
    if not told:
        return NOTHING_KNOWN
    agreement = sum(piece.agreement * piece.amount for piece in told)
    return Finding(0.5 + 0.5 * agreement / sum(piece.amount for piece in told))


def settings_liked(situation: Situation, job: Job) -> Finding:
    """Where and with whom one works, against what the person likes."""
    scores = situation.interests.scores
    settings = situation.catalogue.settings_by_job[job.rome_code]
    reasons = [
        _setting_reason(situation, axis, sign, scores[axis] * sign)
        for axis, sign in settings.items()
        if axis in scores
    ]
    told = tuple(reason for reason in reasons if reason is not None)
    return Finding(settings_fit(situation.interests, settings), told)


def experience_used(situation: Situation, job: Job) -> Finding:
    """How near the job is to a past one: the same, officially near, same family, same domain.

    Elsewhere is CHANGE, near the middle: wanting something else is no fault. Does not apply when no
    past job is known: never having worked is no weakness.
    """
    if not situation.past:
        return NOT_APPLICABLE
    said, past = max(situation.past, key=lambda pair: nearness(pair[1], job))
    near = nearness(past, job)
    if near == 0:
        return Finding(CHANGE)
    table = situation.catalogue.skill_table
    rows = [table.row_by_code[one.rome_code] for _, one in situation.past]
    if table.likeness(rows)[table.row_by_code[job.rome_code]] < UNLIKE:
        return Finding(CHANGE + (1 - CHANGE) * near)
    code = {1.0: "same_job", SAME_DOMAIN: "same_domain"}.get(near, "past_job_near")
    return Finding(CHANGE + (1 - CHANGE) * near, (Reason(code, FOR, {"said": said}),))


def skills_shared(situation: Situation, job: Job) -> Finding:
    """How much of what one does in the job was done in a past one."""
    table = situation.catalogue.skill_table
    row = table.row_by_code[job.rome_code]
    likeness = [
        (float(table.likeness([past_row])[row]), said, past)
        for said, past in situation.past
        if table.is_known[past_row := table.row_by_code[past.rome_code]]
    ]
    if not likeness:
        return NOT_APPLICABLE
    most, said, past = max(likeness, key=lambda one: one[0])
    if math.isnan(most):
        return NOTHING_KNOWN
    value = CHANGE + (1 - CHANGE) * min(1.0, most / FULL_LIKENESS)
    shared = table.shared_skills(past, job, most=1)
    if most < TELLING_LIKENESS or past == job or not shared:
        return Finding(value)
    facts = {"said": said, "skill": skill_words(shared[0])}
    return Finding(value, (Reason("skills_shared", FOR, facts),))


def nearness(past: Job, job: Job) -> float:
    """0 to 1: 1 the same job, then official near jobs, same FAP family, same ROME domain, 0."""
    if past.rome_code == job.rome_code:
        return 1.0
    if job.rome_code in past.near or past.rome_code in job.near:
        return NEAR_JOB
    if past.fap_code == job.fap_code:
        return SAME_FAMILY
    return SAME_DOMAIN if past.domain == job.domain else 0.0


def hiring_nearby(situation: Situation, job: Job) -> Finding:
    """How many openings the job probably has in reach, and whether they are hard to fill."""
    around = situation.around[job.fap_code]
    value = hiring_value(situation.catalogue.family_share[job.rome_code], around)
    row = around.demand
    if job.rome_code in MISPLACED_JOBS:
        return Finding(value)
    if row is None or not row.projects or row.projects < FEW_PROJECTS:
        return Finding(value)
    reasons = []
    if row.hard is not None and row.hard / row.projects >= MANY_HARD:
        reasons.append(Reason("hard_to_fill", FOR, {"share": min(1.0, row.hard / row.projects)}))
    if row.seasonal is not None and row.seasonal / row.projects >= MANY_SEASONAL:
        reasons.append(Reason("seasonal", CHECK, {"share": min(1.0, row.seasonal / row.projects)}))
    return Finding(value, tuple(reasons))


def short_trip(situation: Situation, job: Job) -> Finding:
    """1 at the door, 0 at twice the accepted minutes; None while home is unknown."""
    basin = situation.around[job.fap_code].basin
    if basin is None:
        return NOTHING_KNOWN
    return Finding(max(0.0, 1 - basin.minutes / (2 * max(situation.reach.max_minutes, 1))))


@dataclass(frozen=True)
class Criterion:
    """`weight`: share inside its part; feasibility is never averaged, so it has none."""

    name: str
    part: str
    finding: Callable[[Situation, Job], Finding]
    weight: float = 0.0


CRITERIA = (
    Criterion("letters", "fit", letters_liked, 0.3),
    Criterion("field", "fit", field_liked, 0.2),
    Criterion("settings", "fit", settings_liked, 0.15),
    Criterion("experience", "fit", experience_used, 0.2),
    Criterion("skills", "fit", skills_shared, 0.15),
    Criterion("hiring", "opportunity", hiring_nearby, 0.85),
    Criterion("trip", "opportunity", short_trip, 0.15),
    Criterion("reach", "feasible", within_reach),
    Criterion("hours", "feasible", hours_accepted),
    Criterion("conditions", "feasible", conditions_accepted),
    Criterion("licence", "feasible", licence_held),
    Criterion("training", "feasible", training_accepted),
)


def _setting_reason(
    situation: Situation, axis: str, sign: float, agreement: float
) -> Reason | None:
    if agreement >= CLEAR and (axis, sign) not in NEVER_PRAISED:
        said = next(
            (
                piece
                for piece in situation.evidence
                if piece.agreement > 0 and piece.main_axis == axis and piece.lean(axis) * sign > 0
            ),
            None,
        )
        facts = {"axis": axis, "sign": sign, **_quoted(said)}
        return Reason("setting_liked", FOR, facts)
    if agreement <= -STRONG:
        return Reason("setting_disliked", AGAINST, {"axis": axis, "sign": sign})
    return None


def _letter_reason(situation: Situation, job: Job, letter: str) -> Reason | None:
    """The answer that tells most about the letter, on the side where the person leans.

    A yes to what one does in the job's own domain is told even when the letter is not quite liked.
    """
    score = situation.interests.scores.get(letter, 0.0)
    liked = _telling_piece(situation, job, letter, 1)
    if liked and (score > 0 or (score > -CLEAR and job.domain in liked.domains)):
        is_elsewhere = bool(liked.domains) and job.domain not in liked.domains
        facts = {"letter": letter, **_quoted(liked), "is_elsewhere": is_elsewhere}
        return Reason("letter_liked", FOR, facts)
    disliked = _telling_piece(situation, job, letter, -1)
    if disliked and score <= -CLEAR and letter == job.riasec_major:
        return Reason("letter_disliked", AGAINST, {"letter": letter, **_quoted(disliked)})
    return None


def _telling_piece(situation: Situation, job: Job, letter: str, sign: int) -> Evidence | None:
    """The piece about this letter that says most about this job; None when there is none."""
    job_axes = {
        job.riasec_major: 1.0,
        **situation.catalogue.settings_by_job[job.rome_code],
        letter: 1.0,
    }
    best, most = None, 0.0
    for piece in situation.evidence:
        if piece.lean(letter) * sign <= 0 or piece.main_axis != letter:
            continue
        told = sum(weight * job_axes.get(axis, 0.0) for axis, weight in piece.weights.items())
        told = abs(piece.agreement) * (told + (job.domain in piece.domains))
        if told > most:
            best, most = piece, told
    return best


def _quoted(piece: Evidence | None) -> dict[str, str | None]:
    """What a sentence needs to quote the piece; None when there is nothing to quote."""
    return {"text": piece.text if piece else None, "kind": piece.quoted_as if piece else None}
