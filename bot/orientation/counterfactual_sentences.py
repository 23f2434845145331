"""Why a job was not shown -> French, short sentences that say what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.orientation.counterfactual import DONE_BEFORE, RULED_OUT, WhyNot
from bot.orientation.explanation import sentence
from bot.orientation.finding import Reason
from bot.orientation.labels import listing
from bot.orientation.unlocking_sentences import CARPOOL, lever_words

WHY_NOT: Mapping[str, str] = {
    "disliked": "Il passe après d'autres : il s'éloigne de vos goûts.",
    "done_before": "Vous l'avez déjà fait : je cherche d'abord du nouveau.",
    "fewer_openings": "Il passe après d'autres : ils recrutent davantage dans votre secteur.",
    "less_liked": "Il passe après d'autres : ils vous ressemblent plus.",
    "no_figure": "Il passe après d'autres : je ne connais pas ses embauches près de vous.",
    "rare": "Il recrute très peu. Je ne propose un métier rare qu'après un métier proche.",
    "refused": "Vous avez mis ce métier de côté.",
    "untold": "Je ne sais pas encore bien décrire ce métier.",
}

FIRST = "C'est le premier de votre liste."
MOST_WAYS = 2
MISSING: Mapping[str, str] = {
    "licence_needed": "le permis B",
    "too_far": "des embauches à portée de trajet",
}


def why_not_sentences(found: WhyNot) -> tuple[str, ...]:
    """What is missing, then the ways to get there; or why other jobs come before."""
    if found.place == 1 and found.why != DONE_BEFORE:
        return (FIRST,)
    if found.why != RULED_OUT:
        place = (f"Place {found.place} de votre liste.",) if found.place else ()
        return (WHY_NOT[found.why], *place)
    missing = [MISSING[reason.code] for reason in found.limits if reason.code in MISSING]
    refused = [_told(one) for one in found.limits if one.code not in MISSING]
    lacks = (f"Il manque : {listing(missing)}.",) if missing else ()
    return (*lacks, *refused, *_ways(found.ways[:MOST_WAYS]))


def _ways(ways: Sequence[Sequence[str]]) -> tuple[str, ...]:
    told = tuple(f"Avec {lever_words(levers)}, il devient possible." for levers in ways)
    return (*told, CARPOOL) if any("carpool" in levers for levers in ways) else told


def _told(limit: Reason) -> str:
    """What the job asks and the person does not want."""
    if limit.code == "training_too_long":
        return "Il demande une formation plus longue."
    return f"{sentence(limit)} Vous préférez éviter cela."
