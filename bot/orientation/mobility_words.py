"""Licence, vehicle, public transport and travel time, as people tell them in one breath.

Only what is clearly stated is kept: someone else's car, a wish, a job of driver say nothing.
"""

from __future__ import annotations

from typing import Any

from bot.orientation.durations import read_minutes
from bot.orientation.sayings import clauses, heard, phrases
from bot.orientation.vehicle_words import SOMEONE, names_vehicle, spelled, vehicle_in

OTHER_LICENCE = phrases(
    "permis (?:de (?:travail|sejour|construire|chasse|chasser|peche)|cariste|caces|moto|bateau|"
    "a1|a2|am|a\\b(?! (?:points?|la|l|velo|pieds?|trottinette|cause)\\b)|bsr|chariot|engins?|"
    "fluvial|scooter|etranger|international|marocain|algerien|tunisien|turc|de mon pays|du pays)"
)
_HEAVY_LICENCE = phrases(
    "permis (?:poids lourds?|pl|spl|super lourds?|be|eb|transport en commun|"
    "super poids lourds?|car|(?:c|c 1|ce|ec|d|d 1)(?= (?:et|ou|depuis|aussi|plus|mais|,)|$))"
)
_NO_LICENCE = phrases(
    "(?:pas|plus|sans|aucun|jamais|ni|zero|jamais eu|pas encore)(?: (?:encore|de|d|le|mon|eu|passe|"
    "obtenu|reussi|fini|un))* permis",
    "permis (?:je l ai|je l avais|j en ai) (?:pas|plus|jamais)",
    "permis(?: (?:il|on|qui|me|m|l|a|ont|est|ete|etait|toujours|encore|de|conduire))* (?:retire|"
    "suspendu|annule|invalide|perdu|en cours|non|enleve|confisque|saute|invalidation|jamais|"
    "pas encore|perime|pas(?! (?:de|d|une?|la|le)))",
    "(?:retire|suspendu|annule|enleve|perdu|saute|rate|repasser|repasse|confisque|sauter|manque)"
    "(?: (?:le|mon|de|au|un))* permis",
    "(?:je |j )(?:le )?(?:passe|prepare|attends|finis|commence|repasse|tente)(?: (?:bientot|"
    "actuellement|en ce moment))?(?: (?:le|mon))? permis",
    "(?:vais|dois|veux|voudrais|aimerais|va|compte|espere|train de|train d|faut|essaye|essaie|"
    "pouvoir|fini de)(?: (?:que|je|de|d|avoir|le|mon|bientot))* (?:passer|passe|avoir|obtenir|"
    "finir|"
    "preparer|financer|payer|repasser)(?: (?:le|mon|un))? permis",
    "(?:inscrite?|inscription)(?: (?:a|au|pour|l|auto|ecole|le))* permis|bientot (?:le|mon) permis",
    "(?:suspension|retrait|annulation|invalidation) (?:de |du )?(?:mon )?permis",
    "(?:me l a|m a|m ont|me l ont)(?: ete)? (?:retire|suspendu|enleve|annule)",
    "perdu (?:tous )?(?:mes|les) points|en train de le (?:re)?passer|"
    "(?:il|permis) est (?:suspendu|annule|invalide|perime|en cours)|plus de points|je le passe|"
    "suspension administrative",
)
_HAS_LICENCE = phrases(
    "(?:j ai|ai|avec|possede|titulaire|detiens|obtenu|j avais|eu|ayant|passe|tout juste|toujours)"
    "(?: (?:deja|bien|mon|le|du|un|eu|passe|obtenu|seulement|juste|que|quand meme|toujours|les|"
    "oui|evidemment|1))* permis",
    "(?:et|viens d avoir|viens d obtenir) (?:le|mon) permis|permis je l ai",
    "permis(?: b)? (?:et|plus) (?:une |la |ma )?(?:voiture|vehicule|scooter|velo|moto)",
    "permis(?: (?:en poche|ok|d accord|oui|ouais|valide|obtenu|depuis|probatoire|jeune conducteur|"
    "a points|tous les points|en regle))",
    "oui(?: ,)? (?:le |mon )?permis|(?:j ai|j ai que|titulaire) (?:le|du) b",
)
_ONLY_ANOTHER = phrases(
    "(?:que|juste|seulement) (?:le |mon |un )?permis (?:moto|a|a1|a2|am|bsr|scooter|bateau|caces)"
)
_BARE_LICENCE = phrases("(?:oui |juste |que )?(?:le |mon |un )?permis(?: b)?(?: et)?")

