"""The section on what the chosen statements are worth, in French."""

from __future__ import annotations

from bot.evaluation.questions_asked import QuestionsAsked
from bot.evaluation_report.numbers import estimate, share_estimate
from bot.evaluation_report.parts import Section, Table


def questions_section(found: QuestionsAsked) -> Section:
    return Section(
        "questions",
        "Ce que valent les affirmations choisies",
        "On pose d'abord celle qui peut le plus changer la liste. Quelle part des premiers métiers "
        "est celle qu'on aurait avec toutes les affirmations ?",
        "Nettement plus qu'en tirant autant d'affirmations au sort.",
        (
            Table(
                "Au regard de toutes les affirmations",
                ("Mesure", "Moyenne (intervalle à 95 %)"),
                (
                    ("Affirmations posées", estimate(found.asked, 1)),
                    ("Liste retrouvée, affirmations choisies", share_estimate(found.overlap)),
                    ("Liste retrouvée, tirées au sort", share_estimate(found.by_chance)),
                ),
            ),
        ),
    )
