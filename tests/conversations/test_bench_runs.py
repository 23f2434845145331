"""Runs of the bench with the real Rasa: they play, wait, follow their variant, can be ended."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.adapters.sql import migrate
from bot.adapters.sql.bench_runs import (
    CANCELLED,
    DONE,
    FAILED,
    INTERRUPTED,
    RUNNING,
    WAITING,
    BenchRun,
)
from bot.adapters.sql.bench_tables import bench_runs
from bot.adapters.sql.engine import connect
from bot.preparation import prepare_database
from bot.replay.record import StoryRecord
from bot.replay.runs.desk import Author, RunDesk
from bot.replay.runs.engine import Programme, covered, place_for
from bot.replay.runs.programmes import programme_of
from bot.replay.runs.spec import (
    ATTACKS,
    HERE,
    JOB,
    STORIES,
    WALKS,
    WATCH,
    DataChoice,
    FactChange,
    RunSpec,
)
from bot.replay.text import lines_of
from bot.replay.watch.decisions import Signed
from bot.replay.watch.kept import CannotWatch, WatchFolder
from bot.replay.watch.watching import accept_last
from bot.settings import Settings
from bot.training import train_if_needed

TESTER = Author("Zoé", "Mission locale")
NADIA = "declic/nadia"
SECONDS = 240.0


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    var = tmp_path_factory.mktemp("bench")
    made = Settings.from_environment({**os.environ, "DECLIC_VAR": str(var)})
    train_if_needed(made, print)
    engine = connect(made.database_url)
    migrate.upgrade(engine)
    engine.dispose()
    return made


@pytest.fixture
def desk(settings: Settings) -> Iterator[RunDesk]:
    engine = connect(settings.database_url)
    made = RunDesk(engine, settings)
    yield made
    for run in made.runs.all():
        made.cancel(run.run_id)
    assert made.wait(SECONDS)
    engine.dispose()


def launched(desk: RunDesk, spec: RunSpec) -> str:
    return desk.launch(spec, "Essai", "Données de Déclic", TESTER).run_id


def stories(*names: str, data: DataChoice = DataChoice(), model: str | None = None) -> RunSpec:  # noqa: B008
    return RunSpec(STORIES, names, data=data, model=model)


def awaited(desk: RunDesk, run_id: str, holds: Callable[[BenchRun], bool]) -> BenchRun:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        run = desk.runs.find(run_id)
        assert run is not None
        if holds(desk.progress(run)):
            return run
        time.sleep(0.2)
    raise AssertionError(f"{run} {desk.folder(run_id).log.read_text()}")


def ended(desk: RunDesk, run_id: str) -> BenchRun:
    return awaited(desk, run_id, lambda run: not run.is_open)


def processes_of(desk: RunDesk, run_id: str) -> list[int]:
    """The job of a run and all that it started: they share its session."""
    path = os.fsencode(desk.folder(run_id).path)
    running = [int(one.name) for one in Path("/proc").iterdir() if one.name.isdecimal()]
    jobs = [number for number in running if path in _read(number, "cmdline")]
    return [number for number in running if _session(number) in jobs]


def _read(number: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{number}/{name}").read_bytes()
    except OSError:
        return b""


def _session(number: int) -> int | None:
    told = _read(number, "stat").rpartition(b")")[2].split()
    return int(told[3]) if told else None


def are_gone(numbers: list[int]) -> bool:
    """A process that ended and that nobody has asked about yet is gone too."""
    states = [_read(number, "stat").rpartition(b")")[2].split()[:1] for number in numbers]
    return all(state in ([], [b"Z"]) for state in states)


def shown_jobs(record: StoryRecord) -> list[str]:
    """Titles of the job cards of a conversation."""
    return [
        card["title"]
        for turn in record.turns
        for message in turn.messages
        for card in message.get("cards", ())
    ]


def test_runs_play_one_after_the_other_and_a_variant_changes_its_own(
    desk: RunDesk, settings: Settings
) -> None:
    first = launched(desk, stories(NADIA, "declic/aides/est-ce-pour-moi"))
    second = launched(desk, stories("declic/lieux/etranger"))
    awaited(desk, first, lambda run: run.state == RUNNING)
    waiting = desk.runs.find(second)
    assert waiting is not None and waiting.state == WAITING
    run = ended(desk, first)
    assert (run.state, run.total, run.done, run.failed) == (DONE, 2, 2, 0)
    other = ended(desk, second)
    assert other.state == DONE and other.started_at >= run.ended_at  # type: ignore[operator]
    folder = desk.folder(first)
    assert not folder.work.exists() and len(folder.coverage()) >= 6
    nadia = folder.records()[0]
    code = next(card for card in _cards(nadia))
    change = FactChange(JOB, code, "removed", True, False)
    changed = launched(desk, stories(NADIA, data=DataChoice("bundled", (change,))))
    ended(desk, changed)
    again = desk.folder(changed).records()[0]
    assert code in _cards(nadia) and code not in _cards(again)
    assert shown_jobs(again) != shown_jobs(nadia)


def _cards(record: StoryRecord) -> list[str]:
    """ROME codes that the buttons of a conversation name."""
    offered = [payload for turn in record.turns for payload, _ in turn.offered]
    return [p.split('"rome_code": "')[1][:5] for p in offered if '"rome_code": "' in p]


def test_a_run_that_is_cancelled_ends_with_all_its_processes(desk: RunDesk) -> None:
    playing = launched(desk, RunSpec(WALKS, count=200, seed=3))
    waiting = launched(desk, stories(NADIA))
    awaited(desk, playing, lambda run: run.done > 0)
    begun = processes_of(desk, playing)
    assert len(begun) > 1
    desk.cancel(waiting)
    desk.cancel(playing)
    assert ended(desk, playing).state == CANCELLED
    assert ended(desk, waiting).state == CANCELLED
    assert desk.wait(SECONDS)
    assert are_gone(begun)
    run = desk.runs.find(playing)
    assert run is not None and len(desk.folder(playing).records()) == run.done > 0


def test_a_job_that_is_killed_is_told_as_interrupted_with_what_it_had(desk: RunDesk) -> None:
    playing = launched(desk, RunSpec(WALKS, count=200, seed=4))
    awaited(desk, playing, lambda run: run.done > 0)
    begun = processes_of(desk, playing)
    assert len(begun) > 1
    os.kill(_session(begun[0]) or 0, signal.SIGKILL)
    run = ended(desk, playing)
    assert run.state == INTERRUPTED and 0 < run.done < run.total
    assert len(desk.folder(playing).records()) >= run.done
    assert desk.wait(SECONDS)
    assert are_gone(begun)


WEB = """
import sys, time
from bot.adapters.sql.engine import connect
from bot.replay.runs.desk import Author, RunDesk
from bot.replay.runs.spec import RunSpec
from bot.settings import Settings
settings = Settings.from_environment()
desk = RunDesk(connect(settings.database_url), settings)
spec = RunSpec("walks", count=200, seed=5)
print(desk.launch(spec, "x", "y", Author("a", "b")).run_id, flush=True)
time.sleep(600)
"""


def test_when_the_web_process_is_killed_its_run_ends_and_the_next_one_tells(desk: RunDesk) -> None:
    web = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", WEB],
        env={**os.environ, "DECLIC_VAR": str(desk.settings.var)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert web.stdout is not None
    playing = web.stdout.readline().strip()
    awaited(desk, playing, lambda run: run.done > 0)
    begun = processes_of(desk, playing)
    web.kill()
    web.wait()
    until = time.monotonic() + SECONDS
    while not are_gone(begun):
        assert time.monotonic() < until, "a process of the run outlived the web process"
        time.sleep(0.2)
    desk.wake()
    run = ended(desk, playing)
    assert run.state == INTERRUPTED and len(desk.folder(playing).records()) > 0


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        pytest.param(stories("declic/gone"), "ne sont plus là", id="a story that is gone"),
        pytest.param(stories(), "rien à jouer", id="no story"),
        pytest.param(stories(NADIA, model="x.tar.gz"), "Choisissez", id="a model that is gone"),
        pytest.param(
            stories(NADIA, data=DataChoice("bundled", (FactChange(JOB, "Z1", "removed", True),))),
            "n’est pas un métier",
            id="a variant that does not fit",
        ),
    ],
)
def test_a_run_that_cannot_be_played_says_why(desk: RunDesk, spec: RunSpec, said: str) -> None:
    run = ended(desk, launched(desk, spec))
    assert run.state == FAILED and said in run.said


def test_old_runs_are_swept_away_but_for_those_that_are_pinned(
    desk: RunDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.sql.bench_runs.KEPT_RUNS", 1)
    with desk.engine.begin() as connection:
        connection.execute(sa.delete(bench_runs))
    first, second = (launched(desk, stories()) for _ in range(2))
    desk.runs.pin(first)
    third = launched(desk, stories())
    ended(desk, third)
    assert desk.wait(SECONDS)
    left = {run.run_id for run in desk.runs.all()}
    assert left == {first, third} and not desk.folder(second).path.exists()
    assert desk.folder(first).path.exists()


def test_hostile_messages_are_survived_and_what_is_reached_is_counted(settings: Settings) -> None:
    wanted = {"Ordres du robot tapés", "Danger au milieu du bruit", "Boutons", "Textes énormes"}
    whole = programme_of(RunSpec(ATTACKS), settings)
    chosen = [one for one in whole.attacks if one.family in wanted and one.point == "licence"]
    programme = Programme(attacks=chosen)
    with place_for(programme, settings, jobs=1) as place:
        played = list(programme.played_in(place))
        parts = {part.title: part for part in covered(place, [one.record for one in played])}
    assert len(played) == len(wanted)
    assert [line for one in played for line in lines_of(one.record) if "attendu" in line] == []
    refused = [turn for one in played for turn in one.record.turns if turn.refusal]
    assert len(refused) >= 3
    assert "licence" in parts["Questions"].reached and parts["Métiers"].reached == ()


def test_a_watch_makes_the_baseline_and_one_that_is_cut_leaves_it(
    desk: RunDesk, settings: Settings
) -> None:
    prepare_database(settings)
    folder, spec = WatchFolder.of(settings), RunSpec(WATCH, data=DataChoice(HERE))
    first = launched(desk, spec)
    run = ended(desk, first)
    assert (run.state, run.done, run.failed) == (DONE, run.total, 0), run.said
    report, last = desk.folder(first).watch(), folder.last()
    assert report is not None and report.since is None and report.count == run.total > 5
    assert last is not None and last.run_id == first and folder.stamp() == report.against
    second = launched(desk, spec)
    awaited(desk, second, lambda one: one.done > 0)
    desk.cancel(second)
    assert ended(desk, second).state == CANCELLED and desk.folder(second).watch() is None
    kept = folder.last()
    assert kept is not None and kept.run_id == first
    at = datetime.datetime(2026, 11, 28, 1, 0)
    with pytest.raises(CannotWatch, match="Une autre surveillance"):
        accept_last(settings, Signed("Zoé", "Mission locale", "Relu.", at), second)
