"""The conditions of an offer's file -> one tree over typed facts; nothing is free text."""

from __future__ import annotations

from collections.abc import Collection

from bot.adapters.yaml_records import Record, not_among
from bot.orientation.circumstances import BOOLEAN, CHOICE, CIRCUMSTANCES, Circumstance
from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within

LEAST_PARTS = {"all": 1, "any": 2}
FORMS = ("all", "any", "not", "fact")
OPERATORS: dict[str, tuple[str, ...]] = {BOOLEAN: (), CHOICE: ("one_of",)}
LIMITS = ("at_least", "at_most")


def read_condition(parent: Record, key: str) -> Condition | None:
    """The node under a key; None when it is null or after a problem."""
    record = None if parent.is_null(key) else parent.record(key)
    return None if record is None else _node(record)


def _node(record: Record) -> Condition | None:
    forms = [form for form in FORMS if form in record.values]
    if len(forms) != 1:
        reason = "un nœud a exactement une de ces clés : " + ", ".join(FORMS)
        record.document.add(record.node, record.name, reason)
        return None
    (form,) = forms
    if form == "fact":
        return _leaf(record)
    record.has_keys([form])
    if form == "not":
        part = read_condition(record, form)
        return None if part is None else Not(part)
    nodes = [_node(one) for one in record.records(form)]
    if len(nodes) < LEAST_PARTS[form]:
        record.problem(form, f"mettez au moins {LEAST_PARTS[form]} condition(s) dans cette liste")
    parts = tuple(node for node in nodes if node is not None)
    return AllOf(parts) if form == "all" else AnyOf(parts)


def _leaf(record: Record) -> Condition | None:
    name = record.text("fact")
    circumstance = CIRCUMSTANCES.get(name)
    if circumstance is None:
        reason = f"« {name} » n'est pas un fait connu ; ajoutez-le à circumstances.py"
        record.problem("fact", reason)
        return None
    if not _has_operator(record, circumstance, OPERATORS.get(circumstance.kind, LIMITS)):
        return None
    if circumstance.kind == BOOLEAN:
        return IsTrue(name)
    return _one_of(record, circumstance) if circumstance.kind == CHOICE else _within(record, name)


def _has_operator(record: Record, circumstance: Circumstance, allowed: Collection[str]) -> bool:
    used = [key for key in record.values if key != "fact"]
    wrong = [key for key in used if key not in allowed]
    expected = " ou ".join(allowed) or "rien d'autre que « fact »"
    for key in wrong:
        reason = f"« {circumstance.name} » est de sorte {circumstance.kind} ; attendu : {expected}"
        record.problem(key, reason)
    if allowed and not used:
        record.problem("fact", f"il manque ce qui est demandé à ce fait : {expected}")
        return False
    return not wrong


def _one_of(record: Record, circumstance: Circumstance) -> Condition:
    values = record.texts("one_of")
    if not values:
        record.problem("one_of", "cette liste est vide ; donnez au moins une valeur")
    for value in values:
        if value and value not in circumstance.choices:
            record.problem("one_of", not_among(value, circumstance.choices))
    return OneOf(circumstance.name, values)


def _within(record: Record, fact: str) -> Condition:
    least, most = (record.number(key) if key in record.values else None for key in LIMITS)
    return Within(fact, least, most)
