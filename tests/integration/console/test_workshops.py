"""A group workshop from its codes to its end: who comes in, what the wall tells, what is left."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot import wiring
from bot.adapters import catalogue_files
from bot.adapters.sql.facts import FactsStore
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.territory_tables import conversation_facts, workshops
from bot.adapters.sql.workshops import Workshop, WorkshopStore
from bot.orientation.catalogue import Catalogue
from bot.services.conversation_facts import ConversationFacts
from bot.settings import ROOT
from bot.web.limits import Limits
from bot.web.tokens import now, token_hash
from tests.integration.console.conftest import MISSION, Chair

Sit = Callable[[str], Chair]
PATH = "/console/ateliers"
FORM: dict[str, str | list[str]] = {"name": "Jeudi des métiers", "tables": "3", "minutes": "90"}


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


@pytest.fixture(autouse=True)
def catalogue(bundled: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    monkeypatch.setattr(wiring, "catalogue", lambda: bundled)
    return bundled


@pytest.fixture
def chair(sit: Sit) -> Chair:
    return sit("advisor")


def made(chair: Chair, **other: str) -> str:
    """The path of a new workshop of today."""
    answer = chair.post(PATH, {**FORM, "day": now().date().isoformat(), **other}, on=PATH)
    assert answer.status_code == 200 and re.fullmatch(rf"{PATH}/[0-9a-f]{{16}}", answer.url.path)
    return str(answer.url.path)


def codes_of(chair: Chair, path: str) -> list[str]:
    shown = re.findall(r'class="code">([^<]+)<', chair.get(f"{path}/codes").text)
    return [code.replace("-", "") for code in shown]


def begun(web: TestClient, code: str, query: str = "") -> str:
    """The token of a new conversation of a table."""
    answer = web.post(f"/atelier/{code}{query}")
    assert answer.status_code == 201, answer.text
    found = re.search(r'data-token="([^"]+)"', answer.text)
    assert found
    return found.group(1)


def group(web: TestClient, engine: Engine, code: str, people: list[ConversationFacts]) -> None:
    """People of a table who have come as far as these facts."""
    for facts in people:
        session = RightsStore(engine).session_of(token_hash(begun(web, code)))
        assert session
        FactsStore(engine).keep(session.conversation_id, MISSION.org_id, now(), 9, facts)


def test_a_workshop_has_a_code_for_each_table_and_keeps_none(chair: Chair, engine: Engine) -> None:
    path = made(chair)
    codes = codes_of(chair, path)
    assert len(set(codes)) == 3 and all(len(code) == 6 for code in codes)
    assert codes == codes_of(chair, path), "they can be printed again"
    with engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT * FROM workshop_codes").all()
    assert len(kept) == 3 and not any(code in str(kept) for code in codes)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"name": " "}, id="no name"),
        pytest.param({"name": "x" * 81}, id="a name that is too long"),
        pytest.param({"day": "demain"}, id="no day"),
        pytest.param({"tables": "0"}, id="no table"),
        pytest.param({"tables": "13"}, id="too many tables"),
        pytest.param({"tables": "٣"}, id="another alphabet"),
        pytest.param({"minutes": "5"}, id="too short"),
    ],
)
def test_a_form_that_says_too_little_is_shown_again(chair: Chair, other: dict[str, str]) -> None:
    fields = {**FORM, "day": now().date().isoformat(), **other}
    answer = chair.post(PATH, fields, on=PATH)
    assert answer.status_code == 422
    assert "Donnez un nom, un jour" in answer.text
    assert "Aucun atelier" in answer.text


def test_a_person_at_a_table_has_a_conversation_of_their_own(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    code = codes_of(chair, made(chair))[0]
    welcome = web.get(f"/atelier/{code.lower()}")
    assert welcome.status_code == 200 and "Jeudi des métiers" in welcome.text
    assert "form-action 'self'" in welcome.headers["content-security-policy"]
    one, other = begun(web, code), begun(web, code)
    assert one != other
    read = web.get("/api/session", headers={"Authorization": f"Bearer {one}"})
    assert read.status_code == 200 and read.json()["turns"]
    with engine.connect() as connection:
        rows = connection.execute(sa.select(conversation_facts)).all()
    assert len(rows) == 2 and all(row.facts == {} for row in rows)


def test_the_page_gives_the_way_back_but_not_on_a_shared_device(
    chair: Chair, web: TestClient
) -> None:
    code = codes_of(chair, made(chair))[0]
    own = web.post(f"/atelier/{code}").text
    found = re.search(r'href="/#code=([^"]+)"', own)
    assert found
    assert web.post("/api/resume", json={"code": found.group(1)}).status_code == 200
    shared = web.post(f"/atelier/{code}?partage=1").text
    assert "#code=" not in shared
    token = re.search(r'data-token="([^"]+)"', shared)
    assert token
    headers = {"Authorization": f"Bearer {token.group(1)}"}
    assert web.get("/api/session", headers=headers).json()["shared"] is True


def test_a_typed_code_leads_to_its_page(web: TestClient, chair: Chair) -> None:
    code = codes_of(chair, made(chair))[0]
    typed = f"{code[:3]} {code[3:]}".lower()
    answer = web.get("/atelier", params={"code": typed})
    assert answer.url.path == f"/atelier/{code}"
    assert "Code de la table" in web.get("/atelier").text


def test_a_slip_in_a_typed_code_is_told_where_one_types_it(web: TestClient) -> None:
    answer = web.get("/atelier", params={"code": "abc"})
    assert answer.status_code == 404
    assert "Ce code ne marche pas" in answer.text
    assert "Code de la table" in answer.text


@pytest.mark.parametrize("code", ["CCCCCC", "x", "K7R-M4X-TPQ", "é" * 6])
def test_a_wrong_code_opens_nothing(web: TestClient, engine: Engine, code: str) -> None:
    for answer in (web.get(f"/atelier/{code}"), web.post(f"/atelier/{code}")):
        assert answer.status_code == 404
    with engine.connect() as connection:
        assert connection.execute(sa.select(conversation_facts)).all() == []


def test_the_codes_die_with_the_workshop(chair: Chair, web: TestClient) -> None:
    path = made(chair)
    code = codes_of(chair, path)[0]
    token = begun(web, code)
    ended = chair.post(f"{path}/terminer", on=path)
    assert "L’atelier est terminé" in ended.text
    assert web.get(f"/atelier/{code}").status_code == 404
    assert chair.get(f"{path}/codes").status_code == 409
    read = web.get("/api/session", headers={"Authorization": f"Bearer {token}"})
    assert read.status_code == 200, "the conversation is the person's"


def test_the_codes_die_two_days_after_the_workshop(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path = made(chair)
    code = codes_of(chair, path)[0]
    for days, status in ((1, 200), (2, 404)):
        with engine.begin() as connection:
            day = now().date() - timedelta(days=days)
            connection.execute(sa.update(workshops).values(day=day))
        assert web.get(f"/atelier/{code}").status_code == status


def test_a_full_workshop_says_so(chair: Chair, web: TestClient, engine: Engine) -> None:
    path = made(chair, tables="1")
    code = codes_of(chair, path)[0]
    for _ in range(12):
        begun(web, code)
    answer = web.post(f"/atelier/{code}")
    assert answer.status_code == 409 and "complet" in answer.text


def test_the_wall_is_kind_and_empty_while_four_people_take_part(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path = made(chair)
    code = codes_of(chair, path)[0]
    group(web, engine, code, [ConversationFacts(pictures=("velo",))] * 4)
    page = chair.get(f"{path}/mur").text
    assert "Le mur s’ouvre quand 5 personnes participent" in page
    assert "velo" not in page and "4" not in page.split("<main")[1].split("data-every")[0]


def test_the_wall_counts_pictures_and_jobs_of_five_people(
    chair: Chair, web: TestClient, engine: Engine, catalogue: Catalogue
) -> None:
    path = made(chair)
    code = codes_of(chair, path)[0]
    job = catalogue.jobs[0]
    facts = ConversationFacts(pictures=("velo", "potager"), shown=(job.rome_code,))
    group(web, engine, code, [facts] * 5)
    part = chair.web.get(f"{path}/mur", headers={"Declic-Part": "1"}).text
    assert part.lstrip().startswith('<p class="wall-count"><b>5</b> personnes')
    assert "/pictures/declic/02-velo.svg" in part
    assert "quand 5 personnes en auront gardé" in part
    assert "<html" not in part


def test_the_wall_follows_conversations_by_itself(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path = made(chair)
    code = codes_of(chair, path)[0]
    begun(web, code)
    chair.get(f"{path}/mur")
    with engine.connect() as connection:
        (row,) = connection.execute(sa.select(conversation_facts)).all()
    assert row.turn == 1, "the welcome was counted"


def test_what_is_left_after_the_end_is_common_to_five_people(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path = made(chair)
    code = codes_of(chair, path)[0]
    people = [
        *([ConversationFacts(pictures=("velo",))] * 5),
        *([ConversationFacts(pictures=("scene",))] * 1),
        *([ConversationFacts(pictures=("potager",))] * 5),
    ]
    group(web, engine, code, people)
    workshop_id = path.rpartition("/")[2]
    WorkshopStore(engine).end(workshop_id, now())
    page = chair.get(path).text
    assert "11 personnes ont participé" in page
    assert "02-velo.svg" in page and "24-scene.svg" not in page


def test_a_workshop_of_another_organisation_does_not_exist(sit: Sit, chair: Chair) -> None:
    path = made(chair)
    stranger = sit("stranger")
    assert "Jeudi des métiers" not in stranger.get(PATH).text
    for part in ("", "/codes", "/deroule", "/mur", "/cartes.pdf"):
        assert stranger.get(f"{path}{part}").status_code == 404
    assert stranger.post(f"{path}/terminer", on="/console").status_code == 404
    assert sit("colleague").get(path).status_code == 200, "a colleague may lead it too"


@pytest.mark.parametrize("kind", ["editor", "tester"])
def test_only_advisors_and_administrators_lead_workshops(sit: Sit, kind: str) -> None:
    assert sit(kind).get(PATH).status_code == 403


def test_the_script_fills_the_time_of_the_workshop(chair: Chair) -> None:
    page = chair.get(f"{made(chair, minutes='120')}/deroule").text
    assert "0 – 10 min" in page and "– 120 min" in page
    assert "Vingt-deux heures" in page, "the first scene of the story is read aloud"


def test_the_cards_are_a_pdf(chair: Chair) -> None:
    answer = chair.get(f"{made(chair)}/cartes.pdf")
    assert answer.status_code == 200 and answer.content.startswith(b"%PDF")


def test_a_hostile_name_is_text(chair: Chair, web: TestClient) -> None:
    path = made(chair, name="<script>alert(1)</script>{{ 7*7 }}")
    code = codes_of(chair, path)[0]
    for page in (chair.get(path).text, chair.get(PATH).text, web.get(f"/atelier/{code}").text):
        assert "<script>alert" not in page and "{{ 7*7 }}" in page and "&lt;script&gt;" in page


def test_codes_are_not_guessed_for_long(engine: Engine, chair: Chair) -> None:
    burst = int(Limits().guesses.burst)
    tried = [chair.web.get("/atelier/CCCCCC").status_code for _ in range(burst + 1)]
    assert tried == [404] * burst + [429]


def test_a_code_of_two_workshops_is_made_anew(engine: Engine) -> None:
    store, at = WorkshopStore(engine), now()
    person = "0000000000camille"[-16:]
    one = Workshop("a" * 16, MISSION.org_id, person, "Un", at.date(), 1, 90, "declic", at)
    store.add(one, ["h" * 64])
    with pytest.raises(sa.exc.IntegrityError):
        store.add(Workshop(**{**vars(one), "workshop_id": "b" * 16}), ["h" * 64])
    assert [found.workshop_id for found in store.of_organisation(MISSION.org_id)] == ["a" * 16]
