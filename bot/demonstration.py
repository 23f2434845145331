"""A first account with every role, to try the whole console on one's own machine: `make run`
makes it, once."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters import passwords
from bot.adapters.sql.account_desk import AccountDesk, LoginTaken, Newcomer
from bot.adapters.sql.engine import connect
from bot.services import password_rule
from bot.services.account_rules import ROLES
from bot.setting_values import is_this_machine
from bot.settings import Settings
from bot.web.tokens import now

LOGIN, NAME, ORGANISATION = "demo", "Camille Démonstration", "Organisme de démonstration"
DEPARTMENT = "38"
"""Of the bundled catalogue, with mountains and a large town."""


@dataclass(frozen=True)
class FirstAccount:
    """What opens it, once."""

    login: str
    password: str


def is_for_trying(settings: Settings) -> bool:
    """Whether only this machine reaches Déclic: an installation for people begins without an
    account that nobody asked for."""
    return settings.given_public_url is None and is_this_machine(settings.host)


def first_account(engine: Engine, settings: Settings) -> FirstAccount | None:
    """Makes it where nobody has an account; None: somebody has, or others reach this place."""
    desk = AccountDesk(engine)
    if not is_for_trying(settings) or not desk.is_empty():
        return None
    password = password_rule.one_use()
    org = desk.organisation(ORGANISATION) or desk.make_organisation(ORGANISATION, now())
    desk.set_basins(org.org_id, desk.basins_of(DEPARTMENT))
    kept = passwords.hash_of(password), now() + password_rule.ONE_USE_LIFE
    try:
        desk.add(org.org_id, Newcomer(LOGIN, NAME, frozenset(ROLES), *kept), now())
    except LoginTaken:
        return None
    return FirstAccount(LOGIN, password)


def main() -> int:
    """`python -m bot.demonstration`: prints login and password when the account was made."""
    settings = Settings.from_environment()
    engine = connect(settings.database_url)
    try:
        made = first_account(engine, settings)
    except SQLAlchemyError as error:
        print(type(error).__name__, file=sys.stderr)
        return 1
    finally:
        engine.dispose()
    if made:
        print(made.login, made.password)
    return 0


if __name__ == "__main__":
    sys.exit(main())
