"""Territory and workshops in Chromium: read by axe, printed, projected, joined from a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import sqlalchemy as sa
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from sqlalchemy.engine import Engine

from bot import wiring
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.engine import connect
from bot.adapters.sql.territory_tables import conversation_facts
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.limits import Limit, Limits
from bot.web.tokens import now
from tests.asgi_server import AsgiServer
from tests.browser.chat import Chat
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.console.conftest import ACCOUNTS, MISSION, PASSWORD
from tests.servers import free_port
from tests.unit.persona_view import catalogue
from tests.web_database import make_tables

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NO_LIMIT = Limit(burst=10_000, per_second=10_000)
HEIGHTS = {390: 844, 768: 1024, 1280: 900, 1920: 1080}
PEOPLE: tuple[tuple[int, dict[str, object]], ...] = (
    (
        9,
        {
            "barriers": ["licence", "vehicle", "minutes"],
            "asked": ["ask_support_offer", "what_if"],
            "lacking": ["car"],
            "shown": ["D1507", "K1304", "G1602"],
            "kept": ["K1304"],
            "declics": ["G1602"],
            "face": "good",
        },
    ),
    (7, {"barriers": ["childcare"], "asked": ["ask_pay"], "shown": ["D1507"], "face": "very_good"}),
    (3, {"barriers": ["licence"], "face": "bad"}),
    (8, {"shown": ["K1304"], "kept": ["K1304"], "declics": ["K1304"]}),
)


@dataclass(frozen=True)
class Site:
    address: str
    engine: Engine
    rasa: FakeRasa


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A Déclic whose organisation has accompanied some people."""
    rasa, port = FakeRasa(), free_port()
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('console') / 'declic.db'}")
    make_tables(engine)
    accounts = AccountStore(engine)
    accounts.add_organisation(MISSION, now())
    accounts.add(ACCOUNTS["advisor"], now())
    row = {"org_id": MISSION.org_id, "turn": 9, "basin_code": "8415", "department": "69"}
    rows = [
        {**row, "day": now().date(), "facts": facts}
        for count, facts in PEOPLE
        for _ in range(count)
    ]
    with engine.begin() as connection:
        connection.execute(sa.insert(conversation_facts), rows)
    patch = pytest.MonkeyPatch()
    patch.setattr(wiring, "catalogue", catalogue)
    address = f"http://127.0.0.1:{port}"
    settings = Settings.from_environment({"DECLIC_PORT": str(port)})
    limits = Limits(session=NO_LIMIT, address=NO_LIMIT, openings=NO_LIMIT)
    client = RasaClient(rasa.url, SECRET, 5.0)
    server = AsgiServer(create_app(engine, client, limits, settings), port)
    rasa.start()
    server.start()
    yield Site(address, engine, rasa)
    patch.undo()
    server.stop()
    rasa.stop()
    engine.dispose()


Seen = Callable[..., Page]


@pytest.fixture
def seen(browser: Browser, desk: Site) -> Iterator[Seen]:
    """Opens a page of the console at a width, signed in; fails if the page says an error."""
    errors: list[str] = []
    contexts = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            errors.append(message.text)

    def open_one(path: str, width: int = 1280, for_axe: bool = False) -> Page:
        """for_axe: without the policy, which forbids the styles that axe itself tries."""
        viewport = {"width": width, "height": HEIGHTS[width]}
        context = browser.new_context(viewport=viewport, locale="fr-FR", bypass_csp=for_axe)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{desk.address}/console/entrer")
        page.fill("#login", ACCOUNTS["advisor"].login)
        page.fill("#password", PASSWORD)
        page.get_by_role("button", name="Entrer").click()
        page.goto(desk.address + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def made(seen: Seen) -> Callable[..., tuple[Page, str]]:
    """A new workshop, and its path."""

    def make(tables: int = 2, width: int = 1280, for_axe: bool = False) -> tuple[Page, str]:
        page = seen("/console/ateliers", width, for_axe)
        page.fill("#name", "Jeudi des métiers")
        page.fill("#tables", str(tables))
        page.get_by_role("button", name="Créer l’atelier").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Jeudi des métiers")
        return page, page.url.removeprefix(page.url.split("/console")[0])

    return make


def is_clean(page: Page) -> None:
    """Nothing for axe to say, nothing beside the screen."""
    found = Axe().run(page, options=AXE)
    told = [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]]
    assert told == []
    width = page.viewport_size["width"]  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [768, 1280])
def test_the_territory_is_read_by_everybody(seen: Seen, width: int) -> None:
    page = seen("/console/territoire", width, for_axe=True)
    expect(page.get_by_role("heading", name="Ce qui recrute")).to_be_visible()
    expect(page.get_by_role("img", name="Freins qui reviennent")).to_be_visible()
    is_clean(page)


def test_basins_and_views_are_chosen_by_the_address(seen: Seen) -> None:
    page = seen("/console/territoire")
    page.get_by_label("Ajouter un bassin").fill("Oyonnax")
    page.get_by_label("Montrer").select_option("domaine")
    page.get_by_role("button", name="Actualiser").click()
    expect(page.get_by_role("checkbox")).to_have_count(2)
    assert "par=domaine" in page.url
    with page.expect_download() as download:
        page.get_by_role("link", name="Projets d’embauche").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert text.startswith("Recrutement;Projets;Précision")