_LINES = (
    "(?:bus|autobus|autocars?|trams?|metro|trains?|ter|rer|tcl|navettes?|gares?|car scolaire|"
    "(?<!quatre )cars(?! (?:je|j|il|on|c))|transports? (?:en commun|publics?)|transports|"
    "arrets? de (?:bus|car|tram)|lignes? de (?:bus|car))"
)
_COACH = phrases("(?:un|le|en|les|des|de|d|aucun|du|par) car(?= |$)(?! (?:je|j|il|on|c|ma|mon))")
_BUSY = phrases("en train d(?:e|avoir)?")
_DRIVES_FOR_WORK = phrases(
    f"(?:chauffeure?s?|chauffeuse|conducteurs?|conductrices?|conduire|controleurs?)(?: (?:de|d|"
    f"des|un|"
    f"le|les))* {_LINES}"
)
_UNUSED_LINE = phrases(
    f"{_LINES}(?: [a-z]+)?(?: [a-z]+)? loin",
    f"(?:prends?|aime|veux|peux|supporte|prendre|utilise)(?: (?:pas|plus|jamais|prendre|trop))+"
    f"(?: (?:de|le|les|l|la|en))* {_LINES}|payer {_LINES}|peur d[ue] {_LINES}",
)
_NO_LINE = phrases(
    "(?:pas|plus|aucune?s?|sans|ni|zero|jamais)(?: (?:vraiment|de|d|un|une|le|la|non|plus|encore|"
    f"beaucoup de|arret|moindre|ligne|moyen|grand chose comme))* {_LINES}",
    f"{_LINES}(?: (?:ne|y|en|il|est|me|nous|qui))* (?:va|vont|passe|passent|vient|viennent|circule|"
    "circulent|dessert|desservent|existe|existent|s arrete|s arretent)(?: (?:pas|plus|jamais))+",
    "(?:pas|plus|aucun)(?: (?:de|moyen|un))* transport",
    f"{_LINES} (?:non|aucun|y en a pas|y en a plus|y a pas|supprime|supprimes|supprimee?)",
)
_ACCEPTED_TIME = phrases(
    "max|maxi|maximum|pas plus|plus de|jusqu a|moins de|accepte|trajet|route|"
    "(?:peux|veux bien|pourrais) (?:bien )?(?:faire|aller|rouler|mettre)"
)
A_LINE = phrases(_LINES)


def read_mobility(text: str) -> dict[str, Any]:
    """Facts that the message states about moving around; a key that is absent was not stated.

    Keys: has_licence_b and has_public_transport (bool), vehicle (of VEHICLES), max_minutes (int).
    A licence being prepared, suspended or lost is no licence B; a lorry or bus licence implies B.
    """
    line = spelled(text)
    facts: dict[str, Any] = {}
    licence, transport = licence_in(line), transport_in(line)
    vehicle = vehicle_in(OTHER_LICENCE.sub(" ", line))
    minutes = read_minutes(text) if _ACCEPTED_TIME.search(line) else None
    if licence is not None:
        facts["has_licence_b"] = licence
    if vehicle is not None:
        facts["vehicle"] = vehicle
    if transport is not None:
        facts["has_public_transport"] = transport
    if minutes is not None:
        facts["max_minutes"] = minutes
    return facts


