"""What a text says about a place, before any catalogue: postcode, arrondissement, department, and
the words around the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.orientation.place_words import (
    ARTICLES,
    BIG_CITIES,
    DEPARTMENTS,
    LEADING,
    LYON_QUARTERS,
    ORDINALS,
    REGIONS,
)
from bot.orientation.wording import words

# Cities in arrondissements: a number follows the name.
CITIES_IN_PARTS = frozenset({"paris", "marseille"})
_NUMBER = rf"(?:0?([1-9])|({'|'.join(ORDINALS)}))"


def spelled(text: str) -> list[str]:
    """The words of a name or a sentence, with "St" and "Ste" in full."""
    short = {"st": "saint", "ste": "sainte", "sts": "saints"}
    return [short.get(word, word) for word in words(text)]


def with_lyon_number(said: list[str]) -> list[str]:
    """ "Lyon 8", "Lyon 8ème", "Lyon huitième" -> as the catalogue writes it: lyon, 8, e."""
    found = re.search(rf"\blyon (?:dans le |le )?{_NUMBER}\b(?! \d)", " ".join(said))
    return _arrondissement(found) if found else said


def part_of_lyon(said: Sequence[str]) -> list[str] | None:
    """ "Le 8e arrondissement", "la Croix-Rousse" -> lyon, 8, e; None when no part is named."""
    joined = " ".join(said)
    for quarter, number in LYON_QUARTERS.items():
        if re.search(rf"\b{quarter}\b", joined):
            return _lyon(number)
    found = re.search(rf"\b{_NUMBER} (?:(?:er|e|eme|ieme) )?(?:arrondissement|arr)\b", joined)
    return _arrondissement(found) if found else None


def _arrondissement(found: re.Match[str]) -> list[str]:
    digit, word = found.groups()
    return _lyon(int(digit) if digit else ORDINALS[word])


def _lyon(number: int) -> list[str]:
    return ["lyon", str(number), "er" if number == 1 else "e"]


def postcodes(said: Sequence[str]) -> list[str]:
    """Five digits, also typed "38 300"; "1500" for 01500 when it is all there is."""
    found = re.findall(r"\b\d{5}\b|\b\d\d \d{3}\b", " ".join(said))
    if not found and len(said) == 1 and re.fullmatch(r"\d{4}", said[0]):
        found = [f"0{said[0]}"]
    return [postcode.replace(" ", "") for postcode in found]


def without_leading(said: Sequence[str]) -> list[str]:
    """The words without those that only surround a place: "j'habite vers", "en ce moment"."""
    core = list(said)
    while core and (core[0] in LEADING or core[0].isdecimal()):
        core.pop(0)
    while core and (core[-1] in LEADING or core[-1].isdecimal()):
        core.pop()
    return core


def names_a_place_elsewhere(said: Sequence[str]) -> bool:
    """Whether the text names a big city, a region or a country of ours, alone or behind "à"."""
    core = " ".join(without_leading(said))
    bare = " ".join(without_leading([word for word in said if word not in ARTICLES]))
    elsewhere = BIG_CITIES | REGIONS
    if core in elsewhere or bare in elsewhere or not CITIES_IN_PARTS.isdisjoint(said):
        return True
    behind = re.findall(
        r"\b(?:a|au|en|sur|vers|habite|pres de|cote de) ((?:\w+ ?){1,4})", " ".join(said)
    )
    return any(" ".join(rest.split()[:n]) in elsewhere for rest in behind for n in range(1, 5))


def is_department(core: Sequence[str]) -> bool:
    """Whether the words are a department of the region and nothing more."""
    return " ".join(word for word in core if word not in ARTICLES) in DEPARTMENTS


def departments_in(said: Sequence[str]) -> set[str]:
    """Departments that tell homonyms apart: "Saint-Priest 07", "Clermont en Haute-Savoie"."""
    joined = " ".join(said)
    numbers = {word for word in said if re.fullmatch(r"\d\d", word)}
    at_the_end = [name for name in DEPARTMENTS if re.search(rf"\b{name}$", joined)]
    return numbers | {DEPARTMENTS[name] for name in sorted(at_the_end, key=len)[-1:]}
