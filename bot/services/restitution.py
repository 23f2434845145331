"""The restitution of a trial: its figures, words and decisions, as one content for page and paper.

Participants are numbers, never names. Whatever was said is in it, and each participant has a line,
also who said nothing. Small numbers are told: those who are counted have agreed to take part. What
is not known (a conversation that was erased) is None, never zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from statistics import fmean
from typing import Any

from bot.orientation.dates import day
from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.services.restitution_ideas import priorities
from bot.services.trial_records import (
    ANSWER,
    DONE,
    NOTHING,
    OUTCOMES,
    QUADRANTS,
    REACTIONS,
    SHEET_PARTS,
    UNHEARD,
    Gathered,
    Input,
    Participant,
    TaskDone,
)
from bot.services.trial_steps import NOTHING_TO_ADD, hearing, steps_of, task_of

GROUPS = (*REACTIONS, *SHEET_PARTS, "word", "aloud")
"""Kinds of verbatims in the order of the report; answers to questions come before."""
SECTIONS = (
    "goal profile method key people tasks reactions answers empathy observed verbatims each "
    "priorities decisions stories unheard"
).split()
HEADS = "task done time turns lost step worth effort dots idea from decision who due".split()
Content = dict[str, Any]


def restitution(found: Gathered, today: date) -> Content:
    """Everything that the page, the paper and the file tell, as JSON could hold it."""
    trial = found.trial
    return {
        "title": trial.title,
        "kind": _words("report"),
        "day": day(trial.day),
        "state": _words("report.state.closed" if trial.closed_at else "report.state.open"),
        "is_closed": bool(trial.closed_at),
        "sections": {name: _words(f"report.{name}") for name in SECTIONS},
        "heads": {name: _words(f"report.{name}") for name in HEADS},
        "goal": trial.protocol.goal,
        "profile": trial.protocol.profile,
        "method": _method(found),
        "key": _key(found),
        "people": [_person(found, one) for one in found.participants],
        "tasks": [_task(found, number) for number in range(len(trial.protocol.tasks))],
        "outcomes": {kind: _words(f"outcome.{kind}") for kind in OUTCOMES},
        "reaction_names": {kind: _words(f"kind.{kind}") for kind in REACTIONS},
        "reactions": _reactions(found),
        "no_reaction": _words("report.no_reaction"),
        "answers": _answers(found),
        "empathy": [_quadrant(found, one) for one in QUADRANTS],
        "no_note": _words("report.no_note"),
        "observed": _notes(found, None),
        "verbatims": _verbatims(found),
        "each": [_each(found, one) for one in found.participants],
        **priorities(found),
        "stories": _stories(found),
        "unheard": _unheard(found),
        "kept": _words("report.kept"),
        "made": _words("report.made", day=day(today)),
    }


def step_title(found: Gathered, step: str) -> str:
    """ "Tâche 2 : Choisir un métier", "Avis"."""
    number = task_of(step)
    if number is None:
        return _words(f"step.{step}")
    title = found.trial.protocol.tasks[number].title
    return french(f"{_words('step.task', number=number + 1)} : {title}")


def _words(code: str, **facts: object) -> str:
    return french(say(f"trial.{code}", False, **facts))


def _came(found: Gathered) -> list[Participant]:
    return [one for one in found.participants if one.entered_at]


def _method(found: Gathered) -> list[str]:
    came = _came(found)
    agreed = sum(one.is_observed for one in came)
    return [
        *(_words(f"report.method.{name}") for name in ("phones", "words", "names")),
        _words("report.method.agreed", count=agreed, total=len(came)),
    ]


def _counted(number: int, name: str, **facts: object) -> tuple[str, str]:
    """A figure with what it counts, in the singular up to one, as French has it."""
    code = f"key.{name}" if number > 1 else f"key.{name}.one"
    return str(number), _words(code, **facts)


def _key(found: Gathered) -> list[dict[str, str]]:
    """Large figures with what they count; what is not known is left out."""
    tasks, came = found.tasks, _came(found)
    done = sum(one.outcome == DONE for one in tasks)
    turns = [one.turns for one in tasks if one.turns is not None]
    lost = [one.misunderstood for one in tasks if one.misunderstood is not None]
    given = sum(one.kind not in (UNHEARD, NOTHING) for one in found.inputs)
    all_tasks = len(came) * len(found.trial.protocol.tasks)
    figures = [
        _counted(len(came), "people", count=len(found.participants)),
        _counted(done, "done", count=all_tasks),
        _counted(given, "inputs"),
    ]
    spent = Counter[str]()
    for one in tasks:
        spent[one.participant_id] += one.seconds
    if spent:
        figures.append((duration(fmean(spent.values())), _words("key.time")))
    if turns:
        figures.append(_counted(sum(turns), "turns"))
        figures.append(_counted(sum(lost), "lost"))
    return [{"figure": figure, "told": told} for figure, told in figures]


def duration(seconds: float) -> str:
    """ "45 s", "3 min", "1 h 05"."""
    if round(seconds) < 60:
        return f"{round(seconds)}\u00a0s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes}\u00a0min"
    return f"{minutes // 60}\u00a0h\u00a0{minutes % 60:02}"


def _heard(found: Gathered, one: Participant) -> str:
    """How somebody was heard; who spoke before and had nothing to add at the end is told both."""
    inputs = found.of(one)
    kinds = list(dict.fromkeys((hearing(one, inputs), *_at_the_end(inputs))))
    return ", ".join(_words(f"heard.{kind}") for kind in kinds)


def _at_the_end(inputs: Iterable[Input]) -> list[str]:
    return [NOTHING_TO_ADD for one in inputs if one.kind == NOTHING]


def _person(found: Gathered, one: Participant) -> Content:
    mine = [task for task in found.tasks if task.participant_id == one.participant_id]
    done = sum(task.outcome == DONE for task in mine)
    return {
        "name": one.name,
        "heard": _heard(found, one),
        "done": done if one.entered_at else None,
        "of": len(found.trial.protocol.tasks),
    }


def _task(found: Gathered, number: int) -> Content:
    """One task over all participants; times, messages and troubles are means of who did it."""
    mine = [one for one in found.tasks if one.task == number]
    outcomes = Counter(one.outcome for one in mine)
    return {
        "number": number + 1,
        "title": found.trial.protocol.tasks[number].title,
        "outcomes": {kind: outcomes[kind] for kind in OUTCOMES},
        "time": duration(fmean(one.seconds for one in mine)) if mine else None,
        "turns": _mean(mine, "turns"),
        "lost": _total(mine, "misunderstood"),
    }


def _known(tasks: Iterable[TaskDone], name: str) -> list[int]:
    values = (getattr(one, name) for one in tasks)
    return [value for value in values if value is not None]


def _mean(tasks: Iterable[TaskDone], name: str) -> str | None:
    known = _known(tasks, name)
    return f"{fmean(known):.1f}".replace(".", ",").removesuffix(",0") if known else None


def _total(tasks: Iterable[TaskDone], name: str) -> str | None:
    known = _known(tasks, name)
    return str(sum(known)) if known else None


def _reactions(found: Gathered) -> list[Content]:
    """Steps in which somebody tapped, in their order."""
    counted = Counter((one.step, one.kind) for one in found.inputs if one.kind in REACTIONS)
    return [
        {
            "step": step_title(found, step),
            "counts": {kind: counted[step, kind] for kind in REACTIONS},
        }
        for step in steps_of(found.trial.protocol)
        if any(counted[step, kind] for kind in REACTIONS)
    ]


def _answers(found: Gathered) -> list[Content]:
    """How often each answer of a question was chosen."""
    counted = Counter((one.place, one.words) for one in found.inputs if one.kind == ANSWER)
    return [
        {
            "question": one.text,
            "counts": [
                {"answer": answer, "count": counted[place, answer]} for answer in one.answers
            ],
        }
        for place, one in enumerate(found.trial.protocol.questions)
        if one.answers
    ]


def _names(found: Gathered) -> dict[str, str]:
    return {one.participant_id: one.name for one in found.participants}


def _quadrant(found: Gathered, quadrant: str) -> Content:
    return {"title": _words(f"quadrant.{quadrant}"), "notes": _notes(found, quadrant)}


def _notes(found: Gathered, quadrant: str | None) -> list[Content]:
    names = _names(found)
    return [
        {"who": names[one.participant_id], "step": step_title(found, one.step), "words": one.words}
        for one in found.notes
        if one.quadrant == quadrant
    ]


def _verbatims(found: Gathered) -> list[Content]:
    """All words, by question and by kind."""
    groups: list[tuple[str, list[Input]]] = []
    for place, question in enumerate(found.trial.protocol.questions):
        given = [one for one in found.inputs if one.kind == ANSWER and one.place == place]
        groups.append((question.text, given if not question.answers else []))
    for kind in GROUPS:
        groups.append((_words(f"kind.{kind}"), [one for one in found.inputs if one.kind == kind]))
    return [
        {"title": title, "lines": lines}
        for title, some in groups
        if (lines := [_line(found, one) for one in some if one.words])
    ]


def _line(found: Gathered, one: Input) -> Content:
    """kind: of what was said; of an answer, its question."""
    asked = None if one.place is None else found.trial.protocol.questions[one.place].text
    return {
        "who": _names(found)[one.participant_id],
        "kind": asked or _words(f"kind.{one.kind}"),
        "step": step_title(found, one.step),
        "words": one.words,
        "said": one.said,
    }


def _each(found: Gathered, one: Participant) -> Content:
    """A participant with all their words, or with what tells that there are none."""
    inputs = found.of(one)
    told = [_line(found, given) for given in inputs if given.words and given.kind != UNHEARD]
    why = [given.words for given in inputs if given.kind == UNHEARD and given.words]
    taps = Counter(given.kind for given in inputs if given.kind in REACTIONS and not given.words)
    return {
        "name": one.name,
        "heard": _heard(found, one),
        "lines": told,
        "why": why,
        "taps": [f"{_words(f'kind.{kind}')} × {many}" for kind, many in taps.items()],
    }


def _stories(found: Gathered) -> str:
    names = [one.name for one in found.participants if one.participant_id in found.stories]
    if not names:
        return _words("report.stories.none")
    return _words("report.stories.told", names=", ".join(names))


def _unheard(found: Gathered) -> list[str]:
    """What is missing, so that nobody takes the report for all that there was to hear."""
    lines = []
    came, names = _came(found), _names(found)
    for one in found.inputs:
        if one.kind == UNHEARD:
            lines.append(french(f"{names[one.participant_id]} : {one.words}"))
    absent = [one.name for one in found.participants if not one.entered_at]
    missing = {
        "places": absent,
        "silent": [one.name for one in came if _is_silent(one, found.of(one))],
        "withdrawn": [one.name for one in came if one.withdrawn_at],
        "erased": [one.name for one in came if one.participant_id not in found.linked],
        # The agreement is known, not whether a conversation was read.
        "private": [one.name for one in came if not one.is_observed],
    }
    for code, some in missing.items():
        if some:
            lines.append(_words(f"report.unheard.{code}", names=", ".join(some)))
    return lines or [_words("report.unheard.none")]


def _is_silent(one: Participant, inputs: Iterable[Input]) -> bool:
    """Nothing came from somebody, not a tap, not even why; words that were taken back were some."""
    return not one.withdrawn_at and all(given.kind == NOTHING for given in inputs)
