"""The conditions of an offer as fields that a form can show: groups, facts, limits, negations.

A node is a group ("all": every part, "any": one is enough) or a fact; each may be denied. The
root is a group, or "none" for an offer without conditions. Names of fields are paths: "c-2-1-fact"
is the fact of the first part of the second part.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within

ROOT = "c"
ALL, ANY, FACT, NONE = "all", "any", "fact", "none"
DEEPEST, MOST_PARTS = 5, 30


@dataclass(frozen=True)
class Node:
    """least, most, fact: as typed. is_denied: the node must not hold."""

    kind: str
    parts: tuple[Node, ...] = ()
    fact: str = ""
    least: str = ""
    most: str = ""
    values: tuple[str, ...] = ()
    is_denied: bool = False

    def fields(self, path: str) -> dict[str, list[str]]:
        """The fields of this node and of those below it."""
        found = {
            f"{path}-kind": [self.kind],
            f"{path}-denied": ["1"] if self.is_denied else [],
            f"{path}-fact": [self.fact],
            f"{path}-least": [self.least],
            f"{path}-most": [self.most],
            f"{path}-values": list(self.values),
            f"{path}-parts": [str(len(self.parts))],
        }
        for at, part in enumerate(self.parts, 1):
            found |= part.fields(f"{path}-{at}")
        return found


def read_node(
    one: Callable[[str], str], many: Callable[[str], Sequence[str]], path: str, depth: int = 0
) -> Node:
    """The node of a path as it was typed; what is deeper than the form shows is left out."""
    told = one(f"{path}-parts")
    count = min(int(told), MOST_PARTS) if told.isdecimal() and len(told) < 4 else 0
    below = range(1, count + 1) if depth < DEEPEST else range(0)
    kind = one(f"{path}-kind")
    return Node(
        kind if kind in (ALL, ANY, FACT, NONE) else (NONE if path == ROOT else FACT),
        tuple(read_node(one, many, f"{path}-{at}", depth + 1) for at in below),
        one(f"{path}-fact"),
        one(f"{path}-least"),
        one(f"{path}-most"),
        tuple(many(f"{path}-values")),
        bool(one(f"{path}-denied")),
    )


def node_of_condition(condition: Condition | None) -> Node:
    """The root for a condition; a fact alone is a group of one."""
    if condition is None:
        return Node(NONE)
    node = _node(condition)
    return Node(ALL, (node,)) if node.kind == FACT or node.is_denied else node


def _node(condition: Condition) -> Node:
    if isinstance(condition, Not):
        node = _node(condition.part)
        return replace(node, is_denied=not node.is_denied)
    if isinstance(condition, (AllOf, AnyOf)):
        kind = ALL if isinstance(condition, AllOf) else ANY
        return Node(kind, tuple(_node(part) for part in condition.parts))
    return _leaf(condition)


def _leaf(condition: IsTrue | OneOf | Within) -> Node:
    if isinstance(condition, OneOf):
        return Node(FACT, fact=condition.fact, values=condition.values)
    if isinstance(condition, Within):
        ends = (condition.at_least, condition.at_most)
        least, most = ("" if end is None else number_text(end) for end in ends)
        return Node(FACT, fact=condition.fact, least=least, most=most)
    return Node(FACT, fact=condition.fact)


def number_text(value: float) -> str:
    """16.0 -> "16", 0.23 -> "0.23"."""
    return str(int(value)) if value == int(value) else str(value)


def with_part(root: Node, path: str, part: Node) -> Node:
    """The tree with a part more in the group of a path; a root of no conditions becomes a group."""
    return _changed(root, _steps(path), lambda node: _grown(node, part))


def _grown(node: Node, part: Node) -> Node:
    kind = ALL if node.kind == NONE else node.kind
    return replace(node, kind=kind, parts=(*node.parts, part)[:MOST_PARTS])


def without_part(root: Node, path: str) -> Node:
    """The tree without the node of a path; the root stays, without conditions."""
    *above, last = _steps(path) or [0]
    if not last:
        return Node(NONE)

    def without(node: Node) -> Node:
        return replace(node, parts=(*node.parts[: last - 1], *node.parts[last:]))

    return _changed(root, above, without)


def _changed(node: Node, steps: Sequence[int], change: Callable[[Node], Node]) -> Node:
    if not steps:
        return change(node)
    first, *others = steps
    if not 1 <= first <= len(node.parts):
        return node
    parts = list(node.parts)
    parts[first - 1] = _changed(parts[first - 1], others, change)
    return replace(node, parts=tuple(parts))


def _steps(path: str) -> list[int]:
    """ "c-2-1" -> 2, 1."""
    return [int(step) for step in path.split("-")[1:] if step.isdecimal()]
