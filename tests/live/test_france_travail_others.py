"""Companies, figures, titles and jobs of a local France Travail, through real sockets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.adapters.live.france_travail import FranceTravail
from bot.adapters.live.france_travail_companies import LaBonneBoite
from bot.adapters.live.france_travail_market import LabourMarketFigures
from bot.adapters.live.france_travail_rome import LiveRome
from bot.adapters.live.france_travail_titles import Romeo
from bot.services.ports import (
    Company,
    Place,
    ReadTitle,
    RequestRefused,
    ServiceUnavailable,
    Tension,
)
from tests.live.france_travail_answers import BAKER, UNKNOWN
from tests.live.france_travail_server import (
    SITE_SEARCH_PATH,
    Answer,
    Fault,
    FranceTravailServer,
)

Open = Callable[..., FranceTravail]
COMPANIES = "/partenaire/labonneboite/v2/recherche"
TENSION = "/partenaire/stats-offres-demandes-emploi/v1/indicateur/stat-perspective-employeur"
ROMEO = "/partenaire/romeo/v2/predictionMetiers"
JOB = f"/partenaire/rome-metiers/v1/metiers/metier/{BAKER}"
SHEET = f"/partenaire/rome-fiches-metiers/v1/fiches-rome/fiche-metier/{BAKER}"
GRENOBLE = Place("38185", 45.1825, 5.7244)
AJACCIO = Place("2A004", 41.9347, 8.7006)


def test_companies_come_as_the_service_sorts_them(france_travail: Open) -> None:
    found = LaBonneBoite(france_travail()).near(BAKER, GRENOBLE, 10)
    assert len(found) == 5
    assert found[0] == Company(
        siret="80000000000000",
        name="FOURNIL 0",
        city="GRENOBLE",
        postcode="38000",
        sector="Boulangerie et boulangerie-pâtisserie",
        headcount=(1, 5),
        distance_km=0.0,
    )
    assert found[1].city is None
    assert found[2].headcount == (None, None)
    assert found[3].distance_km is None
    assert found[4].distance_km == 2.2


def test_a_persons_very_address_does_not_go_out(
    france_travail: Open, server: FranceTravailServer
) -> None:
    LaBonneBoite(france_travail()).near(BAKER, Place("38185", 45.184321, 5.718765), 10)
    [asked] = server.asked(COMPANIES)
    assert (asked.query["latitude"], asked.query["longitude"]) == (["45.18"], ["5.72"])


@pytest.mark.parametrize(
    ("rome_code", "place"), [(UNKNOWN, GRENOBLE), (BAKER, AJACCIO)], ids=["no row", "no content"]
)
def test_no_company_is_an_empty_answer(france_travail: Open, rome_code: str, place: Place) -> None:
    assert LaBonneBoite(france_travail()).near(rome_code, place, 30) == ()


@pytest.mark.parametrize(("radius_km", "asked"), [(0, "1"), (30, "30"), (900, "200")])
def test_the_radius_of_companies_stays_within_what_the_service_takes(
    france_travail: Open, server: FranceTravailServer, radius_km: int, asked: str
) -> None:
    LaBonneBoite(france_travail()).near(BAKER, GRENOBLE, radius_km, count=400)
    assert server.asked(COMPANIES)[0].query["distance"] == [asked]
    assert server.asked(COMPANIES)[0].query["page_size"] == ["100"]


def test_the_same_company_is_told_once(france_travail: Open, server: FranceTravailServer) -> None:
    server.changed[COMPANIES] = lambda body: {"items": body["items"][:1] * 3}
    assert len(LaBonneBoite(france_travail()).near(BAKER, GRENOBLE, 10)) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_search_that_is_sent_on_is_asked_at_the_known_address_without_the_key(
    france_travail: Open, server: FranceTravailServer, status: int
) -> None:
    elsewhere = {"Location": "https://ailleurs.example/recherche"}
    server.misbehave(COMPANIES, Fault(Answer(status, None, elsewhere)))
    search = LaBonneBoite(france_travail(), f"{server.url}{SITE_SEARCH_PATH}")
    assert len(search.near(BAKER, GRENOBLE, 10)) == 5
    [first], [second] = server.asked(COMPANIES), server.asked(SITE_SEARCH_PATH)
    assert first.query == second.query
    assert (first.token is None, second.token) == (False, None)


def test_an_application_without_leave_is_refused_for_good(
    france_travail: Open, server: FranceTravailServer
) -> None:
    server.misbehave(COMPANIES, Fault(Answer(403, {"message": "Invalid scope"})))
    with pytest.raises(RequestRefused, match=r"^La Bonne Boîte a refusé la clé d'accès"):
        LaBonneBoite(france_travail()).near(BAKER, GRENOBLE, 10)


@pytest.mark.parametrize(
    ("rome_code", "department", "tension"),
    [
        (BAKER, "38", Tension(BAKER, "Isère", 4, "2025")),
        (BAKER, "2A", Tension(BAKER, "Corse-du-Sud", 2, "2025")),
        (BAKER, "29", None),
        (BAKER, "974", None),
        (UNKNOWN, "38", None),
    ],
    ids=["a level", "Corsica", "a null level", "no figure overseas", "no figure for the job"],
)
def test_the_tension_is_a_level_or_none(
    france_travail: Open,
    server: FranceTravailServer,
    rome_code: str,
    department: str,
    tension: Tension | None,
) -> None:
    assert LabourMarketFigures(france_travail()).tension(rome_code, department) == tension
    assert len(server.asked(TENSION)) == 1


def test_no_content_is_no_figure(france_travail: Open, server: FranceTravailServer) -> None:
    server.misbehave(TENSION, Fault(Answer(204)))
    assert LabourMarketFigures(france_travail()).tension(BAKER, "38") is None


def test_another_500_is_an_outage(france_travail: Open, server: FranceTravailServer) -> None:
    server.misbehave(TENSION, *[Fault(Answer(500, {"message": "Erreur technique"}))] * 3)
    with pytest.raises(ServiceUnavailable):
        LabourMarketFigures(france_travail()).tension(BAKER, "38")


def test_a_level_outside_one_to_five_is_a_changed_contract(france_travail: Open) -> None:
    with pytest.raises(RequestRefused, match="changé de format"):
        LabourMarketFigures(france_travail()).tension(BAKER, "59")


def test_the_newest_period_counts(france_travail: Open, server: FranceTravailServer) -> None:
    older = {"codeNomenclature": "PERSPECTIVE", "codePeriode": "2023", "valeurPrincipaleNombre": 1}
    server.changed[TENSION] = lambda body: {
        "listeValeursParPeriode": [older, *body["listeValeursParPeriode"], older]
    }
    tension = LabourMarketFigures(france_travail()).tension(BAKER, "38")
    assert tension == Tension(BAKER, "38", 4, "2025")


def test_words_are_read_as_titles(france_travail: Open, server: FranceTravailServer) -> None:
    assert Romeo(france_travail()).read("  faire\n du pain\u202e ") == (
        ReadTitle(BAKER, "Boulanger / Boulangère", 0.91),
        ReadTitle(BAKER, "Ouvrier boulanger / Ouvrière boulangère", None),
        ReadTitle("D1104", "Pâtissier / Pâtissière", 0.62),
    )
    [asked] = server.asked(ROMEO)
    assert asked.body["appellations"] == [{"intitule": "faire du pain", "identifiant": "1"}]
    assert asked.body["options"] == {"nomAppelant": "declic", "nbResultats": 5}


def test_words_that_name_no_job_give_nothing(france_travail: Open) -> None:
    assert Romeo(france_travail()).read("xyz") == ()


def test_nothing_is_asked_for_no_words(france_travail: Open, server: FranceTravailServer) -> None:
    assert Romeo(france_travail()).read(" \t\u200b ") == ()
    assert server.asked("/") == []


def test_of_a_long_text_the_beginning_is_read(france_travail: Open) -> None:
    assert len(Romeo(france_travail()).read("pain " * 500, count=1)) == 1


def test_a_job_of_the_live_rome_is_read(france_travail: Open) -> None:
    job = LiveRome(france_travail()).rome_job(BAKER)
    assert job is not None
    assert (job.rome_code, job.label) == (BAKER, "Boulanger / Boulangère")
    assert (job.riasec_major, job.riasec_minor) == ("R", "C")
    assert job.titles == ("Boulanger / Boulangère", "Ouvrier boulanger / Ouvrière boulangère")
    assert job.near == (("D1104", "Pâtissier / Pâtissière"),)
    assert job.definition is not None and job.definition.startswith("Fabrique du pain.")


def test_a_sheet_of_the_live_rome_is_read(france_travail: Open) -> None:
    sheet = LiveRome(france_travail()).sheet(BAKER)
    assert sheet is not None
    assert sheet.skills == ("Pétrir une pâte", "Cuire le pain")
    assert sheet.knowledge == ("Règles d'hygiène",)


@pytest.mark.parametrize("rome_code", [UNKNOWN, "../version"], ids=["unknown", "a path"])
def test_a_code_that_rome_does_not_have_is_none(
    france_travail: Open, server: FranceTravailServer, rome_code: str
) -> None:
    rome = LiveRome(france_travail())
    assert (rome.rome_job(rome_code), rome.sheet(rome_code)) == (None, None)
    server.faults.clear()


def test_the_live_rome_tells_its_version(france_travail: Open) -> None:
    assert LiveRome(france_travail()).version() == "61"


def _companies(opened: FranceTravail) -> object:
    return LaBonneBoite(opened).near(BAKER, GRENOBLE, 10)


def _tension(opened: FranceTravail) -> object:
    return LabourMarketFigures(opened).tension(BAKER, "38")


def _titles(opened: FranceTravail) -> object:
    return Romeo(opened).read("pain")


def _job(opened: FranceTravail) -> object:
    return LiveRome(opened).rome_job(BAKER)


def _sheet(opened: FranceTravail) -> object:
    return LiveRome(opened).sheet(BAKER)


@pytest.mark.parametrize(
    ("path", "body", "call"),
    [
        (COMPANIES, {"hits": 3}, _companies),
        (COMPANIES, {"items": {}}, _companies),
        (COMPANIES, {"items": [{"siret": "12", "company_name": "X"}]}, _companies),
        (COMPANIES, {"items": [{"siret": "80000000000000"}]}, _companies),
        (TENSION, {}, _tension),
        (TENSION, {"listeValeursParPeriode": [{"valeurPrincipaleNombre": 3}]}, _tension),
        (ROMEO, [], _titles),
        (ROMEO, [{"intitule": "pain"}], _titles),
        (ROMEO, [{"metiersRome": [{"codeRome": BAKER}]}], _titles),
        (JOB, {"code": BAKER}, _job),
        (JOB, {"code": BAKER, "libelle": "B", "appellations": [{"code": "1"}]}, _job),
        (SHEET, {"code": BAKER}, _sheet),
    ],
)
def test_what_is_needed_and_missing_is_a_changed_contract(
    france_travail: Open,
    server: FranceTravailServer,
    path: str,
    body: object,
    call: Callable[[FranceTravail], object],
) -> None:
    server.changed[path] = lambda _: body
    with pytest.raises(RequestRefused, match="a changé de format de réponse"):
        call(france_travail())
