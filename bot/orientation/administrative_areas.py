"""Departments, regions and the metropoles that offers name: codes of the INSEE, SIREN, names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# Official geographic code of 2026: departments, and what has the rank of one overseas.
DEPARTMENTS: Mapping[str, str] = {
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
    "21": "Côte-d'Or",
    "22": "Côtes-d'Armor",
    "23": "Creuse",
    "24": "Dordogne",
    "25": "Doubs",
    "26": "Drôme",
    "27": "Eure",
    "28": "Eure-et-Loir",
    "29": "Finistère",
    "2A": "Corse-du-Sud",
    "2B": "Haute-Corse",
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


@dataclass(frozen=True)
class Area:
    """A named territory made of whole departments (their codes), or lying inside them.

    heart: the commune (INSEE code) that a metropolis is named after, which surely lies in it; None
    for a territory that has none.
    """

    name: str
    departments: frozenset[str]
    heart: str | None = None


def area(name: str, departments: str, heart: str | None = None) -> Area:
    """`departments`: codes between spaces."""
    return Area(name, frozenset(departments.split()), heart)


REGIONS: Mapping[str, Area] = {
    "01": area("Guadeloupe", "971"),
    "02": area("Martinique", "972"),
    "03": area("Guyane", "973"),
    "04": area("La Réunion", "974"),
    "06": area("Mayotte", "976"),
    "11": area("Île-de-France", "75 77 78 91 92 93 94 95"),
    "24": area("Centre-Val de Loire", "18 28 36 37 41 45"),
    "27": area("Bourgogne-Franche-Comté", "21 25 39 58 70 71 89 90"),
    "28": area("Normandie", "14 27 50 61 76"),
    "32": area("Hauts-de-France", "02 59 60 62 80"),
    "44": area("Grand Est", "08 10 51 52 54 55 57 67 68 88"),
    "52": area("Pays de la Loire", "44 49 53 72 85"),
    "53": area("Bretagne", "22 29 35 56"),
    "75": area("Nouvelle-Aquitaine", "16 17 19 23 24 33 40 47 64 79 86 87"),
    "76": area("Occitanie", "09 11 12 30 31 32 34 46 48 65 66 81 82"),
    "84": area("Auvergne-Rhône-Alpes", "01 03 07 15 26 38 42 43 63 69 73 74"),
    "93": area("Provence-Alpes-Côte d'Azur", "04 05 06 13 83 84"),
    "94": area("Corse", "2A 2B"),
}

MAINLAND = frozenset(code for code in REGIONS if not code.startswith("0"))
"""The regions of mainland France and Corsica: overseas has codes that begin with a zero."""

# All of France's, by SIREN, as data·inclusion names intercommunalities.
METROPOLES: Mapping[str, Area] = {
    "200023414": area("Métropole Rouen Normandie", "76", "76540"),
    "200030195": area("Métropole Nice Côte d'Azur", "06", "06088"),
    "200039865": area("Eurométropole de Metz", "57", "57463"),
    "200040715": area("Grenoble-Alpes Métropole", "38", "38185"),
    "200046977": area("Métropole de Lyon", "69", "69123"),
    "200054781": area("Métropole du Grand Paris", "75 91 92 93 94 95", "75056"),
    "200054807": area("Métropole Aix-Marseille-Provence", "13 83 84", "13055"),
    "242100410": area("Dijon Métropole", "21", "21231"),
    "242900314": area("Brest Métropole", "29", "29019"),
    "243100518": area("Toulouse Métropole", "31", "31555"),
    "243300316": area("Bordeaux Métropole", "33", "33063"),
    "243400017": area("Montpellier Méditerranée Métropole", "34", "34172"),
    "243500139": area("Rennes Métropole", "35", "35238"),
    "243700754": area("Tours Métropole Val de Loire", "37", "37261"),
    "244200770": area("Saint-Étienne Métropole", "42", "42218"),
    "244400404": area("Nantes Métropole", "44", "44109"),
    "244500468": area("Orléans Métropole", "45", "45234"),
    "245400676": area("Métropole du Grand Nancy", "54", "54395"),
    "245900410": area("Métropole européenne de Lille", "59", "59350"),
    "246300701": area("Clermont Auvergne Métropole", "63", "63113"),
    "246700488": area("Eurométropole de Strasbourg", "67", "67482"),
    "248300543": area("Métropole Toulon Provence Méditerranée", "83", "83137"),
}

_CITIES_IN_ARRONDISSEMENTS = {"6938": "69123", "751": "75056", "132": "13055"}


def city_of(insee_code: str) -> str:
    """The commune of an arrondissement of Lyon, Paris or Marseille; any other stays itself."""
    for start, city in _CITIES_IN_ARRONDISSEMENTS.items():
        if insee_code.startswith(start):
            return city
    return insee_code


def department_of(insee_code: str) -> str:
    """The department of a commune: 38 of 38053, 2A of 2A004, three signs overseas (974)."""
    return insee_code[: 3 if insee_code.startswith(("97", "98")) else 2]
