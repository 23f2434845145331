"""Dataclasses as JSON and back, by their annotations: a field that is added needs nothing here."""

from __future__ import annotations

import datetime
import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

UNIONS = (Union, types.UnionType)


def as_plain(value: Any) -> Any:
    """The value as JSON writes it: a dataclass as a mapping, sets in order, paths and days as
    text."""
    if is_dataclass(value):
        return {one.name: as_plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): as_plain(one) for name, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(map(as_plain, value))
    if isinstance(value, (list, tuple)):
        return [as_plain(one) for one in value]
    if isinstance(value, (Path, datetime.date)):
        return value.isoformat() if isinstance(value, datetime.date) else str(value)
    return value


def made(kind: Any, plain: Any) -> Any:
    """A value of the annotated kind from what `as_plain` gave.

    What an older version did not write takes its default; what a newer one wrote besides is left
    out. ValueError: it is not of this kind.
    """
    if is_dataclass(kind):
        return _record(kind, plain)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in UNIONS:
        return None if plain is None else made(_only(arguments), plain)
    if origin in (list, tuple, set, frozenset, Sequence):
        return _many(origin, arguments, plain)
    if origin in (dict, Mapping):
        return {name: made(arguments[1], one) for name, one in _mapping(plain).items()}
    return _single(kind, plain)


def _record(kind: Any, plain: Any) -> Any:
    hints = _hints(kind)
    given = _mapping(plain)
    missing = [one.name for one in fields(kind) if one.name not in given and not _has_default(one)]
    if missing:
        raise ValueError(f"{kind.__name__} : {', '.join(missing)} manque")
    return kind(
        **{
            one.name: made(hints[one.name], given[one.name])
            for one in fields(kind)
            if one.name in given
        }
    )


def _has_default(one: Field[Any]) -> bool:
    return one.default is not MISSING or one.default_factory is not MISSING


def _many(origin: Any, arguments: tuple[Any, ...], plain: Any) -> Any:
    if not isinstance(plain, list):
        raise ValueError(f"une liste était attendue, et non {type(plain).__name__}")
    if origin is tuple and Ellipsis not in arguments:
        return tuple(made(kind, one) for kind, one in zip(arguments, plain, strict=True))
    items = [made(arguments[0], one) for one in plain]
    return items if origin is Sequence else origin(items)


def _single(kind: Any, plain: Any) -> Any:
    if kind is Path:
        return Path(plain)
    if kind is datetime.date:
        return datetime.date.fromisoformat(plain)
    if kind is datetime.datetime:
        return datetime.datetime.fromisoformat(plain)
    if kind is float and isinstance(plain, int):
        return float(plain)
    if kind in (str, int, float, bool) and type(plain) is not kind:
        raise ValueError(f"{kind.__name__} était attendu, et non {type(plain).__name__}")
    return plain


def _mapping(plain: Any) -> Mapping[str, Any]:
    if not isinstance(plain, dict):
        raise ValueError(f"un objet était attendu, et non {type(plain).__name__}")
    return plain


def _only(arguments: tuple[Any, ...]) -> Any:
    """The kind of `X | None`; of a wider union, anything."""
    others = [one for one in arguments if one is not type(None)]
    return others[0] if len(others) == 1 else Any


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)
