"""Jobs of the regions, déclics and phrases that no conversation reached are told."""

from __future__ import annotations

from bot.adapters import catalogue_files
from bot.replay.coverage_facts import declics, jobs_of_regions, phrases
from bot.replay.ranked import BasinSeen, Ranked
from bot.replay.record import StoryRecord, TurnRecord
from bot.settings import ROOT

CATALOGUE = catalogue_files.read(ROOT / "data" / "catalogue")
JOB = next(job for job in CATALOGUE.jobs if job.rome_code == "K1304")


def told(title: str, *turns: TurnRecord) -> StoryRecord:
    return StoryRecord(title, title, "a", "p", "2026-11-27", 0, "", list(turns))


def jobs(*shown: str, declic: tuple[str, ...] = ()) -> TurnRecord:
    basin = BasinSeen("8401", "Bourg-en-Bresse", 1.0, 10, "car")
    ranked = Ranked(shown, declic, "", "", "", {}, {}, {}, {}, (basin,), {}, 30)
    return TurnRecord(said="x", ranked=ranked)


def test_jobs_of_the_region_that_were_never_shown_are_told() -> None:
    possible, found = jobs_of_regions([told("a", jobs(JOB.rome_code))], CATALOGUE)
    name = f"{JOB.label_feminine} (K1304)"
    assert found == [name] and name in possible and len(possible) > 300


def test_without_a_job_on_screen_no_region_is_known() -> None:
    assert jobs_of_regions([told("a", TurnRecord())], CATALOGUE) == ([], [])


def test_conversations_without_a_declic_are_told() -> None:
    records = [
        told("avec", jobs("K1304", declic=("K1304",))),
        told("sans", jobs("K1304")),
        told("rien", TurnRecord()),
    ]
    assert declics(records) == (["avec", "sans"], ["avec"])


def test_a_phrase_is_reached_whatever_its_facts() -> None:
    message = {"type": "text", "text": "rien", "buttons": []}
    before, none = phrases([told("a", TurnRecord(messages=[message]))])
    assert len(before) > 200 and none == []
    words = next(name for name in before if name.startswith("title.menu.go_back "))
    message = {"type": "text", "text": words.partition("« ")[2].removesuffix(" »"), "buttons": []}
    _, found = phrases([told("a", TurnRecord(messages=[message]))])
    assert words in found
