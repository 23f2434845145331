"""What a lever would open -> French, with how the figure was made."""

from __future__ import annotations

from collections.abc import Sequence

from bot.orientation.labels import listing, number
from bot.orientation.phrases import say, say_count
from bot.orientation.unlocking import MORE_MINUTES, Unlocked

FEWEST_TOLD = 5
"""Under so many openings the estimate says nothing."""


def lever_words(levers: Sequence[str], easy: bool = False) -> str:
    """ "le permis et une voiture"."""
    return listing([say(f"lever.name.{lever}", easy) for lever in levers])


def jobs_gained(count: int, easy: bool = False) -> str:
    """ "14 métiers de plus"."""
    return say_count("lever.jobs_gained", count, easy)


def gain_sentences(unlocked: Unlocked, easy: bool = False) -> tuple[str, ...]:
    """The jobs gained, how many suit the person, the hiring gained with its source.

    The minutes are told when they are not those that the person gave. The hiring counts the jobs
    that were possible before too: more of it comes within reach.
    """
    jobs, reach = len(unlocked.rows), unlocked.situation.reach
    with_levers = _counted(unlocked.levers, easy)
    gain = say("lever.gain", easy, levers=with_levers, gained=jobs_gained(jobs, easy))
    if 0 < unlocked.suiting < jobs and not unlocked.situation.interests.is_empty:
        gain = say_count("lever.gain.suiting", unlocked.suiting, easy, gain=gain)
    told = [gain]
    if len(unlocked.levers) > 1:
        told.append(say("lever.gain.pair_only", easy))
    is_other_limit = reach.is_assumed or "minutes" in unlocked.levers
    if reach.home_basin is not None and is_other_limit:
        told.append(say("lever.gain.minutes", easy, minutes=reach.max_minutes))
    if "carpool" in unlocked.levers:
        told.append(say("lever.carpool", easy))
    year = unlocked.situation.catalogue.hiring_year
    if unlocked.openings >= FEWEST_TOLD and year is not None:
        count = number(rounded(unlocked.openings))
        told.append(say("lever.gain.openings", easy, count=count, source=f"BMO {year}"))
    return tuple(told)


def _counted(levers: Sequence[str], easy: bool) -> str:
    """Said in the sentence of a gain: more minutes are counted."""
    return listing(
        [
            say("lever.name.minutes_counted", easy, minutes=MORE_MINUTES)
            if lever == "minutes"
            else say(f"lever.name.{lever}", easy)
            for lever in levers
        ]
    )


def rounded(count: float) -> int:
    """To two figures, as an estimate deserves; to fives below a hundred."""
    step = 5 if count < 100 else 10 ** (len(str(int(count))) - 2)
    return max(step, round(count / step) * step)
