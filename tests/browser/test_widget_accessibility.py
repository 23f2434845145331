"""The widget for people who listen, who use a keyboard, who zoom, or who see few colours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.browser.test_widget_pictures import serve_drawings
from tests.fake_conversation import CARDS
from tests.fake_rasa import FakeRasa

LISTEN = """
window.heard = [];
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => {
        const region = target.nodeType === 1 && target.closest("[aria-live], [role=status], "
            + "[role=alert], [role=log]");
        if (region) addedNodes.forEach((node) => window.heard.push(node.textContent));
    })).observe(root, { childList: true, subtree: true, characterData: true });
    return root;
};
"""
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Step = Callable[[Chat, FakeRasa], None]


def nothing(chat: Chat, rasa: FakeRasa) -> None:
    chat.wait_for_answer()


def licence(chat: Chat, rasa: FakeRasa) -> None:
    chat.wait_for_answer()
    chat.press("C’est parti")
    chat.say("Bourgoin")


def hours(chat: Chat, rasa: FakeRasa) -> None:
    licence(chat, rasa)
    chat.press("Non")
    chat.page.get_by_role("checkbox").first.check()


def hours_hint(chat: Chat, rasa: FakeRasa) -> None:
    licence(chat, rasa)
    chat.press("Non")
    chat.page.get_by_role("button", name="Valider").click()


def cards(chat: Chat, rasa: FakeRasa) -> None:
    hours(chat, rasa)
    chat.press("Tous les horaires me vont")
    chat.page.get_by_text("En savoir plus").first.click()


def places(chat: Chat, rasa: FakeRasa) -> None:
    cards(chat, rasa)
    chat.page.get_by_role("button", name="Où l’essayer ?").first.click()
    chat.wait_for_answer()


def kept(chat: Chat, rasa: FakeRasa) -> None:
    cards(chat, rasa)
    chat.page.get_by_role("button", name="Garder", exact=True).first.click()
    chat.wait_for_answer()


def offers(chat: Chat, rasa: FakeRasa) -> None:
    chat.wait_for_answer()
    chat.say("les aides")


def pictures(chat: Chat, rasa: FakeRasa) -> None:
    chat.wait_for_answer()
    serve_drawings(chat)
    chat.say("les images")
    chat.page.get_by_role("checkbox").first.check()


def large_picture(chat: Chat, rasa: FakeRasa) -> None:
    pictures(chat, rasa)
    chat.page.get_by_role("button", name="Voir en grand").first.click()


def scene(chat: Chat, rasa: FakeRasa) -> None:
    pictures(chat, rasa)
    chat.press("Aucune de ces images")


def menu(chat: Chat, rasa: FakeRasa) -> None:
    licence(chat, rasa)
    chat.page.get_by_role("button", name="Menu").click()


def erasing(chat: Chat, rasa: FakeRasa) -> None:
    menu(chat, rasa)
    chat.page.get_by_role("button", name="Effacer mes données").click()


def erased(chat: Chat, rasa: FakeRasa) -> None:
    erasing(chat, rasa)
    chat.page.get_by_role("button", name="Tout effacer").click()
    chat.page.get_by_role("button", name="Nouvelle conversation").wait_for()


def typing(chat: Chat, rasa: FakeRasa) -> None:
    chat.wait_for_answer()
    rasa.held = True
    chat.type("Bourgoin")
    chat.page.locator(".typing").wait_for()


def failed(chat: Chat, rasa: FakeRasa) -> None:
    chat.wait_for_answer()
    rasa.unavailable = True
    chat.type("Bourgoin")
    chat.page.get_by_role("button", name="Réessayer").wait_for()


def too_long(chat: Chat, rasa: FakeRasa) -> None:
    chat.wait_for_answer()
    chat.type("a" * 2001)


SCREENS = [
    nothing,
    licence,
    hours,
    hours_hint,
    cards,
    places,
    kept,
    offers,
    pictures,
    large_picture,
    scene,
    menu,
    erasing,
    erased,
    typing,
    failed,
    too_long,
]
EACH_SCREEN = pytest.mark.parametrize("reach", SCREENS, ids=lambda step: step.__name__)


def violations(chat: Chat) -> list[str]:
    """What axe finds; the inline styles that axe itself tries on the page are not the widget's."""
    options = {"runOnly": {"type": "tag", "values": AXE_TAGS}}
    said = list(chat.errors)
    found = Axe().run(chat.page, options=options).response["violations"]
    chat.errors = said
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@EACH_SCREEN
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing(
    open_chat: OpenChat, site: str, rasa: FakeRasa, reach: Step, width: int, scheme: str
) -> None:
    chat = open_chat(site, width, color_scheme=scheme, reduced_motion="reduce")
    reach(chat, rasa)
    assert violations(chat) == []
    rasa.held = False


@EACH_SCREEN
def test_everything_to_press_is_large_enough(
    open_chat: OpenChat, site: str, rasa: FakeRasa, reach: Step
) -> None:
    chat = open_chat(site, 320)
    reach(chat, rasa)
    small = chat.page.evaluate(
        """() => [...document.querySelector("declic-chat").shadowRoot
            .querySelectorAll("button, a, textarea, summary, .option")]
            .filter((one) => one.checkVisibility())
            .filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 44)
            .map((one) => `${one.textContent} ${one.offsetWidth} x ${one.offsetHeight}`)"""
    )
    assert small == []
    rasa.held = False


