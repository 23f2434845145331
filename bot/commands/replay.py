"""`declic replay`: conversation stories played again with the real Rasa, and what has changed."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import click

from bot.commands.catalogue_choice import Unusable
from bot.replay.attacks.attack import attacks
from bot.replay.attacks.messages import FAMILIES
from bot.replay.coverage import Part
from bot.replay.reading import read_stories
from bot.replay.report.machine import as_json, as_junit
from bot.replay.report.page import as_html
from bot.replay.report.run import Run
from bot.replay.runs.engine import (
    ATTACK,
    STORY,
    WALK,
    CannotPlay,
    Played,
    Programme,
    covered,
    place_for,
)
from bot.replay.runs.spec import BUNDLED, HERE, DataChoice
from bot.replay.shelf import story_name
from bot.replay.story import Story
from bot.replay.text import as_text
from bot.replay.transcript import accept, unused
from bot.replay.walks.walk import walks
from bot.settings import Settings

PATHS = click.Path(path_type=Path, exists=True)
FILE = click.Path(path_type=Path, dir_okay=False)
ATTACK_KINDS = {story_name(family): family for family in FAMILIES}
"""As a command line writes them: "Signes invisibles" is signes-invisibles."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PATHS, metavar="PATH…")
@click.option("--html", type=FILE, metavar="FILE", help="A page to read, without network.")
@click.option("--junit", type=FILE, metavar="FILE", help="JUnit XML, for a build server.")
@click.option("--json", "as_data", type=FILE, metavar="FILE", help="Everything, turn by turn.")
@click.option("--accept", "is_accepted", is_flag=True, help="Keep the transcripts as they are now.")
@click.option(
    "--walk",
    "walk_count",
    default=0,
    type=click.IntRange(0, 10_000),
    metavar="N",
    help="Also let N invented people talk at random.",
)
@click.option(
    "--seed", default=0, show_default=True, type=click.IntRange(0), help="Of these people."
)
@click.option(
    "--here", "is_here", is_flag=True, help="Over the facts of this installation, packs included."
)
@click.option("--attacks", "is_attacked", is_flag=True, help="Also send hostile messages.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(list(ATTACK_KINDS)),
    metavar="KIND",
    help=f"Only these kinds of attack (may be repeated): {', '.join(ATTACK_KINDS)}.",
)
@click.option("--jobs", default=2, show_default=True, type=click.IntRange(1, 16))
def command(
    paths: tuple[Path, ...],
    html: Path | None,
    junit: Path | None,
    as_data: Path | None,
    is_accepted: bool,
    walk_count: int,
    seed: int,
    is_here: bool,
    is_attacked: bool,
    kinds: tuple[str, ...],
    jobs: int,
) -> None:
    """Play conversation stories again and tell what is not as expected.

    Over the facts that come with Déclic, the same everywhere, unless --here is given.

    Exit codes: 0 all as expected, 1 something is not, 2 something cannot be used.
    """
    begun = time.monotonic()
    stories = readable(paths)
    families = [ATTACK_KINDS[kind] for kind in kinds] or list(FAMILIES)
    hostile = tuple(attacks(stories, seed, families)) if is_attacked or kinds else ()
    programme = Programme(stories, tuple(walks(walk_count, seed, stories)), attacks=hostile)
    data = DataChoice(HERE if is_here else BUNDLED)
    found, parts = played(programme, jobs, with_transcripts=not is_accepted, data=data)
    records = [one.record for one in found if one.kind == STORY]
    people = [one.record for one in found if one.kind == WALK]
    attacked = [one.record for one in found if one.kind == ATTACK]
    for record in records if is_accepted else ():
        click.echo(f"écrit : {accept(record)}")
    gone = unused(paths)
    seconds = time.monotonic() - begun
    run = Run(datetime.date.today(), records, people, parts, gone, seconds, attacked)
    write_reports(run, {html: as_html, junit: as_junit, as_data: as_json})
    click.echo(as_text(run.all))
    _keep_found(found)
    for path in gone:
        click.echo(f"{path} : cette transcription n'a plus d'histoire ; effacez-la.")
    if run.failed:
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


def played(
    programme: Programme, jobs: int, with_transcripts: bool, data: DataChoice
) -> tuple[list[Played], tuple[Part, ...]]:
    """Everything, in order, and what it reached. Raises Unusable when it cannot be played."""
    settings = Settings.from_environment()
    try:
        with place_for(programme, settings, jobs, data) as place:
            found = list(programme.played_in(place, with_transcripts))
            return found, covered(place, [one.record for one in found])
    except CannotPlay as error:
        raise Unusable(str(error)) from error


def _keep_found(played: Sequence[Played]) -> None:
    """A walk that found something becomes a story, in the folder of local state."""
    folder = Settings.from_environment().var / "replay"
    for one in played:
        if one.found:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{one.record.name}.yml"
            path.write_text(one.found, encoding="utf-8")
            click.echo(f"histoire réduite : {path}")


def write_reports(run: Run, wanted: Mapping[Path | None, Callable[[Run], str]]) -> None:
    """Each report in its file. Raises Unusable when a file cannot be written."""
    for path, render in wanted.items():
        if path is None:
            continue
        try:
            path.write_text(render(run), encoding="utf-8")
        except OSError as error:
            raise Unusable(f"{path} : écriture impossible ({error.strerror}).") from error
