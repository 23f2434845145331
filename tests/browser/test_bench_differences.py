"""A tester compares two runs and reads what moves in Chromium; axe finds nothing on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot import wiring
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import migrate
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.engine import connect
from bot.replay.runs.desk import RunDesk
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.tokens import now
from tests.asgi_server import AsgiServer
from tests.bench_pairs import told_otherwise, two_runs
from tests.browser.bench_pages import bench_pages
from tests.browser.test_console_offers import faults, overflow
from tests.fake_rasa import SECRET
from tests.integration.console.conftest import ACCOUNTS, MISSION
from tests.servers import free_port
from tests.unit.persona_view import catalogue


@pytest.fixture
def console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The console of an installation with two runs to compare and one of invariance."""
    monkeypatch.setattr(RunDesk, "wake", lambda desk: None)
    monkeypatch.setattr(wiring, "catalogue", catalogue)
    url, port = f"sqlite:///{tmp_path / 'declic.db'}", free_port()
    settings = Settings.from_environment(
        {"DECLIC_VAR": str(tmp_path / "var"), "DECLIC_DATABASE_URL": url}
    )
    engine = connect(url)
    migrate.upgrade(engine)
    accounts = AccountStore(engine)
    accounts.add_organisation(MISSION, now())
    accounts.add(ACCOUNTS["tester"], now())
    desk = RunDesk(engine, settings)
    two_runs(desk, catalogue())
    told_otherwise(desk, catalogue())
    rasa = RasaClient(f"http://127.0.0.1:{free_port()}", SECRET, 2.0)
    server = AsgiServer(create_app(engine, rasa, settings=settings), port)
    server.start()
    yield f"http://127.0.0.1:{port}/console"
    server.stop()
    engine.dispose()


@pytest.fixture
def sit(browser: Browser, console: str) -> Iterator[Callable[[int], Page]]:
    """The tester at the bench; no error on the page is let through."""
    with bench_pages(browser, console.removesuffix("/console")) as open_one:
        yield lambda width: open_one(width, bypass_csp=True)


@pytest.mark.parametrize("width", [768, 1280])
def test_what_changed_and_what_moves_is_read_by_everybody(
    sit: Callable[[int], Page], console: str, width: int, tmp_path: Path
) -> None:
    page = sit(width)
    seen: dict[str, tuple[list[str], int]] = {}

    def look(name: str) -> None:
        page.screenshot(path=tmp_path / f"{width}-{name}.png", full_page=True)
        seen[name] = faults(page), max(overflow(page), 0)

    page.goto(f"{console}/banc/comparer")
    look("choice")
    page.get_by_label("Avant").select_option(index=2)
    page.get_by_role("button", name="Comparer").click()
    assert page.get_by_text("embauches prévues autour de").first.is_visible()
    look("compare")
    page.get_by_label("Quoi").select_option(label="Aides")
    page.get_by_role("button", name="Chercher").click()
    assert page.get_by_role("status").inner_text() == "1 histoire sur 2 qui ont changé."
    page.get_by_role("link", name="Histoire nadia").click()
    page.get_by_text("pareil").first.click()
    look("story")
    page.goto(f"{console}/banc/invariance")
    look("invariance")
    page.locator("[name=histoire]:checked").first.uncheck()
    chosen, told = page.locator("[data-chosen]"), page.locator("[data-times='18']")
    stories = int(chosen.inner_text().split()[0])
    assert stories and told.inner_text() == str(18 * stories)
    page.get_by_role("link", name="Dites autrement : Nadia").click()
    look("table")
    page.get_by_role("link", name="dit par un homme").click()
    assert page.get_by_text("n’est plus montré").first.is_visible()
    look("telling")
    assert seen == {name: ([], 0) for name in seen} and len(seen) == 6
