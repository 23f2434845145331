"""A password of one's own; an admin keeps the accounts and the log of one's own organisation."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters import passwords
from bot.adapters.sql.accompaniments import Accompaniment, AccompanimentStore
from bot.adapters.sql.account_desk import AccountDesk, Member
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.catalogue_tables import basins, communes
from bot.adapters.sql.console_tables import accompaniments, advisors, console_audit
from bot.adapters.sql.leftovers import Leftovers
from bot.adapters.sql.session_tables import tokens
from bot.orientation.phrases import is_said
from bot.services.seat_life import AUDIT_LIFE
from bot.web.console import entries
from bot.web.tokens import now
from tests.integration.console.conftest import (
    ACCOUNTS,
    MISSION,
    PASSWORD,
    SITE,
    Chair,
    on_sqlite,
)
from tests.integration.web.companions import code_of
from tests.integration.web.person import Person

Sit = Callable[[str], Chair]
NEW = "trombone lavande tuba"
PAGE = "/console/organisation"
ONE_USE = re.compile(r"(?:[2-9C-Y]{4}-){3}[2-9C-Y]{4}")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = on_sqlite(tmp_path)
    yield opened
    opened.dispose()


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "REFUSED_AFTER_SECONDS", 0.0)


def member(engine: Engine, login: str) -> Member:
    found = AccountDesk(engine).member(login)
    assert found
    return found


def acts(engine: Engine) -> list[tuple[str, str | None]]:
    with engine.connect() as connection:
        query = sa.select(console_audit.c.act, console_audit.c.detail)
        return [(row.act, row.detail) for row in connection.execute(query)]


def change(chair: Chair, current: str, new: str, again: str | None = None) -> str:
    fields: dict[str, str | list[str]] = {"current": current, "new": new, "again": again or new}
    return chair.post("/console/mot-de-passe", fields, on="/console/mot-de-passe").text


def test_a_password_for_one_use_leads_only_to_choosing_another(
    web: TestClient, engine: Engine
) -> None:
    own = ACCOUNTS["advisor"]
    until = now() + timedelta(days=1)
    AccountDesk(engine).reset(MISSION.org_id, own.advisor_id, passwords.hash_of("unique"), until)
    chair = Chair(TestClient(web.app, base_url=SITE))
    assert chair.enter("camille", "unique").url.path == "/console/mot-de-passe"
    assert chair.get("/console").url.path == "/console/mot-de-passe"
    assert chair.web.get("/console", headers={"Declic-Part": "1"}).status_code == 401
    assert "Votre mot de passe est changé" in change(chair, "unique", NEW)
    assert "Bonjour" in chair.get("/console").text
    again = Chair(TestClient(web.app, base_url=SITE))
    assert again.enter("camille", "unique").status_code == 422
    assert again.enter("camille", NEW).url.path == "/console"


def test_a_changed_password_ends_the_other_sessions_and_renews_this_one(sit: Sit) -> None:
    here, elsewhere = sit("advisor"), sit("advisor")
    before = here.web.cookies["declic_console"]
    change(here, PASSWORD, NEW)
    assert here.web.cookies["declic_console"] != before
    assert "Bonjour" in here.get("/console").text
    assert elsewhere.get("/console").url.path == "/console/entrer"


@pytest.mark.parametrize(
    ("current", "new", "again", "words"),
    [
        ("autre", NEW, NEW, "Le mot de passe actuel n’est pas le bon"),
        (PASSWORD, "court", "court", "au moins 12 signes"),
        (PASSWORD, "x1y2" * 40, "x1y2" * 40, "128 signes au plus"),
        (PASSWORD, "111111111111", "111111111111", "trop simple"),
        (PASSWORD, "camille-2026-!", "camille-2026-!", "se devine"),
        (PASSWORD, NEW, f"{NEW}x", "ne sont pas pareils"),
        (PASSWORD, PASSWORD, PASSWORD, "le même que l’ancien"),
    ],
)
def test_a_password_that_cannot_be_chosen_is_said_and_the_old_one_stays(
    sit: Sit, engine: Engine, current: str, new: str, again: str, words: str
) -> None:
    text = change(sit("advisor"), current, new, again)
    assert words in text and new not in text
    account = AccountStore(engine).with_login("camille")
    assert account and passwords.is_right(account.password_hash, PASSWORD)


def test_the_current_password_cannot_be_guessed_from_an_open_session(
    sit: Sit, engine: Engine
) -> None:
    chair = sit("advisor")
    for _ in range(5):
        change(chair, "faux", NEW)
    assert "n’est pas le bon" in change(chair, PASSWORD, NEW)
    assert member(engine, "camille").state(now()) == "waits"


def test_an_admin_opens_an_account_whose_password_is_shown_once(
    sit: Sit, web: TestClient, engine: Engine
) -> None:
    chair = sit("admin")
    fields: dict[str, str | list[str]] = {
        "login": "Lea@Mission.fr",
        "name": "Léa <b>Martin</b>",
        "role": ["advisor", "admin"],
    }
    answer = chair.post(f"{PAGE}/comptes", fields, on=PAGE)
    (password,) = ONE_USE.findall(answer.text)
    assert "Léa &lt;b&gt;Martin" in answer.text and "<b>Martin" not in answer.text
    made = member(engine, "lea@mission.fr")
    assert made.org_id == MISSION.org_id and made.roles == {"advisor", "admin"}
    assert not ONE_USE.search(chair.get(PAGE).text)
    newcomer = Chair(TestClient(web.app, base_url=SITE))
    assert newcomer.enter("lea@mission.fr", password).url.path == "/console/mot-de-passe"
    assert ("account_added", "lea@mission.fr") in acts(engine)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"login": "léa", "name": "Léa", "role": "advisor"}, "sans espace ni accent"),
        ({"login": "lea", "name": " ", "role": "advisor"}, "Écrivez le nom"),
        ({"login": "lea", "name": "Léa"}, "Cochez au moins un rôle"),
        ({"login": "lea", "name": "Léa", "role": "boss"}, "Cochez au moins un rôle"),
        ({"login": "andrea", "name": "Léa", "role": "advisor"}, "n’est pas libre"),
        ({"login": "lea", "name": "Léa", "role": "editor"}, "n’ouvre pas cette page"),
    ],
)
def test_an_account_that_cannot_be_opened_is_said(
    sit: Sit, engine: Engine, fields: dict[str, str | list[str]], words: str
) -> None:
    answer = sit("admin").post(f"{PAGE}/comptes", fields, on=PAGE)
    assert answer.status_code in (403, 422) and words in html.unescape(answer.text)
    assert len(AccountDesk(engine).members()) == len(ACCOUNTS)


def test_an_admin_closes_gives_a_password_and_changes_roles(
    sit: Sit, web: TestClient, engine: Engine
) -> None:
    chair, closed = sit("admin"), sit("colleague")
    path = f"{PAGE}/comptes/{ACCOUNTS['colleague'].advisor_id}"
    assert "est fermé" in chair.post(f"{path}/fermer", on=PAGE).text
    assert closed.get("/console").url.path == "/console/entrer"
    (password,) = ONE_USE.findall(chair.post(f"{path}/mot-de-passe", on=PAGE).text)
    again = Chair(TestClient(web.app, base_url=SITE))
    assert again.enter("dominique", password).url.path == "/console/mot-de-passe"
    chair.post(f"{path}/roles", {"role": ["admin"]}, on=PAGE)
    assert member(engine, "dominique").roles == {"admin"}
    assert again.get("/console").url.path == "/console/entrer"


def test_roles_that_an_admin_has_not_are_neither_given_nor_taken(sit: Sit, engine: Engine) -> None:
    path = f"{PAGE}/comptes/{ACCOUNTS['editor'].advisor_id}/roles"
    sit("admin").post(path, {"role": ["advisor", "tester"]}, on=PAGE)
    assert member(engine, "sacha").roles == {"editor", "advisor"}


@pytest.mark.parametrize("act", ["fermer", "mot-de-passe", "roles"])
def test_nobody_changes_their_own_account_or_one_of_another_organisation(
    sit: Sit, engine: Engine, act: str
) -> None:
    before = AccountDesk(engine).members()
    own, other = ACCOUNTS["admin"].advisor_id, ACCOUNTS["stranger"].advisor_id
    for advisor_id, status in ((own, 403), (other, 404), ("nobody", 404)):
        path = f"{PAGE}/comptes/{advisor_id}/{act}"
        answer = sit("admin").post(path, {"role": ["advisor"]}, on=PAGE)
        assert answer.status_code == status
    after = AccountDesk(engine).members()
    kept = [(one.login, one.roles, one.disabled_at, one.must_change) for one in before]
    assert kept == [(one.login, one.roles, one.disabled_at, one.must_change) for one in after]


def test_an_organisation_sees_no_account_of_another(sit: Sit) -> None:
    for kind, own, other in (("admin", "dominique", "andrea"), ("stranger", "andrea", "camille")):
        text = sit(kind).get(PAGE).text
        assert own in text and other not in text


def test_switching_the_reference_off_erases_what_was_written(
    sit: Sit, engine: Engine, accompaniment: Accompaniment
) -> None:
    chair = sit("admin")
    chair.post(f"{PAGE}/reference", {"reference": "on"}, on=PAGE)
    with engine.begin() as connection:
        connection.execute(sa.update(accompaniments).values(reference="D-42"))
    assert AccountDesk(engine).organisation(MISSION.name) == organisation(True)
    chair.post(f"{PAGE}/reference", {}, on=PAGE)
    assert AccountDesk(engine).organisation(MISSION.name) == organisation(False)
    with engine.connect() as connection:
        assert connection.execute(sa.select(accompaniments.c.reference)).scalar() is None


def organisation(has_reference: bool) -> object:
    return type(MISSION)(MISSION.org_id, MISSION.name, MISSION.basins, has_reference)


def test_basins_are_those_ticked_and_all_of_a_department(sit: Sit, engine: Engine) -> None:
    place = {"latitude": 45.0, "longitude": 5.0, "population": 10, "postcodes": []}
    with engine.begin() as connection:
        for code in ("8201", "8415"):
            row = {"basin_code": code, "name": f"Bassin {code}", "region": "84"}
            connection.execute(sa.insert(basins).values(row))
        commune = {"insee_code": "38053", "name": "Bourgoin", "department": "38", **place}
        connection.execute(sa.insert(communes).values(**commune, basin_code="8201"))
    chair = sit("admin")
    assert "Bassin 8415" in chair.get(PAGE).text
    chair.post(f"{PAGE}/bassins", {"basin": ["8415", "9999"], "department": "38"}, on=PAGE)
    org = AccountDesk(engine).organisation(MISSION.name)
    assert org and org.basins == ("8201", "8415")
    wrong = chair.post(f"{PAGE}/bassins", {"department": "99"}, on=PAGE)
    assert wrong.status_code == 422 and "comme 38 ou 2A" in wrong.text


def test_who_loses_the_account_loses_the_devices_of_their_interviews(
    engine: Engine, accompaniment: Accompaniment
) -> None:
    device = {
        "token_hash": "d" * 64,
        "conversation_id": accompaniment.conversation_id,
        "created_at": now(),
        "accompaniment_id": accompaniment.accompaniment_id,
    }
    with engine.begin() as connection:
        connection.execute(sa.insert(tokens).values(device))
    own = ACCOUNTS["advisor"]
    AccountDesk(engine).disable(own.org.org_id, own.advisor_id, now())
    with engine.connect() as connection:
        left = connection.execute(sa.select(tokens.c.accompaniment_id)).scalars().all()
    assert left == [None]


def read_line(engine: Engine, accompaniment: Accompaniment) -> None:
    AccountStore(engine).note(ACCOUNTS["advisor"], "read", now(), accompaniment.accompaniment_id)


def test_the_log_says_who_read_which_conversation_and_opens_none(
    sit: Sit, engine: Engine, web: TestClient, person: Person, accompaniment: Accompaniment
) -> None:
    code = web.post("/api/session/code", headers=person.headers).json()["code"]
    read_line(engine, accompaniment)
    chair = sit("admin")
    text = chair.get(f"{PAGE}/journal").text
    assert "Camille" in text and "conversation lue" in text and f"{code[:3]}-…" in text
    assert code not in text and accompaniment.conversation_id not in text
    found = chair.get(f"{PAGE}/journal?code={code.lower()}").text
    assert "conversation lue" in found and "par mot de passe" not in found
    assert "Aucune ligne" in chair.get(f"{PAGE}/journal?code=K7R-M4X-TPQ").text
    assert "n’est pas un code" in chair.get(f"{PAGE}/journal?code=<script>").text


def test_the_log_tells_a_conversation_by_the_code_that_opens_it_now(
    sit: Sit, engine: Engine, person: Person, accompaniment: Accompaniment
) -> None:
    read_line(engine, accompaniment)
    former = code_of(person)
    AccompanimentStore(engine).end(accompaniment.accompaniment_id, now(), loses_code=True)
    present = code_of(person)
    assert present != former
    chair = sit("admin")
    assert f"{present[:3]}-…" in chair.get(f"{PAGE}/journal").text
    assert "conversation lue" in chair.get(f"{PAGE}/journal?code={present}").text
    assert "Aucune ligne" in chair.get(f"{PAGE}/journal?code={former}").text


def test_the_log_of_an_organisation_is_its_own(
    sit: Sit, engine: Engine, web: TestClient, person: Person, accompaniment: Accompaniment
) -> None:
    code = web.post("/api/session/code", headers=person.headers).json()["code"]
    read_line(engine, accompaniment)
    for query in ("", f"?code={code}"):
        text = sit("stranger").get(f"{PAGE}/journal{query}").text
        assert "Camille" not in text and "conversation lue" not in text


def test_an_erased_conversation_leaves_its_line_without_a_mark(
    sit: Sit, engine: Engine, web: TestClient, person: Person, accompaniment: Accompaniment
) -> None:
    code = web.post("/api/session/code", headers=person.headers).json()["code"]
    read_line(engine, accompaniment)
    assert person.erase().status_code == 204
    text = sit("admin").get(f"{PAGE}/journal").text
    assert "conversation lue" in text and code[:3] not in text


def test_the_log_is_kept_a_year_and_read_a_page_at_a_time(sit: Sit, engine: Engine) -> None:
    store, own = AccountStore(engine), ACCOUNTS["advisor"]
    store.note(own, "basins", now() - AUDIT_LIFE - timedelta(minutes=1))
    for number in range(150):
        store.note(own, "roles", now(), None, f"ligne {number}")
    Leftovers(engine).delete_expired(now())
    assert ("basins", None) not in acts(engine) and ("roles", "ligne 0") in acts(engine)
    chair = sit("admin")
    first = chair.get(f"{PAGE}/journal").text
    assert "ligne 149" in first and "ligne 40<" not in first
    (older,) = re.findall(r'href="([^"]*avant=\d+)"', first)
    assert "ligne 40<" in chair.get(html.unescape(older)).text


def test_old_sessions_are_deleted(sit: Sit, engine: Engine) -> None:
    sit("advisor")
    leftovers = Leftovers(engine)
    assert leftovers.delete_expired(now())["sessions de la console"] == 0
    assert leftovers.delete_expired(now() + timedelta(minutes=31))["sessions de la console"] == 1


def test_each_act_that_is_noted_has_its_french_words() -> None:
    web_folder = Path(entries.__file__).parent.parent
    written = "\n".join(path.read_text(encoding="utf-8") for path in web_folder.rglob("*.py"))
    noted = set(re.findall(r"note[,(] ?(?:seat|account)[^\"\n]*\"([a-z_]+)\"", written))
    assert {"entered", "left", "read", "account_added"} <= noted
    assert [act for act in sorted(noted) if not is_said(f"account.act.{act}")] == []


def test_the_state_of_each_account_is_told(sit: Sit, engine: Engine) -> None:
    with engine.begin() as connection:
        one = sa.update(advisors).where(advisors.c.login == "noa")
        connection.execute(one.values(locked_until=now() + timedelta(minutes=5)))
        two = sa.update(advisors).where(advisors.c.login == "sacha")
        connection.execute(two.values(password_hash=None))
    text = sit("admin").get(PAGE).text
    assert "en pause" in text and "jamais entré" in text and "ouvert" in text
