"""What the official access text says one needs before being hired, as facts: training, licence B.

The text is French prose; it is read by patterns, sentence by sentence, and never kept. The lowest
route that it says is enough wins; a route that also asks for experience counts only when there is
no other, and experience without any diploma is no training route at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection

# Read by a person, where the rule would misread the text.
ACCESS_BY_HAND: dict[str, str | None] = {
    "A1406": "long",  # captain's certificates, earned over years at sea
    "B1702": None,  # a certification of which the level is not told
    "C1103": "short",  # course of an insurance intermediary
    "D1222": "short",  # 200 hours of massage
    "D1239": "short",  # hygiene course, asked by the law
    "D1428": "short",  # after the training of D1436
    "D1436": "short",  # one-year diploma of the level of the Bac
    "D1502": "long",  # the department head's titre has the level of a Bac+2
    "F1116": "long",  # the certification comes on top of an engineer's diploma
    "F1122": "long",  # the same
    "F1208": "long",  # the titre of works manager has the level of a Bac+2
    "F1619": "short",  # no diploma is asked of the helper only
    "G1207": "short",  # lifeguard's brevet
    "G1217": "short",  # sports instructor's brevet, level of the Bac
    "G1220": "long",  # adapted sport: a Licence
    "G1613": "short",  # food hygiene course
    "G1708": "none",  # the licence B only
    "I1119": "long",  # a BTS, or a certificate of another trade
    "I1322": "short",  # certified course that leads to the professional card
    "J1105": "long",  # a doctor with a speciality
    "J1304": "short",  # a State diploma of the level of the Bac
    "J1310": "short",  # 70 hours of ambulance auxiliary
    "K1106": "short",  # a private school, not asked by the law but by everyone
    "K1707": "short",  # no diploma is asked of the one who helps pupils cross only
    "K1720": "short",  # the public examination is of the level of the Bac
    "K1902": "long",  # the Bac is for other posts than clerk
    "K1906": "long",  # the certification comes on top of a Master
    "K2108": "long",  # a doctorate, then a public examination
    "K2118": "long",  # a primary teacher first: a Master
    "K2504": "short",  # course that leads to the professional card
    "K2506": "short",  # the same
    "K2602": "short",  # funeral adviser course
    "K2603": "short",  # the national diploma takes a year
    "L1510": "long",  # talent instead of a diploma is the exception
    "M1210": "long",  # chartered accountant's diploma
    "M1887": "long",  # a Master, or a certification on top of experience
    "N1101": "short",  # forklift certificate
    "N1114": "short",  # certificate for site machines
    "N1208": "short",  # certified course that leads to the professional card
    "N2102": "long",  # the pilot's licence takes two years
    "N2206": "short",  # remote pilot's theory certificate
    "N3101": "long",  # captain's licence
    "N3104": "short",  # days of navigation and an examination
    "N3204": "short",  # certificate for port machines
    "N4108": "short",  # compulsory courses beside the licence
    "N4112": "short",  # examination for the professional card
    "N4124": "short",  # certificate of taxi driver
    "N4128": "none",  # the same
    "N4130": "none",
    "N4131": "none",
    "N4301": "short",  # secondary school, then the company's own training
    "N4304": "short",  # railway safety certificate
    "N4403": "short",  # the company's own training
}
LICENCE_B_BY_HAND: dict[str, bool] = {
    "K1722": True,  # asked of every candidate
    "K2141": True,  # the categories are listed after a plural
    "N1102": False,  # asked of the one who drives the removal van
    "N1107": False,  # the same
    "N4104": False,  # there are couriers on bicycles
}

LICENCE_B_SKILLS = frozenset(
    # categories B, BE, C, C1, CE, C1E, D, D1, DE, D1E; C and D cannot be had without B
    "123456 126452 491634 126453 126455 126454 123457 126456 126458 126457".split()
)

OPTIONAL = re.compile(
    r"\bpeut\b|\bpeuvent\b|pourront|peu\(ven\)t|atout|facilit|appréci|pertinent|recommand"
    r"|conseill|\bparfois\b|pour les postes|un plus\b|un avantage",
    re.IGNORECASE,
)
ROUTE = re.compile(
    r"accessible|nécessite|(?:plusieurs|divers) parcours|être pratiqué", re.IGNORECASE
)
PUBLIC_EXAMINATION = re.compile(r"\b(?:sur|par)(?: voie de)? concours", re.IGNORECASE)
AFTER_BUT = re.compile(r",? (?:mais|cependant|toutefois|même si)\b.*", re.IGNORECASE)
EXPERIENCE = re.compile(
    r"(?:avec|par|et|d') (?:une |de l'|généralement une |plusieurs années d')?"
    r"(?:première )?expérience",
    re.IGNORECASE,
)
NO_DIPLOMA = re.compile(
    r"sans (?:condition de )?(?:diplôme|qualification|formation)"
    r"|tous les niveaux de qualification|aucune formation spécifique n'est (?:exigée|requise)"
    r"|aucune de ces formations n'est obligatoire",
    re.IGNORECASE,
)
SHORT = re.compile(
    r"\b(?-i:CAPA?|BEPM?|BP|BAFA|CQP|TFP|FIMO)\b"
    r"|brevet professionnel|certificats? de qualification|certificat de capacité (?:des|pour)"
    r"|titre (?:professionnel|à finalité|d'assistant)|mention complémentaire"
    r"|niveau (?:3|4)\b|\bbac(?:calauréat)?\b(?! ?\+)|études secondaires"
    r"|d'[ée]tat d'(?:aide|ambulancier|accompagnant|auxiliaire)"
    r"|de technicien d'intervention sociale|\bune certification (?:ou|en|dans)"
    r"|diplôme ou une certification"
    r"|accessible avec (?:une? |le |l'|des )(?:certific|attestation|acaced|formations? spécifique)"
    r"(?!.*bac ?\+)",
    re.IGNORECASE,
)
LONG = re.compile(
    r"\bbac ?\+ ?[2-8]|\b(?-i:BTSA?|DUT|BUT|DEUST|DU)\b|licence\b|master|doct(?:eur|orat)"
    r"|d'ingénieur|d'(?:[ée]tudes spécialisées|expertise comptable)|niveau (?:5|6|7)\b"
    r"|d'[ée]tat d(?:'|e |u )",
    re.IGNORECASE,
)
CATEGORY = r"permis (?:de conduire )?(?:poids lourds )?(?:(?:de la |des )?catégories? )?"
LICENCE = re.compile(CATEGORY + r"(?-i:[BCD]E?1?E?)\b", re.IGNORECASE)
HEAVY_LICENCE = re.compile(CATEGORY + r"(?-i:[CD]E?1?E?)\b", re.IGNORECASE)


def access_of(rome_code: str, text: str) -> str | None:
    """Training needed before one is hired ("none", "short", "long"); None: the text is silent.

    short: up to the level of the Bac (CAP, titre professionnel, certificate, Bac pro), and the
    heavy vehicle licences.
    """
    if rome_code in ACCESS_BY_HAND:
        return ACCESS_BY_HAND[rome_code]
    sentences = _sentences(text)
    level = _level(sentences)
    is_low = level in (None, "none")
    return "short" if is_low and _requires(HEAVY_LICENCE, sentences) else level


def _level(sentences: list[str]) -> str | None:
    """The lowest route open without experience; failing that, the first route with experience."""
    routes = [_route(sentence) for sentence in sentences]
    alone = [r for r, s in zip(routes, sentences, strict=True) if not EXPERIENCE.search(s)]
    with_experience = (_lowest([route]) for route in routes if not NO_DIPLOMA.search(route))
    return _lowest(alone) or next(filter(None, with_experience), None)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.;])\s+", text)


def _route(sentence: str) -> str:
    """The part of a sentence that states a route; empty when it only tells what may help."""
    route = AFTER_BUT.sub("", sentence)
    if OPTIONAL.search(route) and not ROUTE.search(route):
        return ""
    return "" if PUBLIC_EXAMINATION.search(route) else route


def _lowest(routes: Collection[str]) -> str | None:
    text = " ".join(routes)
    for level, pattern in (("none", NO_DIPLOMA), ("short", SHORT), ("long", LONG)):
        if pattern.search(text):
            return level
    return None


def needs_licence_b(rome_code: str, skills: Collection[str], text: str) -> bool:
    """Is the driving licence B, or a heavier one that implies it, needed for the job itself?"""
    if rome_code in LICENCE_B_BY_HAND:
        return LICENCE_B_BY_HAND[rome_code]
    return not LICENCE_B_SKILLS.isdisjoint(skills) or _requires(LICENCE, _sentences(text))


def _requires(licence: re.Pattern[str], sentences: list[str]) -> bool:
    return any(licence.search(s) and not OPTIONAL.search(s) for s in sentences)
