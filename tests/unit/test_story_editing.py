"""A story becomes fields and a story again, and nobody's comments or quotes are lost on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.replay.editing.fields import StepFields, StoryFields
from bot.replay.editing.from_text import fields_of
from bot.replay.editing.to_text import Unwritable, moved, text_of
from bot.replay.library import BUNDLED
from bot.replay.reading import read_text, story_files
from bot.replay.story import Place, Step

BUNDLED_STORIES = story_files([BUNDLED])
HEAD = "histoire: Essai\nauteur: test\ndate: 2026-11-27\nétapes:\n"


def read(path: Path, text: str) -> tuple[str, ...]:
    """The steps, wherever they stand in the file."""
    story, problems = read_text(path, text)
    assert story and problems == [], text
    return tuple(map(without_places, story.steps))


def without_places(step: Step) -> str:
    nowhere = Place(Path(), 0)
    checks = tuple(replace(check, place=nowhere) for check in step.checks)
    return repr(replace(step, place=nowhere, checks=checks))


@pytest.mark.parametrize("path", BUNDLED_STORIES, ids=lambda path: path.stem)
def test_fields_that_nobody_touched_give_the_same_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text_of(fields_of(text), text) == text


@pytest.mark.parametrize("path", BUNDLED_STORIES, ids=lambda path: path.stem)
def test_steps_written_anew_from_their_fields_say_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fields = fields_of(text)
    anew = replace(fields, steps=tuple(replace(step, origin=None) for step in fields.steps))
    assert read(path, text_of(anew, text)) == read(path, text)


@pytest.mark.parametrize(
    ("step", "written"),
    [
        (StepFields(what="45"), "Candidat: '45'"),
        (StepFields(what="oui : vraiment, [sûr] ?"), "Candidat: 'oui : vraiment, [sûr] ?'"),
        (StepFields(way="bouton", what="Où ?"), 'Candidat: {bouton: "Où ?"}'),
        (StepFields(way="bouton", what="2"), "Candidat: {bouton: 2}"),
        (StepFields(way="cocher"), "Candidat: {cocher: []}"),
        (StepFields(way="cocher", what="proposés"), "Candidat: {cocher: proposés}"),
        (StepFields(way="cocher", what="Nuit\nBruit"), "Candidat: {cocher: [Nuit, Bruit]}"),
        (StepFields(way="images", what="7, 12 23"), "Candidat: {images: [7, 12, 23]}"),
        (StepFields(speaker="Conseiller", way="menu", what="aide"), "Conseiller: {menu: aide}"),
        (StepFields(way="jusqu", what="licence"), "Répondre jusqu’à: licence"),
        (StepFields(way="rien", says="robot\ndix"), "Déclic: [robot, dix]"),
        (StepFields(way="rien", no_buttons="Non"), "Boutons: {sans: [Non]}"),
        (StepFields(way="rien", kept="commune: '01004'"), "Retenu: {commune: '01004'}"),
    ],
)  # fmt: skip
def test_a_field_is_written_as_one_would(step: StepFields, written: str) -> None:
    text = text_of(StoryFields("Essai", "test", "2026-11-27", "", steps=(step,)), HEAD)
    assert text.split("étapes:\n")[1].strip().removeprefix("- ") == written
    read(BUNDLED / "essai.yml", text)


def test_a_check_that_has_no_field_stays_beside_the_others() -> None:
    step = StepFields(
        way="rien",
        says="bonjour",
        buttons="Oui",
        others='Déclic: {motif: "a|b"}\nBoutons: {tous: [Oui, Non]}\nEn base: {web_turns: 0}',
    )
    text = text_of(StoryFields("Essai", "test", "2026-11-27", steps=(step,)), HEAD)
    (again,) = fields_of(text).steps
    assert replace(again, origin=None).says == "bonjour" and again.buttons == "Oui"
    assert "motif" in again.others and "tous" in again.others and "web_turns: 0" in again.others


@pytest.mark.parametrize("wrong", ["[commune", "commune", "a: {b"])
def test_lines_that_are_no_names_are_told_with_their_step(wrong: str) -> None:
    fields = StoryFields(steps=(StepFields(), StepFields(kept=wrong)))
    with pytest.raises(Unwritable, match="étape 2, ce qui est retenu"):
        text_of(fields, HEAD)


@pytest.mark.parametrize(
    ("act", "at", "order"),
    [
        ("monter", 1, "bac"), ("monter", 0, "abc"), ("descendre", 0, "bac"),
        ("descendre", 2, "abc"), ("supprimer", 1, "ac"), ("ajouter", -1, ".abc"),
        ("ajouter", 1, "ab.c"), ("supprimer", 9, "abc"), ("danser", 1, "abc"),
    ],
)  # fmt: skip
def test_steps_are_put_in_order(act: str, at: int, order: str) -> None:
    steps = [StepFields(what=name) for name in "abc"]
    assert "".join(step.what or "." for step in moved(steps, act, at)) == order
