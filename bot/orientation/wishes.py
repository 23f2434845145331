"""The training a person accepts, and why they put a proposed job aside."""

from __future__ import annotations

import re

from bot.orientation.opinions import read_agreement, read_dont_know, read_yes_no
from bot.orientation.sayings import heard, phrases

LONG_TRAINING_MONTHS = 12
"""From a year on, training is long."""
LONGEST_TRAINING_MONTHS = 72
"""A longer time is an age or a past, not a training one accepts."""

_NUMBER = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "dix huit": 18,
}  # fmt: skip
_MONTHS_SAID = re.compile(
    rf"\b(?P<under>(?:moins|pas plus|pas) (?:d |de |que )?)?"
    rf"(?P<count>\d{{1,2}}|{'|'.join(sorted(_NUMBER, key=len, reverse=True))}) "
    rf"(?P<unit>mois|ans?|annees?)\b(?! d experience)"
)
_AGE_OR_PAST = re.compile(
    r"\b(?:j ai|depuis|age de|y a|dans|pendant|fait) (?:deja |presque |bientot )?"
    r"(?:\d{1,2}|[a-z]+(?: [a-z]+)?) (?:ans?|annees?)\b"
)
_ANY = phrases(
    "(?:peu |n )?importe|toutes?(?: les deux)?|les deux|(?:courte|long|longue) (?:ou|et|comme) "
    "(?:courte|long|longue)|pas de limite|(?:m est|est) egal|meme (?:une )?longue|"
    "(?:le temps|autant|aussi longtemps)(?: que| qu)?(?: il)? ?(?:faut|faudra|necessaire)"
)
_NOT_LONG = phrases(
    "(?:pas|trop|ni|sans|jamais)(?: (?:une?|de|d|trop|tres|formations?|trucs?|la|plus|si))* "
    "(?:long|longue|longues|longtemps|annees?)",
    "(?:long|longue|longues) (?:c est )?(?:non|trop|impossible|pas possible)",
)
_NONE = phrases(
    "(?:pas|plus|aucune?|sans|ni|jamais|zero)(?: (?:de|d|envie|besoin|le temps|question|la|une?|me|"
    "du|tout|faire|retourner|reprendre|suivre|a|l|des|les|pour|interessee? par|"
    "les moyens|sous|peux|pourrai|en etat|capable|sur))* "
    "(?:formations?|former|bancs?|etudes?|etudier|ecole|cours|apprentissage|diplomes?)",
    "(?:travailler|bosser|commencer|taffer|un boulot|du boulot|du travail|un travail|emploi|"
    "travail|boulot)(?: (?:tout|direct|de))* (?:suite|directement|direct|vite|rapidement|"
    "maintenant|immediatement|des que possible|aussitot)",
    "(?:tout|direct|directement|de suite|vite|maintenant|immediatement) (?:de suite |suite )?"
    "(?:bosser|travailler|commencer|au travail|au boulot)",
    "(?:preference|prefere|veux|voudrais|besoin)(?: (?:juste|surtout|de|bien))* "
    "(?:bosser|travailler|taffer)",
    "(?:ecole|etudes|formations?|cours)(?: c est| ca| la)*(?: vraiment| trop)? "
    "(?:pas pour moi|non|jamais|peu pour moi|fini)",
    "trop tard(?: pour (?:les etudes|l ecole|une formation|me former|ca|moi|apprendre))?|"
    "passe l age|(?:marre|degoutee?|ras le bol|deteste|detestais) (?:de |d |des )?(?:l |les )?"
    "(?:ecole|etudes|cours|formations?)",
    "gagner (?:ma vie|de l argent)|(?:faut|besoin d|veux|voudrais) (?:me )?(?:un )?salaire|"
    "besoin de sous|(?<!pas )(?<!plus )payer (?:le|mon|mes) (?:loyer|factures?)",
    "tout de suite|(?:de )?l argent|pas le temps|fini l ecole|trop vieux|trop vieille",
)
_SHORT = phrases(
    "courte?s?|rapides?|petite?s?|(?:quelques|des|deux ou trois|2 3|un|1|plusieurs) "
    "(?:mois|semaines?|jours?|heures)",
    r"(?:\d{1,3}|[a-z]+) (?:semaines?|jours?|heures)",
    "stages?|sur (?:le (?:tas|terrain)|place)|en (?:travaillant|bossant|poste)|"
    "en interne|caces|poei?|pmsmp",
)
_LONG = phrases(
    "longs?|longues?|longtemps|alternance|apprentissage|apprentie?|"
    "contrat pro(?:fessionnalisation)?|"
    "bts|cap|bac pro|bac|bep|licence|master|dut|but|diplomes?|diplomante|etudes|fac|"
    "reconversion|(?:sur )?les bancs|"
    "(?:plusieurs|quelques|des) annees|annees|1 an et plus|titre pro(?:fessionnel)?|ecole"
)
_HELD = phrases(
    "j ai(?: (?:deja|pas|mon|un|une|le|de|d|juste|que|eu|seulement|passe|obtenu))* (?:cap|bep|bac|"
    "bts|licence|master|dut|diplomes?|brevet)"
)
_SOME = phrases(
    "(?:une|des|la|me|en|suivre|faire) (?:formations?|former|apprendre)|"
    "(?:veux|voudrais|aimerais|peux|envie|prete?|partante?|motivee?|ouverte?)(?: (?:bien|de|d|me|a|"
    "pour))* (?:apprendre|former|une formation|des formations|reprendre)|formation|me former",
    "si(?: [a-z]+){0,3} (?:payee?|remuneree?|financee?|prise? en charge|gratuite?)",
)
_FEARS = phrases("peur|angoisse|stresse|deteste|ennuie|saoule|pas (?:pour moi|mon truc)")
_YES_BEFORE = phrases("oui|ouais|d accord")


