"""The console on SQLite in front of a FakeRasa, with an account of each kind and a conversation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import httpx
import pytest
from argon2 import PasswordHasher
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot import wiring
from bot.adapters.catalogue_files import read
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import migrate
from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.adapters.sql.accounts import Account, AccountStore, Organisation
from bot.adapters.sql.engine import connect
from bot.adapters.sql.rights import RightsStore
from bot.replay.runs.desk import RunDesk
from bot.settings import ROOT, Settings
from bot.web.app import create_app
from bot.web.limits import Limit, Limits
from bot.web.tokens import now, token_hash
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.person import Person

NO_LIMIT = Limit(burst=10_000, per_second=10_000)
PASSWORD = "un-mot-de-passe-assez-long"
PASSWORD_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
"""Quick to look at, unlike those that `passwords` makes."""
MISSION = Organisation("org0000000000001", "Mission locale du Rhône", ("8415",))
OTHER_ORG = Organisation("org0000000000002", "Cap emploi de l’Ain", ())
SITE = "http://testserver"


def account(name: str, org: Organisation, *roles: str) -> Account:
    """An account whose login is its name."""
    return Account(f"{name:0>16}"[:16], org, name, name.title(), frozenset(roles), PASSWORD_HASH)


ACCOUNTS = {
    "advisor": account("camille", MISSION, "advisor"),
    "colleague": account("dominique", MISSION, "advisor"),
    "stranger": account("andrea", OTHER_ORG, "advisor", "admin", "tester"),
    "editor": account("sacha", MISSION, "editor"),
    "tester": account("noa", MISSION, "tester"),
    "admin": account("maxime", MISSION, "admin"),
}
"""Of each kind of seat, one; "stranger" is of the other organisation."""


class Chair:
    """A browser at the console, with its cookies. Forms take the token of the page they are on."""

    def __init__(self, web: TestClient) -> None:
        self.web = web

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.web.get(path, headers=headers)

    def post(
        self, path: str, fields: dict[str, str | list[str]] | None = None, on: str = "/console"
    ) -> httpx.Response:
        """`on`: the page whose form is sent."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.web.get(on).text)
        token = found.group(1) if found else ""
        return self.web.post(path, data={"csrf": token, **(fields or {})})

    def enter(self, login: str, password: str = PASSWORD, to: str = "/console") -> httpx.Response:
        """A try at the login page; it leads to where one wanted to go."""
        fields: dict[str, str | list[str]] = {"login": login, "password": password, "vers": to}
        return self.post("/console/entrer", fields, on="/console/entrer")


@pytest.fixture(scope="module")
def bundled() -> Iterator[None]:
    """The bundled catalogue, without a database of its own."""
    known = read(ROOT / "data" / "catalogue")
    patch = pytest.MonkeyPatch()
    patch.setattr(wiring, "catalogue", lambda: known)
    yield
    patch.undo()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A migrated database with the accounts above, on SQLite and on PostgreSQL."""
    is_sqlite = request.param == "sqlite"
    opened = on_sqlite(tmp_path) if is_sqlite else ready(request.getfixturevalue("postgresql_url"))
    yield opened
    opened.dispose()


def on_sqlite(folder: Path) -> Engine:
    """For tests whose SQL is held against both databases elsewhere."""
    return ready(f"sqlite:///{folder / 'declic.db'}")


def ready(url: str) -> Engine:
    """A migrated database with the accounts above."""
    opened = connect(url)
    migrate.upgrade(opened)
    store = AccountStore(opened)
    for org in (MISSION, OTHER_ORG):
        store.add_organisation(org, now())
    for one in ACCOUNTS.values():
        store.add(one, now())
    return opened


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Files of its own: what another test has kept on disk is not there."""
    folders = {"DECLIC_VAR": tmp_path / "var", "DECLIC_STORIES": tmp_path / "stories"}
    return Settings.from_environment({name: str(folder) for name, folder in folders.items()})


@pytest.fixture
def web(engine: Engine, rasa: FakeRasa, settings: Settings) -> Iterator[TestClient]:
    """A browser that nobody has entered with; others come from `sit`."""
    limits = Limits(session=NO_LIMIT, address=NO_LIMIT, openings=NO_LIMIT, entries=NO_LIMIT)
    app = create_app(engine, RasaClient(rasa.url, SECRET, 2.0), limits, settings)
    with TestClient(app, base_url=SITE) as client:
        yield client


@pytest.fixture
def sit(web: TestClient) -> Callable[[str], Chair]:
    """A browser of its own for the account of a kind, which has entered."""

    def enter(kind: str) -> Chair:
        client = TestClient(web.app, base_url=SITE)
        # One event loop for all browsers: the connections to Rasa belong to it.
        client.portal = web.portal
        chair = Chair(client)
        answer = chair.enter(ACCOUNTS[kind].login)
        assert answer.url.path == "/console", answer.text
        return chair

    return enter


@pytest.fixture
def tester(sit: Callable[[str], Chair]) -> Chair:
    """At the bench."""
    return sit("tester")


@pytest.fixture
def desk(engine: Engine, settings: Settings) -> RunDesk:
    """The runs of this installation."""
    return RunDesk(engine, settings)


def read_text(answer: httpx.Response, status: int = 200) -> str:
    """A page as it reads, with single, plain blanks."""
    assert answer.status_code == status, answer.text
    return " ".join(unescape(answer.text).split())


@pytest.fixture
def person(web: TestClient) -> Person:
    """A candidate whose conversation has just opened."""
    return Person(web)


@pytest.fixture
def accompaniment(engine: Engine, person: Person) -> Accompaniment:
    """The advisor accompanies this candidate."""
    session = RightsStore(engine).session_of(token_hash(person.token))
    assert session
    own = ACCOUNTS["advisor"]
    made = Accompaniment(
        "a" * 16,
        session.conversation_id,
        own.advisor_id,
        own.org.org_id,
        OPEN,
        is_started=False,
        created_at=now(),
        opened_at=now(),
    )
    AccompanimentStore(engine).add(made)
    return made


@pytest.fixture
def ended(accompaniment: Accompaniment, engine: Engine) -> Accompaniment:
    """The same, ended."""
    AccompanimentStore(engine).end(accompaniment.accompaniment_id, now())
    return replace(accompaniment, state="ended")
