"""The protocol of a crash test: what one wants to learn, from whom, and what people will do.

A protocol is text for people. It is kept as YAML (bot/adapters/protocol_files.py) and, once a trial
is prepared, as JSON beside that trial, which no later change of the file touches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MOST_TASKS, MOST_QUESTIONS, MOST_ANSWERS = 8, 8, 6
MOST_TITLE, MOST_TEXT = 80, 600
SHORTEST, LONGEST = 10, 120
"""Minutes that a participant may be asked for."""


@dataclass(frozen=True)
class Task:
    """title, instruction: read by the participant. watch: what the facilitator looks at, None:
    nothing of its own. story_id: a story of the shelf that shows the same, None: none."""

    title: str
    instruction: str
    watch: str | None = None
    story_id: str | None = None


@dataclass(frozen=True)
class Question:
    """Asked after the tasks. answers: to choose from; empty: in one's own words."""

    text: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Protocol:
    """goal: what one wants to learn. profile: whom one invites. minutes: what it takes them."""

    title: str
    author: str
    goal: str
    profile: str
    minutes: int
    tasks: tuple[Task, ...]
    questions: tuple[Question, ...]


def faults(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """What makes it unusable: the French name of the field, and what to do."""
    for name, text in (
        ("titre", protocol.title),
        ("auteur", protocol.author),
        ("but", protocol.goal),
        ("profil", protocol.profile),
    ):
        yield from _text_faults(name, text, MOST_TITLE if name in ("titre", "auteur") else None)
    if not SHORTEST <= protocol.minutes <= LONGEST:
        yield "durée", f"donnez de {SHORTEST} à {LONGEST} minutes"
    if not 1 <= len(protocol.tasks) <= MOST_TASKS:
        yield "tâches", f"donnez de 1 à {MOST_TASKS} tâches"
    if len(protocol.questions) > MOST_QUESTIONS:
        yield "questions", f"gardez {MOST_QUESTIONS} questions au plus"
    for number, task in enumerate(protocol.tasks, 1):
        yield from _text_faults(f"tâche {number}, titre", task.title, MOST_TITLE)
        yield from _text_faults(f"tâche {number}, consigne", task.instruction)
        if task.watch:
            yield from _text_faults(f"tâche {number}, à observer", task.watch)
    for number, question in enumerate(protocol.questions, 1):
        yield from _question_faults(f"question {number}", question)


def _question_faults(name: str, question: Question) -> Iterator[tuple[str, str]]:
    yield from _text_faults(name, question.text)
    for answer in question.answers:
        yield from _text_faults(f"{name}, réponses", answer, MOST_TITLE)
    if len(question.answers) == 1 or len(question.answers) > MOST_ANSWERS:
        yield f"{name}, réponses", f"donnez de 2 à {MOST_ANSWERS} réponses, ou aucune"
    if len(set(question.answers)) < len(question.answers):
        yield f"{name}, réponses", "une réponse est là deux fois ; gardez-en une"


def _text_faults(name: str, text: str, most: int | None = None) -> Iterator[tuple[str, str]]:
    limit = most or MOST_TEXT
    if not text.strip():
        yield name, "ce texte est vide ; écrivez quelques mots"
    elif len(text) > limit:
        yield name, f"ce texte a {len(text)} signes ; {limit} au plus"


def as_json(protocol: Protocol) -> dict[str, Any]:
    """What `from_json` reads."""
    return {
        "title": protocol.title,
        "author": protocol.author,
        "goal": protocol.goal,
        "profile": protocol.profile,
        "minutes": protocol.minutes,
        "tasks": [vars(task) for task in protocol.tasks],
        "questions": [
            {"text": one.text, "answers": list(one.answers)} for one in protocol.questions
        ],
    }


def from_json(content: Mapping[str, Any]) -> Protocol:
    """KeyError or TypeError: it is not what `as_json` wrote."""
    parts = {
        "tasks": tuple(Task(**task) for task in content["tasks"]),
        "questions": tuple(
            Question(one["text"], tuple(one["answers"])) for one in content["questions"]
        ),
    }
    return Protocol(**{**content, **parts})
