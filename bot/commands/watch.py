"""`declic watch`: the golden stories on the data and model of this installation, and what moved."""

from __future__ import annotations

import datetime
import getpass
import json
from collections.abc import Sequence
from pathlib import Path

import click

from bot.adapters.sql.answer_cache import utc_now
from bot.commands.catalogue_choice import Unusable
from bot.orientation import dates
from bot.replay.json_values import as_plain
from bot.replay.record import StoryRecord
from bot.replay.report.differences import as_html
from bot.replay.runs.engine import CannotPlay, Programme, place_for
from bot.replay.runs.spec import HERE, DataChoice
from bot.replay.story import Story
from bot.replay.watch.decisions import LONGEST_WHY, Signed
from bot.replay.watch.kept import CannotWatch
from bot.replay.watch.report import TITLE
from bot.replay.watch.watching import Watched, accept_last, watch
from bot.settings import Settings

FILE = click.Path(path_type=Path, dir_okay=False)
COMMAND = "la ligne de commande"
"""Where a decision comes from, in the place of an organisation."""


@click.command()
@click.option("--html", type=FILE, metavar="FILE", help="A page to read, without network.")
@click.option("--json", "as_data", type=FILE, metavar="FILE", help="Every move, for a program.")
@click.option("--accept", "is_accepted", is_flag=True, help="Once read: this is the new baseline.")
@click.option("--why", default="", metavar="TEXT", help="Why it is accepted, in one line.")
@click.option("--jobs", default=2, show_default=True, type=click.IntRange(1, 16))
def command(
    html: Path | None, as_data: Path | None, is_accepted: bool, why: str, jobs: int
) -> None:
    """Play the golden stories on the data and model in use, and tell what changed for people.

    They are compared with the baseline in var/bench/watch, which the first watch makes. --accept
    makes what the last watch showed the baseline, without playing again; the bench does the same in
    the browser, and shows who decided and --why.

    Exit codes: 0 nothing changed, 1 something did, 2 it cannot be done.
    """
    settings = Settings.from_environment()
    try:
        if is_accepted:
            day = dates.day(accept_last(settings, _signed(why)).day)
            click.echo(f"La référence est maintenant le passage du {day}.")
            return
        found = watch(settings, lambda stories: _played(stories, settings, jobs), _today())
    except (CannotWatch, CannotPlay) as error:
        raise Unusable(str(error)) from error
    _tell(found, html, as_data)
    raise SystemExit(1 if found.is_changed else 0)


def _signed(why: str) -> Signed:
    return Signed(getpass.getuser(), COMMAND, " ".join(why.split())[:LONGEST_WHY], utc_now())


def _today() -> datetime.date:
    return datetime.date.today()


def _played(stories: Sequence[Story], settings: Settings, jobs: int) -> list[StoryRecord]:
    programme = Programme(stories)
    with place_for(programme, settings, jobs, DataChoice(HERE)) as place:
        return [one.record for one in programme.played_in(place, with_transcripts=False)]


def _tell(found: Watched, html: Path | None, as_data: Path | None) -> None:
    lines = found.report.lines
    for line in lines:
        click.echo(line)
    if found.before is not None and found.is_changed:
        click.echo("Après lecture, pour en faire la référence : declic watch --accept")
    _write(html, as_html(TITLE, lines, found.comparison))
    _write(as_data, json.dumps(_document(found), ensure_ascii=False, indent=1, default=str))


def _document(found: Watched) -> dict[str, object]:
    """States and moves, without the conversations."""
    return {
        "baseline": as_plain(found.before.state) if found.before else None,
        "now": as_plain(found.now.state),
        "lines": found.report.lines,
        "totals": as_plain(found.comparison.totals),
        "stories": [
            {
                "name": story.name,
                "title": story.title,
                "state": story.state,
                "steps": as_plain(story.changed_steps),
            }
            for story in found.comparison.changed
        ],
    }


def _write(path: Path | None, text: str) -> None:
    if path is None:
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unusable(f"{path} : écriture impossible ({error.strerror}).") from error
