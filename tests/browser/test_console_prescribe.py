"""Prescribing, parting and following up in a real browser: used, read by axe, printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from bot import wiring
from tests.browser.interview_site import interview_site
from tests.integration.console.conftest import ACCOUNTS, PASSWORD
from tests.integration.console.test_prescribe import EVENTS, OFFER, SLOTS, days_ago
from tests.unit.persona_view import catalogue

AXE = {
    # It would look for style sheets that ours import beside the page.
    "preload": False,
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
Seen = Callable[..., Page]


@pytest.fixture(scope="module")
def interview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the interview of an advisor with a candidate."""
    patch = pytest.MonkeyPatch()
    patch.setattr(wiring, "catalogue", catalogue)
    with interview_site(tmp_path_factory.mktemp("console")) as (address, rasa):
        rasa.recalled = {"slots": SLOTS, "events": EVENTS}
        yield address
    patch.undo()


@pytest.fixture
def seen(browser: Browser, interview: str) -> Iterator[Seen]:
    """Opens a page of the interview at a width, signed in; fails if the page says an error."""
    contexts, errors = [], list[str]()

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def see(where: str, width: int = 1280, **options: object) -> Page:
        viewport = {"width": width, "height": 900}
        context = browser.new_context(viewport=viewport, locale="fr-FR", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.goto(f"{interview}/{where}")
        page.get_by_label("Identifiant").fill(ACCOUNTS["advisor"].login)
        page.get_by_label("Mot de passe").fill(PASSWORD)
        page.get_by_label("Mot de passe").press("Enter")
        page.wait_for_url(f"**/{where}")
        return page

    yield see
    for context in contexts:
        context.close()
    assert errors == []


def propose(page: Page) -> None:
    """The offer is noted as proposed, by the keyboard."""
    offer = page.locator(f"#aide-{OFFER}")
    offer.locator("summary").press("Enter")
    offer.get_by_role("button", name="Noter comme proposée").press("Enter")
    expect(page.locator(".flash")).to_contain_text("gardée comme proposée")


def test_an_offer_is_proposed_asked_for_and_due(seen: Seen) -> None:
    page = seen("prescrire")
    propose(page)
    expect(page.locator(f"#aide-{OFFER}")).to_have_attribute("open", "")
    followed = page.locator(".follow")
    followed.get_by_text("Historique").click()
    followed.get_by_role("button", name="Annuler l’étape").click()
    expect(page.get_by_text("Aides retirées")).to_be_visible()
    offer = page.locator(f"#aide-{OFFER}")
    offer.get_by_label("Proposée le").fill(days_ago(40).isoformat())
    offer.get_by_role("button", name="Noter comme proposée").click()
    followed.get_by_label("Étape suivante").select_option("asked")
    followed.get_by_label("Le", exact=True).fill(days_ago(31).isoformat())
    followed.get_by_role("button", name="Noter", exact=True).click()
    expect(page.get_by_text("À relancer (30 jours)")).to_be_visible()


@pytest.mark.parametrize("width", [768, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    seen: Seen, interview: str, width: int
) -> None:
    page = seen("prescrire", width, bypass_csp=True)
    for where in ("/prescrire", "/partir", "/fiche", f"/dossier/{OFFER}", "/../../suivi"):
        page.goto(interview + where)
        for closed in page.locator("details:not([open])").all()[:6]:
            closed.evaluate("one => one.open = true")
        found = Axe().run(page, options=AXE).response["violations"]
        told = [(one["id"], one["nodes"][0]["html"][:200]) for one in found]
        assert told == [], where
        assert page.evaluate("document.documentElement.scrollWidth") <= width, where


def test_the_summary_is_copied_as_it_was_edited(seen: Seen) -> None:
    page = seen(f"dossier/{OFFER}", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Texte à coller").fill("Mon résumé")
    page.get_by_role("button", name="Copier").click()
    expect(page.get_by_role("status")).to_have_text("Texte copié.")
    assert page.evaluate("navigator.clipboard.readText()") == "Mon résumé"
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger la demande").click()
    assert download.value.suggested_filename == f"demande-{OFFER}.json"


def test_the_packet_prints_without_buttons_nor_private_answers(seen: Seen) -> None:
    page = seen(f"dossier/{OFFER}")
    document = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4")))
    text = "".join(one.get_textpage().get_text_range() for one in document)
    assert len(document) <= 2
    assert "Conditions" in text and "Résumé du projet" in text
    assert "Télécharger la demande" not in text and "Copier" not in text


def test_the_sheet_prints_on_one_page_from_the_browser(seen: Seen) -> None:
    page = seen("partir")
    page.get_by_label("Ce que j’ai compris").fill("Vous cherchez près de chez vous.")
    page.get_by_role("button", name="Garder", exact=True).click()
    expect(page.locator(".flash")).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Voir la fiche").click()
    sheet = opened.value
    expect(sheet.get_by_text("Vous cherchez près de chez vous.")).to_be_visible()
    assert len(pypdfium2.PdfDocument(BytesIO(sheet.pdf(prefer_css_page_size=True)))) == 1
