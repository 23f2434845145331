"""What a replay found goes through JSON and comes back the same, with the fields of today."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.replay.json_values import as_plain, made
from bot.replay.record import Difference, Spoke, StoryRecord, Trace, TurnRecord
from bot.replay.record_json import from_json, to_json
from bot.replay.story import ADVISOR, Place


def record() -> StoryRecord:
    spoke = Spoke("validate", "RulePolicy", "la question en cours", ("utter_greet",))
    turn = TurnRecord(
        speaker=ADVISOR,
        said="oui",
        messages=[{"type": "text", "text": "Bonjour", "buttons": [{"title": "A", "choice": "x"}]}],
        kept={"licence": None, "past_jobs": [{"said": "caissière"}]},
        trace=Trace("licence", "answer", 0.5, (("value", "yes"),), "/answer", (spoke,)),
        offered=(("/answer", "Oui"),),
        refusal="Trop long.",
        faults=["panne"],
        differences=[Difference(Place(Path("a/b.yml"), 3), "ceci", "cela")],
        question_after="vehicle",
        checks=2,
        seconds=0.25,
    )
    whole = [Difference(None, "tout", "rien")]
    return StoryRecord("a", "Titre", "moi", "a/b.yml", "2026-11-27", 1, "", [turn], whole, 1.5)


def test_a_record_comes_back_as_it_was() -> None:
    told = json.loads(json.dumps(to_json(record())))
    assert from_json(told) == record()


def test_a_record_of_an_older_version_takes_defaults_and_one_of_a_newer_is_read() -> None:
    told = to_json(record())
    del told["turns"][0]["checks"]
    told["turns"][0]["of_tomorrow"] = 3
    assert from_json(told).turns[0].checks == 0


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param({"turns": {}}, "liste", id="turns that are no list"),
        pytest.param({"seed": "1"}, "int", id="a seed that is a text"),
        pytest.param({"turns": [3]}, "objet", id="a turn that is a number"),
    ],
)
def test_what_is_no_record_is_refused(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        from_json({**to_json(record()), **change})
    with pytest.raises(ValueError, match="title"):
        from_json({"name": "a"})


@dataclass(frozen=True)
class Inner:
    day: datetime.date
    marks: frozenset[str]


@dataclass(frozen=True)
class Outer:
    inner: Inner | None
    pairs: tuple[tuple[str, int], ...]
    by_name: Mapping[str, Inner]
    several: Sequence[float]


def test_every_kind_of_field_comes_back() -> None:
    inner = Inner(datetime.date(2026, 11, 27), frozenset("ba"))
    outer = Outer(inner, (("x", 1),), {"y": inner}, [1.0, 2.5])
    assert made(Outer, json.loads(json.dumps(as_plain(outer)))) == outer
    assert made(Outer, as_plain(Outer(None, (), {}, []))) == Outer(None, (), {}, [])
