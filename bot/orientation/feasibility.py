"""Criteria of feasibility: 1 the person can do it, 0 they cannot, NaN with a reason: to check.

What the person has not told never rules a job out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.orientation.finding import AGAINST, CHECK, Column, Reason
from bot.orientation.job import ACCESS
from bot.orientation.job_table import CONTEXT_NUMBER, UNKNOWN_ACCESS, Flags, Numbers
from bot.orientation.profile import CONDITIONS, HOURS
from bot.orientation.situation import Situation

RARE_BUSES = ("night", "weekend", "shifted")
"""Hours when buses and trains are rarer than by day; whether there are any is in the reach."""
STILL_THERE = 0.5
"""Share of what is reached by day that must be reached at the job's hours, or they are to check."""
HARD_CONDITIONS = tuple(c for c in CONDITIONS if c not in ("sitting", "public_contact", "outdoors"))
"""What is said of a job even to a person who was not asked what they must avoid."""


def within_reach(situation: Situation) -> Column:
    """No when no basin where the family recruits can be reached in the accepted minutes; to check
    when it can only by ways that are not sure, or not at the hours that ROME lists."""
    table, reach = situation.table, situation.reach
    if reach.home_basin is None:
        home_unknown = (Reason("home_unknown", CHECK),)
        return Column(np.full(len(table), np.nan), lambda row: home_unknown)
    basin = situation.around.shown[table.family]
    is_sure, is_possible = (share[basin] > 0 for share in (reach.share, reach.share_to_check))
    by_day = STILL_THERE * reach.share_to_check
    at_night = table.lists("night") & (reach.share_night < by_day)[basin]
    on_weekends = table.lists("weekend") & (reach.share_weekend < by_day)[basin]
    by_bus = np.array([mode == "public_transport" for mode in reach.mode])[basin]
    is_late = by_bus & table.lists(*RARE_BUSES)
    values = np.where(is_possible, np.where(is_sure & ~at_night & ~on_weekends, 1.0, np.nan), 0.0)

    def reasons(row: int) -> tuple[Reason, ...]:
        place = int(basin[row])
        if not is_possible[row]:
            facts = {"minutes": int(reach.minutes[place]), "mode": reach.mode[place]}
            return (Reason("too_far", AGAINST, facts),)
        if not is_sure[row]:
            return (Reason("reach_to_check", CHECK, {"unknown": tuple(sorted(reach.unknown))}),)
        missing = tuple(
            hours for hours, lacks in (("night", at_night), ("weekend", on_weekends)) if lacks[row]
        )
        if missing:
            return (Reason("no_transport_at", CHECK, {"hours": missing}),)
        return (Reason("late_transport", CHECK),) if is_late[row] else ()

    return Column(values, reasons, {("too_far", ""): ~is_possible})


def hours_accepted(situation: Situation) -> Column:
    """No when ROME lists hours that the person refuses; school hours exclude all unusual ones."""
    refused = situation.profile.hours_refused
    if refused is None:
        unusual = tuple(hours for hours in HOURS if hours != "outside_school")
        return _told("hours_listed", situation, "hours", unusual)
    if "outside_school" in refused:
        return _school_hours(situation)
    named = tuple(hours for hours in HOURS if hours in refused)
    return _refused(("hours_refused", "hours_likely"), situation, "hours", named)


def _school_hours(situation: Situation) -> Column:
    """All unusual hours go; where ROME does not say that one works by day, it is to check."""
    table = situation.table
    against = table.lists(*HOURS)
    values = np.where(against, 0.0, np.where(table.lists("daytime"), 1.0, np.nan))

    def reasons(row: int) -> tuple[Reason, ...]:
        if against[row]:
            hours = _listed(table.contexts, row, HOURS)
            return (Reason("hours_refused", AGAINST, {"hours": hours}),)
        return (Reason("school_hours_to_ask", CHECK),)

    return Column(values, reasons, {("hours_refused", h): table.lists(h) for h in HOURS})


