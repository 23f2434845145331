"""What must hold after a hostile message is looked at; every family strikes at every point."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from click.testing import CliRunner

from bot.commands.replay import ATTACK_KINDS, command
from bot.replay.attacks.attack import POINTS, attacks
from bot.replay.attacks.attacking import readable
from bot.replay.attacks.messages import (
    EVERYTHING,
    FAMILIES,
    GIVEN,
    MARKER,
    PRODUCT,
    Hostile,
)
from bot.replay.attacks.rules import KEPT, NEVER, NO_LINK, REASON, SAID, VISIBLE, looked_at
from bot.replay.reading import read_stories
from bot.replay.record import TurnRecord
from bot.replay.runs.engine import CannotPlay
from bot.replay.runs.programmes import programme_of
from bot.replay.runs.spec import ATTACKS, RunSpec
from bot.replay.screen import Screen
from bot.settings import ROOT, Settings

STORIES, _ = read_stories([ROOT / "tests" / "replays"])
NONE: dict[str, Any] = {}
AGREED = {"consent": "yes"}


def text(words: str, *titles: str) -> dict[str, Any]:
    buttons = [{"title": title, "choice": title} for title in titles]
    return {"type": "text", "text": words, "buttons": buttons}


@pytest.mark.parametrize(
    ("hostile", "message", "before", "after", "broken"),
    [
        pytest.param(Hostile("x"), text("Bonjour."), NONE, NONE, None, id="an answer"),
        pytest.param(Hostile("x"), text("Bonjour."), NONE, AGREED, None, id="it may answer"),
        pytest.param(
            Hostile("/a", keeps=EVERYTHING), text("Oui."), NONE, AGREED, KEPT, id="a slot is set"
        ),
        pytest.param(
            Hostile("/a", keeps=GIVEN), text("Oui."), NONE, AGREED, None, id="a slot may be set"
        ),
        pytest.param(
            Hostile("/restart", keeps=GIVEN), text("Oui."), AGREED, NONE, KEPT, id="it is obeyed"
        ),
        pytest.param(
            Hostile("aïe", says=("3114",)), text("D’accord."), NONE, NONE, SAID, id="danger unheard"
        ),
        pytest.param(
            Hostile("aïe", says=("3114",)),
            text("Appelez.", "Appeler le 3114"),
            NONE,
            NONE,
            None,
            id="danger answered by a button",
        ),
        pytest.param(
            Hostile("{{7919*7919}}", never=(PRODUCT,)),
            text(f"Vous cherchez {PRODUCT}."),
            NONE,
            NONE,
            NEVER,
            id="a template is worked out",
        ),
        pytest.param(
            Hostile("x"),
            {**text("Voyez."), "items": [{"title": "Ici", "url": "javascript:alert(1)"}]},
            NONE,
            NONE,
            NO_LINK,
            id="a link that runs",
        ),
        pytest.param(
            Hostile("x"), text("javascript:alert(1)"), NONE, NONE, None, id="harmless as a text"
        ),
        pytest.param(Hostile("x"), text("a\u202eb"), NONE, NONE, VISIBLE, id="an invisible sign"),
        pytest.param(Hostile("x"), text("👨‍👩‍👧"), NONE, NONE, None, id="a family"),
    ],
)
def test_what_does_not_hold_is_found(
    hostile: Hostile,
    message: dict[str, Any],
    before: dict[str, Any],
    after: dict[str, Any],
    broken: str | None,
) -> None:
    turn = TurnRecord(said=hostile.text, messages=[message])
    found = looked_at(hostile, turn, Screen([message]), before, after)
    assert [one.expected for one in found] == ([broken] if broken else [])


def test_a_refusal_has_words_and_danger_is_never_refused() -> None:
    silent = TurnRecord(said="x", refusal="")
    assert [one.expected for one in looked_at(Hostile("x"), silent, Screen(), NONE, NONE)] == [
        REASON
    ]
    refused = TurnRecord(said="x", refusal="Trop long.")
    assert looked_at(Hostile("x"), refused, Screen(), NONE, NONE) == []
    (found,) = looked_at(Hostile("x", says=("3114",)), refused, Screen(), NONE, NONE)
    assert found.received == "Trop long."


def test_every_family_strikes_at_every_point_under_a_name_of_its_own() -> None:
    made = list(attacks(STORIES, 4))
    assert len(made) == len(POINTS) * len(FAMILIES) == len({one.name for one in made})
    assert {one.seed for one in made} == {4} and {one.persona.name for one in made} == {"base"}
    assert all(one.name.isascii() and "'" not in one.name for one in made)


def test_only_the_kinds_that_are_wanted_are_sent() -> None:
    made = list(attacks(STORIES, 4, ["Balises", "Insultes"]))
    assert len(made) == 2 * len(POINTS) and {one.family for one in made} == {"Balises", "Insultes"}
    spec = RunSpec(ATTACKS, families=("Insultes",))
    settings = Settings.from_environment()
    assert programme_of(spec, settings).size == len(POINTS)
    assert programme_of(RunSpec(ATTACKS), settings).size == len(POINTS) * len(FAMILIES)
    with pytest.raises(CannotPlay, match="n’existent plus : Ancien genre"):
        programme_of(RunSpec(ATTACKS, families=("Ancien genre",)), settings)


def test_the_command_names_every_kind_of_attack() -> None:
    assert list(ATTACK_KINDS.values()) == list(FAMILIES)
    assert all(name.isascii() and " " not in name for name in ATTACK_KINDS)
    wrong = CliRunner().invoke(command, ["tests/replays/nadia.yml", "--kind", "gentillesses"])
    assert wrong.exit_code == 2 and "signes-invisibles" in wrong.output


def test_stories_without_the_usual_persona_are_attacked_too() -> None:
    without = [story for story in STORIES if story.persona is None]
    assert without and {one.persona.name for one in attacks(without)} == {"base"}


def test_what_is_sent_is_hostile() -> None:
    texts = [one.text for family in FAMILIES.values() for one in family if not one.press]
    assert len(texts) == len(set(texts)) > 50
    assert any(len(one) > 2_000 for one in texts) and any("\ud800" in one for one in texts)
    prompts = [one for one in FAMILIES["Consignes détournées"]]
    assert all(MARKER in one.text and one.never == (MARKER,) for one in prompts)
    assert all(one.says for one in FAMILIES["Danger au milieu du bruit"])
    assert {field.name for field in dataclasses.fields(Hostile)} >= {"keeps", "says", "never"}


def test_what_was_typed_can_be_read_in_a_report() -> None:
    told = readable("a\x00b\ud800c\u202ed é 😀\n")
    assert told == "a<U+0000>b<U+D800>c<U+202E>d é 😀\n"
    assert told.encode("utf-8")
