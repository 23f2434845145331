"""Values of a story's YAML: read as they are typed, with the line of every fault."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.adapters.yaml_records import Document, Record
from bot.replay.story import Place

_PARAMETER = re.compile(r"<(\w[\w ’'-]*)>")
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class Source:
    """A document being read. given: what stands for `<name>` inside a fragment; None outside."""

    document: Document
    given: Mapping[str, str] | None = None

    def place(self, node: Node) -> Place:
        return Place(self.document.path, line_of(node))

    def fault(self, node: Node, key: str, reason: str) -> None:
        self.document.add(node, key, reason)

    def text(self, node: Node, key: str) -> str:
        """A single value as it is typed, with its parameters filled; "" after a problem."""
        if not isinstance(node, ScalarNode) or is_null(node):
            self.fault(node, key, "écrivez ici un texte, entre guillemets s'il est vide")
            return ""
        return self._filled(node, key)

    def texts(self, node: Node, key: str) -> tuple[str, ...]:
        """One text, or a list of them."""
        items = node.value if isinstance(node, SequenceNode) else [node]
        return tuple(self.text(item, key) for item in items)

    def number(self, node: Node, key: str) -> int | None:
        """A whole number; None after a problem."""
        written = self.text(node, key)
        if written.isdecimal():
            return int(written)
        if written:
            self.fault(node, key, f"« {written} » n'est pas un nombre entier")
        return None

    def known(self, node: Node, key: str, allowed: Collection[str]) -> str:
        """A text among those allowed; the nearest one is suggested."""
        written = self.text(node, key)
        if written and written not in allowed:
            self.fault(node, key, unknown(written, allowed))
        return written

    def value(self, node: Node, key: str) -> Any:
        """What is expected: texts as typed, None, and lists or mappings of them."""
        if is_null(node):
            return None
        if isinstance(node, SequenceNode):
            return [self.value(item, key) for item in node.value]
        if isinstance(node, MappingNode):
            record = Record.of(node, self.document, key)
            return {name: self.value(item, f"{key}.{name}") for name, item in record.values.items()}
        return self.text(node, key)

    def _filled(self, node: ScalarNode, key: str) -> str:
        written = str(node.value)
        if self.given is None:
            return written
        for name in _PARAMETER.findall(written):
            if name not in self.given:
                self.fault(node, key, f"le paramètre <{name}> n'est pas donné")
        return _PARAMETER.sub(lambda found: self.given_for(found), written)

    def given_for(self, found: re.Match[str]) -> str:
        return (self.given or {}).get(found.group(1), found.group(0))


def is_null(node: Node) -> bool:
    return str(node.tag) == _NULL


def line_of(node: Node) -> int:
    return int(node.start_mark.line) + 1


def unknown(written: str, allowed: Collection[str]) -> str:
    """Why a name is refused: the nearest one that is known, or all of them."""
    near = difflib.get_close_matches(written, allowed, 1)
    if near:
        return f"« {written} » n'existe pas ; vouliez-vous dire « {near[0]} » ?"
    return f"« {written} » n'existe pas ; possibles : {', '.join(allowed)}"


def with_keys(record: Record, required: Collection[str], optional: Collection[str]) -> None:
    """Notes every missing key, and every unknown one with the nearest that exists."""
    for key in required:
        if key not in record.values:
            record.document.add(record.node, record.key(key), "cette clé manque ; ajoutez-la")
    for key in record.values:
        if key not in required and key not in optional:
            record.problem(key, f"cette clé {unknown(key, (*required, *optional))}")
