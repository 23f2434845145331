"""What a trial leads to: ideas by their dots, weighed against each other, and what was decided."""

from __future__ import annotations

from typing import Any

from bot.orientation.dates import day
from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.services.trial_records import LEVELS, Gathered, Idea


def priorities(found: Gathered) -> dict[str, Any]:
    """The ideas with most dots first, a table of worth and effort, and the decisions."""
    ideas = sorted(found.ideas, key=lambda one: (-one.dots, one.idea_id))
    left = [one.title for one in ideas if one.worth is None or one.effort is None]
    return {
        "ideas": [_idea(found, one) for one in ideas],
        "no_idea": _words("report.no_idea"),
        "matrix": _matrix(ideas),
        "matrix_title": _words("report.matrix.title"),
        "levels": [_level(one) for one in LEVELS],
        "not_weighed": _words("report.not_weighed", names=" ; ".join(left)) if left else None,
        "decisions": [_decision(one) for one in ideas if one.decision],
        "no_decision": _words("report.no_decision"),
    }


def _matrix(ideas: list[Idea]) -> list[dict[str, Any]]:
    """Rows from the most useful down; in each, a cell for each effort, the least first."""
    return [
        {
            "worth": _level(worth),
            "cells": [
                [one.title for one in ideas if (one.worth, one.effort) == (worth, effort)]
                for effort in LEVELS
            ],
        }
        for worth in reversed(LEVELS)
    ]


def _idea(found: Gathered, one: Idea) -> dict[str, Any]:
    names = {who.participant_id: who.number for who in found.participants}
    said = {
        names[given.participant_id] for given in found.inputs if given.input_id in one.input_ids
    }
    return {
        "title": one.title,
        "dots": one.dots,
        "worth": _level(one.worth) if one.worth else None,
        "effort": _level(one.effort) if one.effort else None,
        "from": ", ".join(f"P{number}" for number in sorted(said)),
    }


def _decision(one: Idea) -> dict[str, Any]:
    due = day(one.due) if one.due else None
    return {"idea": one.title, "decision": one.decision, "who": one.who, "due": due}


def _level(level: int) -> str:
    return _words(f"report.level.{level}")


def _words(code: str, **facts: object) -> str:
    return french(say(f"trial.{code}", False, **facts))
