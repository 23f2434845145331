"""YAML read strictly: every value with its line, no alias, no key twice.

A reader collects what is wrong instead of stopping at the first fault, so that an editor sees all
of a file at once. A faulty value reads as an empty one of its kind: no result of a document with
problems may be used.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MOST_BYTES = 100_000
_TAG = "tag:yaml.org,2002:"
_NUMBERS = ("int", "float")
_DECIMAL = re.compile(r"-?\d{1,9}(?:\.\d{1,6})?")
_KINDS = {MappingNode: "une suite de « clé: valeur »", SequenceNode: "une liste entre crochets"}


@dataclass(frozen=True)
class Problem:
    """What is wrong in a file, in French, with what to do; line None: the file as a whole."""

    path: Path
    line: int | None
    key: str
    reason: str

    def __str__(self) -> str:
        place = str(self.path)
        place += f", ligne {self.line}" if self.line else ""
        place += f", {self.key}" if self.key else ""
        return f"{place} : {self.reason}"


class BrokenContent(ValueError):
    """Files of content cannot be used; the message names each fault, in French."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass
class Document:
    """One file being read, and what was found wrong in it."""

    path: Path
    problems: list[Problem] = field(default_factory=list)

    def add(self, node: Node | None, key: str, reason: str) -> None:
        line = node.start_mark.line + 1 if node is not None else None
        self.problems.append(Problem(self.path, line, key, reason))


