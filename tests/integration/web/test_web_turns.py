"""Turns: buttons, lists, cards, commands, free text, and history after a reload."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.fake_conversation import HOURS, WELCOME
from tests.fake_rasa import FakeRasa
from tests.integration.web.person import Person, offers, texts


def values_of(payload: str) -> list[str]:
    return json.loads(payload.removeprefix("/answer"))["values"]


def test_the_server_opens_the_conversation(person: Person, rasa: FakeRasa) -> None:
    assert rasa.said() == ["/greet"]
    assert texts(person.last) == [message["text"] for message in WELCOME]
    assert person.last["turn"] == 1
    assert len(person.token) >= 43


def test_a_button_sends_its_payload_and_its_title(person: Person, rasa: FakeRasa) -> None:
    assert person.press("C’est parti").status_code == 200
    sent = rasa.handled[-1]
    assert sent["payload"] == '/answer{"question": "consent", "value": "yes"}'
    assert sent["title"] == "C’est parti"
    assert sent["text"] is None


def test_no_payload_ever_leaves_the_server(person: Person) -> None:
    person.say("Bourgoin")
    person.press("Oui")
    person.tick("Travailler la nuit")
    everything = person.read().text
    assert "payload" not in everything
    assert "/answer" not in everything and "/why_job" not in everything


def test_ticked_options_become_one_payload_with_all_values(person: Person, rasa: FakeRasa) -> None:
    person.say("Bourgoin")
    person.press("Non")
    person.tick("Travailler le week-end", "Travailler la nuit")
    assert values_of(rasa.handled[-1]["payload"]) == ["weekend", "night"]
    assert person.read().json()["turns"][-1]["you"] == "Travailler le week-end, Travailler la nuit"


def test_none_of_the_options_is_an_answer_of_its_own(person: Person, rasa: FakeRasa) -> None:
    person.say("Bourgoin")
    person.press("Non")
    person.press("Tous les horaires me vont")
    assert values_of(rasa.handled[-1]["payload"]) == []


@pytest.mark.parametrize(
    ("command", "payload", "you"),
    [
        ("go_back", "/go_back", "Revenir en arrière"),
        ("restart", "/start_over", "Recommencer"),
        ("help", "/help", "Aide"),
        ("human", "/talk_to_human", "Parler à une personne"),
        ("why_question", "/why_question", "Pourquoi cette question\u202f?"),
    ],
)
def test_a_command_of_the_menu_becomes_its_payload(
    person: Person, rasa: FakeRasa, command: str, payload: str, you: str
) -> None:
    assert person.post(command=command).status_code == 200
    assert rasa.handled[-1]["payload"] == payload
    assert person.read().json()["turns"][-1]["you"] == you


def test_after_a_reload_the_last_turn_is_live_and_older_ones_are_not(person: Person) -> None:
    person.say("Bourgoin")
    turns = person.read().json()["turns"]
    assert [turn["you"] for turn in turns] == [None, "Bourgoin"]
    assert offers(turns[0]) == {}
    assert offers(turns[1]) == offers(person.last)
    assert texts(turns[0]) == [message["text"] for message in WELCOME]


def test_the_button_of_an_older_turn_is_stale(person: Person, rasa: FakeRasa) -> None:
    old = person.token_of("C’est parti")
    person.say("Bourgoin")
    refused = person.post(choice=old)
    assert (refused.status_code, refused.json()["error"]) == (409, "stale_choice")
    assert len(rasa.handled) == 2


def test_the_buttons_of_the_newest_cards_stay_valid(person: Person, rasa: FakeRasa) -> None:
    person.say("Bourgoin")
    person.press("Non")
    person.press("Tous les horaires me vont")
    cards = person.last
    person.say("Et à Lyon ?")
    assert person.post(choice=person.token_of("Pourquoi ce métier ?", cards)).status_code == 200
    assert rasa.handled[-1]["title"].endswith("\u00a0: pourquoi ce métier ?")
    live = [turn for turn in person.read().json()["turns"] if "Pas pour moi" in offers(turn)]
    assert len(live) == 1


def test_a_newer_set_of_cards_ends_the_older_one(person: Person) -> None:
    person.say("Bourgoin")
    person.press("Non")
    person.press("Tous les horaires me vont")
    cards = person.last
    person.press("Pas pour moi")
    assert person.post(choice=person.token_of("Pas pour moi", cards)).status_code == 409
    assert person.post(choice=person.token_of("Pas pour moi")).status_code == 200


def test_the_choice_of_somebody_else_is_unknown(person: Person, rasa: FakeRasa) -> None:
    other = Person(person.web)
    refused = person.post(choice=other.token_of("C’est parti"))
    assert (refused.status_code, refused.json()["error"]) == (400, "unknown_choice")
    assert rasa.said() == ["/greet", "/greet"]


def test_two_people_never_see_each_other(person: Person, rasa: FakeRasa) -> None:
    other = Person(person.web)
    person.say("Je suis Amina")
    assert "Amina" not in other.read().text
    assert rasa.handled[0]["conversation_id"] != rasa.handled[1]["conversation_id"]


def test_an_option_pressed_alone_or_a_button_ticked_is_refused(person: Person) -> None:
    assert person.post(choices=[person.token_of("C’est parti")]).status_code == 400
    person.say("Bourgoin")
    person.press("Non")
    assert person.post(choice=person.token_of("Travailler la nuit")).status_code == 400


def test_a_list_may_be_left_without_an_opinion_until_another_turn(
    person: Person, rasa: FakeRasa
) -> None:
    person.say("Bourgoin")
    person.press("Non")
    choice = person.token_of("Je ne sais pas")
    person.post(command="why_question")
    assert person.post(choice=choice).json()["error"] == "stale_choice"
    assert all(not turn_offers_a_list(turn) for turn in person.read().json()["turns"])
    person.say("Bourgoin")
    person.press("Non")
    assert person.press("Je ne sais pas").status_code == 200
    assert json.loads(rasa.said()[-1].removeprefix("/answer"))["value"] == "unknown"


def turn_offers_a_list(turn: dict[str, Any]) -> bool:
    return "Je ne sais pas" in offers(turn)


def test_a_list_without_other_answers_has_none(person: Person, rasa: FakeRasa) -> None:
    custom = {key: value for key, value in HOURS[-1]["custom"].items() if key != "others"}
    rasa.replies = lambda turn: [{"custom": custom}]
    person.say("Bourgoin")
    assert person.last["messages"][0]["others"] == []


def test_the_end_of_the_questions_passes_to_the_widget(person: Person, rasa: FakeRasa) -> None:
    rasa.replies = lambda turn: [{"custom": {"type": "progress", "step": None, "total": 10}}]
    person.say("Bourgoin")
    assert person.last["messages"] == [{"type": "progress", "step": None, "total": 10}]


def test_a_message_outside_the_contract_is_left_out(person: Person, rasa: FakeRasa) -> None:
    known = {"text": "Bonjour"}
    rasa.replies = lambda turn: [{"image": "x"}, {"custom": {"type": "odd"}}, "?", known]
    person.say("Bonjour")
    assert texts(person.last) == ["Bonjour"]
    assert len(person.last["messages"]) == 1


def test_options_may_come_ticked(person: Person, rasa: FakeRasa) -> None:
    option = {"title": "Caissière", "value": "D1505", "selected": True}
    multiple = {
        "type": "multiple",
        "question": "past_job_choice",
        "options": [option],
        "none_title": "Aucun",
        "submit_title": "Valider",
    }
    rasa.replies = lambda turn: [{"custom": multiple}]
    person.say("caissière")
    assert person.last["messages"][0]["options"][0]["ticked"] is True
