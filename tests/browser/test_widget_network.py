"""Cuts of the network and failures of the server: no message is lost, none is doubled."""

from __future__ import annotations

import random
from uuid import uuid4

import pytest
from playwright.sync_api import Route, expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.fake_rasa import FakeRasa

MESSAGES = "**/api/messages"


def retry(chat: Chat) -> None:
    chat.page.get_by_role("button", name="Réessayer").last.click()


def answer_then_lose(route: Route) -> None:
    """The server handles the request, and its answer never arrives."""
    route.fetch()
    route.abort()


def test_a_message_without_network_waits_for_a_tap(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.route(MESSAGES, lambda route: route.abort())
    chat.type("Bourgoin")
    expect(chat.page.get_by_text("Votre message est gardé ici.").first).to_be_visible()
    chat.page.unroute(MESSAGES)
    retry(chat)
    chat.wait_for_answer()
    assert rasa.said() == ["/greet", "Bourgoin"]
    assert chat.said_by_person() == ["Bourgoin"]
    expect(chat.page.get_by_role("button", name="Réessayer")).to_have_count(0)


def test_an_answer_that_was_lost_comes_back_once(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.route(MESSAGES, answer_then_lose)
    chat.page.get_by_role("button", name="C’est parti").click()
    expect(chat.page.get_by_role("button", name="Réessayer")).to_be_visible()
    chat.page.unroute(MESSAGES)
    retry(chat)
    chat.wait_for_answer()
    assert len(rasa.handled) == 2
    assert chat.said_by_person() == ["C’est parti"]
    assert chat.said_by_bot().count("Dans quelle commune habitez-vous ?") == 1


def test_the_return_of_the_network_sends_what_waits(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.context.set_offline(True)
    expect(chat.page.locator(".notice")).to_contain_text("Pas de réseau")
    chat.type("Bourgoin")
    expect(chat.page.get_by_role("button", name="Réessayer")).to_be_visible()
    chat.page.context.set_offline(False)
    chat.wait_for_answer()
    expect(chat.page.locator(".notice")).to_be_hidden()
    assert rasa.said() == ["/greet", "Bourgoin"]


def test_what_waits_survives_a_reload(open_chat: OpenChat, site: str, rasa: FakeRasa) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.route(MESSAGES, lambda route: route.abort())
    chat.type("Bourgoin")
    expect(chat.page.get_by_role("button", name="Réessayer")).to_be_visible()
    chat.page.unroute(MESSAGES)
    chat.page.reload()
    chat.wait_for_answer()
    assert "C’est noté : Bourgoin" in chat.said_by_bot()
    assert chat.said_by_person() == ["Bourgoin"]
    assert rasa.said() == ["/greet", "Bourgoin"]


def test_an_answer_that_was_lost_is_there_after_a_reload(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.route(MESSAGES, answer_then_lose)
    chat.type("Bourgoin")
    expect(chat.page.get_by_role("button", name="Réessayer")).to_be_visible()
    chat.page.unroute(MESSAGES)
    chat.page.reload()
    chat.wait_for_answer()
    assert chat.said_by_person() == ["Bourgoin"]
    chat.press("Oui")
    assert len(rasa.handled) == 3


def test_a_reload_in_the_middle_of_a_turn_brings_its_answer(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    rasa.held = True
    with chat.page.expect_request(MESSAGES):
        chat.type("Bourgoin")
    while len(rasa.handled) < 2:
        chat.page.wait_for_timeout(20)
    chat.page.evaluate("sessionStorage.clear()")
    chat.page.reload()
    expect(chat.page.locator(".you")).to_have_count(1)
    rasa.held = False
    chat.wait_for_answer()
    assert "C’est noté : Bourgoin" in chat.said_by_bot()
    assert chat.said_by_person() == ["Bourgoin"]
    assert rasa.said() == ["/greet", "Bourgoin"]


def test_rasa_away_is_told_kindly_and_the_message_works_later(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    rasa.unavailable = True
    chat.page.get_by_role("button", name="C’est parti").click()
    expect(chat.page.locator(".failed")).to_contain_text("rien n’est perdu")
    rasa.unavailable = False
    retry(chat)
    chat.wait_for_answer()
    assert len(rasa.handled) == 2


def test_when_nothing_answers_at_first_one_can_try_again(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    rasa.unavailable = True
    chat = open_chat(site)
    expect(chat.page.locator(".notice")).to_contain_text("ne peut pas s’ouvrir")
    rasa.unavailable = False
    retry(chat)
    chat.wait_for_answer()
    assert rasa.said() == ["/greet"]


def test_messages_typed_quickly_keep_their_order(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    rasa.held = True
    for text in ("un", "deux", "trois"):
        chat.type(text)
    rasa.held = False
    chat.wait_for_answer()
    assert rasa.said() == ["/greet", "un", "deux", "trois"]
    assert chat.said_by_person() == ["un", "deux", "trois"]


def test_a_double_click_answers_once(open_chat: OpenChat, site: str, rasa: FakeRasa) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.get_by_role("button", name="C’est parti").dblclick()
    chat.wait_for_answer()
    assert len(rasa.handled) == 2


def test_a_stale_button_is_told_and_the_conversation_is_shown_as_it_is(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    token = chat.page.evaluate("localStorage.getItem('declic.token')")
    elsewhere = chat.page.request.post(
        f"{site}api/messages",
        data={"message_id": str(uuid4()), "text": "Lyon"},
        headers={"Authorization": f"Bearer {token}"},
    )
    assert elsewhere.ok
    chat.page.get_by_role("button", name="C’est parti").click()
    expect(chat.page.locator(".notice")).to_contain_text("question passée")
    assert chat.said_by_person() == ["Lyon"]
    chat.press("Oui")
    assert len(rasa.handled) == 3


def test_a_conversation_erased_elsewhere_is_told(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    token = chat.page.evaluate("localStorage.getItem('declic.token')")
    headers = {"Authorization": f"Bearer {token}"}
    assert chat.page.request.delete(f"{site}api/session", headers=headers).ok
    chat.type("Encore là ?")
    expect(chat.page.get_by_text("Cette conversation n’existe plus.").first).to_be_visible()
    chat.page.get_by_role("button", name="Nouvelle conversation").click()
    chat.wait_for_answer()
    assert chat.said_by_person() == []


def lose_the_request(route: Route) -> None:
    route.abort("connectionrefused")


def break_the_answer_off(route: Route) -> None:
    """The server handles the request, and half of its answer arrives."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text()[: len(answer.text()) // 2])


def answer_for_the_server(route: Route) -> None:
    """Something in between says that the server is away, in its own words."""
    route.fulfill(status=502, body="<html>Bad gateway</html>", content_type="text/html")


CUTS = [lose_the_request, answer_then_lose, break_the_answer_off, answer_for_the_server]
CUTS_A_RUN = 25


class CutNetwork:
    """Cuts the requests of a page at random, the same way for the same seed; counts the cuts."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.cuts = 0

    def __call__(self, route: Route) -> None:
        if self.cuts < CUTS_A_RUN and self._chance.random() < 0.7:
            self.cuts += 1
            self._chance.choice(CUTS)(route)
        else:
            route.continue_()

    def is_reload_due(self) -> bool:
        return self._chance.random() < 0.15


def settle(chat: Chat, network: CutNetwork) -> None:
    """Taps "Réessayer", or reloads the page now and then, until everything is answered.

    The button of the notice stays until the conversation is read: it is looked for and tapped in
    one go, since it may be gone a moment later.
    """
    busy = chat.page.locator(".waiting, .typing, .notice button")
    again = chat.page.get_by_role("button", name="Réessayer")
    while busy.count() or not chat.turns.count():
        if again.count():
            if network.is_reload_due():
                chat.page.reload()
            else:
                again.evaluate_all("buttons => buttons.at(-1)?.click()")
        chat.page.wait_for_timeout(10)


@pytest.mark.parametrize("seed", range(8))
def test_two_hundred_random_cuts_lose_nothing_and_double_nothing(
    open_chat: OpenChat, site: str, rasa: FakeRasa, seed: int
) -> None:
    """Eight people with twenty-five cuts each: of requests, of answers, of halves of answers."""
    network = CutNetwork(seed)
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.route("**/api/*", network)
    typed = []
    while network.cuts < CUTS_A_RUN:
        typed.append(f"mot {len(typed)}")
        chat.type(typed[-1])
        settle(chat, network)
    chat.page.reload()
    chat.wait_for_answer()
    assert rasa.said() == ["/greet", *typed]
    assert chat.said_by_person() == typed
    assert [text for text in chat.said_by_bot() if "noté" in text] == [
        f"C’est noté : {text}" for text in typed
    ]
