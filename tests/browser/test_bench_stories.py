"""A tester finds, writes and records stories in Chromium; the person agrees on their phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bot.adapters.sql.engine import connect
from tests.accounts import have_account
from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat, new_page
from tests.browser.test_widget_accessibility import AXE_TAGS
from tests.browser.test_widget_rights import choose
from tests.integration.console.conftest import ACCOUNTS, PASSWORD
from tests.stack import Stack

REHEARSAL_MS = 120_000
LIST = "console/banc/histoires"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """An installation with a tester, and a folder for their stories."""
    folder = tmp_path_factory.mktemp("bench")
    running = Stack(folder / "var", {"DECLIC_STORIES": str(folder / "stories")})
    try:
        running.start()
        engine = connect(running.settings.database_url)
        have_account(engine, ACCOUNTS["tester"])
        engine.dispose()
        yield running
    finally:
        running.stop()


@pytest.fixture
def tester(browser: Browser, house: Stack) -> Iterator[Page]:
    """Noa at the console, whose pages say no error."""
    seat = Chat(new_page(browser, 1280, bypass_csp=True), f"{house.url}/")
    page = seat.page
    page.goto(f"{house.url}/console/entrer")
    page.get_by_label("Identifiant").fill("noa")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Entrer").click()
    expect(page.get_by_role("button", name="Sortir")).to_be_visible()
    yield page
    page.context.close()
    assert seat.errors == [] and seat.strangers == []


def reads_well(page: Page) -> None:
    """At both widths axe finds nothing, and nothing is wider than the screen."""
    for width in (1280, 768):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options={"runOnly": AXE_TAGS}).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{wide} at {width}"


@pytest.mark.parametrize(
    "path",
    [
        LIST, f"{LIST}/voir/declic/nadia", f"{LIST}/modifier/declic/nadia", f"{LIST}/nouvelle",
        f"{LIST}/enregistrer",
    ],
)  # fmt: skip
def test_axe_finds_nothing_on_the_pages_of_stories(tester: Page, house: Stack, path: str) -> None:
    tester.goto(f"{house.url}/{path}")
    reads_well(tester)


def test_a_story_is_written_with_the_keyboard_alone(tester: Page, house: Stack) -> None:
    tester.goto(f"{house.url}/{LIST}/nouvelle")
    tester.get_by_label("Nom du fichier").fill("au-clavier")
    tester.get_by_label("Titre").focus()
    tester.keyboard.press("Control+A")
    tester.keyboard.type("Écrite au clavier")
    tester.get_by_role("button", name="Ajouter une étape après l’étape 1").focus()
    tester.keyboard.press("Enter")
    step = tester.get_by_role("group", name="Étape 2")
    step.get_by_label("Quoi", exact=True).focus()
    tester.keyboard.type("bonjour")
    tester.get_by_role("button", name="Relire sans garder").press("Enter")
    expect(tester.get_by_text("écrit « bonjour »")).to_be_visible()
    tester.get_by_role("button", name="Garder l’histoire").press("Enter")
    expect(tester.get_by_text("L’histoire est gardée.")).to_be_visible()
    expect(tester.get_by_role("heading", level=1)).to_have_text("Écrite au clavier")


def test_a_name_is_found_and_put_in_a_step_with_the_keyboard(tester: Page, house: Stack) -> None:
    tester.goto(f"{house.url}/{LIST}/nouvelle")
    tester.get_by_label("Nom d’une commune, d’un métier ou d’une aide").fill("bourgoin")
    tester.keyboard.press("Enter")
    put = tester.get_by_role("button", name="Mettre : Bourgoin-Jallieu (Isère)")
    expect(put).to_be_visible()
    reads_well(tester)
    put.press("Enter")
    kept = tester.get_by_role("group", name="Étape 1").get_by_label("Retenu")
    expect(kept).to_have_value("consent: yes\ncommune: Bourgoin-Jallieu (Isère)")
    reads_well(tester)


def ask_for_a_copy(tester: Page, house: Stack, phone: Chat) -> None:
    """The person shows their code; the tester types it."""
    choose(phone, "Me faire accompagner")
    code = phone.page.get_by_role("dialog").locator(".code").inner_text()
    tester.goto(f"{house.url}/{LIST}/enregistrer")
    tester.get_by_label("Son code").fill(code)
    tester.get_by_role("button", name="Demander une copie").click()
    expect(tester.get_by_text("La demande est sur l’écran de la personne.")).to_be_visible()


def stories(house: Stack) -> list[Path]:
    return sorted(house.settings.stories.glob("enregistrees/*.yml"))


def drafts(house: Stack) -> list[Path]:
    return sorted((house.settings.var / "bench" / "recordings").glob("*/draft.json"))


def test_a_person_says_yes_on_their_phone_and_the_copy_becomes_a_story(
    tester: Page, house: Stack, open_chat: OpenChat
) -> None:
    phone = open_chat(f"{house.url}/", width=390, bypass_csp=True)
    phone.wait_for_answer()
    phone.press("C’est parti")
    phone.say("je m'appelle Nadia, j'habite à Ruy-Montceau")
    ask_for_a_copy(tester, house, phone)
    dialog = phone.page.get_by_role("dialog", name="Garder une copie de cette conversation ?")
    expect(dialog).to_contain_text("Noa")
    expect(dialog).to_contain_text("Une petite commune aussi.")
    found = Axe().run(phone.page, options={"runOnly": AXE_TAGS}).response["violations"]
    assert [one["id"] for one in found] == []
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    dialog.get_by_role("button", name="D’accord").click()
    draft = tester.get_by_role("link", name="Conversation du")
    draft.click()
    over = tester.get_by_role("link", name="Relire l’enregistrement")
    keep = tester.get_by_role("button", name="Garder l’histoire")
    expect(over.or_(keep)).to_be_visible(timeout=REHEARSAL_MS)
    if over.is_visible():
        over.click()
    expect(tester.get_by_role("main")).to_contain_text("Camille")
    expect(tester.get_by_role("main")).not_to_contain_text("Nadia")
    expect(tester.get_by_role("main")).not_to_contain_text("Ruy")
    kept = tester.get_by_label("Déclic retient « commune » : Bourgoin-Jallieu (38053)")
    expect(kept).to_be_checked()
    reads_well(tester)
    keep.click()
    expect(tester.get_by_text("L’histoire est gardée.")).to_be_visible()
    (story,) = stories(house)
    text = story.read_text(encoding="utf-8")
    assert "Nadia" not in text and "Ruy" not in text
    assert "Retenu: {commune: '38053'}" in text


def test_a_person_says_no_and_nothing_is_kept(
    tester: Page, house: Stack, open_chat: OpenChat
) -> None:
    before = stories(house), drafts(house)
    phone = open_chat(f"{house.url}/", width=390)
    phone.wait_for_answer()
    ask_for_a_copy(tester, house, phone)
    dialog = phone.page.get_by_role("dialog", name="Garder une copie de cette conversation ?")
    dialog.get_by_role("button", name="Non").click()
    expect(phone.page.get_by_text("Il n’y a pas de copie.").first).to_be_attached()
    tester.reload()
    expect(tester.get_by_text("n’a pas encore répondu")).to_have_count(0)
    assert (stories(house), drafts(house)) == before
