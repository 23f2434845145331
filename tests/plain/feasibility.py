"""Criteria of feasibility: 1 the person can do it, 0 they cannot, None with a reason: to check.

What the person has not told never rules a job out.
"""

from __future__ import annotations

from bot.orientation.finding import AGAINST, CHECK, Finding, Reason
from bot.orientation.job import ACCESS, Job
from bot.orientation.profile import CONDITIONS, HOURS
from tests.plain.finding import ACCEPTED
from tests.plain.situation import Situation

RARE_BUSES = frozenset({"night", "weekend", "shifted"})
"""Hours when buses are rarer; at night most places have none."""
HARD_CONDITIONS = frozenset(CONDITIONS) - {"sitting", "public_contact", "outdoors"}
"""What is said of a job even to a person who was not asked what they must avoid."""
STILL_THERE = 0.5
LIKELY = 0.4
"""Share of neighbouring jobs that list a context from which it is worth checking for this one."""
NEIGHBOURS = 5


def within_reach(situation: Situation, job: Job) -> Finding:
    """No when no basin where the family recruits can be reached in the accepted minutes."""
    basin = situation.around[job.fap_code].basin
    if basin is None:
        return Finding(None, (Reason("home_unknown", CHECK),))
    if basin.share_to_check == 0:
        facts = {"minutes": basin.minutes, "mode": basin.mode}
        return Finding(0.0, (Reason("too_far", AGAINST, facts),))
    if basin.share == 0:
        facts = {"unknown": tuple(sorted(situation.reach.unknown))}
        return Finding(None, (Reason("reach_to_check", CHECK, facts),))
    shares = {"night": basin.share_night, "weekend": basin.share_weekend}
    lacking = tuple(
        hours
        for hours, share in shares.items()
        if hours in job.contexts and share < STILL_THERE * basin.share_to_check
    )
    if lacking:
        return Finding(None, (Reason("no_transport_at", CHECK, {"hours": lacking}),))
    if basin.mode == "public_transport" and job.contexts & RARE_BUSES:
        return Finding(1.0, (Reason("late_transport", CHECK),))
    return ACCEPTED


def hours_accepted(situation: Situation, job: Job) -> Finding:
    """No when ROME lists hours that the person refuses; school hours exclude all unusual ones."""
    refused = situation.profile.hours_refused
    listed = tuple(hours for hours in HOURS if hours in job.contexts)
    if refused is None:
        unusual = tuple(hours for hours in listed if hours != "outside_school")
        return _accepted_but_told("hours_listed", "hours", unusual)
    wants_school_hours = "outside_school" in refused
    against = tuple(h for h in listed if wants_school_hours or h in refused)
    if against:
        return Finding(0.0, (Reason("hours_refused", AGAINST, {"hours": against}),))
    if wants_school_hours:
        is_daytime = "daytime" in job.contexts
        return Finding(1.0 if is_daytime else None, (Reason("school_hours_to_ask", CHECK),))
    likely = tuple(h for h in HOURS if h in refused and _is_likely(situation, job, h))
    if likely:
        return Finding(None, (Reason("hours_likely", CHECK, {"hours": likely}),))
    return ACCEPTED


def conditions_accepted(situation: Situation, job: Job) -> Finding:
    """No when ROME lists a refused condition; to check when neighbouring jobs often list it.

    ROME does not list everything: its silence about heavy loads is no promise.
    """
    refused = situation.profile.conditions_refused
    if refused is None:
        listed = tuple(c for c in CONDITIONS if c in HARD_CONDITIONS and c in job.contexts)
        return _accepted_but_told("conditions_listed", "conditions", listed)
    against = tuple(c for c in CONDITIONS if c in refused and c in job.contexts)
    if against:
        return Finding(0.0, (Reason("conditions_refused", AGAINST, {"conditions": against}),))
    likely = tuple(c for c in CONDITIONS if c in refused and _is_likely(situation, job, c))
    if likely:
        return Finding(None, (Reason("conditions_likely", CHECK, {"conditions": likely}),))
    return ACCEPTED


def licence_held(situation: Situation, job: Job) -> Finding:
    """No when the job needs licence B and the person has none."""
    if not job.needs_licence_b or situation.profile.has_licence_b:
        return ACCEPTED
    if situation.profile.has_licence_b is None:
        return Finding(None, (Reason("licence_to_check", CHECK),))
    return Finding(0.0, (Reason("licence_needed", AGAINST),))


def training_accepted(situation: Situation, job: Job) -> Finding:
    """No when the job asks for longer training than accepted; a past job needs no new one.

    To check when the source does not say how long, or when the law asks for a diploma.
    """
    accepted = situation.profile.training_accepted
    known = {past.rome_code for _, past in situation.past}
    if accepted is None or accepted == ACCESS[-1] or job.rome_code in known:
        return ACCEPTED
    asks_for_more = job.access is not None and ACCESS.index(job.access) > ACCESS.index(accepted)
    if asks_for_more or (job.is_regulated and accepted == ACCESS[0] and job.access != ACCESS[0]):
        return Finding(0.0, (Reason("training_too_long", AGAINST),))
    if job.is_regulated:
        return Finding(None, (Reason("regulated", CHECK),))
    return ACCEPTED if job.access else Finding(None, (Reason("training_to_check", CHECK),))


def _accepted_but_told(code: str, name: str, listed: tuple[str, ...]) -> Finding:
    """Nothing was refused; what the job asks is said all the same."""
    return Finding(1.0, (Reason(code, CHECK, {name: listed}),)) if listed else ACCEPTED


def _is_likely(situation: Situation, job: Job, context: str) -> bool:
    """Whether jobs of the same family, or near ones of the same domain, often list the context."""
    jobs = situation.catalogue.job_by_code
    near = [jobs[code] for code in job.near[:NEIGHBOURS] if code in jobs]
    neighbours = {
        other.rome_code: other
        for other in (*situation.catalogue.jobs_by_family[job.fap_code], *near)
        if other.rome_code != job.rome_code and other.domain == job.domain and other.contexts
    }
    if not neighbours:
        return False
    listed = sum(context in other.contexts for other in neighbours.values())
    return listed / len(neighbours) >= LIKELY
