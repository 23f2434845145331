"""The text of a story, out of what a form says: what did not change stays as it was typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from bot.replay.editing.fields import (
    FLAGS,
    FRAGMENT,
    MENU_ENTRY,
    PERSONA,
    PICK,
    PRESS,
    TICK,
    TYPED,
    UNTIL,
    StepFields,
    StoryFields,
)
from bot.replay.editing.from_text import step_fields
from bot.replay.editing.yaml_text import dump, flowing, load, named_lines
from bot.replay.reading import FRAGMENT as FRAGMENT_KEY
from bot.replay.reading import GIVEN
from bot.replay.reading import UNTIL as UNTIL_KEY
from bot.replay.reading_checks import BUTTONS, KEPT, SAID
from bot.replay.story import CONTAINS, FIRST, PROPOSED, WITHOUT

_HEADS = ("histoire", "auteur", "date", "graine", "persona")


class Unwritable(Exception):
    """A field cannot become YAML; the message is in French, and tells the step."""


def text_of(fields: StoryFields, before: str) -> str:
    """`before` with what the form changed in it. Raises Unwritable."""
    content = _loaded(before)
    _write_head(content, fields)
    old = content.get("étapes")
    known = list(old) if isinstance(old, list) else []
    made = [_step(step, known, number) for number, step in enumerate(fields.steps, 1)]
    if isinstance(old, CommentedSeq) and _same_things(made, known):
        return dump(content)
    listed = CommentedSeq(made)
    if isinstance(old, CommentedSeq) and len(made) >= len(known) and made[: len(known)] == known:
        listed.ca.items.update(old.ca.items)
    content["étapes"] = listed
    return dump(content)


def _same_things(made: list[Any], known: list[Any]) -> bool:
    return len(made) == len(known) and all(a is b for a, b in zip(made, known, strict=True))


def _loaded(before: str) -> CommentedMap:
    try:
        content = load(before)
    except YAMLError:
        content = None
    return content if isinstance(content, CommentedMap) else CommentedMap()


def _write_head(content: CommentedMap, fields: StoryFields) -> None:
    given = (fields.title, fields.author, fields.day, fields.seed, fields.persona)
    for key, value in zip(_HEADS, given, strict=True):
        _set(content, key, value, is_needed=key in _HEADS[:3])
    for flag in FLAGS:
        wanted = "oui" if flag in fields.flags else ""
        if wanted or content.get(flag) == "oui":
            _set(content, flag, wanted, is_needed=False)


def _set(content: CommentedMap, key: str, value: str, is_needed: bool) -> None:
    """Only what changed; a new key stands before the steps."""
    now = content.get(key)
    if key in content and ("" if now is None else str(now)) == value:
        return
    if not value and not is_needed:
        content.pop(key, None)
        return
    written = _typed(key, value)
    if key in content:
        content[key] = written
    else:
        place = list(content).index("étapes") if "étapes" in content else len(content)
        content.insert(place, key, written)


def _typed(key: str, value: str) -> Any:
    """A day and a number as YAML has them, so that no quotes come around them."""
    if key in ("date", "graine"):
        try:
            return load(value)
        except YAMLError:
            return value
    return value


def _step(step: StepFields, known: list[Any], number: int) -> Any:
    """The step as it was, comments and all, unless the form says otherwise."""
    if step.origin is not None and step.origin < len(known):
        old = known[step.origin]
        if step_fields(old, step.origin) == step:
            return old
    made = CommentedMap()
    _write_lead(made, step, number)
    others = _read_lines(step.others, "les autres vérifications", number)
    _write_said(made, step, others)
    _write_buttons(made, step, others)
    if step.kept:
        made[KEPT] = flowing(_read_lines(step.kept, "ce qui est retenu", number))
    for key, value in others.items():
        made[key] = flowing(value)
    return made


def _write_lead(made: CommentedMap, step: StepFields, number: int) -> None:
    if step.way == UNTIL:
        made[UNTIL_KEY] = step.what
    elif step.way == FRAGMENT:
        made[FRAGMENT_KEY] = step.what
        if step.given:
            made[GIVEN] = flowing(_read_lines(step.given, "ce que reçoit le fragment", number))
    elif step.way == TYPED:
        made[step.speaker] = step.what
    elif step.way in _KEYS:
        made[step.speaker] = flowing({_KEYS[step.way]: _content(step)})


_KEYS = {PRESS: "bouton", TICK: "cocher", PICK: "images", MENU_ENTRY: "menu", PERSONA: "persona"}


def _content(step: StepFields) -> Any:
    if step.way == TICK:
        return step.what if step.what in (FIRST, PROPOSED) else _lines(step.what)
    if step.way == PICK:
        numbers = step.what.replace(",", " ").split()
        return [int(one) if one.isdecimal() else one for one in numbers]
    if step.way == PRESS and step.what.isdecimal() and len(step.what) < 3:
        return int(step.what)
    return step.what


def _write_said(made: CommentedMap, step: StepFields, others: CommentedMap) -> None:
    rest = others.pop(SAID, None)
    found: list[Any] = [*_lines(step.says), *({WITHOUT: text} for text in _lines(step.without))]
    found += rest if isinstance(rest, list) else [rest] if rest is not None else []
    if found:
        made[SAID] = flowing(found[0] if len(found) == 1 else found)


def _write_buttons(made: CommentedMap, step: StepFields, others: CommentedMap) -> None:
    rest = others.pop(BUTTONS, None)
    shown, absent = _lines(step.buttons), _lines(step.no_buttons)
    if rest is None and not absent:
        if shown:
            made[BUTTONS] = flowing(shown)
        return
    parts = {CONTAINS: shown, WITHOUT: absent}
    named = {how: titles for how, titles in parts.items() if titles}
    made[BUTTONS] = flowing({**named, **(rest if isinstance(rest, dict) else {})})


def _read_lines(lines: str, what: str, number: int) -> CommentedMap:
    if not lines.strip():
        return CommentedMap()
    try:
        return named_lines(lines)
    except YAMLError as error:
        told = f"étape {number}, {what} : écrivez « nom: valeur », un par ligne"
        raise Unwritable(told) from error


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def moved(steps: Iterable[StepFields], act: str, at: int) -> tuple[StepFields, ...]:
    """The steps after one was added (after `at`; -1: first), removed, or moved up or down."""
    found = list(steps)
    if act == "ajouter" and -1 <= at < len(found):
        found.insert(at + 1, StepFields())
    elif act == "supprimer" and 0 <= at < len(found):
        del found[at]
    elif act in ("monter", "descendre") and 0 <= at < len(found):
        step = found.pop(at)
        found.insert(max(0, at - 1 if act == "monter" else at + 1), step)
    return tuple(found)
