"""`/console/organisation`: an admin keeps the accounts of their own organisation, and its log.

Nothing here takes the name or the id of an organisation: it is that of the seat.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.adapters import passwords
from bot.adapters.sql.account_desk import AccountDesk, LoginTaken, Member, Newcomer
from bot.adapters.sql.accounts import AccountStore
from bot.orientation.phrases import say
from bot.services import account_rules, password_rule
from bot.services.account_rules import ADMIN, ADVISOR, ROLES
from bot.settings import Settings
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.forms import Form
from bot.web.console.pages import Pages, back_to
from bot.web.console.seats import Seat
from bot.web.errors import ApiError
from bot.web.tokens import now

PATH = "/console/organisation"
MEMBER = f"{PATH}/comptes/{{advisor_id}}"


class OrganisationPage:
    """The page, and what its forms do. What is wrong in a form is told on the page itself."""

    def __init__(
        self,
        desk: AccountDesk,
        accounts: AccountStore,
        doors: Doors,
        pages: Pages,
        settings: Settings,
    ) -> None:
        self._desk = desk
        self._accounts = accounts
        self._doors = doors
        self._pages = pages
        self._openid = settings.openid

    def routes(self) -> list[ConsoleRoute]:
        acts = {
            f"{PATH}/comptes": self.add,
            f"{MEMBER}/mot-de-passe": self.reset,
            f"{MEMBER}/fermer": self.disable,
            f"{MEMBER}/roles": self.set_roles,
            f"{PATH}/reference": self.set_reference,
            f"{PATH}/bassins": self.set_basins,
        }
        return [
            self._doors.door(PATH, self.show, ADMIN),
            *(self._doors.door(path, act, ADMIN, method="POST") for path, act in acts.items()),
        ]

    async def show(self, request: Request, seat: Seat) -> Response:
        return await self._page(request, seat)

    async def add(self, request: Request, seat: Seat) -> Response:
        """A new account of this organisation; its password is shown in the answer, once."""
        form: Form = request.state.form
        login = account_rules.login_of(form.one("login"))
        name = account_rules.name_of(form.one("name"))
        roles = account_rules.roles_of(form.all("role"))
        if login is None or name is None or roles is None:
            wrong = "login" if login is None else "name" if name is None else "roles"
            return await self._page(request, seat, wrong=wrong)
        self._check_given(seat, roles)
        password = None if self._openid and form.one("provider") else password_rule.one_use()
        kept = await _for_one_use(password) if password else (None, None)
        newcomer = Newcomer(login, name, roles, *kept)
        try:
            await run_in_threadpool(self._desk.add, seat.org.org_id, newcomer, now())
        except LoginTaken:
            return await self._page(request, seat, wrong="taken")
        await self._note(seat, "account_added", login)
        return await self._page(request, seat, made=login, password=password)

    async def reset(self, request: Request, seat: Seat) -> Response:
        member = await self._other(request, seat)
        password = password_rule.one_use()
        hashed, until = await _for_one_use(password)
        of_it = (seat.org.org_id, member.advisor_id)
        await run_in_threadpool(self._desk.reset, *of_it, hashed, until)
        await self._note(seat, "account_reset", member.login)
        return await self._page(request, seat, made=member.login, password=password)

    async def disable(self, request: Request, seat: Seat) -> Response:
        member = await self._other(request, seat)
        of_it = (seat.org.org_id, member.advisor_id)
        await run_in_threadpool(self._desk.disable, *of_it, now())
        await self._note(seat, "account_closed", member.login)
        return back_to(PATH, request, say("account.closed", name=member.login))

    async def set_roles(self, request: Request, seat: Seat) -> Response:
        """Roles that the admin has not are neither given nor taken here."""
        member = await self._other(request, seat)
        chosen = frozenset(request.state.form.all("role")) & seat_gives(seat)
        roles = account_rules.roles_of(chosen | (member.roles - seat_gives(seat)))
        if roles is None:
            return await self._page(request, seat, wrong="roles")
        of_it = (seat.org.org_id, member.advisor_id)
        await run_in_threadpool(self._desk.set_roles, *of_it, roles, now())
        await self._note(seat, "roles", f"{member.login} : {' '.join(sorted(roles))}")
        return back_to(PATH, request, say("account.roles", name=member.login))

    async def set_reference(self, request: Request, seat: Seat) -> Response:
        is_on = request.state.form.one("reference") == "on"
        await run_in_threadpool(self._desk.set_reference, seat.org.org_id, is_on)
        await self._note(seat, "reference_on" if is_on else "reference_off", None)
        return back_to(PATH, request, say("account.reference"))

    async def set_basins(self, request: Request, seat: Seat) -> Response:
        """Those that stay ticked, and all of a department."""
        form: Form = request.state.form
        known = await run_in_threadpool(self._desk.known_basins)
        chosen = set(form.all("basin")) & set(known)
        if department := form.one("department").upper():
            added = await run_in_threadpool(self._desk.basins_of, department)
            if not added:
                return await self._page(request, seat, wrong="department")
            chosen.update(added)
        await run_in_threadpool(self._desk.set_basins, seat.org.org_id, chosen)
        await self._note(seat, "basins", None)
        return back_to(PATH, request, say("account.basins"))

    async def _page(self, request: Request, seat: Seat, **told: Any) -> Response:
        members = await run_in_threadpool(self._desk.members, seat.org.org_id)
        org = await run_in_threadpool(self._desk.organisation, seat.org.name)
        names = await run_in_threadpool(self._desk.known_basins)
        at = now()
        content = {
            "members": [(member, member.state(at)) for member in members],
            "org": org or seat.org,
            "basins": {code: names.get(code, code) for code in (org or seat.org).basins},
            "roles": [role for role in ROLES if role in seat_gives(seat)],
            "provider": self._openid.label if self._openid else None,
            "life_days": password_rule.ONE_USE_LIFE.days,
            **{"wrong": None, "made": None, "password": None, **told},
        }
        status = 422 if content["wrong"] else 200
        return self._pages.page(request, seat, "console/organisation.html", status, **content)

    async def _other(self, request: Request, seat: Seat) -> Member:
        """The member whose form it is. ApiError: of another organisation, nobody, or oneself, who
        would shut the door from outside."""
        advisor_id = request.path_params["advisor_id"]
        members = await run_in_threadpool(self._desk.members, seat.org.org_id)
        found = next((one for one in members if one.advisor_id == advisor_id), None)
        if found is None:
            raise ApiError("not_found")
        if found.advisor_id == seat.advisor_id:
            raise ApiError("own_account")
        return found

    def _check_given(self, seat: Seat, roles: frozenset[str]) -> None:
        if not roles <= seat_gives(seat):
            raise ApiError("no_role")

    async def _note(self, seat: Seat, act: str, detail: str | None) -> None:
        await run_in_threadpool(self._accounts.note, seat.account, act, now(), None, detail)


def seat_gives(seat: Seat) -> frozenset[str]:
    """The roles that an admin may give: to accompany, and those that they have."""
    return seat.roles | {ADVISOR}


async def _for_one_use(password: str) -> tuple[str, datetime]:
    hashed = await run_in_threadpool(passwords.hash_of, password)
    return hashed, now() + password_rule.ONE_USE_LIFE
