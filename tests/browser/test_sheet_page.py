"""The page of a sheet in Chromium: read by everyone, printed on one page, quiet without scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Literal

import httpx
import pypdfium2
import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page

from bot.channel import typeset
from tests.browser.conftest import HEIGHTS
from tests.browser.test_widget_accessibility import AXE_TAGS
from tests.fake_rasa import FakeRasa
from tests.sheets import sheet_of, told, with_everything

MESSAGE = "00000000-0000-4000-8000-0000000000aa"


def sheet_url(site: str, rasa: FakeRasa, name: str, easy: bool = False, full: bool = False) -> str:
    """The address of a sheet that was just asked for."""
    profile = with_everything(told(name)) if full else None
    content = typeset(json.loads(json.dumps(sheet_of(name, easy=easy, profile=profile).as_dict())))
    rasa.replies = lambda turn: [
        {"custom": {"type": "sheet", "title": "Ma fiche", "content": content}}
    ]
    token = httpx.post(f"{site}api/sessions").json()["token"]
    answer = httpx.post(
        f"{site}api/messages",
        json={"message_id": MESSAGE, "command": "sheet"},
        headers={"Authorization": f"Bearer {token}"},
    ).json()
    return site.rstrip("/") + str(answer["messages"][0]["links"][0]["url"])


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("console", lambda one: errors.append(one.text) if one.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, site: str, rasa: FakeRasa, width: int, scheme: Literal["light", "dark"]
) -> None:
    """In a page of its own: axe itself tries styles that the policy forbids."""
    viewport = {"width": width, "height": HEIGHTS[width]}
    context = browser.new_context(viewport=viewport, color_scheme=scheme)
    page = context.new_page()
    for full in (False, True):
        page.goto(sheet_url(site, rasa, "Nadia", full=full))
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}})
        assert found.response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_what_can_be_pressed_is_large_enough(page: Page, site: str, rasa: FakeRasa) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(sheet_url(site, rasa, "Nadia"))
    pressed = page.locator("a:visible, button:visible")
    assert pressed.count() >= 6
    for one in pressed.all():
        box = one.bounding_box()
        assert box is not None and box["height"] >= 44, one.inner_text()


def test_the_button_prints_with_the_keyboard(page: Page, site: str, rasa: FakeRasa) -> None:
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    page.goto(sheet_url(site, rasa, "Nadia"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") == 1


def test_without_scripts_all_is_there_but_the_button(
    browser: Browser, site: str, rasa: FakeRasa
) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(sheet_url(site, rasa, "Nadia"))
    assert opened.get_by_role("heading", name="Ma fiche").is_visible()
    assert opened.get_by_role("link", name="Télécharger ma fiche").is_visible()
    assert not opened.get_by_role("button").is_visible()
    assert opened.get_by_role("img", name="Dessin à scanner").is_visible()
    context.close()


@pytest.mark.parametrize("easy", [False, True], ids=["usual", "easy"])
def test_printed_by_the_browser_nothing_is_lost(
    page: Page, site: str, rasa: FakeRasa, easy: bool
) -> None:
    """The PDF is one page by its own font; a browser takes its own, wider here: two at most."""
    page.goto(sheet_url(site, rasa, "Luca", easy))
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(printed) <= 2
    texts = [one.get_textpage().get_text_range() for one in printed]
    assert "Ma fiche" in texts[0]
    assert "Mon prochain petit pas" in texts[-1] and "Pour revenir" in texts[-1]
    assert "Imprimer" not in "".join(texts)


def test_the_code_on_the_page_is_read_by_a_phone(page: Page, site: str, rasa: FakeRasa) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(sheet_url(site, rasa, "Nadia"))
        drawn = page.get_by_role("img", name="Dessin à scanner").screenshot()
        found = zxingcpp.read_barcodes(Image.open(BytesIO(drawn)))
        assert [code.text.split("#")[-1][:5] for code in found] == ["code="]


def test_a_sheet_that_ended_is_told_on_a_page_that_all_can_read(
    browser: Browser, site: str
) -> None:
    context = browser.new_context()
    gone = context.new_page()
    gone.goto(f"{site}fiche/unknown")
    found = Axe().run(gone, options={"runOnly": {"type": "tag", "values": AXE_TAGS}})
    assert found.response["violations"] == []
    assert gone.get_by_role("link", name="Aller à la conversation").is_visible()
    context.close()
