"""Several conversations in one browser, and what is left of one that ends while a turn runs."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.browser.steps import to_the_licence
from tests.browser.test_widget_rights import choose, code_of, give_code
from tests.fake_rasa import FakeRasa

TOKEN = "localStorage.getItem('declic.token')"


def shared_beside_another(open_chat: OpenChat, site: str) -> tuple[Chat, Chat]:
    """A conversation on a shared computer, then another one, which stays in the browser."""
    chat = open_chat(site)
    to_the_licence(chat)
    choose(chat, "Ordinateur partagé")
    expect(chat.page.locator(".notice")).to_contain_text("30 minutes")
    other = Chat(chat.page.context.new_page(), site).open()
    other.wait_for_answer()
    return chat, other


def test_a_shared_conversation_is_not_replaced_by_that_of_another_tab(
    open_chat: OpenChat, site: str
) -> None:
    chat, other = shared_beside_another(open_chat, site)
    assert other.said_by_person() == []
    other.press("C’est parti")
    chat.press("Non")
    assert chat.said_by_person() == ["C’est parti", "Bourgoin-Jallieu", "Non"]
    chat.page.reload()
    chat.wait_for_answer()
    assert chat.said_by_person() == ["C’est parti", "Bourgoin-Jallieu", "Non"]


def test_the_end_of_a_shared_conversation_leaves_that_of_another_tab(
    open_chat: OpenChat, site: str
) -> None:
    chat, other = shared_beside_another(open_chat, site)
    token = other.page.evaluate(TOKEN)
    chat.page.reload()
    chat.wait_for_answer()
    choose(chat, "Effacer mes données")
    chat.page.get_by_role("button", name="Tout effacer").click()
    expect(chat.page.get_by_role("button", name="Nouvelle conversation")).to_be_visible()
    assert other.page.evaluate(TOKEN) == token
    other.press("C’est parti")


def test_an_answer_to_a_conversation_that_was_left_is_not_shown_in_the_next(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    code = code_of(chat)
    chat.page.keyboard.press("Escape")
    other = open_chat(site)
    to_the_licence(other)
    other.press("Oui")
    rasa.held = True
    other.type("Une ville bien à moi")
    while rasa.said()[-1] != "Une ville bien à moi":
        other.page.wait_for_timeout(10)
    choose(other, "Reprendre plus tard")
    other.page.get_by_role("button", name="J’ai un code").click()
    give_code(other, code)
    expect(other.page.get_by_text("Vous : Bourgoin-Jallieu")).to_be_visible()
    rasa.held = False
    other.press("Non")
    assert other.said_by_person() == ["C’est parti", "Bourgoin-Jallieu", "Non"]


def test_nothing_typed_is_left_for_the_next_person(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    chat.page.get_by_label("Votre message").fill("Je suis suivie à l’hôpital")
    choose(chat, "Effacer mes données")
    chat.page.get_by_role("button", name="Tout effacer").click()
    chat.page.get_by_role("button", name="Nouvelle conversation").click()
    chat.wait_for_answer()
    expect(chat.page.get_by_label("Votre message")).to_have_value("")


def test_a_screen_left_alone_erases_nothing_that_another_device_uses(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat("about:blank", declic=site)
    chat.page.clock.install()
    chat.page.goto(site)
    to_the_licence(chat)
    other = Chat(chat.page.context.new_page(), site).open()
    other.wait_for_answer()
    token = other.page.evaluate(TOKEN)
    choose(chat, "Ordinateur partagé")
    expect(chat.page.locator(".notice")).to_contain_text("30 minutes")
    chat.page.clock.fast_forward(31 * 60_000)
    expect(chat.page.get_by_role("button", name="Nouvelle conversation")).to_be_visible()
    answer = chat.page.request.get(
        f"{site}api/session", headers={"Authorization": f"Bearer {token}"}
    )
    assert answer.status == 200
    assert len(rasa.conversations()) == 1


def test_a_new_conversation_begins_in_the_usual_way_of_writing(
    open_chat: OpenChat, site: str
) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    choose(chat, "Facile à lire")
    chat.wait_for_answer()
    chat.page.get_by_role("button", name="Menu").click()
    chat.page.locator(".menu .alert").click()
    chat.page.locator("dialog .choices button").last.click()
    chat.page.get_by_role("button", name="Nouvelle conversation").click()
    chat.wait_for_answer()
    chat.page.get_by_role("button", name="Menu").click()
    expect(chat.page.get_by_role("button", name="Facile à lire")).to_be_visible()
