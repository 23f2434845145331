"""A conversation in the widget, at the width of a phone and of a desk."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.browser.steps import to_the_cards, to_the_licence
from tests.fake_conversation import CARDS, HOURS, WELCOME
from tests.fake_rasa import FakeRasa

WIDTHS = [320, 390, 1280]


def overflow(chat: Chat) -> list[str]:
    """Everything that sticks out of the page on the right."""
    found: list[str] = chat.page.evaluate(
        """() => [...document.querySelector("declic-chat").shadowRoot.querySelectorAll("*")]
            .filter((one) => !one.closest(".unseen"))
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5
                || one.matches(".scroll") && one.scrollWidth > one.clientWidth)
            .map((one) => one.outerHTML.slice(0, 80))"""
    )
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_a_whole_conversation_by_buttons_and_words(
    open_chat: OpenChat, site: str, rasa: FakeRasa, width: int
) -> None:
    chat = open_chat(site, width)
    to_the_licence(chat)
    assert overflow(chat) == []
    chat.press("Je préfère ne pas répondre")
    assert overflow(chat) == []
    chat.tick("Travailler la nuit", "Travailler le week-end")
    assert overflow(chat) == []
    assert chat.said_by_bot()[:2] == [message["text"] for message in WELCOME]
    assert chat.said_by_person() == [
        "C’est parti",
        "Bourgoin-Jallieu",
        "Je préfère ne pas répondre",
        "Travailler la nuit, Travailler le week-end",
    ]
    values = json.loads(rasa.said()[-1].removeprefix("/answer"))["values"]
    assert values == ["night", "weekend"]


def test_what_was_chosen_cannot_be_chosen_again(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    chat.press("Oui")
    expect(chat.page.get_by_role("button", name="Non", exact=True)).to_have_count(0)
    chat.press("Tous les horaires me vont")
    expect(chat.page.get_by_role("checkbox")).to_have_count(0)


def test_the_list_asks_for_a_tick(open_chat: OpenChat, site: str, rasa: FakeRasa) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    chat.press("Oui")
    before = len(rasa.handled)
    chat.page.get_by_role("button", name="Valider").click()
    asked = "Cochez au moins une réponse, ou touchez «\u00a0Tous les horaires me vont\u00a0»."
    expect(chat.page.locator("[aria-live]").get_by_text(asked)).to_be_attached()
    expect(chat.page.locator(".multiple").get_by_text(asked)).to_be_visible()
    assert len(rasa.handled) == before
    chat.tick("Travailler la nuit")
    assert len(rasa.handled) == before + 1


@pytest.mark.parametrize("width", WIDTHS)
def test_a_list_has_its_other_answers_after_the_one_for_none(
    open_chat: OpenChat, site: str, rasa: FakeRasa, width: int
) -> None:
    chat = open_chat(site, width)
    to_the_licence(chat)
    chat.press("Oui")
    titles = chat.page.locator(".multiple button").all_text_contents()
    others = [one["title"] for one in HOURS[-1]["custom"]["others"]]
    assert titles == ["Valider", "Tous les horaires me vont", *others]
    assert overflow(chat) == []
    chat.press("Je ne sais pas")
    assert chat.said_by_person()[-1] == "Je ne sais pas"
    assert json.loads(rasa.said()[-1].removeprefix("/answer"))["value"] == "unknown"


def test_options_that_come_ticked_are_sent(open_chat: OpenChat, site: str, rasa: FakeRasa) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    custom = dict(HOURS[-1]["custom"])
    first, *others = custom["options"]
    custom["options"] = [{**first, "selected": True}, *others]
    rasa.replies = lambda turn: [{"custom": custom}]
    chat.say("Bonjour")
    chat.press("Valider")
    assert json.loads(rasa.said()[-1].removeprefix("/answer"))["values"] == ["night"]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_card_says_everything_about_its_job(open_chat: OpenChat, site: str, width: int) -> None:
    chat = open_chat(site, width)
    to_the_cards(chat)
    cards = chat.page.locator(".card.job")
    expect(cards).to_have_count(3)
    first, fact = cards.first, CARDS[0]
    expect(first.get_by_role("heading", name=fact["title"])).to_be_visible()
    for text in (
        fact["reasons"][0],
        fact["hiring"]["sentence"],
        fact["travel"]["sentence"],
        fact["first_step"],
    ):
        expect(first.get_by_text(text)).to_be_visible()
    more = (
        fact["summary"],
        *fact["reasons"][1:],
        *fact["travel"]["changes"],
        fact["training"]["sentence"],
        *fact["cautions"],
        fact["hiring"]["source"],
    )
    for text in more:
        expect(first.get_by_text(text)).to_be_hidden()
    first.get_by_text("En savoir plus").click()
    for text in more:
        expect(first.get_by_text(text)).to_be_visible()
    expect(cards.nth(2).get_by_text("Votre déclic")).to_be_visible()
    expect(cards.nth(0).get_by_text("Votre déclic")).to_have_count(0)
    assert overflow(chat) == []


def test_the_buttons_of_the_newest_cards_stay(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    to_the_cards(chat)
    first = chat.page.locator(".card.job").first
    first.get_by_role("button", name="Pourquoi ce métier ?").click()
    chat.wait_for_answer()
    assert rasa.said()[-1] == '/why_job{"rome_code": "N1103"}'
    title = CARDS[0]["title"]
    assert chat.said_by_person()[-1] == f"{title}\u00a0: pourquoi ce métier ?"
    first.get_by_role("button", name="Pas pour moi").click()
    chat.wait_for_answer()
    expect(chat.page.locator(".card.job")).to_have_count(5)
    expect(chat.page.get_by_role("button", name="Pas pour moi")).to_have_count(2)


def test_how_far_the_questions_are(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    expect(chat.page.get_by_role("progressbar")).to_be_hidden()
    to_the_licence(chat)
    expect(chat.page.get_by_text("5 sur 12")).to_be_visible()
    bar = chat.page.get_by_role("progressbar")
    assert bar.evaluate("bar => bar.value / bar.max") == pytest.approx(5 / 12)


def test_with_the_jobs_the_row_of_the_questions_goes_until_one_is_asked_again(
    open_chat: OpenChat, site: str
) -> None:
    chat = open_chat(site)
    to_the_cards(chat)
    expect(chat.page.locator(".where")).to_be_hidden()
    chat.page.reload()
    chat.wait_for_answer()
    expect(chat.page.locator(".where")).to_be_hidden()
    chat.page.get_by_role("button", name="Menu").click()
    chat.press("Revenir en arrière")
    expect(chat.page.get_by_text("1 sur 12")).to_be_visible()


def test_a_progress_without_a_step_ends_the_row_of_the_questions(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    expect(chat.page.locator(".where")).to_be_visible()
    over = {"custom": {"type": "progress", "step": None, "total": 10}}
    rasa.replies = lambda turn: [over, {"text": "Merci."}]
    chat.say("Merci")
    expect(chat.page.locator(".where")).to_be_hidden()


@pytest.mark.parametrize(
    ("title", "payload"),
    [
        ("Revenir en arrière", "/go_back"),
        ("Pourquoi cette question\u202f?", "/why_question"),
        ("Aide", "/help"),
        ("Parler à une personne", "/talk_to_human"),
        ("Recommencer", "/start_over"),
    ],
)
def test_the_menu_speaks_for_the_person(
    open_chat: OpenChat, site: str, rasa: FakeRasa, title: str, payload: str
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.get_by_role("button", name="Menu").click()
    chat.press(title)
    assert rasa.said() == ["/greet", payload]
    assert chat.said_by_person() == [title]
    expect(chat.page.get_by_role("button", name="Aide")).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "payload"), [("Revenir", "/go_back"), ("Pourquoi", "/why_question")]
)
def test_the_row_of_the_questions_has_its_own_buttons(
    open_chat: OpenChat, site: str, rasa: FakeRasa, name: str, payload: str
) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    chat.page.get_by_role("button", name=name).first.click()
    chat.wait_for_answer()
    assert rasa.said()[-1] == payload


def test_shift_enter_makes_a_line_and_enter_sends(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    field = chat.page.get_by_label("Votre message")
    field.press_sequentially("une")
    field.press("Shift+Enter")
    field.press_sequentially("deux")
    field.press("Enter")
    chat.wait_for_answer()
    assert rasa.said()[-1] == "une\ndeux"
    expect(field).to_have_value("")


def test_a_text_that_is_too_long_is_kept_and_told(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    field = chat.page.get_by_label("Votre message")
    field.fill("a" * 1700)
    expect(chat.page.locator(".count")).to_contain_text("sur 2\u00a0000 caractères")
    chat.type("a" * 2001)
    expect(chat.page.locator(".count")).to_contain_text("trop long")
    expect(field).to_have_value("a" * 2001)
    chat.say("a" * 2000)
    assert [len(text) for text in rasa.said()] == [len("/greet"), 2000]


def test_a_long_answer_starts_at_the_persons_words(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    to_the_cards(chat)
    said = chat.page.locator(".you").last.bounding_box()
    scroll = chat.page.locator(".scroll").bounding_box()
    assert said and scroll
    assert scroll["y"] <= said["y"] < scroll["y"] + 60


def test_without_javascript_there_is_a_phone_number(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site, java_script_enabled=False)
    expect(chat.page.get_by_role("link", name="39 49")).to_be_visible()
    expect(chat.page.get_by_role("link", name="francetravail.fr")).to_be_visible()
