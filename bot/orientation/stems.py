"""What two spellings of a trade have in common: its root, and how it sounds.

`stem` ignores gender, number and the usual verb and noun endings (caissière, caissier, caisse;
nettoyer, nettoyage, nettoyeuse). `sound` ignores spelling (masson, maçon; chofeur, chauffeur).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

# Families that no ending rule finds, and words whose root would meet a stranger's
# (chauffeur and chauffage, facteur and facture, élève and élever).
ROOTS = {
    "chauffeur": "chauffeur",
    "chauffeuse": "chauffeur",
    "facteur": "facteur",
    "factrice": "facteur",
    "facteuse": "facteur",
    "eleve": "eleve",
    "eleves": "eleve",
    "conduire": "conduct",
    "conduis": "conduct",
    "conduit": "conduct",
    "conduite": "conduct",
    "conduisais": "conduct",
    "conduisait": "conduct",
    "construire": "construct",
    "construit": "construct",
    "coudre": "cout",
    "cousu": "cout",
    "cousais": "cout",
    "couture": "cout",
    "couturier": "cout",
    "couturiere": "cout",
    "peindre": "peint",
    "peignais": "peint",
    "vente": "vend",
    "ventes": "vend",
    "vendu": "vend",
    "cueilli": "cueill",
    "cueillir": "cueill",
    "cueillette": "cueill",
    "tondre": "tond",
    "tonte": "tond",
    "tenir": "ten",
    "tenais": "ten",
    "tenu": "ten",
    "ouvrir": "ouvrir",
    "ouvert": "ouvrir",
    "ouvrais": "ouvrir",
    "servir": "serv",
    "servi": "serv",
    "mettre": "mis",
    "mettais": "mis",
    "traduire": "traduct",
    "traduit": "traduct",
    "secretariat": "secretai",
    "comptabilite": "comptabl",
    "compta": "comptabl",
    "gardiennage": "gard",
    "couverture": "couvr",
    "electricite": "electric",
    "reception": "reception",
    "receptionniste": "reception",
    "surveillance": "surveil",
    "paye": "pai",
    "paie": "pai",
    "paies": "pai",
    "entretien": "entretien",
    "entretenir": "entretien",
    "entretenais": "entretien",
}

# The first ending that fits is taken off, when at least so many letters remain.
ENDINGS = (
    ("issements", 3),
    ("issement", 3),
    ("atrices", 3),
    ("atrice", 3),
    ("rices", 4),
    ("rice", 4),
    ("ateurs", 3),
    ("ateur", 3),
    ("ations", 3),
    ("ation", 3),
    ("aisons", 3),
    ("aison", 3),
    ("itions", 4),
    ("ition", 4),
    ("ements", 4),
    ("ement", 4),
    ("euses", 3),
    ("euse", 3),
    ("eures", 4),
    ("eure", 4),
    ("eurs", 3),
    ("eur", 3),
    ("ieres", 3),
    ("iere", 3),
    ("iers", 3),
    ("ier", 3),
    ("eries", 3),
    ("erie", 3),
    ("istes", 4),
    ("iste", 4),
    ("iennes", 3),
    ("ienne", 3),
    ("iens", 3),
    ("ien", 3),
    ("ions", 4),
    ("ion", 4),
    ("ages", 4),
    ("age", 4),
    ("ures", 4),
    ("ure", 4),
    ("aient", 3),
    ("ais", 4),
    ("ait", 4),
    ("ant", 4),
    ("eres", 3),
    ("ere", 3),
    ("ees", 3),
    ("ee", 3),
    ("er", 3),
    ("ez", 4),
    ("ie", 4),
    ("ives", 3),
    ("ive", 3),
    ("ifs", 3),
    ("if", 3),
    ("elles", 3),
    ("elle", 3),
    ("ales", 3),
    ("ale", 3),
    ("esses", 3),
    ("esse", 3),
    ("res", 4),
    ("re", 4),
    ("es", 3),
    ("e", 3),
    ("s", 3),
    ("x", 3),
)

_ENDINGS_BY_LETTER = {
    letter: tuple(one for one in ENDINGS if one[0].endswith(letter)) for letter in "efnrstxz"
}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The root shared by the forms of a folded word; a short word or a number is its own root."""
    if word in ROOTS:
        return ROOTS[word]
    if len(word) < 4 or word[0].isdigit():
        return word
    singular = re.sub(r"(?<!e)aux$", "al", word)
    return _without_ending(re.sub(r"onnes?$", "on", singular))


def _without_ending(word: str) -> str:
    for ending, at_least in _ENDINGS_BY_LETTER.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= at_least:
            return _one_spelling(word[: -len(ending)])
    return _one_spelling(word)


def _one_spelling(root: str) -> str:
    """mécanique and mécanicien, maçonnerie and maçon: one final letter."""
    return re.sub(r"([a-z])\1$", r"\1", re.sub(r"qu$", "c", root))


_SOUNDS = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"ç", "ss"),
        (r"c+[ue]{2,3}il", "k4"),
        (r"ch(?=r)", "k"),
        (r"ch", "5"),
        (r"ph", "f"),
        (r"h", ""),
        (r"eau|au|oo", "o"),
        (r"sc(?=[eiy])|c(?=[eiy])", "ss"),
        (r"qu|q|ck|c", "k"),
        (r"gu(?=[eiy])", "g6"),
        (r"g(?=[eiy])", "j"),
        (r"6", ""),
        (r"oeu|eu|oe", "e"),
        (r"y", "i"),
        (r"ei|ai", "e"),
        (r"(?<=[aeiou])s(?=[aeiou])", "z"),
        (r"[ae]n(?=[^aeioun]|$)|[ae]m(?=[pb]|$)", "1"),
        (r"in(?=[^aeioun]|$)|im(?=[pb])", "2"),
        (r"on(?=[^aeioun]|$)|om(?=[pb])", "3"),
        (r"(.)\1", r"\1"),
        (r"[tdspxz]+$", ""),
        (r"(?:er|e)$", ""),
    )
)


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """A rough French sound of a lower-case word (ç kept): equal for words that sound alike."""
    return _pronounced(word)


def sounds(words: Collection[str]) -> list[str]:
    """The sound of each word, all heard at once, which is faster for many."""
    return _pronounced("\n".join(words)).split("\n") if words else []


def _pronounced(lines: str) -> str:
    heard = lines
    for pattern, replacement in _SOUNDS:
        heard = pattern.sub(replacement, heard)
    return heard
