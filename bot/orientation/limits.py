"""Hours and working conditions that a person refuses, from what they say of each.

Only the hours and conditions are kept. A word about health is read as the condition to avoid, and
goes no further.
"""

from __future__ import annotations

from bot.orientation.polarity import Things
from bot.orientation.sayings import heard, phrases

HOURS_NAMED = Things(
    {
        "outside_school": "(?:en )?(?:dehors|hors)(?: de| d| des| du| l| les| la| horaires| heures"
        "| temps)* (?:ecole|scolaires?|creche)",
        "weekend": "(?:week end|we|samedi|samdi|dimanche|dimanch|week and)s?|jours? feries?|feries",
        "night": "nuits?|nui|nocturnes?|nuitee?s?|minuit|apres 2[1-3](?: h| heures)?",
        "shifted": "decalee?s?|(?:2|deux|5) (?:x |, )?(?:8|huit)(?! h| heures)|3 (?:x |"
        ", )?8(?! h| heures)|(?:trois|"
        "3 fois) (?:x |fois )?(?:huit|8)|"
        "en (?:equipes?|postes?)|tot|tard|tardifs?|soirs?|soirees?|matins?|matinee?s?|matinal|"
        "de bonne heure|aube|"
        "(?:lever|leve|reveiller|commencer|debuter|embaucher) a [3-6](?: h| heures)?|"
        "(?:horaires?|planning|heures)(?: qui)? (?:changent?|bougent?|tournent?)|"
        "coupures?|coupe|coupes|fractionnes?|variables?|irreguliers?|"
        "changeants?|alternee?s?|(?:avant|apres|des) (?:\\d{1,2}|une|deux|cinq|six|sept|huit|neuf|"
        "dix)(?: h| heures)?(?: \\d\\d| 30)?",
    }
)
_THREE_SHIFTS = phrases("3 (?:x |, )?8|trois (?:x |fois )?huit|3 fois 8")
_ONLY = (
    "(?:seulement|uniquement|juste|exclusivement|que|plutot|prefere|disponible|dispo)"
    "(?: (?:travailler|des|les|le|la|l|en|de|du|a|au|aux|dans|pendant|horaires|heures|postes))*"
)
NO_HOURS = phrases("bonne (?:nuit|soiree)|plus tard|pas mal (?:au|aux|a la)|trop tard pour")
"""Phrases that name no hours or conditions at all."""
_ONLY_HOURS = (
    (phrases(f"{_ONLY} (?:semaine|lundi)", "(?:du )?lundi (?:au|a) vendredi"), {"weekend"}),
    (
        phrases(f"{_ONLY} (?:journee|jour)", "(?<!pas )(?:en|de|horaires? de) (?:journee|jour)"),
        {"night"},
    ),
    (
        phrases("(?:horaires?|heures) (?:de |des )?(?:bureaux?|normaux|normales|classiques)"),
        {"night", "weekend", "shifted"},
    ),
    (
        phrases("(?:8|9)(?: h| heures)?(?: 30)? (?:, )?(?:a )?(?:17|18)(?: h| heures)?"),
        {"night", "shifted"},
    ),
    (phrases("vie normale"), {"night", "weekend", "shifted"}),
    (phrases(f"{_ONLY} (?:matins?|matinee?s?|apres midi)"), {"night", "shifted"}),
    (phrases(f"{_ONLY} (?:soirs?|nuits?|week end|samedis?|dimanches?)"), set[str]()),
)
CHILD = (
    "(?:enfants?|petite?s?|fils|filles?|gamine?s?|garcons?|bebe|minots?|momes?|gosses?|loulous?|"
    "mioches?|kids)"
)
_SCHOOL_TIME = phrases(
    "(?<!auto )ecoles?|scolaires?|creche|periscolaire|garderie|nounou|mercredis?|college|"
    "maternelle",
    "(?:recuperer|recupere|chercher|deposer|garder|garde|amener|emmener|accompagner|m occuper|"
    f"m occupe|occuper)(?: (?:de|des|les|mes|ma|mon|la|le|notre|nos|l|d))* {CHILD}",
    r"(?:8|9)(?: h| heures)?(?: \d\d)?(?: (?:a|et|,))? (?:15|16)(?: h| heures)",
    r"(?:rentree?|rentrer|finir|fini|finie|sortir|sortie?|partir|partie?|la)(?: chez moi)? "
    r"(?:a|avant|pour) (?:15|16)(?: h| heures)",
    r"(?:apres|jusqu a) (?:15|16)(?: h| heures)?(?: \d\d)?",
)
_OUTSIDE_SCHOOL = phrases("(?:en )?(?:dehors|hors)\\b[a-z ]*? (?:ecole|scolaires?|creche)")
_LIMITED_TO = phrases(
    "seulement|uniquement|juste|exclusivement|que (?:pendant|quand|sur|les|aux|a)"
)

