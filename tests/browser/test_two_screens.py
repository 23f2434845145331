"""One conversation on two real screens, with the real Rasa: a phone and an advisor's desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from bot.adapters.sql.engine import connect
from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat, OpenDesk
from tests.browser.desk import NAME, Desk, add_advisor
from tests.browser.test_real_conversation import PersonAtTheScreen
from tests.browser.test_widget_accessibility import AXE_TAGS
from tests.browser.test_widget_rights import choose
from tests.conversations.test_people import LIVES, by_buttons
from tests.stack import Stack

NADIA = LIVES[0]
HEADINGS = {"Comprendre": "Ce qui est compris"}
"""What a panel begins with, when it is not its title."""
PATIENT_MS = 60_000
"""Processes that start again take their time."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """An installation of its own, whose processes are killed; Camille has an account."""
    running = Stack(tmp_path_factory.mktemp("two_screens"))
    try:
        running.start()
        engine = connect(running.settings.database_url)
        add_advisor(engine)
        engine.dispose()
        yield running
    finally:
        running.stop()


def bubble(screen: Chat, text: str) -> Locator:
    return screen.page.locator(".bubble").get_by_text(text)


def agree(chat: Chat) -> None:
    chat.page.get_by_role("dialog").get_by_role("button", name="D’accord").click()
    expect(chat.page.locator(".who")).to_contain_text(f"{NAME} vous accompagne")


def join_by_qr(chat: Chat) -> None:
    """The address behind the QR code is open: one more press, and who is there is told."""
    chat.page.get_by_role("button", name="Reprendre", exact=True).click()
    chat.wait_for_answer()
    agree(chat)


def tab(desk: Desk, title: str) -> None:
    desk.page.get_by_role("navigation", name="Panneaux").get_by_role("link", name=title).click()
    heading = HEADINGS.get(title, title)
    expect(desk.panel.get_by_role("heading", name=heading).first).to_be_visible()


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options={"runOnly": AXE_TAGS}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


def test_two_screens_hold_one_conversation_to_its_end(
    open_chat: OpenChat, open_desk: OpenDesk, house: Stack
) -> None:
    site = f"{house.url}/"
    desk = open_desk(site, bypass_csp=True)
    code = desk.begin()
    chat = open_chat(f"{site}#code={code}", bypass_csp=True)
    join_by_qr(chat)
    expect(desk.widget.locator(".who")).to_contain_text("La personne est là")
    assert violations(desk.page) == []

    by_buttons(PersonAtTheScreen(chat), NADIA)
    shown = chat.page.locator(".card.job").count()
    expect(desk.page.locator(".card.job")).to_have_count(shown)
    assert desk.said() == [line.replace("Vous", "La personne", 1) for line in chat.said()]

    # Understand: a correction is a turn of the conversation, which both screens show.
    tab(desk, "Comprendre")
    licence = desk.panel.get_by_role("button", name="oui : Permis B, non")
    licence.click()
    expect(bubble(chat, "Correction : permis B, oui")).to_be_visible()
    expect(bubble(desk, "Correction : permis B, oui")).to_be_visible()
    assert chat.said()[-1].startswith("Accompagnement : ")
    expect(desk.panel.locator("#ligne-licence")).to_contain_text("oui")

    # Explore: "et si" changes nothing, and may be spoken about.
    tab(desk, "Explorer")
    desk.page.goto(f"{desk.page.url}?vue=et-si")
    desk.wait_for_answer()
    desk.page.get_by_label("Une voiture", exact=True).check()
    desk.page.get_by_role("button", name="Voir ce que cela ouvre").click()
    expect(desk.page.get_by_role("heading", name="Ce que cela ouvre ensemble")).to_be_visible()
    said = chat.said()
    desk.page.get_by_role("button", name="En parler dans la conversation").click()
    expect(chat.page.locator(".you.other")).to_have_count(2)
    assert len(chat.said()) == len(said) + 1

    # Prescribe, then the sheet, which the person receives in the conversation.
    tab(desk, "Prescrire")
    offer = desk.panel.locator("details[id^=aide-]").first
    offer.locator("summary").first.click()
    offer.get_by_role("button", name="Noter comme proposée").click()
    expect(desk.page.locator(".flash")).to_contain_text("gardée comme proposée")
    tab(desk, "Repartir avec")
    assert violations(desk.page) == []
    desk.panel.get_by_role("button", name="Donner la fiche à la personne").click()
    expect(chat.page.get_by_role("link", name="Ouvrir notre fiche")).to_be_visible()
    assert violations(chat.page) == []

    # Each reloads, each loses its network for a while.
    for screen, other in ((chat, desk), (desk, chat)):
        lines = screen.said()
        screen.page.reload()
        screen.wait_for_answer()
        assert screen.said() == lines
        screen.page.context.set_offline(True)
        other.say("je veux de l'aide")
        screen.page.context.set_offline(False)
        # A stream that died unheard is known by 45 s of silence.
        expect(screen.page.locator(".you")).to_have_count(len(other.said()), timeout=PATIENT_MS)
        assert [line.partition(" : ")[2] for line in screen.said()] == [
            line.partition(" : ")[2] for line in other.said()
        ]

    # Erased by the person, it is gone for both.
    choose(chat, "Effacer mes données")
    chat.page.get_by_role("button", name="Tout effacer").click()
    expect(chat.page.get_by_text("Vos données sont effacées.").first).to_be_visible()
    expect(desk.widget.locator(".turns > li")).to_have_count(0)
    address = desk.page.url
    desk.page.goto(address)
    expect(desk.page.get_by_role("heading", name="Ce n’est pas possible")).to_be_visible()


def test_the_person_gives_their_code_and_each_sees_who_answers(
    open_chat: OpenChat, open_desk: OpenDesk, house: Stack
) -> None:
    site = f"{house.url}/"
    chat, desk = open_chat(site), open_desk(site, 768)
    chat.wait_for_answer()
    chat.press("C’est parti")
    choose(chat, "Me faire accompagner")
    desk.ask(chat.page.get_by_role("dialog").locator(".code").inner_text())
    agree(chat)
    desk.enter_interview()
    # What one types is told once the stream has said that there is somebody to tell.
    expect(desk.widget.locator(".who")).to_contain_text("La personne")
    desk.page.get_by_label("Votre message").press_sequentially("38")
    expect(chat.page.locator(".who")).to_contain_text(f"{NAME} écrit…")
    chat.page.get_by_label("Votre message").press_sequentially("38")
    expect(desk.widget.locator(".who")).to_contain_text("La personne écrit…")
    desk.say("Bourgoin-Jallieu")
    expect(bubble(chat, "Accompagnement : Bourgoin-Jallieu")).to_be_visible()
    expect(desk.panel.get_by_text("Bourgoin-Jallieu").first).to_be_visible()
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 768


@pytest.mark.parametrize("name", ["web", "rasa"])
def test_a_process_that_dies_takes_nothing_with_it(
    open_chat: OpenChat, open_desk: OpenDesk, house: Stack, name: str
) -> None:
    site = f"{house.url}/"
    desk = open_desk(site)
    code = desk.begin()
    chat = open_chat(f"{site}#code={code}")
    join_by_qr(chat)
    chat.press("C’est parti")
    expect(bubble(desk, "La personne : C’est parti")).to_be_visible()
    house.kill(name)
    chat.type("38300")
    expect(chat.page.get_by_role("button", name="Réessayer").first).to_be_visible(
        timeout=PATIENT_MS
    )
    house.launch(name)
    house.wait_until_ready()
    chat.page.locator("declic-chat").evaluate(RETRY)
    chat.wait_for_answer()
    expect(bubble(desk, "La personne : 38300")).to_be_visible(timeout=PATIENT_MS)
    expect(desk.widget.locator(".who")).to_contain_text("La personne est là", timeout=PATIENT_MS)
    desk.say("Bourgoin-Jallieu")
    expect(bubble(chat, "Accompagnement : Bourgoin-Jallieu")).to_be_visible(timeout=PATIENT_MS)
    for screen in (chat, desk):
        texts = [line.partition(" : ")[2] for line in screen.said()]
        assert texts == ["C’est parti", "38300", "Bourgoin-Jallieu"]


RETRY = """one => [...one.shadowRoot.querySelectorAll(".failed button, .notice button")]
    .find((found) => found.textContent === "Réessayer")?.click()"""
