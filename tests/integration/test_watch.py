"""The watch keeps a baseline, says what the bot rests on and what moved, and moves when told to."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot import wiring
from bot.preparation import prepare_database
from bot.replay.record import StoryRecord
from bot.replay.story import Story
from bot.replay.watch.decisions import ACCEPTED, FIRST, KEPT, RESTORED, Signed, decisions
from bot.replay.watch.kept import MOST_FORMER, CannotWatch, WatchFolder
from bot.replay.watch.news import News
from bot.replay.watch.state import State, state_in_words
from bot.replay.watch.watching import accept_last, keep_baseline, restore, watch
from bot.settings import ROOT, Settings
from bot.watch_hint import watch_hint
from tests.unit.small_records import WELCOME, record, said

DAY = datetime.date(2026, 11, 27)
STATE = State({"BMO": "2025", "ROME": "4.0"}, "d", "o", "s", "m", "c", "0.9")
AT, LATER = (datetime.datetime(2026, 11, 27, hour, 0) for hour in (10, 11))
STORY = "histoire: Ici\nauteur: test\ndate: 2026-11-27\nrepère: oui\nétapes:\n  - Candidat: oui\n"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An installation with bundled data and a golden story of its own."""
    var = tmp_path_factory.mktemp("var")
    made = Settings.from_environment({"DECLIC_VAR": str(var)})
    prepare_database(made)
    return made


@pytest.fixture
def fresh(settings: Settings) -> Settings:
    """The same without a baseline."""
    shutil.rmtree(WatchFolder.of(settings).path, ignore_errors=True)
    return settings


def signed(why: str = "Relu.", at: datetime.datetime = AT) -> Signed:
    return Signed("Noa", "Test", why, at)


def playing(answer: str = "Bien."):  # type: ignore[no-untyped-def]
    def play(stories: Sequence[Story]) -> list[StoryRecord]:
        return [record([WELCOME, said("oui", answer)], story.name) for story in stories]

    return play


def test_the_first_watch_makes_the_baseline_and_the_next_one_says_nothing_moved(
    fresh: Settings,
) -> None:
    assert watch_hint(fresh) is None
    first = watch(fresh, playing(), DAY)
    assert not first.is_changed and first.report.lines[0].startswith(
        "Il n’y avait pas de référence"
    )
    assert watch_hint(fresh) == "Ce que cela change pour les personnes : declic watch"
    again = watch(fresh, playing(), DAY)
    assert not again.is_changed
    assert again.report.lines == [
        "Depuis la référence du 27 novembre 2026 :",
        "Données, aides, modèle et code sont ceux de la référence.",
        "Rien n’a changé pour les personnes de ces histoires.",
    ]


def test_what_moved_stays_told_until_it_is_accepted(fresh: Settings) -> None:
    watch(fresh, playing(), DAY)
    for _ in range(2):
        moved = watch(fresh, playing("Bravo !"), DAY)
        assert moved.is_changed and moved.report.lines[-1].endswith("2 textes changent aussi.")
    accept_last(fresh, signed())
    assert not watch(fresh, playing("Bravo !"), DAY).is_changed


def test_who_decided_when_and_why_is_kept_and_a_former_baseline_comes_back(
    fresh: Settings,
) -> None:
    folder = WatchFolder.of(fresh)
    watch(fresh, playing(), DAY, "first")
    watch(fresh, playing("Bravo !"), DAY, "second")
    keep_baseline(fresh, signed("À relire."), "second", DAY)
    accept_last(fresh, signed("Voulu."), "second")
    (former,) = folder.formers()
    restore(fresh, signed("Trop tôt.", LATER), former)
    told = decisions(folder)
    assert [(one.act, one.why, one.run_id) for one in told] == [
        (RESTORED, "Trop tôt.", "first"),
        (ACCEPTED, "Voulu.", "second"),
        (KEPT, "À relire.", "second"),
        (FIRST, "", "first"),
    ]
    assert {(one.author, one.organisation) for one in told[:3]} == {("Noa", "Test")}
    assert [one.at for one in told[:3]] == [LATER, AT, AT]
    assert told[1].former == former and folder.formers() == [told[0].former]
    assert not watch(fresh, playing(), DAY).is_changed


