"""Pictures, then the story, with the keyboard alone, on a phone, against the real Rasa."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.browser.test_widget_accessibility import tab_to
from tests.stack import Stack

SCENES_AT_MOST = 12


def press(chat: Chat, name: str) -> None:
    tab_to(chat, name)
    chat.page.keyboard.press("Enter")
    chat.wait_for_answer()


def type_answer(chat: Chat, text: str) -> None:
    tab_to(chat, "message")
    chat.page.keyboard.type(text)
    chat.page.keyboard.press("Enter")
    chat.wait_for_answer()


def choose_pictures(chat: Chat, count: int) -> None:
    """Each picture has a box, then a button that shows it large. Enter in a box sends them all,
    which spares the way over the other pictures."""
    tiles = chat.page.get_by_role("checkbox")
    tiles.first.focus()
    for number in range(count):
        expect(tiles.nth(number)).to_be_focused()
        chat.page.keyboard.press("Space")
        chat.page.keyboard.press("Tab")
        chat.page.keyboard.press("Tab")
    chat.page.keyboard.press("Enter")
    chat.wait_for_answer()


def loaded_pictures(chat: Chat) -> list[bool]:
    """Whether each picture in the transcript has arrived; those out of sight are fetched first."""
    pictures = chat.page.locator(".tile img")
    pictures.evaluate_all("all => all.forEach((one) => one.loading = 'eager')")
    chat.page.wait_for_function(
        """() => [...document.querySelector("declic-chat").shadowRoot
            .querySelectorAll(".tile img")].every((one) => one.complete)"""
    )
    found: list[bool] = pictures.evaluate_all("all => all.map((one) => one.naturalWidth > 0)")
    return found


def test_pictures_and_the_story_with_the_keyboard_alone(open_chat: OpenChat, stack: Stack) -> None:
    chat = open_chat(f"{stack.url}/", 390)
    chat.wait_for_answer()
    press(chat, "C’est parti")
    type_answer(chat, "Bourgoin-Jallieu")
    press(chat, "Choisir des images")
    assert loaded_pictures(chat) == [True] * 32
    choose_pictures(chat, 3)
    type_answer(chat, "ça me rappelle le jardin de mon grand-père")
    press(chat, "Passer pour toutes les images")
    assert "Je comprends que vous aimez" in chat.said_by_bot()[-1]
    press(chat, "Vivre aussi une petite histoire")
    for _ in range(SCENES_AT_MOST):
        if chat.page.get_by_role("checkbox").count():
            break
        press(chat, first_choice(chat))
    done = chat.page.get_by_role("checkbox")
    assert done.count() >= 7
    done.first.focus()
    chat.page.keyboard.press("Space")
    chat.page.keyboard.press("Enter")
    chat.wait_for_answer()
    press(chat, "C’est juste")
    assert "métier" in chat.said_by_bot()[-1]


def first_choice(chat: Chat) -> str:
    """The first answer of the scene on screen."""
    return chat.page.locator(".turns .choices button").first.inner_text()
