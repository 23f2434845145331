"""Offers as data·inclusion services: only what may be published, in the words of the schema."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.adapters import offer_files
from bot.adapters.data_inclusion_export import export, faults
from bot.orientation import vocabulary
from bot.orientation.offer import Zone
from bot.settings import ROOT
from tests.unit.small_offers import OFFER, TODAY, TOMORROW, offer

REFERENCE = os.environ.get("DECLIC_REFERENCE")
needs_reference = pytest.mark.skipif(
    REFERENCE is None, reason="DECLIC_REFERENCE does not lead to the reference files"
)


def service_of(**changes: Any) -> dict[str, Any]:
    document = export([offer(**changes)], TODAY)
    assert faults(document) == []
    (service,) = document["services"]
    return service


def test_a_verified_offer_gives_a_structure_and_a_service() -> None:
    document = export([OFFER], TODAY)
    assert document["structures"] == [
        {
            "source": "declic",
            "id": "declic--structure-association-exemple",
            "nom": "Association Exemple",
            "date_maj": "2026-11-01",
        }
    ]
    (service,) = document["services"]
    assert service == {
        "source": "declic",
        "structure_id": "declic--structure-association-exemple",
        "id": "declic--bourse-route",
        "nom": "Bourse de la route",
        "description": "Une partie de vos trajets est payée. Comptez 3 mois.",
        "date_maj": "2026-11-01",
        "lien_source": "https://exemple.fr/bourse",
        "type": "aide-financiere",
        "thematiques": ["mobilite--financer-ma-mobilite"],
        "frais": "gratuit",
        "publics": ["demandeurs-emploi"],
        "conditions_acces": (
            "Vous pourriez la demander dans ce cas :\nVous avez une inscription à France Travail."
        ),
        "telephone": "04 00 00 00 00",
        "modes_accueil": ["a-distance"],
        "zone_eligibilite": ["07", "26"],
        "lien_mobilisation": "https://exemple.fr/bourse",
        "modes_mobilisation": ["utiliser-lien-mobilisation"],
        "mobilisable_par": ["usagers"],
        "mobilisation_precisions": "Remplissez le formulaire. Vous avez 7 jours.",
    }


def test_an_offer_to_check_goes_out_with_its_caution_and_without_conditions() -> None:
    service = service_of(verified_on=None)
    expected = "Une partie de vos trajets est payée. À vérifier avant de compter dessus."
    assert service["description"] == expected
    assert service["conditions_acces"] == "À vérifier avant de compter dessus."
    assert "0,23" not in json.dumps(service) and "7 jours" not in json.dumps(service)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"status": "ended"}, id="ended"),
        pytest.param({"status": "suspended"}, id="suspended"),
        pytest.param({"confidence": "memory", "verified_on": None}, id="hidden"),
    ],
)
def test_what_is_not_in_force_does_not_go_out(changes: dict[str, Any]) -> None:
    assert export([offer(**changes)], TODAY) == {"structures": [], "services": []}


ZONES = {
    "country": (Zone("country"), ["france"]),
    "region, as its departments": (Zone("region", ("94",)), ["2A", "2B"]),
    "commune": (Zone("commune", ("69266",)), ["69266"]),
    "metropole": (Zone("metropole", ("200046977",)), ["200046977"]),
    "area, as its departments": (Zone("area", ("38",), "Vercors"), ["38"]),
    "area of nowhere": (Zone("area", (), "Vercors"), None),
}


@pytest.mark.parametrize(("zone", "codes"), ZONES.values(), ids=ZONES.keys())
def test_zones_are_codes_of_the_schema(zone: Zone, codes: list[str] | None) -> None:
    assert service_of(zone=zone).get("zone_eligibilite") == codes


def test_unknown_parts_are_left_out_and_everybody_is_said() -> None:
    service = service_of(publics=(), fees=None, reception=(), asking=(), asked_by=(), contact=None)
    assert service["publics"] == ["tous-publics"]
    absent = ("frais", "modes_accueil", "modes_mobilisation", "mobilisable_par", "telephone")
    assert [key for key in absent if key in service] == []
    assert "lien_mobilisation" not in service


FAULTS = {
    "a field missing": ("services", {"nom": None}, "« nom » manque"),
    "an unknown theme": ("services", {"thematiques": ["mobilite"]}, "« mobilite »"),
    "an unknown type": ("services", {"type": "argent"}, "« argent »"),
    "an empty list": ("services", {"publics": []}, "« publics » est vide"),
    "a value twice": ("services", {"mobilisable_par": ["usagers", "usagers"]}, "double"),
    "a wrong zone": ("services", {"zone_eligibilite": ["Rhône-Alpes"]}, "n'est pas une zone"),
    "a lost structure": ("services", {"structure_id": "autre"}, "structure inconnue"),
    "the same id": ("structures", {"id": "declic--bourse-route"}, "deux fois"),
}


@pytest.mark.parametrize(("kind", "change", "part"), FAULTS.values(), ids=FAULTS.keys())
def test_what_data_inclusion_would_refuse_is_found(
    kind: str, change: dict[str, Any], part: str
) -> None:
    document = export([OFFER], TODAY)
    document[kind][0].update(change)
    assert part in "\n".join(faults(document))


def real_offers() -> tuple[Any, ...]:
    return offer_files.read(ROOT / "data" / "offers")


def test_the_real_offers_make_a_document_without_fault() -> None:
    document = export(real_offers(), TODAY)
    assert faults(document) == []
    assert len(document["services"]) > 50


@needs_reference
@pytest.mark.parametrize("verified", [False, True], ids=["as they are", "as if all were verified"])
def test_the_real_offers_fit_the_official_schema(verified: bool) -> None:
    offers = real_offers()
    if verified:
        offers = tuple(replace(one, verified_on=TODAY, expires=TOMORROW) for one in offers)
    document = export(offers, TODAY)
    for kind, schema in (("services", "service"), ("structures", "structure")):
        path = Path(str(REFERENCE)) / "data_inclusion" / "schema_v1" / f"{schema}.json"
        validator = jsonschema.Draft202012Validator(
            json.loads(path.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker()
        )
        errors = [error.message for one in document[kind] for error in validator.iter_errors(one)]
        assert errors == []


@needs_reference
def test_our_vocabulary_is_that_of_the_official_schema() -> None:
    folder = Path(str(REFERENCE)) / "data_inclusion" / "schema_v1"
    lists = {
        "thematiques": vocabulary.THEMES,
        "publics": vocabulary.PUBLICS,
        "types-de-services": vocabulary.SERVICE_TYPES,
        "frais": vocabulary.FEES,
        "modes-accueil": vocabulary.RECEPTION,
        "modes-mobilisation": vocabulary.ASKING,
        "personnes-mobilisatrices": vocabulary.ASKED_BY,
    }
    for name, ours in lists.items():
        official = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        assert {one["value"] for one in official} == set(ours), name


def test_the_vocabulary_has_the_size_of_the_edition_it_names() -> None:
    assert vocabulary.SCHEMA_EDITION == "1.0.8"
    sizes = (vocabulary.THEMES, vocabulary.PUBLICS, vocabulary.SERVICE_TYPES, vocabulary.ASKING)
    assert [len(one) for one in sizes] == [69, 14, 6, 4]
