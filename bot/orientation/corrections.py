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
_THING = (
    r"(?:\d+|minutes?|heures?|h|km|kilometres?|voiture|scooter|moto|velo|trottinette|bus|permis|"
    "formation)"
)
_SUBJECT_CHANGED = "(?:changez|changer|modifiez|modifier|corrigez|corriger|mettez|mets|mettre)"
_WISH = "(?:aimerais|voudrais|prefere|prefererais|veux|souhaite|reve)"
_NO_PLACE = (
    "trop|assez|tres|si|cher|chere|mal|du|de|d|la|le|les|l|une?|loin|encore|facile|possible|envie|"
    "grave|plus|moins|vraiment|pour|fait|mon|ma|mes|toujours|bien|mieux|beaucoup|que|complique"
)
_INSTEAD = tuple(
    re.compile(said)
    for said in (
        rf"^(?:non )?c (?:est|etait) pas (?P<wrong>[^,]{{0,40}}\b{_THING}\b[^,]{{0,40}}?) "
        r"(?:, |mais )?"
        r"(?:c est |c etait )(?P<right>.+)$",
        rf"^(?:non )?c (?:est|etait) pas (?P<wrong>[^,]{{0,40}}\b{_THING}\b[^,]{{0,40}}?) "
        r"(?:, )?mais (?P<right>.+)$",
        rf"^(?!.*\b{_WISH}\b)(?P<right>.{{2,60}}?) (?:, )?"
        r"(?:au lieu de|plutot que|a la place de|et non pas) (?P<wrong>.{2,40})$",
        r"^(?:j (?:ai|avais)|je vous ai) (?:mis|dit|ecrit|note|marque|repondu) "
        r"(?P<wrong>[^,]{2,40}?) (?:, )?(?:mais|alors que) "
        r"(?P<right>(?:c est|c etait|finalement|en fait|en vrai|plutot|"
        r"je voulais|\d).*)$",
        r"^(?:remplacez?|remplacer) (?P<wrong>.{2,40}?) par (?P<right>.+)$",
        rf"^(?P<wrong>){_SUBJECT_CHANGED} (?:(?:ma|mon|la|le) [a-z]+ )?(?:pour|en|a|par|, c est|"
        rf"c est) (?P<right>\d.*|.*\b{_THING}\b.*)$",
        rf"^(?P<wrong>){_SUBJECT_CHANGED} (?:ma|la|mon) (?:ville|commune|adresse) "
        r"(?:pour|, c est|c est|par|en) (?P<right>.+)$",
        r"^(?:c est|disons|mettez|je suis a) (?P<right>[^,]{2,40}?) (?:, )?(?:et )?pas "
        rf"(?!(?:{_NO_PLACE})\b)(?P<wrong>[a-z0-9]{{2,}}(?: [a-z0-9]+){{0,2}})$",
    )
)
_FILLERS = re.compile(
    r"^(?:(?:c est|c etait|finalement|en fait|en vrai|plutot|a|je voulais dire|bon|,) ?)+"
)


def is_correction(text: str) -> bool:
    """Whether the words say that something said before was wrong or has changed."""
    line = heard(text)
    return bool(_MARKS.search(line) or _instead(line))


def without_marks(text: str) -> str:
    """The heard message without the words that only say that it corrects: "non attends oui" is
    "oui"."""
    return " ".join(_MARKS.sub(" ", heard(text)).split()).strip(" ,")


def corrected(text: str) -> str | None:
    """What a correction says instead, spelled as heard; None when the message corrects nothing.

    "Non pas X, Y" and "Y au lieu de X" are Y; a bare number takes the unit of what it replaces.
    """
    if not is_correction(text):
        return None
    line = heard(text).strip(" ,")
    if said := _instead(line):
        return _with_unit(_trimmed(_FILLERS.sub("", said["right"])), said["wrong"])
    return _trimmed(_MARKS.sub(" , ", line))


def after_correction(text: str) -> str | None:
    """What is said behind the last mark of a correction: "Bron, pardon, Saint-Priest" is
    Saint-Priest. None when there is none, or nothing behind it."""
    if said := _instead(heard(text).strip(" ,")):
        return _trimmed(_FILLERS.sub("", said["right"]))
    marks = list(_MARKS.finditer(heard(text)))
    behind = _trimmed(heard(text)[marks[-1].end() :]) if marks else ""
    return behind or None


_ERROR = phrases(
    "pardon|erreur|oups|rectification|je (?:voulais dire|rectifie|corrige)|"
    "je (?:me suis|m etais|m suis) (?:trompee?|plantee?)|(?:non|ah|euh) (?:, )?attend(?:s|ez)?|"
    "(?:enfin|euh|ah) non"
)


def after_error(text: str) -> str | None:
    """What is said behind the last words that own up to a mistake: "la nuit, non attends, le
    dimanche" is the Sunday. None without any, or when nothing is said before or behind it."""
    line = heard(text)
    marks = list(_ERROR.finditer(line))
    if not marks or not _trimmed(line[: marks[0].start()]):
        return None
    return _trimmed(line[marks[-1].end() :]) or None


def replacements(text: str) -> tuple[tuple[str, str], ...]:
    """Each way to hear "pas X Y" said in one breath, as (X, Y); empty when nothing is denied so."""
    words = re.sub(r"^(?:non )?pas (?:a )?", "", heard(text).replace(" ,", "")).split()
    if not re.match(r"(?:non )?pas ", heard(text)) or len(words) > 10:
        return ()
    return tuple((" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words)))


def _instead(line: str) -> re.Match[str] | None:
    """What is said in place of what: "45 au lieu de 30", "j'ai mis Lyon mais c'est Bron"."""
    found = (pattern.search(line) for pattern in (_NOT_THIS, *_INSTEAD))
    return next((said for said in found if said), None)


def _trimmed(line: str) -> str:
    parts = [" ".join(part.split()) for part in line.split(",")]
    return _AT_EDGES.sub("", " , ".join(part for part in parts if part))


def _with_unit(right: str, wrong: str) -> str:
    unit = re.search(r"\d+ (minutes|heures?|h|km|bornes)\b", wrong)
    return f"{right} {unit[1]}" if unit and right.isdecimal() else right
