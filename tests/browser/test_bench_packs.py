"""Territory packs in Chromium: an admin sends one, reads what it changes, takes it in, gives it
back; every page is read by axe on a screen and on a tablet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from bot.adapters.packs.sealed import opened
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import catalogue_store
from bot.replay.packs import CATALOGUE
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.limits import Limit, Limits
from tests import pack_source
from tests.asgi_server import AsgiServer
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.console.conftest import ACCOUNTS, PASSWORD, ready
from tests.servers import free_port

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NO_LIMIT = Limit(burst=10_000, per_second=10_000)
HEIGHTS = {390: 844, 768: 1024, 1280: 900}
PACKS = "/console/banc/mallettes"


@dataclass(frozen=True)
class Site:
    address: str
    folder: Path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A Déclic with what comes with it, and nobody's pack."""
    folder = tmp_path_factory.mktemp("packs")
    rasa, port = FakeRasa(), free_port()
    engine = ready(f"sqlite:///{folder / 'declic.db'}")
    catalogue_store.fill(engine, CATALOGUE)
    given = Settings.from_environment({"DECLIC_PORT": str(port), "DECLIC_VAR": str(folder)})
    settings = replace(given, stories=folder / "stories")
    limits = Limits(session=NO_LIMIT, address=NO_LIMIT, openings=NO_LIMIT)
    client = RasaClient(rasa.url, SECRET, 5.0)
    server = AsgiServer(create_app(engine, client, limits, settings), port)
    rasa.start()
    server.start()
    yield Site(f"http://127.0.0.1:{port}", folder)
    server.stop()
    rasa.stop()
    engine.dispose()


Seen = Callable[[str, int], Page]


@pytest.fixture
def seen(browser: Browser, desk: Site) -> Iterator[Seen]:
    """Opens a page at a width, signed in as an admin; fails if the page says an error. Without the
    policy, which forbids the styles that axe itself tries."""
    errors: list[str] = []
    contexts = []

    def note(message: ConsoleMessage) -> None:
        # A refusal is a page with its reasons, and the browser names its status.
        if message.type in ("error", "warning") and "422" not in message.text:
            errors.append(message.text)

    def open_one(path: str, width: int) -> Page:
        viewport = {"width": width, "height": HEIGHTS[width]}
        context = browser.new_context(viewport=viewport, locale="fr-FR", bypass_csp=True)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{desk.address}/console/entrer")
        page.fill("#login", ACCOUNTS["admin"].login)
        page.fill("#password", PASSWORD)
        page.get_by_role("button", name="Entrer").click()
        page.goto(desk.address + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []


def check(page: Page) -> None:
    """Nothing that axe finds, nothing wider than the screen."""
    found = Axe().run(page, options=AXE)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def send(page: Page, content: bytes) -> None:
    file = {"name": "essai.declic", "mimeType": "application/octet-stream", "buffer": content}
    page.set_input_files("#fichier", file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Regarder ce qu’elle change").click()


@pytest.mark.parametrize("width", HEIGHTS)
def test_a_pack_is_sent_read_taken_in_and_let_go(seen: Seen, width: int) -> None:
    page = seen(PACKS, width)
    check(page)
    pack = pack_source.pack()
    send(page, pack.content[:-1])
    expect(page.get_by_role("alert")).to_contain_text("Demandez-le de nouveau")
    check(page)
    send(page, pack.content)
    expect(page.get_by_role("heading", level=1)).to_have_text("Petite Bretagne")
    expect(page.get_by_text(pack.signer.fingerprint)).to_be_visible()
    expect(page.get_by_text("Finistère : 1 de plus")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Importer la mallette").click()
    expect(page.get_by_text("Comparez d’abord l’empreinte")).to_be_visible()
    page.get_by_label("J’ai comparé l’empreinte").check()
    page.get_by_role("button", name="Importer la mallette").click()
    expect(page.get_by_text("Les aides comptent déjà")).to_be_visible()
    expect(page.get_by_role("heading", name="Petite Bretagne")).to_be_visible()
    check(page)
    page.get_by_role("link", name="Retirer…").click()
    expect(page.get_by_text("Finistère : 1 de moins")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Retirer la mallette").click()
    expect(page.get_by_text("Aucune pour l’instant.")).to_be_visible()


def test_a_region_is_exported_with_the_stories_that_are_ticked(seen: Seen, desk: Site) -> None:
    recorded = desk.folder / "stories" / "enregistrees"
    recorded.mkdir(parents=True)
    for path in (recorded.parent / "aura-aide.yml", recorded / "conversation-1.yml"):
        path.write_text(pack_source.STORY, "utf-8")
    page = seen(PACKS, 390)
    page.get_by_role("button", name="Créer notre clé").click()
    expect(page.get_by_text("Empreinte de notre clé")).to_be_visible()
    check(page)
    expect(page.get_by_text("vient d’une vraie conversation")).to_have_count(1)
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
    page.get_by_role("checkbox").first.check()
    with page.expect_download() as told:
        page.get_by_role("button", name="Télécharger la mallette").click()
    made = opened(Path(told.value.path()).read_bytes())
    assert made.about.title == "Auvergne-Rhône-Alpes"
    assert [one for one in made.files if one.startswith("stories/")] == ["stories/aura-aide.yml"]
