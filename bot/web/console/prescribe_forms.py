"""What the forms of prescribing and of parting send, read with a clear refusal."""

from __future__ import annotations

import datetime
import re

from bot.orientation.appointment import Appointment
from bot.orientation.circumstance_answers import WrongAnswer, read_answer
from bot.orientation.circumstances import CIRCUMSTANCES
from bot.orientation.eligibility_sentences import answer_words
from bot.orientation.phrases import say
from bot.orientation.prescription import REFUSED, Step
from bot.orientation.typography import french
from bot.services.aids_for_levers import answer_choices
from bot.services.two_voices import MOST_SIGNS, MOST_STEPS
from bot.web.console.forms import Form
from bot.web.errors import ApiError

MOST_NOTE_SIGNS = 500
_SPACES = re.compile(r"\s")


class WrongEntry(ApiError):
    """What was filled in cannot be kept; `code` of the phrases `prescription.wrong`."""

    def __init__(self, code: str, most: int = 0) -> None:
        super().__init__("wrong_body")
        self.message = french(say(f"prescription.wrong.{code}", most=most))


def read_day(form: Form, name: str = "jour") -> datetime.date:
    """WrongEntry: no day."""
    try:
        return datetime.date.fromisoformat(form.one(name))
    except ValueError as error:
        raise WrongEntry("day") from error


def read_text(form: Form, name: str, most: int) -> str | None:
    """None: nothing is written. WrongEntry: it is too long."""
    text = form.one(name)
    if len(text) > most:
        raise WrongEntry("long", most=most)
    return text or None


def read_step(form: Form, number: int, by: str) -> Step:
    """The step that a form notes, not checked against those before."""
    kind = form.one("etape")
    reason = form.one("raison") or None
    return Step(
        number,
        kind,
        read_day(form),
        by,
        reason if kind == REFUSED else None,
        read_text(form, "mots", MOST_NOTE_SIGNS),
    )


def read_steps(form: Form, name: str) -> tuple[str, ...]:
    """Lines of what somebody will do. WrongEntry: too many, or too long."""
    lines = tuple(line.strip() for line in form.one(name).split("\n") if line.strip())
    if len(lines) > MOST_STEPS:
        raise WrongEntry("steps", most=MOST_STEPS)
    if any(len(line) > MOST_SIGNS["step"] for line in lines):
        raise WrongEntry("long", most=MOST_SIGNS["step"])
    return lines


def read_appointment(form: Form, today: datetime.date) -> Appointment:
    """WrongEntry: no day, a day that is past, or an hour that is none."""
    on = read_day(form)
    if on < today:
        raise WrongEntry("past")
    place = read_text(form, "lieu", MOST_SIGNS["place"])
    return Appointment(on, _hour(form), place, read_text(form, "mots", MOST_SIGNS["words"]))


def _hour(form: Form) -> datetime.time | None:
    written = form.one("heure")
    try:
        return datetime.time.fromisoformat(written).replace(tzinfo=None) if written else None
    except ValueError as error:
        raise WrongEntry("hour") from error


def read_fact(form: Form) -> tuple[str, str, str]:
    """A fact of a person, the answer as the conversation takes it, and in words.

    WrongEntry: no such fact, or no answer to it.
    """
    fact, given = form.one("fait"), _SPACES.sub("", form.one("nombre")) or form.one("reponse")
    if fact not in CIRCUMSTANCES:
        raise WrongEntry("answer")
    pressed = {value: words for words, value in answer_choices(fact)}
    if given in pressed:
        return fact, given, pressed[given]
    try:
        return fact, given, answer_words(fact, read_answer(CIRCUMSTANCES[fact], given))
    except WrongAnswer as error:
        raise WrongEntry("answer") from error