def licence_in(line: str) -> bool | None:
    """Whether a spelled line says that there is a licence B; None when it says nothing of it."""
    if _ONLY_ANOTHER.search(line):
        return False
    is_heavy = bool(_HEAVY_LICENCE.search(line))
    line = OTHER_LICENCE.sub(" ", _HEAVY_LICENCE.sub("permis", line))
    if _NO_LICENCE.search(line):
        return None if is_heavy else False
    if is_heavy or _HAS_LICENCE.search(line):
        return True
    return True if any(_BARE_LICENCE.fullmatch(part) for part in clauses(line)) else None


def transport_in(line: str) -> bool | None:
    """Whether a spelled line says that a bus, tram or train is near; None: nothing of it."""
    line = _COACH.sub(lambda found: f"{found[0].split()[0]} autocar", line)
    line = _UNUSED_LINE.sub(" ", _DRIVES_FOR_WORK.sub(" ", _BUSY.sub(" ", line)))
    without = _NO_LINE.sub(" ", line)
    if A_LINE.search(without):
        return True
    return False if without != line else None


_NO_VEHICLE = phrases(
    "rien|aucun|aucune|non|nada|que dalle|(?:a )?(?:pied|pieds|pattes?|pinces)|mes (?:jambes|"
    "pieds)|"
    "marche|marcher|pietonn?e?|covoiturage|covoit|blablacar|taxi|uber|auto stop|stop|"
    "(?:m |me )(?:emmene(?:nt)?|amene(?:nt)?|depose(?:nt)?|conduit|transporte)",
    "(?:pas|plus|aucun|sans)(?: (?:de|d|trop|vraiment|mon|un))* (?:moyens?|vehiculee?s?|locomotion|"
    "grand chose)",
)


_BORROWED = phrases(
    "(?:prete(?:nt|r)?|passent?|emprunter?|partageo?n?s?|prends?)(?: [a-z]+){0,3} "
    "(?:la (?:sienne|leur|notre)|celle|celle|la leur|les leurs|la notre)"
)
_USED_BY_SOMEONE = phrases(
    f"{SOMEONE} (?:(?:il|elle|qui) )?(?:l utilise|la prend|la garde|l a (?:tout|pour|la)|"
    "(?:a|prend|garde|utilise|part avec) (?:la|notre) voiture)"
)
_LOST = phrases(
    "(?:elle|il) (?:est (?:en panne|hs|morte?|a la casse|au garage)|roule plus|marche plus|"
    "demarre plus)",
    "je l ai (?:vendue?|donnee?|rendue?)|on me l a volee?|"
    "(?:ct|controle technique)(?: [a-z]+){0,2} "
    "(?:pas|refuse|rate)|depends? (?:des autres|de)",
    "j en ai plus",
)
_SHARED_CAR = phrases("prete(?:nt|r)?|partage|partageons|emprunter?|ensemble|a tour de role")
_MOPED = phrases("(?:un|le|mon) (?:50|125)(?: cm 3| cm| cc)?|(?:une|la|ma) sans permis")


def read_vehicle(text: str) -> str | None:
    """The vehicle of VEHICLES the person really has, the fastest of several; None when not said.

    Motorbikes, mopeds and "voitures sans permis" are "scooter": what one drives without a licence
    B. A kick scooter ("trottinette") is "bike". On foot, by bus or driven by others is "none".
    """
    line = spelled(text)
    vehicle = vehicle_in(OTHER_LICENCE.sub(" ", line))
    if vehicle is not None:
        return vehicle
    if _BORROWED.search(line):
        return "car"
    if _MOPED.fullmatch(line.strip(" ,")):
        return "scooter"
    if _LOST.search(line) or (
        _USED_BY_SOMEONE.search(said := heard(text)) and not _SHARED_CAR.search(said)
    ):
        return "none"
    is_without = _NO_VEHICLE.search(line) or transport_in(line)
    return "none" if is_without and not names_vehicle(line) else None
