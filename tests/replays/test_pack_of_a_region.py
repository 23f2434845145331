"""The pack of Bretagne, made on one installation and imported on another: the same stories pass on
both, with the real Rasa, and none of them on an installation without it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.adapters.pack_folders import pack_story_folders
from bot.replay.reading import read_stories
from bot.replay.record import StoryRecord
from bot.replay.runs.engine import Programme, place_for
from bot.replay.runs.spec import HERE, DataChoice
from bot.replay.text import as_text
from bot.replay.transcript import Transcript
from bot.settings import ROOT, Settings
from bot.training import train_if_needed

PACK = ROOT / "data" / "packs" / "bretagne"
ON_BOTH = ("bzh-huitres-quiberon", "bzh-le-faouet", "bzh-sans-source-cachee")
DECLIC = "from bot.cli import main; main()"
FINGERPRINT = re.compile(r"(?:[0-9a-f]{4} ){7}[0-9a-f]{4}")


def settings_of(var: Path) -> Settings:
    return Settings.from_environment({"DECLIC_VAR": str(var)})


def declic(var: Path, *arguments: str) -> str:
    """What a command says on the installation whose local state is `var`."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("DECLIC_")}
    done = subprocess.run(
        [sys.executable, "-c", DECLIC, *arguments],
        env={**others, "DECLIC_VAR": str(var)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installations(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Local state of the one that made the pack, and of one that imported the archive."""
    maker, other = (tmp_path_factory.mktemp(name) for name in ("maker", "other"))
    archive, key = maker / "bretagne.declic", maker / "maker.key"
    train_if_needed(settings_of(maker), print)
    shown = declic(maker, "pack", "key", "--to", str(key))
    declic(maker, "pack", "make", str(PACK), "--to", str(archive))
    fingerprint = FINGERPRINT.search(shown)
    assert fingerprint
    for var in (maker, other):
        declic(var, "data", "fill")
        declic(var, "pack", "import", str(archive), "--accept", fingerprint.group(), "--yes")
    return maker, other


def play(var: Path, names: tuple[str, ...] = ()) -> dict[str, StoryRecord]:
    """The stories of the installed pack, or those of some names, as they were played."""
    settings = settings_of(var)
    stories, problems = read_stories([pack_story_folders(settings)["bretagne"]])
    assert problems == []
    chosen = Programme([story for story in stories if not names or story.name in names])
    with place_for(chosen, settings, 2, DataChoice(HERE)) as place:
        return {one.record.name: one.record for one in chosen.played_in(place)}


@pytest.fixture(scope="module")
def imported(installations: tuple[Path, Path]) -> dict[str, StoryRecord]:
    return play(installations[1])


def test_every_story_of_the_pack_passes_where_it_was_imported(
    imported: dict[str, StoryRecord],
) -> None:
    told = list(imported.values())
    assert len(told) >= 12 and all(record.has_passed for record in told), as_text(told)


def test_the_same_stories_are_the_same_where_the_pack_was_made(
    installations: tuple[Path, Path], imported: dict[str, StoryRecord]
) -> None:
    made = play(installations[0], ON_BOTH)
    assert set(made) == set(ON_BOTH)
    for name, record in made.items():
        assert record.has_passed, as_text([record])
        assert Transcript.of(record) == Transcript.of(imported[name])


def test_no_word_of_another_region_is_said_to_people_of_bretagne(
    imported: dict[str, StoryRecord],
) -> None:
    """Once they live there: the others are told what is known, or come from Lyon."""
    elsewhere = re.compile(r"Auvergne|Rhône|Lyon|Grenoble|Savoie|Bourgoin|\bTCL\b|illico", re.I)
    from_elsewhere = {"bzh-de-lyon-a-brest", "bzh-nantes-puis-redon"}
    found = [
        (name, str(turn.messages)[:300])
        for name, record in imported.items()
        if name not in from_elsewhere
        for turn in record.turns
        if elsewhere.search(str(turn.messages))
    ]
    assert found == []
