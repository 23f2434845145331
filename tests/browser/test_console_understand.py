"""The panel "Comprendre" in Chromium: corrected with a click, searched, read by axe, printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bot import wiring
from bot.adapters.catalogue_files import read
from bot.services.understanding import Understanding
from bot.settings import ROOT
from tests.browser.interview_site import interview_site
from tests.browser.test_widget_accessibility import AXE_TAGS
from tests.fake_rasa import FakeRasa
from tests.integration.console.conftest import ACCOUNTS, PASSWORD
from tests.recalled import Recalled, nadia

Site = tuple[str, FakeRasa]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The address of the panel of an advisor, and the Rasa behind it."""
    understanding = Understanding.of(read(ROOT / "data" / "catalogue"))
    patch = pytest.MonkeyPatch()
    patch.setattr(wiring, "understanding", lambda: understanding)
    patch.setattr(wiring, "catalogue", lambda: understanding.catalogue)
    with interview_site(tmp_path_factory.mktemp("console")) as (interview, rasa):
        yield f"{interview}/comprendre", rasa
    patch.undo()


@pytest.fixture
def open_panel(browser: Browser, site: Site) -> Iterator[Open]:
    """Opens the panel on a conversation, signed in; fails if the page says an error."""
    opened: list[Page] = []
    errors: list[str] = []

    def open_one(told: Recalled, query: str = "", width: int = 1280, **options: object) -> Page:
        url, rasa = site
        rasa.recalled = {"slots": told.slots, "events": told.events}
        viewport = {"width": width, "height": 900}
        page = browser.new_context(viewport=viewport, locale="fr-FR", **options).new_page()
        opened.append(page)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(url + query)
        page.get_by_label("Identifiant").fill(ACCOUNTS["advisor"].login)
        page.get_by_label("Mot de passe").fill(PASSWORD)
        page.get_by_role("button", name="Entrer").click()
        page.goto(url + query)
        return page

    yield open_one
    for page in opened:
        page.context.close()
    assert errors == []


def everything() -> Recalled:
    """A conversation with a line of each kind, answers at odds and tastes of each kind."""
    told = nadia().typed("j'ai une voiture en fait").set(vehicle="car")
    weights = {"R": 0.5, "outdoors": 0.5}
    garden = {"kind": "picture", "source_id": "garden", "text": "Un potager", "weights": weights}
    garden |= {"agreement": 1.0, "domains": "A", "is_own_words": False}
    told.pressed("Un potager", question="pictures", values=["garden"]).set(choices=[garden])
    told.set(statements={"care": 1.0, "repair": -1, "outside": 1.0, "inside": 1.0, "sell": 0.5})
    told.typed("j'ai 26 ans").set(circumstances={"age": "26", "status": "rsa"})
    told.pressed("Garder").set(kept=["K1304"])
    return told.pressed("Pas pour moi").set(refusals=[{"rome_code": "D1214", "reason": "hours"}])


@pytest.mark.parametrize("width", [768, 1280])
@pytest.mark.parametrize(
    ("told", "query"),
    [
        (everything, ""),
        (everything, "?metier_de=D1505&metier=boulangere"),
        (everything, "?commune=saint-martin"),
        (everything, "?noter=circumstances.registered_jobseeker"),
        (lambda: Recalled().asked("consent"), ""),
    ],
    ids=["everything", "a job searched", "a commune searched", "an answer noted", "the start"],
)
def test_axe_finds_nothing_and_nothing_overflows(open_panel, told, query, width) -> None:
    page = open_panel(told(), query, width, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_click_corrects_and_the_screen_says_it(open_panel, site) -> None:
    page = open_panel(nadia())
    page.get_by_role("button", name="oui : Permis B, non").click()
    expect(page.get_by_text("Correction : permis B, oui", exact=True)).to_be_visible()
    assert '"fact": "licence", "value": "yes"' in site[1].handled[-1]["payload"]


def test_a_correction_that_comes_too_late_is_refused_beside_what_is_there_now(
    open_panel, site
) -> None:
    page = open_panel(nadia())
    now_told = nadia().typed("j'ai le permis").set(licence="yes")
    site[1].recalled = {"slots": now_told.slots, "events": now_told.events}
    before = len(site[1].handled)
    page.get_by_role("button", name="oui : Permis B, non").click()
    expect(page.get_by_role("alert")).to_contain_text("a changé entre-temps")
    expect(page.locator("#ligne-licence")).to_contain_text("j'ai le permis")
    assert len(site[1].handled) == before


def test_a_job_is_searched_and_chosen_with_the_keyboard(open_panel, site) -> None:
    page = open_panel(nadia())
    page.get_by_text("Ajouter un métier ou un goût").click()
    field = page.get_by_label("Un métier déjà fait, avec ses mots")
    field.fill("boulangère")
    field.press("Enter")
    found = page.get_by_role("button", name="Boulangère ou boulanger", exact=True)
    found.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".flash")).to_contain_text("Correction : métier déjà fait")
    assert "D1102" in site[1].handled[-1]["payload"]


def test_all_works_without_scripts(open_panel, site) -> None:
    page = open_panel(nadia(), java_script_enabled=False)
    page.get_by_role("button", name="oui : Permis B, non").click()
    assert "Correction : permis B, oui" in page.inner_text("main").replace("\u00a0", " ")


def test_on_paper_there_are_no_buttons_and_the_drawing_stays(open_panel) -> None:
    page = open_panel(everything())
    page.emulate_media(media="print")
    assert page.locator("main button:visible").count() == 0
    assert page.locator(".d-hexagon").is_visible()
