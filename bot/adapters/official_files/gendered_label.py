"""ROME labels, "Conducteur / Conductrice d'engins", as two whole labels, one for each gender."""

from __future__ import annotations

import re

# Official labels that the rule would get wrong, or that are spelt out here as people write them.
EXCEPTIONS = {
    "Accompagnant Educatif et Social (AES) / Accompagnante Educative et Sociale (AES)": (
        "Accompagnant éducatif et social (AES)",
        "Accompagnante éducative et sociale (AES)",
    ),
    "Assistant / Assistante Ressources Humaines (RH)": (
        "Assistant en ressources humaines (RH)",
        "Assistante en ressources humaines (RH)",
    ),
    "Conseiller / Conseillère immobilier": ("Conseiller immobilier", "Conseillère immobilière"),
    "Développeur / Développeuse - jeux vidéo": (
        "Développeur de jeux vidéo",
        "Développeuse de jeux vidéo",
    ),
    "Diagnostiqueur / Diagnostiqueuse immobilier": (
        "Diagnostiqueur immobilier",
        "Diagnostiqueuse immobilière",
    ),
    "Directeur / Directrice des Ressources Humaines (DRH)": (
        "Directeur des ressources humaines (DRH)",
        "Directrice des ressources humaines (DRH)",
    ),
    "Homme sage-femme / Sage-femme": ("Sage-femme", "Sage-femme"),
    "Ingénieur / Ingénieure Hygiène, Sécurité et Environnement en industrie (HSE)": (
        "Ingénieur hygiène, sécurité et environnement (HSE)",
        "Ingénieure hygiène, sécurité et environnement (HSE)",
    ),
    "Sound designer / Designer sonore": ("Sound designer", "Designer sonore"),
    "Technicien / Technicienne d'Intervention Sociale et Familiale (TISF)": (
        "Technicien de l'intervention sociale et familiale (TISF)",
        "Technicienne de l'intervention sociale et familiale (TISF)",
    ),
    "Technicien / Technicienne de maintenance Chauffage, Ventilation et Climatisation - CVC": (
        "Technicien de maintenance en chauffage, ventilation et climatisation",
        "Technicienne de maintenance en chauffage, ventilation et climatisation",
    ),
    "Technicien / Technicienne en Hygiène, Sécurité, Environnement industriel (HSE)": (
        "Technicien hygiène, sécurité et environnement (HSE)",
        "Technicienne hygiène, sécurité et environnement (HSE)",
    ),
    "Tubiste / Contre tubiste": ("Tubiste", "Contre-tubiste"),
}
SPELLINGS = {
    "multimedia": "multimédia",
    "station service": "station-service",
    "Art thérapeute": "Art-thérapeute",
    "Fablab Manager": "Fablab manager",
}
# Ending of the masculine word that an ending in parentheses replaces: "Caissier(ère)".
ENDINGS = {"trice": "teur", "euse": "eur", "se": "r", "ère": "er", "ve": "f", "rice": "eur"}
ACCENTED_E = re.compile(
    r"\bE(?!nergy|vent\b)(?=(?:ch|th|ph|qu|[bcdfgptv][lr]|[bcdfghjklmnprstvz])[aeiouyéèêîôœ])"
)


def split_label(label: str) -> tuple[str, str]:
    """The masculine and the feminine label; the same one twice when the word has no gender."""
    label = " ".join(label.split())
    if label in EXCEPTIONS:
        return EXCEPTIONS[label]
    masculine, feminine = _split_slash(tidy(label))
    return _expand(masculine, feminine=False), _expand(feminine, feminine=True)


def tidy(label: str) -> str:
    """Capital accents and spellings that official files leave out, and acronyms between dashes."""
    label = re.sub(r" -([A-Z]+)-(?= |$)", r" (\1)", " ".join(label.split()))
    for official, usual in SPELLINGS.items():
        label = label.replace(official, usual)
    return ACCENTED_E.sub("É", label)


def _split_slash(label: str) -> tuple[str, str]:
    """Cuts at " / " and gives back to each side the words that are written once."""
    left, slash, right = label.partition(" / ")
    if not slash:
        return label, label
    masculine, feminine = left.split(), right.split()
    size = _paired_words(masculine, feminine)
    if size is None:
        return left, right
    start, pair, other = masculine[:-size], masculine[-size:], feminine[:size]
    if start:
        pair, other = _without_capital(pair), _without_capital(other)
    end = feminine[size:]
    return " ".join(start + pair + end), " ".join(start + other + end)


def _paired_words(masculine: list[str], feminine: list[str]) -> int | None:
    """How many last words of the left stand for the first words of the right; None: two names."""
    for size in range(min(len(masculine), len(feminine)), 0, -1):
        if all(map(_is_pair, masculine[-size:], feminine[:size])):
            return size
    return 1 if len(masculine) == 1 else None  # "Steward / Hôtesse de train"


def _without_capital(words: list[str]) -> list[str]:
    return [words[0][0].lower() + words[0][1:], *words[1:]]


def _is_pair(masculine: str, feminine: str) -> bool:
    """Do two words look like the two genders of one: same first three letters, similar length?"""
    one, other = masculine.lower(), feminine.lower()
    return one[:3] == other[:3] and abs(len(one) - len(other)) <= 4


def _expand(label: str, feminine: bool) -> str:
    """Writes "agent(e)" out for one gender; "(TIC)" or "(serres)" after a space stays."""
    return re.sub(
        r"(\w+)\(([a-zèé]{1,5})\)",
        lambda match: _feminine(match[1], match[2]) if feminine else match[1],
        label,
    )


def _feminine(word: str, ending: str) -> str:
    replaced = ENDINGS.get(ending, "")
    return word.removesuffix(replaced) + ending
