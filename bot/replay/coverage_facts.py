"""What the conversations of a run reached of the facts: jobs of their regions, déclics, phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.phrases import PHRASES
from bot.orientation.typography import french
from bot.replay.record import StoryRecord, TurnRecord
from bot.replay.screen import plain

SAID_IN_CHAT = frozenset(
    "aid card circumstance compare condition job kept lever list nearby offer portrait question "
    "reason screen title told understood where".split()
)
"""Topics of phrases that a conversation may say; the others are of pages and sheets."""
LONGEST_TOLD, SHORTEST_FIXED = 90, 4
_HOLE = re.compile(r"\{[^}]*\}")


def jobs_of_regions(
    records: Sequence[StoryRecord], catalogue: Catalogue
) -> tuple[list[str], list[str]]:
    """The jobs that recruit in the regions where the conversations looked for some, by name, and
    those that were shown."""
    ranked = [turn.ranked for record in records for turn in record.turns if turn.ranked]
    basins = {basin.basin_code for one in ranked for basin in one.basins}
    regions = {one.region for one in catalogue.basins if one.basin_code in basins}
    near = {one.basin_code for one in catalogue.basins if one.region in regions}
    hiring = {row.fap_code for row in catalogue.demand if row.basin_code in near}
    told = {
        job.rome_code: f"{job.label_feminine} ({job.rome_code})"
        for job in catalogue.jobs
        if job.fap_code in hiring and (job.summary or job.definition)
    }
    shown = {code for one in ranked for code in one.shown}
    return list(told.values()), [told[code] for code in shown if code in told]


def declics(records: Sequence[StoryRecord]) -> tuple[list[str], list[str]]:
    """The conversations that were shown jobs, and those in which one of them was a déclic."""
    with_jobs = [one for one in records if any(turn.ranked for turn in one.turns)]
    found = [one.title for one in with_jobs if any(map(_has_declic, one.turns))]
    return [one.title for one in with_jobs], found


def _has_declic(turn: TurnRecord) -> bool:
    return bool(turn.ranked and turn.ranked.declics)


def phrases(records: Sequence[StoryRecord]) -> tuple[list[str], list[str]]:
    """The phrases that a conversation may say, and those of which the longest words without a fact
    were read on a screen. One that is hardly more than its facts is left out."""
    read = plain("\n".join(_texts(records)))
    told, found = [], []
    for code, phrase in PHRASES.items():
        ways = {_fixed(phrase.in_style(False)), _fixed(phrase.in_style(True))}
        is_chat = code.partition(".")[0] in SAID_IN_CHAT
        if not is_chat or min(map(len, ways)) < SHORTEST_FIXED:
            continue
        name = f"{code} « {phrase.in_style(False)[:LONGEST_TOLD]} »"
        told.append(name)
        if any(way in read for way in ways):
            found.append(name)
    return told, found


def _fixed(text: str) -> str:
    """The longest part of a phrase that no fact changes."""
    return plain(french(max(_HOLE.split(text), key=len).strip()))


def _texts(records: Sequence[StoryRecord]) -> Iterator[str]:
    """Every different text that was on a screen."""
    seen: set[str] = set()
    for record in records:
        for turn in record.turns:
            for text in _strings(turn.messages):
                if text not in seen:
                    seen.add(text)
                    yield text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _strings(one)
