"""Pictures to choose from, the story and the way of writing, in the widget."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.browser.test_widget import WIDTHS, overflow
from tests.fake_rasa import FakeRasa

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240">'
    '<path fill="#2f6f73" d="M0 0h320v240H0z"/><circle cx="160" cy="120" r="70" fill="#f2b84b"/>'
    "</svg>"
)


AT_ITS_OWN_PLACE = """one => {
    const { left, bottom } = one.getBoundingClientRect();
    return one.getRootNode().elementFromPoint(left + 22, bottom - 4) === one;
}"""


def open_pictures(open_chat: OpenChat, site: str, width: int = 390) -> Chat:
    chat = open_chat(site, width)
    serve_drawings(chat)
    chat.wait_for_answer()
    chat.say("les images")
    return chat


def serve_drawings(chat: Chat) -> None:
    """The deck is another program's business: any drawing will do here."""
    chat.page.context.route(
        "**/pictures/**",
        lambda route: route.fulfill(body=DRAWING, content_type="image/svg+xml"),
    )


def tiles(chat: Chat):
    return chat.page.get_by_role("checkbox", name=re.compile(r"^\d+\. "))


@pytest.mark.parametrize("width", WIDTHS)
def test_pictures_are_chosen_and_sent(
    open_chat: OpenChat, site: str, rasa: FakeRasa, width: int
) -> None:
    chat = open_pictures(open_chat, site, width)
    assert tiles(chat).count() == 12
    for number in (1, 3, 6):
        tiles(chat).nth(number - 1).check()
    expect(chat.page.get_by_text("3 sur 5 images")).to_be_visible()
    submit = chat.page.get_by_role("button", name="Valider")
    expect(submit).to_be_in_viewport(ratio=1)
    assert submit.evaluate(AT_ITS_OWN_PLACE), "nothing lies over the button"
    assert overflow(chat) == []
    chat.press("Valider")
    values = json.loads(rasa.said()[-1].removeprefix("/answer"))["values"]
    assert values == ["picture-1", "picture-3", "picture-6"]
    assert chat.said_by_person()[-1].startswith("1. ")
    assert overflow(chat) == []


def test_the_sixth_picture_is_refused_and_said(open_chat: OpenChat, site: str) -> None:
    chat = open_pictures(open_chat, site)
    for number in range(5):
        tiles(chat).nth(number).check()
    tiles(chat).nth(5).click()
    expect(tiles(chat).nth(5)).not_to_be_checked()
    said = "5 images au plus. Enlevez-en une pour en prendre une autre."
    expect(chat.page.locator(".chosen")).to_have_text(said)
    expect(chat.page.locator("[aria-live]").get_by_text(said)).to_be_attached()


def test_a_picture_is_seen_large_with_its_description(open_chat: OpenChat, site: str) -> None:
    chat = open_pictures(open_chat, site)
    chat.page.get_by_role("button", name=re.compile("^Voir en grand.* 2\\. ")).click()
    large = chat.page.get_by_role("dialog")
    expect(large.get_by_text("dans la lumière du matin")).to_be_visible()
    expect(large.get_by_role("heading", name=re.compile("^2\\. "))).to_be_visible()
    large.get_by_role("button", name="Suivante").click()
    expect(large.get_by_role("heading", name=re.compile("^3\\. "))).to_be_visible()
    for _ in range(3):
        large.get_by_role("button", name="Précédente").click()
    expect(large.get_by_role("heading", name=re.compile("^12\\. "))).to_be_visible()
    chat.page.keyboard.press("Escape")
    expect(large).to_have_count(0)
    expect(tiles(chat).nth(1)).not_to_be_checked()


def test_scanned_pictures_come_ticked_and_are_forgotten_once_sent(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    serve_drawings(chat)
    chat.page.goto(f"{site}?image=7")
    chat.wait_for_answer()
    expect(chat.page.locator(".notice").get_by_text("Image 7 gardée")).to_be_visible()
    chat.page.goto(f"{site}?image=12")
    chat.wait_for_answer()
    chat.say("les images")
    expect(tiles(chat).nth(6)).to_be_checked()
    expect(tiles(chat).nth(11)).to_be_checked()
    tiles(chat).nth(0).check()
    chat.press("Valider")
    chat.say("les images")
    expect(chat.page.get_by_text("0 sur 5 images")).to_be_visible()


def test_a_scene_says_where_one_is_in_the_story(open_chat: OpenChat, site: str) -> None:
    chat = open_pictures(open_chat, site)
    chat.press("Aucune de ces images")
    expect(chat.page.get_by_text("Scène 1 sur 8", exact=True)).to_be_visible()
    expect(chat.page.get_by_role("img", name=re.compile("dans la lumière"))).to_be_visible()
    chat.press("Je parle avec la voisine")


def test_easy_reading_is_switched_from_the_menu_and_back(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    menu = chat.page.get_by_role("button", name="Menu")
    for title, other in (("Facile à lire", "Texte habituel"), ("Texte habituel", "Facile à lire")):
        menu.click()
        expect(chat.page.get_by_role("button", name=other)).to_have_count(0)
        chat.press(title)
        menu.click()
        expect(chat.page.get_by_role("button", name=other)).to_be_visible()
        menu.click()
    chat.page.reload()
    chat.wait_for_answer()
    menu.click()
    expect(chat.page.get_by_role("button", name="Facile à lire")).to_be_visible()
    assert rasa.said()[-1] == '/set_reading{"reading": "standard"}'
