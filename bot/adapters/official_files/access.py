"""What the official access text says one needs before being hired, as facts: training, licence B.

The text is French prose; it is read by patterns, sentence by sentence, and never kept. The lowest
route that it says is enough wins; a route that also asks for experience counts only when there is
no other, and experience without any diploma is no training route at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection

# Read by a person, where the text cannot be read by the rule.
ACCESS_BY_HAND: dict[str, str | None] = {}
LICENCE_B_BY_HAND: dict[str, bool] = {}

LICENCE_B_SKILLS = frozenset(
    # categories B, BE, C, C1, CE, C1E, D, D1, DE, D1E; C and D cannot be had without B
    "123456 126452 491634 126453 126455 126454 123457 126456 126458 126457".split()
)

OPTIONAL = re.compile(
    r"\bpeut\b|\bpeuvent\b|peu\(ven\)t|atout|facilit|appréci|pertinent|recommand|conseill"
    r"|\bconcours\b|pour les postes|un plus\b|un avantage",
    re.IGNORECASE,
)
ROUTE = re.compile(r"accessible|nécessite|plusieurs parcours", re.IGNORECASE)
AFTER_BUT = re.compile(r",? (?:mais|cependant|toutefois|même si)\b.*", re.IGNORECASE)
EXPERIENCE = re.compile(
    r"(?:avec|par|et|d') (?:une |de l'|généralement une |plusieurs années d')?"
    r"(?:première )?(?:expérience|pratique)",
    re.IGNORECASE,
)
NO_DIPLOMA = re.compile(
    r"sans (?:condition de )?(?:diplôme|qualification|formation)"
    r"|tous les niveaux de qualification|aucune formation spécifique n'est exigée",
    re.IGNORECASE,
)
SHORT = re.compile(
    r"\bCAPA?\b|\bBEPM?\b|\bBP\b|\bBAFA\b|\bCQP\b|\bTFP\b|\bFIMO\b|\bCACES\b"
    r"|brevet professionnel|certificats? de (?:qualification|capacité|compétence)"
    r"|titre (?:professionnel|à finalité|d'assistant)|mention complémentaire"
    r"|niveau (?:3|4)\b|\bbac(?:calauréat)?\b(?! ?\+)|études secondaires"
    r"|d'état d'(?:aide|ambulancier|accompagnant|auxiliaire)"
    r"|de technicien d'intervention sociale|une certification",
    re.IGNORECASE,
)
LONG = re.compile(
    r"\bbac ?\+ ?[2-8]|\bBTSA?\b|\bDUT\b|\bBUT\b|\bDEUST\b|\bDU\b|licence\b|master|doct(?:eur|orat)"
    r"|d'ingénieur|niveau (?:5|6|7)\b|d'état d(?:'|e |u )",
    re.IGNORECASE,
)


def access_of(rome_code: str, text: str) -> str | None:
    """Training needed before one is hired ("none", "short", "long"); None: the text is silent.

    short: up to the level of the Bac (CAP, titre professionnel, certificate, Bac pro).
    """
    if rome_code in ACCESS_BY_HAND:
        return ACCESS_BY_HAND[rome_code]
    routes = [_without_options(sentence) for sentence in _sentences(text)]
    routes = [route for route in routes if route]
    alone = [route for route in routes if not EXPERIENCE.search(route)]
    return _lowest(alone) or _lowest([r for r in routes if not NO_DIPLOMA.search(r)])


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.;])\s+", text)


def _without_options(sentence: str) -> str:
    """The part of a sentence that states a route; empty when it only tells what may help."""
    route = AFTER_BUT.sub("", sentence)
    if OPTIONAL.search(route) and not ROUTE.search(route):
        return ""
    return "" if re.search(r"\bconcours\b", route) else route


def _lowest(routes: Collection[str]) -> str | None:
    text = " ".join(routes)
    for level, pattern in (("none", NO_DIPLOMA), ("short", SHORT), ("long", LONG)):
        if pattern.search(text):
            return level
    return None


def needs_licence_b(rome_code: str, skills: Collection[str], text: str) -> bool:
    """Is the driving licence B (or a heavier one) needed for the job itself?"""
    if rome_code in LICENCE_B_BY_HAND:
        return LICENCE_B_BY_HAND[rome_code]
    required = r"permis (?:de conduire )?(?:poids lourds )?(?:de la )?(?:catégorie )?[BCD]\b"
    stated = (s for s in _sentences(text) if not OPTIONAL.search(AFTER_BUT.sub("", s)))
    in_text = any(re.search(required, sentence) for sentence in stated)
    return in_text or not LICENCE_B_SKILLS.isdisjoint(skills)
