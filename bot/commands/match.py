"""`declic match --profile FILE.json`: ranked jobs with their reasons, without Rasa."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from bot import wiring
from bot.commands.catalogue_choice import FOLDER
from bot.commands.match_output import as_json, as_text
from bot.commands.offers_choice import chosen_day, day_option
from bot.commands.profile_choice import (
    chosen_circumstances,
    chosen_profile,
    circumstances_option,
    profile_option,
)
from bot.services.explain import explain_job
from bot.services.propose import propose
from bot.services.unlock import Person, carpool_zone, ways


@click.command()
@profile_option
@circumstances_option
@click.option("--catalogue", "folder", type=FOLDER, help="CSV folder instead of the database.")
@click.option("--count", default=3, show_default=True, type=click.IntRange(1, 50))
@click.option("--seed", default=0, show_default=True, help="Orders jobs that are as good.")
@click.option(
    "--ways", "most", default=3, show_default=True, type=click.IntRange(0, 30),
    help="How many levers are told, alone or in pairs: what each opens and who gives it.",
)  # fmt: skip
@click.option("--why", "rome_code", metavar="ROME", help="Why this job is, or is not, in the list.")
@day_option
@click.option("--json", "is_json", is_flag=True, help="For a program to read.")
def command(
    path: Path,
    told_path: Path | None,
    folder: Path | None,
    count: int,
    seed: int,
    most: int,
    rome_code: str | None,
    day: datetime.datetime | None,
    is_json: bool,
) -> None:
    """Show the jobs that would be proposed to the person of FILE, and what would open more.

    FILE is a JSON object with the fields of a profile: insee_code, home_point, statements,
    choices, past_jobs, has_licence_b, vehicle, has_public_transport, modes_gained, max_minutes,
    hours_refused, conditions_refused, training_accepted, refusals, surprise. All are optional.
    Exit codes: 0 jobs shown, 1 no job found, 2 something cannot be used.
    """
    profile, catalogue = chosen_profile(path, folder)
    told = chosen_circumstances(told_path)
    proposal = propose(catalogue, profile, seed, count)
    shown = [card.rome_code for card in proposal.cards]
    person, offers = Person(profile, told, chosen_day(day), seed), wiring.offers().by_id.values()
    zone = carpool_zone(offers, person.today)
    why = explain_job(catalogue, profile, rome_code, seed, shown, zone) if rome_code else []
    found = ways(catalogue, offers, person, most) if most else ()
    click.echo((as_json if is_json else as_text)(proposal, found, why))
    if not proposal.cards:
        raise click.exceptions.Exit(1)
