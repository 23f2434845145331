"""Accounts of the console in French, one line each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.adapters.sql.account_desk import Member
from bot.services.password_rule import ONE_USE_LIFE

ROLES = {
    "advisor": "accompagnement",
    "editor": "rédaction",
    "tester": "essais",
    "admin": "administration",
}
STATES = {
    "closed": "fermé",
    "waits": "en pause (mots de passe faux)",
    "provider": "par le fournisseur",
    "untied": "par le fournisseur, pas encore relié",
    "first": "premier mot de passe",
    "old": "premier mot de passe périmé",
    "open": "ouvert",
}


def as_line(member: Member, at: datetime) -> str:
    """Login, name, organisation, roles, last login, state; at: UTC, as everything kept."""
    roles = in_french(member.roles)
    entered = f"{member.entered_at:%d/%m/%Y %H:%M} UTC" if member.entered_at else "jamais"
    parts = (member.login, member.name, member.org_name, roles, f"dernière entrée : {entered}")
    return " · ".join((*parts, STATES[member.state(at)]))


def in_french(roles: Iterable[str]) -> str:
    return ", ".join(french for role, french in ROLES.items() if role in set(roles))


def as_one_use(password: str, address: str) -> str:
    """The password and what to do with it; it is nowhere else."""
    return (
        f"Mot de passe, pour une seule fois : {password}\n"
        f"Il ne sera plus montré. Il sert {ONE_USE_LIFE.days} jours, ici : {address}"
    )
