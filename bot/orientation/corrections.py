"""A person who takes back what they said: "en fait…", "non pas Lyon, Lyon 8e"."""

from __future__ import annotations

import re

from bot.orientation.sayings import heard, phrases

_MARKS = phrases(
    "en fait|enfaite?|finalement|au final|pardon|desolee?|"
    "je (?:me suis|m etais|m suis|suis) (?:trompee?|plantee?)(?: (?:pour|sur|de|dans))?|"
    "je (?:voulais|veux) dire|je (?:rectifie|corrige)|erreur|oups|oups erreur|rectification|"
    "correction|au temps pour moi|autant pour moi|j ai change d avis|(?:enfin|ah|euh|mais) non|"
    "non pas|plutot|c est faux|(?:non|ah|euh|oups) (?:, )?attend(?:s|ez)?|"
    "^attend(?:s|ez)?(?: non)?|"
    "(?:^|non )(?:, )?oublie[rz]?(?: (?:ca|ce que j ai (?:dit|mis|ecrit)))?|au contraire|"
    "j ai mal (?:dit|ecrit|repondu)"
)
_LEFT_OUT = phrases("c est|c etait|disons|mettez|mettre|bon|euh|enfin|non|oui|la|et|mais|ben|bah")
_AT_EDGES = re.compile(rf"^(?:(?:{_LEFT_OUT.pattern}|,) ?)+|[ ,]+$")
_NOT_THIS = re.compile(
    r"^(?:non )?pas (?P<wrong>[^,]{2,40}?) (?:,|mais|plutot|c est)(?: a)? (?P<right>.+)$"
)
_THIS_NOT = re.compile(r"^(?P<right>.+?) (?:, )?(?:et )?pas (?P<wrong>.{2,40})$")


def is_correction(text: str) -> bool:
    """Whether the words say that something said before was wrong or has changed."""
    line = heard(text)
    return bool(_MARKS.search(line) or _NOT_THIS.search(line))


def without_marks(text: str) -> str:
    """The heard message without the words that only say that it corrects: "non attends oui" is
    "oui"."""
    return " ".join(_MARKS.sub(" ", heard(text)).split()).strip(" ,")


def corrected(text: str) -> str | None:
    """What a correction says instead, spelled as heard; None when the message corrects nothing.

    "Non pas X, Y" and "Y, pas X" are Y; a bare number takes the unit of what it replaces.
    """
    if not is_correction(text):
        return None
    line = heard(text).strip(" ,")
    if said := _NOT_THIS.search(line):
        return _with_unit(_trimmed(said["right"]), said["wrong"])
    return _trimmed(_MARKS.sub(" , ", line))


def after_correction(text: str) -> str | None:
    """What is said behind the last mark of a correction: "Bron, pardon, Saint-Priest" is
    Saint-Priest. None when there is none, or nothing behind it."""
    if said := _NOT_THIS.search(heard(text).strip(" ,")):
        return _trimmed(said["right"])
    marks = list(_MARKS.finditer(heard(text)))
    behind = _trimmed(heard(text)[marks[-1].end() :]) if marks else ""
    return behind or None


def replacements(text: str) -> tuple[tuple[str, str], ...]:
    """Each way to hear "pas X Y" said in one breath, as (X, Y); empty when nothing is denied so."""
    words = re.sub(r"^(?:non )?pas (?:a )?", "", heard(text).replace(" ,", "")).split()
    if not re.match(r"(?:non )?pas ", heard(text)) or len(words) > 10:
        return ()
    return tuple((" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words)))


def _trimmed(line: str) -> str:
    parts = [" ".join(part.split()) for part in line.split(",")]
    return _AT_EDGES.sub("", " , ".join(part for part in parts if part))


def _with_unit(right: str, wrong: str) -> str:
    unit = re.search(r"\d+ (minutes|heures?|h|km|bornes)\b", wrong)
    return f"{right} {unit[1]}" if unit and right.isdecimal() else right
