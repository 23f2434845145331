"""Departments and regions of France, as people name them: they tell homonyms apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.orientation.administrative_areas import DEPARTMENTS, REGIONS, Area, area
from bot.orientation.wording import words

# Regions of before 2016, and parts of France that people name as often as those of today.
OTHER_AREAS: Mapping[str, str] = {
    "Auvergne": "03 15 43 63",
    "Rhône-Alpes": "01 07 26 38 42 69 73 74",
    "Bourgogne": "21 58 71 89",
    "Franche-Comté": "25 39 70 90",
    "Alsace": "67 68",
    "Lorraine": "54 55 57 88",
    "Champagne-Ardenne": "08 10 51 52",
    "Champagne": "10 51 52",
    "Nord-Pas-de-Calais": "59 62",
    "Picardie": "02 60 80",
    "Haute-Normandie": "27 76",
    "Basse-Normandie": "14 50 61",
    "Aquitaine": "24 33 40 47 64",
    "Limousin": "19 23 87",
    "Poitou-Charentes": "16 17 79 86",
    "Pays basque": "64",
    "Languedoc-Roussillon": "11 30 34 48 66",
    "Midi-Pyrénées": "09 12 31 32 46 65 81 82",
    "Provence": "04 05 06 13 83 84",
    "Côte d'Azur": "06 83",
    "Antilles": "971 972 977 978",
}
OTHER_NAMES: Mapping[str, str] = {
    "aura": "Auvergne-Rhône-Alpes",
    "paca": "Provence-Alpes-Côte d'Azur",
    "idf": "Île-de-France",
    "region parisienne": "Île-de-France",
    "centre val de loire": "Centre-Val de Loire",
    "languedoc": "Languedoc-Roussillon",
    "reunion": "La Réunion",
    "ile de la reunion": "La Réunion",
    "belfort territoire": "Territoire de Belfort",
    "tahiti": "Polynésie française",
    "polynesie": "Polynésie française",
    "nouvelle caledonie": "Nouvelle-Calédonie",
    "miquelon": "Saint-Pierre-et-Miquelon",
}
# Also a commune's name as it stands: never read as an area by their name.
_ARE_COMMUNES = frozenset({"75", "977", "978"})
# Words that mean something else as well: read behind "dans le", "en" or "du", or at the end.
_ALSO_WORDS = frozenset({"nord", "manche", "cher", "lot", "landes", "champagne"})
SHORTEST_MISSPELT = 5
_BEHIND = frozenset({"en", "le", "la", "les", "l", "du", "dans", "departement"})


@dataclass(frozen=True)
class Mention:
    """The words of a text that name an area."""

    start: int
    length: int
    area: Area


def _areas() -> dict[tuple[str, ...], Area]:
    areas = {name: area(name, codes) for name, codes in OTHER_AREAS.items()}
    areas |= {region.name: region for region in REGIONS.values()}
    for code, name in DEPARTMENTS.items():
        if code not in _ARE_COMMUNES:
            areas[name] = area(name, code)
    by_words = {tuple(words(name)): one for name, one in areas.items()}
    return by_words | {tuple(other.split()): areas[name] for other, name in OTHER_NAMES.items()}


_AREA_BY_WORDS = _areas()
_LONGEST = max(map(len, _AREA_BY_WORDS))


def department_area(code: str) -> Area | None:
    """The area of a department code; None when there is no such department."""
    name = DEPARTMENTS.get(code.upper())
    return area(name, code.upper()) if name else None


def areas_in(said: Sequence[str]) -> list[Mention]:
    """Departments and regions that a text names in words, in its order; the longest name wins."""
    found: list[Mention] = []
    taken: set[int] = set()
    for length in range(_LONGEST, 0, -1):
        for start in range(len(said) - length + 1):
            written = tuple(said[start : start + length])
            named = _AREA_BY_WORDS.get(written) or _misspelt(written)
            if named and taken.isdisjoint(range(start, start + length)):
                taken |= set(range(start, start + length))
                if _is_meant(said, start, length):
                    found.append(Mention(start, length, named))
    return sorted(found, key=lambda mention: mention.start)


def _misspelt(written: tuple[str, ...]) -> Area | None:
    """The area of several words that these are but for one slip in one of them; None: none, or
    two of them. "Haaute-Loire" is not the Loire."""
    if len(written) < 2:
        return None
    near = {
        one.name: one
        for name, one in _AREA_BY_WORDS.items()
        if len(name) == len(written) and _is_a_slip_from(written, name)
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _is_a_slip_from(written: Sequence[str], name: Sequence[str]) -> bool:
    other = [pair for pair in zip(written, name, strict=True) if pair[0] != pair[1]]
    if len(other) != 1 or len(other[0][1]) < SHORTEST_MISSPELT:
        return False
    return OSA.distance(*other[0], score_cutoff=1) <= 1


def _is_meant(said: Sequence[str], start: int, length: int) -> bool:
    """ "au nord de Lyon" is not the department of Nord."""
    if length > 1 or said[start] not in _ALSO_WORDS:
        return True
    after = said[start + 1] if start + 1 < len(said) else None
    behind = start > 0 and said[start - 1] in _BEHIND
    return after is None or (behind and after not in ("de", "du", "d", "des"))


def numbered_area(said: Sequence[str]) -> Area | None:
    """The department given by its number alone or behind "dans le": "974", "dans le 93", "2A"."""
    joined = " ".join(said)
    number = r"(\d\d|97\d|98\d|2 ?[ab])"
    found = re.search(rf"\b(?:dans le|du|departement|celui du|celle du) {number}\b", joined)
    found = found or re.fullmatch(rf"(?:le )?{number}", joined)
    return department_area(found.group(1).replace(" ", "")) if found else None


def department_numbers(said: Sequence[str]) -> set[str]:
    """Every number of the text that may be a department's; 20 is the whole of Corsica."""
    joined = " ".join(said)
    numbers = set(re.findall(r"\b(?:97\d|98\d|\d\d)\b", joined))
    numbers |= {f"2{letter.upper()}" for letter in re.findall(r"\b2 ?([ab])\b", joined)}
    return numbers | ({"2A", "2B"} if "20" in numbers else set())


def departments_of_postcode(postcode: str) -> frozenset[str]:
    """The departments that a postcode may be of, by its first digits; empty when it is none."""
    if postcode.startswith("20"):
        return frozenset({"2A", "2B"})
    if postcode.startswith("971"):
        return frozenset({"971", "977", "978"})
    length = 3 if postcode.startswith(("97", "98")) else 2
    code = postcode[:length]
    is_known = length == 3 or code in DEPARTMENTS  # 980 is Monaco
    return frozenset({code}) if is_known else frozenset()
