"""Real Chromium, driven by Playwright, on the widget.

`open_chat(url, width)` opens the page of any running Déclic; when the test ends, it fails if the
page said an error on its console or asked anything of another host.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.engine import connect, metadata
from bot.adapters.sql.personal_tables import PERSONAL
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.limits import Limit, Limits
from tests.asgi_server import AsgiServer
from tests.browser.chat import Chat
from tests.browser.host_site import host_app
from tests.fake_rasa import SECRET, FakeRasa
from tests.servers import free_port

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
HEIGHTS = {320: 568, 390: 844, 768: 1024, 1280: 800}
ANSWER_SECONDS = 3.0
NO_LIMIT = Limit(burst=10_000, per_second=10_000)

OpenChat = Callable[..., Chat]


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def open_chat(browser: Browser) -> Iterator[OpenChat]:
    """Opens a page at a width in CSS pixels; other options are those of a Playwright context.

    declic: address of the Déclic whose widget is in the page, when it is another site's page.
    """
    opened: list[Chat] = []

    def open_one(url: str, width: int = 390, declic: str = "", **options: Any) -> Chat:
        viewport = {"width": width, "height": options.pop("height", HEIGHTS.get(width, 800))}
        context = browser.new_context(viewport=viewport, locale="fr-FR", **options)
        chat = Chat(context.new_page(), url, declic or url)
        opened.append(chat)
        return chat.open()

    yield open_one
    for chat in opened:
        chat.page.context.close()
    assert [error for chat in opened for error in chat.errors] == []
    assert [one for chat in opened for one in chat.strangers] == []


@pytest.fixture(scope="session")
def _host_origin() -> str:
    return f"http://127.0.0.1:{free_port()}"


@pytest.fixture(scope="session")
def _site(
    tmp_path_factory: pytest.TempPathFactory, _host_origin: str
) -> Iterator[tuple[str, FakeRasa]]:
    rasa, port = FakeRasa(), free_port()
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('site') / 'declic.db'}")
    metadata.create_all(engine, tables=[personal.table for personal in PERSONAL])
    limits = Limits(session=NO_LIMIT, address=NO_LIMIT, openings=NO_LIMIT)
    client = RasaClient(rasa.url, SECRET, ANSWER_SECONDS)
    settings = Settings.from_environment({"DECLIC_EMBED_ORIGINS": _host_origin})
    server = AsgiServer(create_app(engine, client, limits, settings), port)
    rasa.start()
    server.start()
    yield f"http://127.0.0.1:{port}/", rasa
    server.stop()
    rasa.stop()
    engine.dispose()


@pytest.fixture
def rasa(_site: tuple[str, FakeRasa]) -> FakeRasa:
    """The Rasa behind the site; it knows nobody."""
    server = _site[1]
    server.reset()
    server.start()
    return server


@pytest.fixture(scope="session")
def _host(_site: tuple[str, FakeRasa], _host_origin: str) -> Iterator[str]:
    port = int(_host_origin.rpartition(":")[2])
    server = AsgiServer(host_app(_site[0].rstrip("/")), port)
    server.start()
    yield _host_origin
    server.stop()


@pytest.fixture
def host(_host: str, rasa: FakeRasa) -> str:
    """Address of a site on another origin, with the widget in its pages."""
    return _host


@pytest.fixture
def site(_site: tuple[str, FakeRasa], rasa: FakeRasa) -> str:
    """Address of the real web app, in front of a FakeRasa."""
    return _site[0]
