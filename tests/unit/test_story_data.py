"""The story that ships: played in every way, and read as people read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest

from bot.adapters import game_files
from bot.orientation.evidence import Evidence
from bot.orientation.game import Scene, SceneChoice, Story, scene_evidence
from bot.orientation.interests import interest_profile
from bot.orientation.statements import AXES, ENOUGH, SETTINGS
from bot.services.profile_json import read_choices
from bot.wiring import STORY

NOT_FOR_A_PERSON = re.compile(
    r"'|\(e\)|·e|\bavez droit\b|\bvous êtes (?:\w+ )?(?:content|seul|prêt|fier|arriv|rest|heureu)",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def story() -> Story:
    found = game_files.read_all(STORY)
    assert found.story
    assert [str(one) for one in (*found.problems, *found.remarks)] == []
    return found.story


def walk(story: Story, seed: int) -> tuple[list[tuple[Scene, SceneChoice]], str]:
    """What was done scene by scene, one scene in ten passed, and the ending."""
    chance = np.random.default_rng(seed)
    done: list[tuple[Scene, SceneChoice]] = []
    place_id = story.first_id
    while scene := story.scene_by_id.get(place_id):
        if chance.random() < 0.1:
            place_id = scene.skip_id
        else:
            choice = scene.choices[chance.integers(len(scene.choices))]
            done.append((scene, choice))
            place_id = choice.next_id
    return done, place_id


def evidence(done: list[tuple[Scene, SceneChoice]]) -> list[Evidence]:
    return [scene_evidence(scene, choice) for scene, choice in done]


def test_every_route_has_eight_scenes_none_of_them_twice(story: Story) -> None:
    routes = set(story.routes())
    assert len(routes) == 8
    assert {len(route) for route in routes} == {len(set(route)) for route in routes} == {8}
    assert story.longest_from(story.first_id) == 8
    assert story.longest_from("ensemble") == 0


def test_any_walk_ends_and_what_was_done_can_be_kept(story: Story) -> None:
    endings = set()
    for seed in range(300):
        done, ending_id = walk(story, seed)
        endings.add(ending_id)
        pieces = evidence(done)
        assert len({piece.source_id for piece in pieces}) == len(pieces)
        as_kept = [
            {
                "kind": piece.kind,
                "source_id": piece.source_id,
                "text": piece.text,
                "weights": dict(piece.weights),
                "agreement": piece.agreement,
                "domains": piece.domains,
            }
            for piece in pieces
        ]
        assert read_choices("choices", as_kept) == tuple(pieces)
    assert endings == set(story.ending_by_id) == {"ensemble", "facon"}


def ends() -> Iterator[tuple[str, int]]:
    yield from ((axis, 1) for axis in AXES)
    yield from ((axis, -1) for axis in SETTINGS)


@pytest.mark.parametrize(("axis", "end"), list(ends()))
def test_who_always_chooses_for_one_taste_is_told_to_have_it(
    story: Story, axis: str, end: int
) -> None:
    """The choices that show a taste most tell enough of it, and nothing against it."""
    place_id, done = story.first_id, []
    while scene := story.scene_by_id.get(place_id):
        best = max(scene.choices, key=lambda one: one.weights.get(axis, 0.0) * end)
        done.append((scene, best))
        place_id = best.next_id
    profile = interest_profile(evidence(done))
    assert profile.scores[axis] == end
    assert profile.evidence[axis] >= ENOUGH[axis]


def shown_texts(story: Story) -> Iterator[str]:
    for scene in story.scenes:
        yield from (scene.title, scene.text, scene.easy)
        for choice in scene.choices:
            yield from (choice.title, choice.then, f"Vous avez {choice.did}.")
            yield choice.strength or ""
    for ending in story.endings:
        yield from (ending.title, ending.text, ending.easy)


def test_no_shown_text_agrees_with_the_gender_of_the_person_or_has_a_straight_apostrophe(
    story: Story,
) -> None:
    assert [text for text in shown_texts(story) if NOT_FOR_A_PERSON.search(text)] == []


def test_what_one_did_is_told_once_and_with_another_soft_skill_each_time(story: Story) -> None:
    did = [choice.did for scene in story.scenes for choice in scene.choices]
    assert len(set(did)) == len(did)
    for scene in story.scenes:
        strengths = [choice.strength for choice in scene.choices]
        assert None not in strengths and len(set(strengths)) == len(strengths)


def test_a_typed_word_means_one_choice_of_its_scene(story: Story) -> None:
    """A word that two choices share tells neither; the first word of each must tell one."""
    for scene in story.scenes:
        for choice in scene.choices:
            others = {word for one in scene.choices if one is not choice for word in one.said}
            assert set(choice.said) - others, f"{scene.scene_id}.{choice.choice_id}"
