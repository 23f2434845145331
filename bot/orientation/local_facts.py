"""The facts of a job around one person, in French: hiring, travel, training, one small step.

A hiring figure is never shown without its basin, its year and its source.
"""

from __future__ import annotations

import re

from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Job
from bot.orientation.labels import number, quote
from bot.orientation.mobility import BasinReach, Reach
from bot.orientation.opportunity import Opportunity
from bot.orientation.phrases import is_said, say

SMALL_PART = 0.15
"""Share of a basin under which its hiring figure misleads if one is not told how little is near."""
MOST_QUOTED = 2
"""Sentences of an official definition on a card."""


def first_step(easy: bool = False) -> str:
    """A small step that one may take at once, for any job."""
    return say("job.first_step", easy)


def summary_sentence(job: Job, family: str, easy: bool = False) -> str:
    """Our words on the job, in easy-read a sentence a line; else what ROME says of it, quoted; else
    its family."""
    if job.summary is not None:
        return "\n".join(_sentences(job.summary)) if easy else job.summary
    if job.definition is None:
        return family
    quoted = quote(" ".join(_sentences(job.definition)[:MOST_QUOTED]))
    return say("job.summary.rome", easy, quoted=quoted)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text)


def hiring_sentence(catalogue: Catalogue, around: Opportunity, easy: bool = False) -> str:
    """The figure of the whole family in one basin; masked and missing figures are said as such."""
    if around.basin is None:
        return say("job.hiring.home_unknown", easy)
    basin = quote(catalogue.basin_by_code[around.basin.basin_code].name)
    if around.demand is None:
        return say("job.hiring.none", easy, basin=basin)
    if around.demand.projects is None:
        return say("job.hiring.masked", easy, basin=basin)
    return say(
        "job.hiring",
        easy,
        hirings=_hirings(around.demand.projects, around.demand.is_minimum, easy),
        year=around.demand.year,
        basin=basin,
        family=quote(catalogue.family_labels[around.fap_code]),
    )


def hiring_source(catalogue: Catalogue, year: int | None) -> str:
    """Where the figures come from, with their edition, as the catalogue tells it."""
    for edition in catalogue.editions:
        if edition.name == "BMO" and (year is None or str(year) in edition.edition):
            return f"{edition.source} {edition.edition}"
    return say("job.hiring.source")


def travel_sentence(reach: Reach, basin: BasinReach | None, easy: bool = False) -> str:
    """Minutes to most employers in reach; said to be an estimate, and to check when it is.

    The hiring figure beside it is that of the whole basin: little of it in reach is said too.
    """
    if basin is None:
        return say("job.travel.home_unknown", easy)
    mode = say(f"reason.mode.{basin.mode}", easy)
    text = say("job.travel", easy, minutes=about(basin.minutes), mode=mode)
    if basin.share_to_check == 0:
        return say("job.travel.too_far", easy, travel=text, limit=reach.max_minutes)
    if basin.share == 0:
        text = say("job.travel.to_check", easy, travel=text)
    else:
        text = say(
            "job.travel.estimate", easy, travel=text, estimate=estimate_words(basin.mode, easy)
        )
    if basin.share_to_check >= SMALL_PART:
        return text
    return say("job.travel.small_part", easy, travel=text, small_part=little_in_reach(easy))


def estimate_words(mode: str | None, easy: bool = False) -> str:
    """What the minutes leave out, by mode; walking and cycling know neither jam nor timetable."""
    of_mode = f"job.estimate.{mode}"
    return say(of_mode if is_said(of_mode) else "job.estimate", easy)


def little_in_reach(easy: bool = False) -> str:
    """Said beside a hiring figure of which little is near."""
    return say("job.little_in_reach", easy)


def share_sentence(reach: Reach, basin: BasinReach, easy: bool = False) -> str:
    """Share of the basin in reach, in tenths of its inhabitants; not of a SMALL_PART."""
    tenths = round(basin.share_to_check * 10)
    code = "job.share.all" if tenths == 10 else "job.share"
    return say(code, easy, minutes=reach.max_minutes, tenths=tenths)


def training_sentence(job: Job, easy: bool = False) -> str:
    """What training the job asks for; that it is to check when that is not known."""
    kind = "regulated" if job.is_regulated else "training"
    return say(f"job.{kind}.{job.access or 'unknown'}", easy)


def about(minutes: int) -> int:
    """Rounded to 5 minutes, as an estimate deserves; never rounded to nothing."""
    return max(5, 5 * round(minutes / 5))


def _hirings(projects: int, is_minimum: bool, easy: bool) -> str:
    code = f"job.hiring.projects.{'one' if projects < 2 else 'many'}"
    count = say(code, easy, count=number(projects))
    return say("job.hiring.at_least", easy, hirings=count) if is_minimum else count