def read_training(text: str) -> str | None:
    """The longest training accepted, one of TRAINING; a year or more is long.

    A yes with no length is "short": a longer one is proposed only to who names it. "Pas trop
    longue" is short too, and "peu importe" is long. None when nothing is said.
    """
    if read_dont_know(text):
        return None
    line = _AGE_OR_PAST.sub(" ", heard(text))
    line = _HELD.sub(" ", line)
    if _ANY.search(line):
        return "long"
    return _length_said(line) or _yes_or_no_training(text)


def training_in(line: str) -> str | None:
    """The training that a heard line accepts or refuses, one of TRAINING; None: it says none."""
    return _length_said(_HELD.sub(" ", _AGE_OR_PAST.sub(" ", line)))


def _length_said(line: str) -> str | None:
    months = [_months(said) for said in _MONTHS_SAID.finditer(line)]
    months = [count for count in months if count <= LONGEST_TRAINING_MONTHS]
    is_never_long = bool(_NOT_LONG.search(line))
    line = _NOT_LONG.sub(" ", _MONTHS_SAID.sub(" ", line))
    if months:
        return "long" if max(months) >= LONG_TRAINING_MONTHS else "short"
    if _NONE.search(line) and not _SHORT.search(line) and not _LONG.search(_NONE.sub(" ", line)):
        return "none" if not _YES_BEFORE.match(line) else None
    if _LONG.search(line) and not is_never_long:
        return "long"
    is_some = bool(_SOME.search(line)) and not _FEARS.search(line)
    return "short" if is_never_long or is_some or _SHORT.search(line) else None


def _months(said: re.Match[str]) -> int:
    count = _NUMBER.get(said["count"]) or int(said["count"])
    months = count if said["unit"] == "mois" else 12 * count
    is_refused = (said["under"] or "").strip() in ("pas", "pas de", "pas d")
    is_under = said["under"] and months == LONG_TRAINING_MONTHS
    return LONG_TRAINING_MONTHS - 1 if is_refused or is_under else months


def _yes_or_no_training(text: str) -> str | None:
    agreed = read_yes_no(text)
    if agreed is None:
        agreement = read_agreement(text)
        agreed = {1.0: True, -1.0: False}.get(agreement or 0.0)
    return None if agreed is None else ("short" if agreed else "none")


