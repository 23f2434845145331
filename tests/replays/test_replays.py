"""The stories of this folder, played with the real Rasa; and a wrong one, which is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.replay.reading import read_stories
from bot.replay.record import StoryRecord
from bot.replay.text import as_text
from bot.replay.workshop import workshop
from bot.settings import Settings
from bot.training import train_if_needed

FOLDER = Path(__file__).parent
WRONG = """
histoire: Une histoire qui se trompe
auteur: test
date: 2026-11-27
étapes:
  - Déclic: ["un robot", "une phrase que personne ne dit"]
  - Candidat: {bouton: Un bouton absent}
  - Candidat: oui
    Boutons: {sans: [Je préfère ne pas répondre]}
    Retenu: {consent: no}
    En base: {web_sessions: 2}
  - Candidat: Aurillac
    Retenu: {commune: "15014"}
"""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, StoryRecord]:
    """Every story by its name, the wrong one among them."""
    wrong = tmp_path_factory.mktemp("stories") / "wrong.yml"
    wrong.write_text(WRONG, encoding="utf-8")
    settings = Settings.from_environment()
    train_if_needed(settings, print)
    stories, problems = read_stories([FOLDER, wrong])
    assert problems == []
    with workshop(settings, jobs=2) as opened:
        return {record.name: record for record in opened.play(stories)}


def test_every_story_goes_as_expected(played: dict[str, StoryRecord]) -> None:
    told = [record for name, record in played.items() if name != "wrong"]
    assert len(told) > 10 and all(record.has_passed for record in told), as_text(told)


def test_all_that_is_wrong_is_told_and_the_story_goes_on(played: dict[str, StoryRecord]) -> None:
    wrong = played["wrong"]
    lines = [found.place.line for found in wrong.differences if found.place]
    assert sorted(lines) == [6, 7, 9, 10, 11]
    assert "pas de bouton « Un bouton absent »" in as_text([wrong])
    assert wrong.turns[-1].kept["commune"] == "15014" and not wrong.turns[-1].differences


def test_what_spoke_is_named_with_what_was_understood(played: dict[str, StoryRecord]) -> None:
    turn = next(t for t in played["detresse"].turns if t.trace.intent == "distress")
    assert turn.trace.question == "past_job"
    rules = {(one.rule, one.action, one.responses) for one in turn.trace.spoke}
    assert (
        "Words of distress lead to humans",
        "action_to_humans",
        ("utter_distress",),
    ) in rules
