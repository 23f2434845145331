"""What the form of a trial says: its title, day, places, and its protocol, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.services.trial_protocol import MOST_QUESTIONS, MOST_TASKS, Protocol, Question, Task
from bot.services.trial_records import MOST_PLACES
from bot.web.console.forms import Form
from bot.web.errors import ApiError

MOST_NAME = 80


@dataclass(frozen=True)
class Planned:
    """When a trial takes place, under which title, for how many."""

    title: str
    day: date
    places: int


def read_plan(form: Form) -> Planned:
    """ApiError: the form says too little."""
    title, places = form.one("title"), form.one("places")
    try:
        day = date.fromisoformat(form.one("day"))
    except ValueError as error:
        raise ApiError("wrong_trial") from error
    is_number = places.isascii() and places.isdecimal() and len(places) < 4
    many = int(places) if is_number else 0
    if not title or len(title) > MOST_NAME or not 1 <= many <= MOST_PLACES:
        raise ApiError("wrong_trial")
    return Planned(title, day, many)


def read_protocol(form: Form) -> Protocol:
    """As it is written; empty tasks and questions are none."""
    minutes = form.one("minutes")
    is_number = minutes.isascii() and minutes.isdecimal() and len(minutes) < 4
    return Protocol(
        title=form.one("protocol"),
        author=form.one("author"),
        goal=form.one("goal"),
        profile=form.one("profile"),
        minutes=int(minutes) if is_number else 0,
        tasks=tuple(_tasks(form)),
        questions=tuple(_questions(form)),
    )


def _tasks(form: Form) -> list[Task]:
    found = []
    for number in range(MOST_TASKS):
        fields = [form.one(f"task-{number}-{name}") for name in ("title", "text", "watch", "story")]
        if any(fields):
            title, text, watch, story = fields
            found.append(Task(title, text, watch or None, story or None))
    return found


def _questions(form: Form) -> list[Question]:
    found = []
    for number in range(MOST_QUESTIONS):
        text, answers = (form.one(f"question-{number}-{name}") for name in ("text", "answers"))
        if text or answers:
            lines = (line.strip() for line in answers.split("\n"))
            found.append(Question(text, tuple(line for line in lines if line)))
    return found


def read_note(form: Form, name: str, most: int) -> str:
    """A text that is neither empty nor too long. ApiError otherwise."""
    text = form.one(name)
    if not text or len(text) > most:
        raise ApiError("wrong_note")
    return text
