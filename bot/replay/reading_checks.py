"""How what must come of a turn is written in a story: words, buttons, what is kept, rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.adapters.yaml_records import Record
from bot.replay.names import TABLES, names
from bot.replay.nodes import Source, unknown, with_keys
from bot.replay.story import (
    ALL,
    ANY,
    CONTAINS,
    EXACT,
    PATTERN,
    WITHOUT,
    ButtonsCheck,
    Check,
    KeptCheck,
    RowsCheck,
    TextCheck,
)

SAID, BUTTONS, KEPT, ROWS = "Déclic", "Boutons", "Retenu", "En base"
CHECKS = (SAID, BUTTONS, KEPT, ROWS)
WORDS = (EXACT, PATTERN, ANY, WITHOUT, CONTAINS)


def checks(source: Source, record: Record) -> Iterator[Check]:
    """All that a step checks, in the order of CHECKS."""
    readers: dict[str, Callable[[Source, Node], Iterator[Check]]]
    readers = {SAID: _said, BUTTONS: _buttons, KEPT: _kept, ROWS: _rows}
    for key, reader in readers.items():
        if key in record.values:
            yield from reader(source, record.values[key])


def _said(source: Source, node: Node) -> Iterator[TextCheck]:
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _said(source, item)
    elif not isinstance(node, MappingNode):
        yield TextCheck(source.place(node), CONTAINS, (source.text(node, SAID),))
    else:
        record = Record.of(node, source.document, SAID)
        with_keys(record, (), WORDS)
        for how, value in record.values.items():
            yield from _words(source, value, how)


def _words(source: Source, node: Node, how: str) -> Iterator[TextCheck]:
    """Of "parmi" one must be said; every other list is one check for each of its texts."""
    texts = source.texts(node, f"{SAID}.{how}")
    if how == PATTERN:
        for pattern in texts:
            _can_be_searched(source, node, pattern)
    for some in [texts] if how == ANY else [(text,) for text in texts]:
        yield TextCheck(source.place(node), how, some)


def _can_be_searched(source: Source, node: Node, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        source.fault(node, f"{SAID}.{PATTERN}", f"ce motif ne peut pas être lu ({error})")


def _buttons(source: Source, node: Node) -> Iterator[ButtonsCheck]:
    if not isinstance(node, MappingNode):
        yield ButtonsCheck(source.place(node), CONTAINS, source.texts(node, BUTTONS))
        return
    record = Record.of(node, source.document, BUTTONS)
    with_keys(record, (), (ALL, WITHOUT, CONTAINS))
    for how, value in record.values.items():
        yield ButtonsCheck(source.place(value), how, source.texts(value, f"{BUTTONS}.{how}"))


def _kept(source: Source, node: Node) -> Iterator[KeptCheck]:
    for name, value in _named(source, node, KEPT):
        if name not in names().kept:
            source.fault(value, KEPT, f"rien ne se retient sous ce nom : {_near(name)}")
        yield KeptCheck(source.place(value), name, source.value(value, name))


def _near(name: str) -> str:
    return unknown(name, names().kept)


def _rows(source: Source, node: Node) -> Iterator[RowsCheck]:
    for table, value in _named(source, node, ROWS):
        if table not in TABLES:
            source.fault(value, ROWS, f"la table {unknown(table, TABLES)}")
        items = value.value if isinstance(value, SequenceNode) else [value]
        yield from (_row(source, item, table) for item in items)


def _row(source: Source, node: Node, table: str) -> RowsCheck:
    if isinstance(node, ScalarNode):
        return RowsCheck(source.place(node), table, source.number(node, table), {})
    fields = source.value(node, table) if isinstance(node, MappingNode) else {}
    if not fields:
        source.fault(node, table, "écrivez un nombre de lignes, ou des champs à trouver")
    count = fields.pop("nombre", None)
    if count is not None and not str(count).isdecimal():
        source.fault(node, table, f"« {count} » n'est pas un nombre de lignes")
        count = None
    words = fields.pop(CONTAINS, None)
    return RowsCheck(
        source.place(node), table, None if count is None else int(count), fields, words
    )


def _named(source: Source, node: Node, key: str) -> Iterator[tuple[str, Node]]:
    if not isinstance(node, MappingNode):
        source.fault(node, key, "écrivez ici une suite de « nom: valeur »")
        return
    yield from Record.of(node, source.document, key).values.items()
