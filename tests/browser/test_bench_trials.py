"""A crash test in Chromium: phones of participants, the desk of the team, the printed codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from sqlalchemy.engine import Engine

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.engine import connect
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.limits import Limit, Limits
from bot.web.tokens import now
from tests.asgi_server import AsgiServer
from tests.browser.chat import Chat
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.console.conftest import ACCOUNTS, MISSION, PASSWORD
from tests.servers import free_port
from tests.web_database import make_tables

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NO_LIMIT = Limit(burst=10_000, per_second=10_000)
HEIGHTS = {390: 844, 768: 1024, 1280: 900}
PATH = "/console/banc/essais"
LEAST_CHAT = 560
"""CSS pixels of a phone's screen that the bar leaves to the conversation."""


@dataclass(frozen=True)
class Site:
    address: str
    engine: Engine


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A Déclic with a tester, before a FakeRasa."""
    rasa, port, var = FakeRasa(), free_port(), tmp_path_factory.mktemp("var")
    engine = connect(f"sqlite:///{var / 'declic.db'}")
    make_tables(engine)
    accounts = AccountStore(engine)
    accounts.add_organisation(MISSION, now())
    accounts.add(ACCOUNTS["tester"], now())
    settings = Settings.from_environment({"DECLIC_PORT": str(port), "DECLIC_VAR": str(var)})
    limits = Limits(session=NO_LIMIT, address=NO_LIMIT, openings=NO_LIMIT)
    client = RasaClient(rasa.url, SECRET, 5.0)
    server = AsgiServer(create_app(engine, client, limits, settings), port)
    rasa.start()
    server.start()
    yield Site(f"http://127.0.0.1:{port}", engine)
    server.stop()
    rasa.stop()
    engine.dispose()


Open = Callable[..., Page]


@pytest.fixture
def screen(browser: Browser) -> Iterator[Open]:
    """A browser of its own at a width; fails if its page says an error."""
    errors: list[str] = []
    contexts = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "Failed to load" not in message.text:
            errors.append(message.text)

    def open_one(width: int = 390, for_axe: bool = False) -> Page:
        """for_axe: without the policy, which forbids the styles that axe itself tries."""
        viewport = {"width": width, "height": HEIGHTS[width]}
        context = browser.new_context(viewport=viewport, locale="fr-FR", bypass_csp=for_axe)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []


@dataclass(frozen=True)
class Led:
    """A trial that is open: the team's page, its path, and the codes."""

    desk: Page
    path: str
    codes: list[str]


@pytest.fixture
def led(screen: Open, site: Site) -> Callable[..., Led]:
    def lead(places: int = 2, width: int = 1280, for_axe: bool = False) -> Led:
        page = screen(width, for_axe)
        page.goto(f"{site.address}/console/entrer")
        page.fill("#login", ACCOUNTS["tester"].login)
        page.fill("#password", PASSWORD)
        page.get_by_role("button", name="Entrer").click()
        page.goto(site.address + PATH)
        page.fill("#title", "Essai du jeudi")
        page.fill("#places", str(places))
        page.select_option("#from", "declic/premier-essai")
        page.get_by_role("button", name="Préparer").click()
        if for_axe:
            is_clean(page)
        page.get_by_role("button", name="Enregistrer et ouvrir").click()
        expect(page.get_by_text("L’essai est ouvert")).to_be_visible()
        path = page.url.removeprefix(site.address)
        page.goto(f"{site.address}{path}/codes")
        codes = [code.replace("-", "") for code in page.locator(".code").all_inner_texts()]
        return Led(page, path, codes)

    return lead


def entered(page: Page, site: Site, code: str, *agreed: str) -> Chat:
    """A participant who has come in, at the first task."""
    page.goto(f"{site.address}/essai/{code}")
    for label in agreed:
        page.get_by_label(label).check()
    page.get_by_role("button", name="Commencer", exact=True).click()
    page.wait_for_url(f"{site.address}/essai/{code}")
    chat = Chat(page, f"{site.address}/")
    chat.wait_for_answer()
    return chat


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options=AXE)
    return [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]]


def is_clean(page: Page) -> None:
    """Nothing for axe to say, nothing beside the screen."""
    # A part that draws itself anew while axe measures moves what axe has measured before.
    assert not violations(page) or violations(page) == [], page.url
    width = page.viewport_size["width"]  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


def has_large_targets(page: Page) -> None:
    for one in page.locator("button:visible, .button:visible, select:visible").all():
        box = one.bounding_box()
        assert box is not None and box["height"] >= 44, one.inner_text()