def test_each_message_of_the_bot_is_announced_once(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    chat.page.evaluate("localStorage.clear()")
    chat.page.add_init_script(LISTEN)
    chat.page.reload()
    licence(chat, rasa)
    heard = chat.page.evaluate("window.heard")
    said = chat.said_by_bot()
    assert len(heard) == len(said) == 5
    assert all(one.startswith(text) for one, text in zip(heard, said, strict=True))
    assert heard[1].endswith("Réponses proposées : C’est parti.")


def test_nothing_is_announced_again_after_a_reload(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site)
    licence(chat, rasa)
    chat.page.add_init_script(LISTEN)
    chat.page.reload()
    chat.wait_for_answer()
    assert chat.page.evaluate("window.heard") == []
    chat.press("Non")
    assert len(chat.page.evaluate("window.heard")) == 2


def test_the_live_region_empties_itself(open_chat: OpenChat, site: str, rasa: FakeRasa) -> None:
    chat = open_chat(site)
    licence(chat, rasa)
    expect(chat.page.locator("[aria-live]")).to_be_empty()


def focused(chat: Chat) -> str:
    """The text or name of what has the focus."""
    name: str = chat.page.evaluate(
        """() => {
            const one = document.querySelector("declic-chat").shadowRoot.activeElement;
            return one ? one.ariaLabel ?? (one.innerText || one.id || one.value) : "";
        }"""
    )
    return name.strip()


def tab_to(chat: Chat, name: str) -> None:
    for _ in range(40):
        if focused(chat) == name:
            return
        chat.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {name!r}; it is on {focused(chat)!r}")


def test_a_whole_conversation_with_the_keyboard_alone(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site, 1280)
    chat.wait_for_answer()
    keyboard = chat.page.keyboard
    tab_to(chat, "C’est parti")
    keyboard.press("Enter")
    chat.wait_for_answer()
    assert focused(chat).endswith("C’est parti")
    tab_to(chat, "message")
    keyboard.type("Bourgoin")
    keyboard.press("Enter")
    chat.wait_for_answer()
    assert focused(chat) == "message"
    for _ in range(20):
        if focused(chat) == "Non":
            break
        keyboard.press("Shift+Tab")
    keyboard.press("Space")
    chat.wait_for_answer()
    keyboard.press("Tab")
    keyboard.press("Space")
    tab_to(chat, "Valider")
    keyboard.press("Enter")
    chat.wait_for_answer()
    assert rasa.said()[-1].endswith('"values": ["night"]}')
    tab_to(chat, f"En savoir plus\n\u00a0: {CARDS[0]['title']}")
    keyboard.press("Enter")
    expect(chat.page.locator("details[open]")).to_have_count(1)
    tab_to(chat, "Pourquoi ce métier ?")
    keyboard.press("Enter")
    chat.wait_for_answer()
    assert rasa.said()[-1].startswith("/why_job")


def test_the_menu_closes_with_escape_and_gives_the_focus_back(
    open_chat: OpenChat, site: str
) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    opener = chat.page.get_by_role("button", name="Menu")
    opener.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    chat.page.keyboard.press("Tab")
    assert focused(chat) == "Revenir en arrière"
    chat.page.keyboard.press("Escape")
    expect(opener).to_have_attribute("aria-expanded", "false")
    assert focused(chat) == "Menu"


def test_the_focus_stays_where_the_person_put_it(open_chat: OpenChat, site: str) -> None:
    chat = open_chat(site)
    chat.wait_for_answer()
    assert focused(chat) == ""
    chat.say("Bourgoin")
    assert focused(chat) == "message"


def test_at_four_hundred_percent_everything_can_be_reached(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site, 320, height=256)
    licence(chat, rasa)
    chat.press("Non")
    chat.press("Tous les horaires me vont")
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert chat.page.evaluate(wide) is False
    field = chat.page.get_by_label("Votre message")
    field.scroll_into_view_if_needed()
    expect(field).to_be_in_viewport()
    assert violations(chat) == []


def test_without_motion_nothing_moves(open_chat: OpenChat, site: str, rasa: FakeRasa) -> None:
    chat = open_chat(site, reduced_motion="reduce")
    typing(chat, rasa)
    assert chat.page.evaluate("document.getAnimations({subtree: true}).length") == 0
    rasa.held = False
    chat.wait_for_answer()


def test_the_choice_and_the_declic_are_told_without_colours(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_chat(site, forced_colors="active")
    hours(chat, rasa)
    ticked, other = chat.page.locator(".option").nth(0), chat.page.locator(".option").nth(1)
    width = "one => getComputedStyle(one).borderWidth"
    assert ticked.evaluate(width) != other.evaluate(width)
    chat.press("Tous les horaires me vont")
    expect(chat.page.locator(".card.declic")).to_contain_text("Votre déclic")
