"""Where a street address begins and ends in a message, and which part of it names the town."""

from __future__ import annotations

import pytest

from bot.orientation.address_text import LONGEST, address_in, postcode_of, street_of, town_of


@pytest.mark.parametrize(
    ("text", "address", "town"),
    [
        ("12 rue des Lilas 38300 Bourgoin", "12 rue des lilas 38300 bourgoin", "38300 bourgoin"),
        ("au 3 bis avenue de la gare à Voiron", "3 bis avenue de la gare a voiron", "voiron"),
        ("12, rue de Lyon, Bourgoin", "12, rue de lyon, bourgoin", "bourgoin"),
        ("45 chemin du Moulin Aurillac", "45 chemin du moulin aurillac", "aurillac"),
        ("12 rue victor hugo\n38300 Bourgoin", "12 rue victor hugo, 38300 bourgoin",
         "38300 bourgoin"),
        ("3 allée des Roses", "3 allee des roses", ""),
        ("12 rue de Grenoble", "12 rue de grenoble", ""),
        ("12, rue de Grenoble", "12, rue de grenoble", ""),
        ("7B rue d'Alsace à Lyon", "7b rue d'alsace a lyon", "lyon"),
    ],
)  # fmt: skip
def test_an_address_and_its_town(text: str, address: str, town: str) -> None:
    assert address_in(text) == address
    assert town_of(address) == town


@pytest.mark.parametrize(
    "text",
    [
        "Bourgoin",
        "38300 Bourgoin",
        "à 10 minutes de route de Lyon",
        "20 km de Lyon",
        "rue de la République",
        "j'ai 2 enfants et 1 place de parking",
        "",
    ],
)
def test_no_number_before_a_way_no_address(text: str) -> None:
    found = address_in(text)
    assert found is None or "place" in found


@pytest.mark.parametrize(
    "said",
    [
        "12 rue des Lilas à Lyon, je vis avec ma mère",
        "12 rue des Lilas à Lyon. Mon mari est malade",
        "12 rue des Lilas à Lyon mais je vais partir",
        "12 rue des Lilas à Lyon (chez ma sœur)",
    ],
)
def test_what_people_add_is_left_out(said: str) -> None:
    assert address_in(said) == "12 rue des lilas a lyon"


def test_an_address_has_an_end() -> None:
    assert len(address_in("12 rue " + "a" * 1000) or "") == LONGEST


@pytest.mark.parametrize(
    ("typed", "town", "street"),
    [
        ("12 bis rue du 8 mai 1945 38000 Bourg", "Bourg", "12 bis rue du 8 mai 1945"),
        ("12 rue des lilas 06 12 34 56 78", "Bourg", "12 rue des lilas"),
        ("12 rue des lilas paul@x.fr", "Bourg", "12 rue des lilas"),
        ("12 rue des lilas c'est un foyer", "Bourg", "12 rue des lilas"),
        ("12 rue des lilas Paul me frappe", None, "12 rue des lilas paul"),
        ("12 rue de Lyon Lyon", "Lyon", "12 rue de lyon"),
        ("12 rue de Lyon", "Lyon", "12 rue de lyon"),
        ("5 rue Victor Hugo st etienne paul", "Saint-Étienne", "5 rue victor hugo"),
        ("5 rue Victor Hugo bourgoin paul", "Bourgoin-Jallieu", "5 rue victor hugo"),
        ("12, rue de l'Abbé-Grégoire à Voiron", "Voiron", "12, rue de l'abbe-gregoire"),
        ("12 rue Quentin Latour", None, "12 rue quentin latour"),
        ("4 av. Jean Jaurès", None, "4 av. jean jaures"),
        ("4 rue a b c d e f g h", None, "4 rue a b c d e f"),
        ("2 rue de l'hôpital", None, "2 rue de l'hopital"),
    ],
)
def test_a_street_stops_where_its_name_does(typed: str, town: str | None, street: str) -> None:
    assert street_of(address_in(typed) or "", town) == street


def test_a_postcode_has_five_digits() -> None:
    assert postcode_of("12 rue des lilas 38000 bourg") == "38000"
    assert postcode_of("12 rue des lilas 0612345678") is None
