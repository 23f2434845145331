"""Every route of the app, walked by everybody: who is let through, and what the others learn.

ROUTES says of each route whom it is for; one that it does not know fails. Whoever is refused is
told so in the same words whatever is behind, changes nothing in the database, and reads no word of
the conversation or of the other organisation. Routes of the console also say their roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.routing import Route
from starlette.testclient import TestClient

from bot import wiring
from bot.adapters.catalogue_files import read
from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.adapters.sql.console_tables import accompaniments, console_sessions
from bot.adapters.sql.engine import metadata
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.session_tables import tokens
from bot.services.understanding import Understanding
from bot.settings import ROOT
from bot.web.console.doors import ConsoleRoute
from bot.web.console.seats import ADMIN, ADVISOR, EDITOR, ROLES, TESTER
from bot.web.tokens import now, token_hash
from tests.integration.console.conftest import ACCOUNTS, MISSION, OTHER_ORG, SITE, on_sqlite
from tests.integration.web.person import Person

OWN = "/console/entretiens/{accompaniment_id}"
SAID = "je suis zythologue à Quincaillopolis"
"""Words that stand nowhere else."""
REFERENCE = "DOSSIER-SECRET-42"
DEVICE = "token-of-the-device-of-the-advisor"
KINDS = (*ACCOUNTS, "nobody", "candidate", "device")
"""Those who sit at the console ("advisor" accompanies the candidate), and three who do not."""


@dataclass(frozen=True)
class For:
    """Whom a route is for. who: everybody; holder, person: of a token of the conversation, of one
    of the person's own; ticket: of an address that only one has; roles, owner, organisation: a
    seat with a role, and to whom it belongs."""

    who: str
    roles: frozenset[str] = frozenset()


EVERYBODY, HOLDER, PERSON, TICKET = (
    For(who) for who in ("everybody", "holder", "person", "ticket")
)
STREAM = "/api/session/live"


def seats(*roles: str, of: str = "roles") -> For:
    return For(of, frozenset(roles))


ROUTES: Mapping[str, For] = {
    r"GET /": EVERYBODY,
    r"GET /(static|pictures)/.*": EVERYBODY,
    r"GET /(healthz|readyz|api/menu)": EVERYBODY,
    r"POST /api/(sessions|resume)": EVERYBODY,
    r"GET /api/session": HOLDER,
    r"POST /api/messages": HOLDER,
    r"(GET|POST) /api/session/live": HOLDER,
    r"(DELETE|PATCH) /api/session": PERSON,
    r"POST /api/session/(code|consent)": PERSON,
    r"GET /api/session/export": PERSON,
    r"GET /fiche/\{ticket\}(\.pdf|\.json|\.ics)?": TICKET,
    r"(GET|POST) /atelier/\{code\}": TICKET,
    r"GET /atelier": EVERYBODY,
    r"GET /essai": EVERYBODY,
    r"(GET|POST) /essai/\{code\}(/.*)?": TICKET,
    r"(GET|POST) /console/entrer": EVERYBODY,
    r"GET /console": seats(*ROLES),
    r"POST /console/sortir": seats(*ROLES),
    r"(GET|POST) /console/mot-de-passe": seats(*ROLES),
    r"GET /console/entretiens": seats(ADVISOR),
    r"POST /console/entretiens/(nouveau|rejoindre)": seats(ADVISOR),
    rf"(GET|POST) {re.escape(OWN)}(/.*|\..*)?": seats(ADVISOR, of="owner"),
    r"GET /console/suivi(\.csv)?": seats(ADVISOR),
    r"GET /console/territoire(/\{name\}\.csv)?": seats(ADVISOR, ADMIN),
    r"(GET|POST) /console/ateliers": seats(ADVISOR, ADMIN),
    r"(GET|POST) /console/ateliers/\{workshop_id\}(/.*)?": seats(ADVISOR, ADMIN, of="organisation"),
    r"(GET|POST) /console/offres(/.*)?": seats(EDITOR),
    r"(GET|POST) /console/banc/essais": seats(TESTER),
    r"(GET|POST) /console/banc/essais/\{trial_id\}(/.*|\..*)?": seats(TESTER, of="organisation"),
    r"GET /console/banc": seats(TESTER, ADMIN),
    r"(GET|POST) /console/banc/histoires(/.*)?": seats(TESTER),
    r"(GET|POST) /console/banc/passages(/.*)?": seats(TESTER),
    r"(GET|POST) /console/banc/scene(/.*)?": seats(TESTER),
    r"(GET|POST|PATCH|DELETE) /scene/\{key\}/\{path:path\}": TICKET,
    r"GET /console/banc/reactions": seats(TESTER),
    r"POST /console/banc/reactions/\{reaction_id:int\}": seats(TESTER),
    r"GET /console/banc/mallettes": seats(TESTER, ADMIN),
    r"(GET|POST) /console/banc/mallettes/.*": seats(ADMIN),
    r"GET /console/banc/comparer": seats(TESTER),
    r"(GET|POST) /console/banc/invariance(/.*)?": seats(TESTER),
    r"(GET|POST) /console/banc/surveillance(/.*)?": seats(TESTER),
    r"GET /console/organisation(/journal)?": seats(ADMIN),
    r"POST /console/organisation/(comptes|reference|bassins)": seats(ADMIN),
    r"POST /console/organisation/comptes/\{advisor_id\}/.*": seats(ADMIN, of="organisation"),
}


def for_whom(method: str, path: str) -> For:
    found = [one for pattern, one in ROUTES.items() if re.fullmatch(pattern, f"{method} {path}")]
    assert len(found) == 1, f"{method} {path}: say in ROUTES whom it is for"
    return found[0]


class House:
    """The app with a conversation that is accompanied, and a browser of each kind."""

    def __init__(self, web: TestClient, engine: Engine, sit: Any) -> None:
        self.web, self.engine, self._sit = web, engine, sit
        self.person = Person(web)
        self.person.say(SAID)
        session = RightsStore(engine).session_of(token_hash(self.person.token))
        assert session
        self.conversation_id = session.conversation_id
        answer = web.post("/api/session/code", headers=self.person.headers)
        self.code = str(answer.json()["code"])
        self._accompany()
        self.ids = {
            "accompaniment_id": "a" * 16,
            "advisor_id": ACCOUNTS["colleague"].advisor_id,
            "offer_id": "visale",
            "ticket": "t" * 32,
            "code": "XYZXYZ",
            "key": "f" * 32,
            "path": "api/menu",
            "reaction_id": "1",
            "name": "metiers",
            "deck_id": "none",
            "file": "none.svg",
            "workshop_id": self._workshop(),
            "trial_id": self._trial(),
            "place": "1",
            "idea_id": "1",
            "story_id": "declic/nadia",
            "draft_id": "0" * 16,
            "run_id": "0" * 16,
            "before": "0" * 16,
            "after": "0" * 16,
            "slug": "none",
            "ending": "json",
            "number": "0",
            "upload_id": "f" * 32,
            "pack_id": "bretagne",
        }

    def _accompany(self) -> None:
        own = ACCOUNTS["advisor"]
        of_it = ("a" * 16, self.conversation_id, own.advisor_id, own.org.org_id, OPEN)
        made = Accompaniment(*of_it, is_started=False, created_at=now(), opened_at=now())
        AccompanimentStore(self.engine).add(made)
        with self.engine.begin() as connection:
            connection.execute(sa.update(accompaniments).values(reference=REFERENCE))
            device = {"token_hash": token_hash(DEVICE), "created_at": now()}
            connection.execute(
                sa.insert(tokens).values(
                    conversation_id=self.conversation_id, accompaniment_id="a" * 16, **device
                )
            )

    def _workshop(self) -> str:
        """A workshop of the organisation of the owner."""
        chair = self._sit("advisor")
        day = now().date().isoformat()
        fields = {"name": "Atelier", "day": day, "tables": "2", "minutes": "90"}
        answer = chair.post("/console/ateliers", fields, on="/console/ateliers")
        found = re.fullmatch(r"/console/ateliers/(\w+)", answer.url.path)
        assert found, answer.text
        return found.group(1)

    def _trial(self) -> str:
        """A trial of the same organisation, open, with an idea."""
        chair, path = self._sit("tester"), "/console/banc/essais"
        fields = {"title": "Essai", "day": now().date().isoformat(), "places": "2"}
        made = chair.post(path, {**fields, "from": "declic/mobilite"}, on=path).url.path
        chair.post(f"{made}/ouvrir", on=made)
        chair.post(f"{made}/idees", {"title": "Une idée"}, on=f"{made}/idees")
        return str(made).rpartition("/")[2]

    @property
    def words(self) -> tuple[str, ...]:
        """Of the conversation: nobody else reads one of them."""
        return ("zythologue", "Quincaillopolis", REFERENCE, self.code, self.conversation_id)

    def address(self, path: str) -> str:
        filled = re.sub(r"\{(\w+)(?::\w+)?\}", lambda found: self.ids[found.group(1)], path)
        assert "{" not in filled, path
        return filled

    def guest(self, kind: str) -> Guest:
        if kind in ACCOUNTS:
            return Guest(self._sit(kind).web)
        client = TestClient(self.web.app, base_url=SITE)
        client.portal = self.web.portal
        bearer = {"candidate": self.person.token, "device": DEVICE}.get(kind)
        if bearer:
            client.headers["Authorization"] = f"Bearer {bearer}"
        return Guest(client)

    def kept(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything in the database, but for when a session was last seen."""
        with self.engine.connect() as connection:
            return {
                table.name: [
                    tuple(value for name, value in row._mapping.items() if name != "seen_at")
                    for row in connection.execute(sa.select(table).order_by(*table.primary_key))
                ]
                for table in metadata.sorted_tables
                if not table.name.startswith(("catalogue_", "official_"))
            }


