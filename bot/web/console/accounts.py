"""All pages of entering the console, and of keeping its accounts."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from bot.adapters.sql.account_desk import AccountDesk
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.audit import Audit
from bot.adapters.sql.entering import EnteringStore
from bot.settings import Settings
from bot.web.access import Access
from bot.web.console.access_log import AccessLog
from bot.web.console.cookies import Cookies
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.entries import Entries
from bot.web.console.login import Login, Sitting
from bot.web.console.organisation import OrganisationPage
from bot.web.console.pages import Pages
from bot.web.console.password_page import PasswordPage
from bot.web.console.seats import Seats
from bot.web.resume_codes import ResumeCodes


class AccountPages:
    """Built over one database; the provider's pages are there when the settings name one."""

    def __init__(
        self,
        engine: Engine,
        secret: str,
        seats: Seats,
        cookies: Cookies,
        doors: Doors,
        pages: Pages,
        access: Access,
        settings: Settings,
    ) -> None:
        accounts, openid = AccountStore(engine), settings.openid
        entries = Entries(accounts, EnteringStore(engine))
        sitting = Sitting(seats, cookies)
        label = openid.label if openid else None
        self._routes = [
            *Login(seats, entries, sitting, cookies, pages, doors, access, label).routes(),
            *PasswordPage(seats, entries, doors, pages).routes(),
            *OrganisationPage(AccountDesk(engine), accounts, doors, pages, settings).routes(),
            *AccessLog(Audit(engine), ResumeCodes(secret), doors, pages).routes(),
        ]
        if openid:
            # Here, since without a provider nothing asks for the libraries of OpenID.
            from bot.adapters.openid.provider import OpenIdProvider
            from bot.web.console.openid_login import BACK, OpenIdLogin

            provider = OpenIdProvider(openid, f"{settings.public_url}{BACK}")
            self._routes += OpenIdLogin(
                openid, provider, secret, entries, sitting, cookies, pages, access
            ).routes()

    def routes(self) -> list[ConsoleRoute]:
        return self._routes
