"""What the Géoplateforme and data·inclusion accept and answer, as their documents say.

Sources: the parameters of IGN's geocoding service (q of 3 to 200 characters that begins with a
letter or a digit, limit 1 to 20, lon and lat together); data·inclusion's API v1 (Bearer token,
thematiques repeated, lat and lon together, 422 for an unknown commune, results with a distance).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.orientation.vocabulary import THEMES
from tests.live.server import Asked, Query, Reply

TOKEN = "di-key-of-the-tests"
GEOCODING_PARAMETERS = {"q", "limit", "index", "lat", "lon"}
SEARCH_PARAMETERS = {
    "code_commune", "lat", "lon", "thematiques", "score_qualite_minimum", "size", "page",
}  # fmt: skip
COMMUNES = {"29019", "38185", "59350", "69123", "97411", "2A004"}

SIAM = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [-4.488741, 48.388147]},
    "properties": {
        "label": "12 Rue de Siam 29200 Brest",
        "score": 0.9712,
        "housenumber": "12",
        "id": "29019_6590_00012",
        "name": "12 Rue de Siam",
        "postcode": "29200",
        "citycode": "29019",
        "city": "Brest",
        "context": "29, Finistère, Bretagne",
        "type": "housenumber",
        "street": "Rue de Siam",
        "_type": "address",
    },
}


def geocoding(asked: Asked) -> Reply:
    """Any text that names the rue de Siam is found; others are like nothing."""
    faults = list(_geocoding_faults(asked.query))
    if faults:
        return Reply(400, {"code": 400, "message": "Failed parsing query", "detail": faults})
    features = [SIAM] if "siam" in asked.query["q"][0].lower() else []
    return Reply(
        200, {"type": "FeatureCollection", "features": features, "query": asked.query["q"][0]}
    )


def _geocoding_faults(query: Query) -> list[str]:
    text = query.get("q", [""])[0]
    faults = [f"unexpected parameter {name}" for name in query.keys() - GEOCODING_PARAMETERS]
    if not 3 <= len(text.strip()) <= 200 or not text.strip()[0].isalnum():
        faults.append("q: must contain between 3 and 200 chars and start with a number or a letter")
    if not 1 <= int(query.get("limit", ["5"])[0]) <= 20:
        faults.append("limit: must be an integer between 1 and 20")
    if ("lat" in query) != ("lon" in query):
        faults.append("lon/lat must be present together if defined")
    return faults


def service(number: int, **changes: Any) -> dict[str, Any]:
    """A service with all fields of the schema; the made-up structure is in Grenoble."""
    return {
        "source": "dora",
        "structure_id": f"dora--structure-{number}",
        "id": f"dora--service-{number}",
        "nom": f"Garage solidaire {number}",
        "description": "Un service inventé pour les essais, décrit en quelques mots.",
        "lien_source": f"https://dora.example/services/{number}",
        "date_maj": "2026-10-05",
        "type": "aide-materielle",
        "thematiques": ["mobilite--entretenir-reparer-son-vehicule"],
        "frais": "payant",
        "frais_precisions": None,
        "publics": ["tous-publics"],
        "publics_precisions": None,
        "conditions_acces": None,
        "commune": "Grenoble",
        "code_postal": "38000",
        "code_insee": "38185",
        "adresse": "1 rue des Essais",
        "complement_adresse": None,
        "longitude": 5.72,
        "latitude": 45.18,
        "telephone": "0400000000",
        "courriel": None,
        "modes_accueil": ["en-presentiel"],
        "zone_eligibilite": ["38"],
        "contact_nom_prenom": None,
        "lien_mobilisation": None,
        "modes_mobilisation": ["telephoner"],
        "mobilisable_par": ["usagers"],
        "mobilisation_precisions": None,
        "volume_horaire_hebdomadaire": None,
        "nombre_semaines": None,
        "horaires_accueil": None,
        "score_qualite": 0.9,
        "structure": {"id": f"dora--structure-{number}", "nom": f"Association {number}"},
        **changes,
    }


def found(*results: tuple[dict[str, Any], int | None]) -> dict[str, Any]:
    """A page of the search: services with their distance."""
    items = [{"service": one, "distance": distance} for one, distance in results]
    return {"items": items, "total": len(items), "page": 1, "size": len(items), "pages": 1}


def data_inclusion(
    *results: tuple[dict[str, Any], int | None],
) -> Callable[[Asked], Reply]:
    """The search, over these services."""

    def search(asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return Reply(401, {"detail": "Not authenticated"})
        faults = _search_faults(asked.query)
        if faults:
            return Reply(422, {"detail": faults})
        wanted = set(asked.query.get("thematiques", []))
        kept = [one for one in results if not wanted or wanted & set(one[0]["thematiques"] or ())]
        return Reply(200, found(*kept[: int(asked.query["size"][0])]))

    return search


def _search_faults(query: Query) -> list[str]:
    faults = [f"unexpected parameter {name}" for name in query.keys() - SEARCH_PARAMETERS]
    if not set(query.get("code_commune", [])) <= COMMUNES:
        faults.append("This `code_commune` does not exist.")
    if ("lat" in query) != ("lon" in query):
        faults.append("The `lat` and `lon` must be simultaneously filled.")
    families = {code.partition("--")[0] for code in THEMES}
    if not set(query.get("thematiques", [])) <= THEMES.keys() | families:
        faults.append("thematiques: unknown value")
    if int(query.get("size", ["1"])[0]) < 1:
        faults.append("size: greater than or equal to 1")
    return faults
