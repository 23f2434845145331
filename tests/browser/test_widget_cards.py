"""Cards of jobs and offers, the comparison, the reach and the sheet's links, on screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.browser.steps import to_the_cards
from tests.browser.test_widget import overflow
from tests.browser.test_widget_accessibility import focused, violations
from tests.fake_conversation import CARDS, COMPARISON, LINKS, OFFERS, REACH
from tests.fake_rasa import FakeRasa

IN_A_TABLE = re.compile(r"<(?:table|caption|t[hrd]|tbody|thead)\b")
"""A table scrolls in a region of its own."""
BOTH = pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])


def to_the_kept(open_chat: OpenChat, site: str, width: int = 390, scheme: str = "light") -> Chat:
    """The jobs, of which one was kept, then a comparison, the reach, the sheet."""
    chat = open_chat(site, width, color_scheme=scheme, reduced_motion="reduce")
    to_the_cards(chat)
    chat.page.get_by_role("button", name="Garder", exact=True).first.click()
    chat.wait_for_answer()
    return chat


def to_the_offers(open_chat: OpenChat, site: str, width: int = 390, scheme: str = "light") -> Chat:
    chat = open_chat(site, width, color_scheme=scheme, reduced_motion="reduce")
    chat.wait_for_answer()
    chat.say("les aides")
    return chat


@BOTH
def test_a_kept_job_says_so_in_words(
    open_chat: OpenChat, site: str, width: int, scheme: str
) -> None:
    chat = to_the_kept(open_chat, site, width, scheme)
    for _ in range(2):
        jobs = chat.page.get_by_role("list", name="Métiers proposés")
        cards = jobs.get_by_role("listitem").filter(has=chat.page.get_by_role("heading"))
        expect(cards).to_have_count(len(CARDS))
        expect(cards.first.get_by_text("Métier gardé")).to_be_visible()
        expect(cards.first.get_by_role("button", name="Ne plus garder")).to_be_visible()
        expect(cards.nth(1).get_by_text("Métier gardé")).to_be_hidden()
        expect(cards.nth(1).get_by_role("button", name="Garder", exact=True)).to_be_visible()
        chat.page.reload()
        chat.wait_for_answer()
    assert [one for one in overflow(chat) if not IN_A_TABLE.match(one)] == []
    assert violations(chat) == []


def test_four_jobs_are_at_most_three_screens_of_a_phone(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site, 390)
    to_the_cards(chat)
    heights = chat.page.locator(".card.job").evaluate_all("all => all.map((c) => c.offsetHeight)")
    assert 4 * max(heights) <= 3 * 844


def test_headings_are_in_order(open_chat: OpenChat, site: str) -> None:
    chat = to_the_kept(open_chat, site)
    levels = chat.page.locator("declic-chat").get_by_role("heading", include_hidden=True)
    found = [int(one[1]) for one in levels.evaluate_all("all => all.map((h) => h.tagName)")]
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in zip(found, found[1:], strict=False))


@BOTH
def test_a_comparison_is_a_table_with_its_headers(
    open_chat: OpenChat, site: str, width: int, scheme: str
) -> None:
    chat = to_the_kept(open_chat, site, width, scheme)
    table = chat.page.get_by_role("table", name=COMPARISON["title"])
    columns = table.locator("th[scope=col]")
    expect(columns).to_have_text(COMPARISON["columns"])
    expect(table.locator("th[scope=rowgroup]")).to_have_text(
        [row["title"] for row in COMPARISON["rows"]]
    )
    for row in COMPARISON["rows"]:
        for cell in row["cells"]:
            expect(table.get_by_role("cell", name=cell, exact=True)).to_be_visible()
    region = chat.page.get_by_role("region", name=COMPARISON["title"])
    region.focus()
    chat.page.keyboard.press("End")
    chat.page.keyboard.press("ArrowRight")
    assert focused(chat) == COMPARISON["title"]
    is_seen = "region => region.scrollWidth <= region.clientWidth || region.tabIndex === 0"
    assert region.evaluate(is_seen)


@BOTH
def test_the_reach_says_in_words_what_its_bars_show(
    open_chat: OpenChat, site: str, width: int, scheme: str
) -> None:
    chat = to_the_kept(open_chat, site, width, scheme)
    basins = chat.page.locator("section").filter(has_text=REACH["title"]).get_by_role("listitem")
    expect(basins).to_have_count(len(REACH["basins"]))
    expect(basins.nth(0)).to_contain_text("12 minutes")
    expect(basins.nth(3)).to_contain_text("Hors de portée")
    lengths = basins.locator("path:first-child").evaluate_all(
        "all => all.map((b) => b.getBBox().width)"
    )
    limits = basins.locator("path:last-child").evaluate_all("all => all.map((b) => b.getBBox().x)")
    near, edge, far, away = lengths
    assert away == 0 < near < edge < limits[0] < far
    assert len(set(limits)) == 1
    expect(chat.page.get_by_text("Votre limite : 45 minutes de trajet.")).to_be_visible()


def test_the_sheet_opens_from_the_server_of_the_widget(open_chat: OpenChat, site: str) -> None:
    chat = to_the_kept(open_chat, site)
    for one in LINKS["links"]:
        link = chat.page.get_by_role("link", name=re.compile(f"^{one['title']}"))
        expect(link).to_have_attribute("href", f"{site.rstrip('/')}{one['url']}")
        expect(link).to_have_attribute("target", "_blank")


@BOTH
def test_offers_tell_their_state_in_words_and_with_a_sign(
    open_chat: OpenChat, site: str, width: int, scheme: str
) -> None:
    chat = to_the_offers(open_chat, site, width, scheme)
    signs = set()
    for item in OFFERS["items"]:
        card = chat.page.get_by_role("listitem").filter(has_text=item["title"]).last
        state = card.locator(".state")
        expect(state).to_have_text(item["state_title"])
        signs.add(state.evaluate("one => getComputedStyle(one, '::before').content"))
    assert len(signs) == len(OFFERS["items"])
    assert overflow(chat) == []
    assert violations(chat) == []


def test_a_telephone_is_one_press_away(open_chat: OpenChat, site: str) -> None:
    chat = to_the_offers(open_chat, site, 320)
    call = chat.page.get_by_role("link", name="Appeler la mission locale")
    expect(call).to_have_attribute("href", "tel:+33474000000")
    expect(call).not_to_have_attribute("target", "_blank")
    box = call.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44


def test_an_offer_is_reported_some_turns_later(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = to_the_offers(open_chat, site)
    chat.say("Bourgoin")
    chat.page.reload()
    chat.wait_for_answer()
    chat.page.get_by_role("button", name="Ce n’est plus vrai").first.click()
    chat.wait_for_answer()
    assert rasa.said()[-1].startswith("/report_stale")
    expected = f"{OFFERS['items'][0]['title']}\u00a0: ce n’est plus vrai"
    assert chat.said_by_person()[-1] == expected


def test_a_card_is_opened_and_closed_with_the_keyboard(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    to_the_cards(chat)
    summary = chat.page.locator("summary").first
    said = chat.page.locator(".card.job").first.get_by_text(CARDS[0]["cautions"][0])
    summary.focus()
    chat.page.keyboard.press("Enter")
    expect(said).to_be_visible()
    chat.page.keyboard.press("Space")
    expect(said).to_be_hidden()


def test_what_is_folded_is_printed(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    to_the_cards(chat)
    chat.page.emulate_media(media="print")
    height = "one => one.getBoundingClientRect().height"
    said = chat.page.locator(".card.job").first.get_by_text(CARDS[0]["cautions"][0])
    assert said.evaluate(height) > 0


@pytest.mark.parametrize("width", [320, 390])
def test_signs_and_bars_remain_in_forced_colours(
    open_chat: OpenChat, site: str, width: int
) -> None:
    chat = open_chat(site, width, forced_colors="active")
    to_the_cards(chat)
    chat.page.get_by_role("button", name="Garder", exact=True).first.click()
    chat.wait_for_answer()
    paint = "one => getComputedStyle(one).stroke"
    ground = chat.page.locator(".card").last.evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )
    assert chat.page.locator(".gauge path").first.evaluate(paint) != ground
    assert chat.page.locator(".fact path").first.evaluate(paint) != ground
