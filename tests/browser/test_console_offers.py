"""An editor keeps an offer up to date in Chromium, by keyboard too; axe finds nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from bot import wiring
from bot.adapters import catalogue_files
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import migrate
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.engine import connect
from bot.adapters.sql.offer_changes import OfferChanges
from bot.adapters.sql.team_box import SqlTeamBox
from bot.services.ports import Opened, Shown, StaleReport
from bot.settings import ROOT, Settings
from bot.web.app import create_app
from bot.web.tokens import now
from tests.asgi_server import AsgiServer
from tests.browser.console_pages import console_pages
from tests.browser.test_widget_accessibility import AXE_TAGS
from tests.fake_rasa import SECRET
from tests.integration.console.conftest import ACCOUNTS, MISSION
from tests.servers import free_port

PERMIT = "aura-permis-200"
REPORTED = Shown("offer", PERMIT, "Aide au permis", "Une somme fixe.", "https://ra.fr", None)


@pytest.fixture
def changes(tmp_path: Path) -> OfferChanges:
    """A database with an editor and a report."""
    engine = connect(f"sqlite:///{tmp_path / 'declic.db'}")
    migrate.upgrade(engine)
    accounts = AccountStore(engine)
    accounts.add_organisation(MISSION, now())
    accounts.add(ACCOUNTS["editor"], now())
    opened = Opened("a" * 32, "m1", "jobs", "BMO 2025", "2026-11-27")
    SqlTeamBox(engine).keep_report(opened, StaleReport(REPORTED, "figure", "c'est 300 euros"))
    return OfferChanges(engine)


@pytest.fixture
def console(
    changes: OfferChanges, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The address of the console, over a copy of the offers."""
    folder = shutil.copytree(ROOT / "data" / "offers", tmp_path / "offers")
    catalogue = catalogue_files.read(ROOT / "data" / "catalogue")
    monkeypatch.setenv("DECLIC_OFFERS", str(folder))
    monkeypatch.setattr(wiring, "catalogue", lambda: catalogue)
    engine, port = connect(f"sqlite:///{tmp_path / 'declic.db'}"), free_port()
    rasa = RasaClient(f"http://127.0.0.1:{free_port()}", SECRET, 2.0)
    server = AsgiServer(create_app(engine, rasa, settings=Settings.from_environment({})), port)
    server.start()
    yield f"http://127.0.0.1:{port}/console"
    server.stop()
    engine.dispose()


@pytest.fixture
def sit(browser: Browser, console: str) -> Iterator[Callable[..., Page]]:
    """The editor at the console, in a window of a width; no error on the page is let through."""
    with console_pages(browser, console.removesuffix("/console"), "editor") as open_console:

        def open_one(width: int, **options: bool) -> Page:
            page = open_console(width, **options)
            page.get_by_role("link", name="Aides", exact=True).first.click()
            return page

        yield open_one


def faults(page: Page) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": [*AXE_TAGS, "best-practice"]}}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@pytest.mark.parametrize("width", [768, 1280])
def test_the_whole_way_is_accessible_from_the_queue_to_the_published_offer(
    sit: Callable[..., Page], changes: OfferChanges, width: int, tmp_path: Path
) -> None:
    page = sit(width, bypass_csp=True)
    seen: dict[str, tuple[list[str], int]] = {}

    def look(name: str) -> None:
        page.screenshot(path=tmp_path / f"{width}-{name}.png", full_page=True)
        seen[name] = faults(page), max(overflow(page), 0)

    look("queue")
    page.get_by_role("link", name="Aide de la Région au permis de conduire").click()
    look("offer")
    page.get_by_role("link", name="Modifier").click()
    look("form")
    page.get_by_label("Nom (à remplir)").fill("")
    page.get_by_label("Montant", exact=True).first.fill("beaucoup")
    page.get_by_role("button", name="Enregistrer et vérifier").first.click()
    look("faults")
    page.get_by_role("link", name="Nom", exact=True).click()
    page.get_by_label("Nom (à remplir)").fill("Aide régionale au permis")
    page.get_by_label("Montant", exact=True).first.fill("300")
    page.get_by_label("J’ai lu la page officielle aujourd’hui").check()
    page.get_by_label("À revoir après le").fill("2099-01-01")
    page.get_by_role("button", name="Ajouter une condition", exact=True).click()
    page.get_by_label("Condition 3 : le fait").select_option("status")
    page.get_by_role("checkbox", name="Au RSA").check()
    look("condition")
    page.get_by_role("button", name="Voir l’aperçu").first.click()
    look("preview")
    page.get_by_label("Pourquoi ce changement").fill("la page dit 300 €")
    page.get_by_role("button", name="Publier").click()
    page.get_by_label("Ce qui est décidé").fill("montant changé")
    page.get_by_role("button", name="Clore ces signalements").click()
    look("published")
    assert {name: found for name, found in seen.items() if found != ([], 0)} == {}
    assert "status, one_of: [rsa]" in changes.history(PERMIT)[-1].content
    assert page.get_by_text("Un signalement est clos.").is_visible()


def test_the_form_works_without_javascript_and_by_keyboard(
    sit: Callable[..., Page], changes: OfferChanges
) -> None:
    page = sit(1280, java_script_enabled=False)
    page.get_by_role("link", name="Aide de la Région au permis de conduire").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Modifier").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Contact").focus()
    page.keyboard.type("04 00 00 00 00")
    page.keyboard.press("Enter")
    page.get_by_text("Brouillon gardé.").wait_for()
    assert page.get_by_label("Contact").input_value() == "04 00 00 00 00"
    page.get_by_role("button", name="Ajouter une condition", exact=True).press("Enter")
    page.get_by_label("Condition 3 : le fait").select_option("registered_months")
    page.get_by_role("button", name="Enregistrer et vérifier").first.press("Enter")
    page.get_by_label("Au moins (mois)").fill("6")
    page.get_by_role("button", name="Voir l’aperçu").first.press("Enter")
    page.get_by_label("Pourquoi ce changement").fill("essai")
    page.keyboard.press("Enter")
    page.get_by_text("C’est publié.").wait_for()
    assert "registered_months, at_least: 6" in changes.history(PERMIT)[-1].content
