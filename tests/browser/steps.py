"""Ways through the conversation of tests.fake_conversation."""

from __future__ import annotations

from tests.browser.chat import Chat


def to_the_licence(chat: Chat) -> None:
    chat.wait_for_answer()
    chat.press("C’est parti")
    chat.say("Bourgoin-Jallieu")


def to_the_cards(chat: Chat) -> None:
    to_the_licence(chat)
    chat.press("Non")
    chat.press("Tous les horaires me vont")
