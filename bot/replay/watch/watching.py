"""Plays the golden stories on what the installation uses, compares them with the baseline, and
moves the baseline when somebody decides so: the engine of the command and of the bench alike."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot import wiring
from bot.adapters.sql.answer_cache import utc_now
from bot.replay.moves import Comparison, compare_runs
from bot.replay.reading import read_stories
from bot.replay.record import StoryRecord
from bot.replay.shelf import Kept, Shelf
from bot.replay.story import Story
from bot.replay.watch import decisions
from bot.replay.watch.decisions import Decision, Signed
from bot.replay.watch.kept import CannotWatch, Golden, WatchFolder
from bot.replay.watch.report import Report, report_of
from bot.replay.watch.state import State, state_of
from bot.settings import Settings

Play = Callable[[Sequence[Story]], Sequence[StoryRecord]]


@dataclass(frozen=True)
class Watched:
    """before: the baseline; None: there was none, and `now` became it."""

    before: Golden | None
    now: Golden
    comparison: Comparison

    @property
    def is_changed(self) -> bool:
        return bool(self.comparison.changed)

    @property
    def report(self) -> Report:
        return report_of(self.before, self.now, self.comparison)


def golden_stories(settings: Settings) -> tuple[Kept, ...]:
    """The stories of the shelf that are landmarks. Raises CannotWatch."""
    found = tuple(kept for kept in Shelf.of(settings).all() if kept.is_golden)
    if not found:
        raise CannotWatch("Aucune histoire repère. Écrivez « repère: oui » en tête d’une histoire.")
    return found


def current_state(settings: Settings, golden: Sequence[Kept]) -> State:
    """What the installation rests on now."""
    texts = [kept.path.read_text(encoding="utf-8") for kept in golden]
    offers = wiring.offers_of(settings).current().by_id.values()
    return state_of(settings, wiring.load_catalogue(settings), offers, texts)


def watch(settings: Settings, play: Play, today: datetime.date, run_id: str = "") -> Watched:
    """play: plays stories over the data of the installation. The first watch makes the baseline.
    run_id: of the run of the bench that watches; "": a command does.

    Raises CannotWatch, and what `play` raises.
    """
    golden = golden_stories(settings)
    stories, problems = read_stories(kept.path for kept in golden)
    if problems:
        raise CannotWatch("\n".join(map(str, problems)))
    state = current_state(settings, golden)
    records = tuple(play(stories))
    return _beside_baseline(WatchFolder.of(settings), Golden(today, state, records, run_id))


def _beside_baseline(folder: WatchFolder, now: Golden) -> Watched:
    """Compared with what the baseline is once everything was played."""
    with folder.alone():
        before = folder.baseline()
        if before is None:
            at = utc_now()
            folder.accept(now, at)
            decisions.note(folder, Decision(at, decisions.FIRST, "", "", "", now.run_id, now.day))
        now = replace(now, against=folder.stamp())
        folder.keep_last(now)
    return Watched(
        before, now, compare_runs(before.records if before else now.records, now.records)
    )


def accept_last(settings: Settings, signed: Signed, run_id: str | None = None) -> Golden:
    """Moves the baseline to what the last watch showed. run_id: the watch that was read; None: the
    last one, whoever launched it.

    Raises CannotWatch: there is none, another one came after, or what it rested on or was compared
    with has changed since.
    """
    folder = WatchFolder.of(settings)
    with folder.alone():
        last = _readable(folder, settings, run_id)
        before = folder.baseline()
        former = folder.accept(last, signed.at)
        day = before.day if before else None
        _note(folder, decisions.ACCEPTED, signed, last, former, day)
    return last


def keep_baseline(settings: Settings, signed: Signed, run_id: str, day: datetime.date) -> None:
    """A watch was read, and the baseline stays. day: when it was played."""
    folder = WatchFolder.of(settings)
    with folder.alone():
        decision = Decision(
            signed.at, decisions.KEPT, signed.author, signed.organisation, signed.why, run_id, day
        )
        decisions.note(folder, decision)


def restore(settings: Settings, signed: Signed, name: str) -> Golden:
    """A former baseline is the baseline again. Raises CannotWatch: it is gone."""
    folder = WatchFolder.of(settings)
    with folder.alone():
        before = folder.baseline()
        golden, former = folder.restore(name, signed.at)
        day = before.day if before else None
        _note(folder, decisions.RESTORED, signed, golden, former, day)
    return golden


def _readable(folder: WatchFolder, settings: Settings, run_id: str | None) -> Golden:
    """The last watch, when somebody can have read what accepting it means. Raises CannotWatch."""
    last = folder.last()
    if last is None:
        raise CannotWatch("Rien à accepter : lancez d’abord la surveillance, et lisez-la.")
    if run_id not in (None, last.run_id):
        raise CannotWatch("Une autre surveillance a été jouée depuis. Lisez-la, puis décidez.")
    if last.against != folder.stamp():
        raise CannotWatch(
            "La référence a changé depuis cette surveillance. Relancez-la, lisez, puis décidez."
        )
    if last.state != current_state(settings, golden_stories(settings)):
        raise CannotWatch(
            "Données, aides, modèle, code ou histoires ont changé depuis cette surveillance. "
            "Relancez-la, lisez ce qu’elle dit, puis acceptez."
        )
    return last


def _note(
    folder: WatchFolder,
    act: str,
    signed: Signed,
    golden: Golden,
    former: str,
    former_day: datetime.date | None,
) -> None:
    decision = Decision(
        signed.at, act, signed.author, signed.organisation, signed.why,
        golden.run_id, golden.day, former, former_day,
    )  # fmt: skip
    decisions.note(folder, decision)
