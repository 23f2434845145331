"""What answers the questions on a licence and on public transport, and tells nothing elsewhere.

"Rien par ici", "l'arrêt est à 200 mètres" or "j'ai que le code" are clear only once one is asked.
"""

from __future__ import annotations

import re

from bot.orientation.durations import with_digits
from bot.orientation.mobility_words import read_mobility, transport_in
from bot.orientation.sayings import clauses, heard, phrases
from bot.orientation.vehicle_words import spelled

FAR_KM = 2.0
FAR_MINUTES_ON_FOOT = 25
"""A stop further than that does not serve a home."""

_KM = re.compile(r"\b(\d+(?:\.\d+)?) (?:km|kms|kilometres?|bornes?)\b")
_ON_FOOT = re.compile(r"\b(\d+) (?:minutes?|mins?|mn)(?: (?:de|a))* (?:pieds?|marche|marcher)\b")
_HALF_HOUR_ON_FOOT = phrases("(?:1 )?(?:demie? heure|heure)(?: (?:de|a))* (?:pieds?|marche)")
_A_STOP = "(?:arrets?|stations?|gares?|bus|car|tram|train|metro)"
_NO_BUT = phrases(
    f"(?:les )?{_A_STOP}(?: [a-z]+){{0,2}} (?:passe|passent|va|vont|vient|viennent|marche) "
    "(?:pas|plus|jamais)",
    "(?:supprimee?s?|enleve|arrete|ferme)(?: (?:la|le|les|ligne))*|(?:faut|besoin)(?: [a-z]+){0,3} "
    "voiture|"
    "(?:presque |quasi(?:ment)? )?(?:rien|pas|aucune?)(?: (?:par ici|ici|la|chez (?:moi|nous)|"
    "dans (?:le|mon) (?:coin|village|quartier)|du tout|de tout|a cote|autour|pres de chez moi|"
    "chez))+",
    "quasi(?:ment)? (?:pas|rien|jamais)|presque (?:pas|rien|jamais)|nulle part|que dalle|walou|"
    "nada|zero|"
    "(?:y a|j ai|avons|on a) (?:presque |quasiment )?rien|cambrousse|campagne|paumee?s?|"
    "trou (?:perdu|paume)|"
    "(?:c est |un )?(?:le |un )?desert|isolee?s?|perdue?s? (?:au milieu|dans)|au milieu de nulle "
    "part|(?:mal|pas|peu) desservi\\w*",
)
_YES_BUT = phrases(
    "(?:bien |tres bien |pas mal |correctement )desservi\\w*|(?:c est|on est|je suis) desservi\\w*",
    "(?:un|l|les|des|mon|une|la|deux|trois|plusieurs) (?:arrets?|stations?|lignes?)",
    "lignes? [a-z]?\\d*|(?:ca|en) passe|passe (?:toutes|tous|devant|en bas|souvent|une fois|"
    "deux fois)",
    "(?:tout|juste) (?:a cote|pres|devant|en bas)|(?:a cote|en bas|devant chez moi|au pied)|"
    "y en a (?:un|une|deux|trois|plusieurs|pas mal|quelques)|velo v|(?:oui|si)$|^un peu|"
    "^(?:oui|si)",
)
_NOT_ONE = phrases(
    f"(?:pas|plus|aucune?|sans|ni)(?: (?:un|une|1|de|d|le|la|les|seule?|moindre))* {_A_STOP}"
)
_TRAIN_ALONE = phrases("(?:pas|aucun) (?:de )?(?:trains?|gares?|metro|tram)")


def read_served(text: str) -> bool | None:
    """Whether a bus, tram or train serves the home, from an answer to that question; None when it
    does not say. A stop beyond FAR_KM or FAR_MINUTES_ON_FOOT serves none; one of them is enough.
    """
    said = [_served(part) for part in clauses(with_digits(spelled(text)))]
    stated = read_mobility(_near_only(text)).get("has_public_transport")
    if stated is not None and not (stated and False in said and True not in said):
        return bool(stated)
    known = [one for one in said if one is not None]
    if not known:
        return None
    return _NO_AFTER.search(heard(text)) is None if True in known else False


_NO_AFTER = phrases("(?:supprimee?s?|enleve)")


def _near_only(text: str) -> str:
    parts = clauses(with_digits(heard(text)))
    return ", ".join(part for part in parts if not _is_far(part))


def _served(part: str) -> bool | None:
    is_refused = _NO_BUT.search(part) or _NOT_ONE.search(part)
    if _is_far(part) or (is_refused and not _TRAIN_ALONE.search(part)):
        return False
    if transport_in(part):
        return True
    is_near = bool(_YES_BUT.search(part)) or bool(_ON_FOOT.search(part))
    return True if is_near or re.search(r"\b\d+ (?:m|metres?)\b", part) else None


def _is_far(part: str) -> bool:
    km = [float(found[1][:6]) for found in _KM.finditer(part)]
    minutes = [int(found[1][:6]) for found in _ON_FOOT.finditer(part)]
    is_long_walk = bool(_HALF_HOUR_ON_FOOT.search(part)) or max(minutes, default=0) > (
        FAR_MINUTES_ON_FOOT
    )
    return is_long_walk or max(km, default=0.0) >= FAR_KM


_LACKS_LICENCE = phrases(
    "(?:que|juste|seulement) (?:le |mon |l )?(?:code|am|bsr|a1|a2|moto)",
    "(?:code|conduite) (?:pas|en cours|a (?:passer|repasser))|"
    "(?:rate|loupe|echoue|manque)(?: (?:a|la|le|mon|l))* (?:conduite|code|examen)",
    "(?:eu|ai|passe|obtenu)(?: (?:que|juste))? (?:le |mon )?code",
    "pas la conduite|permis (?:etranger|marocain|algerien|tunisien|turc|de mon pays|du pays|"
    "international)",
    "inscrite?|auto ecole|^(?:c est )?(?:en cours|bientot|presque)|"
    "jamais (?:eu|passe|pu|tente|essaye)|leçons?|lecons?|heures de conduite",
    "(?:retire|suspendu|annule|invalide|perime)|(?:pas|plus|jamais) (?:eu |pu )?"
    "(?:les sous|l argent|les moyens|le temps)",
)
_HOLDS_LICENCE = phrases(
    "je l ai(?: (?:eu|obtenu|passe|deja|bien))*|j en ai un|le b|^b (?:et|plus) [a-z]|"
    "(?:eu|obtenu|passe) (?:du premier coup|en \\d+|l an dernier|depuis|a \\d+ ans|recemment)|"
    "je conduis(?! (?:pas|plus|jamais|rien|sans))|jeune conducteur|jeune permis|"
    "^(?:il est )?valide",
)


def read_licence(text: str) -> bool | None:
    """Whether there is a licence B, from an answer to that question; None when it does not say.

    A licence of another country is not yet one here: it is to be exchanged.
    """
    stated = read_mobility(text).get("has_licence_b")
    if stated is not None:
        return bool(stated)
    line = heard(text)
    if _LACKS_LICENCE.search(line):
        return False
    return True if _HOLDS_LICENCE.search(line) else None