@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_of_a_participant_is_clean(
    led: Callable[..., Led], screen: Open, site: Site, width: int
) -> None:
    code = led().codes[0]
    page = screen(width, for_axe=True)
    for address in ("/essai", "/essai/CCCCCC", f"/essai/{code}", f"/essai/{code}?facile=1"):
        page.goto(site.address + address)
        is_clean(page)
        has_large_targets(page)
    entered(page, site, code, "l’équipe de l’essai peut lire")
    page.locator("summary", has_text="Arrêter ou voir mes accords").click()
    page.get_by_role("button", name="Pas clair").click()
    is_clean(page)
    page.goto(f"{site.address}/essai/{code}/moi")
    is_clean(page)
    page.get_by_role("link", name="Revenir à l’essai").click()
    for _ in range(4):
        page.get_by_role("button", name="C’est fait").click()
    for heading, button in (
        ("Quelques questions", "Continuer"),
        ("Votre avis sur Déclic", "Continuer"),
        ("Voulez-vous ajouter quelque chose", "Envoyer"),
    ):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        is_clean(page)
        has_large_targets(page)
        page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("heading", name="Merci")).to_be_visible()
    is_clean(page)


def test_the_bar_leaves_the_conversation_its_room_and_folds(
    led: Callable[..., Led], screen: Open, site: Site
) -> None:
    page = screen(390)
    entered(page, site, led().codes[0])
    bar, chat = page.locator(".trial-bar"), page.locator("declic-chat")

    def boxes() -> tuple[float, float]:
        above, below = bar.bounding_box(), chat.bounding_box()
        assert above and below
        assert above["y"] + above["height"] <= below["y"] + 1, "the bar hides the chat"
        assert below["y"] + below["height"] <= HEIGHTS[390] + 1, "the chat runs below the screen"
        return above["height"], below["height"]

    tall, room = boxes()
    assert room >= LEAST_CHAT
    expect(page.get_by_role("button", name="Arrêter l’essai")).to_be_hidden()
    page.locator("summary", has_text="Arrêter ou voir mes accords").press("Enter")
    expect(page.get_by_role("link", name="Mes accords et mes mots")).to_be_visible()
    has_large_targets(page)
    boxes()
    page.get_by_role("button", name="Arrêter l’essai").click()
    page.get_by_role("link", name="Continuer l’essai").click()
    page.locator("#task > summary").click()
    low, more = boxes()
    assert low < tall / 2 and more > room
    expect(page.get_by_role("button", name="J’aime")).to_be_visible()


def test_a_reaction_is_sent_beside_the_conversation_which_goes_on(
    led: Callable[..., Led], screen: Open, site: Site
) -> None:
    trial = led()
    page = screen(390)
    chat = entered(page, site, trial.codes[0], "l’équipe de l’essai peut lire")
    chat.say("Bourgoin")
    page.get_by_role("button", name="C’est faux").click()
    page.get_by_label("C’est faux\u00a0: voulez-vous dire pourquoi").fill("Ce n’est pas ma ville")
    page.get_by_role("button", name="Envoyer", exact=True).first.click()
    expect(page.get_by_role("status")).to_have_text("Merci, c’est noté.")
    expect(page.get_by_role("button", name="C’est faux")).to_be_focused()
    chat.say("Voiron")
    page.reload()
    chat.wait_for_answer()
    assert "Bourgoin" in str(chat.said()) and "Voiron" in str(chat.said())
    trial.desk.goto(f"{site.address}{trial.path}/observer")
    expect(trial.desk.get_by_text("Ce n’est pas ma ville")).to_be_visible()
    expect(trial.desk.get_by_role("cell", name="Voiron")).to_be_visible()
    chat.say("Grenoble")
    expect(trial.desk.get_by_role("cell", name="Grenoble")).to_be_visible()


def test_a_reaction_without_network_says_so_and_keeps_the_words(
    led: Callable[..., Led], screen: Open, site: Site
) -> None:
    page = screen(390)
    entered(page, site, led().codes[0])
    page.get_by_role("button", name="Pas clair").click()
    page.locator("#reaction-words").fill("Le mot bassin")
    page.route("**/reaction", lambda route: route.abort())
    page.locator("#reaction button.main").click()
    expect(page.get_by_role("status")).to_contain_text("pas parti")
    assert page.locator("#reaction-words").input_value() == "Le mot bassin"
    page.unroute("**/reaction")
    page.locator("#reaction button.main").click()
    expect(page.get_by_role("status")).to_have_text("Merci, c’est noté.")


def test_a_keyboard_goes_through_the_bar(led: Callable[..., Led], screen: Open, site: Site) -> None:
    page = screen(1280)
    entered(page, site, led().codes[0])
    page.get_by_role("button", name="J’aime").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#reaction-words")).to_be_focused()
    page.keyboard.type("Les images")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Merci, c’est noté.")


