"""What a lever would open -> French, with how the figure was made."""

from __future__ import annotations

from collections.abc import Sequence

from bot.orientation.labels import listing, number
from bot.orientation.levers import LEVER_NAMES
from bot.orientation.unlocking import MORE_MINUTES, Unlocked

CARPOOL = "C'est au mieux : une ligne doit passer près de chez vous et du travail."
FEWEST_TOLD = 5
"""Under so many openings the estimate says nothing."""


def lever_words(levers: Sequence[str]) -> str:
    """ "le permis et une voiture"."""
    return listing([LEVER_NAMES[lever] for lever in levers])


def jobs_gained(count: int) -> str:
    """ "14 métiers de plus"."""
    return f"{count} métier{'s' if count > 1 else ''} de plus"


def gain_sentences(unlocked: Unlocked) -> tuple[str, ...]:
    """The jobs gained, how many suit the person, the hiring gained with its source.

    The hiring counts the jobs that were possible before too: more of it comes within reach.
    """
    jobs, reach = len(unlocked.rows), unlocked.situation.reach
    told = [f"Avec {_with(unlocked.levers)} : {jobs_gained(jobs)}."]
    if len(unlocked.levers) > 1:
        told.append("C'est sans compter ceux qu'un seul des deux ouvre.")
    if reach.home_basin is not None:
        told.append(f"Je compte {reach.max_minutes} minutes de trajet au plus.")
    if 0 < unlocked.suiting < jobs and not unlocked.situation.interests.is_empty:
        one = unlocked.suiting == 1
        told.append(f"Parmi eux, {unlocked.suiting} {'va' if one else 'vont'} avec vos goûts.")
    if "carpool" in unlocked.levers:
        told.append(CARPOOL)
    year = unlocked.situation.catalogue.hiring_year
    if unlocked.openings >= FEWEST_TOLD and year is not None:
        count = number(_rounded(unlocked.openings))
        told.append(
            f"Environ {count} embauches de plus, tous métiers compris : "
            f"mon estimation, d'après BMO {year}."
        )
    return tuple(told)


def _with(levers: Sequence[str]) -> str:
    """Said in the sentence of a gain: more minutes are counted."""
    return lever_words(levers).replace(
        LEVER_NAMES["minutes"], f"{MORE_MINUTES} minutes de trajet en plus"
    )


def _rounded(count: float) -> int:
    """To two figures, as an estimate deserves; to fives below a hundred."""
    step = 5 if count < 100 else 10 ** (len(str(int(count))) - 2)
    return max(step, round(count / step) * step)
