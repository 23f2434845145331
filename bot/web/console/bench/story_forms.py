"""The form of a story, read: its fields, or its text, and which button was pressed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from ruamel.yaml.error import YAMLError

from bot import wiring
from bot.adapters.yaml_records import Document, Problem, record_of
from bot.replay.editing.fields import FLAGS, SPEAKERS, TYPED, WAYS, StepFields, StoryFields
from bot.replay.editing.from_text import fields_of
from bot.replay.editing.kept_names import KeptNames, UnknownName
from bot.replay.editing.name_search import NameSearch, with_name
from bot.replay.editing.to_text import Unwritable, moved, text_of
from bot.replay.in_french import Told, told
from bot.replay.reading import read_text
from bot.replay.shelf import Shelf
from bot.replay.story import CANDIDATE, Story
from bot.web.console.forms import Form

FIELDS, TEXT, PUT = "formulaire", "yaml", "mettre"
MOST_STEPS = 80
"""More of them would be more fields than a form may send."""
_PLACE = re.compile(r"-1|[0-9]{1,3}", re.ASCII)
"""Of a step in its story; -1: before the first."""
_PARTS = ("what", "given", "says", "without", "buttons", "no_buttons", "kept", "others")


@dataclass(frozen=True)
class Editing:
    """A story while it is edited. name: its file, without ".yml"; before: hash of the text on the
    shelf that it began with, None: it is new. fields None: it is edited as text."""

    name: str
    text: str
    before: str | None
    fields: StoryFields | None
    problems: tuple[Problem, ...] = ()

    @property
    def view(self) -> str:
        return TEXT if self.fields is None else FIELDS


def opened(name: str, text: str, before: str | None, view: str = FIELDS) -> Editing:
    """A text in the view that is wanted; as text when it cannot be fields."""
    editing = Editing(name, text, before, None)
    return in_fields(editing) if view == FIELDS else editing


def in_fields(editing: Editing) -> Editing:
    """The same as fields; as it was when its text cannot be read at all or has too many steps."""
    document, record = record_of(Document(_path(editing.name)), editing.text.encode())
    if record is None:
        return replace(editing, fields=None, problems=tuple(document.problems))
    try:
        fields = _names().named(fields_of(editing.text))
    except YAMLError:
        return editing
    if len(fields.steps) > MOST_STEPS:
        return editing
    return replace(editing, fields=fields)


def sent(form: Form, name: str | None) -> Editing:
    """What a form says, with the name that was pressed. name: of a story that is kept already;
    None: the form gives one."""
    base = _text(form.one("texte"))
    before = form.one("avant") or None
    name = form.one("nom") if name is None else name
    if form.one("vue") != FIELDS:
        return Editing(name, base, before, None)
    fields = _with_pressed_name(_fields(form), form)
    try:
        coded = _names().coded(fields, _fields_before(base))
        return Editing(name, text_of(coded, base), before, fields)
    except (Unwritable, UnknownName) as error:
        wrong = Problem(_path(name), None, "", str(error))
        return Editing(name, base, before, fields, (wrong,))


def name_search() -> NameSearch:
    """Over the communes, jobs and offers of today."""
    offers = wiring.offers().by_id
    return NameSearch(wiring.catalogue(), {key: one.name for key, one in offers.items()})


def _with_pressed_name(fields: StoryFields, form: Form) -> StoryFields:
    """ "mettre commune 38053", in the step that the form names, from 1."""
    verb, _, thing = form.one("faire").partition(" ")
    kind, _, key = thing.partition(" ")
    step = form.one("dans")
    found = name_search().named(kind, key) if verb == PUT else None
    if found is None or not _PLACE.fullmatch(step):
        return fields
    return with_name(fields, int(step) - 1, found)


def changed(editing: Editing, act: str) -> Editing:
    """After a step was added, moved or removed: "monter 3"; anything else changes nothing."""
    verb, _, place = act.partition(" ")
    if editing.fields is None or editing.problems or not _PLACE.fullmatch(place):
        return editing
    if verb == "ajouter" and len(editing.fields.steps) >= MOST_STEPS:
        return editing
    # What was sent is in the text by now: its steps are numbered anew before one of them moves.
    numbered = fields_of(editing.text)
    steps = moved(numbered.steps, verb, int(place))
    text = text_of(replace(numbered, steps=steps), editing.text)
    return replace(editing, text=text, fields=_names().named(fields_of(text)))


def checked(editing: Editing, shelf: Shelf) -> Editing:
    """With all that is wrong with it."""
    if editing.problems:
        return editing
    found = shelf.problems(editing.name, editing.text, is_new=editing.before is None)
    return replace(editing, problems=tuple(found))


def preview(editing: Editing) -> tuple[Story | None, list[Told]]:
    """The story as it reads now; None while it cannot be read."""
    story, _ = read_text(_path(editing.name), editing.text)
    return story, told(story, wiring.catalogue()) if story else []


def _names() -> KeptNames:
    return KeptNames(wiring.catalogue())


def _fields_before(text: str) -> StoryFields:
    try:
        return fields_of(text)
    except YAMLError:
        return StoryFields()


def _fields(form: Form) -> StoryFields:
    steps = [_step(form, number) for number in form.all("etape") if number.isdecimal()]
    return StoryFields(
        title=form.one("titre"),
        author=form.one("auteur"),
        day=form.one("date"),
        seed=form.one("graine"),
        persona=form.one("persona"),
        flags=frozenset(flag for flag in form.all("option") if flag in FLAGS),
        steps=tuple(steps[:MOST_STEPS]),
    )


def _step(form: Form, number: str) -> StepFields:
    def one(part: str) -> str:
        return form.one(f"{part}-{number}")

    speaker, way, origin = one("speaker"), one("way"), one("origin")
    texts = {part: one(part) for part in _PARTS}
    if way == TYPED:
        texts["what"] = " ".join(texts["what"].split("\n"))
    return StepFields(
        origin=int(origin) if origin.isdecimal() and _PLACE.fullmatch(origin) else None,
        speaker=speaker if speaker in SPEAKERS else CANDIDATE,
        way=way if way in WAYS else TYPED,
        **texts,
    )


def _text(typed: str) -> str:
    return f"{typed}\n" if typed else ""


def _path(name: str) -> Path:
    return Path(f"{name or 'histoire'}.yml")
