"""`declic jobs search "texte"`: the jobs that a person's words name, as ROME codes."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from bot.commands.catalogue_choice import FOLDER, chosen_catalogue
from bot.orientation.titles import Mention, Recognition, TitleIndex

NOTHING_FOUND = 1
STATUS = {
    "sure": "reconnu",
    "which_one": "plusieurs métiers possibles",
    "unknown": "aucun métier reconnu",
}


@click.group()
def command() -> None:
    """Jobs, looked up in the words people use."""


@command.command()
@click.argument("text", metavar="TEXTE")
@click.option("--catalogue", "folder", type=FOLDER, help="CSV folder instead of the database.")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@click.pass_context
def search(context: click.Context, text: str, folder: Path | None, as_json: bool) -> None:
    """Link TEXTE to ROME jobs, with a confidence from 0 to 1 (a percentage when read by people).

    Exit codes: 0 found, 1 nothing found, 2 something cannot be used.
    """
    if not text.strip():
        raise click.BadParameter("écrivez un métier, par exemple « caissière ».")
    found = TitleIndex(chosen_catalogue(folder)).recognise(text)
    click.echo(_as_json(text, found) if as_json else _as_text(found))
    if not any(mention.candidates for mention in found.mentions):
        context.exit(NOTHING_FOUND)


def _as_json(text: str, found: Recognition) -> str:
    return json.dumps({"text": text, **asdict(found)}, ensure_ascii=False, indent=2)


def _as_text(found: Recognition) -> str:
    if found.never_worked:
        return "Ce texte dit : jamais travaillé."
    if not found.mentions:
        return "Aucun métier reconnu."
    return "\n".join(_mention_as_text(mention) for mention in found.mentions)


def _mention_as_text(mention: Mention) -> str:
    candidates = (
        f"  {candidate.rome_code}  {candidate.confidence:4.0%}  {candidate.title}"
        for candidate in mention.candidates
    )
    return "\n".join((f"« {mention.said} » : {STATUS[mention.status]}", *candidates))
