"""The territory of an organisation: its figures, its files, and who may read them."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot import wiring
from bot.adapters import catalogue_files
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.accompaniments import Accompaniment, AccompanimentStore
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.console_tables import advisors
from bot.adapters.sql.facts import FactsStore
from bot.adapters.sql.prescriptions import PrescriptionStore
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.sessions import SessionStore
from bot.adapters.sql.team_tables import feedback
from bot.adapters.sql.territory_tables import conversation_facts
from bot.orientation.catalogue import Catalogue
from bot.orientation.prescription import ASKED, PROPOSED, Step
from bot.services.conversation_facts import ConversationFacts
from bot.settings import ROOT
from bot.web.console.facts_keeper import FactsKeeper
from bot.web.console.seats import Seat
from bot.web.console.visits import Visits
from bot.web.tokens import now, token_hash
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.console.conftest import ACCOUNTS, MISSION, OTHER_ORG, Chair
from tests.integration.web.person import Person

Sit = Callable[[str], Chair]
PATH = "/console/territoire"


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


@pytest.fixture(autouse=True)
def catalogue(bundled: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    monkeypatch.setattr(wiring, "catalogue", lambda: bundled)
    return bundled


def tell(engine: Engine, org_id: str, count: int, days: int = 1, **told: object) -> None:
    """So many detached conversations of an organisation, which began some days ago."""
    row = {
        "org_id": org_id,
        "day": now().date() - timedelta(days=days),
        "turn": 3,
        "basin_code": told.pop("basin_code", "8415"),
        "department": told.pop("department", "69"),
        "facts": told,
    }
    with engine.begin() as connection:
        connection.execute(sa.insert(conversation_facts), [row] * count)


def rows_of(chair: Chair, name: str, query: str = "") -> list[list[str]]:
    """The lines of a file, without its head."""
    answer = chair.get(f"{PATH}/{name}.csv{query}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))[1:]


@pytest.mark.parametrize(
    ("kind", "status"),
    [("advisor", 200), ("admin", 200), ("editor", 403), ("tester", 403)],
)
def test_advisors_and_administrators_read_it(sit: Sit, kind: str, status: int) -> None:
    chair = sit(kind)
    assert chair.get(PATH).status_code == status
    assert chair.get(f"{PATH}/freins.csv").status_code == status


def test_the_basins_are_those_of_the_organisation_until_others_are_asked_for(
    sit: Sit, catalogue: Catalogue
) -> None:
    own, other = (
        MISSION.basins[0],
        next(one for one in catalogue.basins if one.basin_code != MISSION.basins[0]),
    )
    chair = sit("advisor")
    page = chair.get(PATH).text
    assert f'value="{own}" checked' in page and f'value="{other.basin_code}" checked' not in page
    more = chair.get(f"{PATH}?bassin={own}&ajout={other.name}").text
    assert f'value="{own}" checked' in more and f'value="{other.basin_code}" checked' in more
    assert f'value="{own}" checked' not in chair.get(f"{PATH}?bassin={other.basin_code}").text


def test_an_unknown_basin_or_view_is_left_out(sit: Sit) -> None:
    page = sit("advisor").get(f"{PATH}?bassin=<b>&bassin=0000&par=x&ajout=Atlantis")
    assert page.status_code == 200
    assert f'value="{MISSION.basins[0]}" checked' in page.text
    assert "<b>" not in page.text and "Atlantis" not in page.text


def test_an_organisation_without_basins_is_asked_for_one(sit: Sit) -> None:
    page = sit("stranger").get(PATH).text
    assert "Aucun bassin n’est choisi" in page
    assert "Choisissez un bassin pour voir ce qui y recrute" in page


def test_hiring_names_its_edition_and_says_what_is_an_estimate(sit: Sit) -> None:
    chair = sit("advisor")
    assert "édition 2025" in chair.get(PATH).text
    families = rows_of(chair, "recrute")
    assert int(families[0][1]) >= int(families[1][1]) > 0
    domains = rows_of(chair, "recrute", "?par=domaine")
    assert {row[2] for row in domains if row[1].isdecimal()} == {"environ"}
    assert "nos estimations" in chair.get(f"{PATH}?par=metier").text


def test_small_numbers_are_hidden_on_the_page_and_in_the_file(sit: Sit, engine: Engine) -> None:
    tell(engine, MISSION.org_id, 3, barriers=["licence"])
    tell(engine, MISSION.org_id, 9, barriers=["hours"])
    tell(engine, MISSION.org_id, 8)
    chair = sit("advisor")
    lines = {row[0]: row[1:] for row in rows_of(chair, "freins")}
    assert lines["Pas de permis B"] == ["masqué"] * 3
    assert lines["Nuits, week-ends ou horaires décalés impossibles"] == ["9"] * 3
    assert rows_of(chair, "personnes") == [["Personnes", "20", "20", "20"]]
    assert "masqué" in chair.get(PATH).text


def test_one_organisation_never_counts_the_people_of_another(sit: Sit, engine: Engine) -> None:
    tell(engine, MISSION.org_id, 12, barriers=["licence"])
    tell(engine, OTHER_ORG.org_id, 7, barriers=["training"])
    assert rows_of(sit("advisor"), "personnes")[0][1] == "12"
    assert rows_of(sit("stranger"), "personnes")[0][1] == "7"


def test_what_began_more_than_a_year_ago_is_not_counted(sit: Sit, engine: Engine) -> None:
    tell(engine, MISSION.org_id, 9, days=400)
    assert rows_of(sit("advisor"), "personnes")[0][1] == "0"


def test_missing_offers_are_told_by_department(sit: Sit, engine: Engine) -> None:
    tell(engine, MISSION.org_id, 9, lacking=["car"])
    tell(engine, MISSION.org_id, 7)
    answer = sit("advisor").get(f"{PATH}/manques.csv").content.decode("utf-8-sig")
    assert answer.splitlines()[:2] == ["Levier;Rhône", "Personnes;16"]
    assert "Voiture;9" in answer


def test_the_queue_of_offers_is_offered_to_who_edits_them(sit: Sit, engine: Engine) -> None:
    chair = sit("advisor")
    assert "/console/offres" not in chair.get(PATH).text
    with engine.begin() as connection:
        is_own = advisors.c.login == "camille"
        connection.execute(sa.update(advisors).where(is_own).values(roles=["advisor", "editor"]))
    assert "Ouvrir la file des aides à relire" in chair.get(PATH).text


def test_delays_are_told_from_five_cases_on(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = list(wiring.offers().by_id)[:2]
    day = now().date()

    def case(days: int) -> tuple[Step, ...]:
        asked = Step(2, ASKED, day, None)
        return (Step(1, PROPOSED, day - timedelta(days=days), None), asked)

    known = {first: [case(days) for days in (1, 3, 9, 4, 30)], second: [case(2)] * 4}
    monkeypatch.setattr(PrescriptionStore, "of_organisation", lambda store, org_id: known)
    rows = rows_of(sit("advisor"), "delais")
    assert [row[1:] for row in rows] == [["5", "4", "masqué", "masqué"]]


def test_a_file_runs_nothing_in_a_spreadsheet(
    sit: Sit, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    offers = wiring.offers()
    offer = next(iter(offers.by_id.values()))
    hostile = type(offers).of([replace(offer, name="=HYPERLINK(1)")])
    monkeypatch.setattr(wiring, "offers", lambda: hostile)
    tell(engine, MISSION.org_id, 9, offers=[offer.offer_id])
    tell(engine, MISSION.org_id, 7)
    assert rows_of(sit("advisor"), "aides-demandees")[0][0] == "'=HYPERLINK(1)"


def test_a_file_that_does_not_exist_is_said_so(sit: Sit) -> None:
    answer = sit("advisor").get(f"{PATH}/tout.csv")
    assert answer.status_code == 404 and "n’existe pas" in answer.text


def words_of(engine: Engine, people: list[Person], org_id: str) -> None:
    """Each of these people is counted, and told the team something."""
    for number, person in enumerate(people):
        session = RightsStore(engine).session_of(token_hash(person.token))
        assert session
        facts = ConversationFacts(basin_code="8415", department="69", face="good")
        FactsStore(engine).keep(session.conversation_id, org_id, now(), 2, facts)
        row = {
            "conversation_id": session.conversation_id,
            "message_id": "m",
            "given_at": now(),
            "editions": "",
            "notice": "2026-11-27",
            "face": "good",
            "keep": f"le jeu {number} <b>",
        }
        with engine.begin() as connection:
            connection.execute(sa.insert(feedback).values(row))


def test_words_are_read_by_the_team_alone(sit: Sit, engine: Engine, person: Person) -> None:
    others = [Person(person.web) for _ in range(5)]
    words_of(engine, [person, *others], MISSION.org_id)
    tell(engine, MISSION.org_id, 9)
    assert "le jeu" not in sit("advisor").get(PATH).text
    with engine.begin() as connection:
        is_admin = advisors.c.login == "maxime"
        connection.execute(sa.update(advisors).where(is_admin).values(roles=["admin", "tester"]))
    page = sit("admin").get(PATH).text
    assert "le jeu 3 &lt;b&gt;" in page and "<b>" not in page.split("Ce qui est écrit")[1]


async def visited(engine: Engine, rasa: FakeRasa, accompaniment: Accompaniment) -> None:
    client, accounts = RasaClient(rasa.url, SECRET, 2.0), AccountStore(engine)
    keeper = FactsKeeper(FactsStore(engine), client)
    accompaniments, sessions = AccompanimentStore(engine), SessionStore(engine)
    seat = Seat(ACCOUNTS["advisor"], "hash")
    visits = Visits(accompaniments, accounts, sessions, client, keeper)
    await visits.of(seat, accompaniment.accompaniment_id)
    await client.close()


def test_a_visit_counts_the_conversation_as_far_as_it_went(
    engine: Engine, rasa: FakeRasa, person: Person, accompaniment: Accompaniment
) -> None:
    store, ids = FactsStore(engine), (accompaniment.conversation_id, MISSION.org_id)
    assert store.turn(*ids) is None
    asyncio.run(visited(engine, rasa, accompaniment))
    assert store.turn(*ids) == 1
    person.say("bonjour")
    asyncio.run(visited(engine, rasa, accompaniment))
    assert store.turn(*ids) == 2
    with engine.connect() as connection:
        assert len(connection.execute(sa.select(conversation_facts)).all()) == 1


def test_who_erases_is_counted_no_more(engine: Engine, person: Person) -> None:
    session = RightsStore(engine).session_of(token_hash(person.token))
    assert session
    facts = ConversationFacts(basin_code="8415", barriers=("licence",))
    FactsStore(engine).keep(session.conversation_id, MISSION.org_id, now(), 2, facts)
    kept = RightsStore(engine).everything(session.conversation_id)["chiffres du territoire"]
    assert kept[0]["repères comptés"] == {"barriers": ["licence"]}
    assert person.erase().status_code == 204
    assert FactsStore(engine).of_organisation(MISSION.org_id, date(2020, 1, 1)) == []


def test_what_is_counted_outlives_a_conversation_without_a_tie_to_it(
    engine: Engine, person: Person
) -> None:
    session = RightsStore(engine).session_of(token_hash(person.token))
    assert session
    facts = ConversationFacts(basin_code="8415", barriers=("licence",))
    store = FactsStore(engine)
    store.keep(session.conversation_id, MISSION.org_id, now(), 2, facts)
    SessionStore(engine).detach_told(session.conversation_id)
    SessionStore(engine).erase(session.conversation_id)
    with engine.connect() as connection:
        (row,) = connection.execute(sa.select(conversation_facts)).all()
    assert row.conversation_id is None
    assert [one.facts for one in store.of_organisation(MISSION.org_id, date(2020, 1, 1))] == [facts]
    rights = RightsStore(engine)
    assert rights.told_before(now() + timedelta(days=2)) == 1
    assert rights.erase_told_before(now() + timedelta(days=2)) == 1
    assert store.of_organisation(MISSION.org_id, date(2020, 1, 1)) == []
