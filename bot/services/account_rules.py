"""What an account of the console may be called, and what it may do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

ADVISOR, EDITOR, TESTER, ADMIN = ROLES = ("advisor", "editor", "tester", "admin")
MOST_LOGIN, MOST_NAME = 254, 80
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._+-]*(@[a-z0-9-]+(\.[a-z0-9-]+)+)?", re.ASCII)


def login_of(typed: str) -> str | None:
    """The login as it is kept, in lower case: an e-mail address or one word; None: it cannot be."""
    login = typed.strip().lower()
    return login if len(login) <= MOST_LOGIN and _LOGIN.fullmatch(login) else None


def name_of(typed: str) -> str | None:
    """A name as it is kept, on one line; None: nothing is left, or it is too long."""
    letters = "".join(one for one in typed if unicodedata.category(one)[0] != "C" or one.isspace())
    name = " ".join(unicodedata.normalize("NFC", letters).split())
    return name if name and len(name) <= MOST_NAME else None


def roles_of(chosen: Iterable[str]) -> frozenset[str] | None:
    """The roles; None: there is none, or one that does not exist."""
    roles = frozenset(chosen)
    return roles if roles and roles <= set(ROLES) else None
