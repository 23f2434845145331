"""Entering, choosing a password and keeping accounts in Chromium: by keyboard, and read by axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bot.adapters.rasa_client import RasaClient
from bot.settings import Settings
from bot.web.app import create_app
from tests.asgi_server import AsgiServer
from tests.browser.test_widget_accessibility import AXE_TAGS
from tests.fake_rasa import SECRET
from tests.integration.console.conftest import ACCOUNTS, PASSWORD, on_sqlite
from tests.servers import free_port

ADMIN = ACCOUNTS["admin"].login


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The console with its accounts; Rasa is not asked."""
    folder: Path = tmp_path_factory.mktemp("accounts")
    engine, port = on_sqlite(folder), free_port()
    client = RasaClient("http://127.0.0.1:9", SECRET, 1.0)
    server = AsgiServer(create_app(engine, client, settings=Settings.from_environment({})), port)
    server.start()
    yield f"http://127.0.0.1:{port}"
    server.stop()
    engine.dispose()


def enter(page: Page, login: str, password: str) -> None:
    """By keyboard alone."""
    page.get_by_label("Identifiant").fill(login)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")


def is_well(page: Page) -> None:
    """No fault that axe finds, one title, nothing beside the screen."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}})
    assert found.violations_count == 0, found.generate_report()
    assert page.locator("h1").count() == 1
    too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(too_wide), page.url


@pytest.mark.parametrize("width", [1280, 768])
def test_the_pages_of_accounts_are_for_everybody(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="fr-FR")
    page = context.new_page()
    page.goto(f"{site}/console/organisation")
    is_well(page)
    enter(page, ADMIN, "faux")
    expect(page.get_by_role("alert")).to_contain_text("n’est pas le bon")
    is_well(page)
    enter(page, ADMIN, PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text(ACCOUNTS["admin"].org.name)
    page.get_by_text("Changer le compte de Camille").click()
    is_well(page)
    page.get_by_label("Nom de la personne").fill("Léa Martin")
    page.get_by_label("Identifiant : son adresse").fill(f"lea{width}")
    page.get_by_role("button", name="Ouvrir le compte").click()
    expect(page.get_by_role("heading", name=f"Compte lea{width}")).to_be_visible()
    is_well(page)
    password = page.locator(".secret").inner_text()
    page.get_by_role("link", name="Journal des accès").click()
    expect(page.get_by_role("cell", name="compte ouvert").first).to_be_visible()
    is_well(page)
    page.set_viewport_size({"width": 390, "height": 844})
    is_well(page)
    page.get_by_role("button", name="Sortir").click()
    enter(page, f"lea{width}", password)
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre mot de passe")
    is_well(page)
    page.get_by_label("Mot de passe actuel").fill(password)
    page.get_by_label("Nouveau mot de passe").fill("trombone lavande tuba")
    page.get_by_label("Le nouveau, encore une fois").fill("trombone lavande tuba")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bonjour Léa Martin")
    expect(page.get_by_text("Votre mot de passe est changé")).to_be_visible()
    is_well(page)
    context.close()
