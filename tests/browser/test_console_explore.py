"""The panel "Explorer" in a real browser: seen, used with the keyboard, and read by axe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from bot import wiring
from tests.browser.interview_site import interview_site
from tests.integration.console.conftest import ACCOUNTS, PASSWORD
from tests.persona_slots import slots_of
from tests.personas import PERSONAS
from tests.unit.persona_view import catalogue

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LOOKS = (
    "",
    "?vue=metiers&etat=ruled_out",
    "?vue=et-si",
    "?vue=et-si&et_si=licence&et_si=car&et_si=minutes&et_si=childcare",
    "?vue=metier&metier=D1102",
    "?vue=metier&metier=N4101",
    "?vue=comparer&metier=D1102&metier=K1304",
)
Seen = Callable[..., Page]


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the panel of an advisor who accompanies Nadia."""
    patch = pytest.MonkeyPatch()
    patch.setattr(wiring, "catalogue", catalogue)
    with interview_site(tmp_path_factory.mktemp("console")) as (interview, rasa):
        rasa.recalled = {
            "slots": slots_of(PERSONAS[0].profile, ("D1507", "K1304"), ("D1507",)),
            "events": [],
        }
        yield f"{interview}/explorer"
    patch.undo()


@pytest.fixture
def seen(browser: Browser, panel: str) -> Iterator[Seen]:
    """Opens the panel at a width, signed in; the test fails if the page says an error."""
    contexts, errors = [], list[str]()

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def see(look: str = "", width: int = 1280, **options: object) -> Page:
        viewport = {"width": width, "height": 900}
        context = browser.new_context(viewport=viewport, locale="fr-FR", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.goto(panel + look)
        page.get_by_label("Identifiant").fill(ACCOUNTS["advisor"].login)
        page.get_by_label("Mot de passe").fill(PASSWORD)
        page.get_by_label("Mot de passe").press("Enter")
        page.wait_for_url("**/explorer*")
        if look:
            page.goto(panel + look)
        return page

    yield see
    for context in contexts:
        context.close()
    assert errors == []


@pytest.mark.parametrize("width", [768, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(seen: Seen, width: int) -> None:
    page = seen(width=width, bypass_csp=True)
    address = page.url.partition("?")[0]
    for look in LOOKS:
        page.goto(address + look)
        found = Axe().run(page, options=AXE).response["violations"]
        told = [(one["id"], one["nodes"][0]["html"][:200]) for one in found]
        assert told == [], look
        assert page.evaluate("document.documentElement.scrollWidth") <= width, look


def test_a_switch_is_pressed_with_the_keyboard_and_the_figures_come_in_place(seen: Seen) -> None:
    page = seen("?vue=et-si")
    page.evaluate("window.stays = true")
    page.get_by_label("Le permis B").focus()
    page.keyboard.press("Space")
    page.get_by_label("Une voiture").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ce que cela ouvre ensemble")).to_be_visible()
    assert page.evaluate("window.stays"), "the page was not loaded anew"
    assert "et_si=licence&et_si=car" in page.url
    expect(page.get_by_label("Le permis B")).to_be_checked()
    expect(page.get_by_role("row", name="Métiers possibles qui recrutent")).to_be_visible()


def test_a_job_is_found_by_words_opened_and_left_with_the_back_key(seen: Seen) -> None:
    page = seen()
    page.get_by_label("Mots").fill("boulang")
    page.get_by_role("button", name="Filtrer").click()
    page.wait_for_url("**mots=boulang**")
    link = page.get_by_role("link", name="Boulangère ou boulanger")
    link.click()
    expect(page.get_by_role("heading", name="Tout ce qui compte dans son rang")).to_be_visible()
    page.go_back()
    expect(link).to_be_visible()
    assert page.get_by_label("Mots").input_value() == "boulang"


def test_two_ticked_jobs_stand_side_by_side(seen: Seen) -> None:
    page = seen()
    boxes = page.get_by_role("checkbox", name="Comparer")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("button", name="Comparer les deux métiers cochés").click()
    expect(page.get_by_role("heading", name="Critère par critère")).to_be_visible()
    assert page.get_by_role("table").first.get_by_role("columnheader").count() == 2


def test_the_same_works_without_javascript(seen: Seen) -> None:
    page = seen("?vue=et-si", java_script_enabled=False)
    page.get_by_label("15 minutes de plus").check()
    page.get_by_role("button", name="Voir ce que cela ouvre").click()
    expect(page.get_by_role("heading", name="Ce que cela ouvre ensemble")).to_be_visible()


def test_in_black_and_white_on_paper_the_map_keeps_its_signs(seen: Seen, tmp_path: Path) -> None:
    page = seen("?vue=et-si&et_si=licence&et_si=car")
    page.emulate_media(media="print", forced_colors="none")
    drawn = page.locator("svg.d-map[role=img]")
    expect(drawn).to_be_visible()
    kinds = {"square": "d-home", "round": "d-gained"}
    for cap, kind in kinds.items():
        path = drawn.locator(f"path.{kind}").first
        assert path.evaluate("one => getComputedStyle(one).strokeLinecap") == cap
    assert drawn.locator("path.d-hole").count() == 1