CONDITIONS_NAMED = Things(
    {
        "heavy_loads": "(?:lourde?s?|charges?|porter(?! (?:un |une |des |le |la |les )?(?:masques?|"
        "uniforme|tenue|blouse|gants|lunettes|casque))|ports? de|soulever|manutention|dos|"
        "lombaires?|rhumatismes?|arthrose|tendinites?|scoliose|"
        "cartons?|hernie|sciatique|lumbago|epaules?|poids|force physique|trop physique|"
        "travail physique|efforts? physiques?|demenagement|physiques?)",
        "standing": "debout|pietiner|sur mes jambes|sur (?:les|mes) pieds|jambes|genoux?|"
        "chevilles?|hanches?|varices|"
        "station debout|pieds",
        "sitting": "assise?s?|derriere un (?:bureau|ecran|ordi)|ordinateurs?|(?:dans un )?bureaux?|"
        "sur une chaise|ecrans?|sedentaire",
        "outdoors": "dehors|exterieurs?|plein air|pluie|intemperies|outdoor|grand air|champs",
        "heights": "hauteurs?|vertige|echelles?|echafaudages?|toits?|toitures?|nacelles?|escabeau|"
        "escabeaux|vide|grimper",
        "noise": "bruits?|brui|bruyante?s?|vacarme|boucan|sonores?|oreilles?|decibels?|brouhaha|"
        "acouphenes?",
        "cold_or_heat": "froide?s?|froi|chaleurs?|chaude?s?|frigos?|frigorifiques?|"
        "chambres? froides?|"
        "canicule|gel|temperatures?|surgeles?|congelateurs?|fours?|frileu(?:se|x)",
        "repetitive": "repetitifs?|repetitives?|repeter|repetition|a la chaine|travail a la chaine|"
        "memes? gestes?|(?:meme|memes) choses?|routine|monotone|toujours pareil|chaine",
        "public_contact": "public|clients?|clientele|(?:le|du|trop de|avec) monde|"
        "(?:les|des|aux|avec|voir du) gens|contacts?(?: humains?)?|relationnel|relation client|"
        "accueil|face a face|usagers?",
        "chemicals": "chimiques?|produits?|javel|allerg[a-z]+|solvants?|asthm[a-z]+|detergents?|"
        "toxiques?|"
        "pesticides?|acides?|peintures?|colles?|vapeurs?",
    }
)
_NOTHING = phrases(
    "rien|aucune?s?|non|aucun(?:e)? (?:souci|probleme|contrainte|preference|limite)|"
    "(?:pas|sans|aucune?) (?:de |d )?(?:soucis?|problemes?|contraintes?|preferences?|limites?|"
    "restrictions?|exigences?|inconvenients?)",
    "(?:tout|tous|toutes|tous les horaires|toutes les heures|ca)(?: [a-z]+)? (?:me |m )?(?:va|vont|"
    "convient|conviennent|irait|iront|arrange|arrangent)(?! pas)",
    "(?:n |peu )?importe(?: (?:quel|quelle|quels|quelles|quand|quoi))?|(?:m est|est) egal",
    "(?<!pas )(?<!plus )(?:totalement |tres |entierement |toujours )?(?:disponible|dispo|flexible|"
    "libre|polyvalente?|mobilisable)(?! (?:que|seulement|uniquement))",
    "ouverte? a tout|tout est (?:possible|bon|ok|d accord)|"
    "je (?:peux|fais|prends|supporte|accepte) (?:de )?"
    "tout|(?:m adapte|adaptable|suis souple)|quand vous voulez|24 (?:h )?(?:sur )?24|"
    "tous les horaires|pas difficile|derange pas|rien de (?:special|particulier)|"
    "costaude?|(?:en (?:pleine |bonne )?forme|bonne sante)",
)


_EVERY_HOUR = phrases(
    "jours? et (?:de )?nuits?|(?:de )?jour comme (?:de )?(?:la )?nuit|7 (?:jours )?sur 7|"
    "(?:week end|nuits?|dimanches?|samedis?) (?:y )?(?:compris|inclus)|"
    "importe (?:quand|quelles? heures?)"
)
_NOT_EVERY = phrases("pas|sauf|plus|jamais|ni|sans|hors|mais|non|impossible|a part")


def read_hours_refused(text: str) -> frozenset[str] | None:
    """Hours the person cannot do, of HOURS; empty when all hours suit; None when nothing is said.

    Night shifts in a "3x8" count as nights and as shifted hours. Someone free only in school hours
    has no weekend either. Before 9 or after 17 is shifted, after 21 night, after 16 out of school.
    """
    line = NO_HOURS.sub(" ", heard(text))
    if _EVERY_HOUR.search(line) and not _NOT_EVERY.search(line):
        return frozenset()
    refused, rest = _hours_limited_to(line)
    named = HOURS_NAMED.read(rest)
    refused |= {hours for hours, is_refused in named.items() if is_refused}
    if named.get("shifted") and is_three_shifts(line):
        refused.add("night")
    if refused or named or rest != line:
        return frozenset(refused)
    return frozenset() if _NOTHING.search(line) else None


def is_three_shifts(line: str) -> bool:
    """Whether a heard message names shifts that go round the clock ("3x8")."""
    return bool(_THREE_SHIFTS.search(line))


def _hours_limited_to(line: str) -> tuple[set[str], str]:
    """(hours refused by what the person is limited to, the line without these words)."""
    refused: set[str] = set()
    inside = _OUTSIDE_SCHOOL.sub(" ", line)
    if _SCHOOL_TIME.search(inside):
        refused |= {"outside_school"} | ({"weekend"} if _LIMITED_TO.search(inside) else set())
    for pattern, hours in _ONLY_HOURS:
        if pattern.search(line):
            refused |= hours
            line = pattern.sub(" ", line)
    return refused, _without_school(line)


def _without_school(line: str) -> str:
    kept = _OUTSIDE_SCHOOL.search(line)
    return line if kept else _SCHOOL_TIME.sub(" ", line)


def read_conditions_refused(text: str) -> frozenset[str] | None:
    """Working conditions to avoid, of CONDITIONS; empty for none; None when nothing is said."""
    line = NO_HOURS.sub(" ", heard(text))
    named = CONDITIONS_NAMED.read(line)
    if named:
        return frozenset(condition for condition, is_refused in named.items() if is_refused)
    return frozenset() if _NOTHING.search(line) else None
