"""`declic offers write`: what editors published, brought back into the files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from bot.adapters.offer_writing import Written, write_changes
from bot.adapters.sql.answer_cache import utc_now
from bot.adapters.sql.offer_changes import OfferChanges
from bot.commands.catalogue_choice import FOLDER
from bot.commands.data_session import database, refuse_other_schema, told_errors
from bot.commands.offers_choice import OFFERS
from bot.services.editing.changes import Change


@click.command("write")
@click.option("--to", "folder", type=FOLDER, default=OFFERS, help="Folder of the offers to write.")
def write_command(folder: Path) -> None:
    """Write the changes that editors published into the files of the offers.

    Only the files that changed, and in them only what changed. A file that somebody else changed
    since is left as it is. Exit codes: 0 all are in the files, 1 some are not, 2 no such folder.
    """
    if not folder.is_dir():
        raise click.BadParameter(f"le dossier « {folder} » n'existe pas.", param_hint="--to")
    with told_errors(), database() as engine:
        refuse_other_schema(engine)
        store = OfferChanges(engine)
        histories = store.histories()
        done = _written(histories, folder)
        held = (histories[offer_id][-1].number for offer_id in (*done.written, *done.already))
        store.note_written(list(held), utc_now())
    _tell(done)
    if done.conflicts:
        raise click.exceptions.Exit(1)


def _written(histories: Mapping[str, tuple[Change, ...]], folder: Path) -> Written:
    try:
        return write_changes(histories, folder)
    except OSError as error:
        sentence = f"{error.filename} : écriture impossible ({error.strerror})."
        raise click.ClickException(sentence) from error


def _tell(done: Written) -> None:
    for offer_id in done.written:
        click.echo(f"{offer_id}.yml : écrite.")
    for offer_id in done.conflicts:
        click.echo(
            f"{offer_id}.yml : changée ailleurs depuis la publication ; laissée comme elle est. "
            f"Ouvrez cette aide dans la console et choisissez.",
            err=True,
        )
    count = len(done.written)
    click.echo(f"{count} fichier{'s' if count > 1 else ''} : {len(done.already)} déjà à jour.")
