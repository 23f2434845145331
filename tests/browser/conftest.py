"""Real Chromium, driven by Playwright, on the widget.

`open_chat(url, width)` opens the page of any running Déclic; when the test ends, it fails if the
page said an error on its console or asked anything of another host.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chat import WAIT_MS, Chat
from tests.browser.desk import Desk
from tests.browser.sites import ARGUMENTS, declic_site, free_origin, host_site
from tests.fake_rasa import FakeRasa

# Five seconds are too short where other tests run beside.
expect.set_options(timeout=WAIT_MS)

HEIGHTS = {320: 568, 390: 844, 768: 1024, 1280: 800}

OpenChat = Callable[..., Chat]
OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def screens() -> Iterator[list[Chat]]:
    """All that a test opens: none of them may say an error or ask a stranger anything."""
    opened: list[Chat] = []
    yield opened
    for chat in opened:
        chat.page.context.close()
    assert [error for chat in opened for error in chat.errors] == []
    assert [one for chat in opened for one in chat.strangers] == []


def new_page(browser: Browser, width: int, **options: Any) -> Page:
    """In a context of its own, at a width in CSS pixels."""
    viewport = {"width": width, "height": options.pop("height", HEIGHTS.get(width, 800))}
    return browser.new_context(viewport=viewport, locale="fr-FR", **options).new_page()


@pytest.fixture
def open_chat(browser: Browser, screens: list[Chat]) -> OpenChat:
    """Opens a page at a width in CSS pixels; other options are those of a Playwright context.

    declic: address of the Déclic whose widget is in the page, when it is another site's page.
    """

    def open_one(url: str, width: int = 390, declic: str = "", **options: Any) -> Chat:
        chat = Chat(new_page(browser, width, **options), url, declic or url)
        screens.append(chat)
        return chat.open()

    return open_one


@pytest.fixture
def open_desk(browser: Browser, screens: list[Chat]) -> OpenDesk:
    """Enters the console of the site at this address as Camille."""

    def open_one(url: str, width: int = 1280, **options: Any) -> Desk:
        desk = Desk(new_page(browser, width, **options), url)
        screens.append(desk)
        return desk.open()

    return open_one


@pytest.fixture(scope="session")
def _host_origin() -> str:
    return free_origin()


@pytest.fixture(scope="session")
def _site(
    tmp_path_factory: pytest.TempPathFactory, _host_origin: str
) -> Iterator[tuple[str, FakeRasa]]:
    with declic_site(tmp_path_factory.mktemp("site"), _host_origin) as site:
        yield site


@pytest.fixture
def rasa(_site: tuple[str, FakeRasa]) -> FakeRasa:
    """The Rasa behind the site; it knows nobody."""
    server = _site[1]
    server.reset()
    server.start()
    return server


@pytest.fixture(scope="session")
def _host(_site: tuple[str, FakeRasa], _host_origin: str) -> Iterator[str]:
    with host_site(_site[0], _host_origin):
        yield _host_origin


@pytest.fixture
def host(_host: str, rasa: FakeRasa) -> str:
    """Address of a site on another origin, with the widget in its pages."""
    return _host


@pytest.fixture
def site(_site: tuple[str, FakeRasa], rasa: FakeRasa) -> str:
    """Address of the real web app, in front of a FakeRasa."""
    return _site[0]
