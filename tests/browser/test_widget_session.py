"""The conversation after a reload, in two tabs, and when it is erased."""

from __future__ import annotations

import uuid

from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.browser.steps import to_the_cards, to_the_licence
from tests.fake_rasa import FakeRasa


def test_a_reload_brings_the_conversation_back(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    before = (chat.said_by_bot(), chat.said_by_person())
    chat.page.reload()
    chat.wait_for_answer()
    assert (chat.said_by_bot(), chat.said_by_person()) == before
    expect(chat.page.get_by_text("5 sur 12")).to_be_visible()
    expect(chat.page.get_by_role("button", name="C’est parti")).to_have_count(0)
    chat.press("Non")
    assert rasa.said().count("/greet") == 1


def test_a_reload_keeps_the_cards_and_their_buttons(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    to_the_cards(chat)
    chat.say("Merci")
    chat.page.reload()
    chat.wait_for_answer()
    chat.page.locator(".card.job").first.get_by_role("button", name="Pas pour moi").click()
    chat.wait_for_answer()
    expect(chat.page.locator(".card.job")).to_have_count(5)


def test_two_tabs_show_one_conversation(open_chat: OpenChat, site: str, rasa: FakeRasa) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    other = Chat(chat.page.context.new_page(), site).open()
    other.wait_for_answer()
    assert rasa.said() == ["/greet"]
    chat.say("Bourgoin")
    expect(other.page.get_by_text("C’est noté : Bourgoin")).to_be_visible()
    other.press("Oui")
    expect(chat.page.get_by_role("checkbox")).to_have_count(4)
    assert other.errors == []


def test_what_was_said_on_another_device_comes_with_the_next_answer(
    open_chat: OpenChat, site: str
) -> None:
    chat = open_chat(site)
    chat.say("Bourgoin")
    token = chat.page.evaluate("localStorage.getItem('declic.token')")
    elsewhere = {"message_id": str(uuid.uuid4()), "text": "Oui"}
    headers = {"Authorization": f"Bearer {token}"}
    chat.page.request.post(f"{site}api/messages", data=elsewhere, headers=headers)
    chat.say("encore")
    expect(chat.turns.locator(".waiting")).to_have_count(0)
    expect(chat.page.get_by_text("Vous : Oui")).to_be_visible()
    assert chat.said_by_person() == ["Bourgoin", "Oui", "encore"]


def test_erasing_takes_two_taps_and_leaves_nothing(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    chat.page.get_by_role("button", name="Menu").click()
    chat.page.get_by_role("button", name="Effacer mes données").click()
    chat.page.get_by_role("button", name="Tout effacer").click()
    expect(chat.page.get_by_text("Vos données sont effacées.").first).to_be_visible()
    assert rasa.conversations() == set()
    drawn = "(chat) => getComputedStyle(chat, '::before').content"
    assert chat.page.locator(".chat").evaluate(drawn) == "none", "only a state has a sign before it"
    assert chat.page.evaluate("localStorage.length + sessionStorage.length") == 0
    chat.page.get_by_role("button", name="Nouvelle conversation").click()
    chat.wait_for_answer()
    assert chat.said_by_person() == []
    assert len(rasa.conversations()) == 1


def test_erasing_may_be_called_off(open_chat: OpenChat, site: str, rasa: FakeRasa) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    chat.page.get_by_role("button", name="Menu").click()
    chat.page.get_by_role("button", name="Effacer mes données").click()
    chat.page.get_by_role("button", name="Garder").click()
    chat.press("Oui")
    assert len(rasa.conversations()) == 1


def test_enter_twice_erases_nothing(open_chat: OpenChat, site: str, rasa: FakeRasa) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    chat.page.get_by_role("button", name="Menu").click()
    chat.page.get_by_role("button", name="Effacer mes données").press("Enter")
    expect(chat.page.get_by_role("button", name="Garder")).to_be_focused()
    chat.page.keyboard.press("Enter")
    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    assert len(rasa.conversations()) == 1
