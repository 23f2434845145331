"""Two screens, one conversation: a person at the widget, an advisor at the console."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Route, expect

from bot import wiring
from bot.adapters.catalogue_files import read
from bot.services.understanding import Understanding
from bot.settings import ROOT
from bot.web.app import FOLDER
from bot.web.kept_files import as_sent
from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat, OpenDesk
from tests.browser.desk import NAME, Desk
from tests.browser.steps import to_the_licence
from tests.browser.test_widget import overflow
from tests.browser.test_widget_accessibility import LISTEN, violations
from tests.browser.test_widget_network import CUTS, CUTS_A_RUN, MESSAGES
from tests.browser.test_widget_rights import choose
from tests.fake_rasa import FakeRasa
from tests.stack import plain

MOST_BYTES = 5 * 1024
Pair = tuple[Chat, Desk]


def code_for_help(chat: Chat) -> str:
    choose(chat, "Me faire accompagner")
    return chat.page.get_by_role("dialog").locator(".code").inner_text()


def agree(chat: Chat) -> None:
    chat.page.get_by_role("dialog").get_by_role("button", name="D’accord").click()
    expect(chat.page.locator(".who")).to_contain_text(f"{NAME} vous accompagne")


@pytest.fixture(autouse=True, scope="module")
def catalogue() -> Iterator[None]:
    """The bundled one, without a database of it."""
    bundled = read(ROOT / "data" / "catalogue")
    with pytest.MonkeyPatch.context() as patch:
        understanding = Understanding.of(bundled)
        patch.setattr(wiring, "understanding", lambda: understanding)
        patch.setattr(wiring, "catalogue", lambda: understanding.catalogue)
        yield


def bubble(screen: Chat, text: str) -> Locator:
    return screen.page.locator(".bubble").get_by_text(text)


@pytest.fixture
def pair(open_chat: OpenChat, open_desk: OpenDesk, site: str) -> Pair:
    """A person at the question of the licence, and the advisor to whom they have just agreed."""
    chat, desk = open_chat(site), open_desk(site)
    to_the_licence(chat)
    desk.ask(code_for_help(chat))
    agree(chat)
    desk.enter_interview()
    expect(chat.page.locator(".who")).to_contain_text(f"{NAME} vous accompagne")
    return chat, desk


def test_the_person_agrees_on_their_own_screen(
    open_chat: OpenChat, open_desk: OpenDesk, site: str
) -> None:
    chat, desk = open_chat(site), open_desk(site)
    to_the_licence(chat)
    desk.ask(code_for_help(chat))
    dialog = chat.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Mission locale du Nord-Isère")
    expect(dialog.locator(".code")).to_have_count(0)
    expect(desk.page.get_by_text("Attend son accord")).to_be_visible()
    assert violations(chat) == []
    agree(chat)
    desk.enter_interview()
    assert desk.said() == ["La personne : C’est parti", "La personne : Bourgoin-Jallieu"]
    expect(desk.widget.locator(".who")).to_contain_text("La personne est là")


def test_the_person_says_no_and_nobody_sees_anything(
    open_chat: OpenChat, open_desk: OpenDesk, site: str
) -> None:
    chat, desk = open_chat(site), open_desk(site)
    to_the_licence(chat)
    desk.ask(code_for_help(chat))
    chat.page.get_by_role("dialog").get_by_role("button", name="Non").click()
    expect(chat.page.locator(".notice")).to_contain_text("Cette personne ne voit rien.")
    expect(chat.page.locator(".who")).to_be_hidden()
    expect(desk.page.get_by_text("Attend son accord")).to_have_count(0)


def test_a_request_never_comes_under_the_fingers_of_who_writes(
    open_chat: OpenChat, open_desk: OpenDesk, site: str
) -> None:
    chat, desk = open_chat(site), open_desk(site)
    to_the_licence(chat)
    code = code_for_help(chat)
    chat.page.keyboard.press("Escape")
    chat.page.get_by_label("Votre message").press_sequentially("Bonj")
    desk.ask(code)
    expect(chat.page.locator(".who")).to_contain_text("demande à vous accompagner")
    chat.page.keyboard.press("Enter")
    chat.wait_for_answer()
    assert chat.said()[-1] == "Vous : Bonj"
    chat.page.get_by_role("button", name="Répondre", exact=True).click()
    agree(chat)


def test_the_advisor_begins_and_the_phone_joins_by_the_code(
    open_chat: OpenChat, open_desk: OpenDesk, site: str, rasa: FakeRasa
) -> None:
    desk = open_desk(site)
    code = desk.begin()
    expect(desk.widget.locator(".who")).to_contain_text("La personne n’est pas connectée")
    chat = open_chat(f"{site}#code={code}")
    chat.page.get_by_role("button", name="Reprendre", exact=True).click()
    chat.wait_for_answer()
    agree(chat)
    expect(desk.widget.locator(".who")).to_contain_text("La personne est là")
    expect(desk.page.locator("#way-in .code")).to_be_hidden()
    assert len(rasa.conversations()) == 1


def test_each_sees_the_words_of_the_other_once_with_who_said_them(
    pair: Pair, rasa: FakeRasa
) -> None:
    chat, desk = pair
    desk.press("Non")
    expect(chat.page.get_by_role("checkbox").first).to_be_visible()
    chat.press("Tous les horaires me vont")
    expect(desk.page.locator(".card.job")).to_have_count(3)
    begun = ["C’est parti", "Bourgoin-Jallieu"]
    here = [*(f"Vous : {one}" for one in begun), "Accompagnement : Non"]
    there = [*(f"La personne : {one}" for one in begun), "Vous : Non"]
    last = "Tous les horaires me vont"
    for _ in range(2):
        assert chat.said() == [*here, f"Vous : {last}"]
        assert desk.said() == [*there, f"La personne : {last}"]
        for screen in pair:
            screen.page.reload()
            screen.wait_for_answer()
    assert len(rasa.handled) == 5


def test_words_are_seen_before_their_answer(pair: Pair, rasa: FakeRasa) -> None:
    chat, desk = pair
    rasa.held = True
    desk.type("Grenoble")
    expect(chat.page.locator(".said")).to_have_text("Accompagnement : Grenoble")
    expect(chat.page.locator(".typing")).to_be_visible()
    rasa.held = False
    expect(chat.page.locator(".said")).to_have_count(0)
    assert chat.said()[-1] == "Accompagnement : Grenoble"
    assert chat.said_by_bot().count("C’est noté : Grenoble") == 1


def test_each_sees_that_the_other_writes(pair: Pair) -> None:
    chat, desk = pair
    chat.page.get_by_label("Votre message").press_sequentially("Je")
    expect(desk.widget.locator(".who")).to_contain_text("La personne écrit…")
    desk.page.get_by_label("Votre message").press_sequentially("Et")
    expect(chat.page.locator(".who")).to_contain_text(f"{NAME} écrit…")
    expect(chat.page.locator(".who")).to_contain_text(f"{NAME} vous accompagne")
    expect(desk.widget.locator(".who")).to_contain_text("La personne est là")


def test_a_proposal_is_said_by_the_person_or_not_at_all(pair: Pair, rasa: FakeRasa) -> None:
    chat, desk = pair
    desk.choose_way("Proposer")
    desk.widget.get_by_role("button", name="Oui", exact=True).click()
    between = chat.page.locator(".between")
    expect(between).to_contain_text("Réponse proposée")
    assert violations(chat) == []
    desk.page.locator(".between").get_by_role("button", name="Retirer").click()
    expect(between).to_be_hidden()
    desk.widget.get_by_role("button", name="Oui", exact=True).click()
    between.get_by_role("button", name="Non").click()
    expect(between).to_be_hidden()
    expect(desk.page.locator(".between")).to_contain_text("La personne a dit non")
    assert rasa.said()[-1] == "Bourgoin-Jallieu"
    desk.widget.get_by_role("button", name="Non", exact=True).click()
    between.get_by_role("button", name="Oui").click()
    expect(chat.page.get_by_role("checkbox").first).to_be_visible()
    assert chat.said()[-1] == "Vous : Non"
    desk.wait_for_answer()
    expect(desk.page.get_by_role("checkbox").first).to_be_visible()
    assert desk.said()[-1] == "La personne : Non"
    for _ in range(2):
        for screen in pair:
            mark = screen.page.locator(".you:not(.live)").last.locator(".hint")
            expect(mark).to_have_text("Réponse proposée, puis confirmée")
            expect(screen.page.locator(".you .hint")).to_have_count(1)
            screen.page.reload()
            screen.wait_for_answer()


def test_ticked_answers_can_be_proposed(pair: Pair) -> None:
    chat, desk = pair
    chat.press("Non")
    expect(desk.page.get_by_role("checkbox").first).to_be_visible()
    desk.choose_way("Proposer")
    desk.widget.get_by_role("checkbox", name="Travailler la nuit").check()
    desk.widget.get_by_role("button", name="Valider").click()
    expect(chat.page.locator(".between")).to_contain_text("Travailler la nuit")
    chat.page.locator(".between").get_by_role("button", name="Oui").click()
    expect(chat.page.locator(".card.job")).to_have_count(3)
    assert chat.said()[-1] == "Vous : Travailler la nuit"


def test_an_open_question_stays_above_its_answer(pair: Pair) -> None:
    chat, desk = pair
    desk.choose_way("Demander")
    question = desk.widget.locator("[data-question]").first
    asked = plain(question.inner_text())
    question.click()
    desk.page.keyboard.press("Enter")
    expect(chat.page.locator(".asked")).to_contain_text(asked)
    expect(desk.page.locator(".between")).to_contain_text(asked)
    chat.say("Le contact avec les gens")
    expected = [f"Accompagnement : {asked}", "Vous : Le contact avec les gens"]
    assert chat.said()[-2:] == expected
    expect(desk.page.locator(".between")).to_be_hidden()
    answer = desk.widget.locator(".you:not(.live)", has_text="La personne : Le contact")
    expect(answer).to_be_visible()
    assert desk.said()[-2:] == [f"Vous : {asked}", "La personne : Le contact avec les gens"]
    chat.page.reload()
    chat.wait_for_answer()
    assert chat.said()[-2:] == expected


def test_a_pause_is_told_to_both_and_ended_by_the_person(pair: Pair) -> None:
    chat, desk = pair
    desk.widget.get_by_role("button", name="Pause").click()
    between = chat.page.locator(".between")
    expect(between).to_contain_text("C’est en pause.")
    expect(desk.page.locator(".between")).to_contain_text("En pause")
    between.get_by_role("button", name="Reprendre").click()
    expect(between).to_be_hidden()
    expect(desk.widget.get_by_role("button", name="Pause")).to_be_visible()


def test_the_advisor_hands_the_conversation_back(pair: Pair) -> None:
    chat, desk = pair
    desk.choose_way("Proposer")
    desk.widget.get_by_role("button", name="Oui", exact=True).click()
    expect(chat.page.locator(".between")).to_be_visible()
    desk.widget.get_by_role("button", name="Rendre la main").click()
    expect(chat.page.locator(".between")).to_be_hidden()
    expect(desk.page.get_by_label("Votre message")).to_be_hidden()
    expect(desk.widget.get_by_role("button", name="Oui", exact=True)).to_be_hidden()
    chat.press("Non")
    expect(bubble(desk, "La personne : Non")).to_be_visible()
    desk.widget.get_by_role("button", name="Reprendre la main").click()
    expect(desk.page.get_by_label("Votre message")).to_be_visible()


def test_the_person_ends_it_and_goes_on(pair: Pair) -> None:
    chat, desk = pair
    chat.page.locator(".who").get_by_role("button", name="Arrêter").click()
    dialog = chat.page.get_by_role("dialog", name=f"Continuer sans {NAME}")
    dialog.get_by_role("button", name="Arrêter").click()
    expect(chat.page.locator(".notice")).to_contain_text("ne voit plus votre conversation")
    expect(chat.page.locator(".who")).to_be_hidden()
    expect(desk.widget.locator(".you")).to_have_count(0)
    expect(desk.widget.get_by_role("button", name="Nouvelle conversation")).to_have_count(0)
    chat.press("Non")
    assert chat.said()[-1] == "Vous : Non"


def test_the_advisor_ends_it_and_the_person_is_told(pair: Pair) -> None:
    chat, desk = pair
    desk.page.get_by_role("link", name="Terminer l’entretien").click()
    assert violations(desk) == []
    desk.page.get_by_role("button", name="Terminer l’entretien").click()
    expect(desk.page.get_by_text("L’entretien est fini.")).to_be_visible()
    expect(chat.page.locator(".notice")).to_contain_text("ne voit plus votre conversation")


def test_what_is_erased_is_lost_to_the_advisor(pair: Pair) -> None:
    chat, desk = pair
    choose(chat, "Effacer mes données")
    chat.page.get_by_role("button", name="Tout effacer").click()
    expect(chat.page.get_by_text("Vos données sont effacées.").first).to_be_visible()
    expect(chat.page.locator(".who")).to_be_hidden()
    expect(desk.widget.locator(".turns > li")).to_have_count(0)
    expect(desk.widget.locator(".notice")).to_be_visible()


def test_the_screen_of_the_advisor_keeps_nothing_and_gives_nothing_away(pair: Pair) -> None:
    _, desk = pair
    assert desk.page.evaluate("localStorage.length + sessionStorage.length") == 0
    desk.widget.get_by_role("button", name="Menu").click()
    entries = desk.widget.locator(".menu button").all_inner_texts()
    assert "Ma fiche" in entries
    for forbidden in ("Effacer", "Télécharger", "Reprendre plus tard", "partagé", "accompagner"):
        assert not [entry for entry in entries if forbidden in entry]


def test_each_thing_is_said_once_to_who_listens(
    open_chat: OpenChat, open_desk: OpenDesk, site: str
) -> None:
    chat, desk = open_chat("about:blank", declic=site), open_desk(site)
    chat.page.add_init_script(LISTEN)
    chat.page.goto(site)
    to_the_licence(chat)
    desk.ask(code_for_help(chat))
    agree(chat)
    desk.enter_interview()
    desk.say("Grenoble")
    expect(bubble(chat, "Accompagnement : Grenoble")).to_be_visible()
    desk.widget.get_by_role("button", name="Pause").click()
    expect(chat.page.locator(".between")).to_be_visible()
    heard = chat.page.evaluate("window.heard.map((one) => one.replace(/\\s/g, ' '))")
    for said in ("Accompagnement : Grenoble", "C’est noté : Grenoble", f"{NAME} vous accompagne"):
        assert heard.count(said) == 1, said
    assert sum("C’est en pause." in one for one in heard) == 1
    chat.page.reload()
    chat.wait_for_answer()
    expect(chat.page.locator(".between")).to_be_visible()
    assert chat.page.evaluate("window.heard") == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (390, "light"), (1280, "dark")])
def test_nothing_sticks_out_and_nothing_is_hard_to_reach(
    open_chat: OpenChat, open_desk: OpenDesk, site: str, width: int, scheme: str
) -> None:
    chat, desk = open_chat(site, width, color_scheme=scheme), open_desk(site)
    to_the_licence(chat)
    desk.ask(code_for_help(chat))
    agree(chat)
    desk.enter_interview()
    desk.choose_way("Proposer")
    desk.widget.get_by_role("button", name="Je préfère ne pas répondre").click()
    desk.widget.get_by_role("button", name="Pause").click()
    expect(chat.page.locator(".between div")).to_have_count(2)
    assert overflow(chat) == []
    assert violations(chat) == []


def test_a_person_on_another_site_is_accompanied(
    open_chat: OpenChat, open_desk: OpenDesk, site: str, host: str
) -> None:
    chat, desk = open_chat(f"{host}/inline", declic=site), open_desk(site)
    to_the_licence(chat)
    desk.ask(code_for_help(chat))
    agree(chat)
    desk.enter_interview()
    desk.press("Non")
    expect(bubble(chat, "Accompagnement : Non")).to_be_visible()
    assert violations(chat) == []


def test_the_files_of_two_screens_come_only_when_there_are_two(
    open_chat: OpenChat, site: str
) -> None:
    chat = open_chat(site)
    to_the_licence(chat)
    chat.page.reload()
    chat.wait_for_answer()
    assert [one for one in chat.requests if "live" in one] == []


def test_what_a_person_loads_of_it_weighs_less_than_five_kilobytes() -> None:
    names = ("declic-live.js", "declic-live-person.js", "declic-live.css")
    files = [FOLDER / "static" / name for name in names]
    assert sum(len(gzip.compress(as_sent(path))) for path in files) <= MOST_BYTES


class CutScreens:
    """Cuts the requests of both screens at random, the same way for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.cuts = 0

    def __call__(self, route: Route) -> None:
        if self.cuts < CUTS_A_RUN and self._chance.random() < 0.5:
            self.cuts += 1
            self._chance.choice(CUTS)(route)
        else:
            route.continue_()


