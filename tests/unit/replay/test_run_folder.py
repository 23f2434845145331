"""What a run had played can be read however it ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.replay.coverage import Part
from bot.replay.record import StoryRecord, TurnRecord
from bot.replay.runs.engine import STORY, WALK, Played
from bot.replay.runs.folder import DONE, Progress, RunFolder
from bot.replay.runs.spec import DataChoice, FactChange, RunSpec

SPEC = RunSpec(
    "stories",
    ("declic/nadia",),
    data=DataChoice("here", (FactChange("job", "K1304", "removed", True, False),)),
    model="declic-x.tar.gz",
)


def played(name: str, kind: str = STORY) -> Played:
    turn = TurnRecord(said="é" * 2_000, messages=[{"type": "text", "text": name}])
    record = StoryRecord(name, name, "a", "p", "2026-11-27", 0, "", [turn])
    return Played(kind, record, "étapes" if kind == WALK else None)


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    made = RunFolder(tmp_path / "run")
    made.begin(SPEC)
    return made


def test_a_run_is_kept_as_it_was_asked(folder: RunFolder) -> None:
    assert folder.spec() == SPEC
    assert folder.progress() == Progress() and folder.played() == [] and folder.coverage() == ()
    told = Progress(DONE, 3, 3, 1, 2.5, "")
    folder.tell(told)
    part = Part("Questions", "posées", ("a",), ("b",))
    folder.keep_coverage([part])
    assert folder.progress() == told and folder.coverage() == (part,)


def test_what_was_played_comes_back_in_order(folder: RunFolder) -> None:
    wanted = [played("a"), played("b", WALK), played("c")]
    for one in wanted:
        folder.add(one)
    assert folder.played() == wanted
    assert [one.name for one in folder.stories()] == ["a", "c"]


@pytest.mark.parametrize("lost", [1, 8, 30, 60])
def test_a_conversation_that_was_half_written_is_left_out(folder: RunFolder, lost: int) -> None:
    folder.add(played("a"))
    folder.add(played("b"))
    path = folder.path / "records.jsonl.gz"
    path.write_bytes(path.read_bytes()[:-lost])
    found = [one.name for one in folder.records()]
    assert found[0] == "a" and len(found) <= 2
    assert found == ["a"] or lost <= 8


def test_only_one_process_plays_a_run(folder: RunFolder) -> None:
    assert not folder.is_held()
    with folder.held():
        assert folder.is_held()
        with pytest.raises(BlockingIOError), folder.held():
            pass
    assert not folder.is_held() and not RunFolder(folder.path / "none").is_held()
