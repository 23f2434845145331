"""A conversation is copied only when the person says yes, and nothing personal is written down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot import wiring
from bot.adapters.catalogue_files import read
from bot.adapters.sql.console_tables import advisors
from bot.adapters.sql.recording_requests import recording_requests
from bot.replay.recording.desk import RecordingDesk
from bot.replay.recording.draft import READY, WAITING, Draft, Proposal
from bot.replay.recording.rehearsals import Rehearsals
from bot.replay.shelf import Shelf
from bot.services.understanding import Understanding
from bot.settings import ROOT, Settings
from bot.web.live import REQUEST_LIFE
from bot.web.tokens import now
from tests.fake_rasa import FakeRasa
from tests.integration.console.conftest import ACCOUNTS, Chair, on_sqlite
from tests.integration.web.person import Person

PATH = "/console/banc/histoires/enregistrer"
SAID = "je m'appelle Nadia Benali, 06 12 34 56 78"
TRACES = ("Nadia", "Benali", "06 12 34 56 78", "Ruy")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = on_sqlite(tmp_path)
    yield opened
    opened.dispose()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.from_environment({"DECLIC_VAR": str(tmp_path / "var")})


@pytest.fixture(scope="module", autouse=True)
def bundled() -> Iterator[None]:
    """The bundled catalogue; rehearsals, which need Rasa, are not what is tested here."""
    understanding = Understanding.of(read(ROOT / "data" / "catalogue"))
    patch = pytest.MonkeyPatch()
    patch.setattr(wiring, "understanding", lambda: understanding)
    patch.setattr(wiring, "catalogue", lambda: understanding.catalogue)
    patch.setattr(Rehearsals, "add", lambda self, draft_id: None)
    yield
    patch.undo()


@pytest.fixture
def desk(settings: Settings) -> RecordingDesk:
    return RecordingDesk.of(settings)


@pytest.fixture
def person(web: TestClient, rasa: FakeRasa) -> Person:
    """Somebody who lives in Ruy-Montceau and has said so, with their name."""
    events = [{"event": "slot", "name": "requested_slot", "value": "past_job"}]
    events += [{"event": "user", "text": SAID}, {"event": "user", "text": "à Ruy-Montceau"}]
    rasa.recalled = {"slots": {"commune": "38348"}, "events": events}
    one = Person(web)
    one.say(SAID)
    one.say("à Ruy-Montceau")
    return one


def code_of(person: Person) -> str:
    answer = person.web.post("/api/session/code", headers=person.headers)
    return str(answer.json()["code"])


def request_of(engine: Engine) -> str | None:
    with engine.connect() as connection:
        query = sa.select(recording_requests.c.request_id)
        found: str | None = connection.execute(query).scalar_one_or_none()
        return found


def answer(person: Person, request_id: str | None, is_yes: bool) -> httpx.Response:
    act = {"record": {"id": request_id, "yes": is_yes}}
    return person.web.post("/api/session/live", json=act, headers=person.headers)


def told(answer: httpx.Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def written(settings: Settings) -> str:
    """All that stands in files of this installation."""
    files = [path for path in settings.var.rglob("*") if path.is_file()]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_a_yes_makes_a_copy_at_once_without_anything_personal(
    tester: Chair, person: Person, engine: Engine, desk: RecordingDesk, settings: Settings
) -> None:
    asked = tester.post(PATH, {"code": code_of(person)}, on=PATH)
    assert "La demande est sur l’écran de la personne" in told(asked)
    assert "Une personne n’a pas encore répondu" in told(asked)
    assert person.read().json()["live"] is True
    assert answer(person, request_of(engine), True).status_code == 204
    (draft,) = desk.of_owner(ACCOUNTS["tester"].advisor_id)
    assert [step.saying for step in draft.steps] == [
        "je m'appelle Camille, 01 99 00 12 34",
        "à Bourgoin-Jallieu",
    ]
    assert draft.steps[0].question == "past_job"
    assert not [trace for trace in TRACES if trace in written(settings)]
    # The request is over, and with it all that it could reach.
    assert request_of(engine) is None
    person.say("la suite ne regarde personne")
    assert "la suite" not in written(settings)


@pytest.mark.parametrize("reason", ["too late", "who asked may come in no more"])
def test_a_yes_to_a_request_that_is_over_copies_nothing(
    reason: str, tester: Chair, person: Person, engine: Engine, desk: RecordingDesk
) -> None:
    tester.post(PATH, {"code": code_of(person)}, on=PATH)
    request_id = request_of(engine)
    with engine.begin() as connection:
        if reason == "too late":
            asked = {"created_at": now() - REQUEST_LIFE}
            connection.execute(sa.update(recording_requests).values(asked))
        else:
            connection.execute(sa.update(advisors).values(disabled_at=now()))
    assert answer(person, request_id, True).status_code == 409
    assert desk.of_owner(ACCOUNTS["tester"].advisor_id) == []


def test_a_no_keeps_nothing(
    tester: Chair, person: Person, engine: Engine, desk: RecordingDesk
) -> None:
    tester.post(PATH, {"code": code_of(person)}, on=PATH)
    assert answer(person, request_of(engine), False).status_code == 204
    assert request_of(engine) is None
    assert desk.of_owner(ACCOUNTS["tester"].advisor_id) == []


def test_only_the_person_answers_and_only_what_was_asked_of_them(
    tester: Chair, person: Person, engine: Engine, desk: RecordingDesk, web: TestClient
) -> None:
    tester.post(PATH, {"code": code_of(person)}, on=PATH)
    stranger = Person(web)
    assert answer(stranger, request_of(engine), True).status_code == 409
    assert answer(person, "0" * 16, True).status_code == 409
    assert desk.of_owner(ACCOUNTS["tester"].advisor_id) == []
    assert request_of(engine) is not None


def test_an_erased_conversation_takes_the_request_with_it(
    tester: Chair, person: Person, engine: Engine
) -> None:
    tester.post(PATH, {"code": code_of(person)}, on=PATH)
    assert person.erase().status_code == 204
    assert request_of(engine) is None


def test_while_rasa_is_away_nothing_is_lost_and_the_person_may_say_yes_again(
    tester: Chair, person: Person, engine: Engine, rasa: FakeRasa, desk: RecordingDesk
) -> None:
    tester.post(PATH, {"code": code_of(person)}, on=PATH)
    request_id = request_of(engine)
    rasa.unavailable = True
    assert answer(person, request_id, True).status_code == 503
    rasa.unavailable = False
    assert answer(person, request_id, True).status_code == 204
    assert len(desk.of_owner(ACCOUNTS["tester"].advisor_id)) == 1


def test_a_wrong_code_is_told_and_asks_nobody(tester: Chair, engine: Engine) -> None:
    refused = tester.post(PATH, {"code": "ABCD-EFGH"}, on=PATH)
    assert refused.status_code >= 400 and 'value="ABCD-EFGH"' in refused.text
    assert request_of(engine) is None


def test_the_person_reads_who_asks_for_what(tester: Chair, person: Person, engine: Engine) -> None:
    from bot.services.recording import notice

    read = notice("Noa", "Mission locale du Rhône")
    assert "Noa" in read["text"] and "Mission locale du Rhône" in read["text"]
    assert "copie" in read["title"] and "Vous pouvez dire non" in read["easy"]


@pytest.fixture
def draft(tester: Chair, person: Person, engine: Engine, desk: RecordingDesk) -> Draft:
    """A copy that was rehearsed, with two checks."""
    tester.post(PATH, {"code": code_of(person)}, on=PATH)
    answer(person, request_of(engine), True)
    (made,) = desk.of_owner(ACCOUNTS["tester"].advisor_id)
    checks = (
        Proposal("Retenu", {"commune": "38053"}, is_ticked=True),
        Proposal("Déclic", "Quels métiers", is_ticked=False),
    )
    steps = (made.steps[0], replace(made.steps[1], proposals=checks))
    ready = replace(made, steps=steps, state=READY)
    desk.keep(ready)
    return ready


def fields(draft: Draft, **changed: str) -> dict[str, str | list[str]]:
    typed = {f"mots-{place}": str(step.saying) for place, step in enumerate(draft.steps)}
    return {**typed, "titre": draft.title, "nom": draft.name, "faire": "garder", **changed}


def test_a_draft_shows_what_was_replaced_and_what_it_may_check(tester: Chair, draft: Draft) -> None:
    page = tester.get(f"{PATH}/{draft.draft_id}")
    assert "Prénom ou nom : 1 fois, par « Camille »" in told(page)
    assert "Commune : 1 fois, par « Bourgoin-Jallieu »" in told(page)
    assert re.search(r'value="1 0" checked', page.text)
    assert re.search(r'value="1 1"(?! checked)', page.text)
    assert not [trace for trace in TRACES if trace in page.text]


def test_the_ticked_checks_become_the_story_and_the_draft_is_gone(
    tester: Chair, draft: Draft, settings: Settings, desk: RecordingDesk
) -> None:
    address = f"{PATH}/{draft.draft_id}"
    kept = tester.post(address, fields(draft, verifier="1 0", titre="Une dame"), on=address)
    assert "L’histoire est gardée." in told(kept)
    (story,) = (one for one in Shelf.of(settings).all() if one.is_own)
    text = Shelf.of(settings).read(story)
    assert "histoire: Une dame" in text and "auteur: Noa" in text
    assert "Retenu: {commune: '38053'}" in text and "Quels métiers" not in text
    assert desk.of_owner(ACCOUNTS["tester"].advisor_id) == []


def test_other_words_are_rehearsed_before_they_are_kept(
    tester: Chair, draft: Draft, desk: RecordingDesk
) -> None:
    address = f"{PATH}/{draft.draft_id}"
    tester.post(address, fields(draft, **{"mots-0": "bonjour"}), on=address)
    again = desk.find(draft.draft_id)
    assert again and again.state == "waiting" and again.steps[0].saying == "bonjour"
    assert again.steps[1].proposals == ()


def test_another_commune_is_named_all_along(
    tester: Chair, draft: Draft, desk: RecordingDesk
) -> None:
    address = f"{PATH}/{draft.draft_id}"
    unknown = tester.post(address, fields(draft, commune="Quincaillopolis"), on=address)
    assert unknown.status_code == 422 and "n’est pas connue" in told(unknown)
    tester.post(address, fields(draft, commune="Privas"), on=address)
    again = desk.find(draft.draft_id)
    assert again and again.steps[1].saying == "à Privas" and again.commune == "07186"


def test_a_draft_is_thrown_away_whole_once_it_was_asked(
    tester: Chair, draft: Draft, settings: Settings
) -> None:
    address = f"{PATH}/{draft.draft_id}"
    for answer in (tester.get(f"{address}/jeter"), tester.post(f"{address}/jeter", on=address)):
        assert f"Ses {len(draft.steps)} étapes disparaissent" in told(answer)
        assert f'href="{address}"' in answer.text, "one may still keep it"
    tester.post(f"{address}/jeter", {"oui": "1"}, on=address)
    assert tester.get(address).status_code == 404
    assert "Camille" not in written(settings)


def test_a_draft_left_waiting_by_a_web_app_that_was_stopped_is_rehearsed(
    draft: Draft, desk: RecordingDesk, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its page has nothing to press as long as it waits."""
    desk.keep(replace(draft, draft_id="f" * 16, state=WAITING))
    taken: list[str] = []
    monkeypatch.setattr(Rehearsals, "add", lambda self, draft_id: taken.append(draft_id))
    Rehearsals(desk, settings).resume()
    assert taken == ["f" * 16]


@pytest.mark.parametrize("draft_id", ["../secret", "0" * 16, "%2e%2e", "g" * 16])
def test_no_address_leads_to_another_folder(tester: Chair, draft_id: str) -> None:
    assert tester.get(f"{PATH}/{draft_id}").status_code == 404


def test_a_draft_is_for_its_owner_alone(draft: Draft, desk: RecordingDesk) -> None:
    assert desk.find(draft.draft_id, ACCOUNTS["admin"].advisor_id) is None
    assert desk.find(draft.draft_id, ACCOUNTS["tester"].advisor_id) == draft


@pytest.mark.parametrize("fields", [{"scene": "0" * 32}, {"essai": "x", "participant": "1"}])
def test_what_is_not_ones_own_is_not_recorded(tester: Chair, fields: dict[str, str]) -> None:
    sent: dict[str, str | list[str]] = {**fields}
    assert tester.post(PATH, sent, on=PATH).status_code == 404
