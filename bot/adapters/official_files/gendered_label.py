"""ROME labels, "Conducteur / Conductrice d'engins", as two whole labels, one for each gender."""

from __future__ import annotations

import re

# Official labels that the rule would get wrong, or whose feminine lacks an agreement.
EXCEPTIONS = {
    "Homme sage-femme / Sage-femme": ("Sage-femme", "Sage-femme"),
    "Conseiller / Conseillère immobilier": ("Conseiller immobilier", "Conseillère immobilière"),
    "Diagnostiqueur / Diagnostiqueuse immobilier": (
        "Diagnostiqueur immobilier",
        "Diagnostiqueuse immobilière",
    ),
    "Développeur / Développeuse - jeux vidéo": (
        "Développeur de jeux vidéo",
        "Développeuse de jeux vidéo",
    ),
}
# Ending of the masculine word that an ending in parentheses replaces: "Caissier(ère)".
ENDINGS = {"trice": "teur", "euse": "eur", "se": "r", "ère": "er", "ve": "f", "rice": "eur"}
ACCENTED_E = re.compile(r"\bE(?=(?:ch|th|ph|qu|[bcdfgptv][lr]|[bcdfgjklmnprstvz])[aeiouyéèêîôœ])")


def split_label(label: str) -> tuple[str, str]:
    """The masculine and the feminine label; the same one twice when the word has no gender."""
    label = " ".join(label.split())
    if label in EXCEPTIONS:
        return EXCEPTIONS[label]
    masculine, feminine = _split_slash(_tidy(label))
    return _expand(masculine, feminine=False), _expand(feminine, feminine=True)


def _tidy(label: str) -> str:
    """Capital accents that official files leave out, and an acronym between dashes."""
    label = re.sub(r" -([A-Z]+)-(?= |$)", r" (\1)", label)
    return ACCENTED_E.sub("É", label).replace("multimedia", "multimédia")


def _split_slash(label: str) -> tuple[str, str]:
    """Cuts at " / " and gives back to each side the words that are written once."""
    left, slash, right = label.partition(" / ")
    if not slash:
        return label, label
    masculine, feminine = left.split(), right.split()
    for size in range(min(len(masculine), len(feminine)), 0, -1):
        if all(map(_is_pair, masculine[-size:], feminine[:size])):
            break
    else:
        if len(masculine) > 1:
            return label, label
        size = 1
    start = masculine[:-size]
    first = feminine[:1] if not start else [feminine[0][0].lower() + feminine[0][1:]]
    return " ".join(masculine + feminine[size:]), " ".join(start + first + feminine[1:])


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