def conditions_accepted(situation: Situation) -> Column:
    """No when ROME lists a refused condition; to check when neighbouring jobs often list it."""
    refused = situation.profile.conditions_refused
    if refused is None:
        return _told("conditions_listed", situation, "conditions", HARD_CONDITIONS)
    named = tuple(condition for condition in CONDITIONS if condition in refused)
    return _refused(("conditions_refused", "conditions_likely"), situation, "conditions", named)


def licence_held(situation: Situation) -> Column:
    """No when the job needs licence B and the person has none."""
    has_licence, needs = situation.profile.has_licence_b, situation.table.needs_licence
    if has_licence:
        return Column(np.ones(len(needs)))
    if has_licence is None:
        return _where(needs, np.nan, Reason("licence_to_check", CHECK))
    column = _where(needs, 0.0, Reason("licence_needed", AGAINST))
    return Column(column.values, column.reasons, {("licence_needed", ""): needs})


def training_accepted(situation: Situation) -> Column:
    """No when the job asks for longer training than accepted; a past job needs no new one.

    To check when the source does not say how long, or when the law asks for a diploma.
    """
    table, accepted = situation.table, situation.profile.training_accepted
    if accepted is None or accepted == ACCESS[-1]:
        return Column(np.ones(len(table)))
    none, most = 0, ACCESS.index(accepted)
    is_new = np.ones(len(table), dtype=bool)
    is_new[[situation.row_of(past) for _, past in situation.past]] = False
    asks_for_some = table.is_regulated & (most == none) & (table.access != none)
    too_long = is_new & ((table.access > most) | asks_for_some)
    unsure = is_new & (table.is_regulated | (table.access == UNKNOWN_ACCESS))
    values = np.where(too_long, 0.0, np.where(unsure, np.nan, 1.0))

    def reasons(row: int) -> tuple[Reason, ...]:
        if too_long[row]:
            return (Reason("training_too_long", AGAINST),)
        if not unsure[row]:
            return ()
        return (Reason("regulated" if table.is_regulated[row] else "training_to_check", CHECK),)

    return Column(values, reasons, {("training_too_long", ""): too_long})


def _refused(
    codes: tuple[str, str], situation: Situation, name: str, named: Sequence[str]
) -> Column:
    """Listed and refused: no; not listed, but by many neighbouring jobs: to check."""
    refused_code, likely_code = codes
    contexts, likely = situation.table.contexts, situation.table.likely
    numbers = [CONTEXT_NUMBER[context] for context in named]
    against = contexts[:, numbers].any(axis=1)
    unsure = likely[:, numbers].any(axis=1)
    values = np.where(against, 0.0, np.where(unsure, np.nan, 1.0))

    def reasons(row: int) -> tuple[Reason, ...]:
        if against[row]:
            facts = {name: _listed(contexts, row, named)}
            return (Reason(refused_code, AGAINST, facts),)
        if unsure[row]:
            return (Reason(likely_code, CHECK, {name: _listed(likely, row, named)}),)
        return ()

    rules_out = {
        (refused_code, context): contexts[:, number]
        for context, number in zip(named, numbers, strict=True)
    }
    return Column(values, reasons, rules_out)


def _told(code: str, situation: Situation, name: str, named: Sequence[str]) -> Column:
    """Nothing was refused; what the job asks is said all the same."""
    contexts = situation.table.contexts

    def reasons(row: int) -> tuple[Reason, ...]:
        listed = _listed(contexts, row, named)
        return (Reason(code, CHECK, {name: listed}),) if listed else ()

    return Column(np.ones(len(contexts)), reasons)


def _listed(contexts: Flags, row: int, named: Sequence[str]) -> tuple[str, ...]:
    return tuple(context for context in named if contexts[row, CONTEXT_NUMBER[context]])


def _where(flags: Flags, value: float, reason: Reason) -> Column:
    values: Numbers = np.where(flags, value, 1.0)
    return Column(values, lambda row: (reason,) if flags[row] else ())
