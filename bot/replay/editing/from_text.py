"""The fields of a story, out of its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.replay.editing.fields import (
    FLAGS,
    FRAGMENT,
    MENU_ENTRY,
    PERSONA,
    PICK,
    PRESS,
    SILENT,
    TICK,
    TYPED,
    UNTIL,
    StepFields,
    StoryFields,
)
from bot.replay.editing.yaml_text import in_line, load
from bot.replay.reading import FRAGMENT as FRAGMENT_KEY
from bot.replay.reading import GIVEN, STRAIGHT_UNTIL
from bot.replay.reading import UNTIL as UNTIL_KEY
from bot.replay.reading_checks import BUTTONS, KEPT, SAID
from bot.replay.story import ADVISOR, CANDIDATE, CONTAINS, WITHOUT

_SAYINGS: Mapping[str, str] = {
    "bouton": PRESS, "cocher": TICK, "images": PICK, "menu": MENU_ENTRY, "persona": PERSONA,
}  # fmt: skip


def fields_of(text: str) -> StoryFields:
    """Raises YAMLError. What is no story has no steps."""
    content = load(text)
    if not isinstance(content, Mapping):
        return StoryFields()
    steps = content.get("étapes")
    listed = steps if isinstance(steps, list) else []
    return StoryFields(
        title=_plain(content.get("histoire")),
        author=_plain(content.get("auteur")),
        day=_plain(content.get("date")),
        seed=_plain(content.get("graine")),
        persona=_plain(content.get("persona")),
        flags=frozenset(flag for flag in FLAGS if content.get(flag) == "oui"),
        steps=tuple(step_fields(step, at) for at, step in enumerate(listed)),
    )


def step_fields(step: Any, origin: int | None) -> StepFields:
    """A step; what no field can hold is in `others`, as it is written."""
    if not isinstance(step, Mapping):
        return StepFields(origin, way=SILENT, others=in_line(step))
    left = dict(step)
    lead = _lead(left)
    says, without = _said(left)
    buttons, no_buttons = _buttons(left)
    kept = left.pop(KEPT) if isinstance(left.get(KEPT), Mapping) else {}
    return StepFields(
        origin=origin,
        **lead,
        says=says,
        without=without,
        buttons=buttons,
        no_buttons=no_buttons,
        kept=_named(kept),
        others=_named(left),
    )


def _lead(left: dict[str, Any]) -> dict[str, str]:
    """Who does what; taken out of the step when a field can hold it."""
    for key in (UNTIL_KEY, STRAIGHT_UNTIL):
        if _is_single(left.get(key)):
            return {"way": UNTIL, "what": _plain(left.pop(key))}
    if _is_single(left.get(FRAGMENT_KEY)):
        name, given = left.pop(FRAGMENT_KEY), left.pop(GIVEN, None) or {}
        return {"way": FRAGMENT, "what": _plain(name), "given": _named(given)}
    for key in (CANDIDATE, ADVISOR):
        if key in left and (found := _saying(left[key])):
            del left[key]
            return {"speaker": key, **found}
    return {"way": SILENT}


def _saying(value: Any) -> dict[str, str] | None:
    if _is_single(value):
        return {"way": TYPED, "what": _plain(value)}
    if not isinstance(value, Mapping) or len(value) != 1:
        return None
    (key, given), *_ = value.items()
    if key not in _SAYINGS or isinstance(given, Mapping):
        return None
    items = given if isinstance(given, list) else [given]
    return {"way": _SAYINGS[key], "what": _lines(items)} if _are_single(items) else None


def _said(left: dict[str, Any]) -> tuple[str, str]:
    """Words that must be said, and that must not; the rest of the key stays."""
    given = left.get(SAID)
    items = given if isinstance(given, list) else [given] if given is not None else []
    says = [item for item in items if _is_single(item)]
    alone = [item for item in items if isinstance(item, Mapping) and set(item) == {WITHOUT}]
    without = [text for item in alone for text in _listed(item[WITHOUT])]
    rest = [item for item in items if item not in says and item not in alone]
    _keep_rest(left, SAID, rest[0] if len(rest) == 1 else rest)
    return _lines(says), _lines(without)


def _buttons(left: dict[str, Any]) -> tuple[str, str]:
    given = left.get(BUTTONS)
    if not isinstance(given, Mapping):
        _keep_rest(left, BUTTONS, None)
        return _lines(_listed(given) if given is not None else []), ""
    rest = {how: value for how, value in given.items() if how not in (CONTAINS, WITHOUT)}
    _keep_rest(left, BUTTONS, rest)
    shown, absent = given.get(CONTAINS, []), given.get(WITHOUT, [])
    return _lines(_listed(shown)), _lines(_listed(absent))


def _keep_rest(left: dict[str, Any], key: str, rest: Any) -> None:
    left.pop(key, None)
    if rest:
        left[key] = rest


def _named(values: Any) -> str:
    """One "name: value" a line."""
    if not isinstance(values, Mapping):
        return in_line(values)
    return "\n".join(in_line({name: value})[1:-1] for name, value in values.items())


def _lines(items: Iterable[Any]) -> str:
    return "\n".join(map(_plain, items))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _are_single(items: Iterable[Any]) -> bool:
    return all(map(_is_single, items))


def _is_single(value: Any) -> bool:
    return value is not None and not isinstance(value, (Mapping, list))


def _plain(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split("\n"))
