"""The facts of a job around one person, in French: hiring, travel, training, one small step.

A hiring figure is never shown without its basin, its year and its source.
"""

from __future__ import annotations

import re

from bot.orientation.catalogue import Catalogue
from bot.orientation.explanation import MODES
from bot.orientation.job import Job
from bot.orientation.labels import number, quote
from bot.orientation.mobility import BasinReach, Reach
from bot.orientation.opportunity import Opportunity

TRAINING = {
    "none": "On peut commencer sans diplôme.",
    "short": "Une formation courte suffit pour commencer.",
    "long": "Une formation longue est demandée.",
    None: "La formation demandée est à vérifier.",
}

REGULATED_TRAINING = {
    "none": "Un permis ou une autorisation est obligatoire pour commencer.",
    "short": "Une formation courte, avec un diplôme ou une autorisation obligatoire.",
    "long": "Une formation longue, avec un diplôme obligatoire.",
    None: "Un diplôme ou une autorisation est obligatoire.",
}

SMALL_PART = 0.15
"""Share of a basin under which its hiring figure misleads if one is not told how little is near."""
MOST_QUOTED = 2
"""Sentences of an official definition on a card."""

LITTLE_IN_REACH = "Vous n'atteignez ainsi qu'une petite partie du bassin."
ESTIMATE = "C'est une estimation."
ESTIMATES = {
    "car": "C'est une estimation, sans les bouchons.",
    "scooter": "C'est une estimation, sans les bouchons.",
    "public_transport": "C'est une estimation, vérifiez les horaires.",
}
"""What the minutes leave out, by mode; walking and cycling know neither jam nor timetable."""

FIRST_STEP = (
    "Essayez quelques jours chez un employeur, sans engagement : cela s'appelle une immersion. "
    "Pour l'organiser, parlez-en à votre conseiller ou conseillère."
)


def summary_sentence(job: Job, family: str) -> str:
    """Our words on the job; else what ROME says of it, quoted; else its family."""
    if job.summary is not None:
        return job.summary
    if job.definition is None:
        return family
    sentences = re.split(r"(?<=[.!?])\s+", job.definition)
    return f"Le ROME, le répertoire officiel, dit : {quote(' '.join(sentences[:MOST_QUOTED]))}."


def hiring_sentence(catalogue: Catalogue, around: Opportunity) -> str:
    """The figure of the whole family in one basin; masked and missing figures are said as such."""
    if around.basin is None:
        return "Dites-moi votre commune pour connaître les embauches près de vous."
    basin = catalogue.basin_by_code[around.basin.basin_code].name
    if around.demand is None:
        return f"Aucun projet d'embauche n'est publié pour le bassin d'emploi {quote(basin)}."
    if around.demand.projects is None:
        return f"Le nombre d'embauches n'est pas publié pour le bassin d'emploi {quote(basin)}."
    family = quote(catalogue.family_labels[around.fap_code])
    return (
        f"{_hirings(around.demand.projects, around.demand.is_minimum)} en {around.demand.year} "
        f"dans le bassin d'emploi {quote(basin)}. "
        f"Ce chiffre compte toute cette famille de métiers : {family}."
    )


def hiring_source(catalogue: Catalogue, year: int | None) -> str:
    """Where the figures come from, with their edition, as the catalogue tells it."""
    for edition in catalogue.editions:
        if edition.name == "BMO" and (year is None or str(year) in edition.edition):
            return f"{edition.source} {edition.edition}"
    return "France Travail, BMO"


def travel_sentence(reach: Reach, basin: BasinReach | None) -> str:
    """Minutes to most employers in reach; said to be an estimate, and to check when it is.

    The hiring figure beside it is that of the whole basin: little of it in reach is said too.
    """
    if basin is None:
        return "Dites-moi votre commune pour estimer le trajet."
    text = f"Environ {about(basin.minutes)} minutes {MODES[basin.mode]}"
    if basin.share_to_check == 0:
        return f"{text} : plus que votre limite de {reach.max_minutes} minutes."
    if basin.share == 0:
        text = f"{text}, si vous pouvez voyager ainsi."
    else:
        text = f"{text}. {ESTIMATES.get(basin.mode, ESTIMATE)}"
    return f"{text} {LITTLE_IN_REACH}" if basin.share_to_check < SMALL_PART else text


def share_sentence(reach: Reach, basin: BasinReach) -> str:
    """Share of the basin in reach, in tenths of its inhabitants; not of a SMALL_PART."""
    tenths = round(basin.share_to_check * 10)
    start = f"En {reach.max_minutes} minutes, vous atteignez"
    if tenths == 10:
        return f"{start} presque tout le bassin."
    return f"{start} environ {tenths} habitants sur 10 du bassin."


def training_sentence(job: Job) -> str:
    return REGULATED_TRAINING[job.access] if job.is_regulated else TRAINING[job.access]


def about(minutes: int) -> int:
    """Rounded to 5 minutes, as an estimate deserves; never rounded to nothing."""
    return max(5, 5 * round(minutes / 5))


def _hirings(projects: int, is_minimum: bool) -> str:
    plural = "s" if projects > 1 else ""
    count = f"{number(projects)} embauche{plural} prévue{plural}"
    return f"Au moins {count}" if is_minimum else count
