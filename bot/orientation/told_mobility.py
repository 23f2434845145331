"""Licence, vehicle and public transport as told in passing, one part of a message at a time."""

from __future__ import annotations

import re

from bot.orientation.mobility_words import A_LINE, OTHER_LICENCE, licence_in, transport_in
from bot.orientation.sayings import phrases
from bot.orientation.vehicle_words import ANY_VEHICLE, vehicle_in

_WISH = phrases(
    "aimerais|aimerait|voudrais|souhaite\\w*|reve|j espere|serait|seraient|faudrait|faudra|faut|"
    "cherche|recherche|envie|besoin|compte|economise\\w*|vais|dois|veux|projet|pourrais|bientot|"
    "(?:peux|pourrais) (?:pas|plus)(?: [a-z]+){0,2} sans|plus tard|"
    "aide[rsz]?|financ\\w+|acheter|(?<!j ai )achete",
)
_OF_A_JOB = phrases(
    "(?:travail|taf|job|metier|boulot|poste|emploi|offre|mission)s?(?: [a-z]+){0,3} "
    "(?:sans|avec|qui|ou)|code|conduisais|chauffeure?s?|chauffeuse|livreu(?:r|se)s?|"
    "conduct(?:eur|rice)s?|moniteur|monitrice|auto ecole|garagiste|mecanicien\\w*",
)
_PAST = phrases("j avais|on avait|y avait|j etais|a l epoque|avant")
_OPENS = "(?:^|(?:et|non|oui|donc|suis|je|toujours|ben|bah|ni) )"
_CLEAR_LICENCE = phrases(
    "j (?:en )?ai|(?:pas|plus|ni|aucun|jamais|zero)(?: [a-z]+){0,3} permis|mon permis|"
    "(?:en train de|je) (?:passer?|repasser?|prepare)|inscrite?|titulaire|possede|"
    "viens d (?:avoir|obtenir)|et (?:le )?permis",
    "permis (?:b )?(?:en poche|d accord|valide|oui|suspendu|annule|retire|invalide|perdu)|"
    "plus de points",
    f"{_OPENS}(?:le )?permis",
    "(?:m a|m ont|me l a) (?:retire|suspendu|enleve|annule)",
    f"{_OPENS}sans permis",
)
_LINK = (
    "(?: (?:aussi|toujours|encore|juste|que|bien|un|une|ma|mon|la|le|l|petite?|vieux|vieille|"
    "1|seulement|quand meme|deja|permis|et|b|ni|pas|plus|de|d|en|a|avec|propre|belle|grosse|ok|"
    "super|nouvelle|seul|seule|comme|acces))*"
)
_CLEAR_VEHICLE = re.compile(
    rf"\b(?:(?:j ai(?: achete| recupere| retrouve)?|on a|j en ai|possede|me reste|roule|"
    rf"deplace|circule|fais tout|bouge|viens|me balade|trajets?|prends|suis|permis){_LINK}|"
    rf"(?:ma|mon|notre)(?: petite?| vieille| vieux| propre)?|"
    rf"(?:pas|plus|ni|aucune?|zero)(?: (?:de|d|la|ma|mon|encore|eu|permis|ni))*|"
    rf"{_OPENS}sans(?: permis ni(?: de)?)?|{_OPENS}(?:en|a|permis et(?: une)?)"
    rf"|(?:pretent?|preter|partage|emprunte)(?: [a-z]+){{0,3}}) {ANY_VEHICLE}\b"
)
_SOLD_ONLY = phrases(
    "vendu des|(?:dors|dormir|dormais|vis|vit|vivre|loge|couche) dans|lave|repare|reparer|vendre"
)
_ON_FOOT = phrases(
    "(?:je |j )?(?:suis|vais|deplace|viens|fais tout|fais|bouge)(?: [a-z]+){0,2} a "
    "(?:pied|pieds|pattes)",
    "(?:pas|aucun|plus)(?: de| d)? (?:vehicule|moyen (?:de transport|de locomotion))|"
    "suis pas vehiculee?",
)
_CLEAR_TRANSPORT = re.compile(
    r"\b(?:je prends|j ai|on a|y a|en|par|avec|pas|plus|aucune?|sans|desservie?|pres|a cote|proche)"
    r"\b(?!.*\b(?:apres|le soir|la nuit|le dimanche|trop cher|en retard|greve)\b)"
    r"|\b(?:passe|devant|en bas|s arrete|juste|va|vient)\b"
)
_LINE = re.compile(rf"{A_LINE.pattern}|\btransports?\b")
_DURATION = phrases("minutes|heures?|h|quarts?|demie?")
_NEAR = phrases("y a|passe|devant|en bas|a cote|arret|pas|aucun")
_RIDE_OF_A_DAY = phrases(
    "rate|perdu|attendu|descendu|monte|hier|pris|aime|deteste|supporte|conduire"
)


def told_licence(part: str) -> str | None:
    """ "yes", "no"; None when a part of a message does not clearly tell of a licence."""
    if _WISH.search(part) or _OF_A_JOB.search(part) or _PAST.search(part):
        return None
    has_licence = licence_in(part) if _CLEAR_LICENCE.search(part) else None
    return None if has_licence is None else ("yes" if has_licence else "no")


def told_vehicle(part: str) -> str | None:
    """One of VEHICLES; None when a part does not clearly tell what the person has or lacks."""
    if _WISH.search(part) or _OF_A_JOB.search(part) or _SOLD_ONLY.search(part):
        return None
    if _ON_FOOT.search(part):
        return "none"
    clear = _CLEAR_VEHICLE.search(part) or _LOST.search(part) or _BARE.fullmatch(part)
    return vehicle_in(OTHER_LICENCE.sub(" ", part)) if clear else None


_BARE = re.compile(
    rf"(?:juste |seulement |que |et |oui )*(?:une?|1) {ANY_VEHICLE}(?: electrique| aussi)*"
)
_LOST = phrases(
    "voiture (?:elle )?(?:est |a ete )?(?:en panne|hs|morte|cassee|vendue|volee|au garage|foutue)",
    "(?:voiture|vehicule) aucune?",
    "elle (?:marche|roule|demarre|fonctionne) (?:pas|plus)",
)


def told_public_transport(part: str) -> str | None:
    """ "yes", "no": whether a bus, tram or train serves the person; None when it is not clear."""
    if _WISH.search(part) or _OF_A_JOB.search(part) or _RIDE_OF_A_DAY.search(part):
        return None
    if _DURATION.search(part) and not _NEAR.search(part):
        return None
    if _PAST.search(part) or not (_LINE.search(part) and _CLEAR_TRANSPORT.search(part)):
        return None
    served = transport_in(part)
    return None if served is None else ("yes" if served else "no")
