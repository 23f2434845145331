"""`declic advisor`: who may sit at the console."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import click

from bot.adapters import passwords
from bot.adapters.sql.account_desk import AccountDesk, LoginTaken, Member, Newcomer
from bot.adapters.sql.accounts import Organisation
from bot.commands.advisor_text import as_line, as_one_use, in_french
from bot.commands.data_session import database, refuse_other_schema, told_errors
from bot.services import account_rules, password_rule
from bot.settings import Settings
from bot.web.tokens import now

LIST = "declic advisor list"
_ROLES = click.Choice(account_rules.ROLES)
_SWITCH = click.Choice(["on", "off"])


@click.group()
def command() -> None:
    """Accounts of the console: advisors, editors, testers, admins."""


@command.command()
@click.argument("login")
@click.option("--name", required=True, help="The person's name, as colleagues see it.")
@click.option("--organisation", required=True, help="Its name; made when there is none.")
@click.option("--role", "roles", type=_ROLES, multiple=True, help="Again for several; advisor.")
@click.option("--basin", "basins", multiple=True, help="Employment basin of the organisation.")
@click.option("--department", "departments", multiple=True, help="All basins of a department.")
@click.option("--reference", type=_SWITCH, help="The organisation's own reference field.")
@click.option("--no-password", is_flag=True, help="Only by the OpenID provider of the settings.")
def add(
    login: str,
    name: str,
    organisation: str,
    roles: tuple[str, ...],
    basins: tuple[str, ...],
    departments: tuple[str, ...],
    reference: str | None,
    no_password: bool,
) -> None:
    """Make an account and print its password for one use, once.

    LOGIN is an e-mail address, or one word. Basins and the reference field are the organisation's:
    they are for all its accounts, also when it was there before.

    Exit codes: 0 made, 1 the login is taken or no database, 2 something cannot be used.
    """
    kept = _login(login)
    person, org_name = _name(name, "--name"), _name(organisation, "--organisation")
    with _desk() as desk:
        codes = _basins(desk, basins, departments)
        if desk.member(kept):
            raise click.ClickException(_taken(kept))
        org = _organisation(desk, org_name)
        _set(desk, org, codes, reference)
        password = None if no_password else password_rule.one_use()
        _add(desk, org, Newcomer(kept, person, frozenset(roles or ("advisor",)), *_kept(password)))
    click.echo(f"Compte créé : {kept}, {org.name}.")
    _tell(password)


@command.command("list")
@click.option("--organisation", help="Only the accounts of this one.")
def list_command(organisation: str | None) -> None:
    """List the accounts: roles, organisation, last login, state.

    Exit codes: 0 some listed, 1 none, no such organisation or no database.
    """
    with _desk() as desk:
        org_id = _known(desk, organisation).org_id if organisation else None
        members = desk.members(org_id)
    if not members:
        raise click.ClickException("Aucun compte. Créez-en un : declic advisor add --help")
    at = now()
    for member in members:
        click.echo(as_line(member, at))


@command.command()
@click.argument("login")
@click.option("--role", "roles", type=_ROLES, multiple=True, required=True, help="All it has.")
def roles(login: str, roles: tuple[str, ...]) -> None:
    """Change what an account may do; its sessions end.

    Exit codes: 0 changed, 1 no such account or no database.
    """
    with _desk() as desk:
        member = _member(desk, login)
        desk.set_roles(member.org_id, member.advisor_id, frozenset(roles), now())
    click.echo(f"{member.login} : {in_french(roles)}.")


@command.command()
@click.argument("login")
def disable(login: str) -> None:
    """Close an account; who is inside is outside at once. `reset` opens it again.

    Exit codes: 0 closed, 1 no such account, or closed before.
    """
    with _desk() as desk:
        member = _member(desk, login)
        if member.disabled_at:
            raise click.ClickException(f"{member.login} est déjà fermé. Voyez : {LIST}")
        desk.disable(member.org_id, member.advisor_id, now())
    click.echo(f"{member.login} est fermé. Ses sessions sont terminées.")


@command.command()
@click.argument("login")
def reset(login: str) -> None:
    """Give a new password for one use; a closed account opens again.

    Exit codes: 0 done, 1 no such account or no database.
    """
    password = password_rule.one_use()
    with _desk() as desk:
        member = _member(desk, login)
        desk.reset(member.org_id, member.advisor_id, *_for_one_use(password))
    reopened = " Le compte est rouvert." if member.disabled_at else ""
    click.echo(f"Nouveau mot de passe pour {member.login}.{reopened}")
    _tell(password)


@contextmanager
def _desk() -> Iterator[AccountDesk]:
    with told_errors(), database() as engine:
        refuse_other_schema(engine)
        yield AccountDesk(engine)


def _login(typed: str) -> str:
    login = account_rules.login_of(typed)
    if login is None:
        sentence = "écrivez une adresse comme lea@mission.fr, ou un mot sans espace ni accent."
        raise click.BadParameter(sentence, param_hint="LOGIN")
    return login


def _name(typed: str, option: str) -> str:
    name = account_rules.name_of(typed)
    if name is None:
        sentence = f"écrivez un nom de {account_rules.MOST_NAME} signes au plus."
        raise click.BadParameter(sentence, param_hint=option)
    return name


def _basins(desk: AccountDesk, codes: tuple[str, ...], departments: tuple[str, ...]) -> set[str]:
    unknown = sorted(set(codes) - set(desk.known_basins()))
    if unknown:
        sentence = f"bassin inconnu : {', '.join(unknown)}. Voyez : declic data status"
        raise click.BadParameter(sentence, param_hint="--basin")
    found = set(codes)
    for department in departments:
        of_it = desk.basins_of(department.upper())
        if not of_it:
            sentence = f"aucun bassin pour « {department} ». Écrivez un numéro, comme 38 ou 2A."
            raise click.BadParameter(sentence, param_hint="--department")
        found.update(of_it)
    return found


def _organisation(desk: AccountDesk, name: str) -> Organisation:
    return desk.organisation(name) or desk.make_organisation(name, now())


def _known(desk: AccountDesk, name: str) -> Organisation:
    found = desk.organisation(name)
    if found is None:
        raise click.ClickException(f"Aucun organisme « {name} ». Voyez : {LIST}")
    return found


def _set(desk: AccountDesk, org: Organisation, codes: set[str], reference: str | None) -> None:
    if codes:
        desk.set_basins(org.org_id, codes)
    if reference:
        desk.set_reference(org.org_id, reference == "on")


def _kept(password: str | None) -> tuple[str | None, datetime | None]:
    return _for_one_use(password) if password else (None, None)


def _for_one_use(password: str) -> tuple[str, datetime]:
    return passwords.hash_of(password), now() + password_rule.ONE_USE_LIFE


def _add(desk: AccountDesk, org: Organisation, newcomer: Newcomer) -> None:
    try:
        desk.add(org.org_id, newcomer, now())
    except LoginTaken as error:
        raise click.ClickException(_taken(newcomer.login)) from error


def _taken(login: str) -> str:
    return f"{login} a déjà un compte. Nouveau mot de passe : declic advisor reset {login}"


def _member(desk: AccountDesk, login: str) -> Member:
    found = desk.member(login.strip().lower())
    if found is None:
        raise click.ClickException(f"Aucun compte « {login} ». Voyez : {LIST}")
    return found


def _tell(password: str | None) -> None:
    settings = Settings.from_environment()
    if password:
        click.echo(as_one_use(password, f"{settings.public_url}/console"))
    elif settings.openid:
        click.echo(
            f"La première fois : {settings.public_url}/console, « {settings.openid.label} »."
        )
    else:
        click.echo("Aucun fournisseur OpenID n'est réglé : voyez DECLIC_OIDC_ISSUER.", err=True)
