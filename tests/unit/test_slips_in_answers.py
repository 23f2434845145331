"""Slips of the keyboard in answers: what was meant is read, and nothing that was not said is."""

from __future__ import annotations

import pytest

from bot.adapters import catalogue_files
from bot.orientation import answers
from bot.orientation.catalogue import Catalogue
from bot.orientation.departments import areas_in
from bot.orientation.list_answers import read_rank_among
from bot.orientation.places import PlaceIndex
from bot.orientation.titles import TitleIndex
from bot.orientation.told_facts import told_facts
from bot.settings import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


@pytest.fixture(scope="module")
def places(catalogue: Catalogue) -> PlaceIndex:
    return PlaceIndex(catalogue)


@pytest.fixture(scope="module")
def titles(catalogue: Catalogue) -> TitleIndex:
    return TitleIndex(catalogue)


@pytest.mark.parametrize(
    ("text", "vehicle"),
    [
        ("acun véhicule", "none"), ("auun véhicule", "none"), ("aucnu véhicule", "none"),
        ("plus de voture", "none"), ("pas de voitre", "none"), ("j'ai une voitre", "car"),
        ("un quad", "scooter"), ("une yaris", "car"), ("une fiat", "car"),
    ],
)  # fmt: skip
def test_a_vehicle_is_read_and_its_lack_is_never_lost(text: str, vehicle: str) -> None:
    assert answers.read_vehicle(text) == vehicle


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("j'ai le prmis", True), ("j'ai le peris", True), ("j'ai pas le prmis", False),
        ("j'ai promis de répondre", None), ("j'ai pris le bus", None), ("je pars à Paris", None),
    ],
)  # fmt: skip
def test_a_licence_is_read_from_a_licence_alone(text: str, holds: bool | None) -> None:
    assert answers.read_licence(text) is holds


@pytest.mark.parametrize(
    "said",
    ["dmei-heure", "dmi-heure", "dem-iheure", "demih-eure", "demiheure", "demi-eure", "demi-huere",
     "demi-hure", "demi-here", "semi-heure", "demu-heure", "demi-jeure"],
)  # fmt: skip
def test_half_an_hour_is_read_wherever_its_two_words_are_parted(said: str) -> None:
    assert answers.read_minutes(f"une {said} maximum") == 30


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("une heure", 60), ("une heure et demie", 90), ("une hure", None), ("dans l'eure", None),
        ("le demi-tarif", None), ("derrière", None), ("de une heure à deux heures", 120),
    ],
)  # fmt: skip
def test_what_only_looks_like_half_an_hour_is_none(text: str, minutes: int | None) -> None:
    assert answers.read_minutes(text) == minutes


def test_what_one_is_limited_to_is_read_through_a_slip() -> None:
    said = "seulement pendant les heures d'école"
    slipped = said.replace("seulement", "sulement")
    assert answers.read_hours_refused(slipped) == answers.read_hours_refused(said)


@pytest.mark.parametrize(
    ("text", "rank"),
    [("la premère option", 1), ("la deuxèime", 2), ("la troisiemme", 3), ("la deriere", None)],
)
def test_a_rank_is_read_through_a_slip(text: str, rank: int | None) -> None:
    assert answers.read_rank(text) == rank


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("je garde le preimer", 1),
        ("je garde le preemier", 1),
        ("je garde le deuxièem", 2),
        ("je garde le premier et le deuxieme", None),
        ("je garde mon prénom", None),
        ("c'est le prix", None),
    ],
)
def test_a_rank_among_the_jobs_shown_is_read_through_a_slip(text: str, rank: int | None) -> None:
    assert read_rank_among(text, 4) == rank


@pytest.mark.parametrize(
    ("text", "insee_code"),
    [
        ("Pirvas", "07186"), ("Prvias", "07186"), ("Priavs", "07186"), ("Voiorn", "38563"),
        ("Anncey", "74010"), ("Vinene", "38544"), ("j'habite à Auirllac", "15014"),
        ("bourgion jallieu", "38053"),
    ],
)  # fmt: skip
def test_two_letters_that_changed_places_find_the_commune(
    places: PlaceIndex, text: str, insee_code: str
) -> None:
    assert [commune.insee_code for commune in places.find(text).communes] == [insee_code]


@pytest.mark.parametrize(
    "text", ["Siant-Maurice", "Sint-Maurice", "Saint-aurice", "Saint-Maruice", "SaintMaurice"]
)
def test_a_misspelt_name_of_many_communes_is_asked_back_as_it_is_rightly_spelled(
    places: PlaceIndex, text: str
) -> None:
    assert places.find(text) == places.find("Saint-Maurice")
    assert places.find(text).status == "several"


@pytest.mark.parametrize("text", ["Provas", "Ptivas", "Pruvas", "rpivas", "merci", "travial"])
def test_a_commune_that_may_be_another_or_none_is_asked_again(
    places: PlaceIndex, text: str
) -> None:
    assert places.find(text).status == "unknown"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("celui de la haaute loire", "Haute-Loire"), ("haute liore", "Haute-Loire"),
        ("la hate savoie", "Haute-Savoie"), ("dans la loire", "Loire"),
        ("toute la loire", "Loire"), ("en savoie", "Savoie"), ("la belle loire", "Loire"),
    ],
)  # fmt: skip
def test_a_department_is_not_another_by_a_slip(text: str, area: str) -> None:
    assert [one.area.name for one in areas_in(text.split())] == [area]


@pytest.mark.parametrize(
    ("text", "rome_code"),
    [
        ("aide à domicle", "K1304"), ("aide à domiccile", "K1304"), ("aide à doicile", "K1304"),
        ("j'ai commencé cofifeuse", "D1202"), ("coifefuse", "D1202"),
    ],
)  # fmt: skip
def test_a_past_job_is_sure_through_a_slip(titles: TitleIndex, text: str, rome_code: str) -> None:
    (mention,) = titles.recognise(text).mentions
    assert (mention.status, mention.candidates[0].rome_code) == ("sure", rome_code)


def test_a_word_of_some_title_is_never_mended_into_another(titles: TitleIndex) -> None:
    (mention,) = titles.recognise("coffreuse").mentions
    assert mention.candidates[0].rome_code == "F1701"


@pytest.mark.parametrize(
    ("text", "is_yes"),
    [("ouii", True), ("nonn", False), ("oui mias non", None), ("on", None), ("nom", None)],
)
def test_yes_is_not_made_of_no_nor_of_another_word(text: str, is_yes: bool | None) -> None:
    assert answers.read_yes_no(text) is is_yes


@pytest.mark.parametrize("text", ["non, ça ne ma'ttire pas", "ça m'attrie pas", "j'ai le titre"])
def test_no_vehicle_is_told_by_another_word(text: str) -> None:
    assert told_facts(text).vehicle is None


def test_a_number_of_minutes_keeps_its_tens() -> None:
    assert answers.read_minutes("teente-cinq minutes en car") == 35


@pytest.mark.parametrize("text", ["je ne dirai rien", "c''est personnel, je ne dirai rien"])
def test_who_says_nothing_refuses_to_answer(text: str) -> None:
    assert answers.read_prefer_not(text)
