"""`declic replay`: conversation stories played again with the real Rasa, and what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from bot.checks import CannotStart
from bot.commands.catalogue_choice import Unusable
from bot.replay.reading import read_stories
from bot.replay.record import StoryRecord
from bot.replay.story import Story
from bot.replay.text import as_text
from bot.replay.workshop import jobs_for, workshop
from bot.settings import Settings
from bot.training import model_path

PATHS = click.Path(path_type=Path, exists=True)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PATHS, metavar="PATH…")
@click.option("--jobs", default=2, show_default=True, type=click.IntRange(1, 16))
def command(paths: tuple[Path, ...], jobs: int) -> None:
    """Play conversation stories again and tell what is not as expected.

    Exit codes: 0 all as expected, 1 something is not, 2 something cannot be used.
    """
    stories = readable(paths)
    records = played(stories, jobs)
    click.echo(as_text(records))
    if not all(record.has_passed for record in records):
        raise SystemExit(1)


def readable(paths: Iterable[Path]) -> Sequence[Story]:
    """The stories. Raises Unusable with all faults of all files."""
    stories, problems = read_stories(paths)
    if problems:
        raise Unusable("\n".join(map(str, problems)))
    if not stories:
        raise Unusable(
            "aucune histoire ici ; donnez un fichier .yml ou un dossier qui en contient."
        )
    return stories


def played(stories: Sequence[Story], jobs: int) -> list[StoryRecord]:
    """The stories as they were played. Raises Unusable when no model matches the sources."""
    settings = Settings.from_environment()
    if not model_path(settings).exists():
        raise Unusable("aucun modèle entraîné ne correspond aux sources. Lancez : make train")
    try:
        with workshop(settings.models, jobs_for(stories, jobs)) as open_workshop:
            return list(open_workshop.play(stories))
    except CannotStart as error:
        raise Unusable(str(error)) from error
