"""The menu of one's own: coming back by a code, a copy, a shared computer, how one reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.browser.steps import to_the_licence
from tests.browser.test_widget import overflow
from tests.browser.test_widget_accessibility import violations
from tests.fake_rasa import FakeRasa


def choose(chat: Chat, title: str) -> None:
    chat.page.get_by_role("button", name="Menu").click()
    chat.page.get_by_role("button", name=title).click()


def code_of(chat: Chat) -> str:
    choose(chat, "Reprendre plus tard")
    return chat.page.locator(".code").inner_text()


def give_code(chat: Chat, code: str) -> None:
    chat.page.get_by_label("Votre code").fill(code)
    chat.page.get_by_role("button", name="Reprendre", exact=True).click()


def type_code(chat: Chat, code: str) -> None:
    """As give_code, with the keyboard alone."""
    chat.page.get_by_label("Votre code").fill(code)
    chat.page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_code_opens_the_conversation_on_another_device(
    open_chat: OpenChat, site: str, rasa: FakeRasa, width: int
) -> None:
    chat = open_chat(site, width)
    to_the_licence(chat)
    code = code_of(chat)
    expect(chat.page.get_by_role("dialog")).to_contain_text("Il marche jusqu’au")
    assert overflow(chat) == []
    assert violations(chat) == []
    chat.page.get_by_role("button", name="J’ai un code").click()
    assert violations(chat) == []
    other = open_chat(f"{site}#code={code.replace('-', '').lower()}", width)
    expect(other.page.get_by_label("Votre code")).not_to_have_value("")
    assert "code" not in other.page.url
    other.page.get_by_role("button", name="Reprendre", exact=True).click()
    other.wait_for_answer()
    assert other.said_by_person() == chat.said_by_person()
    other.press("Oui")
    assert len(rasa.conversations()) == 1


def test_a_code_in_the_address_may_be_left_aside(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(f"{site}?code=ABCD2345")
    chat.page.get_by_role("button", name="Annuler").click()
    chat.wait_for_answer()
    assert rasa.said() == ["/greet"]


def test_a_wrong_code_is_told_where_it_was_typed(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.get_by_role("button", name="J’ai un code").click()
    give_code(chat, "ABCD 2345")
    dialog = chat.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Ce code ne marche pas.")
    expect(chat.page.get_by_label("Votre code")).to_have_value("ABCD 2345")


def test_the_enter_key_gives_a_code(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    code = code_of(chat)
    other = open_chat(site)
    other.wait_for_answer()
    other.page.get_by_role("button", name="J’ai un code").click()
    type_code(other, code)
    expect(other.page.get_by_text("Bourgoin-Jallieu").first).to_be_visible()
    assert other.said_by_person() == chat.said_by_person()


def test_a_lost_conversation_comes_back_by_its_code(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    code = code_of(chat)
    chat.page.evaluate("localStorage.setItem('declic.token', 'lost')")
    chat.page.reload()
    chat.page.get_by_role("button", name="J’ai un code").click()
    give_code(chat, code)
    chat.wait_for_answer()
    assert chat.said_by_person() == ["C’est parti", "Bourgoin-Jallieu"]


def test_the_copy_is_a_file_with_what_was_said(
    open_chat: OpenChat, site: str, tmp_path: Path
) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    with chat.page.expect_download() as saved:
        choose(chat, "Télécharger mes données")
    assert saved.value.suggested_filename == "declic-mes-donnees.json"
    saved.value.save_as(tmp_path / "copy.json")
    assert "Bourgoin-Jallieu" in (tmp_path / "copy.json").read_text(encoding="utf-8")
    json.loads((tmp_path / "copy.json").read_text(encoding="utf-8"))


def test_on_a_shared_computer_the_token_is_left_in_no_browser(
    open_chat: OpenChat, site: str
) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    choose(chat, "Ordinateur partagé")
    expect(chat.page.locator(".notice")).to_contain_text("30 minutes")
    assert chat.page.evaluate("localStorage.getItem('declic.token')") is None
    chat.page.get_by_role("button", name="Menu").click()
    shared = chat.page.get_by_role("button", name="Ordinateur partagé")
    expect(shared).to_have_attribute("aria-pressed", "true")
    expect(chat.page.get_by_role("button", name="Reprendre plus tard")).to_have_count(0)
    chat.page.reload()
    chat.wait_for_answer()
    assert chat.said_by_person() == ["C’est parti", "Bourgoin-Jallieu"]
    choose(chat, "Ordinateur partagé")
    expect(chat.page.locator(".notice")).to_contain_text("reste dans ce navigateur")
    assert chat.page.evaluate("localStorage.getItem('declic.token')")


def test_a_shared_computer_empties_its_screen_after_half_an_hour(
    open_chat: OpenChat, site: str
) -> None:
    chat = open_chat("about:blank", declic=site)
    chat.page.clock.install()
    chat.page.goto(site)
    to_the_licence(chat)
    choose(chat, "Ordinateur partagé")
    expect(chat.page.locator(".notice")).to_contain_text("30 minutes")
    chat.page.clock.fast_forward(31 * 60_000)
    expect(chat.page.get_by_role("button", name="Nouvelle conversation")).to_be_visible()
    expect(chat.page.get_by_text("Bourgoin")).to_have_count(0)
    assert chat.page.evaluate("sessionStorage.getItem('declic.token')") is None


def test_text_grows_and_shrinks_and_is_kept(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    height = "() => document.querySelector('declic-chat').shadowRoot.querySelector('.main')"
    height += ".getBoundingClientRect().height"
    before = chat.page.evaluate(height)
    chat.page.get_by_role("button", name="Menu").click()
    chat.page.get_by_text("Lecture et affichage").click()
    for _ in range(3):
        chat.page.get_by_role("button", name="Agrandir le texte").click()
    grown = chat.page.evaluate(height)
    assert grown == pytest.approx(before * 1.45, rel=0.02)
    assert overflow(chat) == []
    chat.page.reload()
    chat.wait_for_answer()
    assert chat.page.evaluate(height) == grown


def test_dark_colours_are_chosen_and_kept(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site, color_scheme="light")
    chat.wait_for_answer()
    chat.page.get_by_role("button", name="Menu").click()
    chat.page.get_by_text("Lecture et affichage").click()
    chat.page.get_by_role("button", name="Couleurs sombres").click()
    frame = chat.page.locator(".chat")
    expect(frame).to_have_css("background-color", "rgb(27, 19, 31)")
    chat.page.reload()
    expect(frame).to_have_css("background-color", "rgb(27, 19, 31)")


def test_the_menu_holds_at_four_hundred_percent(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site, 320, height=256)
    chat.wait_for_answer()
    chat.page.get_by_role("button", name="Menu").click()
    last = chat.page.get_by_role("button", name="Effacer mes données")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    assert overflow(chat) == []
    assert violations(chat) == []


def test_a_text_that_has_changed_is_asked_once(
    open_chat: OpenChat, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    monkeypatch.setattr("bot.services.consent.VERSION", "2027-01-01")
    chat.page.reload()
    expect(chat.page.get_by_role("dialog")).to_contain_text("Notre texte a changé")
    assert violations(chat) == []
    chat.page.get_by_role("button", name="D’accord").click()
    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    chat.page.reload()
    chat.wait_for_answer()
    expect(chat.page.get_by_role("dialog")).to_have_count(0)


def test_without_network_the_menu_says_so_and_works_again_later(
    open_chat: OpenChat, site: str
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.route("**/api/menu*", lambda route: route.abort())
    chat.page.get_by_role("button", name="Menu").click()
    expect(chat.page.locator(".notice")).to_contain_text("Le service ne répond pas.")
    chat.page.get_by_role("button", name="J’ai un code").click()
    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    chat.page.unroute("**/api/menu*")
    chat.page.get_by_role("button", name="Menu").click()
    expect(chat.page.get_by_role("button", name="Aide")).to_be_visible()
