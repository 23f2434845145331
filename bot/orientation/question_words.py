"""The questions as a person, or an advisor, reads them beside the list of jobs."""

from __future__ import annotations

from bot.orientation.labels import number
from bot.orientation.phrases import say
from bot.orientation.questionnaire import NextQuestion

FEW_DEPENDING = 2
"""Under it the number says nothing: the answer rather changes which jobs come first."""


def left_sentence(left: NextQuestion, easy: bool = False) -> str:
    """The question, then why it matters: "Avez-vous le permis ? 42 métiers en dépendent."."""
    asked = say(f"question.asked.{left.question.name}", easy)
    if left.jobs_depending < FEW_DEPENDING:
        return say("question.left.may_change", easy, asked=asked)
    return say("question.left.depending", easy, asked=asked, count=number(left.jobs_depending))
