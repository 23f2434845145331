"""One small function per criterion: values from 0 to 1, NaN when they cannot be known, and why.

Parts are never mixed: "fit" says whether the person would like the job, "opportunity" whether it
recruits in reach, "feasible" whether it can be done (1 yes, 0 no, NaN with a reason: to check).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bot.orientation.evidence import Evidence
from bot.orientation.feasibility import (
    conditions_accepted,
    hours_accepted,
    licence_held,
    training_accepted,
    within_reach,
)
from bot.orientation.finding import AGAINST, CHECK, FOR, Column, Reason, nothing_known
from bot.orientation.interests import letters_fit, settings_fit
from bot.orientation.job import Job
from bot.orientation.job_table import SAME_DOMAIN
from bot.orientation.opportunity import hiring_value
from bot.orientation.situation import Situation
from bot.orientation.skill_likeness import skill_words

CLEAR, STRONG = 0.5, 0.75
"""Agreement worth a sentence; what speaks against a job must be stronger to be said."""
NEVER_PRAISED = {("variety", -1)}
"""Repeated gestures: no statement says that one likes them, only that routine or steps are fine."""
MANY_HARD, MANY_SEASONAL, FEW_PROJECTS = 0.5, 0.5, 10
CHANGE = 0.35
"""What a past job elsewhere is worth: near the middle, since wanting a change is no fault."""
UNLIKE, TELLING_LIKENESS, FULL_LIKENESS = 0.1, 0.25, 0.5
"""Half of the official near jobs are at least so alike, one in ten is; of all jobs, one in 25."""


def letters_liked(situation: Situation) -> Column:
    """What the job is about against what the person likes; quotes the answer that weighs most.

    The minor letter is told only beside a liked major one: alone it says little about the job.
    """
    table, scores = situation.table, situation.interests.scores

    def reasons(row: int) -> tuple[Reason, ...]:
        job = table.jobs[row]
        letters = [job.riasec_major]
        if job.riasec_minor and scores.get(job.riasec_major, 0.0) > 0:
            letters.append(job.riasec_minor)
        told = (_letter_reason(situation, job, letter) for letter in letters)
        return tuple(reason for reason in told if reason is not None)

    return Column(letters_fit(situation.interests, table.letters), reasons)


def field_liked(situation: Situation) -> Column:
    """Mean agreement with what is the daily life of the job's ROME domain, by amount told."""
    values = np.full(len(situation.table), np.nan)
    for domain in {domain for piece in situation.evidence for domain in piece.domains}:
        told = [piece for piece in situation.evidence if domain in piece.domains]
        agreement = sum(piece.agreement * piece.amount for piece in told)
        mean = agreement / sum(piece.amount for piece in told)
        values[situation.table.domain == ord(domain)] = 0.5 + 0.5 * mean
    return Column(values)


def settings_liked(situation: Situation) -> Column:
    """Where and with whom one works, against what the person likes."""
    scores, table = situation.interests.scores, situation.table

    def reasons(row: int) -> tuple[Reason, ...]:
        settings = situation.catalogue.settings_by_job[table.jobs[row].rome_code]
        told = (
            _setting_reason(situation, axis, sign, scores[axis] * sign)
            for axis, sign in settings.items()
            if axis in scores
        )
        return tuple(reason for reason in told if reason is not None)

    return Column(settings_fit(situation.interests, table.settings), reasons)


def experience_used(situation: Situation) -> Column:
    """How near the job is to a past one: the same, officially near, same family, same domain.

    Elsewhere is CHANGE, near the middle: wanting something else is no fault. Does not apply when no
    past job is known: never having worked is no weakness. It is told only where something that one
    did is done again.
    """
    table, past = situation.table, situation.past
    if not past:
        return nothing_known(len(table), applies=False)
    near = np.array([table.nearness(situation.row_of(job)) for _, job in past])
    nearest, which = near.max(axis=0), near.argmax(axis=0)
    skills = situation.catalogue.skill_table
    is_unlike = skills.likeness([situation.row_of(job) for _, job in past]) < UNLIKE

    def reasons(row: int) -> tuple[Reason, ...]:
        if nearest[row] == 0 or is_unlike[row]:
            return ()
        code = {1.0: "same_job", SAME_DOMAIN: "same_domain"}.get(nearest[row], "past_job_near")
        return (Reason(code, FOR, {"said": past[which[row]][0]}),)

    return Column(CHANGE + (1 - CHANGE) * nearest, reasons)


def skills_shared(situation: Situation) -> Column:
    """How much of what one does in the job was done in a past one, by ROME's skills.

    As much as two jobs that ROME calls near often share is already full. Does not apply without a
    past job whose skills are known; quotes the shared skill that tells most.
    """
    table, skills = situation.table, situation.catalogue.skill_table
    past = [(said, job) for said, job in situation.past if skills.is_known[situation.row_of(job)]]
    if not past:
        return nothing_known(len(table), applies=False)
    each = np.array([skills.likeness([situation.row_of(job)]) for _, job in past])
    likeness, which = each.max(axis=0), each.argmax(axis=0)

    def reasons(row: int) -> tuple[Reason, ...]:
        said, job = past[which[row]]
        if not likeness[row] >= TELLING_LIKENESS or job == table.jobs[row]:
            return ()
        shared = skills.shared_skills(job, table.jobs[row], most=1)
        facts = {"said": said, "skill": skill_words(shared[0]) if shared else None}
        return (Reason("skills_shared", FOR, facts),) if shared else ()

    return Column(CHANGE + (1 - CHANGE) * np.minimum(1.0, likeness / FULL_LIKENESS), reasons)


def hiring_nearby(situation: Situation) -> Column:
    """How many openings the job probably has in reach, and whether they are hard to fill."""
    table, around = situation.table, situation.around

    def reasons(row: int) -> tuple[Reason, ...]:
        demand = around.of(table.jobs[row]).demand
        if demand is None or not demand.projects or demand.projects < FEW_PROJECTS:
            return ()
        hard, seasonal = (demand.hard or 0, demand.seasonal or 0)
        told = []
        if hard / demand.projects >= MANY_HARD:
            share = {"share": min(1.0, hard / demand.projects)}
            told.append(Reason("hard_to_fill", FOR, share))
        if seasonal / demand.projects >= MANY_SEASONAL:
            share = {"share": min(1.0, seasonal / demand.projects)}
            told.append(Reason("seasonal", CHECK, share))
        return tuple(told)

    return Column(hiring_value(table.family_share, around.reachable[table.family]), reasons)


def short_trip(situation: Situation) -> Column:
    """1 at the door, 0 at twice the accepted minutes; unknown while home is."""
    table, reach = situation.table, situation.reach
    if reach.home_basin is None:
        return nothing_known(len(table))
    minutes = reach.minutes[situation.around.shown[table.family]]
    return Column(np.maximum(0.0, 1 - minutes / (2 * max(reach.max_minutes, 1))))


@dataclass(frozen=True)
class Criterion:
    """`weight`: share inside its part; feasibility is never averaged, so it has none."""

    name: str
    part: str
    column: Callable[[Situation], Column]
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
