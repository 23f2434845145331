"""A sheet behind its ticket: three forms of one content, for a short while, and then nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import pypdfium2
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.sql.leftovers import Leftovers
from bot.adapters.sql.session_tables import sheets
from bot.channel import typeset
from bot.web import sheet_tickets
from bot.web.sheet_tickets import LIFE, LIFE_WHEN_SHARED
from bot.web.tokens import now, token_hash
from tests.fake_rasa import FakeRasa
from tests.integration.web.person import Person
from tests.sheets import HOSTILE, sheet_of, told, with_words


@pytest.fixture
def asks(rasa: FakeRasa, person: Person) -> Person:
    """A person whose next message is answered with a sheet."""
    answer_with(rasa, sheet_of("Nadia").as_dict())
    return person


def answer_with(rasa: FakeRasa, content: dict[str, Any]) -> None:
    # As the channel hands it over: lists, no tuples, French typography.
    written = typeset(json.loads(json.dumps(content)))
    message = {"type": "sheet", "title": "Ma fiche", "content": written}
    rasa.replies = lambda turn: [{"custom": message}]


def links(person: Person, command: str = "sheet") -> list[str]:
    """Where the links of the sheet asked for lead."""
    assert person.post(command=command).status_code == 200
    (message,) = person.last["messages"]
    assert (message["type"], message["title"]) == ("links", "Ma fiche")
    return [link["url"] for link in message["links"]]


def made_earlier(engine: Engine, age: timedelta) -> None:
    """All sheets as if they had been made so long ago."""
    at = now() - age
    with engine.begin() as connection:
        connection.execute(sa.update(sheets).values(made_at=at, expires_at=at + LIFE))


def rows(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(sheets)).scalar_one())


def test_the_menu_asks_for_the_sheet(asks: Person, rasa: FakeRasa) -> None:
    links(asks)
    assert rasa.said()[-1] == "/ask_sheet"


def test_the_three_forms_tell_the_same(asks: Person) -> None:
    page, pdf = links(asks)
    content = asks.web.get(f"{page}.json").json()
    html = asks.web.get(page)
    paper = asks.web.get(pdf)
    assert html.headers["content-type"].startswith("text/html")
    assert paper.headers["content-type"] == "application/pdf"
    text = "".join(pypdfium2.PdfDocument(paper.content)[0].get_textpage().get_text_range().split())
    words = Parts.of(html.text).text
    for job in content["jobs"]:
        assert job["title"] in words and "".join(job["title"].split()) in text
    assert content["back"]["code"] in words
    assert content["back"]["code"].replace("-", "") in text.replace("-", "")
    code = asks.web.post("/api/session/code", headers=asks.headers).json()
    assert (content["back"]["code"], content["back"]["url"]) == (code["code"], code["url"])
    assert content["kept"]["until"] == code["expires"]


def test_the_page_says_what_it_is_to_those_who_store_or_index(asks: Person) -> None:
    page, pdf = links(asks)
    for url in (page, pdf, f"{page}.json"):
        answer = asks.web.get(url)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in answer.headers
    assert 'filename="ma-fiche-declic.pdf"' in asks.web.get(pdf).headers["content-disposition"]


def test_each_time_the_sheet_has_other_addresses(asks: Person) -> None:
    assert set(links(asks)).isdisjoint(links(asks))


def test_the_ticket_is_not_stored_beside_the_sheet(asks: Person, engine: Engine) -> None:
    ticket = links(asks)[0].removeprefix("/fiche/")
    with engine.connect() as connection:
        row = connection.execute(sa.select(sheets)).one()
    assert ticket not in str(tuple(row))
    assert row.ticket_hash == token_hash(ticket)


@pytest.mark.parametrize("ticket", ["unknown", "x" * 500, "..%2f", "é", "a.b"])
def test_an_unknown_ticket_opens_nothing(asks: Person, ticket: str) -> None:
    links(asks)
    for end in ("", ".pdf", ".json"):
        answer = asks.web.get(f"/fiche/{ticket}{end}")
        assert answer.status_code == 404
        assert "Bourgoin" not in answer.text


def test_who_opens_a_sheet_that_ended_is_told_what_to_do(asks: Person, engine: Engine) -> None:
    page, pdf = links(asks)
    made_earlier(engine, LIFE - timedelta(minutes=1))
    assert asks.web.get(page).status_code == 200
    made_earlier(engine, LIFE)
    for url in (page, pdf):
        gone = asks.web.get(url)
        assert gone.status_code == 404
        assert "Cette fiche n’est plus là." in gone.text and 'href="/"' in gone.text
    assert asks.web.get(f"{page}.json").json()["error"] == "not_found"


def test_on_a_shared_computer_it_ends_sooner_and_has_no_code(asks: Person, engine: Engine) -> None:
    page, _ = links(asks)
    asks.web.patch("/api/session", json={"shared": True}, headers=asks.headers)
    shown = asks.web.get(f"{page}.json").json()
    assert shown["back"] is None and shown["kept"]["until"] is None
    assert "Pour revenir" not in asks.web.get(page).text
    made_earlier(engine, LIFE_WHEN_SHARED)
    assert asks.web.get(page).status_code == 404


def test_erasing_takes_the_sheets_along(asks: Person, engine: Engine) -> None:
    page, _ = links(asks)
    other = Person(asks.web)
    kept, _ = links(other)
    assert asks.erase().status_code == 204
    assert asks.web.get(page).status_code == 404
    assert asks.web.get(kept).status_code == 200
    assert rows(engine) == 1


def test_what_ended_is_forgotten(asks: Person, engine: Engine) -> None:
    links(asks)
    Leftovers(engine).delete_expired(now())
    assert rows(engine) == 1
    Leftovers(engine).delete_expired(now() + LIFE)
    assert rows(engine) == 0
    assert asks.read().status_code == 200


def test_a_sheet_stays_with_the_person_who_asked(asks: Person) -> None:
    """The copy that another person takes away tells nothing of it."""
    links(asks)
    stranger = Person(asks.web)
    assert (
        asks.web.get("/api/session/export", headers=stranger.headers).json()["fiches"] == []
    )  # fmt: skip
    own = asks.web.get("/api/session/export", headers=asks.headers).json()["fiches"]
    assert own[0]["fiche"]["title"] == "Ma fiche"


@pytest.mark.parametrize("hostile", HOSTILE[:3], ids=["typst", "html", "directions"])
def test_what_a_person_types_is_text_on_the_page(
    person: Person, rasa: FakeRasa, hostile: str
) -> None:
    answer_with(rasa, sheet_of("Nadia", profile=with_words(told("Nadia"), hostile)).as_dict())
    page, pdf = links(person)
    found = Parts.of(person.web.get(page).text)
    own = person.web.get(f"{page}.json").json()["said"][1]["words"][0]
    assert own in found.text
    assert found.scripts == ["/static/sheet.js"]
    assert not {"img", "label", "style"}.intersection(found.tags)
    assert not [name for name in found.attributes if name.startswith("on") or name == "style"]
    assert person.web.get(pdf).content.startswith(b"%PDF")


class Parts(HTMLParser):
    """What a browser would find in a page: words, tags, attributes, where scripts come from."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.scripts: list[str | None] = []

    @classmethod
    def of(cls, html: str) -> Parts:
        parts = cls()
        parts.feed(html)
        return parts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag == "script":
            self.scripts.append(dict(attrs).get("src"))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_message_without_content_is_left_out(person: Person, rasa: FakeRasa) -> None:
    rasa.replies = lambda turn: [{"custom": {"type": "sheet", "title": "Ma fiche"}}]
    person.post(command="sheet")
    assert person.last["messages"] == []


def test_a_page_that_cannot_be_stored_is_not_shown(web: TestClient, rasa: FakeRasa) -> None:
    """The sheet is written with its turn: the same message asked again gives the same links."""
    person = Person(web)
    answer_with(rasa, sheet_of("Nadia").as_dict())
    message_id = "00000000-0000-4000-8000-000000000001"
    first = person.post(message_id, command="sheet").json()
    again = person.post(message_id, command="sheet").json()
    assert first == again
    assert web.get(again["messages"][0]["links"][0]["url"]).status_code == 200


def test_tickets_cannot_be_guessed() -> None:
    message, kept = sheet_tickets.links_and_sheet(
        {"title": "Ma fiche", "content": {"is_easy": False}}
    )
    ticket = message["links"][0]["url"].removeprefix("/fiche/")
    assert len(ticket) == 32 and kept.ticket_hash == token_hash(ticket)
