"""Reading aloud and dictation, where the browser has them, and nothing of them where it has not.

The voices and the ear of the browser are stood in for: a machine of tests has neither.
"""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.fake_rasa import FakeRasa

VOICES = """
window.said = [];
const voices = %s;
Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    speak: ({ text, lang }) => window.said.push([lang, text]),
    cancel: () => window.said.push("silence"),
}});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
OF_THE_DEVICE = '[{ lang: "en-US", localService: true }, { lang: "fr-FR", localService: true }]'
OF_A_SERVER = '[{ lang: "fr-FR", localService: false }]'
EAR = """
window.ears = [];
window.SpeechRecognition = class {
    static available = async () => "%s";
    start() { window.ears.push(this); }
    stop() { this.onend(); }
};
"""
DEAF = "delete window.SpeechRecognition; delete window.webkitSpeechRecognition;"
HEARD = """(words) => window.ears.at(-1).onresult(
    { results: words.map((transcript) => [{ transcript }]) })"""


def open_with(open_chat: OpenChat, site: str, script: str) -> Chat:
    chat = open_chat("about:blank", declic=site)
    chat.page.add_init_script(script)
    chat.page.goto(site)
    chat.wait_for_answer()
    return chat


def open_display(chat: Chat) -> None:
    chat.page.get_by_role("button", name="Menu").click()
    chat.page.get_by_text("Lecture et affichage").click()


def test_each_new_message_is_read_aloud_until_it_is_told_to_stop(
    open_chat: OpenChat, site: str
) -> None:
    chat = open_with(open_chat, site, VOICES % OF_THE_DEVICE)
    open_display(chat)
    chat.page.get_by_role("button", name="Lire à voix haute").click()
    chat.say("Bourgoin")
    said = chat.page.evaluate("window.said")
    assert said[0] == "silence"
    assert [lang for lang, _ in said[1:]] == ["fr-FR"] * len(said[1:])
    assert "Avez-vous le permis B" in said[-1][1]
    chat.page.get_by_role("button", name="Arrêter la voix").click()
    assert chat.page.evaluate("window.said.at(-1)") == "silence"
    chat.press("Non")
    assert chat.page.evaluate("window.said.at(-1)") == "silence"
    expect(chat.page.get_by_role("button", name="Arrêter la voix")).to_be_hidden()


def test_without_a_french_voice_of_the_device_nothing_is_offered(
    open_chat: OpenChat, site: str
) -> None:
    chat = open_with(open_chat, site, VOICES % OF_A_SERVER)
    open_display(chat)
    expect(chat.page.get_by_role("button", name="Agrandir le texte")).to_be_visible()
    expect(chat.page.get_by_role("button", name="Lire à voix haute")).to_have_count(0)


def test_dictation_on_the_device_writes_at_once(open_chat: OpenChat, site: str) -> None:
    chat = open_with(open_chat, site, EAR % "available")
    mic = chat.page.get_by_role("button", name="Dicter")
    mic.click()
    expect(mic).to_have_attribute("aria-pressed", "true")
    assert chat.page.evaluate("window.ears.at(-1).processLocally") is True
    chat.page.evaluate(HEARD, ["j’habite à ", "Bourgoin"])
    expect(chat.page.get_by_label("Votre message")).to_have_value("j’habite à Bourgoin")
    mic.click()
    expect(mic).to_have_attribute("aria-pressed", "false")


def test_where_the_voice_leaves_the_device_one_is_asked_once(
    open_chat: OpenChat, site: str, rasa: FakeRasa
) -> None:
    chat = open_with(open_chat, site, EAR % "unavailable")
    chat.page.get_by_role("button", name="Dicter").click()
    expect(chat.page.get_by_role("dialog")).to_contain_text("envoie votre voix à son fabricant")
    chat.page.get_by_role("button", name="Annuler").click()
    assert chat.page.evaluate("window.ears.length") == 0
    mic = chat.page.get_by_role("button", name="Dicter")
    mic.click()
    chat.page.get_by_role("dialog").get_by_role("button", name="Dicter").click()
    expect(mic).to_have_attribute("aria-pressed", "true")
    mic.click()
    mic.click()
    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    assert chat.page.evaluate("window.ears.length") == 2


def test_a_browser_that_cannot_listen_shows_no_microphone(open_chat: OpenChat, site: str) -> None:
    chat = open_with(open_chat, site, DEAF)
    expect(chat.page.get_by_role("button", name="Envoyer")).to_be_visible()
    expect(chat.page.get_by_role("button", name="Dicter")).to_have_count(0)
