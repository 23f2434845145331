"""What makes a story unplayable, and what its editors should still do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.game import Ending, Scene, SceneChoice, Story
from bot.orientation.statements import LETTERS, SETTINGS
from bot.orientation.story_check import ERROR, WARNING, check_story

ENDINGS = (
    Ending("out", "Dehors", "Il fait jour.", "Il fait jour."),
    Ending("in", "Ici", "A.", "A."),
)
ALL_AXES = [(axis, 1.0) for axis in LETTERS]
ALL_AXES += [(axis, end) for axis in SETTINGS for end in (1.0, -1.0)]


def choice(choice_id: str, next_id: str, axis: str = "R", weight: float = 1.0) -> SceneChoice:
    return SceneChoice(
        choice_id, "Agir", "agi", "C’est fait.", next_id, {axis: weight}, {axis: "parce que"}
    )


def scene(scene_id: str, *next_ids: str) -> Scene:
    """A scene with one choice for each end of each axis, which lead to these places in turn."""
    choices = tuple(
        choice(f"c{at}", next_ids[at % len(next_ids)], axis, weight)
        for at, (axis, weight) in enumerate(ALL_AXES)
    )
    return Scene(scene_id, "Titre", "Que faites-vous ?", "Et vous ?", choices, next_ids[0])


def story(*scenes: Scene) -> Story:
    return Story("s", "Titre", scenes[0].scene_id, scenes, ENDINGS)


SIX = [scene(str(at), str(at + 1)) for at in range(1, 6)] + [scene("6", "out", "in")]
GOOD = story(*SIX)


def told(given: Story, severity: str) -> list[tuple[str | None, str | None, str]]:
    """Faults of this severity, without those of the number of choices, which all scenes have."""
    return [
        (fault.place_id, fault.choice_id, fault.message.partition(" ; ")[0])
        for fault in check_story(given)
        if fault.severity == severity and not fault.message.startswith("16 choix")
    ]


def with_first(changed: Scene) -> Story:
    return story(changed, *SIX[1:])


def test_a_story_without_fault_has_none_told() -> None:
    assert told(GOOD, ERROR) == told(GOOD, WARNING) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            with_first(replace(SIX[0], choices=(choice("go", "nowhere"), choice("on", "2")))),
            [("1", "go", "« next: nowhere » ne mène nulle part")],
            id="a choice that leads nowhere",
        ),
        pytest.param(
            with_first(replace(SIX[0], skip_id="nowhere")),
            [("1", None, "« skip: nowhere » ne mène nulle part")],
            id="passing leads nowhere",
        ),
        pytest.param(
            replace(GOOD, first_id="zero"),
            [
                (None, None, "« first: zero » ne mène à aucune scène"),
                *((place, None, "aucun choix n'y mène") for place in "123456"),
                *((place, None, "aucun choix n'y mène") for place in ("out", "in")),
            ],
            id="a start that does not exist",
        ),
        pytest.param(
            story(*SIX[:3], scene("4", "2"), *SIX[4:]),
            [
                ("2", None, "l'histoire tourne en rond : 2 → 3 → 4 → 2"),
                *((place, None, "aucun choix n'y mène") for place in ("5", "6", "out", "in")),
            ],
            id="a loop cuts off the rest",
        ),
        pytest.param(
            story(*SIX[:5], scene("6", "6", "out", "in")),
            [("6", None, "l'histoire tourne en rond : 6 → 6")],
            id="a scene leads to itself",
        ),
        pytest.param(
            story(*SIX, scene("7", "out")),
            [("7", None, "aucun choix n'y mène")],
            id="a scene nobody meets",
        ),
        pytest.param(
            with_first(
                replace(scene("1", "2"), choices=(choice("on", "3"),), skip_id="2"),
            ),
            [("2", None, "aucun choix n'y mène")],
            id="only passing leads there",
        ),
        pytest.param(
            story(*SIX[:5], scene("6", "out")),
            [("in", None, "aucun choix n'y mène")],
            id="an ending nobody gets",
        ),
        pytest.param(
            replace(story(*SIX[:5], scene("6", "out")), endings=ENDINGS[:1]),
            [(None, None, "il faut au moins deux fins")],
            id="one ending for all",
        ),
    ],
)
def test_what_would_leave_a_player_stuck_is_an_error(
    given: Story, expected: list[tuple[str | None, str | None, str]]
) -> None:
    assert told(given, ERROR) == expected


def test_errors_are_told_alone() -> None:
    broken = with_first(replace(SIX[0], skip_id="nowhere", text="mot " * 30))
    assert told(broken, WARNING) == []


LONG = "Un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            story(*SIX[:4], scene("5", "out", "in")),
            [(None, None, "un chemin a 5 scènes")],
            id="too short a route",
        ),
        pytest.param(
            with_first(replace(SIX[0], text=f"{LONG} seize. Et vous ?")),
            [("1", None, f"« {LONG} seize. » a 16 mots")],
            id="a long sentence",
        ),
        pytest.param(with_first(replace(SIX[0], text=f"{LONG}.")), [], id="fifteen words are fine"),
        pytest.param(
            with_first(replace(SIX[0], easy=f"{LONG} seize.")),
            [("1", None, f"« {LONG} seize. » a 16 mots")],
            id="a long easy sentence",
        ),
    ],
)
def test_what_an_editor_should_do_is_a_warning(
    given: Story, expected: list[tuple[str | None, str | None, str]]
) -> None:
    assert told(given, WARNING) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param({"title": "a" * 46}, "le bouton a 46 signes", id="a long button"),
        pytest.param({"then": f"{LONG} seize."}, f"« {LONG} seize. » a 16 mots", id="long then"),
        pytest.param({"did": "Agi"}, "« vous avez Agi » se lit mal", id="a capital"),
        pytest.param({"did": "agi."}, "« vous avez agi. » se lit mal", id="a full stop"),
    ],
)
def test_the_words_of_a_choice_are_looked_at(changed: dict[str, str], expected: str) -> None:
    first, *others = SIX[0].choices
    given = with_first(replace(SIX[0], choices=(replace(first, **changed), *others)))  # type: ignore[arg-type]
    assert told(given, WARNING) == [("1", "c0", expected)]


def without(axis: str, weight: float, *scene_ids: str) -> Story:
    return story(
        *(
            replace(
                one,
                choices=tuple(
                    own for own in one.choices if own.weights.get(axis, 0.0) * weight <= 0
                ),
            )
            if one.scene_id in scene_ids
            else one
            for one in SIX
        )
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(without("A", 1, *"1234"), [], id="two scenes are enough for a letter"),
        pytest.param(
            without("A", 1, *"12345"),
            ["trop peu de « créer (A) » sur le chemin 1 → 2 → 3 → 4 → 5 → 6 ; changez des choix"],
            id="one scene is too little",
        ),
        pytest.param(
            without("variety", -1, *"12345"),
            [
                "trop peu de « du calme (variety: -1) » "
                "sur le chemin 1 → 2 → 3 → 4 → 5 → 6 ; changez des choix"
            ],
            id="nobody can choose calm twice",
        ),
    ],
)
def test_every_taste_can_be_shown_on_every_route(given: Story, expected: list[str]) -> None:
    found = [fault.message for fault in check_story(given) if "chemin" in fault.message]
    assert found == expected


def test_two_choices_of_one_scene_cannot_both_be_made() -> None:
    """Twice "créer" in one scene tells no more than once: a player chooses one."""
    base = without("A", 1, *"12345")
    last = base.scenes[-1]
    doubled = replace(last, choices=(*last.choices, choice("again", "out", "A")))
    given = story(*base.scenes[:-1], doubled)
    assert any("« créer (A) »" in fault.message for fault in check_story(given))
