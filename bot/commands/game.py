"""`declic game`: the story of the game, checked and shown to its editors."""

from __future__ import annotations

from pathlib import Path

import click

from bot.adapters import game_files
from bot.commands.catalogue_choice import Unusable
from bot.commands.game_report import as_markdown, report
from bot.wiring import STORY

file_argument = click.argument(
    "path", metavar="[FILE]", default=STORY, type=click.Path(path_type=Path)
)


@click.group()
def command() -> None:
    """The story of the game: check it, show it."""


@command.command()
@file_argument
def check(path: Path) -> None:
    """Say what makes the story unplayable (errors) and what could be better (remarks).

    Without FILE: data/game/workshop.yml. Exit codes: 0 it can be played, 1 it cannot.
    """
    found = game_files.read_all(path)
    click.echo(report(found))
    if found.problems:
        raise click.exceptions.Exit(1)


@command.command()
@file_argument
def show(path: Path) -> None:
    """Show the story as Markdown, scene by scene, to read it over or to print it.

    Without FILE: data/game/workshop.yml. Exit codes: 0 shown, 2 it cannot be used.
    """
    try:
        click.echo(as_markdown(game_files.read(path)))
    except game_files.BrokenStory as error:
        raise Unusable(f"{error}\nLancez « declic game check ».") from error
