"""Departments and regions of France, as people name them: they tell homonyms apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.orientation.wording import words

# Official geographic code of 2026: departments, and what has the rank of one overseas.
DEPARTMENT_NAMES: Mapping[str, str] = {
    "01": "Ain",
    "02": "Aisne",
    "03": "Allier",
    "04": "Alpes-de-Haute-Provence",
    "05": "Hautes-Alpes",
    "06": "Alpes-Maritimes",
    "07": "Ardèche",
    "08": "Ardennes",
    "09": "Ariège",
    "10": "Aube",
    "11": "Aude",
    "12": "Aveyron",
    "13": "Bouches-du-Rhône",
    "14": "Calvados",
    "15": "Cantal",
    "16": "Charente",
    "17": "Charente-Maritime",
    "18": "Cher",
    "19": "Corrèze",
    "2A": "Corse-du-Sud",
    "2B": "Haute-Corse",
    "21": "Côte-d'Or",
    "22": "Côtes-d'Armor",
    "23": "Creuse",
    "24": "Dordogne",
    "25": "Doubs",
    "26": "Drôme",
    "27": "Eure",
    "28": "Eure-et-Loir",
    "29": "Finistère",
    "30": "Gard",
    "31": "Haute-Garonne",
    "32": "Gers",
    "33": "Gironde",
    "34": "Hérault",
    "35": "Ille-et-Vilaine",
    "36": "Indre",
    "37": "Indre-et-Loire",
    "38": "Isère",
    "39": "Jura",
    "40": "Landes",
    "41": "Loir-et-Cher",
    "42": "Loire",
    "43": "Haute-Loire",
    "44": "Loire-Atlantique",
    "45": "Loiret",
    "46": "Lot",
    "47": "Lot-et-Garonne",
    "48": "Lozère",
    "49": "Maine-et-Loire",
    "50": "Manche",
    "51": "Marne",
    "52": "Haute-Marne",
    "53": "Mayenne",
    "54": "Meurthe-et-Moselle",
    "55": "Meuse",
    "56": "Morbihan",
    "57": "Moselle",
    "58": "Nièvre",
    "59": "Nord",
    "60": "Oise",
    "61": "Orne",
    "62": "Pas-de-Calais",
    "63": "Puy-de-Dôme",
    "64": "Pyrénées-Atlantiques",
    "65": "Hautes-Pyrénées",
    "66": "Pyrénées-Orientales",
    "67": "Bas-Rhin",
    "68": "Haut-Rhin",
    "69": "Rhône",
    "70": "Haute-Saône",
    "71": "Saône-et-Loire",
    "72": "Sarthe",
    "73": "Savoie",
    "74": "Haute-Savoie",
    "75": "Paris",
    "76": "Seine-Maritime",
    "77": "Seine-et-Marne",
    "78": "Yvelines",
    "79": "Deux-Sèvres",
    "80": "Somme",
    "81": "Tarn",
    "82": "Tarn-et-Garonne",
    "83": "Var",
    "84": "Vaucluse",
    "85": "Vendée",
    "86": "Vienne",
    "87": "Haute-Vienne",
    "88": "Vosges",
    "89": "Yonne",
    "90": "Territoire de Belfort",
    "91": "Essonne",
    "92": "Hauts-de-Seine",
    "93": "Seine-Saint-Denis",
    "94": "Val-de-Marne",
    "95": "Val-d'Oise",
    "971": "Guadeloupe",
    "972": "Martinique",
    "973": "Guyane",
    "974": "La Réunion",
    "975": "Saint-Pierre-et-Miquelon",
    "976": "Mayotte",
    "977": "Saint-Barthélemy",
    "978": "Saint-Martin",
    "986": "Wallis-et-Futuna",
    "987": "Polynésie française",
    "988": "Nouvelle-Calédonie",
}

# Regions of today and of before 2016, and parts of France that people name as often.
REGION_DEPARTMENTS: Mapping[str, str] = {
    "Auvergne-Rhône-Alpes": "01 03 07 15 26 38 42 43 63 69 73 74",
    "Auvergne": "03 15 43 63",
    "Rhône-Alpes": "01 07 26 38 42 69 73 74",
    "Bourgogne-Franche-Comté": "21 25 39 58 70 71 89 90",
    "Bourgogne": "21 58 71 89",
    "Franche-Comté": "25 39 70 90",
    "Bretagne": "22 29 35 56",
    "Centre-Val de Loire": "18 28 36 37 41 45",
    "Corse": "2A 2B",
    "Grand Est": "08 10 51 52 54 55 57 67 68 88",
    "Alsace": "67 68",
    "Lorraine": "54 55 57 88",
    "Champagne-Ardenne": "08 10 51 52",
    "Champagne": "10 51 52",
    "Hauts-de-France": "02 59 60 62 80",
    "Nord-Pas-de-Calais": "59 62",
    "Picardie": "02 60 80",
    "Île-de-France": "75 77 78 91 92 93 94 95",
    "Normandie": "14 27 50 61 76",
    "Haute-Normandie": "27 76",
    "Basse-Normandie": "14 50 61",
    "Nouvelle-Aquitaine": "16 17 19 23 24 33 40 47 64 79 86 87",
    "Aquitaine": "24 33 40 47 64",
    "Limousin": "19 23 87",
    "Poitou-Charentes": "16 17 79 86",
    "Pays basque": "64",
    "Occitanie": "09 11 12 30 31 32 34 46 48 65 66 81 82",
    "Languedoc-Roussillon": "11 30 34 48 66",
    "Midi-Pyrénées": "09 12 31 32 46 65 81 82",
    "Pays de la Loire": "44 49 53 72 85",
    "Provence-Alpes-Côte d'Azur": "04 05 06 13 83 84",
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
_BEHIND = frozenset({"en", "le", "la", "les", "l", "du", "dans", "departement"})


@dataclass(frozen=True)
class Area:
    """A department or a region: its name as it is written, and its department codes."""

    name: str
    departments: frozenset[str]


@dataclass(frozen=True)
class Mention:
    """The words of a text that name an area."""

    start: int
    length: int
    area: Area


def _areas() -> dict[tuple[str, ...], Area]:
    areas = {
        name: Area(name, frozenset(codes.split())) for name, codes in REGION_DEPARTMENTS.items()
    }
    for code, name in DEPARTMENT_NAMES.items():
        if code not in _ARE_COMMUNES:
            areas[name] = Area(name, frozenset({code}))
    by_words = {tuple(words(name)): area for name, area in areas.items()}
    return by_words | {tuple(other.split()): areas[name] for other, name in OTHER_NAMES.items()}


_AREA_BY_WORDS = _areas()
_LONGEST = max(map(len, _AREA_BY_WORDS))


def department_area(code: str) -> Area | None:
    """The area of a department code; None when there is no such department."""
    name = DEPARTMENT_NAMES.get(code.upper())
    return Area(name, frozenset({code.upper()})) if name else None


def areas_in(said: Sequence[str]) -> list[Mention]:
    """Departments and regions that a text names in words, in its order; the longest name wins."""
    found: list[Mention] = []
    taken: set[int] = set()
    for length in range(_LONGEST, 0, -1):
        for start in range(len(said) - length + 1):
            area = _AREA_BY_WORDS.get(tuple(said[start : start + length]))
            if area and taken.isdisjoint(range(start, start + length)):
                taken |= set(range(start, start + length))
                if _is_meant(said, start, length):
                    found.append(Mention(start, length, area))
    return sorted(found, key=lambda mention: mention.start)


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
    is_known = length == 3 or code in DEPARTMENT_NAMES  # 980 is Monaco
    return frozenset({code}) if is_known else frozenset()
