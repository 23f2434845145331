"""An advisor at the console in a real browser, beside a person at the widget."""

from __future__ import annotations

from playwright.sync_api import Locator, expect
from sqlalchemy.engine import Engine

from bot.adapters import passwords
from bot.adapters.sql.accounts import Account, AccountStore, Organisation
from bot.web.tokens import now
from tests.browser.chat import Chat

PASSWORD = "un-mot-de-passe-assez-long"
ORG = Organisation("0" * 16, "Mission locale du Nord-Isère", ("8415",))
NAME = "Camille Martin"
ACCOUNT = Account(
    "1" * 16, ORG, "camille", NAME, frozenset({"advisor"}), passwords.hash_of(PASSWORD)
)


def add_advisor(engine: Engine) -> None:
    """Camille, of a mission locale, may enter."""
    store = AccountStore(engine)
    store.add_organisation(ORG, now())
    store.add(ACCOUNT, now())


class Desk(Chat):
    """The console with its widget; `url` is the address of the site."""

    def open(self) -> Desk:
        self.page.goto(f"{self.url}console/entretiens")
        self.page.get_by_label("Identifiant").fill(ACCOUNT.login)
        self.page.get_by_label("Mot de passe").fill(PASSWORD)
        self.page.get_by_role("button", name="Entrer").click()
        expect(self.page.get_by_role("heading", name="Entretiens", exact=True)).to_be_visible()
        return self

    @property
    def widget(self) -> Locator:
        return self.page.locator("declic-chat")

    @property
    def panel(self) -> Locator:
        return self.page.locator("[data-panel]")

    def begin(self) -> str:
        """A new interview; gives the code for the person's phone."""
        self.page.get_by_role("button", name="Commencer").click()
        self.wait_for_answer()
        return self.page.locator("#way-in .code").inner_text()

    def ask(self, code: str) -> None:
        """Asks to join the conversation of a code."""
        self.page.get_by_label("Son code").fill(code)
        self.page.get_by_role("button", name="Demander à rejoindre").click()
        expect(self.page.get_by_text("La demande est envoyée.")).to_be_visible()

    def enter_interview(self) -> None:
        """Opens the newest interview, once the person has agreed."""
        self.panel.get_by_role("row").nth(1).get_by_role("link", name="Ouvrir").click()
        self.wait_for_answer()

    def press(self, title: str) -> None:
        self.widget.get_by_role("button", name=title, exact=True).last.click()
        self.wait_for_answer()

    def choose_way(self, way: str) -> None:
        self.widget.get_by_label(way, exact=True).check()
