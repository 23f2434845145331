"""A fact is broken on purpose: the step, the factor and the fact are named, with the real Rasa."""

from __future__ import annotations

import pytest

from bot.replay.library import BUNDLED as STORIES
from bot.replay.move import JOB_OUT, KEPT
from bot.replay.move_words import in_words
from bot.replay.moves import Comparison, compare_runs
from bot.replay.reading import read_stories
from bot.replay.record import StoryRecord
from bot.replay.runs.engine import Programme, place_for
from bot.replay.runs.spec import BUNDLED, DEMAND, DataChoice, FactChange
from bot.settings import Settings
from bot.training import train_if_needed

FAMILY, BASIN = "T1X60", "8414"
"""Home helpers around Bourgoin-Jallieu."""


def played(data: DataChoice) -> list[StoryRecord]:
    stories, problems = read_stories([STORIES / "nadia.yml", STORIES / "thierry.yml"])
    assert problems == []
    programme, settings = Programme(stories), Settings.from_environment()
    with place_for(programme, settings, 2, data) as place:
        return [one.record for one in programme.played_in(place)]


@pytest.fixture(scope="module")
def found() -> Comparison:
    train_if_needed(Settings.from_environment(), print)
    broken = FactChange(DEMAND, f"{FAMILY}/{BASIN}", "projects", 0)
    return compare_runs(played(DataChoice()), played(DataChoice(BUNDLED, (broken,))))


def test_what_is_kept_of_a_list_is_what_its_cards_show(found: Comparison) -> None:
    turns = [turn for story in found.stories if story.after for turn in story.after.turns]
    lists = [turn for turn in turns if turn.ranked]
    assert lists
    for turn in lists:
        cards = [card for message in turn.messages for card in message.get("cards", ())]
        assert turn.ranked and turn.ranked.shown == tuple(card["rome_code"] for card in cards)
        for card in cards:
            job = turn.ranked.job(card["rome_code"])
            assert job and job.basin and job.basin.name == card["hiring"]["basin"]
            assert job.projects.get(job.basin.name) == card["hiring"]["projects"]


def test_the_step_the_factor_and_the_fact_are_named_for_who_is_concerned(
    found: Comparison,
) -> None:
    nadia, thierry = found.stories
    assert thierry.name == "thierry" and not thierry.of_kind(JOB_OUT)
    left = [move for move in nadia.of_kind(JOB_OUT) if move.factor == "hiring"]
    assert left and left[0].code == "K1304"
    assert "les embauches prévues autour de Nord-Est Isère, de 174 à 0." in left[0].why
    (step,) = [step for step in nadia.steps if left[0] in step.moves]
    assert nadia.after and nadia.after.turns[step.after or 0].ranked
    assert any(line.startswith(f"Pour Nadia, à l’étape {step.number},") for line in in_words(found))


def test_what_nadia_said_is_kept_the_same(found: Comparison) -> None:
    said = {move.code for move in found.stories[0].of_kind(KEPT)}
    assert not said & {"licence", "commune", "max_minutes", "past_jobs"}
