"""The four people again, in Chromium, with the real Rasa and the real actions behind the page."""

from __future__ import annotations

import pytest

from tests.browser.chat import Chat
from tests.browser.conftest import OpenChat
from tests.conversations.test_people import LIVES, Life, by_buttons, in_words
from tests.stack import Stack, plain


class PersonAtTheScreen:
    """Somebody who sees only what the page shows; answers as tests.stack.Person does."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        chat.wait_for_answer()

    @property
    def texts(self) -> str:
        """What the bot has said since the person's last message."""
        said: list[str] = self.chat.turns.evaluate_all(
            """(turns) => turns.slice(turns.findLastIndex((one) => one.matches(".you")) + 1)
                .map((one) => one.querySelector(".bubble")?.innerText ?? "")"""
        )
        return plain("\n".join(said))

    @property
    def buttons(self) -> list[str]:
        return self._texts("button:enabled")

    @property
    def options(self) -> list[str]:
        return self._texts("label:has(input[type=checkbox]:enabled)")

    def _texts(self, selector: str) -> list[str]:
        return [plain(t).strip() for t in self.chat.turns.locator(selector).all_inner_texts()]

    def say(self, text: str) -> None:
        self.chat.say(text)

    def choose(self, title: str) -> None:
        self.chat.press(title)

    def tick(self, *titles: str) -> None:
        if not titles:
            self.chat.press(self.buttons[-1])
            return
        for box in self.chat.turns.locator("input[type=checkbox]:enabled").all():
            box.uncheck()
        self.chat.tick(*titles)


@pytest.mark.parametrize(("width", "way"), [(390, in_words), (1280, by_buttons)])
@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.name)
def test_a_person_reaches_jobs_on_screen(
    open_chat: OpenChat, stack: Stack, life: Life, width: int, way
) -> None:
    chat = open_chat(f"{stack.url}/", width)
    way(PersonAtTheScreen(chat), life)
    cards = chat.page.locator(".card.job")
    shown = cards.count()
    assert 2 <= shown <= 4
    for card in cards.all():
        assert card.get_by_role("heading").count() >= 1
        assert "embauche" in card.inner_text()
        assert "Environ" in card.inner_text()
    said = chat.said_by_bot()
    chat.page.reload()
    chat.wait_for_answer()
    assert chat.said_by_bot() == said, "the conversation comes back after a reload"
    assert cards.count() == shown