def read_record(path: Path) -> tuple[Document, Record | None]:
    """The mapping at the top of a file; None when the file cannot be read at all."""
    document = Document(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        document.add(None, "", f"lecture impossible ({error.strerror})")
        return document, None
    return record_of(document, content)


def record_of(document: Document, content: bytes) -> tuple[Document, Record | None]:
    """The same for bytes that were read, or that would be written to the file."""
    node = _composed(document, content)
    if node is None:
        return document, None
    if not isinstance(node, MappingNode):
        document.add(node, "", f"ce fichier doit contenir {_KINDS[MappingNode]}")
        return document, None
    return document, Record.of(node, document)


def _composed(document: Document, content: bytes) -> Node | None:
    try:
        if len(content) > MOST_BYTES:
            document.add(None, "", f"ce fichier dépasse {MOST_BYTES} octets ; coupez-le")
            return None
        # The parser in C: six times faster, which a person who asks first would wait for.
        node: Node | None = YAML(typ="safe", pure=False).compose(content.decode("utf-8"))
    except UnicodeDecodeError:
        document.add(None, "", "ce fichier n'est pas en UTF-8 ; enregistrez-le en UTF-8")
    except RecursionError:
        document.add(None, "", "trop de niveaux les uns dans les autres ; simplifiez")
    except YAMLError as error:
        document.problems.append(_unreadable(document.path, error))
    else:
        if node is None:
            document.add(None, "", "ce fichier est vide ; supprimez-le ou remplissez-le")
            return None
        return None if _has_alias(node, document) else node
    return None


def _has_alias(root: Node, document: Document) -> bool:
    """Whether a value stands in two places; then nothing of the file is read, since a few aliases
    can stand for millions of values."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            document.add(node, "", "les renvois (& et *) ne sont pas admis ; répétez la valeur")
            return True
        seen.add(id(node))
        if isinstance(node, MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, SequenceNode):
            waiting += node.value
    return False


def _unreadable(path: Path, error: YAMLError) -> Problem:
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    reason = "ce n'est pas du YAML lisible ; vérifiez les deux-points, guillemets et retraits"
    return Problem(path, mark.line + 1 if mark else None, "", reason)


@dataclass(frozen=True)
class Record:
    """A mapping of the document; `name` is its place, such as "amounts[2]"."""

    node: MappingNode
    document: Document
    name: str
    values: dict[str, Node]

    @classmethod
    def of(cls, node: MappingNode, document: Document, name: str = "") -> Record:
        """Reads the keys; one that is not a word or comes twice is a problem."""
        values: dict[str, Node] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode) or not key.value:
                document.add(key, name, "une clé doit être un mot")
            elif key.value in values:
                document.add(key, key.value, "cette clé est là deux fois ; gardez-en une")
            else:
                values[key.value] = value
        return cls(node, document, name, values)

    def key(self, key: str) -> str:
        """The full name of a key, for a message."""
        return f"{self.name}.{key}" if self.name else key

    def problem(self, key: str, reason: str) -> None:
        self.document.add(self.values.get(key, self.node), self.key(key), reason)

    def has_keys(self, required: Iterable[str], optional: Collection[str] = ()) -> None:
        """Notes every missing and every unknown key."""
        required = tuple(required)
        for key in required:
            if key not in self.values:
                self.document.add(self.node, self.key(key), "cette clé manque ; ajoutez-la")
        for key in self.values:
            if key not in required and key not in optional:
                known = ", ".join((*required, *optional))
                self.problem(key, f"cette clé n'existe pas ; clés admises : {known}")

    def is_null(self, key: str) -> bool:
        """Whether the key is absent (which has_keys tells) or null."""
        node = self.values.get(key)
        return node is None or _kind(node) == "null"

    def text(self, key: str) -> str:
        """A text that is not empty; "" after a problem."""
        node = self.values.get(key)
        return "" if node is None else self._text(node, key)

    def optional_text(self, key: str) -> str | None:
        return None if self.is_null(key) else self.text(key)

    def as_written(self, key: str) -> str | None:
        """A single value as it is typed, whatever YAML makes of it: a year, a date, a text."""
        node = self.values.get(key)
        if node is None or _kind(node) == "null":
            return None
        return self._scalar(node, key) or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, all different; () after a problem."""
        items = self._items(key)
        found = tuple(self._text(item, f"{key}[{at}]") for at, item in enumerate(items, 1))
        for twice in sorted({text for text in found if text and found.count(text) > 1}):
            self.problem(key, f"« {twice} » est là deux fois ; gardez-en un")
        return found

    def optional_texts(self, key: str) -> tuple[str, ...] | None:
        return None if self.is_null(key) else self.texts(key)

    def one_of(self, key: str, allowed: Collection[str]) -> str:
        value = self.text(key)
        if value and value not in allowed:
            self.problem(key, not_among(value, allowed))
        return value

    def optional_one_of(self, key: str, allowed: Collection[str]) -> str | None:
        return None if self.is_null(key) else self.one_of(key, allowed)

    def several_of(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        values = self.texts(key)
        for value in values:
            if value and value not in allowed:
                self.problem(key, not_among(value, allowed))
        return values

    def number(self, key: str) -> float:
        """A number, whole or with a point; 0 after a problem."""
        node = self.values.get(key)
        if node is None:
            return 0
        text = self._scalar(node, key)
        if text is None:
            return 0
        if _kind(node) not in _NUMBERS or not _DECIMAL.fullmatch(text):
            self.problem(key, f"« {text} » n'est pas un nombre ; écrivez par exemple 12 ou 0.5")
            return 0
        return float(text)

    def whole_number(self, key: str) -> int:
        """A number without decimals, zero or more."""
        value = self.number(key)
        if value != int(value) or value < 0:
            self.problem(key, "écrivez un nombre entier, zéro ou plus")
        return int(value)

    def date(self, key: str) -> datetime.date:
        """A day written 2026-11-22; the first of all days after a problem."""
        text = self.as_written(key)
        try:
            return datetime.date.fromisoformat(text or "")
        except ValueError:
            self.problem(key, f"« {text} » n'est pas un jour ; écrivez par exemple 2026-11-22")
            return datetime.date.min

    def optional_date(self, key: str) -> datetime.date | None:
        return None if self.is_null(key) else self.date(key)

    def record(self, key: str) -> Record | None:
        """The mapping under a key; None when absent or after a problem."""
        node = self.values.get(key)
        return None if node is None else self._record(node, key)

    def records(self, key: str) -> tuple[Record, ...]:
        """The mappings of a list; those that are none are a problem, and left out."""
        found = [self._record(item, f"{key}[{at}]") for at, item in enumerate(self._items(key), 1)]
        return tuple(record for record in found if record is not None)

    def _record(self, node: Node, key: str) -> Record | None:
        if not isinstance(node, MappingNode):
            self.document.add(node, self.key(key), f"écrivez ici {_KINDS[MappingNode]}")
            return None
        return Record.of(node, self.document, self.key(key))

    def _items(self, key: str) -> list[Node]:
        node = self.values.get(key)
        if node is None:
            return []
        if not isinstance(node, SequenceNode):
            self.problem(key, f"écrivez ici {_KINDS[SequenceNode]} ; [] si elle est vide")
            return []
        return list(node.value)

    def _text(self, node: Node, key: str) -> str:
        value = self._scalar(node, key)
        if value is None:
            return ""
        if _kind(node) != "str":
            reason = f"« {value} » n'est pas un texte pour YAML ; mettez des guillemets"
            self.document.add(node, self.key(key), reason)
            return ""
        if not value.strip():
            self.document.add(node, self.key(key), "ce texte est vide ; écrivez null ou un texte")
        return value.strip()

    def _scalar(self, node: Node, key: str) -> str | None:
        """The signs of a single value; None, and a problem, for a list or a mapping."""
        if not isinstance(node, ScalarNode):
            self.document.add(node, self.key(key), "écrivez ici une seule valeur")
            return None
        return str(node.value)


def not_among(value: str, allowed: Collection[str]) -> str:
    """Why a value is refused, with the values that are admitted when they are few."""
    few = f" ; valeurs admises : {', '.join(allowed)}" if len(allowed) <= 15 else ""
    return f"« {value} » n'est pas une valeur connue{few}"


def _kind(node: Node) -> str:
    """What YAML 1.2 takes the value for: str, int, float, bool, null, timestamp, or a tag."""
    tag = str(node.tag)
    return tag[len(_TAG) :] if tag.startswith(_TAG) else tag
