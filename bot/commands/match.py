"""`declic match --profile FILE.json`: ranked jobs with their reasons, without Rasa."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bot.commands.catalogue_choice import FOLDER, Unusable, chosen_catalogue
from bot.commands.json_file import read_json
from bot.services.job_cards import Card, card_as_dict
from bot.services.profile_json import WrongProfile, profile_from_json
from bot.services.propose import Proposal, propose


@click.command()
@click.option("--profile", "path", type=click.Path(path_type=Path), required=True, metavar="FILE")
@click.option("--catalogue", "folder", type=FOLDER, help="CSV folder instead of the database.")
@click.option("--count", default=3, show_default=True, type=click.IntRange(1, 50))
@click.option("--seed", default=0, show_default=True, help="Orders jobs that are as good.")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def command(path: Path, folder: Path | None, count: int, seed: int, as_json: bool) -> None:
    """Show the jobs that would be proposed to the person of FILE.

    FILE is a JSON object with the fields of a profile: insee_code, home_point, statements,
    past_jobs, has_licence_b, vehicle, has_public_transport, modes_gained, max_minutes,
    hours_refused, conditions_refused, training_accepted, refusals. All are optional. Exit
    codes: 0 jobs shown, 1 no job found, 2 something cannot be used.
    """
    given = read_json(path)
    catalogue = chosen_catalogue(folder)
    try:
        profile = profile_from_json(given, catalogue)
    except WrongProfile as error:
        raise Unusable(f"{path} : {error}.") from error
    proposal = propose(catalogue, profile, seed, count)
    click.echo(_as_json(proposal) if as_json else _as_text(proposal))
    if not proposal.cards:
        raise click.exceptions.Exit(1)


def _as_json(proposal: Proposal) -> str:
    answer = {
        "cards": [
            {**card_as_dict(card), "feasible": card.feasible, "score": round(card.score, 4)}
            for card in proposal.cards
        ],
        "removed": proposal.removed,
        "notes": proposal.notes,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _as_text(proposal: Proposal) -> str:
    cards = [_card_as_text(card) for card in proposal.cards]
    return "\n\n".join([*cards, "\n".join((*proposal.notes, *proposal.removed))]).strip()


def _card_as_text(card: Card) -> str:
    mark = "Déclic : " if card.is_declic else ""
    lines = [
        f"{mark}{card.title} ({card.rome_code}, {card.feasible}, {card.score:.2f})",
        f"  {card.summary}",
        *(f"  + {reason}" for reason in card.reasons),
        *(f"  ! {caution}" for caution in card.cautions),
        f"  {card.hiring.sentence} Source : {card.hiring.source}.",
        f"  {card.travel.sentence}",
        f"  {card.training}",
    ]
    return "\n".join(lines)