RETRY = """one => [...one.shadowRoot.querySelectorAll(".failed button, .notice button")]
    .find((found) => found.textContent === "Réessayer")?.click()"""


def settle(screen: Chat) -> None:
    """Taps "Réessayer" until everything that was written here is answered.

    The button may go by itself, when the other screen's stream brings what is missing.
    """
    busy = screen.page.locator(".waiting, .turns .typing:not(.live)")
    while busy.count():
        screen.page.locator("declic-chat").evaluate(RETRY)
        screen.page.wait_for_timeout(10)


@pytest.mark.parametrize("seed", range(8))
def test_two_hundred_random_cuts_lose_nothing_and_double_nothing_on_two_screens(
    pair: Pair, rasa: FakeRasa, seed: int
) -> None:
    """Eight pairs with twenty-five cuts each, of messages, of readings and of the stream."""
    network, chance = CutScreens(seed), random.Random(seed)
    for screen in pair:
        screen.page.route(MESSAGES, network)
        screen.page.route("**/api/session", network)
    typed: list[str] = []
    while network.cuts < CUTS_A_RUN:
        screen = chance.choice(pair)
        typed.append(f"mot {len(typed)}")
        screen.type(typed[-1])
        settle(screen)
        if chance.random() < 0.2:
            other = pair[screen is pair[0]]
            other.page.context.set_offline(True)
            other.page.context.set_offline(False)
    chat, desk = pair
    for screen in pair:
        expect(screen.page.get_by_text(f"C’est noté : {typed[-1]}")).to_have_count(1)
        shown = [text.partition(" : ")[2] for text in screen.said()]
        assert shown == ["C’est parti", "Bourgoin-Jallieu", *typed]
        noted = [text for text in screen.said_by_bot() if "C’est noté : mot" in text]
        assert noted == [f"C’est noté : {text}" for text in typed]
    assert rasa.said()[-len(typed) :] == typed
    opposite = {"Vous": "La personne", "Accompagnement": "Vous"}
    told = [line.partition(" : ") for line in chat.said()]
    assert desk.said() == [f"{opposite[who]} : {text}" for who, _, text in told]


