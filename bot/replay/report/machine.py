"""The same run for programs: JUnit XML for a build server, JSON for anything else."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from bot.replay.record import Difference, StoryRecord
from bot.replay.report.run import Run
from bot.replay.text import lines_of


def as_junit(run: Run) -> str:
    """One case a conversation; all its differences are the text of its failure."""
    suite = Element("testsuite", name="declic replay", time=f"{run.seconds:.3f}")
    suite.set("tests", str(len(run.all)))
    suite.set("failures", str(len(run.failed)))
    for record in run.all:
        _case(suite, record)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suite, encoding="unicode") + "\n"


def _case(suite: Element, record: StoryRecord) -> None:
    case = SubElement(suite, "testcase", name=_clean(record.title), classname=record.path)
    case.set("time", f"{record.seconds:.3f}")
    if not record.has_passed:
        first = record.differences[0]
        failure = SubElement(case, "failure", message=_clean(f"attendu : {first.expected}"))
        failure.text = _clean("\n".join(lines_of(record)))


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(sign for sign in text if sign in "\n\t" or ord(sign) >= 32)


def as_json(run: Run) -> str:
    """Everything, turn by turn."""
    told = {
        "day": run.day.isoformat(),
        "seconds": round(run.seconds, 3),
        "stories": [_story(record) for record in run.records],
        "walks": [_story(record) for record in run.walks],
        "attacks": [_story(record) for record in run.attacks],
        "coverage": [asdict(part) for part in run.parts],
        "unused_transcripts": [str(path) for path in run.unused],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, default=str)


def _story(record: StoryRecord) -> dict[str, Any]:
    differences = [_difference(found) for found in record.differences]
    return {**asdict(record), "has_passed": record.has_passed, "differences": differences}


def _difference(found: Difference) -> dict[str, Any]:
    place = {"path": str(found.place.path), "line": found.place.line} if found.place else None
    return {"place": place, "expected": found.expected, "received": found.received}
