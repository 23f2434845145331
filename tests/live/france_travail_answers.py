"""The made-up vacancies, companies, figures and jobs that the local France Travail server tells."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from typing import Any

CENTRES = {
    "38185": ("38 - Grenoble", "38000", 45.1825, 5.7244),
    "38421": ("38 - Saint-Martin-d'Hères", "38400", 45.1764, 5.7647),
    "38053": ("38 - Bourgoin-Jallieu", "38300", 45.6013, 5.2736),
    "29019": ("29 - Brest", "29200", 48.4000, -4.5023),
    "59350": ("59 - Lille", "59000", 50.6311, 3.0468),
    "97411": ("974 - Saint-Denis", "97400", -20.9349, 55.4472),
    "2A004": ("2A - Ajaccio", "20000", 41.9347, 8.7006),
    **{
        f"751{one:02}": (f"75 - Paris {one}e Arrondissement", f"750{one:02}", 48.857, 2.34)
        for one in range(1, 21)
    },
    **{
        f"6938{one}": (f"69 - Lyon {one}e Arrondissement", f"6900{one}", 45.76, 4.835)
        for one in range(1, 10)
    },
    **{
        f"132{one:02}": (
            f"13 - Marseille {one}e Arrondissement",
            f"130{one:02}",
            43.25 + one / 200,
            5.38,
        )
        for one in range(1, 17)
    },
}
FIRST_DAY = datetime.datetime(2026, 11, 22, 8, 30, tzinfo=datetime.timezone.utc)
BAKER, LONELY, ODD, UNKNOWN = "D1102", "F1703", "K1304", "A1416"
TITLES = {
    BAKER: "Boulanger / Boulangère",
    LONELY: "Maçon / Maçonne",
    ODD: "Employé / Employée de ménage",
}


def vacancies() -> list[dict[str, Any]]:
    """All of them, oldest first: 320 bakers around Grenoble, a few elsewhere, one that is odd."""
    around = [("38185", 200), ("38421", 120), ("38053", 4), ("29019", 3), ("97411", 2)]
    cities = [(code, 2) for code in CENTRES if code[:2] in ("75", "69", "13")]
    places = [code for code, count in (*around, *cities) for _ in range(count)]
    rows = [_vacancy(number, BAKER, code) for number, code in enumerate(places)]
    return [*rows, _vacancy(len(rows), LONELY, "59350"), _odd_vacancy(len(rows) + 1)]


def _vacancy(number: int, rome_code: str, insee_code: str) -> dict[str, Any]:
    label, postcode, latitude, longitude = CENTRES[insee_code]
    made = FIRST_DAY - datetime.timedelta(days=40) + datetime.timedelta(hours=2 * number)
    vacancy_id = f"{number:03}DECL"
    return {
        "id": vacancy_id,
        "intitule": f"{TITLES[rome_code]} {number} (H/F)",
        "description": "Une offre inventée pour les essais.",
        "dateCreation": made.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "dateActualisation": made.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "lieuTravail": {
            "libelle": label,
            "latitude": latitude,
            "longitude": longitude,
            "codePostal": postcode,
            "commune": insee_code,
        },
        "romeCode": rome_code,
        "romeLibelle": TITLES[rome_code],
        "typeContrat": "CDI",
        "typeContratLibelle": "CDI",
        "alternance": False,
        "nombrePostes": 1,
        "origineOffre": {
            "origine": "1",
            "urlOrigine": f"https://candidat.francetravail.fr/offres/recherche/detail/{vacancy_id}",
        },
    }


def _odd_vacancy(number: int) -> dict[str, Any]:
    """One that lacks all it may lack, in a place without commune, with a title that misbehaves."""
    made = (FIRST_DAY - datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return {
        "id": "999ODD1",
        "intitule": "Ménage\u202e chez\x00 des\u200b particuliers\r\n" + "très " * 200,
        "dateCreation": made,
        "lieuTravail": {"libelle": "59 - Nord", "latitude": 50.63, "longitude": 3.05},
        "romeCode": ODD,
        "origineOffre": {"origine": "2", "urlOrigine": "http://partenaire.example/offre/1"},
        "unChampDeDemain": {"quelconque": [1, 2, 3]},
    }


def near(insee_codes: list[str], distance_km: float, row: dict[str, Any]) -> bool:
    """Whether a vacancy lies within a distance of a commune; all of Paris counts as one place."""
    place = row["lieuTravail"]
    for code in insee_codes:
        if code[:2] == "75" and str(place.get("commune", "")).startswith("75"):
            return True
        _, _, latitude, longitude = CENTRES[code]
        if kilometres(latitude, longitude, place["latitude"], place["longitude"]) <= distance_km:
            return True
    return False


def kilometres(latitude: float, longitude: float, latitude_2: float, longitude_2: float) -> float:
    one, two = radians(latitude), radians(latitude_2)
    half = sin((two - one) / 2) ** 2
    half += cos(one) * cos(two) * sin(radians(longitude_2 - longitude) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def companies() -> Iterator[dict[str, Any]]:
    """Twelve bakeries in and around Grenoble, the keenest first; some say less than others."""
    for number in range(12):
        row: dict[str, Any] = {
            "rome": BAKER,
            "id": 7000 + number,
            "siret": f"{80000000000000 + number:014}",
            "email": "no",
            "company_name": f"FOURNIL {number}",
            "office_name": None,
            "headcount_min": None if number == 2 else 1 + number,
            "headcount_max": None if number == 2 else 5 + number,
            "naf": "1071C",
            "naf_label": "Boulangerie et boulangerie-pâtisserie",
            "location": None if number == 3 else {"lat": 45.1825 + number / 200, "lon": 5.7244},
            "city": "GRENOBLE",
            "citycode": "38185",
            "postcode": "38000",
            "department_number": "38",
            "hiring_potential": 90.0 - number,
            "is_high_potential": number < 4,
        }
        yield {key: value for key, value in row.items() if number != 1 or key != "city"}


def figures() -> dict[tuple[str, str], dict[str, Any]]:
    """Answers of Marché du travail by (ROME code, department); a missing one has no figure."""

    def value(nomenclature: str, level: float | None) -> dict[str, Any]:
        return {
            "codeNomenclature": nomenclature,
            "codePeriode": "2025",
            "libPeriode": "ANNEE 2025",
            "libActivite": TITLES[BAKER],
            "valeurPrincipaleNombre": level,
        }

    def whole(territory: str, *values: dict[str, Any]) -> dict[str, Any]:
        return {
            "codeIndicateur": "PERSP_2",
            "libIndicateur": "Difficultés de recrutement",
            "libTerritoire": territory,
            "listeValeursParPeriode": list(values),
        }

    return {
        (BAKER, "38"): whole("Isère", value("COND_TRAVAIL", 5), value("PERSPECTIVE", 4)),
        (BAKER, "2A"): whole("Corse-du-Sud", value("PERSPECTIVE", 2.0)),
        (BAKER, "29"): whole("Finistère", value("PERSPECTIVE", None)),
        (BAKER, "59"): whole("Nord", value("PERSPECTIVE", 17)),
    }


def rome_job() -> dict[str, Any]:
    """One job as ROME 4.0 Métiers tells it."""
    return {
        "code": BAKER,
        "libelle": TITLES[BAKER],
        "definition": "Fabrique du pain. Une définition inventée pour les essais.",
        "accesEmploi": "Un CAP aide. Un accès inventé pour les essais.",
        "riasecMajeur": "R",
        "riasecMineur": "C",
        "emploiReglemente": False,
        "appellations": [
            {"code": "11573", "libelle": TITLES[BAKER], "classification": "PRINCIPALE"},
            {"code": "11574", "libelle": "Ouvrier boulanger / Ouvrière boulangère"},
        ],
        "metiersProches": [{"code": "D1104", "libelle": "Pâtissier / Pâtissière"}],
        "metiersEnvisageables": [],
    }


def rome_sheet() -> dict[str, Any]:
    """One sheet as ROME 4.0 Fiches métiers tells it."""
    return {
        "code": BAKER,
        "obsolete": False,
        "metier": {"code": BAKER, "libelle": TITLES[BAKER]},
        "groupesCompetencesMobilisees": [
            {
                "enjeu": {"code": "14", "libelle": "Production"},
                "competences": [
                    {"type": "COMPETENCE-DETAILLEE", "code": "1", "libelle": "Pétrir une pâte"},
                    {"type": "COMPETENCE-DETAILLEE", "code": "2", "libelle": "Cuire le pain"},
                ],
            }
        ],
        "groupesSavoirs": [
            {
                "categorieSavoirs": {"code": "9", "libelle": "Normes"},
                "savoirs": [{"type": "SAVOIR", "code": "3", "libelle": "Règles d'hygiène"}],
            }
        ],
    }


def predictions(text: str) -> list[dict[str, Any]]:
    """What ROMEO finds for words: baker when they name bread; one has no score."""
    if "pain" not in text.lower():
        return []
    return [
        {
            "codeAppellation": "11573",
            "libelleAppellation": TITLES[BAKER],
            "codeRome": BAKER,
            "libelleRome": TITLES[BAKER],
            "scorePrediction": 0.91,
        },
        {
            "codeAppellation": "11574",
            "libelleAppellation": "Ouvrier boulanger / Ouvrière boulangère",
            "codeRome": BAKER,
            "libelleRome": TITLES[BAKER],
        },
        {
            "codeAppellation": "17325",
            "libelleAppellation": "Pâtissier / Pâtissière",
            "codeRome": "D1104",
            "libelleRome": "Pâtissier / Pâtissière",
            "scorePrediction": 0.62,
        },
    ]
