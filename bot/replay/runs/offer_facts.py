"""Facts of the support offers changed on purpose, in the text of their files: closed, expired, a
limit of a condition. The reader of the files judges the result, as it judges an editor's.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from bot.adapters.offer_files import read_one
from bot.adapters.offer_text import rewritten
from bot.orientation.offer import ENDED, Offer
from bot.orientation.vocabulary import STATUSES
from bot.replay.runs.facts import WrongChange, known
from bot.replay.runs.spec import OFFER, FactChange, Value
from bot.services.editing.document import Bare, document_of_offer

STATUS, EXPIRES, LIMIT = "status", "expires", "limit:"
LIMITS = ("at_least", "at_most")
Contents = Mapping[str, str]


def changeable(content: str) -> dict[str, Value]:
    """Every fact of an offer's file that may be changed, with its value."""
    offer = _read("offer", content)
    expires = offer.expires.isoformat() if offer.expires else None
    found: dict[str, Value] = {STATUS: offer.status, EXPIRES: expires}
    conditions = document_of_offer(offer).values["conditions"]
    return found | {name: leaf[key].text for name, leaf, key in _limits(conditions)}


def with_changes(contents: Contents, changes: Iterable[FactChange]) -> dict[str, str]:
    """The files after the changes that are about offers. contents: offer_id -> text of its file.

    Raises WrongChange.
    """
    made = dict(contents)
    for change in changes:
        if change.kind == OFFER:
            known(change.key, made, "une aide connue")
            made[change.key] = changed(made[change.key], change)
    return made


def changed(content: str, change: FactChange) -> str:
    """The file with one other fact. Raises WrongChange."""
    facts = changeable(content)
    if change.field not in facts:
        raise WrongChange(
            f"{change.key} n’a pas « {change.field} ». Possibles : {', '.join(facts)}"
        )
    value = None if change.value is None else str(change.value)
    if value == facts[change.field]:
        raise WrongChange(f"{change.key} : ce fait est déjà ainsi ; donnez une autre valeur.")
    text = rewritten(content, _keys(_read(change.key, content), change.field, value))
    _read(change.key, text)
    return text


def _keys(offer: Offer, field: str, value: str | None) -> dict[str, Any]:
    """The keys of the file to write anew."""
    if field == STATUS:
        if value not in STATUSES:
            raise WrongChange(f"État : choisissez parmi {', '.join(STATUSES.values())}.")
        return {"status": value} | ({} if value == ENDED else {"ended_on": None})
    if field == EXPIRES:
        return {"expires": None if value is None else Bare(_day(value))}
    conditions = deepcopy(document_of_offer(offer).values["conditions"])
    for name, leaf, key in _limits(conditions):
        if name == field:
            leaf[key] = Bare(_number(value))
    return {"conditions": conditions}


def _limits(node: Any) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Each limit of the conditions: its name, where it is written, and under which key."""
    seen: dict[str, int] = {}
    for leaf in _leaves(node):
        for key in LIMITS:
            if key in leaf:
                name = f"{LIMIT}{leaf['fact']}:{key}"
                seen[name] = seen.get(name, 0) + 1
                yield (name if seen[name] == 1 else f"{name}:{seen[name]}"), leaf, key


def _leaves(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for one in node:
            yield from _leaves(one)
    elif isinstance(node, dict):
        if "fact" in node:
            yield node
        else:
            for one in node.values():
                yield from _leaves(one)


def _day(value: str) -> str:
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise WrongChange(f"« {value} » n’est pas un jour ; écrivez 2026-04-01.") from error


def _number(value: str | None) -> str:
    """As French people write it too."""
    written = (value or "").replace(",", ".").strip()
    if not written.removeprefix("-").replace(".", "", 1).isdecimal():
        raise WrongChange(f"« {value or ''} » n’est pas un nombre.")
    return written


def _read(offer_id: str, content: str) -> Offer:
    """Raises WrongChange with the faults that the reader of the files finds."""
    name = content.partition("offer_id:")[2].split("\n")[0].strip() or offer_id
    offer, problems = read_one(Path(f"{name}.yml"), content.encode())
    if offer is None:
        raise WrongChange(" ; ".join(f"{one.key} : {one.reason}" for one in problems))
    return offer