def test_only_the_newest_former_baselines_stay(fresh: Settings) -> None:
    folder = WatchFolder.of(fresh)
    golden = watch(fresh, playing(), DAY).now
    names = []
    for number in range(MOST_FORMER + 2):
        day = DAY + datetime.timedelta(days=number)
        names.append(folder.accept(replace(golden, day=day), AT + datetime.timedelta(days=number)))
    assert folder.formers() == names[:1:-1]
    back, aside = folder.restore(names[2], LATER + datetime.timedelta(days=30))
    assert back.day == DAY + datetime.timedelta(days=1)
    assert folder.formers() == [aside, *names[:2:-1]]


@pytest.mark.parametrize("name", ["former-1", "baseline", "../../declic", "former-" + "0" * 20])
def test_no_name_leads_to_another_file_than_a_former_baseline(fresh: Settings, name: str) -> None:
    watch(fresh, playing(), DAY)
    with pytest.raises(CannotWatch, match="n’est plus gardée"):
        restore(fresh, signed(), name)
    assert [one.act for one in decisions(WatchFolder.of(fresh))] == [FIRST]


def test_what_was_read_is_what_is_accepted(fresh: Settings) -> None:
    watch(fresh, playing(), DAY)
    watch(fresh, playing("Bravo !"), DAY, "read")
    watch(fresh, playing("Super !"), DAY, "later")
    with pytest.raises(CannotWatch, match="Une autre surveillance"):
        accept_last(fresh, signed(), "read")
    accept_last(fresh, signed(), "later")
    with pytest.raises(CannotWatch, match="La référence a changé"):
        accept_last(fresh, signed(), "later")


def test_nothing_is_accepted_that_nobody_could_read(
    fresh: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "catalogue", lambda: wiring.load_catalogue(fresh))
    assert News(fresh).lines() == []
    with pytest.raises(CannotWatch, match="lancez d’abord la surveillance"):
        accept_last(fresh, signed())
    watch(fresh, playing(), DAY)
    assert News(fresh).lines() == []
    own = fresh.stories / "ici.yml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(STORY, encoding="utf-8")
    try:
        with pytest.raises(CannotWatch, match="ont changé depuis"):
            accept_last(fresh, signed())
        assert News(fresh).lines() == ["Histoires repères : elles ont changé."]
    finally:
        own.unlink()


def test_a_baseline_that_cannot_be_read_is_told_with_what_to_do(fresh: Settings) -> None:
    watch(fresh, playing(), DAY)
    path: Path = WatchFolder.of(fresh).path / "baseline.json.gz"
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(CannotWatch, match="Effacez ce fichier"):
        watch(fresh, playing(), DAY)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        pytest.param(
            {"editions": {"BMO": "2026", "ROME": "4.0"}, "data": "x"},
            "Données : BMO 2025 → 2026.",
            id="an edition",
        ),
        pytest.param({"data": "x"}, "Données : mêmes éditions, mais des faits ont changé.",
                     id="a fact"),
        pytest.param({"offers": "x"}, "Aides : elles ont changé.", id="offers"),
        pytest.param({"model": "n"}, "Modèle : il a changé (m → n).", id="model"),
        pytest.param({"code": "x", "version": "1.0"}, "Code de Déclic : il a changé (0.9 → 1.0).",
                     id="version"),
        pytest.param({"code": "x"}, "Code de Déclic : il a changé.", id="code"),
    ],
)  # fmt: skip
def test_what_the_bot_rests_on_is_told_apart(changes: dict[str, object], line: str) -> None:
    assert state_in_words(STATE, replace(STATE, **changes)) == [line]  # type: ignore[arg-type]


def test_the_same_data_have_the_same_mark_in_every_process() -> None:
    """Sets have another order in each; seen once as data that had changed."""
    code = (
        "from pathlib import Path\n"
        "from bot.adapters import catalogue_files, offer_files\n"
        "from bot.replay.watch.state import state_of\n"
        "from bot.settings import ROOT, Settings\n"
        "facts, offers = (Path('data', name) for name in ('catalogue', 'offers'))\n"
        "print(state_of(Settings.from_environment(), catalogue_files.read(facts), "
        "offer_files.read(offers), []))\n"
    )
    marks = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert marks[0] == marks[1] and "BMO" in marks[0]
