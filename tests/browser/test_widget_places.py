"""What comes from outside in the widget: vacancies on a card, and lists of small cards."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenChat
from tests.browser.steps import to_the_cards
from tests.browser.test_widget import WIDTHS, overflow
from tests.browser.test_widget_accessibility import violations
from tests.fake_conversation import PLACES, VACANCIES, card, jobs
from tests.fake_rasa import FakeRasa

NEW_WINDOW = "(nouvelle fenêtre)"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_card_shows_the_vacancies_of_its_job(open_chat: OpenChat, site: str, width: int) -> None:
    chat = open_chat(site, width)
    to_the_cards(chat)
    first = chat.page.locator(".card.job").first
    expect(first.get_by_text(VACANCIES["sentence"])).to_be_visible()
    first.locator("summary").click()
    for text in (*VACANCIES["titles"], VACANCIES["source"]):
        expect(first.get_by_text(text)).to_be_visible()
    link = first.get_by_role("link")
    expect(link).to_have_accessible_name(f"Voir les offres : {first_title()} {NEW_WINDOW}")
    expect(link).to_have_attribute("href", VACANCIES["url"])
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(chat.page.locator(".card.job").nth(1).get_by_text("Offres")).to_have_count(0)
    assert overflow(chat) == []


def first_title() -> str:
    return "Préparatrice ou préparateur de commandes"


def test_no_vacancy_is_said_without_a_list(open_chat: OpenChat, site: str, rasa: FakeRasa) -> None:
    none = {**VACANCIES, "sentence": "Aucune offre publiée à moins de 10 km.", "titles": []}
    chat = open_chat(site)
    chat.wait_for_answer()
    rasa.replies = lambda turn: jobs([card("N1103", first_title(), vacancies=none)])
    chat.say("Bonjour")
    expect(chat.page.locator(".fact").get_by_text("Aucune offre publiée")).to_be_visible()
    chat.page.locator("summary").click()
    offers = chat.page.locator("details div").filter(has_text=none["source"])
    expect(offers).to_be_visible()
    expect(offers.get_by_role("listitem")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light")])
def test_where_to_try_a_job_is_a_list_of_places(
    open_chat: OpenChat, site: str, rasa: FakeRasa, width: int, scheme: str
) -> None:
    chat = open_chat(site, width, color_scheme=scheme, reduced_motion="reduce")
    to_the_cards(chat)
    chat.page.get_by_role("button", name="Où l’essayer ?").first.click()
    chat.wait_for_answer()
    assert rasa.said()[-1] == '/try_job{"rome_code": "N1103"}'
    assert PLACES["title"]
    expect(chat.page.get_by_role("heading", name=PLACES["title"])).to_be_visible()
    for item in PLACES["items"]:
        for text in (item["title"], *item["lines"], *filter(None, [item["notice"]])):
            expect(chat.page.locator(".card").get_by_text(text, exact=True)).to_be_visible()
    for at, item in enumerate(PLACES["items"]):
        if item["notice"]:
            first = chat.page.locator("ul > .card").nth(at).locator("p").first
            expect(first).to_have_text(item["notice"])
    expect(chat.page.get_by_text(PLACES["source"])).to_be_visible()
    call, page = chat.page.locator("ul > .card").get_by_role("link").all()
    expect(call).to_have_attribute("href", "tel:0474000000")
    expect(page).to_have_attribute("rel", "noopener noreferrer")
    assert overflow(chat) == []
    assert violations(chat) == []


@pytest.mark.parametrize(
    "url",
    ["http://example.org/", "javascript:alert(1)", "//example.org/", "https://a@example.org/", ""],
)
def test_a_link_that_is_not_https_is_no_link(
    open_chat: OpenChat, site: str, rasa: FakeRasa, url: str
) -> None:
    item = {**PLACES["items"][1], "url": url}
    custom = {**PLACES, "title": None, "items": [item]}
    chat = open_chat(site)
    chat.wait_for_answer()
    rasa.replies = lambda turn: [{"custom": custom}]
    chat.say("Bonjour")
    expect(chat.page.get_by_role("heading", name=item["title"])).to_be_visible()
    expect(chat.page.locator(".turns").get_by_role("link")).to_have_count(0)


def test_a_list_of_places_is_heard_by_its_names(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    to_the_cards(chat)
    chat.page.get_by_role("button", name="Où l’essayer ?").first.click()
    names = ", ".join(item["title"] for item in PLACES["items"])
    heard = chat.page.locator("[aria-live]").get_by_text(f"{PLACES['title']} : {names}.")
    expect(heard).to_be_attached()