@pytest.mark.parametrize("width", [768, 1280])
def test_every_page_of_a_workshop_is_clean(
    made: Callable[..., tuple[Page, str]], desk: Site, width: int
) -> None:
    page, path = made(width=width, for_axe=True)
    for part in ("", "/codes", "/deroule", "/mur"):
        page.goto(desk.address + path + part)
        is_clean(page)
    page.goto(desk.address + "/console/ateliers")
    is_clean(page)


def test_twelve_codes_are_one_printed_page_that_phones_read(
    made: Callable[..., tuple[Page, str]], desk: Site
) -> None:
    page, path = made(tables=12)
    page.goto(f"{desk.address}{path}/codes")
    codes = [code.replace("-", "") for code in page.locator(".code").all_inner_texts()]
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    assert len(printed) == 1
    drawn = printed[0].render(scale=3).to_pil()
    found = {code.text for code in zxingcpp.read_barcodes(drawn)}
    assert found == {f"{desk.address}/atelier/{code}" for code in codes}
    screen = Image.open(BytesIO(page.locator(".qr").first.screenshot()))
    assert zxingcpp.read_barcodes(screen)


def test_the_script_prints_on_a_few_pages(
    made: Callable[..., tuple[Page, str]], desk: Site
) -> None:
    page, path = made()
    page.goto(f"{desk.address}{path}/deroule")
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = "".join(one.get_textpage().get_text_range() for one in printed)
    assert len(printed) <= 4
    assert "Accueillir" in text and "Si quelque chose coince" in text
    assert "Revenir à l’atelier" not in text


def test_people_join_from_their_phones_and_the_wall_follows(
    made: Callable[..., tuple[Page, str]], seen: Seen, browser: Browser, desk: Site
) -> None:
    page, path = made()
    page.goto(f"{desk.address}{path}/codes")
    code = page.locator(".code").first.inner_text().replace("-", "")
    wall = seen(f"{path}/mur", 1920)
    expect(wall.get_by_text("Le mur s’ouvre quand 5 personnes participent")).to_be_visible()
    phones = []
    for _ in range(5):
        context = browser.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR")
        phone = context.new_page()
        phone.goto(f"{desk.address}/atelier/{code}")
        phone.get_by_role("button", name="Commencer", exact=True).click()
        chat = Chat(phone, f"{desk.address}/")
        phone.wait_for_url(f"{desk.address}/")
        chat.wait_for_answer()
        phones.append(context)
    expect(wall.get_by_text("5 personnes participent")).to_be_visible()
    with desk.engine.begin() as connection:
        facts = {"pictures": ["velo", "potager", "cuisine"], "shown": ["D1507"], "kept": ["D1507"]}
        in_workshop = conversation_facts.c.workshop_id == path.rpartition("/")[2]
        connection.execute(
            sa.update(conversation_facts).where(in_workshop).values(facts=facts, turn=99)
        )
    expect(wall.get_by_role("img", name="Un jeune homme répare un vélo")).to_be_visible()
    projected = seen(f"{path}/mur", 1920, for_axe=True)
    expect(projected.get_by_text("Nos images")).to_be_visible()
    is_clean(projected)
    for context in phones:
        context.close()


def test_a_phone_that_keeps_nothing_is_led_by_its_code(
    made: Callable[..., tuple[Page, str]], browser: Browser, desk: Site
) -> None:
    page, path = made()
    page.goto(f"{desk.address}{path}/codes")
    code = page.locator(".code").first.inner_text().replace("-", "")
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    phone = context.new_page()
    phone.goto(f"{desk.address}/atelier")
    phone.get_by_label("Code de la table").fill(f"{code[:3]} {code[3:]}")
    phone.get_by_role("button", name="Continuer").click()
    phone.get_by_role("button", name="Commencer", exact=True).click()
    link = phone.get_by_role("link", name="Ouvrir ma conversation")
    assert "/#code=" in str(link.get_attribute("href"))
    context.close()


def test_a_wrong_code_is_told_on_a_page_that_all_can_read(browser: Browser, desk: Site) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    phone = context.new_page()
    phone.goto(f"{desk.address}/atelier/CCCCCC")
    expect(phone.get_by_role("alert")).to_contain_text("Vérifiez-le sur votre table")
    is_clean(phone)
    context.close()


def test_the_welcome_at_a_table_is_read_by_everybody(
    made: Callable[..., tuple[Page, str]], browser: Browser, desk: Site
) -> None:
    page, path = made()
    page.goto(f"{desk.address}{path}/codes")
    code = page.locator(".code").first.inner_text().replace("-", "")
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    phone = context.new_page()
    phone.goto(f"{desk.address}/atelier/{code}")
    is_clean(phone)
    for one in phone.get_by_role("button").all():
        box = one.bounding_box()
        assert box is not None and box["height"] >= 44
    context.close()
