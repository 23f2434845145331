"""Writes an offer's file as an editor would: what did not change keeps its very signs.

Each key of the file starts a line. The lines of the keys that changed are written anew, in the
style of the house; of a list in several lines, the items that are the same keep theirs. All the
rest stays byte for byte, with its comments and its order.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.services.editing.document import KEYS, Bare, Value

_NO_BREAK = "\u00a0\u202f"
_STR = "tag:yaml.org,2002:str"
_Old = Mapping[tuple[int, str], Sequence[str]]
"""The lines of the items of a list, by their column and their value as JSON."""
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")


def new_text(values: Mapping[str, Value]) -> str:
    """The file of an offer that has none."""
    return "".join(f"{line}\n" for key in KEYS for line in _key_lines(key, values[key]))


def rewritten(text: str, changed: Mapping[str, Value]) -> str:
    """The file with other values for some keys; `text` is a file that can be read."""
    lines = text.splitlines()
    written: list[str] = []
    for key, first, after, node in _blocks(text, len(lines)):
        if key in changed:
            written += _new_lines(key, changed[key], node, _items(node, lines, after))
        else:
            written += lines[first:after]
    return "".join(f"{line}\n" for line in written)


def _new_lines(key: str, value: Value, former: Node, old: _Old) -> Iterator[str]:
    """A list of texts that stood in several lines still does."""
    if isinstance(former, SequenceNode) and not former.flow_style and value:
        yield f"{key}:"
        yield from _list_lines(value, old, 2)
    else:
        yield from _key_lines(key, value, old)


def _blocks(text: str, count: int) -> Iterator[tuple[str, int, int, Node]]:
    """Each key with its lines (first, one after the last) and its value; the lines before the first
    key belong to it."""
    root = _composed(text)
    assert isinstance(root, MappingNode)
    starts = [key.start_mark.line for key, _ in root.value]
    for at, (key, node) in enumerate(root.value):
        first = starts[at] if at else 0
        yield key.value, first, starts[at + 1] if at + 1 < len(starts) else count, node


def _composed(text: str) -> Node | None:
    node: Node | None = YAML(typ="safe", pure=False).compose(text)
    return node


def _items(node: Node, lines: Sequence[str], after: int) -> _Old:
    """The items of the lists in several lines below a node, at any depth."""
    found: dict[tuple[int, str], Sequence[str]] = {}
    if isinstance(node, MappingNode) and not node.flow_style:
        for _, value in node.value:
            found |= _items(value, lines, after)
    if isinstance(node, SequenceNode) and not node.flow_style:
        starts = [item.start_mark.line for item in node.value]
        for at, item in enumerate(node.value):
            end = starts[at + 1] if at + 1 < len(starts) else after
            place = (node.start_mark.column, json.dumps(_plain_node(item)))
            found[place] = lines[starts[at] : end]
            found |= _items(item, lines, end)
    return found


def _plain_node(node: Node) -> Any:
    if isinstance(node, MappingNode):
        return {key.value: _plain_node(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_plain_node(item) for item in node.value]
    return _same_number(node.value) if node.tag in _NUMBERS else str(node.value)


def _same_number(text: str) -> str:
    """ "103.20" and "103.2" are the same."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(value: Value) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, Bare):
        return _same_number(value.text)
    return "null" if value is None else value


def _key_lines(key: str, value: Value, old: _Old | None = None, column: int = 0) -> list[str]:
    """ "key: value", in several lines for a list of records and for a group of conditions."""
    margin = " " * column
    if _is_list_of_records(value):
        return [f"{margin}{key}:", *_list_lines(value, old or {}, column + 2)]
    if isinstance(value, dict) and any(_is_group(one) for one in value.values()):
        below = [_key_lines(name, one, old, column + 2) for name, one in value.items()]
        return [f"{margin}{key}:", *(line for lines in below for line in lines)]
    return [f"{margin}{key}: {_flow(value, key)}"]


def _is_group(value: Value) -> bool:
    """What needs lines of its own: a list of records, or a mapping that has one below it."""
    if isinstance(value, dict):
        return any(_is_group(one) for one in value.values())
    return _is_list_of_records(value)


def _is_list_of_records(value: Value) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _list_lines(items: Value, old: _Old, column: int) -> Iterator[str]:
    assert isinstance(items, list)
    for item in items:
        kept = old.get((column, json.dumps(_plain(item))))
        yield from kept if kept is not None else _item_lines(item, old, column)


def _item_lines(item: Value, old: _Old, column: int) -> Iterator[str]:
    margin = " " * column
    if isinstance(item, dict) and len(item) == 1 and not isinstance(next(iter(item.values())), str):
        ((key, value),) = item.items()
        first, *others = _key_lines(key, value, old, column + 2)
        yield f"{margin}- {first.lstrip()}"
        yield from others
    else:
        yield f"{margin}- {_flow(item)}"


def _flow(value: Value, key: str | None = None) -> str:
    """A value in one line. key: the one it stands behind alone; None: among brackets."""
    if value is None:
        return "null"
    if isinstance(value, Bare):
        return value.text
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return value if _is_plain(value, key) else _quoted(value)


def _is_plain(text: str, key: str | None) -> bool:
    """Whether YAML reads these signs, unquoted, as this very text."""
    if not text or not all(sign.isprintable() or sign in _NO_BREAK for sign in text):
        return False
    try:
        node = _composed(f"{key}: {text}\n" if key else f"{{x: {text}, y: [{text}, z]}}\n")
    except (YAMLError, RecursionError):
        return False
    expected = {key: text} if key else {"x": text, "y": [text, "z"]}
    return node is not None and _are_texts(node) and _plain_node(node) == expected


def _are_texts(node: Node) -> bool:
    if isinstance(node, MappingNode):
        return all(isinstance(key, ScalarNode) and _are_texts(one) for key, one in node.value)
    if isinstance(node, SequenceNode):
        return all(_are_texts(item) for item in node.value)
    return isinstance(node, ScalarNode) and node.tag == _STR and not node.anchor


def _quoted(text: str) -> str:
    """Between double quotes, with what cannot be printed as an escape."""
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return "\\" + sign
    if sign.isprintable() or sign in _NO_BREAK:
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
