"""How what a person says or presses is written in a story."""

from __future__ import annotations

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from bot.adapters.yaml_records import Record
from bot.replay.names import MENU, names
from bot.replay.nodes import Source, unknown, with_keys
from bot.replay.story import (
    FIRST,
    PROPOSED,
    Answer,
    AsPersona,
    Depending,
    Menu,
    Pick,
    Press,
    Say,
    Saying,
    Tick,
)

WAYS = ("bouton", "cocher", "images", "menu", "persona")
NOTHING = Say("")


def saying(source: Source, node: Node, key: str) -> Saying:
    """Text, or one of WAYS."""
    if not isinstance(node, MappingNode):
        return Say(source.text(node, key))
    record = Record.of(node, source.document, key)
    with_keys(record, (), WAYS)
    given = [way for way in WAYS if way in record.values]
    if len(given) != 1:
        if set(record.values) <= set(WAYS):
            source.fault(node, key, f"écrivez une seule façon de répondre : {', '.join(WAYS)}")
        return NOTHING
    return _by(source, record.values[given[0]], given[0])


def _by(source: Source, node: Node, way: str) -> Saying:
    if way == "bouton":
        written = source.text(node, way)
        return Press(int(written) if written.isdecimal() and len(written) < 3 else written)
    if way == "cocher":
        return _tick(source, node)
    if way == "images":
        items = node.value if isinstance(node, SequenceNode) else [node]
        return Pick(tuple(number for item in items if (number := source.number(item, way))))
    if way == "menu":
        return Menu(MENU.get(source.known(node, way, MENU), ""))
    return AsPersona(source.known(node, way, names().questions))


def _tick(source: Source, node: Node) -> Tick:
    if isinstance(node, SequenceNode):
        return Tick(source.texts(node, "cocher"))
    word = source.text(node, "cocher")
    return Tick(word=word) if word in (FIRST, PROPOSED) else Tick((word,) if word else ())


def answers(source: Source, node: Node, key: str) -> tuple[Answer, ...]:
    """A persona's answer to a question, or several that come one after the other."""
    if isinstance(node, SequenceNode):
        return tuple(_answer(source, item, key) for item in node.value)
    return (_answer(source, node, key),)


def _answer(source: Source, node: Node, key: str) -> Answer:
    if not isinstance(node, MappingNode):
        return Say(source.text(node, key))
    record = Record.of(node, source.document, key)
    if "selon" not in record.values:
        return _own(source, node, key)
    with_keys(record, ("selon", "oui", "non"), ())
    if not {"oui", "non"} <= set(record.values):
        return NOTHING
    return Depending(
        source.texts(record.values["selon"], f"{key}.selon"),
        _own(source, record.values["oui"], f"{key}.oui"),
        _own(source, record.values["non"], f"{key}.non"),
    )


def _own(source: Source, node: Node, key: str) -> Saying:
    """An answer in itself: a persona that answers as a persona would never end."""
    found = saying(source, node, key)
    if isinstance(found, AsPersona):
        source.fault(node, key, "un persona ne peut pas répondre par « persona »")
        return NOTHING
    return found


def known_question(source: Source, node: Node, name: str) -> None:
    """Notes a question that the interview does not ask."""
    if name not in names().questions:
        source.fault(node, name, f"la question {unknown(name, names().questions)}")