def test_what_is_typed_survives_a_reload_and_the_stop(
    led: Callable[..., Led], screen: Open, site: Site
) -> None:
    trial = led()
    page = screen(390)
    entered(page, site, trial.codes[0])
    page.get_by_role("button", name="Pas clair").click()
    page.locator("#reaction-words").fill("Le mot bassin")
    page.locator("#task > summary").click()
    page.get_by_role("button", name="C’est fait").click()
    for _ in range(3):
        page.get_by_role("button", name="C’est fait").click()
    page.get_by_label("Oui", exact=True).first.check()
    page.locator("textarea").first.fill("Les images")
    page.reload()
    expect(page.locator("textarea").first).to_have_value("Les images")
    page.get_by_role("button", name="Arrêter l’essai").click()
    expect(page.get_by_role("heading", name="Arrêter l’essai")).to_be_visible()
    page.get_by_role("link", name="Continuer l’essai").click()
    expect(page.locator("textarea").first).to_have_value("Les images")
    expect(page.get_by_label("Oui", exact=True).first).to_be_checked()
    page.get_by_role("button", name="Arrêter l’essai").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Arrêter l’essai").press("Enter")
    expect(page.get_by_role("heading", name="Voulez-vous ajouter")).to_be_visible()
    assert page.locator("textarea").input_value() == "", "the draft of another page"
    trial.desk.goto(f"{site.address}{trial.path}/participants/1")
    for words in ("Le mot bassin", "Les images", "Oui"):
        expect(trial.desk.locator(".as-written").get_by_text(words, exact=True)).to_be_visible()


def test_a_reaction_that_is_given_up_is_not_sent(
    led: Callable[..., Led], screen: Open, site: Site
) -> None:
    trial = led()
    page = screen(390)
    entered(page, site, trial.codes[0])
    page.get_by_role("button", name="Pas clair").click()
    page.locator("#reaction-words").fill("Le mot bassin")
    page.get_by_role("button", name="Annuler").click()
    page.get_by_role("button", name="C’est fait").click()
    expect(page.get_by_text("Tâche 2 sur 4")).to_be_visible()
    trial.desk.goto(f"{site.address}{trial.path}/participants/1")
    expect(trial.desk.get_by_text("Rien pour l’instant")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_that_ask_are_clean_and_serve_a_keyboard(
    led: Callable[..., Led], screen: Open, site: Site, width: int
) -> None:
    trial = led(for_axe=True)
    page = screen(width, for_axe=True)
    here = f"{site.address}/essai/{trial.codes[0]}"
    entered(page, site, trial.codes[0])
    for part in ("/arreter", "/retirer"):
        page.goto(here + part)
        is_clean(page)
        has_large_targets(page)
    page.get_by_role("button", name="Retirer tous mes mots").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Vos mots sont effacés.")
    is_clean(page)
    page.goto(here)
    is_clean(page)
    page.get_by_role("button", name="Oui, je veux parler de nouveau").press("Enter")
    expect(page.get_by_text("Tâche 1 sur 4")).to_be_visible()
    trial.desk.goto(f"{site.address}{trial.path}/participants/1/retirer")
    is_clean(trial.desk)
    trial.desk.get_by_role("button", name="Retirer ses mots").press("Enter")
    expect(trial.desk.get_by_text("a retiré ses mots").first).to_be_visible()
    is_clean(trial.desk)
    trial.desk.goto(f"{site.address}{trial.path}")
    trial.desk.get_by_role("link", name="Terminer l’essai").press("Enter")
    is_clean(trial.desk)
    trial.desk.get_by_role("button", name="Terminer l’essai").press("Enter")
    expect(trial.desk.get_by_text("L’essai est terminé").first).to_be_visible()


@pytest.mark.parametrize("width", [768, 1280])
def test_every_page_of_the_team_is_clean(
    led: Callable[..., Led], screen: Open, site: Site, width: int
) -> None:
    trial = led(width=width, for_axe=True)
    phone = screen(390)
    chat = entered(phone, site, trial.codes[0], "l’équipe de l’essai peut lire")
    chat.say("Bourgoin")
    phone.get_by_role("button", name="J’aime").click()
    phone.locator("#reaction-words").fill("Le ton")
    phone.locator("#reaction button.main").click()
    expect(phone.get_by_role("status")).to_have_text("Merci, c’est noté.")
    page = trial.desk
    page.goto(f"{site.address}{trial.path}/idees")
    page.get_by_label("Le ton").check()
    page.get_by_label("Nouvelle idée").fill("Garder le ton")
    page.get_by_role("button", name="Regrouper").click()
    page.locator("details.card summary").click()
    is_clean(page)
    for part in ("", "/codes", "/observer", "/participants/1", "/participants/2", "/restitution"):
        page.goto(site.address + trial.path + part)
        is_clean(page)
    page.goto(site.address + PATH)
    is_clean(page)


def test_twenty_codes_print_on_two_pages_that_phones_read(
    led: Callable[..., Led], site: Site
) -> None:
    trial = led(places=20)
    printed = pypdfium2.PdfDocument(trial.desk.pdf(format="A4"))
    assert len(printed) <= 2
    found = {code.text for page in printed
             for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())}  # fmt: skip
    assert found == {f"{site.address}/essai/{code}" for code in trial.codes}


def test_the_restitution_prints_without_its_menus(led: Callable[..., Led], site: Site) -> None:
    trial = led()
    trial.desk.goto(f"{site.address}{trial.path}/restitution")
    printed = pypdfium2.PdfDocument(trial.desk.pdf(format="A4"))
    text = "".join(one.get_textpage().get_text_range() for one in printed)
    assert "Ce que nous voulions savoir" in text and "PDF à imprimer" not in text
