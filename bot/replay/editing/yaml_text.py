"""YAML written and read so that a person still knows their file: comments and quotes stay."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

LONGEST_LINE = 4_000
_QUOTED = re.compile(r"[?:,#\[\]{}]")
"""Signs that the reader, which is stricter than the writer, takes for YAML inside a line."""


def load(text: str) -> Any:
    """With comments. Raises YAMLError."""
    return _yaml().load(text)


def dump(content: Any) -> str:
    """The whole text."""
    out = io.StringIO()
    _yaml().dump(content, out)
    return out.getvalue()


def in_line(value: Any) -> str:
    """A value on one line, as `[a, b]` or `{a: b}`."""
    out = io.StringIO()
    _yaml(flow=True).dump(flowing(value), out)
    return " ".join(out.getvalue().removesuffix("...\n").split())


def named_lines(lines: str) -> CommentedMap:
    """The values of lines "name: value". Raises YAMLError, also when they are none."""
    read = load(lines)
    if not isinstance(read, Mapping):
        raise YAMLError("no names")
    return CommentedMap(read)


def flowing(value: Any) -> Any:
    """Lists and mappings that are written on one line."""
    if isinstance(value, Mapping):
        made = CommentedMap({name: flowing(one) for name, one in value.items()})
        made.fa.set_flow_style()
        return made
    if isinstance(value, (list, tuple)):
        listed = CommentedSeq([flowing(one) for one in value])
        listed.fa.set_flow_style()
        return listed
    if isinstance(value, str) and _QUOTED.search(value):
        return DoubleQuotedScalarString(value)
    return value


def _yaml(flow: bool = False) -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True  # type: ignore[assignment]
    yaml.width = LONGEST_LINE  # type: ignore[assignment]
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    if flow:
        yaml.default_flow_style = True
    return yaml
