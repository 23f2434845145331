"""Two editors changed the same offer: what each wrote, put together without losing anything."""

from __future__ import annotations

from dataclasses import dataclass

from bot.services.editing.document import Document, document_of
from bot.services.editing.fields import Fields


@dataclass(frozen=True)
class Merged:
    """fields: what is mine where I changed something, else theirs. mine, theirs, both: the keys
    that each of us changed, and those that both changed otherwise; there, mine is kept."""

    fields: dict[str, list[str]]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    both: tuple[str, ...]


def merged(base: Fields, mine: Fields, theirs: Fields) -> Merged:
    """base: what both began from."""
    before, my, their = (document_of(fields) for fields in (base, mine, theirs))
    my_keys, their_keys = my.changed_from(before), their.changed_from(before)
    both = tuple(key for key in my_keys if key in their_keys and _differ(my, their, key))
    kept = {name: list(some) for name, some in theirs.items() if field_key(name) not in my_keys}
    kept |= {name: list(some) for name, some in mine.items() if field_key(name) in my_keys}
    return Merged(kept, tuple(my_keys), tuple(their_keys), both)


def _differ(mine: Document, theirs: Document, key: str) -> bool:
    return mine.values[key] != theirs.values[key]


def field_key(name: str) -> str:
    """The key of the file that a field belongs to: "zone-codes" -> "zone", "c-2-fact" ->
    "conditions"."""
    key = name.partition("-")[0]
    return "conditions" if key == "c" else key