_REASONS = (
    (
        "done_before",
        phrases(
            "(?:deja|longtemps)(?: (?:ete|trop|assez|bien|pas mal|beaucoup))* (?:fait|faite|faits|"
            "travaille|bosse|exerce|donne|connu|vu|pratique|essaye|teste)|deja ete|"
            "(?:c est|c etait|etait) mon (?:ancien|metier|ancien metier|boulot|travail)|"
            "j en (?:sors|viens|ai fait)|j ai (?:trop )?(?:donne|fait (?:ca|ce)|"
            "ete [a-z]+ pendant)|"
            "(?:en ai|y en a) marre|marre de (?:ca|ce)|changer de (?:metier|travail|voie)|"
            "je l ai fait|(?:veux|voudrais) plus (?:le |en |y |la )?(?:faire|refaire|retourner)|"
            "plein le dos|fait (?:le tour|toute ma vie|pendant)"
        ),
    ),
    (
        "training",
        phrases(
            "etudes?|formations?|diplomes?|qualifications?|qualifiee?|niveau|bac|bts|concours|"
            "trop (?:long|longue)(?: a apprendre)?|annees? (?:d ecole|de cours)|"
            "retourner a l ecole|reprendre l ecole|apprendre"
        ),
    ),
    (
        "too_far",
        phrases(
            "(?:trop |tres |super |vachement |si |bien |assez )?(?:loin|eloignee?)|distances?|"
            "trajets?|kilometres?|km|bornes|transports?|trop de route|deplacements?|"
            "pas (?:de|la|a) (?:voiture|cote|porte)|(?:pas|sans)(?: de| le| mon)? permis|"
            "pas (?:de|le) bus|pas accessible|y aller|inaccessible|pas pres|accessible"
        ),
    ),
    (
        "hours",
        phrases(
            "horaires?|heures|nuits?|week end|dimanches?|samedis?|tot|tard|soirs?|matins?|decales?|"
            "3 x 8|2 x 8|coupures?|mercredis?|enfants?|jours feries|planning|temps (?:plein|"
            "partiel)|"
            "ecole|garde"
        ),
    ),
    (
        "physical",
        phrases(
            "physiques?|physiquement|dure?|lourde?s?|porter|dos|fatiguante?|fatigante?|epuisante?|"
            "crevante?|penible|debout|sante|charges?|mal (?:a|au|aux)|genoux?|bruits?|froid|chaud|"
            "chaleur|hauteur|vertige|dangereux|epaules?|douleurs?|usante?|corps|muscles?|force|"
            "produits|salissante?|eprouvante?|intense"
        ),
    ),
)
_NOT_INTERESTED = phrases(
    "(?:pas|plus|aucune?|peu)(?: (?:trop|vraiment|du tout|tres|d|l|mon|ma|fait|le|la))* "
    "(?:envie|interet|interessee?|truc|genre|delire|kiff|attirance|attiree?|tentee?|fan|pour moi|"
    "moi|"
    "tasse de the|passionnant|domaine|vocation)",
    "(?:attire|interesse|plait|plairait|tente|parle|dit|branche|correspond|convient|motive|"
    "emballe|inspire|aime|veux|ressemble|fait rever|va|supporte|vois)(?: (?:trop|vraiment|bien|du "
    "tout|faire|ca))* (?:pas|rien|guere)",
    "bof|nul|nulle|deteste|horreur|ennuie|ennuyeux|ennuyant|chiant|beurk|non merci|degoute|"
    "repugne|ininteressant|moche|barbant|sans interet|pas faite? pour",
)
_DENIED = re.compile(
    r"\b(?:(?:c est|est|sont) )?(?:pas|ni)(?: (?:trop|si|tres|vraiment|tellement|a cause|une?|des?|"
    r"du|la|les?|l|pour|question|mal))* $"
)
_DENIED_BY_NAME = re.compile(r"\b(?:c est|est|sont) pas(?: (?:les?|la|l|a cause|des?|du|une?))* $")
"""Hours and training are refused with a "pas" that denies nothing: "pas la nuit"."""


def read_refusal_reason(text: str) -> str | None:
    """Why a job is put aside, one of REFUSAL_REASONS; the first concrete reason comes before taste.

    "C'est pas loin mais ça m'attire pas" is a matter of taste; None when no reason is given.
    """
    line = heard(text)
    found = [
        (said.start(), reason)
        for reason, pattern in _REASONS
        for said in pattern.finditer(line)
        if not _is_denied(reason, line[max(0, said.start() - 40) : said.start()])
    ]
    if found:
        return min(found, key=lambda place_and_reason: place_and_reason[0])[1]
    return "not_interested" if _NOT_INTERESTED.search(line) else None


def _is_denied(reason: str, before: str) -> bool:
    denial = _DENIED if reason in ("too_far", "physical") else _DENIED_BY_NAME
    return bool(denial.search(before))
