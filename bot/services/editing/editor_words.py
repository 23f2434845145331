"""All that is said to the editors of offers besides the pages, who never see a file."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.orientation.eligibility import NO, TO_CHECK, YES
from bot.orientation.french_values import day
from bot.orientation.typography import french
from bot.orientation.vocabulary import STATUSES

LABELS: Mapping[str, str] = {
    "offer_id": "Repère de l’aide",
    "name": "Nom",
    "nicknames": "Noms courants",
    "provider": "Qui la donne",
    "status": "État",
    "gives": "Ce qu’elle apporte",
    "amounts": "Montants",
    "themes": "Thèmes",
    "themes-main": "Thème principal",
    "levers": "Ce qu’elle débloque",
    "type": "Sorte d’aide",
    "publics": "Publics",
    "fees": "Prix",
    "reception": "Accueil",
    "asked_by": "Qui peut la demander",
    "asking": "Comment la demande se fait",
    "how_to_ask": "Démarche",
    "zone": "Lieux",
    "zone-level": "Étendue",
    "zone-codes": "Lesquels",
    "zone-name": "Nom du territoire",
    "conditions": "Conditions",
    "deadlines": "Dates limites",
    "papers": "Papiers",
    "steps": "Étapes",
    "delay": "Délai de réponse",
    "unknown": "Ce que les sources ne disent pas",
    "official_url": "Page officielle",
    "contact": "Contact",
    "confidence": "D’où vient l’information",
    "verified_on": "Page officielle lue le",
    "expires": "À revoir après le",
    "ended_on": "Arrêtée le",
    "replaced_by": "Remplacée par",
    "replacement": "Quoi faire à la place",
    "sources": "Sources",
    "what": "Pour quoi",
    "value": "Montant",
    "unit": "Unité",
    "valid_from": "Valable du",
    "valid_until": "Valable jusqu’au",
    "days": "Jours",
    "when": "Avant ou après",
    "event": "Quel événement",
    "where": "Où",
    "read_on": "Lue le",
    "dated": "Datée de",
}

LEVERS: Mapping[str, str] = {
    "licence": "le permis",
    "car": "une voiture",
    "bike": "un vélo",
    "carpool": "du covoiturage",
    "minutes": "le prix des trajets",
    "training": "une formation",
    "childcare": "la garde d’enfants",
}
ZONE_LEVELS: Mapping[str, str] = {
    "country": "tout le pays",
    "region": "une ou plusieurs régions",
    "department": "un ou plusieurs départements",
    "commune": "une ou plusieurs communes",
    "metropole": "une métropole",
    "area": "un autre territoire",
}
LEVELS: Mapping[str, str] = {
    "full": "complète",
    "to_check": "à vérifier",
    "suspended": "suspendue",
    "ended": "arrêtée",
    "hidden": "cachée",
}
"""What the public sees of an offer (publication.py)."""
SIDES: Mapping[str, str] = {"before": "avant", "after": "après"}
REASONS: Mapping[str, str] = {
    "reported": "dite fausse ou finie",
    "conflict": "fichier changé ailleurs",
    "expired": "date dépassée",
    "amounts_over": "montants dépassés",
    "hidden": "cachée, sans source sûre",
    "never_verified": "page jamais lue par une personne",
    "read_long_ago": "lue il y a plus d’un an",
    "no_expiry": "sans date à revoir",
    "waiting": "publiée, pas encore dans les fichiers",
}
"""Why an offer is to be looked at, in the order in which it counts."""
CLOSED = "closed"
"""Of an offer that is not proposed to anybody."""
STATES: Mapping[str, str] = {
    YES: "pour cette personne",
    TO_CHECK: "à vérifier",
    NO: "pas pour cette personne",
    CLOSED: "pas proposée",
}
GROUPS: Mapping[str, str] = {
    "all": "toutes ces conditions",
    "any": "une de ces conditions suffit",
}
NOTHING, NOT_KNOWN = ("rien",), ("pas connu",)
UNTIL, READ_ON, DATED = " Jusqu’au {}.", "{}, lue le {}", ", datée de {}"
PUBLISHED = "C’est publié. La conversation l’utilise dès maintenant."
BEHIND = (
    "Cette aide a changé pendant que vous écriviez. Rien n’est perdu : voyez les deux versions "
    "ci-dessous."
)
SAY_WHY = "Dites pourquoi, en un mot."
READ_AGAIN = "Votre brouillon a changé depuis cet aperçu. Relisez, puis publiez."
GIVEN_UP = "Votre brouillon est jeté. L’aide reste comme elle était."
PUT_TOGETHER = "Votre brouillon part maintenant de la dernière version."
BOTH_TOUCHED = " Vous aviez touché aux mêmes endroits : vos textes sont gardés, relisez-les."
SAY_DECISION = "Dites en une phrase ce qui est décidé. Rien n’est clos."
SETTLED = "C’est noté et publié."
FILE_IS_RIGHT = "Fichier changé ailleurs : le fichier a raison."
PUBLISHED_IS_RIGHT = "Fichier changé ailleurs : ce qui est publié a raison."
STANDARD, EASY_READ = "Français courant", "Facile à lire"
NO_REASON, NO_PLACE = "raison non dite", "lieu non connu"
EMPTY = "Ce champ est vide. Remplissez-le."

_REWORDED = (
    (re.compile(r"ce texte est vide ; .*|« (?:None)? ?» n'est pas un (?:nombre|jour) .*"), EMPTY),
    (re.compile(r" ; sinon, null$"), " ; sinon, laissez vide"),
    (re.compile(r"sans source, écrivez « confidence: memory » ; sinon, citez-la"), "sans source, "
     "choisissez « sans source » dans « D’où vient l’information » ; sinon, citez-la"),
    (re.compile(r"une zone « area » a un nom ; ajoutez « name »"), "donnez un nom à ce territoire"),
    (re.compile(r"donnez les codes de cette zone dans « codes »"), "dites lesquels, par leur nom "
     "ou leur code"),
    (re.compile(r"n'est pas un code connu pour « [a-z]+ »"), "n’est pas un lieu connu de cette "
     "étendue ; prenez un nom de la liste"),
    (re.compile(r"il manque ce qui est demandé à ce fait : one_of"), "cochez au moins une réponse"),
    (re.compile(r"il manque ce qui est demandé à ce fait : at_least ou at_most"), "donnez un "
     "minimum, un maximum, ou les deux"),
    (re.compile(r"« .*» n'est pas un fait connu ; ajoutez-le à circumstances.py"), "choisissez un "
     "fait dans la liste"),
    (re.compile(r"mettez au moins (\d) condition\(s\) dans cette liste"), "mettez au moins \\1 "
     "condition(s) dans ce groupe"),
    (re.compile(r"condition\(s\)"), "condition"),
    (re.compile(r"12 ou 0\.5"), "12 ou 0,5"),
    (re.compile(r"« [a-z0-9-]+ » n'a pas de fiche ; .*"), "cette aide n’existe pas"),
)  # fmt: skip
_KEY = re.compile(r"« ([a-z_]+) »")
_DAY = re.compile(r"(?<=\ble )\d{4}(?:-\d\d){1,2}|(?<=\()\d{4}(?:-\d\d){1,2}(?=\))")
_NAMES = {**STATUSES, **LABELS}


def label_of(field: str) -> str:
    """The label of a field, of a cell of a table, or of a condition."""
    if field in LABELS:
        return LABELS[field]
    key, _, rest = field.partition("-")
    if key == "c":
        return LABELS["conditions"]
    at, _, cell = rest.partition("-")
    inside = LABELS.get(cell)
    return f"{LABELS.get(key, key)}, ligne {at} : {inside.lower()}" if inside else LABELS[key]


def for_an_editor(remark: str) -> str:
    """A remark of the reader of the files, in the words of the form."""
    for pattern, right in _REWORDED:
        remark = pattern.sub(right, remark)
    remark = _KEY.sub(lambda found: f"« {_NAMES.get(found[1], found[1])} »", remark)
    remark = _DAY.sub(lambda found: day(found[0]), remark)
    told = remark[:1].upper() + remark[1:]
    return french(told if told.endswith(".") else f"{told}.")


def closed_words(count: int) -> str:
    """What is said once reports are closed."""
    if count == 0:
        return "Aucun signalement n’était à clore."
    return "Un signalement est clos." if count == 1 else f"{count} signalements sont clos."
