"""The whole work of a tester in one browser, on the real installation: a conversation becomes a
story, a fact is broken on purpose, a run says which step changed and why, and a reaction is filed.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bot.adapters.sql.engine import connect
from tests.accounts import have_account
from tests.browser.conftest import HEIGHTS, new_page
from tests.browser.test_bench_scene import Seat
from tests.browser.test_real_conversation import PersonAtTheScreen
from tests.browser.test_widget_accessibility import AXE_TAGS
from tests.conversations.test_people import LIVES, by_buttons
from tests.integration.console.conftest import ACCOUNTS
from tests.stack import Stack

PATIENT_MS = 180_000
"""A rehearsal and a run start a Rasa of their own."""
TITLE, BROKEN = "Des aides pour le permis", "Sans le CPF"
ASKED, OFFER = "quelles aides pour payer le permis ?", "CPF pour un permis voiture ou moto"
WORDS = "Cette aide existe toujours : le fait est faux."


@pytest.fixture
def tester(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seat]:
    """Noa at the bench of an installation of its own."""
    folder = tmp_path_factory.mktemp("whole")
    house = Stack(folder / "var", {"DECLIC_STORIES": str(folder / "stories")})
    try:
        house.start()
        engine = connect(house.settings.database_url)
        have_account(engine, ACCOUNTS["tester"])
        engine.dispose()
        made = Seat(new_page(browser, 1280, bypass_csp=True), f"{house.url}/")
        yield made.enter("noa")
        made.page.context.close()
        assert made.errors == [] and made.strangers == []
    finally:
        house.stop()


def accessible(page: Page) -> None:
    for width in (1280, 768):
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        found = Axe().run(page, options={"runOnly": AXE_TAGS}).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:300]) for one in found] == []
    page.set_viewport_size({"width": 1280, "height": HEIGHTS[1280]})


def record(tester: Seat) -> str:
    """A free conversation on a stage becomes a story; gives its address in the library."""
    page = tester.page
    page.goto(f"{tester.url}console/banc/scene")
    page.get_by_label("Histoire").select_option("libre")
    tester.do("Ouvrir la scène")
    welcome = tester.widget.locator(".bubble").get_by_text("un robot")
    expect(welcome).to_be_visible(timeout=PATIENT_MS)
    by_buttons(PersonAtTheScreen(tester), LIVES[0])
    tester.say(ASKED)
    expect(tester.turns.get_by_text(OFFER).first).to_be_visible()
    page.get_by_role("link", name="Enregistrer comme histoire").click()
    tester.do("Enregistrer ma scène")
    page.get_by_role("link", name="Relire l’enregistrement").click(timeout=PATIENT_MS)
    accessible(page)
    page.get_by_label("Titre").fill(TITLE)
    tester.do("Garder l’histoire")
    expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
    return page.url


def break_a_fact(tester: Seat) -> None:
    """In a copy of the data, an offer that the conversation names is ended."""
    page = tester.page
    page.goto(f"{tester.url}console/banc/passages/variantes")
    page.get_by_label("Nom de la nouvelle variante").fill(BROKEN)
    tester.do("Créer")
    page.get_by_label("Quoi").select_option(label="Aide")
    page.get_by_label("Nom, ou une partie").fill(OFFER)
    tester.do("Chercher")
    page.get_by_role("button", name="Changer : état").click()
    expect(page.get_by_role("row", name=OFFER)).to_contain_text("arrêtée")
    accessible(page)


def run(tester: Seat, story: str, title: str, variant: str = "") -> str:
    """Launches the story and waits for its end; gives the address of the run."""
    page = tester.page
    page.goto(story)
    page.get_by_role("link", name="Vérifier").click()
    page.get_by_label("Nom du passage (facultatif)").fill(title)
    if variant:
        page.get_by_label("Faits changés exprès").select_option(label=f"{variant} (1)")
    tester.do("Lancer")
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    page.get_by_role("link", name="Voir le résultat").click(timeout=PATIENT_MS)
    expect(page.get_by_role("heading", name="Résultat")).to_be_visible()
    accessible(page)
    return page.url


def test_from_a_conversation_to_a_reaction(tester: Seat) -> None:
    page = tester.page
    story = record(tester)
    break_a_fact(tester)
    run(tester, story, "Avant")
    expect(page.get_by_text("comme prévu").first).to_be_visible()
    after = run(tester, story, "Après", BROKEN)

    page.get_by_label("Comparer avec un autre passage").select_option(index=0)
    tester.do("Comparer")
    told = page.get_by_role("article", name=TITLE)
    expect(told.get_by_role("heading", level=4).last).to_contain_text("Étape")
    expect(told).to_contain_text(f"L’aide « {OFFER} » n’est plus proposée.")
    expect(told).to_contain_text("Elle est dite terminée")
    accessible(page)

    page.goto(f"{after}/conversations/0")
    page.get_by_label("Étape", exact=True).select_option(index=20)
    page.get_by_label("C’est faux").check()
    page.get_by_label("Pourquoi ? (facultatif)").fill(WORDS)
    tester.do("Garder ma réaction")
    expect(page.get_by_text("Votre réaction est gardée.")).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="Toutes les réactions").click()
    expect(page.get_by_text(WORDS)).to_be_visible()
    accessible(page)
    page.get_by_label("Ce qui est décidé").fill("Vérifier le chiffre à la source.")
    page.get_by_role("button", name="Décider").click()
    expect(page.get_by_role("heading", name="Décidé (1)")).to_be_visible()
