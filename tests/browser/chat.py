"""A person at the widget in a real browser."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request

from tests.stack import plain

WAIT_MS = 20_000


class Chat:
    """One page with the widget; notes what the page says on its console and asks of the network.

    declic: where the widget comes from: the page's own site, unless given.
    """

    def __init__(self, page: Page, url: str, declic: str = "") -> None:
        self.page = page
        self.url = url
        self.declic = declic or url
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.set_default_timeout(WAIT_MS)
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._note_request)

    def open(self) -> Chat:
        self.page.goto(self.url)
        return self

    def _note(self, message: ConsoleMessage) -> None:
        """Keeps errors and warnings, but for the browser's own word about a refused request."""
        is_refusal = message.text.startswith("Failed to load resource")
        if message.type in ("error", "warning") and not is_refusal:
            self.errors.append(message.text)

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    @property
    def strangers(self) -> list[str]:
        """Requests that went neither to the page's origin nor to Déclic's."""
        known = [f"{url.scheme}://{url.netloc}/" for url in map(urlsplit, (self.url, self.declic))]
        return [one for one in self.requests if not one.startswith((*known, "blob:"))]

    @property
    def turns(self) -> Locator:
        return self.page.locator(".turns > li")

    def wait_for_answer(self) -> None:
        """Waits until the bot has answered everything that was sent."""
        self.page.wait_for_function(
            """() => {
                const turns = document.querySelector("declic-chat")?.shadowRoot
                    ?.querySelector(".turns");
                return turns?.querySelector(".bot")
                    && !turns.querySelector(".typing, .waiting");
            }"""
        )

    def press(self, title: str) -> None:
        """Presses the last button of this name and waits for the answer."""
        self.page.get_by_role("button", name=title, exact=True).last.click()
        self.wait_for_answer()

    def tick(self, *titles: str) -> None:
        """Ticks options of the list, sends them, and waits for the answer."""
        for title in titles:
            self.page.get_by_role("checkbox", name=title).check()
        self.press("Valider")

    def type(self, text: str) -> None:
        """Types a message and sends it with the Enter key."""
        field = self.page.get_by_label("Votre message")
        field.fill(text)
        field.press("Enter")

    def say(self, text: str) -> None:
        """Types a message, sends it, and waits for the answer."""
        self.type(text)
        self.wait_for_answer()

    def said_by_bot(self) -> list[str]:
        """The texts of the bot, oldest first."""
        return [_without_label(text) for text in self._texts(".bot > .bubble")]

    def said_by_person(self) -> list[str]:
        return [_without_label(text) for text in self._texts(".you > .bubble")]

    def said(self) -> list[str]:
        """What both people said, each with who said it, as in "Vous : Bourgoin"."""
        return [plain(text) for text in self._texts(".you > .bubble")]

    def _texts(self, selector: str) -> list[str]:
        return self.page.locator(selector).all_text_contents()


def _without_label(text: str) -> str:
    """A bubble's text without the word that tells a screen reader who speaks."""
    return re.split(r"\s: ", text, maxsplit=1)[1]
