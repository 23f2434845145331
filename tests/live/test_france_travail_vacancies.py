"""Vacancies of a local France Travail, through real sockets."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from bot.adapters.live.france_travail import FranceTravail
from bot.adapters.live.france_travail_vacancies import (
    FranceTravailVacancies,
    public_page,
    searched_communes,
)
from bot.services.ports import Place, RequestRefused
from tests.live.france_travail_answers import BAKER, CENTRES, LONELY, ODD
from tests.live.france_travail_server import Answer, Fault, FranceTravailServer

SEARCH = "/partenaire/offresdemploi/v2/offres/search"
Open = Callable[..., FranceTravail]


def place(insee_code: str) -> Place:
    return Place(insee_code, 0.0, 0.0)


@pytest.fixture
def vacancies(france_travail: Open) -> FranceTravailVacancies:
    return FranceTravailVacancies(france_travail())


def test_the_count_is_of_all_vacancies_and_only_the_newest_are_read(
    vacancies: FranceTravailVacancies, server: FranceTravailServer
) -> None:
    found = vacancies.near(BAKER, place("38185"), 10)
    assert (found.count, found.radius_km, found.rome_code) == (320, 10, BAKER)
    assert [one.vacancy_id for one in found.newest] == ["319DECL", "318DECL", "317DECL"]
    assert found.as_of == datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.timezone.utc)
    assert [one.query["range"] for one in server.asked(SEARCH)] == [["0-2"]]


def test_a_vacancy_is_read_whole(vacancies: FranceTravailVacancies) -> None:
    newest = vacancies.near(BAKER, place("29019"), 10).newest[0]
    assert newest.title == "Boulanger / Boulangère 326 (H/F)"
    assert newest.city == "29 - Brest"
    assert newest.contract == "CDI"
    assert newest.published_on == datetime.date(2026, 11, 9)
    assert newest.url == "https://candidat.francetravail.fr/offres/recherche/detail/326DECL"


def test_no_content_means_zero(vacancies: FranceTravailVacancies) -> None:
    found = vacancies.near(LONELY, place("2A004"), 20)
    assert (found.count, found.newest) == (0, ())


@pytest.mark.parametrize(
    ("newest", "rows"), [(0, 0), (1, 1), (5, 5), (400, 150)], ids=["none", "one", "five", "a page"]
)
def test_as_many_as_asked_are_told_a_page_at_most(
    vacancies: FranceTravailVacancies, newest: int, rows: int
) -> None:
    found = vacancies.near(BAKER, place("38185"), 10, newest=newest)
    assert (found.count, len(found.newest)) == (320, rows)


def test_a_vacancy_may_lack_all_but_its_id_and_title(vacancies: FranceTravailVacancies) -> None:
    odd = vacancies.near(ODD, place("59350"), 10).newest[0]
    assert odd.title.startswith("Ménage chez des particuliers très très")
    assert len(odd.title) <= 160
    assert odd.title.endswith("très…")
    assert odd.contract is None
    assert odd.url == "https://candidat.francetravail.fr/offres/recherche/detail/999ODD1"


def test_all_pages_are_read_to_the_end_each_vacancy_once(
    vacancies: FranceTravailVacancies, server: FranceTravailServer
) -> None:
    ids = [one.vacancy_id for one in vacancies.all(BAKER, place("38185"), 10, at_most=3150)]
    assert len(ids) == len(set(ids)) == 320
    assert ids == sorted(ids, reverse=True)
    assert [one.query["range"][0] for one in server.asked(SEARCH)] == [
        "0-149",
        "150-299",
        "300-449",
    ]


@pytest.mark.parametrize(("at_most", "pages"), [(0, 0), (10, 1), (150, 1), (151, 2)])
def test_reading_stops_at_the_limit(
    vacancies: FranceTravailVacancies, server: FranceTravailServer, at_most: int, pages: int
) -> None:
    assert len(list(vacancies.all(BAKER, place("38185"), 10, at_most=at_most))) == at_most
    assert len(server.asked(SEARCH)) == pages


def test_a_vacancy_published_during_the_reading_makes_no_other_one_be_told_twice(
    vacancies: FranceTravailVacancies, server: FranceTravailServer
) -> None:
    reading = vacancies.all(BAKER, place("38185"), 10, at_most=3150)
    first = next(reading)
    newer = {**server.vacancies[0], "id": "NEWER01", "dateCreation": "2026-11-22T08:00:00Z"}
    server.vacancies.append(newer)
    ids = [first.vacancy_id, *(one.vacancy_id for one in reading)]
    assert len(ids) == len(set(ids)) == 320


def test_the_last_page_the_service_tells_is_asked_and_none_after_it(
    vacancies: FranceTravailVacancies, server: FranceTravailServer
) -> None:
    server.vacancies = [{**server.vacancies[0], "id": f"M{number:06}"} for number in range(3200)]
    assert len(list(vacancies.all(BAKER, place("38185"), 10, at_most=9999))) == 3150
    assert server.asked(SEARCH)[-1].query["range"] == ["3000-3149"]


@pytest.mark.parametrize(
    ("insee_code", "searched", "count"),
    [
        ("75056", "75101", 40),
        ("75112", "75112", 40),
        ("69123", "69381", 18),
        ("69389", "69389", 18),
        ("13055", "13201,13208,13211,13213,13216", 32),
        ("97411", "97411", 2),
    ],
    ids=["Paris", "Paris 12e", "Lyon", "Lyon 9e", "Marseille", "Saint-Denis"],
)
def test_a_whole_city_is_searched_by_its_arrondissements(
    vacancies: FranceTravailVacancies,
    server: FranceTravailServer,
    insee_code: str,
    searched: str,
    count: int,
) -> None:
    assert vacancies.near(BAKER, place(insee_code), 10).count == count
    assert server.asked(SEARCH)[0].query["commune"] == [searched]
    assert ",".join(searched_communes(insee_code)) == searched
    assert set(searched_communes(insee_code)) <= CENTRES.keys()


@pytest.mark.parametrize(("radius_km", "asked"), [(-4, 0), (0, 0), (37, 37), (250, 100)])
def test_the_radius_stays_within_what_the_service_takes(
    vacancies: FranceTravailVacancies, server: FranceTravailServer, radius_km: int, asked: int
) -> None:
    assert vacancies.near(BAKER, place("38185"), radius_km).radius_km == asked
    assert server.asked(SEARCH)[0].query["distance"] == [str(asked)]


@pytest.mark.parametrize(
    ("radius_km", "shown"), [(0, 0), (3, 5), (10, 10), (11, 20), (100, 100), (140, 100)]
)
def test_the_public_page_has_the_next_radius_up(radius_km: int, shown: int) -> None:
    assert public_page(BAKER, "38185", radius_km) == (
        "https://candidat.francetravail.fr/offres/recherche?lieux=38185&motsCles=D1102"
        f"&offresPartenaires=true&rayon={shown}&tri=1"
    )


def test_one_vacancy_is_found_by_its_id(vacancies: FranceTravailVacancies) -> None:
    found = vacancies.vacancy("004DECL")
    assert found is not None
    assert found.title == "Boulanger / Boulangère 4 (H/F)"


@pytest.mark.parametrize(
    "vacancy_id",
    ["ZZZZZZZ", "", "../search", "a b", "x" * 40, "١٢٣٤"],
    ids=["gone", "empty", "a path", "a space", "too long", "other digits"],
)
def test_a_vacancy_that_is_not_there_is_none(
    vacancies: FranceTravailVacancies, vacancy_id: str
) -> None:
    assert vacancies.vacancy(vacancy_id) is None


def test_a_404_is_a_vacancy_that_is_not_there(
    vacancies: FranceTravailVacancies, server: FranceTravailServer
) -> None:
    server.misbehave("/partenaire/offresdemploi", Fault(Answer(404)))
    assert vacancies.vacancy("004DECL") is None


def test_a_code_the_service_does_not_know_is_refused_for_good(
    vacancies: FranceTravailVacancies, server: FranceTravailServer
) -> None:
    with pytest.raises(RequestRefused, match=r"^Le service Offres d'emploi a refusé la demande"):
        vacancies.near("D11", place("38185"), 10)
    assert len(server.asked(SEARCH)) == 1
    assert server.faults
    server.faults.clear()


def without(key: str) -> Callable[[object], object]:
    def changed(body: object) -> object:
        assert isinstance(body, dict)
        return {name: value for name, value in body.items() if name != key}

    return changed


def with_first(**fields: object) -> Callable[[object], object]:
    def changed(body: object) -> object:
        assert isinstance(body, dict)
        first, *others = body["resultats"]
        return {"resultats": [{**first, **fields}, *others]}

    return changed


@pytest.mark.parametrize(
    "change",
    [
        without("resultats"),
        lambda body: {"resultats": None},
        lambda body: body["resultats"],
        lambda body: "autre chose",
        with_first(id=None),
        with_first(id="../../evil"),
        with_first(intitule=12),
        with_first(intitule="\x00\u200b"),
    ],
    ids=[
        "no rows",
        "null rows",
        "a list",
        "a text",
        "no id",
        "id is a path",
        "title is a number",
        "nothing to see in the title",
    ],
)
def test_a_changed_contract_is_told_as_one(
    vacancies: FranceTravailVacancies,
    server: FranceTravailServer,
    change: Callable[[object], object],
) -> None:
    server.changed[SEARCH] = change
    with pytest.raises(RequestRefused, match=r"^Le service Offres d'emploi a changé de format"):
        vacancies.near(BAKER, place("38185"), 10)


@pytest.mark.parametrize(
    "headers",
    [{}, {"Content-Range": "lines 0-2/many"}, {"Content-Range": "offres 0-2/"}],
    ids=["no header", "no number", "nothing"],
)
def test_without_a_count_the_contract_has_changed(
    vacancies: FranceTravailVacancies, server: FranceTravailServer, headers: dict[str, str]
) -> None:
    server.misbehave(SEARCH, Fault(Answer(206, {"resultats": []}, headers)))
    with pytest.raises(RequestRefused, match="changé de format"):
        vacancies.near(BAKER, place("38185"), 10)


@pytest.mark.parametrize(
    "fields",
    [
        {"lieuTravail": None},
        {"lieuTravail": "Grenoble"},
        {"dateCreation": "hier"},
        {"dateCreation": 20261122},
        {"typeContratLibelle": None, "typeContrat": ["CDI"]},
    ],
    ids=["no place", "place is a text", "no date", "date is a number", "contract is a list"],
)
def test_an_optional_field_of_another_kind_is_unknown(
    vacancies: FranceTravailVacancies, server: FranceTravailServer, fields: dict[str, object]
) -> None:
    server.changed[SEARCH] = with_first(**fields)
    newest = vacancies.near(BAKER, place("38185"), 10).newest[0]
    unknown = {"lieuTravail": newest.city, "dateCreation": newest.published_on}
    assert [unknown.get(name, newest.contract) for name in fields] == [None] * len(fields)
