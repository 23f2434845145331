"""The offers that people reported as no longer true, as work for an editor."""

from __future__ import annotations

import datetime
from collections.abc import Collection

import click

from bot.adapters.sql.engine import is_there
from bot.adapters.sql.team_reading import TeamReading
from bot.commands.data_session import database, refuse_other_schema, told_errors
from bot.commands.feedback_text import reasons_told
from bot.orientation.offer_check import WARNING, Finding
from bot.services.team_words import REPORT, Subject, to_check_first
from bot.settings import Settings


def reported(offer_ids: Collection[str], today: datetime.date) -> list[Finding]:
    """One finding for each of these offers with open reports; none when the database cannot be
    read, since offers are also checked on machines that have none."""
    try:
        subjects = _subjects()
    except click.ClickException:
        return []
    return [
        Finding(
            subject.subject_id,
            WARNING,
            "reported",
            f"{len(subject.references)} fois, depuis {subject.days(today)} jours : "
            f"{reasons_told(subject)}. Voyez « declic feedback reports ».",
        )
        for subject in subjects
        if subject.kind == "offer" and subject.subject_id and subject.subject_id in offer_ids
    ]


def _subjects() -> tuple[Subject, ...]:
    """Nothing where there is no SQLite file yet: opening one would make it."""
    with told_errors():
        if not is_there(Settings.from_environment().database_url):
            return ()
        with database() as engine:
            refuse_other_schema(engine)
            return to_check_first(TeamReading(engine).words(REPORT))
