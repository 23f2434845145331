"""Two screens, one conversation: what each is told, and what each may do."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.sql.accompaniments import AccompanimentStore
from bot.adapters.sql.account_desk import AccountDesk
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.console_tables import accompaniments, advisors, console_audit
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.session_tables import sessions, tokens
from bot.services import accompanying
from bot.web import event_stream, live
from bot.web.errors import ApiError
from bot.web.metrics import Metrics
from bot.web.tokens import now
from tests.fake_rasa import FakeRasa
from tests.integration.web.companions import Advisor, act, code_of, on_another_device, reply
from tests.integration.web.person import Person
from tests.integration.web.screens import following

YES = {"id": "a" * 16, "yes": True}
BEGIN = '/answer{"question": "consent", "value": "yes"}'


@pytest.fixture
def person(device: Person) -> Person:
    return device


def test_a_second_device_is_told_of_a_message_before_its_answer(
    person: Person, rasa: FakeRasa, url: str
) -> None:
    other = on_another_device(person)
    with following(url, other.token) as screen:
        assert screen.state(lambda told: told["last_turn"] == 1)["pending"] is None
        rasa.held = True
        sending = threading.Thread(target=person.say, args=("Bourgoin",))
        sending.start()
        told = screen.state(lambda told: told["pending"])
        assert told["pending"] == {"you": "Bourgoin", "author": None}
        assert told["last_turn"] == 1
        rasa.held = False
        sending.join()
        assert screen.state(lambda told: told["last_turn"] == 2)["pending"] is None


def test_a_screen_of_another_process_is_told_too(person: Person, start_web: Any) -> None:
    with following(start_web(), person.token) as screen:
        person.say("Bourgoin")
        assert screen.state(lambda told: told["last_turn"] == 2)["pending"] is None


def test_a_message_that_rasa_did_not_take_is_not_pending_any_more(
    person: Person, rasa: FakeRasa, url: str
) -> None:
    with following(url, person.token) as screen:
        rasa.unavailable = rasa.held = True
        sending = threading.Thread(target=person.say, args=("Bourgoin",))
        sending.start()
        screen.state(lambda told: told["pending"])
        rasa.held = False
        sending.join()
        assert screen.state(lambda told: not told["pending"])["last_turn"] == 1


def test_the_session_says_whether_there_is_another_screen(person: Person) -> None:
    alone = person.read().json()
    assert (alone["live"], alone["seat"], alone["advisor"]) == (False, "person", None)
    on_another_device(person)
    assert person.read().json()["live"] is True


def test_the_person_is_asked_on_their_own_screen(
    person: Person, advisor: Advisor, url: str
) -> None:
    with following(url, person.token) as screen:
        asked = advisor.ask(code_of(person))
        told = screen.state(lambda told: told["advisor"])["advisor"]
        assert (told["name"], told["org"]) == ("Claude Martin", advisor.account.org.name)
        assert (told["state"], told["agreed"]) == ("requested", False)
        assert told["notice"]["version"] == accompanying.VERSION
        for words in (told["notice"]["text"], told["notice"]["easy"]):
            assert "Claude Martin" in words and "à tout moment" in words
        advisor.sit(asked)
        assert advisor.read().status_code == 401
        assert reply(person, True).status_code == 204
        assert advisor.read().json()["seat"] == "advisor"
        told = screen.state(lambda told: told["advisor"]["state"] == "open")["advisor"]
        assert told["agreed"] and told["notice"] is None


def test_who_is_refused_reaches_nothing(person: Person, advisor: Advisor, url: str) -> None:
    asked = advisor.ask(code_of(person))
    with following(url, person.token) as screen:
        assert reply(person, False).status_code == 204
        screen.state(lambda told: told["advisor"] is None)
    advisor.sit(asked)
    assert advisor.read().status_code == 401


def test_a_request_waits_a_quarter_of_an_hour(
    person: Person, advisor: Advisor, engine: Engine
) -> None:
    asked = advisor.ask(code_of(person))
    with engine.begin() as connection:
        earlier = now() - timedelta(minutes=16)
        connection.execute(sa.update(accompaniments).values(created_at=earlier))
    assert person.read().json()["advisor"] is None
    yes = {"id": asked.accompaniment_id, "yes": True}
    assert act(person, agree=yes).json()["error"] == "no_advisor"


@pytest.mark.parametrize("command", ["restart", "easy", "feedback"])
def test_what_is_the_persons_own_is_not_said_for_them(
    person: Person, advisor: Advisor, command: str
) -> None:
    advisor.join(person)
    assert advisor.post(command=command).json()["error"] == "person_only"
    assert advisor.post(command="help").status_code == 200


def test_an_advisor_keeps_nobody_at_a_shared_computer(
    person: Person, advisor: Advisor, engine: Engine
) -> None:
    advisor.join(person)
    headers = {"Authorization": f"Bearer {person.token}"}
    person.web.patch("/api/session", json={"shared": True}, headers=headers)
    earlier = now() - timedelta(minutes=29)
    with engine.begin() as connection:
        connection.execute(sa.update(sessions).values(seen_at=earlier))
    assert advisor.read().status_code == 200
    with engine.connect() as connection:
        assert connection.execute(sa.select(sessions.c.seen_at)).scalar_one() == earlier
    assert person.read().status_code == 200
    with engine.connect() as connection:
        assert connection.execute(sa.select(sessions.c.seen_at)).scalar_one() > earlier


def test_yes_is_said_to_whom_one_read_of(person: Person, advisor: Advisor) -> None:
    asked = advisor.ask(code_of(person))
    answer = act(person, agree={"id": "f" * 16, "yes": True})
    assert (answer.status_code, answer.json()["error"]) == (409, "no_advisor")
    advisor.sit(asked)
    assert advisor.read().status_code == 401


def test_who_began_the_conversation_is_shown_at_the_join(
    advisor: Advisor, url: str, engine: Engine
) -> None:
    begun = advisor.start()
    advisor.last = advisor.read().json()["turns"][-1]
    assert advisor.press("C’est parti").status_code == 200
    with httpx.Client(base_url=url, trust_env=False) as web:
        person = object.__new__(Person)
        person.web, person.last = web, {}  # type: ignore[assignment]
        code = advisor.code(begun)
        person.token = web.post("/api/resume", json={"code": code}).json()["token"]
        about = person.read().json()
        assert about["live"] and about["advisor"]["state"] == "open"
        assert "Claude Martin" in about["advisor"]["notice"]["text"]
        assert reply(person, True).status_code == 204
        assert person.read().json()["advisor"]["agreed"] is True
    kept = RightsStore(engine).everything(begun.conversation_id)
    assert kept["accompagnements"][0]["texte de l’accord du"] == accompanying.VERSION
    assert kept["accords"][0]["accepté le"] is None, "an advisor agrees to nothing for a person"


def test_what_the_advisor_says_is_marked_everywhere(
    person: Person, advisor: Advisor, rasa: FakeRasa, url: str
) -> None:
    person.press("C’est parti")
    advisor.join(person)
    with following(url, person.token) as screen:
        rasa.held = True
        sending = threading.Thread(target=advisor.say, args=("Bourgoin",))
        sending.start()
        told = screen.state(lambda told: told["pending"])
        assert told["pending"] == {"you": "Bourgoin", "author": "advisor"}
        rasa.held = False
        sending.join()
    turns = person.read().json()["turns"]
    assert [turn["author"] for turn in turns] == [None, None, "advisor"]
    assert [turn["author"] for turn in rasa.handled] == [None, None, "advisor"]
    exported = person.web.get("/api/session/export", headers=person.headers).json()
    (kept,) = exported["accompagnements"]
    assert (kept["par"], kept["organisme"]) == ("Claude Martin", advisor.account.org.name)
    assert [turn["dit par"] for turn in exported["échanges"]] == [
        "Déclic",
        "vous",
        "accompagnement",
    ]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        pytest.param("GET", "/export", None, id="export"),
        pytest.param("POST", "/code", None, id="code"),
        pytest.param("PATCH", "", {"shared": True}, id="share"),
        pytest.param("POST", "/consent", {"version": "2026-11-22"}, id="consent"),
        pytest.param("DELETE", "", None, id="erase"),
        pytest.param("POST", "/live", {"agree": YES}, id="agree for the person"),
        pytest.param(
            "POST", "/live", {"answer_proposal": {"id": "a", "yes": True}}, id="answer a proposal"
        ),
    ],
)
def test_an_advisor_may_not(
    person: Person, advisor: Advisor, method: str, path: str, body: Any
) -> None:
    advisor.join(person)
    answer = advisor.web.request(method, f"/api/session{path}", json=body, headers=advisor.headers)
    assert (answer.status_code, answer.json()["error"]) == (403, "person_only")
    assert person.read().status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"asked": "Qu’aimez-vous ?"}, id="ask"),
        pytest.param({"propose": {"text": "Bourgoin"}}, id="propose"),
        pytest.param({"hand_back": True}, id="hand back"),
    ],
)
def test_a_person_may_not(person: Person, advisor: Advisor, body: Any) -> None:
    advisor.join(person)
    answer = act(person, **body)
    assert (answer.status_code, answer.json()["error"]) == (403, "advisor_only")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"paused": True}, id="pause"),
        pytest.param({"end": True}, id="end"),
        pytest.param({"agree": YES}, id="agree"),
    ],
)
def test_without_an_advisor_there_is_nothing_to(person: Person, body: Any) -> None:
    answer = act(person, **body)
    assert (answer.status_code, answer.json()["error"]) == (409, "no_advisor")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"typing": True, "paused": True}, id="two at once"),
        pytest.param({"typing": "yes"}, id="no boolean"),
        pytest.param({"dance": True}, id="unknown"),
        pytest.param([], id="a list"),
        pytest.param({"answer_proposal": {"id": 3, "yes": True}}, id="a number for an id"),
        pytest.param({"agree": True}, id="yes to nobody"),
        pytest.param({"answer_proposal": True}, id="no reply"),
    ],
)
def test_an_act_that_is_none_is_refused(person: Person, body: Any) -> None:
    answer = person.web.post("/api/session/live", json=body, headers=person.headers)
    assert (answer.status_code, answer.json()["error"]) == (422, "wrong_body")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param({"asked": 3}, id="a number for a question"),
        pytest.param({"propose": {"command": "restart"}}, id="a command"),
        pytest.param({"propose": {}}, id="nothing to propose"),
        pytest.param({"propose": {"text": "a", "choice": "b"}}, id="two things to propose"),
        pytest.param({"hand_back": False}, id="to hand back or not"),
    ],
)
def test_an_act_of_the_seat_that_is_none_is_refused(
    person: Person, advisor: Advisor, content: Any
) -> None:
    advisor.join(person)
    assert act(advisor, **content).json()["error"] == "wrong_body"


def test_each_sees_the_other_type_and_stop(person: Person, advisor: Advisor, url: str) -> None:
    advisor.join(person)
    with following(url, person.token) as mine, following(url, advisor.token) as theirs:
        act(advisor, typing=True)
        mine.state(lambda told: told["typing"] == "advisor")
        act(person, typing=True)
        theirs.state(lambda told: told["typing"] == "person")
        act(advisor, typing=False)
        mine.state(lambda told: told["typing"] is None)
        person.say("Bourgoin")
        assert theirs.state(lambda told: told["last_turn"] == 2)["typing"] is None


def test_each_sees_that_the_other_is_there(person: Person, advisor: Advisor, url: str) -> None:
    advisor.join(person)
    with following(url, person.token) as mine:
        assert mine.state(lambda told: told["person_is_here"])["advisor"]["is_here"] is False
        with following(url, advisor.token) as theirs:
            mine.state(lambda told: told["advisor"]["is_here"])
            theirs.state(lambda told: told["person_is_here"])


def test_an_open_question_goes_with_the_next_words_of_the_person(
    person: Person, advisor: Advisor, url: str
) -> None:
    advisor.join(person)
    with following(url, person.token) as mine:
        assert act(advisor, asked="Qu’est-ce qui vous a plu ?").status_code == 204
        asked = {"text": "Qu’est-ce qui vous a plu ?"}
        assert mine.state(lambda told: told["asked"])["asked"] == asked
        advisor.say("Bourgoin")
        assert mine.state(lambda told: told["last_turn"] == 2)["asked"] == asked
        person.say("Le contact")
        mine.state(lambda told: told["last_turn"] == 3 and told["asked"] is None)
    turns = person.read().json()["turns"]
    assert [turn["asked"] for turn in turns] == [None, None, "Qu’est-ce qui vous a plu ?"]


def test_an_open_question_waits_while_rasa_is_away(
    person: Person, advisor: Advisor, rasa: FakeRasa, url: str
) -> None:
    advisor.join(person)
    act(advisor, asked="Qu’est-ce qui vous a plu ?")
    rasa.unavailable = True
    assert person.say("Le contact").status_code == 503
    rasa.unavailable = False
    with following(url, person.token) as mine:
        mine.state(lambda told: told["asked"])
        act(advisor, asked=None)
        mine.state(lambda told: told["asked"] is None)


def test_a_proposal_that_is_confirmed_is_said_once_by_the_person(
    person: Person, advisor: Advisor, rasa: FakeRasa, url: str
) -> None:
    advisor.join(person)
    token = advisor.token_of("C’est parti", advisor.read().json()["turns"][-1])
    with following(url, person.token) as mine:
        assert act(advisor, propose={"choice": token}).status_code == 204
        told = mine.state(lambda told: told["proposal"])["proposal"]
        assert told["title"] == "C’est parti"
        reply = {"id": told["id"], "yes": True}
        first, again = act(person, answer_proposal=reply), act(person, answer_proposal=reply)
        assert first.status_code == 200 and first.json() == again.json()
        state = mine.state(lambda told: told["last_turn"] == 2)
        assert state["proposal"] is None and state["confirmed"] == [0]
    assert rasa.said() == ["/greet", BEGIN]
    turn = person.read().json()["turns"][-1]
    assert (turn["author"], turn["proposed"]) == (None, True)


def test_a_proposal_that_is_refused_is_gone_for_both(
    person: Person, advisor: Advisor, rasa: FakeRasa, url: str
) -> None:
    advisor.join(person)
    with following(url, advisor.token) as theirs:
        act(advisor, propose={"text": "Je cherche à Bourgoin"})
        proposal = theirs.state(lambda told: told["proposal"])["proposal"]
        no = act(person, answer_proposal={"id": proposal["id"], "yes": False})
        assert no.status_code == 204
        assert theirs.state(lambda told: told["refused"])["proposal"] is None
        late = act(person, answer_proposal={"id": proposal["id"], "yes": True})
        assert (late.status_code, late.json()["error"]) == (409, "proposal_gone")
        person.say("Ailleurs")
        theirs.state(lambda told: not told["refused"])
    assert rasa.said() == ["/greet", "Ailleurs"]


def test_a_proposal_that_is_taken_back_is_gone_for_both(
    person: Person, advisor: Advisor, rasa: FakeRasa, url: str
) -> None:
    advisor.join(person)
    with following(url, person.token) as mine, following(url, advisor.token) as theirs:
        act(advisor, propose={"text": "Je cherche à Bourgoin"})
        proposal = mine.state(lambda told: told["proposal"])["proposal"]
        assert act(advisor, propose=None).status_code == 204
        mine.state(lambda told: told["proposal"] is None)
        assert not theirs.state(lambda told: told["proposal"] is None)["refused"]
        late = act(person, answer_proposal={"id": proposal["id"], "yes": True})
    assert (late.status_code, late.json()["error"]) == (409, "proposal_gone")
    assert rasa.said() == ["/greet"]


def test_a_proposal_of_a_question_that_is_over_is_gone(
    person: Person, advisor: Advisor, rasa: FakeRasa, url: str
) -> None:
    advisor.join(person)
    with following(url, person.token) as mine:
        act(advisor, propose={"text": "Je cherche à Bourgoin"})
        proposal = mine.state(lambda told: told["proposal"])["proposal"]
        person.press("C’est parti")
        mine.state(lambda told: told["last_turn"] == 2 and told["proposal"] is None)
        late = act(person, answer_proposal={"id": proposal["id"], "yes": True})
    assert (late.status_code, late.json()["error"]) == (409, "proposal_gone")
    assert rasa.said() == ["/greet", BEGIN]


def test_a_proposal_of_a_button_that_is_not_shown_is_refused(
    person: Person, advisor: Advisor
) -> None:
    advisor.join(person)
    assert act(advisor, propose={"choice": "nothing"}).json()["error"] == "unknown_choice"


def test_a_pause_is_seen_and_ended_by_the_person(
    person: Person, advisor: Advisor, url: str
) -> None:
    advisor.join(person)
    with following(url, person.token) as mine, following(url, advisor.token) as theirs:
        act(advisor, paused=True)
        mine.state(lambda told: told["paused"])
        act(person, paused=False)
        theirs.state(lambda told: not told["paused"])
        act(advisor, paused=True)
        theirs.state(lambda told: told["paused"])
        person.say("Bourgoin")
        theirs.state(lambda told: not told["paused"])


def test_handing_back_takes_all_away_that_waits(person: Person, advisor: Advisor, url: str) -> None:
    advisor.join(person)
    with following(url, person.token) as mine:
        act(advisor, asked="Qu’aimez-vous ?")
        act(advisor, propose={"text": "Bourgoin"})
        act(advisor, paused=True)
        mine.state(lambda told: told["asked"] and told["proposal"] and told["paused"])
        act(advisor, hand_back=True)
        told = mine.state(lambda told: not told["paused"])
        assert told["asked"] is None and told["proposal"] is None


@pytest.mark.parametrize("who", ["person", "advisor"])
def test_either_ends_it_and_the_seat_reaches_nothing(
    person: Person, advisor: Advisor, url: str, who: str
) -> None:
    advisor.join(person)
    with following(url, person.token) as mine, following(url, advisor.token) as theirs:
        assert act({"person": person, "advisor": advisor}[who], end=True).status_code == 204
        assert mine.state(lambda told: told["advisor"] is None)["pending"] is None
        theirs.until(theirs.ended.is_set)
        assert theirs.gone == "ended"
    assert advisor.read().status_code == 401
    assert advisor.say("Encore").status_code == 401
    assert person.say("Bourgoin").status_code == 200


@pytest.mark.parametrize("is_agreed", [True, False], ids=["stops", "refuses"])
def test_whom_the_person_sends_away_has_no_code_any_more(
    person: Person, advisor: Advisor, is_agreed: bool
) -> None:
    known = code_of(person)
    advisor.ask(known)
    assert reply(person, is_agreed).status_code == 204
    if is_agreed:
        assert act(person, end=True).status_code == 204
    assert person.web.post("/api/resume", json={"code": known}).status_code == 404
    with pytest.raises(ApiError, match="unknown_code"):
        advisor.ask(known)
    other = code_of(person)
    assert other != known
    assert person.web.post("/api/resume", json={"code": other}).status_code == 200


def test_who_is_left_by_the_advisor_keeps_the_code_of_their_sheet(
    person: Person, advisor: Advisor
) -> None:
    known = code_of(person)
    advisor.join(person)
    assert act(advisor, end=True).status_code == 204
    assert code_of(person) == known
    assert person.web.post("/api/resume", json={"code": known}).status_code == 200


def test_a_request_that_waits_is_not_replaced_by_that_of_another(
    person: Person, advisor: Advisor, engine: Engine, rasa: FakeRasa, url: str
) -> None:
    asked = advisor.ask(code_of(person))
    other = Advisor(engine, rasa.url, url, "Dominique Petit")
    with pytest.raises(ApiError, match="accompanied_already"):
        other.ask(code_of(person))
    assert reply(person, True).status_code == 204
    advisor.sit(asked)
    assert advisor.read().status_code == 200


def test_whom_a_closed_account_accompanied_may_be_accompanied_by_another(
    person: Person, advisor: Advisor, engine: Engine, rasa: FakeRasa, url: str
) -> None:
    advisor.join(person)
    account = advisor.account
    assert AccountDesk(engine).disable(account.org.org_id, account.advisor_id, now())
    other = Advisor(engine, rasa.url, url, "Dominique Petit")
    other.join(person)
    assert person.read().json()["advisor"]["name"] == "Dominique Petit"


def test_who_leaves_the_console_leaves_its_interviews_open_to_nobody(
    person: Person, advisor: Advisor, engine: Engine, url: str
) -> None:
    advisor.join(person)
    with following(url, advisor.token) as theirs:
        AccountStore(engine).leave(advisor.account.advisor_id, "no session")
        theirs.until(theirs.ended.is_set)
    assert advisor.read().status_code == 401
    assert person.read().json()["advisor"]["state"] == "open"


def test_an_erased_conversation_is_gone_on_both_screens(
    person: Person, advisor: Advisor, url: str, engine: Engine
) -> None:
    one = advisor.join(person)
    with following(url, person.token) as mine, following(url, advisor.token) as theirs:
        assert person.erase().status_code == 204
        for screen in (mine, theirs):
            screen.until(screen.ended.is_set)
            assert screen.gone == "erased"
    assert AccompanimentStore(engine).find(one.accompaniment_id, one.advisor_id) is None
    assert advisor.read().status_code == 401


def test_a_disabled_account_reaches_nothing(
    person: Person, advisor: Advisor, engine: Engine
) -> None:
    advisor.join(person)
    with engine.begin() as connection:
        connection.execute(sa.update(advisors).values(disabled_at=now()))
    assert advisor.read().status_code == 401
    assert person.read().json()["advisor"] is None


def test_a_token_of_the_seat_lasts_half_a_day(
    person: Person, advisor: Advisor, engine: Engine
) -> None:
    advisor.join(person)
    with engine.begin() as connection:
        connection.execute(sa.update(tokens).values(created_at=now() - timedelta(hours=13)))
    assert advisor.read().status_code == 401
    assert person.read().status_code == 200


def test_the_access_log_has_how_an_interview_began_and_ended(
    person: Person, advisor: Advisor, engine: Engine
) -> None:
    begun, asked = advisor.start(), advisor.ask(code_of(person))
    assert reply(person, False).status_code == 204
    joined = advisor.join(person)
    assert act(advisor, end=True).status_code == 204
    with engine.connect() as connection:
        lines = connection.execute(sa.select(console_audit).order_by(console_audit.c.number)).all()
    assert [(line.act, line.accompaniment_id) for line in lines] == [
        ("started", begun.accompaniment_id),
        ("asked", asked.accompaniment_id),
        ("ended_by_person", asked.accompaniment_id),
        ("asked", joined.accompaniment_id),
        ("ended", joined.accompaniment_id),
    ]


def test_two_advisors_cannot_sit_at_one_conversation(
    person: Person, advisor: Advisor, engine: Engine, rasa: FakeRasa, url: str
) -> None:
    advisor.join(person)
    other = Advisor(engine, rasa.url, url, "Dominique Petit")
    with pytest.raises(ApiError, match="accompanied_already"):
        other.ask(code_of(person))
    assert person.read().json()["advisor"]["name"] == "Claude Martin"


def test_the_pages_of_a_seat_opened_last_keep_their_token(person: Person, advisor: Advisor) -> None:
    one = advisor.join(person)
    first = advisor.token
    for _ in range(4):
        advisor.sit(one)
    assert advisor.read().status_code == 200
    advisor.token = first
    assert advisor.read().status_code == 401
    assert person.read().status_code == 200


def test_a_page_that_is_loaded_again_ends_its_oldest_stream(person: Person, url: str) -> None:
    with following(url, person.token) as first, following(url, person.token) as second:
        with following(url, person.token) as third:
            first.until(first.ended.is_set)
            person.say("Bourgoin")
            for screen in (second, third):
                screen.state(lambda told: told["last_turn"] == 2)


def test_nobody_follows_without_a_token(url: str) -> None:
    assert httpx.get(f"{url}/api/session/live").status_code == 401


@pytest.mark.parametrize("limit", ["SCREENS", "SCREENS_OF_ADDRESS"])
def test_one_screen_too_many_is_asked_to_come_again(
    person: Person, url: str, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, limit, 1)
    other = Person(person.web)
    with following(url, person.token) as screen:
        refused = httpx.get(f"{url}/api/session/live", headers=other.headers)
        assert (refused.status_code, refused.json()["error"]) == (503, "crowded")
        assert refused.headers["retry-after"]
        person.say("Bourgoin")
        screen.state(lambda told: told["last_turn"] == 2)


def test_a_quiet_screen_is_kept_open(
    person: Person, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_stream, "HEARTBEAT_SECONDS", 0.05)
    with following(url, person.token) as screen:
        screen.until(lambda: screen.heartbeats > 2)


def test_how_long_a_screen_is_open_is_no_time_to_answer() -> None:
    metrics = Metrics()
    metrics.answered("/api/session/live", "GET", 200, 3600)
    metrics.answered("/api/session/live", "POST", 204, 0.01)
    seconds = {"route": "/api/session/live"}
    assert metrics.registry.get_sample_value("declic_request_seconds_count", seconds) == 1
    assert metrics.registry.get_sample_value("declic_request_seconds_sum", seconds) < 1
