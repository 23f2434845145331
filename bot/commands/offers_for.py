"""`declic offers for --profile FILE.json`: the support offers for a person, in three states."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from bot.commands.catalogue_choice import FOLDER
from bot.commands.offers_choice import (
    chosen_day,
    chosen_offers,
    day_option,
    folder_option,
    json_option,
)
from bot.commands.offers_report import as_json_text
from bot.commands.profile_choice import (
    chosen_circumstances,
    chosen_profile,
    circumstances_option,
    profile_option,
)
from bot.orientation.eligibility import NO, VERDICTS
from bot.orientation.eligibility_sentences import verdict_words
from bot.orientation.finding import AGAINST, CHECK, FOR
from bot.orientation.levers import LEVERS
from bot.orientation.offer_sentences import asker_line
from bot.services.offers_for_person import (
    OffersForPerson,
    offer_as_dict,
    offers_for,
    question_as_dict,
)

MARKS = {FOR: "+", AGAINST: "-", CHECK: "?"}


@click.command("for")
@profile_option
@circumstances_option
@click.option("--lever", type=click.Choice(LEVERS), help="Only offers that give it.")
@click.option("--catalogue", type=FOLDER, help="CSV folder instead of the database.")
@day_option
@folder_option
@json_option
def offers_for_command(
    path: Path,
    told_path: Path | None,
    lever: str | None,
    catalogue: Path | None,
    day: datetime.datetime | None,
    folder: Path,
    as_json: bool,
) -> None:
    """Show the offers that are open to the person of FILE, to check, or not open, and why.

    FILE is a profile as for `declic match`. The last line is the question that decides the most
    offers at once. Exit codes: 0 some open or to check, 1 none, 2 something cannot be used.
    """
    profile, _ = chosen_profile(path, catalogue)
    told = chosen_circumstances(told_path)
    found = offers_for(chosen_offers(folder), profile, told, chosen_day(day), lever)
    click.echo(_as_json(found) if as_json else _as_text(found))
    if all(one.eligibility.verdict == NO for one in found.ranked):
        raise click.exceptions.Exit(1)


def _as_json(found: OffersForPerson) -> str:
    answer = {
        "offers": [offer_as_dict(one) for one in found.ranked],
        "elsewhere": found.elsewhere,
        "questions": [question_as_dict(question) for question in found.questions],
    }
    return as_json_text(answer)


def _as_text(found: OffersForPerson) -> str:
    offers = [offer_as_dict(one) for one in found.ranked]
    lines: list[str] = []
    for verdict in VERDICTS:
        some = [offer for offer in offers if offer["verdict"] == verdict]
        lines += [f"{verdict_words(verdict)} ({len(some)})"]
        lines += [line for offer in some for line in _lines(offer)]
    if found.elsewhere:
        lines.append(f"Données ailleurs ({len(found.elsewhere)}) : {', '.join(found.elsewhere)}.")
    lines += [_question(found)] if found.questions else []
    return "\n".join(lines)


def _lines(offer: dict[str, Any]) -> Iterator[str]:
    yield f"  {offer['name']} ({offer['offer_id']})"
    if offer["caution"]:
        yield f"    ! {offer['caution']}"
    for reason in offer["reasons"]:
        yield f"    {MARKS[reason['side']]} {reason['text']}"
    for line in (asker_line(offer["asked_by"]), offer["deadline"]):
        if line:
            yield f"    {line}"
    if offer["papers"]:
        yield f"    À préparer : {', '.join(offer['papers'])}."


def _question(found: OffersForPerson) -> str:
    best = found.questions[0]
    decided = f"{best.decided:.1f}".replace(".", ",")
    return f"La question qui aide le plus : {best.text} ({best.fact}, décide {decided} aides)"
