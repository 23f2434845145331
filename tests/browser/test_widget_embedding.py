"""The widget in the page of another site, whose style sheet and policy do it no favour."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.browser.test_widget import overflow
from tests.browser.test_widget_accessibility import focused, violations
from tests.fake_rasa import FakeRasa

LAUNCHER = "Trouver un métier"
WIDTHS = [320, 1280]


@pytest.fixture
def open_host(open_chat: OpenChat, site: str, host: str):
    """Opens a page of the host: its path, a width, options of a Playwright context."""

    def open_one(path: str, width: int = 390, **options) -> Chat:
        return open_chat(f"{host}/{path}", width, declic=site, **options)

    return open_one


def open_panel(chat: Chat) -> None:
    chat.page.get_by_role("button", name=LAUNCHER).click()
    chat.wait_for_answer()


def box(chat: Chat, selector: str) -> dict[str, float]:
    found = chat.page.locator(selector).bounding_box()
    assert found
    return {name: round(value) for name, value in found.items()}


@pytest.mark.parametrize("width", WIDTHS)
def test_a_conversation_goes_its_way_in_a_hostile_page(
    open_host, site: str, rasa: FakeRasa, width: int
) -> None:
    chat = open_host("inline", width)
    chat.wait_for_answer()
    chat.press("C’est parti")
    chat.say("Bourgoin")
    chat.press("Non")
    chat.tick("Travailler la nuit")
    expect(chat.page.locator(".card.job")).to_have_count(3)
    assert overflow(chat) == []
    assert violations(chat) == []
    assert len(rasa.conversations()) == 1


@pytest.mark.parametrize("width", WIDTHS)
def test_the_host_changes_neither_the_size_nor_the_look(
    open_chat: OpenChat, open_host, site: str, width: int
) -> None:
    chat, own = open_host("floating", width), open_chat(site, width)
    open_panel(chat)
    own.wait_for_answer()
    for selector in (".composer .main", ".top button >> nth=0"):
        assert box(chat, selector)["height"] == box(own, selector)["height"]
    look = """one => ["color", "fontFamily", "letterSpacing", "textTransform", "opacity"]
        .map((name) => getComputedStyle(one)[name])"""
    for selector in (".bubble", ".composer .main", "textarea"):
        here, there = chat.page.locator(selector).first, own.page.locator(selector).first
        assert here.evaluate(look) == there.evaluate(look)


def test_nothing_is_asked_of_the_server_before_the_launcher_is_pressed(
    open_host, rasa: FakeRasa
) -> None:
    chat = open_host("floating")
    expect(chat.page.get_by_role("button", name=LAUNCHER)).to_be_visible()
    assert sorted(urlsplit(one).path for one in chat.requests) == [
        "/floating",
        "/hostile.css",
        "/static/declic-chat.css",
        "/static/declic-chat.js",
        "/static/declic.svg",
    ]
    assert rasa.said() == []
    assert chat.page.evaluate("localStorage.length + sessionStorage.length") == 0
    open_panel(chat)
    assert rasa.said() == ["/greet"]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_panel_opens_and_closes_without_losing_anything(
    open_host, rasa: FakeRasa, width: int
) -> None:
    chat = open_host("floating", width)
    launcher = chat.page.get_by_role("button", name=LAUNCHER, include_hidden=True)
    expect(launcher).to_have_attribute("aria-expanded", "false")
    open_panel(chat)
    expect(launcher).to_have_attribute("aria-expanded", "true")
    assert focused(chat) == "Conversation"
    chat.say("Bourgoin")
    chat.page.get_by_label("Votre message").fill("pas encore fini")
    chat.page.keyboard.press("Escape")
    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    expect(launcher).to_have_attribute("aria-expanded", "false")
    assert focused(chat) == LAUNCHER
    chat.page.keyboard.press("Enter")
    assert chat.said_by_person() == ["Bourgoin"]
    expect(chat.page.get_by_label("Votre message")).to_have_value("pas encore fini")
    chat.page.get_by_role("button", name="Fermer").click()
    assert focused(chat) == LAUNCHER
    assert rasa.said() == ["/greet", "Bourgoin"]


def test_escape_closes_one_thing_at_a_time(open_host) -> None:
    chat = open_host("floating")
    open_panel(chat)
    chat.page.get_by_role("button", name="Menu").click()
    chat.page.get_by_role("button", name="Effacer mes données").click()
    expect(chat.page.get_by_role("dialog", name="Effacer vos données")).to_be_visible()
    chat.page.keyboard.press("Escape")
    expect(chat.page.get_by_role("dialog")).to_have_count(1)
    chat.page.get_by_role("button", name="Menu").click()
    chat.page.keyboard.press("Escape")
    expect(chat.page.get_by_role("dialog")).to_have_count(1)
    chat.page.keyboard.press("Escape")
    expect(chat.page.get_by_role("dialog")).to_have_count(0)


def test_on_a_phone_the_panel_is_the_whole_screen(open_host) -> None:
    chat = open_host("floating", 390)
    open_panel(chat)
    assert box(chat, ".chat") == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert chat.page.locator(".chat").evaluate("one => one.matches(':modal')")


def test_on_a_desk_the_panel_leaves_the_page_and_the_launcher_free(open_host) -> None:
    chat = open_host("floating", 1280)
    open_panel(chat)
    panel, launcher = box(chat, ".chat"), box(chat, ".launcher")
    assert panel["y"] > 0
    assert panel["y"] + panel["height"] < launcher["y"]
    assert panel["x"] + panel["width"] == launcher["x"] + launcher["width"] == 1280 - 16
    assert not chat.page.locator(".chat").evaluate("one => one.matches(':modal')")
    assert violations(chat) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_launcher_is_large_enough_and_has_no_violation(open_host, width: int) -> None:
    chat = open_host("floating", width)
    launcher = chat.page.get_by_role("button", name=LAUNCHER)
    expect(launcher).to_be_in_viewport(ratio=1)
    assert box(chat, ".launcher")["height"] >= 44
    assert violations(chat) == []


@pytest.mark.parametrize(
    ("theme", "scheme", "background"),
    [
        ("dark", "light", "rgb(27, 19, 31)"),
        ("light", "dark", "rgb(248, 241, 235)"),
        ("auto", "dark", "rgb(27, 19, 31)"),
    ],
)
def test_the_host_chooses_the_colours_or_leaves_them_to_the_person(
    open_host, theme: str, scheme: str, background: str
) -> None:
    chat = open_host(f"inline?theme={theme}", color_scheme=scheme)
    chat.wait_for_answer()
    expect(chat.page.locator(".chat")).to_have_css("background-color", background)


def test_the_region_of_the_host_is_told_at_the_opening(open_host) -> None:
    chat = open_host("floating?region=84")
    with chat.page.expect_request("**/api/sessions") as asked:
        open_panel(chat)
    assert asked.value.post_data_json == {"region": "84", "shared": False}


def test_the_script_leaves_no_name_in_the_page(open_host) -> None:
    chat = open_host("inline")
    chat.wait_for_answer()
    names = ["make", "button", "SCRIPT", "FILES", "DeclicChat", "call", "Memory"]
    assert chat.page.evaluate("(names) => names.map((name) => name in window)", names) == (
        [False] * len(names)
    )


def test_a_page_with_the_tag_twice_has_one_conversation(open_host, rasa: FakeRasa) -> None:
    chat = open_host("inline?twice=yes")
    chat.wait_for_answer()
    expect(chat.page.locator("declic-chat")).to_have_count(1)
    assert rasa.said() == ["/greet"]


def test_leaving_the_page_and_going_back_finds_the_conversation_again(
    open_host, host: str, rasa: FakeRasa
) -> None:
    chat = open_host("floating")
    open_panel(chat)
    chat.say("Bourgoin")
    chat.page.goto(f"{host}/inline")
    chat.wait_for_answer()
    assert chat.said_by_person() == ["Bourgoin"]
    chat.page.go_back()
    open_panel(chat)
    assert chat.said_by_person() == ["Bourgoin"]
    assert rasa.said() == ["/greet", "Bourgoin"]


def test_a_site_of_shared_computers_says_so_at_the_opening(open_host) -> None:
    chat = open_host("inline?shared=yes")
    chat.wait_for_answer()
    assert chat.page.evaluate("localStorage.length") == 0
    assert chat.page.evaluate("sessionStorage.getItem('declic.token')")