def test_on_a_low_screen_the_conversation_has_most_of_the_height(pair: Pair) -> None:
    _, desk = pair
    expect(desk.widget.locator(".ways label")).to_have_count(3)
    expect(desk.widget.locator(".who")).to_contain_text("La personne est là")
    seen = desk.page.viewport_size
    assert seen is not None
    conversation = desk.widget.locator(".scroll").bounding_box()
    field = desk.page.get_by_label("Votre message").bounding_box()
    assert conversation is not None and field is not None
    assert conversation["height"] > seen["height"] / 2
    assert field["y"] + field["height"] < seen["height"]
    tops = "labels => labels.map(one => one.getBoundingClientRect().top)"
    lines = desk.widget.locator(".ways label").evaluate_all(tops)
    assert len(set(lines)) == 1, "the ways of writing are on one line"
    assert violations(desk) == []


def test_the_conversation_scrolls_in_its_own_box_and_leaves_the_page_at_its_top(
    pair: Pair,
) -> None:
    _, desk = pair
    desk.press("Non")
    desk.press("Tous les horaires me vont")
    expect(desk.page.locator(".card.job")).to_have_count(3)
    desk.page.reload()
    desk.wait_for_answer()
    assert desk.page.evaluate("scrollY") == 0
    assert desk.page.locator(".scroll").evaluate("(box) => box.scrollTop") > 0