class Guest:
    """A browser that asks for one route after the other, with the token of its own forms."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.client.follow_redirects = False
        page = client.get("/console").text
        found = re.search(r'name="csrf" value="([^"]+)"', page)
        self.form_token = found.group(1) if found else ""

    def ask(self, method: str, address: str) -> httpx.Response:
        if method == "GET":
            return self.client.get(address)
        if address.startswith(("/atelier", "/essai")):
            return self.client.post(address)
        if address.startswith("/console"):
            return self.client.post(address, data={"csrf": self.form_token})
        return self.client.request(method, address, json={})


def routes(web: TestClient) -> list[tuple[str, str, Route]]:
    """Method, path and route of all that the app answers to."""
    app: Any = web.app
    assert all(isinstance(route, Route) for route in app.routes), "a mount hides routes"
    return [
        (method, route.path, route)
        for route in app.routes
        for method in sorted((route.methods or set()) - {"HEAD"})
    ]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = on_sqlite(tmp_path)
    yield opened
    opened.dispose()


@pytest.fixture(scope="module", autouse=True)
def bundled() -> Iterator[None]:
    """The bundled catalogue, without a database of its own."""
    understanding = Understanding.of(read(ROOT / "data" / "catalogue"))
    patch = pytest.MonkeyPatch()
    patch.setattr(wiring, "understanding", lambda: understanding)
    patch.setattr(wiring, "catalogue", lambda: understanding.catalogue)
    yield
    patch.undo()


@pytest.fixture
def house(web: TestClient, engine: Engine, sit: Any) -> House:
    return House(web, engine, sit)


def is_let_through(kind: str, wanted: For) -> bool:
    if wanted.who == "everybody":
        return True
    if wanted.who in ("holder", "person"):
        return kind == "candidate" or (kind == "device" and wanted.who == "holder")
    if wanted.who == "ticket" or kind not in ACCOUNTS:
        return False
    account = ACCOUNTS[kind]
    if not account.roles & wanted.roles:
        return False
    if wanted.who == "owner":
        return kind == "advisor"
    return wanted.who != "organisation" or account.org == MISSION


def refusals(kind: str, wanted: For) -> tuple[int, ...]:
    """The statuses with which somebody is refused."""
    if wanted.who in ("holder", "person"):
        return (403,) if kind == "device" else (401,)
    if wanted.who == "ticket":
        # So many wrong codes, one after the other, are a guesser's.
        return (404, 429)
    if kind not in ACCOUNTS:
        return (303,)
    return (404,) if ACCOUNTS[kind].roles & wanted.roles else (403,)


def others_words(kind: str) -> tuple[str, ...]:
    """Of the organisation that is not theirs; of both for who sits nowhere."""
    words = {
        org: (org.name, *(one.login for one in ACCOUNTS.values() if one.org == org))
        for org in (MISSION, OTHER_ORG)
    }
    own = ACCOUNTS[kind].org if kind in ACCOUNTS else None
    return tuple(word for org, some in words.items() if org != own for word in some)


def leaked(answer: httpx.Response, words: tuple[str, ...]) -> list[str]:
    told = f"{answer.text} {answer.headers}"
    return [word for word in words if re.search(rf"\b{re.escape(word)}\b", told, re.IGNORECASE)]


def test_every_route_says_whom_it_is_for_and_its_door_says_the_same(web: TestClient) -> None:
    for method, path, route in routes(web):
        wanted = for_whom(method, path)
        if path.startswith("/console"):
            assert isinstance(route, ConsoleRoute), f"{path} has no door"
            assert route.roles == wanted.roles, f"{method} {path}"
        else:
            assert not isinstance(route, ConsoleRoute)
    there = [f"{method} {path}" for method, path, _ in routes(web)]
    unused = [one for one in ROUTES if not any(re.fullmatch(one, asked) for asked in there)]
    assert unused == []


@pytest.mark.parametrize("kind", KINDS)
def test_who_is_refused_learns_nothing_and_changes_nothing(house: House, kind: str) -> None:
    guest, before = house.guest(kind), house.kept()
    for method, path, _ in routes(house.web):
        wanted = for_whom(method, path)
        if is_let_through(kind, wanted):
            continue
        answer = guest.ask(method, house.address(path))
        asked = f"{kind}: {method} {path}"
        assert answer.status_code in refusals(kind, wanted), f"{asked} {answer.status_code}"
        assert leaked(answer, house.words) == [], asked
        assert leaked(answer, others_words(kind)) == [], asked
        if answer.status_code == 303:
            assert answer.headers["location"].startswith("/console/entrer"), asked
    after = house.kept()
    assert {name for name in before if before[name] != after[name]} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_who_is_let_through_reads_of_others_nothing(house: House, kind: str) -> None:
    """Each route in turn, those that change something last; empty forms are answered kindly."""
    guest = house.guest(kind)
    words = () if kind in ("candidate", "device", "advisor") else house.words
    open_to = [one for one in routes(house.web) if is_let_through(kind, for_whom(*one[:2]))]
    for method, path, _ in sorted(open_to, key=ends_all):
        if method == "GET" and path == STREAM:
            continue
        answer = guest.ask(method, house.address(path))
        asked = f"{kind}: {method} {path} {answer.status_code}"
        assert answer.status_code < 500, f"{asked} {answer.text[:400]}"
        is_own_login = path == "/console/entrer" and method == "POST"
        assert answer.status_code not in (401, 403) or is_own_login, asked
        assert leaked(answer, words) == [], asked
        assert leaked(answer, others_words(kind)) == [] or not path.startswith("/console"), asked


def ends_all(asked: tuple[str, str, Route]) -> int:
    """What ends a conversation or a session comes after all else."""
    method, path, _ = asked
    last = ("/console/mot-de-passe", "/console/sortir")
    is_last = method == "DELETE" or path in last or path.endswith(("/terminer", "/fermer"))
    return 0 if method == "GET" else 1 + is_last + last.count(path)


def test_what_does_not_exist_looks_as_what_is_anothers(house: House) -> None:
    """Nobody can find out which ids there are."""
    stranger = house.guest("stranger")
    for method, path, _ in routes(house.web):
        wanted = for_whom(method, path)
        if wanted.who not in ("owner", "organisation"):
            continue
        if not ACCOUNTS["stranger"].roles & wanted.roles:
            continue
        there = stranger.ask(method, house.address(path))
        absent = stranger.ask(method, re.sub(r"\{\w+\}", "f" * 16, path))
        shown = [re.sub(r'value="[^"]*"', "", one.text) for one in (there, absent)]
        assert (there.status_code, shown[0]) == (absent.status_code, shown[1]), path


@pytest.mark.parametrize("kind", ["advisor", "editor", "admin"])
def test_no_form_of_another_page_does_anything(house: House, kind: str) -> None:
    """Without a token, with a wrong one, with that of another session, from another site."""
    guest, other, before = house.guest(kind), house.guest("colleague"), house.kept()
    for method, path, route in routes(house.web):
        roles = getattr(route, "roles", frozenset())
        if method != "POST" or not ACCOUNTS[kind].roles & roles:
            continue
        address = house.address(path)
        for token in ("", "0" * 64, other.form_token):
            answer = guest.client.post(address, data={"csrf": token})
            assert answer.status_code in (403, 404), f"{path} {answer.status_code}"
        for headers in (
            {"Origin": "https://ailleurs.fr"},
            {"Origin": "null"},
            {"Origin": SITE, "Sec-Fetch-Site": "cross-site", "Host": "autre"},
        ):
            answer = guest.client.post(address, data={"csrf": guest.form_token}, headers=headers)
            known = headers["Origin"] == SITE and "Host" not in headers
            assert answer.status_code == 403 or known, f"{path} {headers}"
        answer = guest.client.post(address, json={"csrf": guest.form_token})
        assert answer.status_code == 415, path
        assert guest.client.get(address).status_code in (404, 405) or is_page_too(house, path)
    after = house.kept()
    assert {name for name in before if before[name] != after[name]} <= {"console_audit"}


def is_page_too(house: House, path: str) -> bool:
    """Whether a form is sent to the address of its own page, or to what reads as an id."""
    return any(
        method == "GET" and re.fullmatch(re.sub(r"\{\w+\}", r"[^/]+", known), house.address(path))
        for method, known, _ in routes(house.web)
    )


HOSTILE = (
    "{{1337*1337}}",
    "{{ config }}{{ self.__init__.__globals__ }}",
    "{% for x in [1] %}seven{% endfor %}",
    "${1337*1337}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "'; DROP TABLE advisors; --",
)


@pytest.mark.parametrize("kind", ["advisor", "editor", "admin", "tester"])
def test_what_is_typed_in_any_field_is_text(house: House, kind: str) -> None:
    """Every field of every form of every page, and every query, with what templates, pages and
    databases would take for their own."""
    guest = house.guest(kind)
    mine = [one for one in routes(house.web) if is_let_through(kind, for_whom(*one[:2]))]
    pages = [
        path
        for method, path, _ in mine
        if method == "GET" and path.startswith("/console") and not path.endswith(".pdf")
    ]
    for path in pages:
        address = house.address(path)
        for hostile in HOSTILE:
            query = {"dit": hostile, "vers": hostile, "code": hostile, "mots": hostile}
            as_text(guest.client.get(address, params=query), path)
        for action, fields in forms_of(guest.client.get(address)):
            if action in ("/console/sortir", "/console/mot-de-passe"):
                continue
            for hostile in HOSTILE[:6:2]:
                typed = {name: hostile for name in fields if name != "csrf"}
                as_text(guest.client.post(action, data={**typed, "csrf": fields["csrf"]}), action)
    assert sa.inspect(house.engine).has_table("advisors")


def forms_of(page: httpx.Response) -> list[tuple[str, dict[str, str]]]:
    """Where each form of a page is sent, and its fields, those of one page at most once."""
    found = {}
    for action, inside in re.findall(
        r'<form[^>]*method="post"[^>]*action="([^"]+)"[^>]*>(.*?)</form>', page.text, re.DOTALL
    ):
        names = re.findall(r'name="([^"]+)"', inside)
        token = re.search(r'name="csrf" value="([^"]+)"', inside)
        if token:
            found[action] = {**dict.fromkeys(names, ""), "csrf": token.group(1)}
    return list(found.items())


def as_text(answer: httpx.Response, path: str) -> None:
    assert answer.status_code < 500, f"{path} {answer.text[:300]}"
    assert answer.headers["x-content-type-options"] == "nosniff", path
    assert not answer.headers.get("location", "").lower().startswith(("javascript", "http"))
    if not answer.headers.get("content-type", "").startswith("text/html"):
        return
    assert "<script>alert" not in answer.text and "onerror=alert(1)>" not in answer.text, path
    assert str(1337 * 1337) not in answer.text, f"{path}: a sum was worked out"
    assert "seven{%" in answer.text or ">seven<" not in answer.text, path
    assert 'href="javascript:' not in answer.text, path


@pytest.mark.parametrize("kind", ["nobody", "advisor", "editor", "admin"])
def test_no_answer_of_the_console_is_kept_framed_or_guessed(house: House, kind: str) -> None:
    guest = house.guest(kind)
    for method, path, _ in routes(house.web):
        if method != "GET" or not path.startswith("/console"):
            continue
        answer = guest.ask(method, house.address(path))
        headers = answer.headers
        assert headers["cache-control"] == "no-store", path
        if answer.status_code == 200 or headers.get("content-type", "").startswith("text/html"):
            assert "frame-ancestors 'none'" in headers["content-security-policy"], path
            assert "form-action 'self'" in headers["content-security-policy"], path
        assert "unsafe" not in headers["content-security-policy"], path
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "no-referrer", path
        for cookie in headers.get_list("set-cookie"):
            assert "httponly" in cookie.lower() and "samesite=lax" in cookie.lower(), cookie


def test_a_session_of_the_console_opens_no_conversation_of_the_chat(house: House) -> None:
    """Nor does the token of a person open the console."""
    for kind in ("advisor", "admin"):
        guest = house.guest(kind)
        assert guest.client.get("/api/session").status_code == 401
    cookie = {"declic_console": house.person.token}
    client = TestClient(house.web.app, base_url=SITE, cookies=cookie, follow_redirects=False)
    client.portal = house.web.portal
    assert client.get("/console").status_code == 303


def test_a_session_that_ended_opens_no_route(house: House) -> None:
    guest = house.guest("advisor")
    with house.engine.begin() as connection:
        connection.execute(sa.delete(console_sessions))
    for method, path, route in routes(house.web):
        if getattr(route, "roles", None):
            answer = guest.ask(method, house.address(path))
            assert answer.status_code == 303, path
            assert leaked(answer, house.words) == []
