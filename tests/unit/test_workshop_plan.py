"""The time of a workshop, and what its wall may show."""

from __future__ import annotations

import pytest

from bot.services.conversation_facts import ConversationFacts
from bot.services.workshop_plan import LONGEST, SHORTEST, STEP, WEIGHTS, afterwards, plan, wall


@pytest.mark.parametrize("minutes", range(SHORTEST, LONGEST + 1, STEP))
def test_the_steps_follow_each_other_and_fill_the_time(minutes: int) -> None:
    steps = plan(minutes)
    assert [step.name for step in steps] == list(WEIGHTS)
    assert steps[0].start == 0
    for step, after in zip(steps, steps[1:], strict=False):
        assert step.start + step.minutes == after.start
    assert steps[-1].start + steps[-1].minutes == minutes
    assert all(step.minutes >= 5 and step.minutes % 5 == 0 for step in steps)


def test_the_conversation_with_declic_is_the_longest_step() -> None:
    longest = max(plan(90), key=lambda step: step.minutes)
    assert longest.name == "jobs"


def person(pictures: str = "", shown: str = "", kept: str = "") -> ConversationFacts:
    return ConversationFacts(
        pictures=tuple(pictures.split()), shown=tuple(shown.split()), kept=tuple(kept.split())
    )


def test_the_wall_stays_empty_with_four_people() -> None:
    found = wall([person("velo potager", "A1203", "A1203")] * 4)
    assert (found.people, found.pictures, found.shown, found.kept) == (None, None, None, None)


def test_pictures_appear_when_five_people_have_chosen_some() -> None:
    arriving = [*([person("velo potager")] * 4), *([person()] * 8)]
    assert wall(arriving).people == 12
    assert wall(arriving).pictures is None
    assert wall([*arriving, person("velo")]).pictures == (("velo", 5), ("potager", 4))


def test_a_person_counts_once_for_a_picture() -> None:
    assert wall([person("velo velo")] * 5).pictures == (("velo", 5),)


def test_jobs_kept_wait_for_five_people_who_keep_one() -> None:
    group = [*([person(shown="A1203 G1602", kept="A1203")] * 4), person(shown="A1203")]
    assert wall(group).shown == (("A1203", 5), ("G1602", 4))
    assert wall(group).kept is None


def test_afterwards_only_what_many_have_in_common_is_left() -> None:
    group = [*([person("velo")] * 6), *([person("potager")] * 5), person("scene")]
    assert wall(group).pictures == (("velo", 6), ("potager", 5), ("scene", 1))
    assert afterwards(group).pictures == (("velo", 6), ("potager", 5))


def test_afterwards_a_few_who_chose_otherwise_are_not_told_by_the_others() -> None:
    group = [*([person("velo")] * 10), *([person("scene")] * 2)]
    assert afterwards(group).pictures == ()
