"""A tester plays a story step by step in Chromium, with the real Rasa, and looks behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from bot.adapters.sql.engine import connect
from bot.web.tokens import token_hash
from tests.accounts import have_account
from tests.browser.chat import Chat
from tests.browser.conftest import new_page
from tests.browser.test_widget_accessibility import AXE_TAGS
from tests.conversations.test_stage import WRONG
from tests.integration.console.conftest import ACCOUNTS, MISSION, PASSWORD, account
from tests.stack import Stack

OPENING_MS = 90_000
TESTERS = (ACCOUNTS["tester"], account("lou", MISSION, "tester"), account("max", MISSION, "tester"))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """An installation with three testers, and a story of its own that expects something else."""
    folder = tmp_path_factory.mktemp("bench")
    stories = folder / "stories"
    stories.mkdir()
    (stories / "autre.yml").write_text(WRONG, encoding="utf-8")
    running = Stack(folder / "var", {"DECLIC_STORIES": str(stories)})
    try:
        running.start()
        engine = connect(running.settings.database_url)
        for one in TESTERS:
            have_account(engine, one)
        engine.dispose()
        yield running
    finally:
        running.stop()


class Seat(Chat):
    """A tester at the page of a stage."""

    def enter(self, login: str) -> Seat:
        self.page.goto(f"{self.url}console/entrer")
        self.page.get_by_label("Identifiant").fill(login)
        self.page.get_by_label("Mot de passe").fill(PASSWORD)
        self.page.get_by_role("button", name="Entrer").click()
        expect(self.page.get_by_role("button", name="Sortir")).to_be_visible()
        return self

    def choose(self, story: str) -> Seat:
        self.page.goto(f"{self.url}console/banc/scene?histoire={story}")
        return self

    def raise_curtain(self) -> Seat:
        self.page.get_by_role("button", name="Ouvrir la scène").click()
        expect(self.button("Avancer")).to_be_visible(timeout=OPENING_MS)
        self.wait_for_answer()
        return self

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def do(self, name: str) -> None:
        self.button(name).click()

    @property
    def widget(self) -> Locator:
        return self.page.locator("declic-chat")

    @property
    def behind(self) -> Locator:
        return self.page.locator("#coulisses")

    def is_at(self, step: int) -> None:
        self.is_told(f"Pas {step} sur")

    def is_told(self, words: str) -> None:
        """A long story that is played again takes seconds."""
        status = self.page.get_by_role("status").first
        expect(status).to_contain_text(words, timeout=OPENING_MS)

    def hears(self, words: str, count: int = 1) -> None:
        """The words are in the conversation so many times."""
        bubbles = self.widget.locator(".bubble").get_by_text(words)
        expect(bubbles).to_have_count(count)

    def sees_behind(self, words: str) -> None:
        expect(self.behind).to_contain_text(words)


@pytest.fixture
def tester(browser: Browser, house: Stack) -> Iterator[Seat]:
    """Noa, whose page says no error and asks no stranger anything."""
    made = Seat(new_page(browser, 1280, bypass_csp=True), f"{house.url}/")
    yield made.enter("noa")
    # What the widget still asks for while its stage closes is told that the stage is gone.
    said = list(made.errors)
    if made.button("Fermer la scène").count():
        made.do("Fermer la scène")
        expect(made.page.get_by_text("La scène est fermée.")).to_be_visible()
    made.page.context.close()
    assert said == [] and made.strangers == []


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options={"runOnly": AXE_TAGS}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:300]) for one in found]


def test_a_story_is_played_forward_and_back_in_the_real_widget(tester: Seat) -> None:
    tester.choose("declic/nadia").raise_curtain()
    tester.is_at(0)
    for step in (1, 2, 3):
        tester.do("Avancer")
        tester.is_at(step)
    tester.hears("bourgoin jalieu")
    tester.hears("Bourgoin-Jallieu, c’est noté.")
    tester.sees_behind("commune")
    tester.sees_behind("place_form")
    tester.sees_behind("sûr à")
    expect(tester.behind.get_by_role("row", name="Comprendre")).to_contain_text("ms")
    tester.sees_behind("(web_turns) : 1 en plus")

    tester.do("Reculer")
    tester.is_at(2)
    tester.hears("bourgoin jalieu", 0)
    tester.hears("Où habitez-vous")

    tester.do("Aller au pas 7")
    tester.is_told("Tout est comme prévu.")
    tester.do("Tour 3")
    tester.sees_behind("« bourgoin jalieu »")
    assert violations(tester.page) == []


def test_going_back_quickly_makes_no_page_a_stranger(tester: Seat) -> None:
    tester.choose("declic/nadia").raise_curtain()
    tester.do("Aller au pas 3")
    tester.is_at(3)
    other = Seat(tester.page.context.new_page(), tester.url)
    refused: list[str] = []
    for page in (tester.page, other.page):
        page.on("response", lambda one: refused.append(one.url) if one.status == 401 else None)
    other.choose("declic/nadia")
    other.is_at(3)
    for step in (2, 1):
        tester.do("Reculer")
        tester.is_at(step)
    tester.hears("bourgoin jalieu", 0)
    other.do("Reculer")
    other.is_at(0)
    other.hears("bourgoin jalieu", 0)
    tester.do("Aller au pas 3")
    tester.hears("bourgoin jalieu")
    assert refused == [] and other.errors == []


def test_a_story_plays_by_itself_and_pauses(tester: Seat) -> None:
    tester.choose("declic/nadia").raise_curtain()
    tester.page.get_by_label("Vitesse").select_option("Rapide")
    tester.do("Lecture")
    tester.hears("bourgoin jalieu")
    tester.do("Pause")
    expect(tester.button("Lecture")).to_be_visible()
    tester.page.get_by_label("Vitesse").select_option("Lente")
    tester.do("Recommencer")
    tester.is_at(0)
    tester.hears("bourgoin jalieu", 0)


def test_the_tester_takes_over_and_nothing_of_it_is_real(tester: Seat, house: Stack) -> None:
    own = house.person()
    tester.page.evaluate(f"localStorage.setItem('declic.token', '{own.token}')")
    tester.choose("declic/nadia").raise_curtain()
    tester.do("Aller au pas 2")
    tester.is_at(2)
    tester.do("Prendre la main")
    expect(tester.page.get_by_text("Vous avez la main.")).to_be_visible()
    tester.say("j'habite à Lyon 3")
    tester.sees_behind("69383")
    expect(tester.page.get_by_role("link", name="Enregistrer comme histoire")).to_be_visible()
    assert violations(tester.page) == []
    tester.do("Fermer la scène")
    expect(tester.page.get_by_text("Un tour fait à la main n’est pas enregistré.")).to_be_visible()
    assert violations(tester.page) == []
    tester.page.get_by_role("link", name="La garder ouverte").click()
    tester.do("Revenir à l’histoire")
    tester.hears("j'habite à Lyon 3", 0)
    tester.is_at(2)
    assert tester.page.evaluate("localStorage.getItem('declic.token')") == own.token
    assert len(own.history()) == 1, "the tester's own conversation heard nothing"
    _only_known(house, own.token)


def _only_known(house: Stack, token: str) -> None:
    """The installation has the one conversation of this token, and no other."""
    engine = connect(house.settings.database_url)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM web_sessions").scalar()
        held = connection.exec_driver_sql("SELECT token_hash FROM web_tokens").scalars().all()
    engine.dispose()
    assert found == 1 and held == [token_hash(token)]


def test_a_story_that_fails_shows_all_its_steps_and_what_differs(tester: Seat) -> None:
    tester.choose("ici/autre").raise_curtain()
    tester.do("Aller au pas 4")
    tester.is_told("2 différences.")
    differs = tester.page.locator(".step.differs")
    expect(differs).to_have_count(2)
    expect(differs.first).to_contain_text("des mots que personne ne dit")
    expect(differs.first).to_contain_text("ligne 7")
    tester.sees_behind("38053")
    assert violations(tester.page) == []


def test_the_keyboard_is_enough(tester: Seat) -> None:
    tester.choose("declic/nadia").raise_curtain()
    tester.button("Avancer").focus()
    for step in (1, 2):
        tester.page.keyboard.press("Enter")
        tester.is_at(step)
        expect(tester.button("Avancer")).to_be_focused()
    tester.button("Aller au pas 1").focus()
    tester.page.keyboard.press("Enter")
    tester.is_at(1)
    expect(tester.button("Aller au pas 1")).to_be_focused()
    tester.button("Tour 1").focus()
    tester.page.keyboard.press("Space")
    tester.sees_behind("L’accueil")


@pytest.mark.parametrize("width", [768, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(tester: Seat, width: int) -> None:
    tester.page.set_viewport_size({"width": width, "height": 900})
    tester.choose("declic/nadia")
    assert violations(tester.page) == []
    tester.raise_curtain()
    tester.do("Aller au pas 4")
    tester.is_at(4)
    for details in tester.behind.locator("summary").all():
        details.click()
    assert violations(tester.page) == []
    sizes = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    wide, high = tester.page.evaluate(sizes)
    end = tester.behind.bounding_box()
    assert end and wide <= width
    below = high - (end["y"] + tester.page.evaluate("window.scrollY") + end["height"])
    assert below < 100, "the page ends where its content ends"


def test_one_story_played_on_two_choices_stands_side_by_side(tester: Seat) -> None:
    page = tester.page
    page.goto(f"{tester.url}console/banc/scene/comparer?histoire=declic/urgences/decouragement")
    assert violations(page) == []
    before, after = page.get_by_role("group", name="Avant"), page.get_by_role("group", name="Après")
    expect(before.get_by_label("Données")).to_have_value("bundled")
    after.get_by_label("Données").select_option("here")
    page.get_by_role("button", name="Jouer les deux").click()
    told = page.get_by_role("status").filter(has_text="Les deux conversations sont pareilles.")
    expect(told).to_be_visible(timeout=2 * OPENING_MS)
    page.locator("summary").first.click()
    expect(page.get_by_role("region", name="Après, étape 0")).to_contain_text("Déclic")
    assert violations(page) == []


def test_a_third_tester_is_told_to_come_later(browser: Browser, house: Stack) -> None:
    seats = [Seat(new_page(browser, 1280), f"{house.url}/").enter(one.login) for one in TESTERS]
    for seat in seats:
        seat.choose("declic/nadia")
        seat.page.get_by_role("button", name="Ouvrir la scène").click()
    expect(seats[2].page.get_by_role("alert")).to_contain_text("Deux personnes")
    expect(seats[2].page.get_by_label("Histoire")).to_have_value("declic/nadia")
    for seat in seats[:2]:
        expect(seat.button("Avancer")).to_be_visible(timeout=OPENING_MS)
        seat.do("Fermer la scène")
    for seat in seats:
        seat.page.context.close()
