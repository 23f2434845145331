"""What moved a job, in French for testers, with the fact behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.orientation.counterfactual import RARE, REFUSED, UNTOLD
from bot.orientation.explanation import limit_words
from bot.orientation.labels import listing, number, quote
from bot.orientation.phrases import say
from bot.replay.causes import ABSENT, GONE, LIMIT, NOTHING, OTHERS, UNTOLD_RANKING, Cause
from bot.replay.ranked import RankedJob

Titles = Mapping[str, str]
LEAD = "Ce qui a changé :"
LETTERS: Mapping[str, str] = {
    "R": "concret",
    "I": "recherche",
    "A": "création",
    "S": "contact et aide",
    "E": "convaincre et diriger",
    "C": "ordre et organisation",
}
"""What each letter of RIASEC is about, in two words."""
ABSENCES: Mapping[str, str] = {
    REFUSED: "ce métier a été écarté par la personne",
    RARE: "ce métier compte maintenant parmi les rares, et rien ne l’en rapproche",
    UNTOLD: "plus aucun texte ne raconte ce métier",
}
PRESENCES: Mapping[str, str] = {
    REFUSED: "la personne n’écarte plus ce métier",
    RARE: "ce métier ne compte plus parmi les rares, ou quelque chose l’en rapproche",
    UNTOLD: "un texte raconte maintenant ce métier",
}
"""The same, when what kept a job out is no longer there."""
NO_REASON = "Rien de ce qui est gardé n’explique ce changement."
NO_RANKING = "Le classement n’a pas été gardé à cette étape : la raison n’est pas connue."
PLAIN: Mapping[str, str] = {
    "field": "ce que la personne aime dans ce domaine",
    "settings": "l’endroit et la façon de travailler, face à ce que la personne aime",
    "experience": "le lien avec ce que la personne a déjà fait",
    "skills": "les savoir-faire communs avec ce que la personne a déjà fait",
    "refusals": "l’effet des métiers écartés",
    "dial": "la place donnée aux surprises",
    "to_check": "ce qui reste à vérifier pour ce métier",
    "luck": "le tirage entre métiers presque égaux",
}
"""Factors whose figures would tell a reader nothing more."""


def cause_sentence(cause: Cause, titles: Titles) -> str:
    """One or two sentences, which never guess. titles: ROME code -> how the cards call the job."""
    if cause.factor == UNTOLD_RANKING:
        return NO_RANKING
    if cause.factor == NOTHING:
        return NO_REASON
    if cause.factor == OTHERS:
        return _others(cause, titles)
    return f"{LEAD} {fact_words(cause)}."


def fact_words(cause: Cause) -> str:
    """The fact behind a cause, as the end of a sentence."""
    if cause.factor == GONE:
        return _gone(cause)
    if cause.before is None or cause.after is None:
        return PLAIN["luck"]
    if cause.factor == ABSENT:
        return (ABSENCES if cause.after.absence else PRESENCES)[cause.detail]
    if cause.factor == LIMIT:
        return _limit(cause.detail, cause.before, cause.after)
    write = WITH_FACTS.get(cause.factor)
    return write(cause.before, cause.after) if write else PLAIN[cause.factor]


def _others(cause: Cause, titles: Titles) -> str:
    if cause.by is None or cause.inner is None:
        return "La raison est ailleurs : d’autres métiers ont changé autour."
    title = quote(titles.get(cause.by, cause.by))
    return f"La raison est ailleurs : c’est {title} qui a changé. {LEAD} {fact_words(cause.inner)}."


def _gone(cause: Cause) -> str:
    if cause.after is None and cause.before is not None:
        return "ce métier n’est plus dans les données"
    return "ce métier est nouveau dans les données"


def _limit(limit: str, before: RankedJob, after: RankedJob) -> str:
    """The limit that rules the job out in one of the two, and its figures when it has some."""
    code, _, detail = limit.partition(".")
    words = limit_words(code, detail)
    is_now = limit in after.limits
    told = f"{words}, {'ce qui l’écarte maintenant' if is_now else 'ce qui ne l’écarte plus'}"
    return f"{told} ({_trip(before, after)})" if code == "too_far" else told


def _trip(before: RankedJob, after: RankedJob) -> str:
    was, now = before.basin, after.basin
    if was is None or now is None:
        return "le trajet, connu d’un côté seulement"
    if was.name != now.name:
        where = f"vers {now.name} au lieu de {was.name}"
        return f"le trajet, de {was.minutes} à {now.minutes} minutes, {where}"
    if (was.minutes, was.mode) != (now.minutes, now.mode):
        modes = "" if was.mode == now.mode else f", {_mode(now.mode)} au lieu de {_mode(was.mode)}"
        return f"le trajet, de {was.minutes} à {now.minutes} minutes{modes}"
    return _from_to("le temps de trajet accepté", before.max_minutes, after.max_minutes, " minutes")


def _mode(mode: str) -> str:
    return say(f"reason.mode.{mode}")


def _hiring(before: RankedJob, after: RankedJob) -> str:
    """The figure that changed most, basin by basin; else what else the estimate rests on."""
    names = [*before.projects, *(name for name in after.projects if name not in before.projects)]
    was, now = before.projects, after.projects
    changed = [name for name in names if _of(was, name) != _of(now, name)]
    if changed:
        most = max(changed, key=lambda name: abs(_count(now, name) - _count(was, name)))
        what = f"les embauches prévues autour de {most}"
        return _from_to(what, _of(was, most), _of(now, most))
    if before.fap_code != after.fap_code:
        return "la famille de métiers dont viennent ses embauches"
    if round(before.share, 3) != round(after.share, 3):
        was_share, now_share = round(100 * before.share), round(100 * after.share)
        return _from_to("sa part dans les embauches de sa famille", was_share, now_share, " %")
    if before.basin and after.basin and before.basin.share != after.basin.share:
        return f"la part de {after.basin.name} qui est à portée"
    return "les embauches à portée de la personne"


def _of(projects: Mapping[str, int | None], name: str) -> str:
    """A number, or that it is hidden. No row: the source reports no project there."""
    figure = projects.get(name, 0)
    return "un chiffre caché" if figure is None else number(figure)


def _count(projects: Mapping[str, int | None], name: str) -> int:
    return projects.get(name) or 0


def _from_to(what: str, was: object, now: object, unit: str = "") -> str:
    return what if was == now else f"{what}, de {was} à {now}{unit}"


def _letters(before: RankedJob, after: RankedJob) -> str:
    if before.letters == after.letters:
        return "ce que la personne aime"
    was, now = (listing([LETTERS[one] for one in job.letters]) for job in (before, after))
    return f"ce que ce métier demande d’aimer, de {quote(was)} à {quote(now)}"


WITH_FACTS: Mapping[str, Callable[[RankedJob, RankedJob], str]] = {
    "hiring": _hiring,
    "trip": _trip,
    "letters": _letters,
}
