"""What a text says about a place, before any catalogue: streets, arrondissements, postcodes, and
the words around the name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from bot.orientation.place_words import (
    ARTICLES,
    BIG_CITIES,
    CITY_PARTS,
    COUNTRIES,
    LEADING,
    LINKS,
    ORDINALS,
    QUARTERS,
    STREETS,
)
from bot.orientation.wording import BREAK, tokens, words

MASK = "|"
"""Stands where words were taken out of a text; no name goes across it."""
MOST_WORDS = 60
"""What is read of a message: a place is told in less."""

_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints"}
_ORDINAL_NUMBERS = {
    ordinal.replace("-", " "): number for number, ordinal in enumerate(ORDINALS.split(), 1)
}
_ORDINAL = "|".join(sorted(_ORDINAL_NUMBERS, key=len, reverse=True))
_DIGITS = "0?([1-9]|1[0-9]|20)"
_SUFFIX = "(?:er|ere|e|eme|ieme)"
_PART = "(?:arrondissement|arrdt|arr)"
_NO_UNIT = r"(?! (?:\d|min|heure|jour|an|km|kilo|euro|enfant|fois|etage|etg))"
_CITY_AND_PART = re.compile(
    rf"\b({'|'.join(CITY_PARTS)}) (?:dans )?(?:le |au )?"
    rf"(?:{_DIGITS}(?: {_SUFFIX}\b)?|({_ORDINAL}))\b"
    rf"(?: {_PART}\b)?{_NO_UNIT}"
)
_PART_ALONE = re.compile(
    rf"\b(?:{_DIGITS} (?:{_SUFFIX} {_PART}|{_SUFFIX}|{_PART})|({_ORDINAL}) {_PART})\b{_NO_UNIT}"
)

NamedFrom = Callable[[Sequence[str], int], int]
"""How many words of a text, from a position, are the whole name of a commune; 0 when none are."""


def spelled(text: str) -> list[str]:
    """The words of a name or a sentence, with "St" and "Ste" in full."""
    return [_SHORT.get(word, word) for word in words(text)]


def place_words_of(text: str, named_from: NamedFrom) -> list[str]:
    """The words of a message, with its streets masked and its arrondissements in one spelling."""
    said = [_SHORT.get(token.word, token.word) for token in tokens(text)][: 2 * MOST_WORDS]
    return _with_parts(_without_streets(said, named_from)[:MOST_WORDS])


def _without_streets(said: Sequence[str], named_from: NamedFrom) -> list[str]:
    """ "12 rue de Lyon, Brest" is in Brest: the words of a street, and its number, are masked."""
    kept: list[str] = []
    position = 0
    while position < len(said):
        length = _street_at(said, position, named_from)
        if length:
            while kept and (kept[-1].isdecimal() and len(kept[-1]) < 5 or kept[-1] in _AGAIN):
                kept.pop()
            kept.append(MASK)
        elif said[position] != BREAK:
            kept.append(said[position])
        position += max(1, length)
    return kept


def _street_at(said: Sequence[str], start: int, named_from: NamedFrom) -> int:
    """Words of the street that begins here: up to a comma, a postcode or "à", else one name."""
    is_name = named_from(said, start) > 1 or (start > 0 and named_from(said, start - 1) > 1)
    if said[start] not in STREETS or start + 1 >= len(said) or is_name:
        return 0
    rest = said[start + 1 :]
    whole = len(list(takewhile(lambda word: not _ends_a_street(word), rest)))
    if any(word != BREAK for word in rest[whole:]):
        return 1 + whole if whole else 0
    links = len(list(takewhile(lambda word: word in LINKS, rest)))
    has_title = rest[links : links + 1] and rest[links] in _TITLES
    return 1 + min(whole, links + (2 if has_title else 1))


_AGAIN = frozenset({"bis", "ter", "quater"})
_TITLES = frozenset({"saint", "sainte", "general", "docteur", "marechal"})


def _ends_a_street(word: str) -> bool:
    return word in (BREAK, "a") or (len(word) == 5 and word.isdecimal())


def _with_parts(said: Sequence[str]) -> list[str]:
    """ "Lyon 8", "Paris 13ème", "Marseille dans le troisième" -> as catalogues write: lyon 8 e."""
    return _CITY_AND_PART.sub(_as_written, " ".join(said)).split()


def _as_written(found: re.Match[str]) -> str:
    if found.group(0) == "marseille 13":  # its department
        return found.group(0)
    city, number = found.group(1), _number(found.group(2), found.group(3))
    return " ".join(part_name(city, number)) if number <= CITY_PARTS[city] else found.group(0)


def part_name(city: str, number: int) -> tuple[str, ...]:
    """The words of an arrondissement's name: paris 1 er, paris 13 e."""
    return (city, str(number), "er" if number == 1 else "e")


def quarter_in(said: Sequence[str]) -> tuple[str, int] | None:
    """City and arrondissement of a quarter that is named ("la Croix-Rousse"), else None."""
    joined = " ".join(said)
    named = (part for quarter, part in QUARTERS.items() if re.search(rf"\b{quarter}\b", joined))
    return next(named, None)


def part_number(said: Sequence[str]) -> int | None:
    """ "Le 8e", "18e arrondissement": the number of an arrondissement; None when there is none."""
    found = _PART_ALONE.search(" ".join(said))
    return _number(*found.groups()) if found else None


def _number(digits: str | None, ordinal: str | None) -> int:
    return int(digits) if digits else _ORDINAL_NUMBERS[ordinal or ""]


def postcodes(said: Sequence[str]) -> list[str]:
    """Five digits, also typed "38 300"; "1500" for 01500 when it is all there is."""
    found = re.findall(r"\b\d{5}\b|\b\d\d \d{3}\b", " ".join(said))
    if not found and len(said) == 1 and re.fullmatch(r"\d{4}", said[0]):
        found = [f"0{said[0]}"]
    return [postcode.replace(" ", "") for postcode in found]


def without_leading(said: Sequence[str]) -> list[str]:
    """The words without those that only surround a place: "j'habite vers", "en ce moment"."""
    core = [word for word in said if word != MASK]
    while core and (core[0] in LEADING or core[0].isdecimal()):
        core.pop(0)
    while core and (core[-1] in LEADING or core[-1].isdecimal()):
        core.pop()
    return core


def names_a_place_elsewhere(said: Sequence[str]) -> bool:
    """Whether the text names a big city or a country of ours, alone or behind "à"."""
    core = " ".join(without_leading(said))
    bare = " ".join(without_leading([word for word in said if word not in ARTICLES]))
    elsewhere = BIG_CITIES | COUNTRIES
    if core in elsewhere or bare in elsewhere or not {"paris", "marseille"}.isdisjoint(said):
        return True
    behind = re.findall(
        r"\b(?:a|au|en|sur|vers|habite|pres de|cote de) ((?:\w+ ?){1,4})", " ".join(said)
    )
    return any(" ".join(rest.split()[:n]) in elsewhere for rest in behind for n in range(1, 5))
