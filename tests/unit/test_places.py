"""Free text -> communes: names as typed, postcodes, arrondissements, homonyms, no place at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.adapters import catalogue_files
from bot.orientation.catalogue import Catalogue
from bot.orientation.places import MAX_ASKED_BACK, PlaceIndex
from bot.orientation.territory import Commune
from bot.settings import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> PlaceIndex:
    return PlaceIndex(catalogue)


FOUND = {
    "as it is written": ("Bourgoin-Jallieu", "38053"),
    "no hyphen, no capital": ("bourgoin jallieu", "38053"),
    "all capitals": ("J'HABITE A BOURGOIN JALLIEU", "38053"),
    "two typing errors": ("bourgouin jalieu", "38053"),
    "first half of the name": ("vers Bourgoin", "38053"),
    "second half of the name": ("Jallieu", "38053"),
    "beside a town": ("à côté de Privas", "07186"),
    "one letter wrong": ("privat", "07186"),
    "name and postcode in a sentence": ("j'habite à Vénissieux 69200", "69259"),
    "misspelt name and postcode": ("venisieu 69200", "69259"),
    "postcode in two parts with a name": ("38 300 bourgoin", "38053"),
    "postcode of one commune": ("69200", "69259"),
    "cedex": ("38000 grenoble cedex 9", "38185"),
    "St for Saint": ("St Etienne", "42218"),
    "typed as it sounds": ("chamberi", "73065"),
    "a letter is missing": ("grenobl", "38185"),
    "a letter is doubled": ("voirron", "38563"),
    "article left out": ("puy en velay", "43157"),
    "short form of a big town": ("villefranche", "69264"),
    "commune named after a merger": ("Oullins", "69149"),
    "in the middle of a sentence": (
        "bonjour, j'habite à Échirolles avec mes parents",
        "38151",
    ),
    "home and work": ("j'habite à Vienne mais je travaille à Lyon", "38544"),
    "suburb of a city": ("je suis sur Vaulx-en-Velin dans la banlieue de Lyon", "69256"),
    "an everyday word behind vers": ("vers Die", "26113"),
    "an everyday word alone": ("Vif", "38545"),
    "street named like a quarter of Lyon": ("avenue Jean Mermoz à Voiron", "38563"),
    "number of the department": ("je suis dans le 38 à Voiron", "38563"),
    "homonym told apart by a number": ("saint priest 07", "07288"),
    "homonym told apart by a name": ("Clermont en Haute-Savoie", "74078"),
}


@pytest.mark.parametrize(("text", "insee_code"), FOUND.values(), ids=FOUND.keys())
def test_a_commune_is_found(index: PlaceIndex, text: str, insee_code: str) -> None:
    answer = index.find(text)
    assert answer.status == "found"
    assert [commune.insee_code for commune in answer.communes] == [insee_code]


LYON = {
    "the city": ("Lyon", "69123"),
    "postcode that people give for the city": ("69000", "69123"),
    "city and that postcode": ("Lyon 69000", "69123"),
    "e": ("Lyon 8e", "69388"),
    "ème": ("Lyon 8ème", "69388"),
    "bare number": ("lyon 8", "69388"),
    "in letters": ("Lyon huitième", "69388"),
    "first": ("Lyon 1er", "69381"),
    "postcode": ("69008", "69388"),
    "postcode and name": ("69008 lyon", "69388"),
    "dans le": ("à Lyon dans le 3", "69383"),
    "arrondissement alone": ("le 8e arrondissement", "69388"),
    "quarter": ("la Croix-Rousse", "69384"),
    "quarter and city": ("Lyon Vaise", "69389"),
    "correction": ("non pas Lyon, Lyon 8e", "69388"),
}


@pytest.mark.parametrize(("text", "insee_code"), LYON.values(), ids=LYON.keys())
def test_lyon_and_its_arrondissements_are_told_apart(
    index: PlaceIndex, text: str, insee_code: str
) -> None:
    assert [commune.insee_code for commune in index.find(text).communes] == [insee_code]


SEVERAL = {
    "postcode of many communes": ("38300", ["Bourgoin-Jallieu", "Ruy-Montceau"]),
    "postcode without its zero": ("7000", ["Privas"]),
    "homonyms": ("saint priest", ["Saint-Priest", "Saint-Priest"]),
    "homonyms on a river": ("Le Pont de Beauvoisin", ["Le Pont-de-Beauvoisin"] * 2),
    "same first words": ("bourg", ["Bourg-en-Bresse", "Bourg-lès-Valence"]),
    "a big town and a small homonym": ("romans", ["Romans-sur-Isère", "Romans"]),
    "between two towns": ("j'habite entre Vienne et Grenoble", ["Grenoble", "Vienne"]),
    "one or the other": ("grenoble ou chambery", ["Grenoble", "Chambéry"]),
}


@pytest.mark.parametrize(("text", "names"), SEVERAL.values(), ids=SEVERAL.keys())
def test_several_communes_are_asked_back_biggest_first(
    index: PlaceIndex, text: str, names: list[str]
) -> None:
    answer = index.find(text)
    assert answer.status == "several"
    assert [commune.name for commune in answer.communes][: len(names)] == names
    assert 2 <= len(answer.communes) <= MAX_ASKED_BACK
    sizes = [commune.population or 0 for commune in answer.communes]
    assert sizes == sorted(sizes, reverse=True)


def test_homonyms_differ_by_their_department(index: PlaceIndex) -> None:
    departments = {commune.department for commune in index.find("saint priest").communes}
    assert departments == {"07", "69"}


OUTSIDE = [
    "Paris",
    "Paris 15e arrondissement",
    "je vis à Marseille",
    "75011",
    "j'habite à Nice",
    "13001 marseille",
    "dans le 93",
    "en Bretagne",
    "Suisse",
    "à Mâcon",
    "je suis à Nantes",
    "j'habite Tours",
    "à Laval",
]


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_place_outside_the_region_is_known_as_such(index: PlaceIndex, text: str) -> None:
    answer = index.find(text)
    assert answer.status == "outside"
    assert answer.communes == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("à Nantes-en-Ratier", "Nantes-en-Ratier"),
        ("à Nantes, en Isère", "Nantes-en-Ratier"),
        ("je suis à Nantes mais je déménage à Valence", "Valence"),
    ],
)
def test_a_small_place_that_begins_like_a_big_city_is_found_when_it_is_meant(
    index: PlaceIndex, text: str, name: str
) -> None:
    assert [commune.name for commune in index.find(text).communes] == [name]


NO_PLACE = [
    "",
    "?",
    "oui",
    "non",
    "aide",
    "merci",
    "bonjour",
    "job",
    "stop",
    "je ne sais pas",
    "pourquoi",
    "pourquoi vous me demandez ça ?",
    "c'est gratuit ?",
    "c'est quoi le ROME ?",
    "combien de temps ça dure",
    "je préfère ne pas répondre",
    "je veux parler à quelqu'un",
    "je cherche un job",
    "j'ai pas de voiture",
    "j'ai mal au corps",
    "je dors dans ma voiture",
    "j'ai 38 ans",
    "en Isère",
    "12",
    "99999",
    "xyzxyz",
]


@pytest.mark.parametrize("text", NO_PLACE)
def test_a_text_that_is_no_place_is_unknown(index: PlaceIndex, text: str) -> None:
    answer = index.find(text)
    assert answer.status == "unknown"
    assert answer.communes == ()


def test_every_commune_is_reached_by_its_own_name(index: PlaceIndex, catalogue: Catalogue) -> None:
    missed = [
        commune.name
        for commune in catalogue.communes[::7]
        if commune not in (answer := index.find(f"à {commune.name.lower()}")).communes
        and len(answer.communes) < MAX_ASKED_BACK
    ]
    assert missed == []


def test_every_postcode_leads_to_one_of_its_communes(
    index: PlaceIndex, catalogue: Catalogue
) -> None:
    for commune in catalogue.communes[::11]:
        for postcode in commune.postcodes:
            found = index.find(postcode)
            assert all(postcode in one.postcodes for one in found.communes)
            assert commune in index.find(f"{postcode} {commune.name}").communes


def test_a_city_of_the_catalogue_is_never_outside(catalogue: Catalogue) -> None:
    paris = Commune("75056", "Paris", ("75001",), "75", 48.86, 2.34, 2_145_906, "1107")
    index = PlaceIndex(replace(catalogue, communes=(*catalogue.communes[:50], paris)))
    assert index.find("Paris").communes == (paris,)
    assert index.find("75001").communes == (paris,)


def test_lyon_is_found_where_the_catalogue_has_no_arrondissement(catalogue: Catalogue) -> None:
    lyon = Commune("69123", "Lyon", ("69008",), "69", 45.76, 4.84, 522_228, "8428")
    index = PlaceIndex(replace(catalogue, communes=(lyon,)))
    assert index.find("Lyon 8e").communes == (lyon,)
    assert index.find("la Croix-Rousse").communes == (lyon,)


def test_a_message_as_long_as_allowed_is_read(index: PlaceIndex) -> None:
    assert index.find("Grenoble " * 222).status == "found"
