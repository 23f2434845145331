"""What France Travail's APIs accept, as facts: names, patterns and ranges of what is sent to them.

A fault is told as text, so that a test shows which of our requests breaks which rule. The tables
hold only what Déclic may send: a parameter that is not in them is a fault, although the real
service ignores it without a word. With DECLIC_REFERENCE the Offres d'emploi requests, and the
answers of our own server, are also held against the official OpenAPI document.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema

ROME = r"[A-N]\d{4}"
COMMUNE = r"(?:\d{2}|2[AB])\d{3}"
WHOLE_CITIES = ("75056", "69123", "13055")
MOST_ROWS, LAST_START = 150, 3000

SEARCH = {
    "range": r"\d+-\d+",
    "sort": r"[012]",
    "codeROME": rf"{ROME}(?:,{ROME}){{0,199}}",
    "commune": rf"{COMMUNE}(?:,{COMMUNE}){{0,4}}",
    "distance": r"\d{1,2}|100",
    "publieeDepuis": r"1|3|7|14|31",
}
COMPANIES = {
    "rome": ROME,
    "latitude": r"-?\d{1,2}(?:\.\d+)?",
    "longitude": r"-?\d{1,3}(?:\.\d+)?",
    "citycode": COMMUNE,
    "distance": r"1?\d{1,2}|200",
    "page": r"[1-9]\d*",
    "page_size": r"[1-9]\d?|100",
}
TERRITORIES = {"NAT": r"FR", "REG": r"\d{2}", "DEP": r"\d{2,3}|2[AB]"}
INDICATOR = {
    "codeTypeTerritoire": "|".join(TERRITORIES),
    "codeTerritoire": r"\w+",
    "codeTypeActivite": r"ROME",
    "codeActivite": ROME,
    "codeTypePeriode": r"ANNEE",
    "codeTypeNomenclature": r"TYPE_TENSION",
}
PREDICTIONS_AT_ONCE = 50


def query_faults(table: Mapping[str, str], query: Mapping[str, list[str]]) -> list[str]:
    """Parameters that are unknown, given twice, or of the wrong form."""
    faults = [f"unknown parameter {name}" for name in query if name not in table]
    faults += [f"{name} is given twice" for name, given in query.items() if len(given) > 1]
    return faults + [
        f"{name}={given[0]}"
        for name, given in query.items()
        if name in table and not re.fullmatch(table[name], given[0])
    ]


def search_faults(query: Mapping[str, list[str]]) -> list[str]:
    """Faults of a vacancy search: also ranges, whole cities, and a distance around nothing."""
    faults = query_faults(SEARCH, query) + _official_faults("/v2/offres/search", query)
    if not faults and "range" in query:
        first, last = map(int, query["range"][0].split("-"))
        if last < first or last - first >= MOST_ROWS or first > LAST_START:
            faults.append(f"range={first}-{last}")
    communes = query.get("commune", [""])[0].split(",")
    faults += [f"commune={one} has arrondissements" for one in communes if one in WHOLE_CITIES]
    if "distance" in query and "commune" not in query:
        faults.append("distance without commune")
    return faults


def company_faults(query: Mapping[str, list[str]]) -> list[str]:
    """Faults of a company search: a place is needed, latitude and longitude go together."""
    faults = query_faults(COMPANIES, query)
    if ("latitude" in query) != ("longitude" in query):
        faults.append("latitude and longitude go together")
    if "latitude" not in query and "citycode" not in query:
        faults.append("no place")
    return faults


def indicator_faults(body: object) -> list[str]:
    """Faults of a request to Marché du travail."""
    if not isinstance(body, dict):
        return ["the body is no JSON object"]
    optional = {"dernierePeriode", "sansCaracteristiques"}
    faults = [f"unknown field {name}" for name in body if name not in INDICATOR.keys() | optional]
    faults += [
        f"{name}={body.get(name)!r}"
        for name, form in INDICATOR.items()
        if not isinstance(body.get(name), str) or not re.fullmatch(form, body[name])
    ]
    faults += [name for name in optional if not isinstance(body.get(name, True), bool)]
    if not faults and not re.fullmatch(
        TERRITORIES[body["codeTypeTerritoire"]], body["codeTerritoire"]
    ):
        faults.append(f"codeTerritoire={body['codeTerritoire']!r}")
    return faults


PREDICTION = {
    "type": "object",
    "required": ["appellations", "options"],
    "additionalProperties": False,
    "properties": {
        "appellations": {
            "type": "array",
            "minItems": 1,
            "maxItems": PREDICTIONS_AT_ONCE,
            "items": {
                "type": "object",
                "required": ["intitule", "identifiant"],
                "additionalProperties": False,
                "properties": {
                    "intitule": {"type": "string", "minLength": 1, "maxLength": 200},
                    "identifiant": {"type": "string"},
                    "contexte": {"type": "string"},
                },
            },
        },
        "options": {
            "type": "object",
            "required": ["nomAppelant"],
            "additionalProperties": False,
            "properties": {
                "nomAppelant": {"type": "string", "minLength": 1},
                "nbResultats": {"type": "integer", "minimum": 1, "maximum": 25},
            },
        },
    },
}


def prediction_faults(body: object) -> list[str]:
    """Faults of a request to ROMEO; the caller's name must be told."""
    return [error.message for error in jsonschema.Draft7Validator(PREDICTION).iter_errors(body)]


@lru_cache(maxsize=1)
def official_document() -> dict[str, Any] | None:
    """The OpenAPI document of Offres d'emploi v2; None without the reference files."""
    folder = os.environ.get("DECLIC_REFERENCE")
    if not folder:
        return None
    path = Path(folder) / "france_travail_api" / "openapi_offres_emploi_v2.json"
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return document


def _official_faults(path: str, query: Mapping[str, list[str]]) -> list[str]:
    document = official_document()
    if document is None:
        return []
    rules = {
        rule["name"].strip(): rule["schema"]
        for rule in document["paths"][path]["get"]["parameters"]
        if rule["in"] == "query"
    }
    faults = [f"{name} is not in the document" for name in query if name not in rules]
    for name in query.keys() & rules.keys():
        value = _cast(query[name][0], rules[name].get("type"))
        faults += [error.message for error in _validator(rules[name]).iter_errors(value)]
    return faults


def official_answer_faults(path: str, status: int, body: object) -> list[str]:
    """What in an answer of our own server the official document does not know."""
    document = official_document()
    if document is None:
        return []
    response = document["paths"][path]["get"]["responses"].get(str(status))
    if response is None:
        return [f"status {status} is not in the document"]
    if "content" not in response:
        return []
    schema = response["content"]["application/json"]["schema"]
    return [error.message for error in _validator(schema).iter_errors(body)]


def _cast(text: str, kind: str | None) -> object:
    """The value a query's text stands for; text that is none of its kind stays text."""
    if kind == "integer" and re.fullmatch(r"-?\d+", text):
        return int(text)
    return {"true": True, "false": False}.get(text, text) if kind == "boolean" else text


def _validator(schema: Mapping[str, Any]) -> jsonschema.Draft4Validator:
    whole = official_document()
    assert whole is not None
    return jsonschema.Draft4Validator(schema, resolver=jsonschema.RefResolver.from_schema(whole))
